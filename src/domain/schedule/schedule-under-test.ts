// Actions with their dates in one go, for tests. A plan takes the two steps apart: it places the actions of every
// route, and dates those of the one that it takes.

import type { CalendarDate } from "../calendar-date.ts";
import type { WeekStretch } from "../record/goal.ts";
import type { Purse } from "../routes/savings-on-the-way.ts";
import type { Action } from "./plan.ts";
import { dateActions, placeActions, type Schedule } from "./schedule-actions.ts";

/**
 * Returns dates for all actions. In the plain case (splittable hours, and no wait or bare time between
 * two pieces of work) no schedule ends earlier; otherwise a serial scheme places them, and the result
 * says so. A week never holds more than the hours given, and every hour is placed. With whole hours a
 * week, more hours never end later: the schedules that fewer hours allow are tried too. An empty list
 * ends on its first day. RangeError as placeActions() has it.
 */
export function scheduleActions(
  actions: readonly Action[],
  given: {
    readonly start: CalendarDate;
    readonly hoursPerWeek: number;
    /** Where the hours differ from the usual. */
    readonly weeks?: readonly WeekStretch[];
    readonly purse?: Purse;
  },
): Schedule {
  const { start, hoursPerWeek, weeks = [], purse } = given;
  const placement = placeActions(actions, hoursPerWeek, { start, weeks, purse });
  return dateActions(actions, placement, given.start);
}
