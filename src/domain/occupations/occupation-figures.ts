// What the catalogue's columns say of one occupation, as plain values: an unknown figure is undefined,
// nothing is filled in. Borrowing what is missing is borrow-figures.ts's.

import {
  type Catalogue,
  EDUCATION_CATEGORIES,
  type EducationLevel,
  EXPERIENCE_CATEGORIES,
  TRAINING_CATEGORIES,
} from "./catalogue.ts";
import { socOf } from "./soc-code.ts";

/** Pay a year at the 10th, 50th and 90th percentile; each may be unknown. */
export interface PayRange {
  readonly low: number | undefined;
  readonly median: number | undefined;
  readonly high: number | undefined;
  /** Hours by which an hour's pay was made a year's, where no year's pay is published. */
  readonly hoursInYear?: number;
}

/**
 * Occupations whose pay BLS publishes by the hour alone, since people in them do not generally work full time
 * all year round (OEWS, national, May 2024: HOURLY is TRUE), by their SOC codes.
 */
const PAID_BY_THE_HOUR: ReadonlySet<string> = new Set([
  "27-2011",
  "27-2031",
  "27-2042",
  "27-2091",
  "27-2099",
]);
/** Hours with which BLS makes a year's pay of an hour's (OEWS, technical notes). */
const HOURS_IN_YEAR = 2080;

/** Shares of answers by category, summing to about 1. */
export type Shares = readonly number[];

export interface OccupationFigures {
  readonly pay: PayRange | undefined;
  /** Job zone 1–5. */
  readonly zone: number | undefined;
  readonly typicalEducation: EducationLevel | undefined;
  /** Level of education said to be needed (RL), 12 categories. */
  readonly education: Shares | undefined;
  /** Related experience said to be needed (RW), 11 categories. */
  readonly experience: Shares | undefined;
  /** Training at the place of work (PT) and on the job (OJ), 9 categories each. */
  readonly inPlantTraining: Shares | undefined;
  readonly onTheJobTraining: Shares | undefined;
  /** Thousands of people, thousands of openings a year, growth over the decade as a share. */
  readonly employment: number | undefined;
  readonly annualOpenings: number | undefined;
  readonly growth: number | undefined;
}

/** Returns what is known of the occupation in this row. */
export function figuresOf(catalogue: Catalogue, row: number): OccupationFigures {
  const { incumbents } = catalogue;
  const pay = {
    low: known(catalogue.payLow[row]),
    median: known(catalogue.payMedian[row]),
    high: known(catalogue.payHigh[row]),
    ...(PAID_BY_THE_HOUR.has(socOf(catalogue.ids[row] ?? ""))
      ? { hoursInYear: HOURS_IN_YEAR }
      : {}),
  };
  const isPaid = pay.low !== undefined || pay.median !== undefined || pay.high !== undefined;
  return {
    pay: isPaid ? pay : undefined,
    zone: catalogue.zones[row] || undefined,
    typicalEducation: catalogue.typicalEducation[row] || undefined,
    education: sharesOf(incumbents.education, row, EDUCATION_CATEGORIES),
    experience: sharesOf(incumbents.experience, row, EXPERIENCE_CATEGORIES),
    inPlantTraining: sharesOf(incumbents.inPlantTraining, row, TRAINING_CATEGORIES),
    onTheJobTraining: sharesOf(incumbents.onTheJobTraining, row, TRAINING_CATEGORIES),
    employment: known(catalogue.employment[row]),
    annualOpenings: known(catalogue.annualOpenings[row]),
    growth: known(catalogue.growth[row]),
  };
}

function known(value: number | undefined): number | undefined {
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

function sharesOf(column: Float32Array, row: number, width: number): Shares | undefined {
  const shares = [...column.subarray(row * width, (row + 1) * width)];
  return shares.length < width || shares.some(Number.isNaN) ? undefined : shares;
}
