// The scheduling engine, in plain numbers: items of work with hours, least calendar days, waits and
// precedence, one person, so many hours a day. Hours can be split and spread; several items may run
// side by side within the day's hours. Actions and dates are schedule-actions.ts's.

import { seededRandom } from "../random-source.ts";
import { daysUntil, type HoursOverTime, mostHours } from "./hours-over-time.ts";

/** Items of work by index; every array has one entry an item. */
export interface Work {
  /** The person's own hours; 0 for what only takes time. */
  readonly hours: Float64Array;
  /** Calendar days it takes at least: its hours are never done faster than hours / days. */
  readonly days: Float64Array;
  /** Days that must pass after its end before what comes after may start. */
  readonly waits: Float64Array;
  /** Day before which it cannot start. */
  readonly releases: Float64Array;
  /** Days on which alone an item can begin, in order; after the last, any; undefined for any day. */
  readonly sessions: readonly (Float64Array | undefined)[];
  /** Items that must be finished, and waited for, first. */
  readonly before: readonly (readonly number[])[];
  /** The same, the other way round. */
  readonly next: readonly (readonly number[])[];
}

/** When each item starts and ends, in days from the start, and when the last wait is over. */
export interface WorkDates {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly finish: number;
}

/** Receives each stretch of steady work: item, from, to (days), hours a day. */
export type StretchSink = (item: number, from: number, to: number, hoursPerDay: number) => void;

/**
 * - exact: no schedule whatever ends earlier
 * - serial: the best of several priority orders; a better one may exist
 */
export type ScheduleRule = "exact" | "serial";

/** Differences below this are rounding: about a tenth of a second in days. */
const EPSILON = 1e-6;
/** Measured here: beyond a dozen sampled orders plans of up to 40 actions hardly ever get shorter. */
export const SAMPLED_ORDERS = 12;
const SAMPLING_SEED = 20260;

/** Returns the items with their precedence both ways; a RangeError when it runs in a circle. */
export function makeWork(
  items: readonly {
    readonly hours: number;
    readonly days: number;
    readonly wait: number;
    readonly release: number;
    readonly sessions?: Float64Array | undefined;
    readonly before: readonly number[];
  }[],
): Work {
  const next: number[][] = items.map(() => []);
  items.forEach((item, index) => {
    for (const earlier of item.before) next[earlier]?.push(index);
  });
  const work: Work = {
    hours: Float64Array.from(items, (item) => item.hours),
    days: Float64Array.from(items, (item) => item.days),
    waits: Float64Array.from(items, (item) => item.wait),
    releases: Float64Array.from(items, (item) => item.release),
    sessions: items.map((item) => item.sessions),
    before: items.map((item) => item.before),
    next,
  };
  if (topologicalOrder(work).length < items.length) {
    throw new RangeError("Cannot schedule actions: some wait for each other in a circle");
  }
  return work;
}

function topologicalOrder(work: Work): readonly number[] {
  const open = work.before.map((before) => before.length);
  const order: number[] = [];
  open.forEach((count, item) => {
    if (count === 0) order.push(item);
  });
  for (let k = 0; k < order.length; k++) {
    for (const later of work.next[order[k] as number] as readonly number[]) {
      open[later] = (open[later] as number) - 1;
      if (open[later] === 0) order.push(later);
    }
  }
  return order;
}

/**
 * Returns the dates when at every moment the hours go to the available items in the given order,
 * each no faster than its least days allow. Placing the items one by one in that order, each as early
 * as the hours left over allow, gives the same.
 */
export function runInOrder(
  work: Work,
  order: readonly number[],
  hours: HoursOverTime,
  sink?: StretchSink,
): WorkDates {
  return makeRunner(work)(order, hours, sink);
}

/**
 * Returns a function that runs the work as runInOrder() does, for many runs: it reads the work's
 * arrays anew at each call, and what it returns is overwritten by the next.
 */
