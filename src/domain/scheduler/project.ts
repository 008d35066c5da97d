// What the schedule engine is given, checked, and as plain numbers. Only id, duration, demands, after and
// capacities must be there; everything else says more of life than the plain problem does.

import { makeNetwork, type Network } from "./network.ts";

/** Work that spreads over what is free, such as hours of one's own: as fast as it can go, side by side with other. */
export interface Effort {
  /** The place of the resource that it takes among the capacities. */
  readonly resource: number;
  /** What it takes of the resource in all; above 0, fractions too. */
  readonly amount: number;
  /** Periods that it lasts at least: it takes no more in one than amount / leastPeriods; 0 when left out. */
  readonly leastPeriods?: number;
}

export interface Activity {
  readonly id: string;
  /** Whole periods, 0 or more. */
  readonly duration: number;
  /** What it takes of each resource in every period, in the order of the capacities. */
  readonly demands: readonly number[];
  /** Ids of what must be finished before it starts. */
  readonly after: readonly string[];
  /** Periods that must pass after its end before what waits for it starts, and before all is over. */
  readonly wait?: number;
  /** Periods between the end of one that it waits for and its own start, by id; the longer of this and
   * that one's wait counts. */
  readonly lags?: Readonly<Record<string, number>>;
  /** The first period in which it may run. */
  readonly release?: number;
  /** The period before which it should be over (its wait not counted). */
  readonly deadline?: number;
  /** The only periods in which it may start: fixed sessions, terms, sittings of an exam. */
  readonly starts?: readonly number[];
  /** Whether it may be interrupted and go on later. */
  readonly splittable?: boolean;
  /**
   * From its start on it takes what is free of one resource until it has had all, and ends there, within a
   * period too. With fixed starts it begins at one of them though nothing is free yet. A duration and demands besides
   * are a block: free as a whole from the same start on, such as classes; it ends when both are over.
   */
  readonly effort?: Effort;
  /** Money paid when it starts. */
  readonly cost?: number;
  /** Money that comes back: a share of the cost, at most the cap, so many periods after its end. */
  readonly reimbursement?: {
    readonly share: number;
    readonly cap?: number;
    readonly delay: number;
  };
}

/** From a period on there is so much of a resource. */
export interface CapacityStep {
  readonly from: number;
  readonly amount: number;
}

export interface Money {
  /** What is there when the first period begins. */
  readonly saved: number;
  /** What is put by in each period, there when the next begins. */
  readonly perPeriod?: number;
  /** What else comes or, below 0, goes: there when its period begins. */
  readonly changes?: readonly { readonly period: number; readonly amount: number }[];
  /** What must be left at any time. */
  readonly floor: number;
}

export interface Project {
  readonly activities: readonly Activity[];
  /** What there is of each resource: always the same, or in steps, the first from period 0. */
  readonly capacities: readonly (number | readonly CapacityStep[])[];
  readonly money?: Money;
}

/**
 * The project in numbers, by index of activity; the network's capacities are the largest there are, and an
 * effort stands in it as a block: as fast as it can ever go.
 */
export interface Model {
  readonly network: Network;
  /** Least periods between the end of each of `network.before` and the start. */
  readonly lags: readonly Float64Array[];
  readonly waits: Float64Array;
  readonly releases: Float64Array;
  /** Infinity where there is none. */
  readonly deadlines: Float64Array;
  readonly starts: readonly (Float64Array | undefined)[];
  readonly splittable: Uint8Array;
  /** What each takes in all of the resource there, and the periods that it lasts at least; 0: no effort. */
  readonly efforts: Float64Array;
  /** What must be free as a whole from the start on: periods, resources, how much of each. */
  readonly blocks: Pick<Network, "durations" | "needs" | "amounts">;
  readonly effortResources: Int32Array;
  readonly effortPeriods: Float64Array;
  readonly costs: Float64Array;
  readonly refunds: Float64Array;
  readonly refundDelays: Float64Array;
  /** Periods from which on there is another amount of something, the first being 0. */
  readonly changeTimes: Float64Array;
  /** What there is from each of these on: a row for each time, a column for each resource. */
  readonly amounts: Float64Array;
  readonly money: Money | undefined;
}

/**
 * Returns the project in numbers; RangeError with what is wrong in it. Periods and amounts are whole numbers
 * unless fractions are asked for.
 */
