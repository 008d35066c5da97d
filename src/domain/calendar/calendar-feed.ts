// What a person says about their calendar, and the one address at which other programs may read it.

import type { CalendarDate } from "../calendar-date.ts";

export const CALENDAR_PARTS = ["actions", "milestones", "tripwires"] as const;
export type CalendarPart = (typeof CALENDAR_PARTS)[number];

/** How often one is asked to look back. */
export const CHECK_INS = ["none", "weekly", "monthly"] as const;
export type CheckIns = (typeof CHECK_INS)[number];

/** When a calendar is to remind of a day: never, or at nine in the morning of the day or before it. */
export const REMINDERS = ["none", "same-day", "day-before", "week-before"] as const;
export type Reminder = (typeof REMINDERS)[number];

export interface CalendarOptions {
  readonly parts: readonly CalendarPart[];
  readonly checkIns: CheckIns;
  readonly reminder: Reminder;
}

export interface CalendarFeed {
  /** Of the address's secret, which itself is kept nowhere: SHA-256 in hexadecimal. */
  readonly secretHash: string;
  readonly madeOn: CalendarDate;
  readonly options: CalendarOptions;
}
