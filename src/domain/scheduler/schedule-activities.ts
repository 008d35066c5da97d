// The schedule engine of the library: activities that wait for each other and share what there is of
// each resource, in whole periods, ending as early as the search finds. What a person's plan needs
// besides (actions, dates) is schedule/schedule-actions.ts's.

import { makeGeneralScheme, type StretchSink } from "./general-scheme.ts";
import { makeMoneyOverTime } from "./money-over-time.ts";
import { leastPeriods, longestChains, reversedNetwork } from "./network.ts";
import { isOnePersonCase, onePersonOrder, runOnePerson } from "./one-person-rule.ts";
import { isPlain, type Model, modelOf, type Project } from "./project.ts";
import { type FoundOrder, type Placing, searchOrders } from "./search-orders.ts";
import { makeSerialScheme } from "./serial-scheme.ts";

/** Which engine made a schedule: nothing ends before the first one's; something might before the other's. */
export type EngineName = "exact one-person rule" | "serial scheme";

export interface ActivitySchedule {
  readonly engine: EngineName;
  /** The period in which each activity starts, the first being 0, by id; none for what is unplaced. */
  readonly start: Readonly<Record<string, number>>;
  /** The period before which each is over. */
  readonly end: Readonly<Record<string, number>>;
  /** The stretches in which each that can be split runs: from a period up to another. */
  readonly pieces: Readonly<Record<string, readonly (readonly [from: number, until: number])[]>>;
  /** Periods to the end of everything, last waits included. */
  readonly makespan: number;
  /** Ids of those over after their deadline. */
  readonly late: readonly string[];
  /** Ids of those for which there is never room, money or a session, and of what waits for them. */
  readonly unplaced: readonly string[];
}

/** Schedules generated where nothing else is asked; the bars of the bench are held at it. */
export const DEFAULT_BUDGET = 1000;

/**
 * Returns when each activity starts, so that all end as early as the search finds; the same for the
 * same input. First as few as can be are left unplaced, then as few periods as can be are late, then the end
 * counts. `budget` counts generated schedules, a justification pass as one; fewer are made where a
 * lower bound is reached, and one where the exact rule applies. RangeError on a number that is negative
 * or not whole, a demand above its capacity, an id that is twice there or unknown, or a circle.
 */
export function scheduleActivities(
  project: Project,
  options: { readonly budget?: number } = {},
): ActivitySchedule {
  const budget = options.budget ?? DEFAULT_BUDGET;
  if (!(Number.isSafeInteger(budget) && budget > 0)) {
    throw new RangeError(`Cannot schedule activities: a budget of ${budget} schedules`);
  }
  const model = modelOf(project);
  const pieces = project.activities.map((): [number, number][] => []);
  const sink: StretchSink = (activity, from, until) => {
    const last = pieces[activity]?.at(-1);
    if (last !== undefined && last[1] === from) last[1] = until;
    else pieces[activity]?.push([from, until]);
  };
  if (isOnePersonCase(model)) {
    const placing = runOnePerson(model, sink);
    return described(project, { model, placing, pieces, engine: "exact one-person rule" });
  }
  const placing = isPlain(model) ? searchPlain(model, budget) : searchGeneral(model, budget, sink);
  return described(project, { model, placing, pieces, engine: "serial scheme" });
}

/** Returns the order in which the scheme makes the best schedule found. */
export function orderOf(model: Model, budget: number): Int32Array {
  if (isOnePersonCase(model)) return onePersonOrder(model);
  return (isPlain(model) ? searchPlain(model, budget) : searchGeneral(model, budget)).order;
}

function searchPlain({ network }: Model, budget: number): FoundOrder {
  const chains = longestChains(network);
  return searchOrders(
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
}

/** Backward passes see precedence and resources only, and so give orders; forward ones see everything. */
function searchGeneral(model: Model, budget: number, sink?: StretchSink): FoundOrder {
  const { network } = model;
  if (model.money !== undefined && !makeMoneyOverTime(model.money).holds()) {
    throw new RangeError(
      "Cannot schedule activities: money goes below its floor without any of them",
    );
  }
  const chains = longestChains(network, model);
  let least = leastPeriods(network, chains);
  chains.forEach((chain, activity) => {
    least = Math.max(least, chain + (model.releases[activity] as number));
  });
  const found = searchOrders(
    {
      before: network.before,
      next: network.next,
      urgency: chains,
      forward: makeGeneralScheme(model),
      backward: makeSerialScheme(reversedNetwork(network)),
      isMirror: false,
      least,
    },
    budget,
  );
  if (sink !== undefined) makeGeneralScheme(model, sink)(found.order, found);
  return found;
}

function described(
  { activities }: Project,
  given: {
    readonly model: Model;
    readonly placing: Placing;
    readonly pieces: readonly (readonly [number, number][])[];
    readonly engine: EngineName;
  },
): ActivitySchedule {
  const { model, placing, pieces } = given;
  const placed = activities.flatMap(({ id }, i) => {
    const [start, end] = [placing.starts[i] as number, placing.ends[i] as number];
    const split = model.splittable[i] === 1 ? [[id, pieces[i] ?? []] as const] : [];
    const over = end + (model.waits[i] as number);
    return end === Infinity
      ? []
      : [{ id, start, end, over, split, due: model.deadlines[i] as number }];
  });
  const isPlaced = new Set(placed.map(({ id }) => id));
  return {
    engine: given.engine,
    start: Object.fromEntries(placed.map(({ id, start }) => [id, start])),
    end: Object.fromEntries(placed.map(({ id, end }) => [id, end])),
    pieces: Object.fromEntries(placed.flatMap(({ split }) => split)),
    makespan: placed.reduce((latest, { over }) => Math.max(latest, over), 0),
    late: placed.filter(({ end, due }) => end > due).map(({ id }) => id),
    unplaced: activities.map(({ id }) => id).filter((id) => !isPlaced.has(id)),
  };
}
