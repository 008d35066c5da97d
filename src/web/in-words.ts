// Figures as people say them: no false precision, no bare decimals. Money and dates have theirs in the
// domain.

import { type CalendarDate, dateInWords, type PartialDate } from "../domain/calendar-date.ts";
import type { ThreePoint } from "../domain/money.ts";

/** Returns a chance in tenths, since that is as exact as its assumptions are. */
export function chanceInWords(chance: number): string {
  const tenths = Math.round(chance * 10);
  if (tenths <= 0) return "less than 1 in 10";
  if (tenths >= 10) return "more than 9 in 10";
  return `about ${tenths} in 10`;
}

/** Returns whole hours, in tens from a hundred on and in hundreds from a thousand on: "about 2,900 hours". */
export function hoursInWords(hours: number): string {
  const step = hours >= 1000 ? 100 : hours >= 100 ? 10 : 1;
  const rounded = Math.max(step, Math.round(hours / step) * step);
  return `${rounded >= 100 ? "about " : ""}${counted(rounded, "hour")}`;
}

/** Returns the hours from the least to the most: "about 270 to 1,400 hours". */
export function hoursRangeInWords({ low, high }: ThreePoint): string {
  const [from, to] = [hoursInWords(low), hoursInWords(high)];
  return from === to ? to : `${from.replace(/ hours?$/, "")} to ${to.replace(/^about /, "")}`;
}

/** Returns "1 month", "3 months", "2,900 hours". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

const SHORT_MONTH = 3;

/** Returns a day or a month as narrow places have room for: "Nov 2026", "2019". */
export function shortMonth(date: PartialDate | CalendarDate): string {
  if (date.length === 4) return date;
  const [month = "", year = ""] = dateInWords(date.slice(0, 7) as PartialDate).split(" ");
  return `${month.slice(0, SHORT_MONTH)} ${year}`;
}

/** Returns the day of a date without its year: "24 November". */
export function dayInWords(date: CalendarDate): string {
  return dateInWords(date).replace(/ \d{4}$/, "");
}

/** Returns the month in words: "November 2026". */
export function monthInWords(date: CalendarDate | PartialDate): string {
  return dateInWords(date.slice(0, 7) as PartialDate);
}

/** Returns what a position was called; where nothing was said, with whom it was. */
export function titleOf(position: { readonly title: string; readonly organisation: string }) {
  if (position.title !== "") return position.title;
  return position.organisation === "" ? "A position" : `A position with ${position.organisation}`;
}

/** Returns the text with each figure and its sign or its "in 10", and "job-like", kept on one line. */
export function unbroken(text: string): string {
  return text
    .replace(/(\d) (%|in 100?\b)/g, (_, digit: string, rest: string) => {
      return `${digit}\u00a0${rest.replace(" ", "\u00a0")}`;
    })
    .replace(/-like\b/g, "-\u2060like");
}
