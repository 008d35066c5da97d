// The serial scheme with everything that a project may have: lags and waits, release dates, fixed
// sessions, capacity that changes, splitting, money. As in serial-scheme.ts each activity in turn takes the
// earliest place; what has none is left out, with all that waits for it.

import { type MoneyOverTime, makeMoneyOverTime } from "./money-over-time.ts";
import type { Model } from "./project.ts";
import type { Pass } from "./search-orders.ts";

const NONE = -1;

/** Receives each stretch in which an activity runs: from a period up to another. */
export type StretchSink = (activity: number, from: number, until: number) => void;

export interface GeneralScheme {
  /** Places and returns the cost: makespan, far above that lateness, far above that what has no place. */
  readonly pass: Pass;
  /** The same, telling the stretches. What has no place starts and ends at Infinity. */
  readonly passTelling: (...given: [...Parameters<Pass>, StretchSink]) => number;
}

/** Returns the scheme for a model; an order must name what comes before first. */
export function makeGeneralScheme(model: Model): GeneralScheme {
  const { network, lags, releases } = model;
  const { durations, before } = network;
  const room = makeRoom(model);
  const money = model.money && makeMoneyOverTime(model.money);
  const horizon = horizonOf(model);

  const readyAt = (activity: number, ends: Float64Array): number => {
    const earlier = before[activity] as Int32Array;
    const lag = lags[activity] as Float64Array;
    let ready = releases[activity] as number;
    for (let k = 0; k < earlier.length; k++) {
      ready = Math.max(ready, (ends[earlier[k] as number] as number) + (lag[k] as number));
    }
    return ready;
  };

  const passTelling = (...given: [...Parameters<Pass>, StretchSink?]): number => {
    const [order, { starts, ends }, sink] = given;
    room.clear();
    money?.clear();
    let [makespan, late, left] = [0, 0, 0];
    for (const activity of order) {
      const start = earliestStart(model, { activity, ready: readyAt(activity, ends), room, money });
      starts[activity] = start;
      if (start === Infinity) {
        ends[activity] = Infinity;
        left += 1;
        continue;
      }
      const end = room.take(activity, start, sink);
      ends[activity] = end;
      if (end === Infinity) {
        // It could be begun and never finished: capacity runs out.
        starts[activity] = Infinity;
        left += 1;
        continue;
      }
      money?.pay(paymentOf(model, { activity, start, end }));
      makespan = Math.max(makespan, end + (model.waits[activity] as number));
      late += Math.max(0, end - (model.deadlines[activity] as number));
    }
    return makespan + horizon * (late + horizon * durations.length * left);
  };
  return { pass: (order, into) => passTelling(order, into), passTelling };
}

function paymentOf(
  model: Model,
  given: { readonly activity: number; readonly start: number; readonly end: number },
) {
  const { activity, start, end } = given;
  return {
    at: start,
    cost: model.costs[activity] as number,
    backAt: end + (model.refundDelays[activity] as number),
    back: model.refunds[activity] as number,
  };
}

/** The first period in which sessions, room and money all allow it to start; Infinity: none. */
function earliestStart(
  model: Model,
  given: {
    readonly activity: number;
    readonly ready: number;
    readonly room: Room;
    readonly money: MoneyOverTime | undefined;
  },
): number {
  const { activity, room, money } = given;
  const sessions = model.starts[activity];
  let start = given.ready;
  while (start < Infinity) {
    const begun = start;
    if (sessions !== undefined) start = sessions.find((session) => session >= begun) ?? Infinity;
    if (start === Infinity) break;
    start = room.fit(activity, start);
    if (start !== begun) continue;
    if (money === undefined || model.costs[activity] === 0) break;
    const end = room.endWhenStarted(activity, start);
    start = money.earliest(paymentOf(model, { activity, start, end }));
    if (start === begun) break;
  }
  return start;
}

/** Periods that no sensible schedule exceeds, to weigh lateness and what is left out. */
function horizonOf(model: Model): number {
  const sum = (numbers: Iterable<number>): number => {
    let total = 0;
    for (const number of numbers) total += Number.isFinite(number) ? number : 0;
    return total;
  };
  const lags = model.lags.map((list) => sum(list));
  const sessions = model.starts.map((list) => list?.at(-1) ?? 0);
  return (
    1 +
    sum(model.network.durations) +
    sum(model.waits) +
    sum(lags) +
    sum(model.releases) +
    sum(sessions) +
    (model.changeTimes.at(-1) ?? 0)
  );
}

