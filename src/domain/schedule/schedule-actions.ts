// Actions get dates: as early as precedence, waits, calendar lengths and the person's hours a week
// allow. The engine is work-order.ts; what luck does to the dates is simulate-plan.ts.

import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarMonthOf,
  DAYS_A_WEEK,
  daysBetween,
  firstDayOf,
  type PartialDate,
  WEEKS_A_MONTH,
} from "../calendar-date.ts";
import { medianSearchMonths } from "../moves/landing-rate.ts";
import type { Action } from "./plan.ts";
import {
  chooseOrder,
  makeWork,
  runInOrder,
  type ScheduleRule,
  type Work,
  type WorkDates,
} from "./work-order.ts";

/** Days in an average month. */
export const DAYS_A_MONTH = DAYS_A_WEEK * WEEKS_A_MONTH;
/** A slip that moves the end by less than this many days is rounding. */
const SLIP_TOLERANCE = 0.01;

export interface MonthHours {
  readonly month: PartialDate;
  readonly hours: number;
}

/** One action's place in the schedule. */
export interface ActionDates {
  readonly id: string;
  /** Days from the start of the schedule, with fractions; the end is when the work is done. */
  readonly startDay: number;
  readonly endDay: number;
  readonly start: CalendarDate;
  /** Last day of work on it. */
  readonly end: CalendarDate;
  /** The months in which it has hours, in order. */
  readonly hoursByMonth: readonly MonthHours[];
  /** True when a day's slip moves the end of everything. */
  readonly critical: boolean;
  /** Whole days that it can start later without moving the end of everything. */
  readonly slackDays: number;
}

export interface Schedule {
  /** In the order of the actions given. */
  readonly actions: readonly ActionDates[];
  readonly rule: ScheduleRule;
  /** Days to the end of everything, last waits included. */
  readonly finishDay: number;
  readonly finish: CalendarDate;
  /** Hours a week that the schedule uses at most; at most those given. */
  readonly hoursPerWeek: number;
  /** Indices of the actions, most urgent first: whoever is available first in it gets the hours. */
  readonly order: readonly number[];
}

/**
 * Returns months that a search is planned to take: those after which half have landed at its likely
 * rate, as the routes count them; 0 for what is no search.
 */
export function searchMonthsOf(action: Action): number {
  return action.landingRate === undefined ? 0 : medianSearchMonths(action.landingRate.likely);
}

/** Returns the calendar day that a moment lies in, at its start (so many days from the start). */
export function dayAt(start: CalendarDate, moment: number): CalendarDate {
  return addDays(start, Math.floor(moment + 1e-6));
}

/** Returns the last day used when something is over at a moment; the first day when it is day 0. */
export function lastDayBefore(start: CalendarDate, moment: number): CalendarDate {
  return addDays(start, Math.max(0, Math.ceil(moment - 1e-6) - 1));
}

/** Returns the actions as work at their likely hours, waits and searches. */
export function workOf(actions: readonly Action[]): Work {
  const indexOf = new Map(actions.map((action, index) => [action.id, index]));
  return makeWork(
    actions.map((action) => ({
      hours: action.hours.likely,
      days: (action.minimumMonths + searchMonthsOf(action)) * DAYS_A_MONTH,
      wait: action.waitWeeks.likely * DAYS_A_WEEK,
      release: 0,
      before: action.after.map((id) => {
        const index = indexOf.get(id);
        if (index === undefined) {
          throw new RangeError(
            `Cannot schedule action "${action.id}": it waits for "${id}", which is not in the list`,
          );
        }
        return index;
      }),
    })),
  );
}

/**
 * Returns dates for all actions. In the plain case (splittable hours, and no wait or bare time between
 * two pieces of work) no schedule ends earlier; otherwise a serial scheme places them, and the result
 * says so. A week never holds more than the hours given, and every hour is placed. With whole hours a
 * week, more hours never end later: the schedules that fewer hours allow are tried too. An empty list
 * ends on its first day. RangeError on a circle, an unknown id, or hours that are not above 0.
 */
