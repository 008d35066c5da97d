// What to find out next: for each thing not known, how much knowing it could raise the chance, because it
// could change the choice (expected value of information), and how far it moves the chance by itself.

import { monthlyOf } from "./career-hazards.ts";
import type { CareerOutlook } from "./career-outlook.ts";
import { type CareerPolicy, solveCareer, solveForChance } from "./career-policy.ts";
import type { Leg, Track } from "./career-track.ts";
import { bestNotKnowing } from "./two-worlds.ts";

export const UNKNOWNS = ["openings", "exam", "reimbursement"] as const;
export type UnknownKind = (typeof UNKNOWNS)[number];

/** Assumption: both ends of what is not known are equally likely. */
export const END_WEIGHT = 0.5;
/** Assumption: by how much one's own chance to pass differs from what is usual. */
export const EXAM_SPREAD = { harder: 0.15, easier: 0.1 } as const;
/** The most that an employer in the US can pay for education in a year free of tax (IRC section 127). */
export const REIMBURSED_A_YEAR = 5250;
/** What is passed less often than this, or more often than the other, is no guess any more. */
const PASS_BOUNDS = { least: 0.05, most: 0.99 } as const;
/** A gain below this is none: rounding. */
const NO_GAIN = 1e-9;

export interface FindOut {
  readonly kind: UnknownKind;
  /** What it is about: a leg of the chosen track; undefined for the employer. */
  readonly leg: Leg | undefined;
  /** The two ends: the monthly chance, the chance to pass, or the fees paid by the employer. */
  readonly low: number;
  readonly high: number;
  /** The chance of the goal at either end, when it is known from the start. */
  readonly chanceLow: number;
  readonly chanceHigh: number;
  /** How much knowing it now raises the chance on average; 0 where it changes no choice. */
  readonly gain: number;
  /** Whether the gain is at most this, not this: what an employer pays is seen when a fee is due. */
  readonly isBound: boolean;
}

/** Returns the unknowns, those first that are worth most to know, then those that move the chance most. */
export function findOutOf(outlook: CareerOutlook): readonly FindOut[] {
  const { tracks, plans, policy } = outlook;
  const [chosen] = tracks as readonly [Track];
  const found: FindOut[] = [];
  const last = chosen.legs.findLast((leg) => leg.search !== undefined);
  const action = plans[0]?.plan.actions.find(({ id }) => id === last?.id);
  const search = last?.search;
  if (search !== undefined && action?.landingRate !== undefined) {
    const { landingRate: rate } = action;
    const hasOwn = outlook.hazards.some(
      ({ id, own }) => id === search.causeId && own !== undefined,
    );
    if (!hasOwn) {
      found.push({
        kind: "openings",
        leg: last,
        ...between(outlook, monthlyOf(rate.low), monthlyOf(rate.high), (leg, monthly) =>
          leg.search?.causeId === search.causeId ? { ...leg, search: { ...search, monthly } } : leg,
        ),
      });
    }
  }
  for (const leg of chosen.legs) {
    const { exam } = leg;
    if (exam === undefined) continue;
    const within = (pass: number): number =>
      Math.min(PASS_BOUNDS.most, Math.max(PASS_BOUNDS.least, pass));
    const [low, high] = [
      within(exam.pass - EXAM_SPREAD.harder),
      within(exam.pass + EXAM_SPREAD.easier),
    ];
    found.push({
      kind: "exam",
      leg,
      ...between(outlook, low, high, (one, pass) =>
        one.exam?.causeId === exam.causeId ? { ...one, exam: { ...one.exam, pass } } : one,
      ),
    });
  }
  const fees = chosen.legs.reduce((sum, leg) => sum + leg.fee, 0);
  if (fees >= 1)
    found.push({ kind: "reimbursement", leg: undefined, ...reimbursed(policy, tracks) });
  return found.sort(
    (a, b) => b.gain - a.gain || b.chanceHigh - b.chanceLow - (a.chanceHigh - a.chanceLow),
  );
}

/**
 * Solved at both ends: known, each has its own best policy; not known, one policy has to do for both, the best of
 * all that answer what they see on the way. What lies between is the expected value of knowing it now, exactly.
 */
function between(
  { tracks, policy }: Pick<CareerOutlook, "tracks" | "policy">,
  low: number,
  high: number,
  change: (leg: Leg, value: number) => Leg,
): Omit<FindOut, "kind" | "leg"> {
  const worldAt = (value: number): CareerPolicy =>
    solveForChance({
      ...policy.career,
      tracks: tracks.map((track) => ({
        ...track,
        legs: track.legs.map((leg) => change(leg, value)),
      })),
    });
  const worlds = [worldAt(low), worldAt(high)] as const;
  const [chanceLow, chanceHigh] = worlds.map(
    ({ career }) => solveCareer(career).outcome.chance,
  ) as [number, number];
  const knowing = worlds.reduce((sum, { highest }) => sum + END_WEIGHT * highest, 0);
  const notKnowing = bestNotKnowing(worlds, END_WEIGHT);
  const gain = knowing - notKnowing;
  return { low, high, chanceLow, chanceHigh, gain: gain < NO_GAIN ? 0 : gain, isBound: false };
}

/** An employer that pays nothing, or the fees up to the most that is free of tax in a year. */
function reimbursed(policy: CareerPolicy, tracks: readonly Track[]): Omit<FindOut, "kind" | "leg"> {
  const MONTHS_A_YEAR = 12;
  let paid = 0;
  const helped = tracks.map((track, i) => ({
    ...track,
    legs: track.legs.map((leg) => {
      const years = Math.max(1, Math.ceil(leg.months / MONTHS_A_YEAR));
      const own = Math.max(0, leg.fee - REIMBURSED_A_YEAR * years);
      if (i === 0) paid += leg.fee - own;
      return { ...leg, fee: own };
    }),
  }));
  const { outcome, highest } = solveCareer({ ...policy.career, tracks: helped });
  const [chanceLow, chanceHigh] = [policy.outcome.chance, outcome.chance];
  // Who decides as if nothing were paid has at least the lower chance either way.
  const gain = Math.max(0, END_WEIGHT * (highest - policy.highest));
  return {
    low: 0,
    high: paid,
    chanceLow,
    chanceHigh,
    gain: gain < NO_GAIN ? 0 : gain,
    isBound: true,
  };
}
