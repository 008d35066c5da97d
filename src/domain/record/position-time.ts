// How long a position lasted and how much time went into it: full-time months, years since it ended,
// paid or not. Dates keep the precision they were given in; what that leaves open is settled here, in
// one place, by the middle of what it can mean.

import {
  addDays,
  type CalendarDate,
  dayNumberOf,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthsBetween,
  type PartialDate,
} from "../calendar-date.ts";
import { type Position, type PositionKind, UNPAID_KINDS } from "./career-record.ts";

/** Hours a week that count as full time: the convention of BLS OEWS (2,080 hours a year). */
export const FULL_TIME_HOURS_PER_WEEK = 40;

/**
 * Hours a week that a position is taken to have when the person gave none, by kind. Assumption: work
 * that is someone's main occupation is full time; volunteering is an evening a week, a board seat a
 * meeting a fortnight with its papers, creative work two evenings; caring is half of full time (surveys
 * of family carers report 20 to 25 hours on average). The person's own figure always replaces it.
 */
export const USUAL_HOURS_PER_WEEK: Readonly<Record<PositionKind, number>> = {
  employment: 40,
  "self-employment": 40,
  military: 40,
  internship: 40,
  caring: 20,
  creative: 6,
  volunteering: 3,
  board: 2,
};

/** A week has no more hours than this; a larger figure is a slip and counts as this. */
const HOURS_IN_A_WEEK = 168;

/**
 * Of a stretch known only to lie inside one year, this share of the year is its expected length: two
 * days drawn at random from it are a third of it apart.
 */
const SHARE_OF_ONE_YEAR = 1 / 3;

/** Returns whether the position is paid: by its pay where that is said, else by its kind. */
export function isPaid(position: Position): boolean {
  return position.pay === undefined ? !UNPAID_KINDS.has(position.kind) : position.pay.amount > 0;
}

/** Returns the hours a week that the person gave, or the usual ones for the kind; never below 0. */
export function weeklyHoursOf(position: Position): number {
  const { hoursPerWeek } = position;
  if (hoursPerWeek === undefined || Number.isNaN(hoursPerWeek)) {
    return USUAL_HOURS_PER_WEEK[position.kind];
  }
  return Math.min(Math.max(hoursPerWeek, 0), HOURS_IN_A_WEEK);
}

/** The days from a position's start (included) to its end (not included). */
export interface Span {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/**
 * Returns the days that the position took until today: a month begins on its first day and ends on its
 * last; a bare year stands for its middle, this year for the middle of what is past of it; both in one year
 * for a third of it, in the middle. Undefined when no start was given, when it starts after today, or when it
 * ends before it starts.
 */
export function spanOf(position: Position, today: CalendarDate): Span | undefined {
  const { start, end } = position;
  if (start === undefined) return undefined;
  const isYet = end === undefined || firstDayOf(end) > today;
  if (!isYet && start.length === 4 && end === start) return middleOfYear(start, today);
  const last = isYet ? today : earlierOf(lastDayOf(end), today);
  const from = startDayOf(start, last);
  const to = addDays(isYet || end.length !== 4 ? last : endDayOf(end, from, last), 1);
  return from < to ? { start: from, end: to } : undefined;
}

/**
 * Returns the days that the position can have taken until today, by the widest reading of its dates: a
 * bare year from its first day, or to its last. Undefined where `spanOf` is. Making a position longer
 * never makes it smaller, which the middle of what a date can mean does not promise.
 */
export function widestSpanOf(position: Position, today: CalendarDate): Span | undefined {
  if (position.start === undefined || spanOf(position, today) === undefined) return undefined;
  const last = position.end === undefined ? today : lastDayOf(position.end);
  return { start: firstDayOf(position.start), end: addDays(last > today ? today : last, 1) };
}

function earlierOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one < other ? one : other;
}

/** A third of the year, or of what is past of it, in its middle; for a year that has begun. */
function middleOfYear(year: PartialDate, today: CalendarDate): Span {
  const first = firstDayOf(year);
  const days = daysBetween(first, earlierOf(lastDayOf(year), today)) + 1;
  const from = Math.round((days * (1 - SHARE_OF_ONE_YEAR)) / 2);
  return { start: addDays(first, from), end: addDays(first, days - from) };
}

/** The start as one day, no later than the last day that the position can have had. */
function startDayOf(start: PartialDate, last: CalendarDate): CalendarDate {
  const first = firstDayOf(start);
  if (start.length !== 4 || last <= first) return first;
  return last > lastDayOf(start) ? (`${start}-07-01` as CalendarDate) : middleOf(first, last);
}

/**
 * A bare year's end as one day, the last one of the position, no earlier than its start. A position that
 * goes on from the same bare year begins on the day after.
 */
function endDayOf(end: PartialDate, from: CalendarDate, last: CalendarDate): CalendarDate {
  const first = firstDayOf(end);
  if (from < first) {
    return last === lastDayOf(end)
      ? (`${end}-06-30` as CalendarDate)
      : addDays(middleOf(first, last), -1);
  }
  return last <= from ? last : middleOf(from, addDays(last, -1));
}

function middleOf(first: CalendarDate, last: CalendarDate): CalendarDate {
  return addDays(first, Math.floor((dayNumberOf(last) - dayNumberOf(first)) / 2));
}

/**
 * Returns the full-time months (40 hours a week) that the position took until today, paid and unpaid
 * alike. 0 when no start is known, since a length is never invented.
 */
export function fullTimeMonthsOf(position: Position, today: CalendarDate): number {
  const span = spanOf(position, today);
  if (span === undefined) return 0;
  return (monthsBetween(span.start, span.end) * weeklyHoursOf(position)) / FULL_TIME_HOURS_PER_WEEK;
}