export function scheduleActions(
  actions: readonly Action[],
  given: { readonly start: CalendarDate; readonly hoursPerWeek: number },
): Schedule {
  if (!(given.hoursPerWeek > 0)) {
    throw new RangeError(`Cannot schedule actions: ${given.hoursPerWeek} hours a week`);
  }
  const work = workOf(actions);
  let hoursPerWeek = given.hoursPerWeek;
  let choice = chooseOrder(work, hoursPerWeek / DAYS_A_WEEK);
  // Exact needs no second look: fewer hours allow nothing that more do not.
  for (let fewer = Math.ceil(given.hoursPerWeek) - 1; fewer >= 1; fewer--) {
    if (choice.rule === "exact") break;
    const other = chooseOrder(work, fewer / DAYS_A_WEEK);
    if (other.finish < choice.finish - SLIP_TOLERANCE) {
      choice = { ...other, rule: "serial" };
      hoursPerWeek = fewer;
    }
  }
  const hoursPerDay = hoursPerWeek / DAYS_A_WEEK;
  const stretches: [number, number, number][][] = actions.map(() => []);
  const dates = runInOrder(work, choice.order, hoursPerDay, (item, from, to, rate) => {
    stretches[item]?.push([from, to, rate]);
  });
  return {
    actions: actions.map((action, item) => {
      const startDay = dates.starts[item] as number;
      const endDay = dates.ends[item] as number;
      const start = dayAt(given.start, startDay);
      return {
        id: action.id,
        startDay,
        endDay,
        start,
        end: lastDayBefore(given.start, Math.max(endDay, Math.floor(startDay + 1e-6) + 0.5)),
        hoursByMonth: hoursByMonthOf(stretches[item] ?? [], given.start),
        ...slackOf(work, choice.order, hoursPerDay, dates, item),
      };
    }),
    rule: choice.rule,
    finishDay: dates.finish,
    finish: lastDayBefore(given.start, dates.finish),
    hoursPerWeek,
    order: choice.order,
  };
}

function hoursByMonthOf(
  stretches: readonly (readonly [number, number, number])[],
  start: CalendarDate,
): readonly MonthHours[] {
  const hours = new Map<PartialDate, number>();
  for (const [from, to, rate] of stretches) {
    let moment = from;
    while (moment < to - 1e-9) {
      const month = calendarMonthOf(dayAt(start, moment));
      const monthEnd = daysBetween(start, addMonths(firstDayOf(month), 1));
      const until = Math.min(to, Math.max(monthEnd, moment + 1e-6));
      hours.set(month, (hours.get(month) ?? 0) + rate * (until - moment));
      moment = until;
    }
  }
  return [...hours].map(([month, worked]) => ({ month, hours: worked }));
}

function finishWhenLater(
  work: Work,
  order: readonly number[],
  hoursPerDay: number,
  item: number,
  day: number,
): number {
  const releases = Float64Array.from(work.releases);
  releases[item] = day;
  return runInOrder({ ...work, releases }, order, hoursPerDay).finish;
}

/** Slack by trying: the action starts later, everything else goes by the same order. */
function slackOf(
  work: Work,
  order: readonly number[],
  hoursPerDay: number,
  dates: WorkDates,
  item: number,
): { readonly critical: boolean; readonly slackDays: number } {
  const start = dates.starts[item] as number;
  const holds = (slip: number): boolean =>
    finishWhenLater(work, order, hoursPerDay, item, start + slip) <= dates.finish + SLIP_TOLERANCE;
  if (!holds(1)) return { critical: true, slackDays: 0 };
  let low = 1;
  let high = Math.max(1, Math.ceil(dates.finish - (dates.ends[item] as number)) + 1);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return { critical: false, slackDays: low };
}
