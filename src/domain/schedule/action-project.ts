// The actions of a plan as activities of the schedule engine: a period is a day, the first resource is the
// person's hours a day, and classes that meet at the same hour of the week share a place that holds one.

import {
  addDays,
  type CalendarDate,
  DAYS_A_MONTH,
  DAYS_A_WEEK,
  daysBetween,
  yearOf,
} from "../calendar-date.ts";
import type { ThreePoint } from "../money.ts";
import { medianSearchMonths } from "../moves/landing-rate.ts";
import { classHoursAWeek, classHoursOf, type Sessions } from "../record/sessions.ts";
import type { Purse } from "../routes/savings-on-the-way.ts";
import type { Activity, Money, Project } from "../scheduler/project.ts";
import type { UncertainActivity, UncertainProject } from "../scheduler/simulate-schedule.ts";
import type { UncertainAmount } from "../scheduler/uncertain-amount.ts";
import { type HoursOverTime, mostHours } from "./hours-over-time.ts";
import type { Action } from "./plan.ts";

/** Terms are looked up for so many years; a plan is shorter. */
const TERM_YEARS = 60;
/** Half a minute: fewer hours, beside classes too, are none. */
const LEAST_HOURS_BESIDE = 0.01;
/**
 * Weeks before a failed exam may be taken again: 45 days, the least that NCSBN allows for the NCLEX;
 * an assumption for other exams.
 */
export const RETRY_WAIT_WEEKS = 45 / DAYS_A_WEEK;
/** Assumption: share of the study hours that another attempt takes. */
export const RETRY_HOURS_SHARE = 0.4;
/** Assumption: after this many failed attempts a person turns to something else. */
export const MOST_ATTEMPTS = 4;
/** All searches of a run meet one market. */
const MARKET = "market";

/** What actions are placed within. */
export interface Frame {
  readonly hours: HoursOverTime;
  /** The day that terms are counted from; undefined where none are to be kept. */
  readonly start: CalendarDate | undefined;
  /** Savings that fees must leave above their floor; undefined where money limits nothing. */
  readonly purse?: Purse | undefined;
  /** Whether classes may take more than the person's hours, since they can be had no other way. */
  readonly areClassesOutside?: boolean | undefined;
}

/**
 * Returns months that a search is planned to take: those after which half have landed at its likely
 * rate, as the routes count them; 0 for what is no search.
 */
export function searchMonthsOf(action: Action): number {
  return action.landingRate === undefined ? 0 : medianSearchMonths(action.landingRate.likely);
}

/** Returns the actions at their likely hours, waits and searches. */
export function likelyProject(actions: readonly Action[], frame: Frame): Project {
  return projectOf(actions, frame, (action, shared): Activity => {
    const days = (action.minimumMonths + searchMonthsOf(action)) * DAYS_A_MONTH;
    const hours = hoursBesideOf(action, action.hours.likely);
    const wait = action.waitWeeks.likely * DAYS_A_WEEK;
    const block = classDaysOf(action);
    if (hours <= LEAST_HOURS_BESIDE) return { ...shared, wait, duration: Math.max(block, days) };
    const effort = { resource: 0, amount: hours, leastPeriods: days };
    return { ...shared, wait, duration: block, effort };
  });
}

/** Returns the actions with all that is uncertain about them, at a pace. */
export function uncertainProject(
  actions: readonly Action[],
  frame: Frame,
  pace: ThreePoint,
): UncertainProject {
  const project = projectOf(actions, frame, (action, shared): UncertainActivity => {
    const days = action.minimumMonths * DAYS_A_MONTH;
    const block = classDaysOf(action);
    const rate = action.landingRate;
    const more = {
      ...shared,
      wait: times(action.waitWeeks, DAYS_A_WEEK),
      hasPace: false,
      ...(rate === undefined
        ? {}
        : { search: { rate: times(rate, 1 / DAYS_A_MONTH), market: MARKET } }),
      ...(action.passRate === undefined
        ? {}
        : {
            attempts: {
              passRate: action.passRate,
              share: RETRY_HOURS_SHARE,
              wait: RETRY_WAIT_WEEKS * DAYS_A_WEEK,
              atMost: MOST_ATTEMPTS,
            },
          }),
    };
    if (hoursBesideOf(action, action.hours.high) <= LEAST_HOURS_BESIDE) {
      return { ...more, duration: Math.max(block, days) };
    }
    const { low, likely, high } = action.hours;
    const amount = {
      low: hoursBesideOf(action, low),
      likely: hoursBesideOf(action, likely),
      high: hoursBesideOf(action, high),
    };
    return { ...more, duration: block, effort: { resource: 0, amount, leastPeriods: days } };
  });
  return { ...project, pace };
}

