// The weeks that check-ins are about: Monday to Sunday, as everywhere in Throughline.

import { addDays, type CalendarDate, DAYS_A_WEEK, dayNumberOf } from "../calendar-date.ts";
import type { CheckIn } from "./check-in.ts";

/** 1970-01-05 was a Monday. */
const MONDAY = 4;

/** Returns the Monday of the week that the day is in. */
export function mondayOf(day: CalendarDate): CalendarDate {
  const since = (((dayNumberOf(day) - MONDAY) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;
  return addDays(day, -since);
}

/** Returns the Mondays of so many weeks up to the one that the day is in, the earliest first. */
export function lastMondays(today: CalendarDate, weeks: number): readonly CalendarDate[] {
  const last = mondayOf(today);
  return Array.from({ length: weeks }, (_, i) => addDays(last, (i + 1 - weeks) * DAYS_A_WEEK));
}

/** Hours are added in tenths of minutes, so that the order of adding never shows. */
const PARTS_OF_AN_HOUR = 600;

/** Returns the sum, whatever the order. */
export function sumOfHours(hours: readonly number[]): number {
  const parts = hours.reduce((sum, one) => sum + Math.round(one * PARTS_OF_AN_HOUR), 0);
  return parts / PARTS_OF_AN_HOUR;
}

/** Returns all hours said for the week that begins on the Monday. */
export function hoursInWeek(checkIns: readonly CheckIn[], monday: CalendarDate): number {
  return sumOfHours(
    checkIns
      .filter(({ date }) => mondayOf(date) === monday)
      .flatMap(({ lines }) => lines.map(({ hours = 0 }) => hours)),
  );
}
