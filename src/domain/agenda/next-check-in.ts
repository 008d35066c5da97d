// Whether it is a good moment for a check-in, said as an invitation. Nothing is counted, nothing is missed:
// a year away is as good a start as the first day.

import { type CalendarDate, DAYS_A_WEEK, daysBetween } from "../calendar-date.ts";
import type { CheckIn } from "./check-in.ts";

/** A quarter of a year, in days. */
export const QUARTER_DAYS = 91;

export interface NextCheckIn {
  /** The day of the last one; undefined when there was none. */
  readonly lastOn: CalendarDate | undefined;
  /** One sentence when the last is over a week ago, or there was none; else undefined. */
  readonly invitation: string | undefined;
  /** True when looking back would be worth twenty minutes: a quarter since the last time, or the first check-in. */
  readonly timeToLookBack: boolean;
}

/** Returns what to invite to today, whatever the order of the check-ins. */
export function nextCheckInOf(checkIns: readonly CheckIn[], today: CalendarDate): NextCheckIn {
  const days = checkIns.map(({ date }) => date).sort();
  const lastOn = days.at(-1);
  const lookedBackOn = checkIns
    .filter(({ kind }) => kind === "quarterly")
    .map(({ date }) => date)
    .sort()
    .at(-1);
  const since = lookedBackOn ?? days[0];
  const isRecent = lastOn !== undefined && daysBetween(lastOn, today) <= DAYS_A_WEEK;
  return {
    lastOn,
    invitation: isRecent
      ? undefined
      : "If you have two minutes: note what you did lately, and what gave you energy.",
    timeToLookBack: since !== undefined && daysBetween(since, today) >= QUARTER_DAYS,
  };
}