export function makeRunner(
  work: Work,
): (order: readonly number[], hours: HoursOverTime, sink?: StretchSink) => WorkDates {
  const count = work.hours.length;
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const left = new Float64Array(count);
  const ready = new Float64Array(count);
  const rates = new Float64Array(count);
  const open = new Int32Array(count);
  const rank = new Int32Array(count);
  // Items whose predecessors are done and that have hours left, by rank.
  const active = new Int32Array(count);
  const closing: number[] = [];
  let activeCount = 0;
  let remaining = 0;
  let finish = 0;

  const activate = (item: number): void => {
    let place = activeCount++;
    const own = rank[item] as number;
    while (place > 0 && (rank[active[place - 1] as number] as number) > own) {
      active[place] = active[place - 1] as number;
      place -= 1;
    }
    active[place] = item;
  };
  const openUp = (item: number): void => {
    const sessions = work.sessions[item];
    if (sessions !== undefined) {
      const day = ready[item] as number;
      ready[item] = sessions.find((session) => session >= day - EPSILON) ?? day;
    }
    if ((work.hours[item] as number) > 0) {
      activate(item);
      return;
    }
    starts[item] = ready[item] as number;
    ends[item] = (ready[item] as number) + (work.days[item] as number);
    closing.push(item);
  };
  const closeAll = (): void => {
    for (let item = closing.pop(); item !== undefined; item = closing.pop()) {
      remaining -= 1;
      const free = (ends[item] as number) + (work.waits[item] as number);
      if (free > finish) finish = free;
      for (const later of work.next[item] as readonly number[]) {
        if (free > (ready[later] as number)) ready[later] = free;
        open[later] = (open[later] as number) - 1;
        if (open[later] === 0) openUp(later);
      }
    }
  };

  return (order, { from: steps, hoursPerDay }, sink) => {
    left.set(work.hours);
    ready.set(work.releases);
    starts.fill(-1);
    activeCount = 0;
    remaining = count;
    finish = 0;
    for (let place = 0; place < count; place++) rank[order[place] as number] = place;
    for (let item = 0; item < count; item++) open[item] = work.before[item]?.length ?? 0;
    for (let item = 0; item < count; item++) if (work.before[item]?.length === 0) openUp(item);
    closeAll();

    let now = 0;
    let step = 0;
    while (remaining > 0) {
      while ((steps[step + 1] ?? Number.POSITIVE_INFINITY) <= now + EPSILON) step += 1;
      let free = hoursPerDay[step] as number;
      let until = steps[step + 1] ?? Number.POSITIVE_INFINITY;
      // Below the item that takes the last hours nothing can happen before the next event.
      let reached = 0;
      for (; reached < activeCount && free > EPSILON; reached++) {
        const item = active[reached] as number;
        const from = ready[item] as number;
        rates[item] = 0;
        if (from > now + EPSILON) {
          if (from < until) until = from;
        } else {
          const days = work.days[item] as number;
          const rate = days > 0 ? Math.min(free, (work.hours[item] as number) / days) : free;
          rates[item] = rate;
          free -= rate;
          const done = now + (left[item] as number) / rate;
          if (done < until) until = done;
        }
      }
      if (until === Number.POSITIVE_INFINITY) {
        throw new RangeError("Cannot schedule actions: there are no hours to give");
      }
      let kept = 0;
      for (let place = 0; place < reached; place++) {
        const item = active[place] as number;
        const rate = rates[item] as number;
        if (rate > 0) {
          if (starts[item] === -1) starts[item] = now;
          sink?.(item, now, until, rate);
          left[item] = (left[item] as number) - rate * (until - now);
          if ((left[item] as number) <= EPSILON) {
            ends[item] = until;
            closing.push(item);
            continue;
          }
        }
        active[kept++] = item;
      }
      if (kept < reached) {
        active.copyWithin(kept, reached, activeCount);
        activeCount -= reached - kept;
        closeAll();
      }
      now = until;
    }
    return { starts, ends, finish };
  };
}

/** Returns the days from each item's end to the end of everything, if nothing else were in the way. */
export function tailsOf(work: Work, hoursPerDay: number): Float64Array {
  const tails = new Float64Array(work.hours.length);
  const order = topologicalOrder(work);
  for (let k = order.length - 1; k >= 0; k--) {
    const item = order[k] as number;
    let longest = 0;
    for (const later of work.next[item] as readonly number[]) {
      longest = Math.max(longest, lengthOf(work, later, hoursPerDay) + (tails[later] as number));
    }
    tails[item] = (work.waits[item] as number) + longest;
  }
  return tails;
}

function lengthOf(work: Work, item: number, hoursPerDay: number): number {
  return Math.max(work.days[item] as number, (work.hours[item] as number) / hoursPerDay);
}