/** What is free of each resource over time. */
interface Room {
  readonly clear: () => void;
  /** The first period from `from` on in which the activity fits (a splittable one: one period of it). */
  readonly fit: (activity: number, from: number) => number;
  /** When it would be over, with nothing taken. */
  readonly endWhenStarted: (activity: number, start: number) => number;
  /** Takes what it needs and returns its end. */
  readonly take: (activity: number, start: number, sink: StretchSink | undefined) => number;
}

function makeRoom(model: Model): Room {
  const { durations, needs, amounts, capacities } = model.network;
  const resources = capacities.length;
  const size = model.changeTimes.length + 2 * durations.length;
  // Moments at which something changes, as a linked list in order of time.
  const times = new Float64Array(size);
  const next = new Int32Array(size);
  const free = new Float64Array(size * resources);
  let moments = 0;

  const fits = (activity: number, moment: number): boolean => {
    const needed = needs[activity] as Int32Array;
    const amount = amounts[activity] as Float64Array;
    for (let k = 0; k < needed.length; k++) {
      const cell = moment * resources + (needed[k] as number);
      if ((free[cell] as number) < (amount[k] as number)) return false;
    }
    return true;
  };
  const untilOf = (moment: number): number =>
    next[moment] === NONE ? Infinity : (times[next[moment] as number] as number);
  const momentAt = (time: number): number => {
    let moment = 0;
    while (untilOf(moment) <= time) moment = next[moment] as number;
    return moment;
  };
  /** The moment that begins at the time, made where there is none. */
  const cutAt = (time: number): number => {
    const moment = momentAt(time);
    if (times[moment] === time) return moment;
    const made = moments++;
    times[made] = time;
    next[made] = next[moment] as number;
    next[moment] = made;
    free.copyWithin(made * resources, moment * resources, (moment + 1) * resources);
    return made;
  };
  const takeStretch = (activity: number, from: number, until: number): void => {
    const needed = needs[activity] as Int32Array;
    const amount = amounts[activity] as Float64Array;
    const last = cutAt(until);
    for (let moment = cutAt(from); moment !== last; moment = next[moment] as number) {
      for (let k = 0; k < needed.length; k++) {
        const cell = moment * resources + (needed[k] as number);
        free[cell] = (free[cell] as number) - (amount[k] as number);
      }
    }
  };
  /** Tells the stretches in which it runs when it starts then; returns its end. */
  const walk = (activity: number, start: number, tell?: (from: number, until: number) => void) => {
    let left = durations[activity] as number;
    if (left === 0) return start;
    if (model.splittable[activity] === 0) {
      tell?.(start, start + left);
      return start + left;
    }
    let moment = momentAt(start);
    for (let from = start; ; from = untilOf(moment), moment = next[moment] as number) {
      if (fits(activity, moment)) {
        const until = Math.min(untilOf(moment), from + left);
        left -= until - from;
        // What follows is cut where this one ends, so it is told before the list changes.
        const following = next[moment] as number;
        tell?.(from, until);
        if (left === 0) return until;
        if (following === NONE) return until;
      }
      if (next[moment] === NONE) return Infinity;
    }
  };
  return {
    clear: () => {
      moments = model.changeTimes.length;
      times.set(model.changeTimes);
      free.set(model.amounts);
      for (let k = 0; k < moments; k++) next[k] = k + 1 < moments ? k + 1 : NONE;
    },
    fit: (activity, from) => {
      const duration = durations[activity] as number;
      if (duration === 0) return from;
      const needed = model.splittable[activity] === 1 ? 1 : duration;
      let start = from;
      for (let moment = momentAt(from); moment !== NONE; moment = next[moment] as number) {
        if (!fits(activity, moment)) start = untilOf(moment);
        else if (untilOf(moment) >= start + needed) return start;
      }
      return Infinity;
    },
    endWhenStarted: (activity, start) => walk(activity, start),
    take: (activity, start, sink) => {
      const stretches: [number, number][] = [];
      const end = walk(activity, start, (from, until) => {
        const last = stretches.at(-1);
        if (last !== undefined && last[1] === from) last[1] = until;
        else stretches.push([from, until]);
      });
      if (end === Infinity) return end;
      for (const [from, until] of stretches) {
        takeStretch(activity, from, until);
        sink?.(activity, from, until);
      }
      return end;
    },
  };
}
