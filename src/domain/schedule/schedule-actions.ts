// Actions get dates: as early as precedence, waits, calendar lengths, terms, classes, money and the person's
// hours a week allow. The engine is scheduler/; what luck does to the dates is simulate-plan.ts.

import {
  addMonths,
  type CalendarDate,
  calendarMonthOf,
  DAYS_A_WEEK,
  daysBetween,
  firstDayOf,
  type PartialDate,
} from "../calendar-date.ts";
import type { WeekStretch } from "../record/goal.ts";
import { classHoursAWeek } from "../record/sessions.ts";
import type { Purse } from "../routes/savings-on-the-way.ts";
import type { StretchSink } from "../scheduler/general-scheme.ts";
import { feasibleOrder } from "../scheduler/network.ts";
import { isOneEffortCase } from "../scheduler/one-person-rule.ts";
import { type Model, modelOf } from "../scheduler/project.ts";
import { bestOrder, placedInOrder } from "../scheduler/schedule-activities.ts";
import { classRateOf, dayAt, type Frame, lastDayBefore, likelyProject } from "./action-project.ts";
import type { Bounds } from "./bounds.ts";
import { cappedHours, hoursOverTime, mostHours, steadyHours } from "./hours-over-time.ts";
import type { Action } from "./plan.ts";
import { boundsOf } from "./what-binds.ts";

/** A slip that moves the end by less than this many days is rounding. */
const SLIP_TOLERANCE = 0.01;
/** Schedules generated for a plan. Measured here: more hardly ever bring a plan's end nearer. */
export const PLAN_BUDGET = 120;

/**
 * - exact: no schedule whatever ends earlier
 * - serial: the best found; a better one may exist
 */
export type ScheduleRule = "exact" | "serial";

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
  /** What its dates hang on. */
  readonly bounds: Bounds;
}

/** How the actions are run, before anything is dated. */
export interface Placement extends Frame {
  readonly rule: ScheduleRule;
  /** Whether it is known that no schedule ends earlier: by the rule, or since a lower bound is met. */
  readonly isEarliest: boolean;
  /** Days to the end of everything, last waits included. */
  readonly finishDay: number;
  /** Indices of the actions, most urgent first: whoever is available first in it gets the hours. */
  readonly order: readonly number[];
  /** Actions that the savings never allow: they are placed as if the money were there. */
  readonly tooDear: readonly string[];
}

/** When each action starts and ends, in days from the start, and when the last wait is over. */
export interface RunDates {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly finish: number;
}

export interface Schedule extends Placement {
  /** In the order of the actions given. */
  readonly actions: readonly ActionDates[];
  readonly finish: CalendarDate;
}

/** Days from which and in which hours differ; without it no terms are kept either. */
export interface PlanCalendar {
  readonly start: CalendarDate;
  readonly weeks: readonly WeekStretch[];
  /** Savings that limit when fees can be paid. */
  readonly purse?: Purse | undefined;
}

/**
 * Returns when the actions run when the hours go to them in the order, as far as what comes before allows:
 * each as early as the hours left over allow.
 */
export function runInOrder(
  actions: readonly Action[],
  { order, ...frame }: Frame & Pick<Placement, "order">,
  sink?: StretchSink,
): RunDates {
  return runModel(modelOf(likelyProject(actions, frame), "fractions"), order, sink);
}

function runModel(model: Model, order: readonly number[], sink?: StretchSink): RunDates {
  const rank = new Float64Array(order.length);
  order.forEach((item, place) => {
    rank[item] = place;
  });
  const { starts, ends } = placedInOrder(model, feasibleOrder(model.network, rank), sink);
  return { starts, ends, finish: finishOf(model, ends) };
}

function finishOf({ waits }: Model, ends: Float64Array): number {
  return ends.reduce((latest, end, item) => Math.max(latest, end + (waits[item] as number)), 0);
}

