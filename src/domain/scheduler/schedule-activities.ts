// The schedule engine of the library: activities that wait for each other and share what there is of
// each resource, in whole periods, ending as early as the search finds. What a person's plan needs
// besides (actions, dates) is schedule-actions.ts's.

import {
  leastPeriods,
  longestChains,
  makeNetwork,
  type Network,
  reversedNetwork,
} from "./network.ts";
import { searchOrders } from "./search-orders.ts";
import { makeSerialScheme } from "./serial-scheme.ts";

export interface Activity {
  readonly id: string;
  /** Whole periods, 0 or more; it is not interrupted. */
  readonly duration: number;
  /** What it takes of each resource in every period, in the order of the capacities. */
  readonly demands: readonly number[];
  /** Ids of what must be finished before it starts. */
  readonly after: readonly string[];
}

export interface Project {
  readonly activities: readonly Activity[];
  /** What there is of each resource in every period. */
  readonly capacities: readonly number[];
}

export interface ActivitySchedule {
  /** The period in which each activity starts, the first being 0, by id. */
  readonly start: Readonly<Record<string, number>>;
  /** Periods to the end of the last activity. */
  readonly makespan: number;
}

/** Schedules generated where nothing else is asked; the bars of the bench are held at it. */
export const DEFAULT_BUDGET = 1000;

/**
 * Returns when each activity starts, so that all end as early as the search finds; the same for the
 * same input. `budget` counts generated schedules, a justification pass as one; fewer are made where
 * a lower bound is reached. RangeError on a number that is negative or not whole, a demand above its
 * capacity, an id that is twice there or unknown, or a circle.
 */
export function scheduleActivities(
  project: Project,
  options: { readonly budget?: number } = {},
): ActivitySchedule {
  const budget = options.budget ?? DEFAULT_BUDGET;
  if (!(Number.isSafeInteger(budget) && budget > 0)) {
    throw new RangeError(`Cannot schedule activities: a budget of ${budget} schedules`);
  }
  const network = networkOf(project);
  const chains = longestChains(network);
  const found = searchOrders(
    {
      before: network.before,
      next: network.next,
      urgency: chains,
      forward: makeSerialScheme(network),
      backward: makeSerialScheme(reversedNetwork(network)),
      isMirror: true,
      least: leastPeriods(network, chains),
    },
    budget,
  );
  const start = project.activities.map(({ id }, i) => [id, found.starts[i] as number] as const);
  return { start: Object.fromEntries(start), makespan: found.cost };
}

function networkOf({ activities, capacities }: Project): Network {
  capacities.forEach((capacity, resource) => {
    checkCount(capacity, `resource ${resource}: a capacity`);
  });
  const indexOf = new Map<string, number>();
  for (const { id } of activities) {
    if (indexOf.has(id)) throw new RangeError(`Cannot schedule activities: "${id}" is there twice`);
    indexOf.set(id, indexOf.size);
  }
  for (const { id, duration, demands } of activities) {
    checkCount(duration, `activity "${id}": a duration`);
    if (demands.length !== capacities.length) {
      throw new RangeError(
        `Cannot schedule activities: "${id}" has ${demands.length} demands for ${capacities.length} resources`,
      );
    }
    demands.forEach((demand, resource) => {
      checkCount(demand, `activity "${id}": a demand`);
      const capacity = capacities[resource] as number;
      if (demand > capacity) {
        throw new RangeError(
          `Cannot schedule activities: "${id}" takes ${demand} of resource ${resource}, which has ${capacity}`,
        );
      }
    });
  }
  const network = makeNetwork({
    durations: activities.map((activity) => activity.duration),
    before: activities.map(({ id, after }) =>
      [...new Set(after)].map((earlier) => {
        const index = indexOf.get(earlier);
        if (index !== undefined) return index;
        throw new RangeError(
          `Cannot schedule activities: "${id}" waits for "${earlier}", which is not in the list`,
        );
      }),
    ),
    demands: activities.map((activity) => activity.demands),
    capacities,
  });
  if (network === undefined) {
    throw new RangeError("Cannot schedule activities: some wait for each other in a circle");
  }
  return network;
}

function checkCount(value: number, what: string): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new RangeError(
    `Cannot schedule activities: ${what} of ${value}; it must be a whole number, 0 or more`,
  );
}
