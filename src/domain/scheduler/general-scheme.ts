// The serial scheme with everything that a project may have: lags and waits, release dates, fixed
// sessions, capacity that changes, splitting, efforts that spread, money. As in serial-scheme.ts each activity in turn takes the
// earliest place; what has none is left out, with all that waits for it.

import { type MoneyOverTime, makeMoneyOverTime } from "./money-over-time.ts";
import type { Model } from "./project.ts";
import type { Pass } from "./search-orders.ts";

const NONE = -1;

/** Amounts of a resource that differ by less are the same. */
const AMOUNT_ROUNDING = 1e-9;
/** Moments that differ by less are the same: a tenth of a second where a period is a day. */
const TIME_ROUNDING = 1e-6;

/**
 * Receives each stretch in which an activity runs: from a period up to another, and how much an effort takes
 * in each period of it; 0 for what is no effort.
 */
export type StretchSink = (activity: number, from: number, until: number, rate: number) => void;

/**
 * Returns the pass that places the activities of a model, telling the stretches; an order must name what
 * comes before first. The cost is the makespan, far above that lateness, far above that what has no place,
 * which starts and ends at Infinity. Durations, lags and waits are read anew in each pass.
 */
export function makeGeneralScheme(model: Model, sink?: StretchSink): Pass {
  const { network, lags, releases } = model;
  const { durations, before } = network;
  const room = makeRoom(model);
  const money = model.money && makeMoneyOverTime(model.money);
  const earliestStart = makeStartFinder(model, room, money);
  const horizon = horizonOf(model);

  return (order, { starts, ends }) => {
    room.clear();
    money?.clear();
    let [makespan, late, left] = [0, 0, 0];
    for (let place = 0; place < order.length; place++) {
      const activity = order[place] as number;
      const earlier = before[activity] as Int32Array;
      const lag = lags[activity] as Float64Array;
      let ready = releases[activity] as number;
      for (let k = 0; k < earlier.length; k++) {
        ready = Math.max(ready, (ends[earlier[k] as number] as number) + (lag[k] as number));
      }
      const start = earliestStart(activity, ready);
      const end = start === Infinity ? Infinity : room.take(activity, start, sink);
      // What can be begun and never finished has no place either: its capacity runs out.
      starts[activity] = end === Infinity ? Infinity : start;
      ends[activity] = end;
      if (end === Infinity) {
        left += 1;
        continue;
      }
      if (money !== undefined && model.costs[activity] !== 0) {
        money.pay(paymentOf(model, { activity, start, end }));
      }
      makespan = Math.max(makespan, end + (model.waits[activity] as number));
      late += Math.max(0, end - (model.deadlines[activity] as number));
    }
    return makespan + horizon * (late + horizon * durations.length * left);
  };
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

/** Finds the first period in which sessions, room and money all allow an activity to start, or Infinity. */
function makeStartFinder(
  model: Model,
  room: Room,
  money: MoneyOverTime | undefined,
): (activity: number, ready: number) => number {
  return (activity, ready) => {
    const sessions = model.starts[activity];
    let start = ready;
    while (start < Infinity) {
      const begun = start;
      if (sessions !== undefined) start = sessions.find((session) => session >= begun) ?? Infinity;
      if (start === Infinity) break;
      start = room.fit(activity, start);
      // A later one is looked at anew, unless there is nothing else to look at.
      const isPaid = money !== undefined && model.costs[activity] !== 0;
      if (sessions === undefined && !isPaid) break;
      if (start !== begun) continue;
      if (!isPaid) break;
      const end = room.endWhenStarted(activity, start);
      start = money.earliest(paymentOf(model, { activity, start, end }));
      if (start === begun) break;
    }
    return start;
  };
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
  const { durations, needs, amounts } = model.blocks;
  const resources = model.network.capacities.length;
  // Each activity may cut four moments in two: where its block and its effort begin and end.
  const size = model.changeTimes.length + 4 * durations.length;
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
      if ((free[cell] as number) < (amount[k] as number) - AMOUNT_ROUNDING) return false;
    }
    return true;
  };
  const untilOf = (moment: number): number =>
    next[moment] === NONE ? Infinity : (times[next[moment] as number] as number);
  // Where the last search ended; the next is often near.
  let near = 0;
  const momentAt = (time: number): number => {
    let moment = (times[near] as number) <= time ? near : 0;
    for (;;) {
      const following = next[moment] as number;
      if (following === NONE || (times[following] as number) > time) break;
      moment = following;
    }
    near = moment;
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
    for (let resource = 0; resource < resources; resource++) {
      free[made * resources + resource] = free[moment * resources + resource] as number;
    }
    return made;
  };
  const takeStretch = (activity: number, from: number, until: number, rate: number): void => {
    const needed = needs[activity] as Int32Array;
    const amount = amounts[activity] as Float64Array;
    const last = cutAt(until);
    const resource = model.effortResources[activity] as number;
    for (let moment = cutAt(from); moment !== last; moment = next[moment] as number) {
      if (rate > 0) {
        const cell = moment * resources + resource;
        free[cell] = (free[cell] as number) - rate;
        continue;
      }
      for (let k = 0; k < needed.length; k++) {
        const cell = moment * resources + (needed[k] as number);
        free[cell] = (free[cell] as number) - (amount[k] as number);
      }
    }
  };
  /** What an effort can take in a period from a moment on, when so much more is taken besides. */
  const rateAt = (activity: number, moment: number, besides = 0): number => {
    const periods = model.effortPeriods[activity] as number;
    const most = periods > 0 ? (model.efforts[activity] as number) / periods : Infinity;
    const cell = moment * resources + (model.effortResources[activity] as number);
    return Math.min(most, (free[cell] as number) - besides);
  };
  /** What the activity's block takes of the resource of its effort in a period. */
  const blockRateOf = (activity: number): number => {
    const place = (needs[activity] as Int32Array).indexOf(
      model.effortResources[activity] as number,
    );
    return place < 0 ? 0 : (amounts[activity]?.[place] as number);
  };
  type Tell = (from: number, until: number, rate: number) => void;
  /** Tells the stretches of an effort that starts then, its block not being taken before `blockEnd`; returns its end. */
  const walkEffort = (activity: number, start: number, blockEnd: number, tell?: Tell): number => {
    const blockRate = blockEnd > start ? blockRateOf(activity) : 0;
    let left = model.efforts[activity] as number;
    let moment = momentAt(start);
    for (let from = start; ; ) {
      const isInBlock = from < blockEnd;
      const rate = rateAt(activity, moment, isInBlock ? blockRate : 0);
      const until = isInBlock ? Math.min(blockEnd, untilOf(moment)) : untilOf(moment);
      if (rate > AMOUNT_ROUNDING) {
        const done = from + left / rate;
        if (done < until - TIME_ROUNDING) {
          tell?.(from, done, rate);
          return done;
        }
        if (until < Infinity) tell?.(from, until, rate);
        if (done <= until + TIME_ROUNDING) return until;
        left -= rate * (until - from);
      }
      if (until === Infinity) return Infinity;
      if (until === untilOf(moment)) moment = next[moment] as number;
      from = until;
    }
  };
  /** Tells the stretches in which it runs when it starts then; returns its end. */
  const walk = (activity: number, start: number, tell?: Tell) => {
    if (model.efforts[activity] !== 0) {
      const blockEnd = start + (durations[activity] as number);
      return Math.max(blockEnd, walkEffort(activity, start, blockEnd, tell));
    }
    let left = durations[activity] as number;
    if (left === 0) return start;
    if (model.splittable[activity] === 0) {
      tell?.(start, start + left, 0);
      return start + left;
    }
    let moment = momentAt(start);
    for (let from = start; ; from = untilOf(moment), moment = next[moment] as number) {
      if (fits(activity, moment)) {
        const until = untilOf(moment);
        if (from + left <= until) {
          tell?.(from, from + left, 0);
          return from + left;
        }
        tell?.(from, until, 0);
        left -= until - from;
      }
      if (next[moment] === NONE) return Infinity;
    }
  };
  // The stretches of the activity at hand; those that meet are one.
  const froms = new Float64Array(size);
  const untils = new Float64Array(size);
  const rates = new Float64Array(size);
  let stretches = 0;
  const note = (from: number, until: number, rate: number): void => {
    const goesOn = stretches > 0 && untils[stretches - 1] === from && rates[stretches - 1] === rate;
    if (goesOn) untils[stretches - 1] = until;
    else {
      froms[stretches] = from;
      untils[stretches] = until;
      rates[stretches] = rate;
      stretches += 1;
    }
  };
  return {
    clear: () => {
      moments = model.changeTimes.length;
      near = 0;
      times.set(model.changeTimes);
      free.set(model.amounts);
      for (let k = 0; k < moments; k++) next[k] = k + 1 < moments ? k + 1 : NONE;
    },
    fit: (activity, from) => {
      if (model.efforts[activity] !== 0 && durations[activity] === 0) {
        // Whoever is enrolled has begun, be there an hour free that day or not.
        if (model.starts[activity] !== undefined) return from;
        let moment = momentAt(from);
        let begin = from;
        while (rateAt(activity, moment) <= AMOUNT_ROUNDING) {
          moment = next[moment] as number;
          if (moment === NONE) return Infinity;
          begin = times[moment] as number;
        }
        return begin;
      }
      const duration = durations[activity] as number;
      if (duration === 0) return from;
      const needed = model.splittable[activity] === 1 ? 0 : duration;
      let start = from;
      for (let moment = momentAt(from); moment !== NONE; moment = next[moment] as number) {
        if (!fits(activity, moment)) start = untilOf(moment);
        else if (untilOf(moment) >= start + needed) return start;
      }
      return Infinity;
    },
    endWhenStarted: (activity, start) => walk(activity, start),
    take: (activity, start, sink) => {
      stretches = 0;
      const end = walk(activity, start, note);
      if (end === Infinity) return end;
      const isBeside = model.efforts[activity] !== 0 && durations[activity] !== 0;
      if (isBeside) {
        const blockEnd = start + (durations[activity] as number);
        takeStretch(activity, start, blockEnd, 0);
        sink?.(activity, start, blockEnd, blockRateOf(activity));
      }
      for (let k = 0; k < stretches; k++) {
        const [from, until] = [froms[k] as number, untils[k] as number];
        takeStretch(activity, from, until, rates[k] as number);
        sink?.(activity, from, until, rates[k] as number);
      }
      return end;
    },
  };
}