export function modelOf(
  { activities, capacities, money }: Project,
  numbersAre: "whole" | "fractions" = "whole",
): Model {
  const checkCount = numbersAre === "whole" ? checkWhole : checkAmount;
  const steps = capacities.map((capacity, resource) => stepsOf(capacity, resource, checkCount));
  const largest = steps.map((list) => Math.max(...list.map((step) => step.amount)));
  const indexOf = new Map<string, number>();
  for (const { id } of activities) {
    if (indexOf.has(id)) throw wrong(`"${id}" is there twice`);
    indexOf.set(id, indexOf.size);
  }
  for (const activity of activities) checkActivity(activity, largest, checkCount);
  if (money !== undefined) checkMoney(money, checkCount);
  const before = activities.map((activity) => earlierOf(activity, indexOf));
  const network = makeNetwork({
    durations: activities.map((activity) => shortestOf(activity, largest)),
    before,
    demands: activities.map((activity) => demandsOf(activity, largest)),
    capacities: largest,
  });
  if (network === undefined) throw wrong("some wait for each other in a circle");
  const numbers = (numberOf: (activity: Activity) => number | undefined, none = 0): Float64Array =>
    Float64Array.from(activities, (activity) => numberOf(activity) ?? none);
  const times = [...new Set([0, ...steps.flatMap((list) => list.map((step) => step.from))])];
  times.sort((a, b) => a - b);
  return {
    network,
    lags: before.map((list, index) =>
      Float64Array.from(list, (earlier) => {
        const { id, wait } = activities[earlier] as Activity;
        return Math.max(wait ?? 0, ownLag(activities[index] as Activity, id));
      }),
    ),
    waits: numbers((activity) => activity.wait),
    releases: numbers((activity) => activity.release),
    deadlines: numbers((activity) => activity.deadline, Number.POSITIVE_INFINITY),
    starts: activities.map(({ starts }) => starts && Float64Array.from(starts).sort()),
    splittable: Uint8Array.from(activities, ({ splittable }) => (splittable ? 1 : 0)),
    efforts: numbers(({ effort }) => effort?.amount),
    blocks: makeNetwork({
      durations: activities.map(({ duration }) => duration),
      before: activities.map(() => []),
      demands: activities.map(({ demands }) => demands),
      capacities: largest,
    }) as Network, // without precedence there is no circle
    effortResources: Int32Array.from(activities, ({ effort }) => effort?.resource ?? 0),
    effortPeriods: numbers(({ effort }) => effort?.leastPeriods),
    costs: numbers((activity) => activity.cost),
    refunds: numbers(({ cost, reimbursement: back }) =>
      back === undefined ? 0 : Math.min((cost ?? 0) * back.share, back.cap ?? Infinity),
    ),
    refundDelays: numbers((activity) => activity.reimbursement?.delay),
    changeTimes: Float64Array.from(times),
    amounts: Float64Array.from(times.flatMap((time) => steps.map((list) => amountAt(list, time)))),
    money,
  };
}

/** Returns whether the project is the plain problem: one amount of each resource, nothing optional. */
export function isPlain(model: Model): boolean {
  return (
    model.money === undefined &&
    model.changeTimes.length === 1 &&
    model.lags.every((lags) => lags.every((lag) => lag === 0)) &&
    model.waits.every((wait) => wait === 0) &&
    model.releases.every((release) => release === 0) &&
    model.deadlines.every((deadline) => deadline === Infinity) &&
    model.starts.every((starts) => starts === undefined) &&
    model.splittable.every((flag) => flag === 0) &&
    model.efforts.every((effort) => effort === 0)
  );
}

/** The periods that an activity lasts when all there ever is of its resource is free. */
function shortestOf({ duration, effort }: Activity, largest: readonly number[]): number {
  if (effort === undefined) return duration;
  const least = Math.max(duration, effort.leastPeriods ?? 0);
  return Math.max(least, effort.amount / (largest[effort.resource] as number));
}

function demandsOf(activity: Activity, largest: readonly number[]): readonly number[] {
  const { effort, demands } = activity;
  if (effort === undefined) return demands;
  const lasts = shortestOf(activity, largest);
  return demands.map((demand, resource) => {
    const block = (demand * activity.duration) / lasts;
    const own = resource === effort.resource ? effort.amount / lasts : 0;
    return Math.min(block + own, largest[resource] as number);
  });
}

function wrong(what: string): RangeError {
  return new RangeError(`Cannot schedule activities: ${what}`);
}

function ownLag({ lags }: Activity, earlier: string): number {
  return lags !== undefined && Object.hasOwn(lags, earlier) ? (lags[earlier] as number) : 0;
}

function amountAt(steps: readonly CapacityStep[], time: number): number {
  return steps.findLast((step) => step.from <= time)?.amount ?? 0;
}

