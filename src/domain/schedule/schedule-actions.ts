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
  leastDays,
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

/** How the actions are run, before anything is dated. */
export interface Placement {
  readonly rule: ScheduleRule;
  /** Days to the end of everything, last waits included. */
  readonly finishDay: number;
  /** Hours a week that the schedule uses at most; at most those given. */
  readonly hoursPerWeek: number;
  /** Indices of the actions, most urgent first: whoever is available first in it gets the hours. */
  readonly order: readonly number[];
}

export interface Schedule extends Placement {
  /** In the order of the actions given. */
  readonly actions: readonly ActionDates[];
  readonly finish: CalendarDate;
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
 * Returns the order in which the actions get the hours, and when everything is over. RangeError on a
 * circle, an unknown id, or hours that are not above 0.
 */
export function placeActions(actions: readonly Action[], hoursPerWeek: number): Placement {
  if (!(hoursPerWeek > 0)) {
    throw new RangeError(`Cannot schedule actions: ${hoursPerWeek} hours a week`);
  }
  const work = workOf(actions);
  const bound = leastDays(work, hoursPerWeek / DAYS_A_WEEK) + SLIP_TOLERANCE;
  let used = hoursPerWeek;
  let choice = chooseOrder(work, hoursPerWeek / DAYS_A_WEEK);
  // Fewer hours allow nothing that more do not, so what is exact or at the bound needs no second look.
  for (let fewer = Math.ceil(hoursPerWeek) - 1; fewer >= 1; fewer--) {
    if (choice.rule === "exact" || choice.finish <= bound) break;
    if (leastDays(work, fewer / DAYS_A_WEEK) >= choice.finish) break;
    const other = chooseOrder(work, fewer / DAYS_A_WEEK);
    if (other.finish < choice.finish - SLIP_TOLERANCE) {
      choice = { ...other, rule: "serial" };
      used = fewer;
    }
  }
  return { rule: choice.rule, order: choice.order, finishDay: choice.finish, hoursPerWeek: used };
}

/**
 * Returns dates for all actions. In the plain case (splittable hours, and no wait or bare time between
 * two pieces of work) no schedule ends earlier; otherwise a serial scheme places them, and the result
 * says so. A week never holds more than the hours given, and every hour is placed. With whole hours a
 * week, more hours never end later: the schedules that fewer hours allow are tried too. An empty list
 * ends on its first day. RangeError as placeActions() has it.
 */
export function scheduleActions(
  actions: readonly Action[],
  given: { readonly start: CalendarDate; readonly hoursPerWeek: number },
): Schedule {
  const placement = placeActions(actions, given.hoursPerWeek);
  return dateActions(actions, placement, given.start);
}

/** Returns the dates that a placement gives, from the first day on. */
export function dateActions(
  actions: readonly Action[],
  placement: Placement,
  first: CalendarDate,
): Schedule {
  const work = workOf(actions);
  const { order } = placement;
  const hoursPerDay = placement.hoursPerWeek / DAYS_A_WEEK;
  const stretches: [number, number, number][][] = actions.map(() => []);
  const dates = runInOrder(work, order, hoursPerDay, (item, from, to, rate) => {
    stretches[item]?.push([from, to, rate]);
  });
  return {
    ...placement,
    actions: actions.map((action, item) => {
      const startDay = dates.starts[item] as number;
      const endDay = dates.ends[item] as number;
      const start = dayAt(first, startDay);
      return {
        id: action.id,
        startDay,
        endDay,
        start,
        end: lastDayBefore(first, Math.max(endDay, Math.floor(startDay + 1e-6) + 0.5)),
        hoursByMonth: hoursByMonthOf(stretches[item] ?? [], first),
        ...slackOf(work, order, hoursPerDay, dates, item),
      };
    }),
    finish: lastDayBefore(first, dates.finish),
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
