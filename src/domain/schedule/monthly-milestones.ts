// A plan month by month: at least one dated result in each, that one can check, with the hours and the
// money that go into it. They add up to the plan's own.

import {
  addMonths,
  type CalendarDate,
  calendarMonthOf,
  firstDayOf,
  lastDayOf,
  type PartialDate,
} from "../calendar-date.ts";
import { dayAt } from "./action-project.ts";
import type { Action, Milestone } from "./plan.ts";
import type { ActionDates, Schedule } from "./schedule-actions.ts";

/** Fees of courses that last this many months or more are spread over them, as terms are paid. */
export const SPREAD_FEES_FROM_MONTHS = 3;

/** Shorter work is begun or done; there is nothing to count in between. */
const COUNTED_FROM_HOURS = 20;

/** Work of so few hours is told once, in the month in which it ends; "begun" would be no result. */
const TOLD_ONCE_HOURS = 4;

/** Courses that last this many months or more are marked: begun, a first term, half-way, the last term. */
export const MARKED_FROM_MONTHS = 6;

/** A term of college: 12 credits of 45 hours (34 CFR 600.2), the least that counts as full time. */
export const TERM_HOURS = 540;

/** What a month of waiting for a place can show, in turn. */
export const ADMISSION_MILESTONES = [
  "Ask where your application for a place stands",
  "Arrange with your employer and at home the hours you will need from the first day",
  "Get ahead: work through one chapter of what the course begins with",
] as const;

/** What a month of holding a position can show, in turn. */
export const HOLD_MILESTONES = [
  "Take on one task that the next step asks for, and note it",
  "Write down one result of this month, with a number in it",
  "Ask one person how they got to the next step, and note what they say",
  "Show someone a piece of work, and ask what would make it better",
  "Help a colleague with something you do well, and note what you learned",
  "Look at three adverts for the next step: note what you can show and what is missing",
] as const;

/** What a month of looking can show: the first month, then in turn. */
export const SEARCH_MILESTONES = [
  "Send the first ten applications",
  "Send ten more, and ask after each one a week later",
  "Ask two people you know about openings, and send ten more",
  "Ask someone to rehearse an interview with you, and send ten more",
] as const;

interface Row {
  readonly action: Action;
  /** Hours done on it before the first day. */
  readonly before: number;
  readonly dates: ActionDates;
  /** Whole hours and money by month. */
  readonly hours: ReadonlyMap<PartialDate, number>;
  readonly money: ReadonlyMap<PartialDate, number>;
}

/**
 * Returns the milestones in order of date: each action's end, what long work has come to at the end of
 * each month, and something to check in months of waiting, holding and looking. Every calendar month
 * from the first day to the goal has at least one. Hours and money are whole and sum to the actions'
 * own, action by action. No actions give no milestones. Hours done before, by action id, count in what is
 * said of how far an action is.
 */
export function monthlyMilestones(
  actions: readonly Action[],
  schedule: Schedule,
  start: CalendarDate,
  before: ReadonlyMap<string, number> = new Map(),
): readonly Milestone[] {
  if (actions.length === 0) return [];
  const rows = actions.map((action, index) =>
    rowFor(action, schedule.actions[index] as ActionDates, before.get(action.id) ?? 0),
  );
  const milestones: Milestone[] = [];
  const lastMonth = calendarMonthOf(schedule.finish);
  let day = firstDayOf(calendarMonthOf(start));
  for (let turn = 0; calendarMonthOf(day) <= lastMonth; turn++) {
    milestones.push(...milestonesOf(calendarMonthOf(day), rows, schedule, start, turn));
    day = addMonths(day, 1);
  }
  return milestones.map((milestone, index) => ({ ...milestone, id: `milestone-${index + 1}` }));
}

