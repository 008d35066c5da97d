// The person's own pace, learned from finished actions: hours noted against hours reckoned. What is known
// beforehand weighs as much as so many hours, so that one lucky course changes little.

import type { Action, LearnedPace } from "../schedule/plan.ts";
import type { ActionProgress } from "../schedule/progress.ts";
import { PACE } from "../schedule/simulate-plan.ts";

/**
 * Assumption: what is believed of a person's pace beforehand weighs as much as this many finished hours,
 * about a short course. With as many hours finished the estimate lies half-way to what was observed.
 */
export const PRIOR_HOURS = 100;

/**
 * Assumption: finished actions with less than this share of their reckoned hours noted were not noted
 * whole, and say nothing of pace.
 */
export const LEAST_SHARE_NOTED = 0.5;

/** Assumption: beyond twice or half, the action was another one than was reckoned, not the pace. */
const FARTHEST = { low: 0.5, high: 2 };

/** Assumption: a pace nearer to 1 than this is no news, and changes no hours. */
const LEAST_NEWS = 0.05;

/** What is believed when nothing was finished. */
export const NO_PACE: LearnedPace = {
  actions: 0,
  observed: 1,
  mean: 1,
  low: PACE.low,
  high: PACE.high,
};

/**
 * Returns the pace as the mean of a gamma distribution whose prior has mean 1 and the weight of
 * PRIOR_HOURS: (prior + noted) / (prior + reckoned). Its band is that of PACE, narrowed by the root of the
 * weight. Finished actions without hours noted, or with less than half, are left out.
 */
export function learnedPace(
  actions: readonly Action[],
  progress: ReadonlyMap<string, ActionProgress>,
): LearnedPace {
  let [count, noted, reckoned] = [0, 0, 0];
  for (const { id, hours } of actions) {
    const own = progress.get(id);
    if (own?.doneOn === undefined || own.hours === 0) continue;
    if (own.hours < LEAST_SHARE_NOTED * hours.likely || hours.likely === 0) continue;
    count += 1;
    noted += own.hours;
    reckoned += hours.likely;
  }
  if (count === 0) return NO_PACE;
  const weight = PRIOR_HOURS + reckoned;
  const estimate = within((PRIOR_HOURS + noted) / weight);
  const mean = Math.abs(estimate - 1) < LEAST_NEWS ? 1 : estimate;
  const narrowed = Math.sqrt(PRIOR_HOURS / weight);
  return {
    actions: count,
    observed: noted / reckoned,
    mean,
    low: mean * (1 - (1 - PACE.low) * narrowed),
    high: mean * (1 + (PACE.high - 1) * narrowed),
  };
}

function within(mean: number): number {
  return Math.min(FARTHEST.high, Math.max(FARTHEST.low, mean));
}

/**
 * Returns "Your finished actions took about 1.2 times the hours reckoned, so the rest is reckoned with
 * 1.1"; undefined when nothing could be learned or the rest is reckoned as before.
 */
export function paceInWords({ actions, observed, mean }: LearnedPace): string | undefined {
  if (actions === 0 || toTenths(mean) === "1.0") return undefined;
  const finished = actions === 1 ? "Your finished action" : "Your finished actions";
  return `${finished} took about ${toTenths(observed)} times the hours reckoned, so the rest is reckoned with ${toTenths(mean)}`;
}

function toTenths(factor: number): string {
  return (Math.round(factor * 10) / 10).toFixed(1);
}
