// Which activities the end of everything hangs on: from the last ones back through what each of them had to
// wait for, be it an activity before it or one that held what it needs (a critical sequence, Wiest 1964).

import type { Model } from "./project.ts";
import type { Placing } from "./search-orders.ts";

export interface CriticalFinder {
  /** Finds them in a schedule that ends then. */
  (placing: Placing, makespan: number): void;
  /** 1 for each that was found; overwritten by the next schedule. */
  readonly found: Uint8Array;
}

/** Sums of the same numbers in another order differ by less than this share. */
const ROUNDING_SHARE = 1e-9;

/**
 * Returns a finder for schedules of the model in which the activities were placed in that order. Its
 * durations, lags and waits are read anew each time. What is interrupted hangs on all that took its
 * place meanwhile; what waits for a session or for money on nothing but these.
 */
export function criticalFinder(model: Model, order: Int32Array): CriticalFinder {
  const { before, needs, durations } = model.network;
  const count = durations.length;
  const found = new Uint8Array(count);
  const stack = new Int32Array(count);
  const place = new Int32Array(count);
  order.forEach((activity, k) => {
    place[activity] = k;
  });
  // Only what was placed before it can have held it up.
  const rivals = needs.map((own, activity) =>
    Int32Array.from(
      [...needs.keys()].filter(
        (other) =>
          (place[other] as number) < (place[activity] as number) &&
          needs[other]?.some((resource) => own.includes(resource)),
      ),
    ),
  );
  let depth = 0;
  const mark = (activity: number): void => {
    if (found[activity] === 1) return;
    found[activity] = 1;
    stack[depth++] = activity;
  };
  const find = ({ starts, ends }: Placing, makespan: number): void => {
    const rounding = ROUNDING_SHARE * makespan;
    found.fill(0);
    depth = 0;
    for (let i = 0; i < count; i++) {
      if ((ends[i] as number) + (model.waits[i] as number) >= makespan - rounding) mark(i);
    }
    while (depth > 0) {
      depth -= 1;
      const activity = stack[depth] as number;
      const start = starts[activity] as number;
      const earlier = before[activity] as Int32Array;
      const lags = model.lags[activity] as Float64Array;
      let ready = model.releases[activity] as number;
      for (let k = 0; k < earlier.length; k++) {
        const moment = (ends[earlier[k] as number] as number) + (lags[k] as number);
        if (moment > ready) ready = moment;
        if (moment >= start - rounding) mark(earlier[k] as number);
      }
      const isHeld = start > ready + rounding;
      const isBroken =
        (model.splittable[activity] === 1 || model.efforts[activity] !== 0) &&
        (ends[activity] as number) - start > (durations[activity] as number) + rounding;
      const others = rivals[activity] as Int32Array;
      if (isHeld) {
        for (let k = 0; k < others.length; k++) {
          const end = ends[others[k] as number] as number;
          if (end >= start - rounding && end <= start + rounding) mark(others[k] as number);
        }
      }
      if (isBroken) {
        const own = ends[activity] as number;
        for (let k = 0; k < others.length; k++) {
          const other = others[k] as number;
          if ((ends[other] as number) > start && (starts[other] as number) < own) mark(other);
        }
      }
    }
  };
  return Object.assign(find, { found });
}
