// A goal: an occupation (or several), by when, why, and the limits within which it must be reached.

import type { PartialDate } from "../calendar-date.ts";
import type { Money } from "../money.ts";
import type { OwnAction } from "./own-action.ts";

export const REFUSAL_REASONS = ["not this", "hours", "place"] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** One part of a route that the person will not or cannot have: the answer to a stage is no. */
export interface Refusal {
  /**
   * What is refused: "occupation:29-2061.00" (to move there), "credential:nursing-associate" (to earn it),
   * "serve:29-2061.00" (to volunteer in it) or "hold:29-2061.00" (to stay longer than a step needs).
   */
  readonly subject: string;
  readonly reason: RefusalReason;
}

/** Weeks in which the hours are others than usual: exams, holidays, a newborn. */
export interface WeekStretch {
  readonly from: PartialDate;
  /** With its last day. */
  readonly to: PartialDate;
  /** From 0 to 80. */
  readonly hoursPerWeek: number;
  /** In the person's own words; may be empty. */
  readonly why: string;
}

/** More stretches than this are slips. Assumption. */
export const MOST_WEEK_STRETCHES = 60;

/** What the person can and will give. */
export interface Limits {
  /** Hours a week for learning and looking, on top of everything else; above 0, at most 80. */
  readonly hoursPerWeek: number;
  /** Where the hours differ; the last one counts where several overlap; none when left out. */
  readonly weeks?: readonly WeekStretch[];
  /** Money for fees in all; undefined means no limit was given. */
  readonly budget?: Money;
  /** Pay a year below which no stage may go. */
  readonly payFloor?: Money;
  /** Occupation ids that no route may pass through. */
  readonly notThese: readonly string[];
  /** Stages answered with no, found by what they are about; none when left out. */
  readonly refusals?: readonly Refusal[];
  /** Money put by today; undefined when not said, and then savings limit nothing. */
  readonly savings?: Money;
  /** Savings below which no stage may go; 0 when left out. */
  readonly savingsFloor?: Money;
  /** What is put by in a month at today's pay, below 0 when savings shrink; 0 when left out. */
  readonly savedPerMonth?: Money;
}

/** What the person chose among the routes to the goal. Ids are routes'. */
export interface RouteChoice {
  /** Undefined while Throughline's own first choice stands. */
  readonly routeId?: string;
  /** At most two, best first; empty while Throughline's own backups stand. */
  readonly backupIds: readonly string[];
  /** Routes kept in sight for comparing. */
  readonly pinnedIds: readonly string[];
}

/**
 * The person's own values for hazards, by the id of their cause: how often an exam is failed ("exam:nclex-rn"),
 * how often an opening comes in a month ("market:29-1141.00"), how often in a year an employer is lost; 0–1.
 */
export type Hazards = Readonly<Record<string, number>>;

export interface Goal {
  readonly id: string;
  /** The title as the person wrote it. */
  readonly title: string;
  readonly occupationId: string;
  readonly why: string;
  /** Undefined when the person gave no date. Its last day is the deadline. */
  readonly by?: PartialDate;
  readonly limits: Limits;
  /** Undefined until something is chosen. */
  readonly choice?: RouteChoice;
  /** Steps that the person added to the plan or changed, in their order; none when left out. */
  readonly ownActions?: readonly OwnAction[];
  /** The stated hazards where left out. */
  readonly hazards?: Hazards;
}

/** Assumption: what a person with a job finds for learning without harm, two evenings or a Saturday. */
export const DEFAULT_HOURS_PER_WEEK = 8;
