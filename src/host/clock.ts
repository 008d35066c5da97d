// The only place that looks at the clock.

import { type CalendarDate, parseCalendarDate } from "../domain/calendar-date.ts";

/** Returns today's date where this machine is. */
export function readToday(): CalendarDate {
  const now = new Date();
  const text = [
    now.getFullYear(),
    String(now.getMonth() + 1).padStart(2, "0"),
    String(now.getDate()).padStart(2, "0"),
  ].join("-");
  const today = parseCalendarDate(text);
  if (!today.ok) throw new RangeError(`Cannot plan from ${text}: this machine's clock is far off`);
  return today.value;
}