function rowFor(action: Action, dates: ActionDates, before: number): Row {
  const endMonth = calendarMonthOf(dates.end);
  const isShort = action.hours.likely <= TOLD_ONCE_HOURS;
  const worked = workedMonths(dates);
  const hours = isShort ? new Map<PartialDate, number>() : wholeShares(action.hours.likely, worked);
  return {
    action,
    before,
    dates,
    hours: hours.size > 0 ? hours : new Map([[endMonth, action.hours.likely]]),
    money: feesByMonth(action, dates),
  };
}

function workedMonths(dates: ActionDates): ActionDates["hoursByMonth"] {
  const endMonth = calendarMonthOf(dates.end);
  return dates.hoursByMonth.filter((entry) => entry.month <= endMonth);
}

/** Returns the action's money by the months in which it is paid, whole, adding up to all of it. */
export function feesByMonth(action: Action, dates: ActionDates): ReadonlyMap<PartialDate, number> {
  const worked = workedMonths(dates);
  const spread = worked.length >= SPREAD_FEES_FROM_MONTHS && action.kind !== "exam";
  if (spread) return wholeShares(action.money.likely, worked);
  const atEnd = action.kind === "exam" || action.kind === "licence";
  return new Map([[calendarMonthOf(atEnd ? dates.end : dates.start), action.money.likely]]);
}

/** Splits a whole total over months as the hours lie, by rounding the running sum: parts add up. */
function wholeShares(
  total: number,
  worked: readonly { readonly month: PartialDate; readonly hours: number }[],
): ReadonlyMap<PartialDate, number> {
  const all = worked.reduce((sum, entry) => sum + entry.hours, 0);
  const shares = new Map<PartialDate, number>();
  let running = 0;
  let given = 0;
  worked.forEach((entry, index) => {
    running += entry.hours;
    const until = index === worked.length - 1 ? total : Math.round((total * running) / all);
    shares.set(entry.month, until - given);
    given = until;
  });
  return shares;
}

