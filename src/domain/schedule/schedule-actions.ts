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
  yearOf,
} from "../calendar-date.ts";
import { medianSearchMonths } from "../moves/landing-rate.ts";
import type { WeekStretch } from "../record/goal.ts";
import {
  cappedHours,
  type HoursOverTime,
  hoursOverTime,
  mostHours,
  steadyHours,
} from "./hours-over-time.ts";
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
  /** The hours a day that the schedule uses, at most those that are there. */
  readonly hours: HoursOverTime;
  /** The day that terms are counted from; undefined where none were to be kept. */
  readonly start: CalendarDate | undefined;
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

/** Days from which and in which hours differ; without it no terms are kept either. */
export interface PlanCalendar {
  readonly start: CalendarDate;
  readonly weeks: readonly WeekStretch[];
}

/** Terms are looked up for so many years; a plan is shorter. */
const TERM_YEARS = 60;

/** Returns the days, counted from the start, on which an action with such terms can begin. */
function sessionsOf(terms: readonly string[], start: CalendarDate): Float64Array {
  const days: number[] = [];
  for (let year = yearOf(start); year < yearOf(start) + TERM_YEARS; year++) {
    // `as`: a day that every year has, after a year.
    for (const term of terms) days.push(daysBetween(start, `${year}-${term}` as CalendarDate));
  }
  return Float64Array.from(days.filter((day) => day >= 0)).sort();
}

/** Returns the actions as work at their likely hours, waits and searches; terms counted from the start. */
export function workOf(actions: readonly Action[], start?: CalendarDate): Work {
  const indexOf = new Map(actions.map((action, index) => [action.id, index]));
  return makeWork(
    actions.map((action) => ({
      hours: action.hours.likely,
      days: (action.minimumMonths + searchMonthsOf(action)) * DAYS_A_MONTH,
      wait: action.waitWeeks.likely * DAYS_A_WEEK,
      release: 0,
      sessions:
        action.terms === undefined || start === undefined
          ? undefined
          : sessionsOf(action.terms, start),
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
 * circle, an unknown id, or usual hours that are not above 0.
 */
export function placeActions(
  actions: readonly Action[],
  hoursPerWeek: number,
  calendar?: PlanCalendar,
): Placement {
  if (!(hoursPerWeek > 0)) {
    throw new RangeError(`Cannot schedule actions: ${hoursPerWeek} hours a week`);
  }
  const start = calendar?.start;
  const work = workOf(actions, start);
  const there =
    start === undefined
      ? steadyHours(hoursPerWeek / DAYS_A_WEEK)
      : hoursOverTime(hoursPerWeek, start, calendar?.weeks ?? []);
  const bound = leastDays(work, there) + SLIP_TOLERANCE;
  let used = there;
  let choice = chooseOrder(work, there);
  // Fewer hours allow nothing that more do not, so what is exact or at the bound needs no second look.
  const most = Math.ceil(mostHours(there) * DAYS_A_WEEK - SLIP_TOLERANCE);
  for (let fewer = most - 1; fewer >= 1; fewer--) {
    if (choice.rule === "exact" || choice.finish <= bound) break;
    const capped = cappedHours(there, fewer / DAYS_A_WEEK);
    if (leastDays(work, capped) >= choice.finish) break;
    const other = chooseOrder(work, capped);
    if (other.finish < choice.finish - SLIP_TOLERANCE) {
      choice = { ...other, rule: "serial" };
      used = capped;
    }
  }
  return { rule: choice.rule, order: choice.order, finishDay: choice.finish, hours: used, start };
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
  given: {
    readonly start: CalendarDate;
    readonly hoursPerWeek: number;
    /** Where the hours differ from the usual. */
    readonly weeks?: readonly WeekStretch[];
  },
): Schedule {
  const { start, hoursPerWeek, weeks = [] } = given;
  const placement = placeActions(actions, hoursPerWeek, { start, weeks });
  return dateActions(actions, placement, given.start);
}

/** Returns the dates that a placement gives, from the first day on. */
export function dateActions(
  actions: readonly Action[],
  placement: Placement,
  first: CalendarDate,
): Schedule {
  const work = workOf(actions, placement.start);
  const { order, hours } = placement;
  const stretches: [number, number, number][][] = actions.map(() => []);
  const dates = runInOrder(work, order, hours, (item, from, to, rate) => {
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
        ...slackOf(work, placement, dates, item),
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
  { order, hours }: Placement,
  item: number,
  day: number,
): number {
  const releases = Float64Array.from(work.releases);
  releases[item] = day;
  return runInOrder({ ...work, releases }, order, hours).finish;
}

/** Slack by trying: the action starts later, everything else goes by the same order. */
function slackOf(
  work: Work,
  placement: Placement,
  dates: WorkDates,
  item: number,
): { readonly critical: boolean; readonly slackDays: number } {
  const start = dates.starts[item] as number;
  const holds = (slip: number): boolean =>
    finishWhenLater(work, placement, item, start + slip) <= dates.finish + SLIP_TOLERANCE;
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
