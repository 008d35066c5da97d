// What is left of the savings month by month when the plan's fees are paid and some of them come back. When
// a fee can be paid at all is the engine's; it counts each fee whole on the day its step begins, and what is put
// by day by day, as here: so the table is never below the floor where the engine keeps it.

import {
  addMonths,
  type CalendarDate,
  calendarMonthOf,
  DAYS_A_MONTH,
  daysBetween,
  firstDayOf,
  type PartialDate,
} from "../calendar-date.ts";
import type { Purse } from "../routes/savings-on-the-way.ts";
import type { Milestone, Payment, SavingsMonth } from "./plan.ts";

/**
 * Returns what is left at the end of each month from the first day's to the last's, whole: the savings, what is
 * put by until then at today's pay, the first month counting by its days that are left, less the milestones' money,
 * and what is paid back in its month.
 */
export function savingsOverTime(
  purse: Purse,
  given: {
    readonly milestones: readonly Milestone[];
    readonly payments: readonly Payment[];
    readonly today: CalendarDate;
    readonly finish: CalendarDate;
  },
): readonly SavingsMonth[] {
  const changes = new Map<PartialDate, number>();
  const add = (month: PartialDate, amount: number) =>
    changes.set(month, (changes.get(month) ?? 0) + amount);
  for (const { month, money } of given.milestones) add(month, -money);
  for (const { back, backOn } of given.payments) {
    if (backOn !== undefined) add(calendarMonthOf(backOn), back);
  }
  const months: SavingsMonth[] = [];
  const last = calendarMonthOf(given.finish);
  let paid = 0;
  let day = firstDayOf(calendarMonthOf(given.today));
  for (let month = calendarMonthOf(day); month <= last; month = calendarMonthOf(day)) {
    day = addMonths(day, 1);
    paid += changes.get(month) ?? 0;
    const putBy = (purse.savedPerMonth / DAYS_A_MONTH) * daysBetween(given.today, day);
    months.push({ month, left: Math.round(purse.savings + putBy + paid) });
  }
  return months;
}
