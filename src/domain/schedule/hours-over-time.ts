// How many hours a day there are from day to day: the usual ones, and stretches of weeks in which there
// are more or fewer. Days count from the schedule's first.

import {
  addDays,
  type CalendarDate,
  DAYS_A_WEEK,
  daysBetween,
  firstDayOf,
  lastDayOf,
} from "../calendar-date.ts";
import type { WeekStretch } from "../record/goal.ts";

/** Steps in order of their first day, the first one day 0; the last one goes on for ever, above 0. */
export interface HoursOverTime {
  readonly from: readonly number[];
  readonly hoursPerDay: readonly number[];
}

/** Returns the same hours every day. */
export function steadyHours(hoursPerDay: number): HoursOverTime {
  return { from: [0], hoursPerDay: [hoursPerDay] };
}

/**
 * Returns the hours a day from the first day on: in a stretch its own, and where several overlap those of
 * the last in the list; elsewhere the usual ones.
 */
export function hoursOverTime(
  hoursPerWeek: number,
  start: CalendarDate,
  stretches: readonly WeekStretch[],
): HoursOverTime {
  const days = stretches.map(({ from, to, hoursPerWeek: hours }) => ({
    from: Math.max(0, daysBetween(start, firstDayOf(from))),
    until: Math.max(0, daysBetween(start, addDays(lastDayOf(to), 1))),
    hours,
  }));
  const bounds = new Set([0, ...days.flatMap(({ from, until }) => [from, until])]);
  const from: number[] = [];
  const hoursPerDay: number[] = [];
  for (const day of [...bounds].sort((a, b) => a - b)) {
    const stretch = days.findLast((one) => one.from <= day && day < one.until);
    const hours = (stretch?.hours ?? hoursPerWeek) / DAYS_A_WEEK;
    if (hours === hoursPerDay.at(-1)) continue;
    from.push(day);
    hoursPerDay.push(hours);
  }
  return { from, hoursPerDay };
}

/** Returns the hours, nowhere more than so many a day. */
export function cappedHours(hours: HoursOverTime, most: number): HoursOverTime {
  return { ...hours, hoursPerDay: hours.hoursPerDay.map((one) => Math.min(one, most)) };
}

/** Returns the most hours that any day has. */
export function mostHours({ hoursPerDay }: HoursOverTime): number {
  return hoursPerDay.reduce((most, one) => Math.max(most, one), 0);
}