function milestonesOf(
  month: PartialDate,
  rows: readonly Row[],
  schedule: Schedule,
  start: CalendarDate,
  turn: number,
): readonly Milestone[] {
  const lastDay = minDate(lastDayOf(month), schedule.finish);
  const milestone = (title: string, date: CalendarDate, of: readonly Row[]): Milestone => ({
    id: "",
    month,
    date,
    title,
    actionIds: of.map((row) => row.action.id),
    hours: of.reduce((sum, row) => sum + (row.hours.get(month) ?? 0), 0),
    money: of.reduce((sum, row) => sum + (row.money.get(month) ?? 0), 0),
  });
  const ending = rows.filter((row) => calendarMonthOf(row.dates.end) === month);
  const going = rows.filter(
    (row) =>
      calendarMonthOf(row.dates.end) > month &&
      ((row.hours.get(month) ?? 0) > 0 || (row.money.get(month) ?? 0) > 0),
  );
  const milestones = ending.map(
    (row): Milestone => ({
      ...milestone(row.action.title, row.dates.end, [row]),
      mark: { actionId: row.action.id, share: 1 },
    }),
  );
  const main = going.reduce<Row | undefined>(
    (best, row) =>
      best === undefined || (row.hours.get(month) ?? 0) > (best.hours.get(month) ?? 0) ? row : best,
    undefined,
  );
  if (main !== undefined) {
    const rest = going.filter((row) => row !== main);
    const share = shareDone(main, month);
    milestones.push({
      ...milestone(progressTitle(main, month), lastDay, [main, ...rest]),
      ...(share === undefined ? {} : { mark: { actionId: main.action.id, share } }),
    });
  }
  if (milestones.length === 0)
    milestones.push(milestone(...quietMonth(month, rows, start, turn, lastDay)));
  return milestones.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The share of its hours that is done by the end of a month; undefined where none are counted. */
function shareDone({ action, hours }: Row, month: PartialDate): number | undefined {
  if (action.landingRate !== undefined || action.hours.likely < COUNTED_FROM_HOURS)
    return undefined;
  let done = 0;
  for (const [worked, share] of hours) if (worked <= month) done += share;
  return done > 0 ? done / action.hours.likely : undefined;
}

function progressTitle(row: Row, month: PartialDate): string {
  const { action, dates, hours, before } = row;
  const total = action.hours.likely + before;
  if (action.landingRate !== undefined) return searchTitle(dates, month);
  if (total < COUNTED_FROM_HOURS) return `${action.title}: begun`;
  let done = before;
  for (const [worked, share] of hours) if (worked <= month) done += share;
  // The last minutes may fall into the month after.
  if (done >= total) return `${action.title}: nearly done`;
  const counted = `${grouped(done)} of ${grouped(total)} hours done`;
  const mark =
    hours.size >= MARKED_FROM_MONTHS && action.kind !== "practice"
      ? markPassed(done - (hours.get(month) ?? 0), done, total)
      : undefined;
  return `${action.title}: ${mark === undefined ? "" : `${mark}, `}${counted}`;
}

/** The mark of a long course that this month passed, the one that says most; undefined for none. */
function markPassed(before: number, done: number, total: number): string | undefined {
  const passes = (hours: number): boolean => before < hours && done >= hours;
  if (passes(total / 2)) return "half-way";
  const isOfTerms = total >= 2 * TERM_HOURS;
  if (isOfTerms && passes(TERM_HOURS)) return "a first term's worth behind you";
  if (isOfTerms && passes(total - TERM_HOURS)) return "the last term's worth begun";
  if (passes(total / 4)) return "a quarter of the way";
  if (passes((3 * total) / 4)) return "three quarters of the way";
  return before === 0 ? "begun" : undefined;
}

function searchTitle(dates: ActionDates, month: PartialDate): string {
  const since = monthsApart(calendarMonthOf(dates.start), month);
  const index = since === 0 ? 0 : 1 + ((since - 1) % (SEARCH_MILESTONES.length - 1));
  return SEARCH_MILESTONES[index] as string;
}

/** A month without hours: holding a position, looking, or waiting for an answer. */
function quietMonth(
  month: PartialDate,
  rows: readonly Row[],
  start: CalendarDate,
  turn: number,
  lastDay: CalendarDate,
): [string, CalendarDate, readonly Row[]] {
  const running = rows.filter(
    (row) => calendarMonthOf(row.dates.start) <= month && calendarMonthOf(row.dates.end) > month,
  );
  const search = running.find((row) => row.action.landingRate !== undefined);
  if (search !== undefined) return [searchTitle(search.dates, month), lastDay, [search]];
  const hold = running.find((row) => row.action.kind === "hold");
  if (hold !== undefined) {
    return [HOLD_MILESTONES[turn % HOLD_MILESTONES.length] as string, lastDay, [hold]];
  }
  const waited = rows
    .filter((row) => row.action.waitWeeks.likely > 0 && dayAt(start, row.dates.endDay) <= lastDay)
    .sort((a, b) => b.dates.endDay - a.dates.endDay)[0];
  if (waited !== undefined) return [waitTitle(waited, month), lastDay, [waited]];
  const busy = running[0];
  return [
    busy === undefined ? "Look back, and note what changed" : busy.action.title,
    lastDay,
    running,
  ];
}

function waitTitle({ action, dates }: Row, month: PartialDate): string {
  if (action.id.startsWith("admission:")) {
    const since = Math.max(0, monthsApart(calendarMonthOf(dates.end), month) - 1);
    return ADMISSION_MILESTONES[since % ADMISSION_MILESTONES.length] as string;
  }
  if (action.kind === "licence") return "Ask where the licence stands";
  return "Watch for the result, and have the next step ready for the day it comes";
}

function minDate(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a <= b ? a : b;
}

function monthsApart(from: PartialDate, to: PartialDate): number {
  const indexOf = (month: PartialDate): number =>
    Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return indexOf(to) - indexOf(from);
}

function grouped(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ",");
}
