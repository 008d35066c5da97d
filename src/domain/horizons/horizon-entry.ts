// What can belong to a horizon: every entry of the record, the goal, each action and milestone of the plan,
// and each check-in; what it is called, and the name by which the person's word on it is kept.

import type { CheckIn } from "../agenda/check-in.ts";
import type { CalendarDate } from "../calendar-date.ts";
import type { CareerRecord } from "../record/career-record.ts";
import type { Goal } from "../record/goal.ts";
import type { Action, Milestone } from "../schedule/plan.ts";
import type { Horizon, HorizonWord } from "./horizon.ts";

export const ENTRY_KINDS = [
  "position",
  "education",
  "credential",
  "skill",
  "ladder",
  "decision",
  "goal",
  "action",
  "milestone",
  "check-in",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What the horizons are read from. Later parts of the app join by filling what is theirs. */
export interface HorizonsInput {
  readonly record: CareerRecord;
  readonly goal?: Goal | undefined;
  /** Of the plan that was kept last. */
  readonly actions: readonly Pick<Action, "id" | "kind" | "title" | "whoHelps" | "reimbursement">[];
  readonly milestones: readonly Pick<Milestone, "title" | "actionIds">[];
  readonly checkIns: readonly CheckIn[];
  readonly words: readonly HorizonWord[];
  readonly today: CalendarDate;
}

/** One thing and the horizons that it belongs to. */
export interface HorizonEntry {
  /** "position:…": what a HorizonWord names. */
  readonly subject: string;
  readonly kind: EntryKind;
  readonly title: string;
  /** At least one, in the order of HORIZONS. */
  readonly horizons: readonly Horizon[];
  /** By which rule, or that it is the person's word. */
  readonly why: string;
  readonly isOwnWord: boolean;
}

/** Returns the name by which the person's word on something is kept. */
export function subjectOf(kind: EntryKind, id: string): string {
  return `${kind}:${id}`;
}
