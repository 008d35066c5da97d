// The chance of landing a position: 1 − exp(−rate × months) while looking. The rate is an assumption
// with a low and a high, moved by openings, fit and missing experience; the person may change it.

import type { Catalogue } from "../occupations/catalogue.ts";
import type { LandingRate } from "./move.ts";

/**
 * Assumption: monthly rate at which someone who fits and looks beside a position lands an occupation
 * with usual openings; half have landed after about three and a half months (low: seven, high: two).
 */
export const USUAL_LANDING_RATE = { low: 0.1, likely: 0.2, high: 0.35 } as const;

/** Thousands of openings a year at which the rate is as usual. Assumption, near the median of BLS. */
export const USUAL_OPENINGS = 30;
/** Assumption: how strongly openings move the rate; ten times the openings, about 1.4 times the rate. */
export const OPENINGS_POWER = 0.15;
/** Assumption: bounds of what openings make of the rate. */
export const OPENINGS_FACTOR = { least: 0.6, most: 1.4 } as const;
/**
 * At this fit the rate is as usual. Measured here: people of two to five years in an occupation have
 * a fit of 0.85 to 0.87 to it in the middle of the starter catalogue, since a record never shows all.
 */
export const USUAL_FIT = 0.86;
/** Assumption: each tenth of fit below takes a quarter of the rate. */
export const FIT_SLOPE = 2.5;
/** Assumption: whoever fits better than usual lands at most this much sooner. */
export const BEST_FIT_FACTOR = 1.1;
/** Assumption: what is left of the rate when all the experience asked for is missing. */
export const WITHOUT_EXPERIENCE = 0.15;
/** Assumption: what is left of the rate without the schooling that is usual. */
export const WITHOUT_SCHOOLING = 0.5;
/** Assumption: what is left of the rate with a high-school diploma where some college is usual. */
export const WITHOUT_SOME_COLLEGE = 0.75;
/**
 * Assumption: what is left of the rate in another field, on a course alone: nothing done, studied or
 * licensed that counts towards it, for work that takes over a year to learn.
 */
export const ANOTHER_FIELD = 0.3;

/** Assumption: up to twice the pay is a usual step; beyond it the rate falls as the pay rises. */
export const TALL_PAY_RATIO = 2;

export interface LandingQuestion {
  readonly catalogue: Catalogue;
  readonly row: number;
  /** Fit when the search begins. */
  readonly fit: number;
  /** Months of related experience still missing when the search begins, and asked for in all. */
  readonly missingMonths: number;
  readonly neededMonths: number;
  readonly schoolingMissing: boolean;
  /** Whether some college is usual and the person has less; see WITHOUT_SOME_COLLEGE. */
  readonly someCollegeMissing?: boolean;
  /** Whether it is another field altogether; see ANOTHER_FIELD. */
  readonly anotherField?: boolean;
  /** Its usual pay over the best that the person's own work usually pays; 1 when not known. */
  readonly payRatio?: number;
}

/** Returns the monthly landing rate and what moved it. */
export function landingRateOf(question: LandingQuestion): LandingRate {
  const { catalogue, row, fit, missingMonths, neededMonths } = question;
  const explanation: string[] = [
    "Looking beside a position, about half of those who fit well land within three to four months (assumption).",
  ];
  const openings = catalogue.annualOpenings[row] ?? Number.NaN;
  let factor = 1;
  if (openings > 0) {
    factor = Math.min(
      OPENINGS_FACTOR.most,
      Math.max(OPENINGS_FACTOR.least, (openings / USUAL_OPENINGS) ** OPENINGS_POWER),
    );
    explanation.push(
      `About ${openingsInWords(openings)} openings a year in the country: ${factorInWords(factor)}.`,
    );
  }
  const fitFactor = Math.max(0.25, Math.min(BEST_FIT_FACTOR, 1 - (USUAL_FIT - fit) * FIT_SLOPE));
  if (Math.abs(fitFactor - 1) > 0.05) {
    explanation.push(
      `You meet about ${Math.round(fit * 100)} % of what it demands: ${factorInWords(fitFactor)}.`,
    );
  }
  factor *= fitFactor;
  if (missingMonths > 0 && neededMonths > 0) {
    const missing = Math.min(1, missingMonths / neededMonths);
    const experienceFactor = 1 - missing * (1 - WITHOUT_EXPERIENCE);
    factor *= experienceFactor;
    explanation.push(
      `About ${Math.round(missing * 100)} % of the experience asked for is missing: ${factorInWords(experienceFactor)}.`,
    );
  }
  if (question.schoolingMissing) {
    factor *= WITHOUT_SCHOOLING;
    explanation.push(`Without the schooling that is usual: ${factorInWords(WITHOUT_SCHOOLING)}.`);
  }
  if (question.someCollegeMissing === true) {
    factor *= WITHOUT_SOME_COLLEGE;
    explanation.push(
      `Most who do it have been to college for a while: ${factorInWords(WITHOUT_SOME_COLLEGE)}.`,
    );
  }
  if (question.anotherField === true) {
    factor *= ANOTHER_FIELD;
    explanation.push(
      `It is another field, and nothing that you have done or studied counts as experience in it: ${factorInWords(ANOTHER_FIELD)}.`,
    );
  }
  const { payRatio = 1 } = question;
  if (payRatio > TALL_PAY_RATIO && neededMonths > 0) {
    const stepFactor = TALL_PAY_RATIO / payRatio;
    factor *= stepFactor;
    if (stepFactor < 0.95) {
      explanation.push(
        `It usually pays ${payRatio.toFixed(1)} times what your work so far does, a tall step: ${factorInWords(stepFactor)}.`,
      );
    }
  }
  explanation.push("Someone there who knows you would raise it; the rate is yours to change.");
  return {
    low: USUAL_LANDING_RATE.low * factor,
    likely: USUAL_LANDING_RATE.likely * factor,
    high: USUAL_LANDING_RATE.high * factor,
    explanation,
  };
}

/** Thousands of openings as a number that people read: "82,000", "1,200", "500". */
function openingsInWords(thousands: number): string {
  const step = thousands >= 10 ? 1000 : 100;
  const count = Math.max(100, Math.round((thousands * 1000) / step) * step);
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Returns the highest likely rate that there is: many openings, and nothing missing. */
export function fastestLandingRate(): number {
  return USUAL_LANDING_RATE.likely * OPENINGS_FACTOR.most * BEST_FIT_FACTOR;
}

function factorInWords(factor: number): string {
  if (Math.abs(factor - 1) <= 0.05) return "about as usual";
  const percent = Math.round(Math.abs(factor - 1) * 100);
  return factor > 1
    ? `the chance a month is ${percent} % higher`
    : `the chance a month is ${percent} % lower`;
}

/** Returns the chance of landing within so many months, 0–1. */
export function chanceWithin(rate: number, months: number): number {
  return 1 - Math.exp(-rate * months);
}

/** Returns the months after which half have landed; infinite for a rate of 0. */
export function medianSearchMonths(rate: number): number {
  return Math.LN2 / rate;
}