/** The days of the classes' weeks; 0 without classes. */
function classDaysOf({ sessions }: Action): number {
  return sessions === undefined ? 0 : sessions.weeks * DAYS_A_WEEK;
}

/** So many hours less those in class. */
function hoursBesideOf({ sessions, hours: { high } }: Action, hours: number): number {
  if (sessions !== undefined) return Math.max(LEAST_HOURS_BESIDE, hours - classHoursOf(sessions));
  // What takes hours at all takes some in every draw.
  return high > 0 ? Math.max(hours, Math.min(LEAST_HOURS_BESIDE, high)) : 0;
}

function times({ low, likely, high }: ThreePoint, factor: number): UncertainAmount {
  return { low: low * factor, likely: likely * factor, high: high * factor };
}

type Shared = Omit<Activity, "duration" | "effort" | "wait">;

function projectOf<Kind>(
  actions: readonly Action[],
  frame: Frame,
  activityOf: (action: Action, shared: Shared) => Kind,
) {
  const clashes = clashesOf(actions);
  const hours = frame.hours.from.map((from, step) => ({
    from,
    amount: frame.hours.hoursPerDay[step] as number,
  }));
  const money = moneyOf(frame.purse);
  return {
    activities: actions.map((action, index) =>
      activityOf(action, {
        id: action.id,
        after: action.after,
        demands: [
          frame.areClassesOutside === true ? 0 : classRateOf(action, frame.hours),
          ...clashes.map((pair) => (pair.includes(index) ? 1 : 0)),
        ],
        ...startsOf(action, frame.start),
        ...(money === undefined ? {} : costsOf(action)),
      }),
    ),
    capacities: [hours, ...clashes.map(() => 1)],
    ...(money === undefined ? {} : { money }),
  };
}

/**
 * Returns the hours a day that classes take of the person's; 0 without classes, and where there never are so
 * many: then they are had beside them, or not at all.
 */
export function classRateOf({ sessions }: Action, hours: HoursOverTime): number {
  const rate = sessions === undefined ? 0 : classHoursAWeek(sessions) / DAYS_A_WEEK;
  return rate > mostHours(hours) ? 0 : rate;
}

function moneyOf(purse: Purse | undefined): Money | undefined {
  return (
    purse && {
      saved: purse.savings,
      perPeriod: purse.savedPerMonth / DAYS_A_MONTH,
      floor: purse.floor,
    }
  );
}

function costsOf({ money, reimbursement }: Action): Pick<Activity, "cost" | "reimbursement"> {
  if (reimbursement === undefined) return { cost: money.likely };
  const { share, most, afterMonths } = reimbursement;
  return {
    cost: money.likely,
    reimbursement: {
      share,
      ...(most === undefined ? {} : { cap: most }),
      delay: longestDaysOf(afterMonths),
    },
  };
}

/** The days that calendar months, begun ones whole, take at most: July and August have 62. */
function longestDaysOf(months: number): number {
  const whole = Math.ceil(months);
  return whole === 0 ? 0 : Math.ceil(whole * DAYS_A_MONTH) + 1;
}

/** The days, counted from the start, on which an action with terms can begin. */
function startsOf({ terms }: Action, start: CalendarDate | undefined): Pick<Activity, "starts"> {
  if (terms === undefined || start === undefined) return {};
  const days: number[] = [];
  for (let year = yearOf(start); year < yearOf(start) + TERM_YEARS; year++) {
    // `as`: a day that every year has, after a year.
    for (const term of terms) days.push(daysBetween(start, `${year}-${term}` as CalendarDate));
  }
  return { starts: days.filter((day) => day >= 0).sort((a, b) => a - b) };
}

/** Pairs of actions, by place, that have classes at the same hours of the week. */
function clashesOf(actions: readonly Action[]): readonly (readonly [number, number])[] {
  return actions.flatMap(({ sessions }, index) =>
    sessions === undefined
      ? []
      : actions.flatMap((other, later): [number, number][] =>
          later > index && other.sessions !== undefined && doMeet(sessions, other.sessions)
            ? [[index, later]]
            : [],
        ),
  );
}

function doMeet(one: Sessions, other: Sessions): boolean {
  return one.each.some(({ day, from, to }) =>
    other.each.some((session) => session.day === day && session.from < to && from < session.to),
  );
}

/** Returns the calendar day that a moment lies in, at its start (so many days from the start). */
export function dayAt(start: CalendarDate, moment: number): CalendarDate {
  return addDays(start, Math.floor(moment + 1e-6));
}

/** Returns the last day used when something is over at a moment; the first day when it is day 0. */
export function lastDayBefore(start: CalendarDate, moment: number): CalendarDate {
  return addDays(start, Math.max(0, Math.ceil(moment - 1e-6) - 1));
}
