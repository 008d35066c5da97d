// A goal: an occupation (or several), by when, why, and the limits within which it must be reached.

import type { PartialDate } from "../calendar-date.ts";
import type { Money } from "../money.ts";

/** What the person can and will give. */
export interface Limits {
  /** Hours a week for learning and looking, on top of everything else; above 0, at most 80. */
  readonly hoursPerWeek: number;
  /** Money for fees in all; undefined means no limit was given. */
  readonly budget?: Money;
  /** Pay a year below which no stage may go. */
  readonly payFloor?: Money;
  /** Occupation ids that no route may pass through. */
  readonly notThese: readonly string[];
}

export interface Goal {
  readonly id: string;
  /** The title as the person wrote it. */
  readonly title: string;
  readonly occupationId: string;
  readonly why: string;
  /** Undefined when the person gave no date. Its last day is the deadline. */
  readonly by?: PartialDate;
  readonly limits: Limits;
}

/** Assumption: what a person with a job finds for learning without harm, two evenings or a Saturday. */
export const DEFAULT_HOURS_PER_WEEK = 8;
