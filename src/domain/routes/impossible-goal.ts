// A goal that no route reaches within the limits: what each limit would have to be, and what is in reach.
// The shape only; relax-limits.ts computes it.

import type { CalendarDate } from "../calendar-date.ts";

export const LIMIT_KINDS = [
  "hours",
  "budget",
  "pay floor",
  "savings floor",
  "savings",
  "date",
  "not this",
] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

/** What changing one limit, and nothing else, makes of a goal that is out of reach. */
export interface Relaxation {
  readonly limit: LimitKind;
  /** What was ruled out, for "not this": an occupation's id or a refusal's subject. */
  readonly subject: string | undefined;
  /** Whether changing this one alone makes the goal possible. */
  readonly helps: boolean;
  /** The least hours a week or money for fees, the highest floor, that does; undefined where none does. */
  readonly amount: number | undefined;
  /** The earliest day that does, for "date". */
  readonly date: CalendarDate | undefined;
  /** "With 13 hours a week instead of 8 it is possible." */
  readonly text: string;
}

/** A goal near the one out of reach that is within the limits. */
export interface ReachableGoal {
  readonly occupationId: string;
  readonly occupation: string;
  /** What people call it, "Nursing assistant". */
  readonly everydayName: string;
  readonly date: CalendarDate;
  /** Share of its work that also counts towards the goal, 0–1. */
  readonly countsTowardsGoal: number;
  readonly text: string;
}

export interface ImpossibleGoal {
  readonly text: string;
  /** One for each limit that was set, those that help first. */
  readonly relaxations: readonly Relaxation[];
  /** Where none helps alone: the fewest, by trial, that do together; empty when not even all of them do. */
  readonly together: readonly LimitKind[];
  readonly nearerGoals: readonly ReachableGoal[];
}
