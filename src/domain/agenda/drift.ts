// Whether the hours still go where the goal is: what the plan had laid out for each week, and what went to its
// actions. Only weeks of which something was said count; a question is asked when it lasts, and an answer
// is taken as an answer.

import {
  addDays,
  type CalendarDate,
  calendarMonthOf,
  DAYS_A_WEEK,
  daysBetween,
  firstDayOf,
  lastDayOf,
} from "../calendar-date.ts";
import type { Plan } from "../schedule/plan.ts";
import type { ProgressEvent } from "../schedule/progress.ts";
import { AGENDA_WEEKS, LEAST_WEEKS } from "./agenda-shares.ts";
import type { CheckIn, DriftAnswer } from "./check-in.ts";
import { hoursInWeek, lastMondays, mondayOf, sumOfHours } from "./check-in-week.ts";
import { QUARTER_DAYS } from "./next-check-in.ts";
import { goalHoursByWeek } from "./noted-hours.ts";

/** A week for which the plan lays out fewer hours than this has nothing to drift from. Assumption. */
export const LEAST_PLANNED_HOURS = 1;
/** Below this share of the planned hours a week counts as one that went elsewhere. Assumption. */
export const LOW_SHARE = 0.5;
/** So many such weeks one after the other are asked about. Assumption: a month, not a bad fortnight. */
export const LASTING_WEEKS = 4;
/** So long nothing is asked again after an answer. Assumption: until the next look back. */
export const QUIET_DAYS = QUARTER_DAYS;

/** A week that is over, in which the plan had hours and something was said. */
export interface GoalWeek {
  readonly monday: CalendarDate;
  readonly planned: number;
  readonly spent: number;
}

export interface Drift {
  /** The earliest first. */
  readonly weeks: readonly GoalWeek[];
  readonly planned: number;
  readonly spent: number;
  /** Spent over planned; undefined in fewer weeks than are needed to say it. */
  readonly share: number | undefined;
  /** The last weeks that count all went elsewhere. */
  readonly lasts: boolean;
  /** It lasts, and there is no answer to it yet. */
  readonly asks: boolean;
  /** The newest answer within the quiet time. */
  readonly answer: DriftAnswer | undefined;
}

export interface DriftFacts {
  readonly checkIns: readonly CheckIn[];
  readonly notes: readonly ProgressEvent[];
  /** The occupation that the plan is heading for. */
  readonly towards: string;
  /** The hours that the plan of then laid out for the week; undefined when there was none. */
  readonly plannedIn: (monday: CalendarDate) => number | undefined;
}

/** Returns how the hours of the last weeks stand to the plan's, whatever the order of what was said. */
export function driftOf(facts: DriftFacts, today: CalendarDate): Drift {
  const spentIn = goalHoursByWeek(facts.notes, facts.checkIns, facts.towards);
  const weeks = lastMondays(today, AGENDA_WEEKS + 1)
    .filter((monday) => monday < mondayOf(today))
    .flatMap((monday): readonly GoalWeek[] => {
      const spent = spentIn.get(monday) ?? 0;
      const planned = facts.plannedIn(monday) ?? 0;
      const isSaid = spent > 0 || hoursInWeek(facts.checkIns, monday) > 0;
      return isSaid && planned >= LEAST_PLANNED_HOURS ? [{ monday, planned, spent }] : [];
    });
  const planned = sumOfHours(weeks.map((week) => week.planned));
  const spent = sumOfHours(weeks.map((week) => week.spent));
  const last = weeks.slice(-LASTING_WEEKS);
  const lasts =
    last.length === LASTING_WEEKS && last.every((one) => one.spent < LOW_SHARE * one.planned);
  const answer = answerOf(facts.checkIns, today);
  return {
    weeks,
    planned,
    spent,
    share: weeks.length < LEAST_WEEKS ? undefined : spent / planned,
    lasts,
    asks: lasts && answer === undefined,
    answer,
  };
}

function answerOf(checkIns: readonly CheckIn[], today: CalendarDate): DriftAnswer | undefined {
  return checkIns
    .flatMap(({ date, driftAnswer }) =>
      driftAnswer === undefined || daysBetween(date, today) >= QUIET_DAYS
        ? []
        : [{ date, driftAnswer }],
    )
    .sort((a, b) => compare(a.date, b.date) || compare(a.driftAnswer, b.driftAnswer))
    .at(-1)?.driftAnswer;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Returns the hours that the plan lays out for the week: each month's hours, spread evenly over the days of
 * it that the plan is about. To a quarter of an hour.
 */
export function plannedHoursOf(
  plan: Pick<Plan, "madeOn" | "milestones">,
  monday: CalendarDate,
): number {
  const last = [plan.madeOn, ...plan.milestones.map(({ date }) => date)].sort(compare).at(-1);
  let hours = 0;
  for (let day = 0; day < DAYS_A_WEEK; day++) {
    const date = addDays(monday, day);
    if (last === undefined || date < plan.madeOn || date > last) continue;
    const month = calendarMonthOf(date);
    const days = daysWithin([firstDayOf(month), lastDayOf(month)], [plan.madeOn, last]);
    const ofMonth = plan.milestones.filter((one) => one.month === month);
    hours += ofMonth.reduce((sum, one) => sum + one.hours, 0) / days;
  }
  return Math.round(hours * 4) / 4;
}

type Days = readonly [first: CalendarDate, last: CalendarDate];

/** Days that the two stretches share. */
function daysWithin(one: Days, other: Days): number {
  const [, from = one[0], to = one[1]] = [...one, ...other].sort(compare);
  return daysBetween(from, to) + 1;
}