/** Returns whether no schedule of the actions ends before the one that the engine makes. */
export function isExactCase(actions: readonly Action[], frame: Frame): boolean {
  return isOneEffortCase(modelOf(likelyProject(actions, frame), "fractions"));
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
  const hours =
    start === undefined
      ? steadyHours(hoursPerWeek / DAYS_A_WEEK)
      : hoursOverTime(hoursPerWeek, start, calendar?.weeks ?? []);
  const purse = usablePurse(calendar?.purse);
  const dear = calendar?.purse === undefined || purse !== undefined ? [] : costly(actions);
  let frame: Frame = { hours, start, purse };
  let found = findOrder(actions, frame);
  let tooDear: readonly string[] = dear;
  if (found.unplaced.length > 0 && purse !== undefined) {
    const without = findOrder(actions, { ...frame, purse: undefined });
    tooDear = costly(found.unplaced.filter((one) => !without.unplaced.includes(one)));
    if (tooDear.length > 0) {
      frame = { ...frame, purse: undefined };
      found = without;
    }
  }
  if (found.unplaced.length > 0) {
    frame = { ...frame, areClassesOutside: true };
    found = findOrder(actions, frame);
  }
  // Fewer hours allow nothing that more do not, so what is exact or at the bound needs no second look.
  let used = hours;
  const most = Math.ceil(mostHours(hours) * DAYS_A_WEEK - SLIP_TOLERANCE);
  // Classes that fit the hours there are must fit the fewer too.
  const least = Math.max(1 / DAYS_A_WEEK, ...actions.map((action) => classRateOf(action, hours)));
  for (let fewer = most - 1; fewer / DAYS_A_WEEK >= least; fewer--) {
    if (found.rule === "exact" || found.finish <= found.least + SLIP_TOLERANCE) break;
    const capped = cappedHours(hours, fewer / DAYS_A_WEEK);
    const other = findOrder(actions, { ...frame, hours: capped });
    if (other.least >= found.finish) break;
    if (other.unplaced.length === 0 && other.finish < found.finish - SLIP_TOLERANCE) {
      found = { ...other, rule: "serial", least: found.least };
      used = capped;
    }
  }
  const { rule, order, finish } = found;
  const isEarliest = rule === "exact" || finish <= found.least + SLIP_TOLERANCE;
  return { ...frame, rule, isEarliest, order, finishDay: finish, hours: used, tooDear };
}

/** The purse as the engine can keep it: savings that shrink, or are below their floor, allow no fee at any time. */
function usablePurse(purse: Purse | undefined): Purse | undefined {
  return purse === undefined || purse.savedPerMonth < 0 || purse.savings < purse.floor
    ? undefined
    : purse;
}

function costly(actions: readonly Action[]): readonly string[] {
  return actions.filter(({ money }) => money.likely > 0).map(({ id }) => id);
}

function findOrder(actions: readonly Action[], frame: Frame) {
  const model = modelOf(likelyProject(actions, frame), "fractions");
  const { order, engine, least } = bestOrder(model, PLAN_BUDGET);
  const { ends } = placedInOrder(model, order);
  const rule: ScheduleRule = engine === "serial scheme" ? "serial" : "exact";
  const unplaced = actions.filter((_, item) => ends[item] === Number.POSITIVE_INFINITY);
  return { order: [...order], rule, least, finish: finishOf(model, ends), unplaced };
}

/** Returns the dates that a placement gives, from the first day on. */
export function dateActions(
  actions: readonly Action[],
  placement: Placement,
  first: CalendarDate,
): Schedule {
  const model = modelOf(likelyProject(actions, placement), "fractions");
  const stretches: [number, number, number][][] = actions.map(() => []);
  const dates = runModel(model, placement.order, (item, from, to, rate) => {
    const hours = rate > 0 ? rate : classHoursADay(actions[item]);
    if (hours > 0) stretches[item]?.push([from, to, hours]);
  });
  const lastDay = lastDayBefore(first, dates.finish);
  const bounds = boundsOf(actions, { model, placement, dates, stretches });
  const dated = actions.map((action, item): ActionDates => {
    const startDay = dates.starts[item] as number;
    const endDay = dates.ends[item] as number;
    return {
      id: action.id,
      startDay,
      endDay,
      start: dayAt(first, startDay),
      end: lastDayBefore(first, Math.max(endDay, Math.floor(startDay + 1e-6) + 0.5)),
      hoursByMonth: hoursByMonthOf(stretches[item] ?? [], first),
      ...slackOf(model, placement, dates, item),
      bounds: bounds[item] as Bounds,
    };
  });
  // What takes no time is done on the day that it falls on, though the time before is all that it needs.
  const finish = [lastDay, ...dated.map(({ end }) => end)].sort().at(-1) ?? lastDay;
  return { ...placement, actions: dated, finish };
}

/** The hours that classes take, spread over the days of their weeks; told of a block that has no effort beside it. */
function classHoursADay(action: Action | undefined): number {
  const sessions = action?.sessions;
  return sessions === undefined ? 0 : classHoursAWeek(sessions) / DAYS_A_WEEK;
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

/** Slack by trying: the action starts later, everything else goes by the same order. */
function slackOf(
  model: Model,
  { order }: Placement,
  dates: RunDates,
  item: number,
): { readonly critical: boolean; readonly slackDays: number } {
  const start = dates.starts[item] as number;
  const releases = Float64Array.from(model.releases);
  const later = { ...model, releases };
  const holds = (slip: number): boolean => {
    releases[item] = start + slip;
    return runModel(later, order).finish <= dates.finish + SLIP_TOLERANCE;
  };
  if (!holds(1)) return { critical: true, slackDays: 0 };
  let low = 1;
  let high = Math.max(1, Math.ceil(dates.finish - start) + 1);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return { critical: false, slackDays: low };
}
