// The schedule engine of the library: activities that wait for each other and share what there is of
// each resource, in whole periods, ending as early as the search finds. What a person's plan needs
// besides (actions, dates) is schedule/schedule-actions.ts's.

import { makeGeneralScheme, type StretchSink } from "./general-scheme.ts";
import { makeMoneyOverTime } from "./money-over-time.ts";
import { leastPeriods, longestChains, reversedNetwork } from "./network.ts";
import {
  isOneEffortCase,
  isOnePersonCase,
  onePersonOrder,
  runOnePerson,
} from "./one-person-rule.ts";
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
  /** The stretches in which each that can be split, and each effort, runs: from a period up to another. */
  readonly pieces: Readonly<Record<string, readonly (readonly [from: number, until: number])[]>>;
  /** Periods to the end of everything, last waits included. */
  readonly makespan: number;
  /** Ids of those over after their deadline. */
  readonly late: readonly string[];
  /** Ids of those for which there is never room, money or a session, and of what waits for them. */
  readonly unplaced: readonly string[];
}

/** Ends that differ by less are the same. */
const ROUNDING = 1e-6;

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
  if (isOneEffortCase(model)) {
    const placing = placedInOrder(model, onePersonOrder(model), sink);
    return described(project, { model, placing, pieces, engine: "exact one-person rule" });
  }
  const placing = isPlain(model) ? searchPlain(model, budget) : searchGeneral(model, budget, sink);
  return described(project, { model, placing, pieces, engine: "serial scheme" });
}

/** Returns when everything runs when it is placed in the order, which names what comes before first. */
export function placedInOrder(model: Model, order: Int32Array, sink?: StretchSink): Placing {
  const count = order.length;
  const placing = { starts: new Float64Array(count), ends: new Float64Array(count) };
  makeGeneralScheme(model, sink)(order, placing);
  return placing;
}

/** An order, which engine it comes from, and periods below which no schedule ends. */
export interface BestOrder {
  readonly order: Int32Array;
  readonly engine: EngineName;
  readonly least: number;
}

/** Returns the order in which the scheme makes the best schedule found. */
export function bestOrder(model: Model, budget: number): BestOrder {
  const least = leastOf(model);
  if (isOnePersonCase(model) || isOneEffortCase(model)) {
    return { order: onePersonOrder(model), engine: "exact one-person rule", least };
  }
  const found = isPlain(model) ? searchPlain(model, budget) : searchGeneral(model, budget);
  return { order: found.order, engine: "serial scheme", least };
}

/** Periods below which no schedule ends: the longest chain from its release on, or the busiest resource. */
function leastOf(model: Model): number {
  const chains = longestChains(model.network, model);
  return chains.reduce(
    (least, chain, activity) => Math.max(least, chain + (model.releases[activity] as number)),
    periodsForWork(model),
  );
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
  const found = searchOrders(
    {
      before: network.before,
      next: network.next,
      urgency: chains,
      forward: makeGeneralScheme(model),
      backward: makeSerialScheme(reversedNetwork(network)),
      isMirror: false,
      least: leastOf(model) + ROUNDING,
    },
    budget,
  );
  if (sink !== undefined) makeGeneralScheme(model, sink)(found.order, found);
  return found;
}

/** Periods below which no schedule can end: until all there is of the busiest resource comes to what is taken. */
function periodsForWork({ network, changeTimes, amounts }: Model): number {
  const resources = network.capacities.length;
  const work = new Float64Array(resources);
  network.durations.forEach((duration, activity) => {
    (network.needs[activity] as Int32Array).forEach((resource, k) => {
      const amount = duration * (network.amounts[activity]?.[k] as number);
      work[resource] = (work[resource] as number) + amount;
    });
  });
  let least = 0;
  work.forEach((total, resource) => {
    let left = total;
    for (let step = 0; step < changeTimes.length && left > 0; step++) {
      const from = changeTimes[step] as number;
      const rate = amounts[step * resources + resource] as number;
      const there = rate * ((changeTimes[step + 1] ?? Infinity) - from);
      if (there >= left) least = Math.max(least, from + left / rate);
      left -= there;
    }
  });
  return least;
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
    const isInPieces = model.splittable[i] === 1 || model.efforts[i] !== 0;
    const split = isInPieces ? [[id, pieces[i] ?? []] as const] : [];
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
