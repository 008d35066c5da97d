// Which of today's positions a person is asked about: the paid one with the most hours, else the unpaid one.

import type { CalendarDate } from "../calendar-date.ts";
import type { CareerRecord, Position } from "./career-record.ts";
import { isPaid, weeklyHoursOf } from "./position-time.ts";
import { presentPositions } from "./stays.ts";

/**
 * Returns the position held on that day that is paid and takes the most hours, else the unpaid one that does; the
 * first of equal ones. Caring for one's own is no position that one is asked about: it has no way up.
 */
export function mainPositionOf(record: CareerRecord, today: CalendarDate): Position | undefined {
  return presentPositions(record, today)
    .filter(({ kind }) => kind !== "caring")
    .toSorted(
      (a, b) => Number(isPaid(b)) - Number(isPaid(a)) || weeklyHoursOf(b) - weeklyHoursOf(a),
    )[0];
}