/**
 * Returns whether always running the available item with the longest tail is exact: no item is held
 * back by its least days (at the most hours a day that there ever are) or by sessions, and no wait (nor anything that only takes time) lies between two items of
 * work. It is then one machine with preemption, release dates, precedence and tails, which that rule
 * solves (Lawler 1973 and Blazewicz 1976 on due dates; tails are the same problem mirrored).
 */
export function isPlainCase(work: Work, hoursPerDay: number): boolean {
  if (work.sessions.some((sessions) => sessions !== undefined)) return false;
  const count = work.hours.length;
  const order = topologicalOrder(work);
  const workBefore = new Uint8Array(count);
  const workFrom = new Uint8Array(count);
  for (const item of order) {
    for (const earlier of work.before[item] as readonly number[]) {
      if ((work.hours[earlier] as number) > 0 || workBefore[earlier] === 1) workBefore[item] = 1;
    }
  }
  for (let k = count - 1; k >= 0; k--) {
    const item = order[k] as number;
    const later = (work.next[item] as readonly number[]).some((other) => workFrom[other] === 1);
    workFrom[item] = later || (work.hours[item] as number) > 0 ? 1 : 0;
    const hours = work.hours[item] as number;
    const days = work.days[item] as number;
    if (hours > 0 && days > 0 && hours / days < hoursPerDay - EPSILON) return false;
    const idle = (work.waits[item] as number) + (hours > 0 ? 0 : days);
    if (later && idle > 0 && (hours > 0 || workBefore[item] === 1)) return false;
  }
  return true;
}

/** Returns days below which no schedule can end: the longest chain, or all hours one after another. */
export function leastDays(work: Work, hoursThere: HoursOverTime): number {
  const hoursPerDay = mostHours(hoursThere);
  const tails = tailsOf(work, hoursPerDay);
  let chain = 0;
  let hours = 0;
  for (let item = 0; item < tails.length; item++) {
    const from = (work.releases[item] as number) + lengthOf(work, item, hoursPerDay);
    chain = Math.max(chain, from + (tails[item] as number));
    hours += work.hours[item] as number;
  }
  return Math.max(chain, daysUntil(hoursThere, hours));
}

/** Returns the items by descending priority, ties by index. */
function orderBy(priorities: Float64Array): readonly number[] {
  return Array.from(priorities, (_, item) => item).sort(
    (a, b) => (priorities[b] as number) - (priorities[a] as number) || a - b,
  );
}

/**
 * Returns an order to run the items in and the rule that it comes from: the exact one in the plain
 * case, otherwise the best of several (longest tail, longest tail with its own length, as given, and a
 * dozen sampled around them), by the end of everything, then by the sum of ends. It stops at one that
 * nothing can beat.
 */
export function chooseOrder(
  work: Work,
  hours: HoursOverTime,
): { readonly order: readonly number[]; readonly rule: ScheduleRule; readonly finish: number } {
  // At the most hours a day a tail is never longer than it can be, so that the rule stays exact.
  const hoursPerDay = mostHours(hours);
  const tails = tailsOf(work, hoursPerDay);
  const byTail = orderBy(tails);
  if (isPlainCase(work, hoursPerDay)) {
    return { order: byTail, rule: "exact", finish: runInOrder(work, byTail, hours).finish };
  }
  const whole = tails.map((tail, item) => tail + lengthOf(work, item, hoursPerDay));
  const orders = [orderBy(whole), byTail, Array.from(tails, (_, item) => item)];
  const random = seededRandom(SAMPLING_SEED);
  for (let k = 0; k < SAMPLED_ORDERS; k++) {
    orders.push(orderBy(whole.map((priority) => priority * (0.5 + random()))));
  }
  const bound = leastDays(work, hours);
  let best = orders[0] as readonly number[];
  let bestFinish = Number.POSITIVE_INFINITY;
  let bestSum = Number.POSITIVE_INFINITY;
  for (const order of orders) {
    const dates = runInOrder(work, order, hours);
    const sum = dates.ends.reduce((total, end) => total + end, 0);
    const sooner = dates.finish < bestFinish - EPSILON;
    if (sooner || (dates.finish < bestFinish + EPSILON && sum < bestSum - EPSILON)) {
      best = order;
      bestFinish = dates.finish;
      bestSum = sum;
    }
    if (bestFinish < bound + EPSILON) break;
  }
  return { order: best, rule: "serial", finish: bestFinish };
}
