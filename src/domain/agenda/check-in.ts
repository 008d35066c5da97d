// A check-in: what was done, whose agenda it served, what gave energy, what changed. As the person said it;
// what follows from many of them is computed beside this file. Everything but its day may be left out.

import type { CalendarDate } from "../calendar-date.ts";

/** Whom an hour served. "employer" is whoever one works for, paid or not. */
export const AGENDAS = ["mine", "employer", "both", "neither"] as const;
export type Agenda = (typeof AGENDAS)[number];

/** Two minutes, or twenty with a look back. */
export const CHECK_IN_KINDS = ["weekly", "quarterly"] as const;
export type CheckInKind = (typeof CHECK_IN_KINDS)[number];

/** What the person answers when hours have long gone elsewhere than to the goal. */
export const DRIFT_ANSWERS = ["busy time", "fewer hours", "another goal", "fine as it is"] as const;
export type DriftAnswer = (typeof DRIFT_ANSWERS)[number];

/** Energy that something takes (below 0) or gives. */
export const LOWEST_ENERGY = -2;
export const HIGHEST_ENERGY = 2;

/** 7 × 24. */
export const HOURS_IN_A_WEEK = 168;

/** Lines of one check-in; more is a diary of another kind. Assumption. */
export const MOST_LINES = 60;
/** Elements of one line; what uses more is several things. Assumption. */
export const MOST_ELEMENTS = 10;

/** One thing that was done. */
export interface CheckInLine {
  /** In the person's own words; empty where only hours were said. */
  readonly what: string;
  /** Above 0. */
  readonly hours?: number;
  readonly agenda?: Agenda;
  /** A whole number from −2 to 2. */
  readonly energy?: number;
  /** The position of the record that it belonged to. */
  readonly positionId?: string;
  /** The action of a plan that it was for, with the occupation that the plan was heading for. */
  readonly action?: { readonly id: string; readonly towards: string; readonly title: string };
  /** What it used: ids of the catalogue's elements. */
  readonly elementIds?: readonly string[];
}

export interface CheckIn {
  readonly id: string;
  readonly kind: CheckInKind;
  /** It is about the week, Monday to Sunday, that this day is in. */
  readonly date: CalendarDate;
  readonly lines: readonly CheckInLine[];
  /** What went well. This and what follows in the person's own words; never empty where it is there. */
  readonly wins?: string;
  readonly whoHelped?: string;
  readonly whatChanged?: string;
  /** Looking back once a quarter: on the plan, on the goal, what to keep, what to stop. */
  readonly onPlan?: string;
  readonly onGoal?: string;
  readonly keep?: string;
  readonly stop?: string;
  readonly driftAnswer?: DriftAnswer;
}

/** The fields of a check-in that hold the person's own words. */
export const CHECK_IN_WORDS = [
  "wins",
  "whoHelped",
  "whatChanged",
  "onPlan",
  "onGoal",
  "keep",
  "stop",
] as const satisfies readonly (keyof CheckIn)[];