/** RangeError unless the value can be what it is said to be. */
type Check = (value: number, what: string) => void;

function stepsOf(
  capacity: number | readonly CapacityStep[],
  resource: number,
  checkCount: Check,
): CapacityStep[] {
  const steps = typeof capacity === "number" ? [{ from: 0, amount: capacity }] : [...capacity];
  if (steps[0]?.from !== 0) throw wrong(`resource ${resource}: its steps do not begin at period 0`);
  steps.forEach(({ from, amount }, k) => {
    checkCount(amount, `resource ${resource}: a capacity`);
    checkCount(from, `resource ${resource}: a step from period`);
    if (k > 0 && from <= (steps[k - 1] as CapacityStep).from) {
      throw wrong(`resource ${resource}: its steps are not in order`);
    }
  });
  return steps;
}

function earlierOf({ id, after }: Activity, indexOf: ReadonlyMap<string, number>): number[] {
  return [...new Set(after)].map((earlier) => {
    const index = indexOf.get(earlier);
    if (index === undefined)
      throw wrong(`"${id}" waits for "${earlier}", which is not in the list`);
    return index;
  });
}

function checkActivity(activity: Activity, largest: readonly number[], checkCount: Check): void {
  const { id, demands, lags, reimbursement } = activity;
  checkCount(activity.duration, `activity "${id}": a duration`);
  if (demands.length !== largest.length) {
    throw wrong(`"${id}" has ${demands.length} demands for ${largest.length} resources`);
  }
  demands.forEach((demand, resource) => {
    checkCount(demand, `activity "${id}": a demand`);
    const capacity = largest[resource] as number;
    if (demand > capacity) {
      throw wrong(`"${id}" takes ${demand} of resource ${resource}, which has ${capacity}`);
    }
  });
  checkCount(activity.wait ?? 0, `activity "${id}": a wait`);
  checkCount(activity.release ?? 0, `activity "${id}": a release`);
  checkCount(activity.deadline ?? 0, `activity "${id}": a deadline`);
  for (const start of activity.starts ?? []) checkCount(start, `activity "${id}": a start`);
  for (const [earlier, lag] of Object.entries(lags ?? {})) {
    checkCount(lag, `activity "${id}": a lag`);
    if (!activity.after.includes(earlier)) {
      throw wrong(`"${id}" has a lag after "${earlier}", which it does not wait for`);
    }
  }
  if (activity.effort !== undefined) checkEffort(activity, activity.effort, largest);
  checkAmount(activity.cost ?? 0, `activity "${id}": a cost`);
  if (reimbursement === undefined) return;
  const { share, cap, delay } = reimbursement;
  if (!(share >= 0 && share <= 1)) {
    throw wrong(`activity "${id}": a share of ${share}; it must be from 0 to 1`);
  }
  checkAmount(cap ?? 0, `activity "${id}": a cap`);
  checkCount(delay, `activity "${id}": a delay`);
}

function checkEffort({ id, splittable }: Activity, effort: Effort, largest: readonly number[]) {
  const { resource, amount, leastPeriods } = effort;
  const capacity = largest[resource];
  if (capacity === undefined)
    throw wrong(`"${id}" has an effort of resource ${resource}, which is not there`);
  if (capacity === 0) throw wrong(`"${id}" takes some of resource ${resource}, which has 0`);
  if (!(Number.isFinite(amount) && amount > 0)) {
    throw wrong(`activity "${id}": an effort of ${amount}; it must be above 0`);
  }
  checkAmount(leastPeriods ?? 0, `activity "${id}": for an effort at least periods`);
  if (splittable === true) throw wrong(`"${id}" has an effort, and can be split besides`);
}

function checkMoney({ saved, perPeriod, changes, floor }: Money, checkCount: Check): void {
  if (!Number.isFinite(saved)) throw wrong(`money: ${saved} saved`);
  if (!Number.isFinite(floor)) throw wrong(`money: a floor of ${floor}`);
  checkAmount(perPeriod ?? 0, "money: in each period an amount");
  for (const { period, amount } of changes ?? []) {
    checkCount(period, "money: a change in period");
    if (!Number.isFinite(amount)) throw wrong(`money: a change of ${amount}`);
  }
}

function checkWhole(value: number, what: string): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw wrong(`${what} of ${value}; it must be a whole number, 0 or more`);
}

function checkAmount(value: number, what: string): void {
  if (Number.isFinite(value) && value >= 0) return;
  throw wrong(`${what} of ${value}; it must be 0 or more`);
}
