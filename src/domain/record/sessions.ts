// The fixed hours of classes within a week: which they are, the days on which they fall once the step has a
// first day, and how they are written. What they mean for the dates of a plan is the schedule's.

import {
  addDays,
  type CalendarDate,
  DAYS_A_WEEK,
  dayNumberOf,
  WEEKS_A_MONTH,
} from "../calendar-date.ts";
import { listInWords } from "../words-in-a-row.ts";

/** In the order of the week. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Hours of one day of each week, by the clock on the wall: no time zone. */
export interface Session {
  readonly day: Weekday;
  /** "18:00", in 24 hours. */
  readonly from: string;
  /** Later on the same day. */
  readonly to: string;
}

/** Classes at fixed hours: each of them once a week, so many weeks, from the first day of the step on. */
export interface Sessions {
  /** In the order of the week; none overlaps another. */
  readonly each: readonly Session[];
  /** Whole weeks, 1 or more. */
  readonly weeks: number;
}

/** More classes in a week than this are a slip. Assumption. */
export const MOST_SESSIONS = 20;
/** A degree of ten years has some 500 weeks. Assumption. */
export const MOST_SESSION_WEEKS = 520;
/** Assumption: who works by day is at work in these hours, Monday to Friday. */
export const WORKING_DAY = { from: "08:00", to: "17:00" } as const;

export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

const WRITTEN = /^([a-z]{3,9})\s+(\d{1,2})(?::(\d\d))?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d\d))?$/i;

/** Returns "tue 18:00-20:00", also written "Tuesday 18–20", as a session; undefined where it is none. */
export function parseSession(text: string): Session | undefined {
  const [, name = "", fromHour = "", fromMinute = "00", toHour = "", toMinute = "00"] =
    WRITTEN.exec(text.trim()) ?? [];
  const said = name.toLowerCase();
  const day = WEEKDAYS.find(
    (one) => said.startsWith(one) && WEEKDAY_NAMES[one].toLowerCase().startsWith(said),
  );
  const [from, to] = [clockOf(fromHour, fromMinute), clockOf(toHour, toMinute)];
  return day !== undefined && isClock(from) && isClock(to) && from < to
    ? { day, from, to }
    : undefined;
}

/** Returns the session as parseSession() reads it. */
export function makeSession({ day, from, to }: Session): string {
  return `${day} ${from}-${to}`;
}

function clockOf(hour: string, minute: string): string {
  return `${hour.padStart(2, "0")}:${minute}`;
}

/** "18:00"; the last minute of a day is 23:59. */
function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Returns whether each is a day with hours in order, and the list in the order of the week without overlaps. */
export function areSessions({ each, weeks }: Sessions): boolean {
  const inOrder = inOrderOfWeek(each);
  return (
    Number.isInteger(weeks) &&
    weeks >= 1 &&
    weeks <= MOST_SESSION_WEEKS &&
    each.length >= 1 &&
    each.length <= MOST_SESSIONS &&
    each.every(({ day, from, to }) => WEEKDAYS.includes(day) && isClock(from) && isClock(to)) &&
    each.every(({ from, to }) => from < to) &&
    inOrder.every((one, place) => one === each[place] && !overlapsNext(one, inOrder[place + 1]))
  );
}

function overlapsNext(one: Session, next: Session | undefined): boolean {
  return next !== undefined && next.day === one.day && next.from < one.to;
}

/** Returns the sessions from Monday to Sunday, those of a day by the hour. */
export function inOrderOfWeek(each: readonly Session[]): readonly Session[] {
  return [...each].sort(
    (a, b) =>
      WEEKDAYS.indexOf(a.day) - WEEKDAYS.indexOf(b.day) ||
      (a.from < b.from ? -1 : a.from > b.from ? 1 : 0),
  );
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** Returns the hours of classes in one of their weeks. */
export function classHoursAWeek({ each }: Sessions): number {
  return each.reduce((sum, { from, to }) => sum + (minutesOf(to) - minutesOf(from)), 0) / 60;
}

/** Returns the hours of all classes together. */
export function classHoursOf(sessions: Sessions): number {
  return classHoursAWeek(sessions) * sessions.weeks;
}

/** Returns the months from the first day to the end of the last week of classes. */
export function classMonthsOf({ weeks }: Sessions): number {
  return weeks / WEEKS_A_MONTH;
}

/** Returns whether a class lies in the hours in which who works by day is at work. */
export function areByDay({ each }: Sessions): boolean {
  return each.some(
    ({ day, from, to }) =>
      day !== "sat" && day !== "sun" && from < WORKING_DAY.to && to > WORKING_DAY.from,
  );
}

export interface DatedSession extends Session {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** Returns each session with the first and the last day of its classes, where the step begins on a day. */
export function datedSessions({ each, weeks }: Sessions, start: CalendarDate): DatedSession[] {
  return each.map((session) => {
    const days = WEEKDAYS.indexOf(session.day) - weekdayOf(start);
    const first = addDays(start, (days + DAYS_A_WEEK) % DAYS_A_WEEK);
    return { ...session, first, last: addDays(first, (weeks - 1) * DAYS_A_WEEK) };
  });
}

/** 0 for Monday; 1970-01-01 was a Thursday. */
function weekdayOf(day: CalendarDate): number {
  return (((dayNumberOf(day) + 3) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;
}

/** Returns those of the sessions that have a class from one day to another, both included, in order. */
export function sessionsBetween(
  sessions: Sessions,
  start: CalendarDate,
  within: { readonly from: CalendarDate; readonly to: CalendarDate },
): readonly (Session & { readonly date: CalendarDate })[] {
  return datedSessions(sessions, start)
    .flatMap(({ first, last, ...session }) => {
      const dates = [];
      const weeks = Math.max(
        0,
        Math.ceil((dayNumberOf(within.from) - dayNumberOf(first)) / DAYS_A_WEEK),
      );
      for (
        let date = addDays(first, weeks * DAYS_A_WEEK);
        date <= last && date <= within.to;
        date = addDays(date, DAYS_A_WEEK)
      ) {
        dates.push({ ...session, date });
      }
      return dates;
    })
    .sort((a, b) => (a.date + a.from < b.date + b.from ? -1 : 1));
}

/** Returns "Tuesday and Thursday 18:00 to 20:00, 15 weeks". */
export function sessionsInWords({ each, weeks }: Sessions): string {
  const sameHours = [...Map.groupBy(each, ({ from, to }) => `${from} to ${to}`)];
  const days = sameHours.map(
    ([hours, sessions]) => `${listInWords(sessions.map(({ day }) => WEEKDAY_NAMES[day]))} ${hours}`,
  );
  return `${days.join("; ")}, ${weeks === 1 ? "one week" : `${weeks} weeks`}`;
}
