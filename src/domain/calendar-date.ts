// Plain calendar dates, never instants: no time zone can shift them. A date keeps the precision it
// was given in ("2019", "2019-04", "2019-04-17"). Arithmetic is the proleptic Gregorian calendar's.
// What today is comes from outside.

import { fail, ok, type Result } from "./result.ts";

/** A day, "YYYY-MM-DD". */
export type CalendarDate = string & { readonly brand: "CalendarDate" };

/** A year, a month or a day: "YYYY", "YYYY-MM" or "YYYY-MM-DD". */
export type PartialDate = string & { readonly brand: "PartialDate" };

export type DateProblem = { readonly code: "date/impossible"; readonly text: string };

const DATE_PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Days in a week, used wherever hours a week meet days. */
export const DAYS_A_WEEK = 7;
/** Weeks in an average month: 365.2425 / 12 / 7, the Gregorian mean. */
export const WEEKS_A_MONTH = 365.2425 / 12 / 7;
/** Days in an average month. */
export const DAYS_A_MONTH = DAYS_A_WEEK * WEEKS_A_MONTH;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Returns the date as given when it exists in the calendar; years run from 1900 to 2199. */
export function parsePartialDate(text: string): Result<PartialDate, DateProblem> {
  const match = DATE_PATTERN.exec(text);
  const year = Number(match?.[1]);
  const month = match?.[2] === undefined ? 1 : Number(match[2]);
  const day = match?.[3] === undefined ? 1 : Number(match[3]);
  const exists =
    match !== null &&
    year >= 1900 &&
    year <= 2199 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month);
  return exists ? ok(text as PartialDate) : fail({ code: "date/impossible", text });
}

/** Returns the day when the text is a full date that exists. */
export function parseCalendarDate(text: string): Result<CalendarDate, DateProblem> {
  const parsed = parsePartialDate(text);
  return parsed.ok && text.length === 10
    ? ok(text as CalendarDate)
    : fail({ code: "date/impossible", text });
}

/** Returns the first day that the date can mean. */
export function firstDayOf(date: PartialDate | CalendarDate): CalendarDate {
  if (date.length === 4) return `${date}-01-01` as CalendarDate;
  return (date.length === 7 ? `${date}-01` : date) as CalendarDate;
}

/** Returns the last day that the date can mean. */
export function lastDayOf(date: PartialDate | CalendarDate): CalendarDate {
  if (date.length === 4) return `${date}-12-31` as CalendarDate;
  if (date.length === 10) return date as CalendarDate;
  const [year, month] = date.split("-").map(Number) as [number, number];
  return `${date}-${String(daysInMonth(year, month)).padStart(2, "0")}` as CalendarDate;
}

/** Returns the number of days from 1970-01-01 to the date (negative before it). */
export function dayNumberOf(date: CalendarDate): number {
  return Math.round(
    Date.UTC(yearOf(date), monthOf(date) - 1, Number(date.slice(8, 10))) / 86400000,
  );
}

/** Returns the date that lies the given number of days after 1970-01-01. */
export function dateOfDayNumber(days: number): CalendarDate {
  return new Date(Math.round(days) * 86400000).toISOString().slice(0, 10) as CalendarDate;
}

/** Returns the date so many days later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** Returns the same day so many whole months later, or that month's last day when it is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join(
    "-",
  ) as CalendarDate;
}

/** Returns the days from one date to another (negative when the second is earlier). */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** Returns the average months between two dates, with a fraction. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  return daysBetween(from, to) / DAYS_A_WEEK / WEEKS_A_MONTH;
}

export function yearOf(date: PartialDate | CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** Returns the month, 1 to 12; January for a bare year. */
export function monthOf(date: PartialDate | CalendarDate): number {
  return date.length === 4 ? 1 : Number(date.slice(5, 7));
}

/** Returns "YYYY-MM", the month that a day lies in. */
export function calendarMonthOf(date: CalendarDate): PartialDate {
  return date.slice(0, 7) as PartialDate;
}

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Returns the date in words, as precise as it is: "2019", "April 2019" or "17 April 2019". */
export function dateInWords(date: PartialDate | CalendarDate): string {
  if (date.length === 4) return date;
  const month = `${MONTH_NAMES[monthOf(date) - 1]} ${yearOf(date)}`;
  return date.length === 7 ? month : `${Number(date.slice(8, 10))} ${month}`;
}
