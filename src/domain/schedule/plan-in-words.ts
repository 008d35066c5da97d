// The sentences of a plan: lengths of time, chances and counts as people say them. What they say is
// computed elsewhere.

import { type CalendarDate, calendarMonthOf, dateInWords } from "../calendar-date.ts";
import { monthsInWords } from "../moves/prepare-for.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import { singularTitle } from "../routes/failure-causes.ts";
import { withArticle } from "../routes/route-step.ts";

/** Returns an occupation as one person's work inside a sentence: "registered nurse". */
export function occupationInSentence(catalogue: Catalogue, row: number): string {
  const title = catalogue.titles[row];
  return title === undefined ? "this work" : singularTitle(title);
}

/** Returns "a registered nurse" for an occupation's id. */
export function onePersonOf(catalogue: Catalogue, occupationId: string): string {
  return withArticle(occupationInSentence(catalogue, rowOf(catalogue, occupationId)));
}

/** Returns the month of a day in words: "June 2031". */
export function monthInWords(day: CalendarDate): string {
  return dateInWords(calendarMonthOf(day));
}

/** Returns "8 hours a week", "1 hour a week", "7.5 hours a week". */
export function hoursPerWeekInWords(hours: number): string {
  return hours === 1 ? "1 hour a week" : `${Math.round(hours * 10) / 10} hours a week`;
}

/** Returns a chance as people say it, and that it rests on assumptions. */
export function chanceInWords(chance: number): string {
  const tenths = Math.round(chance * 10);
  const words =
    chance < 0.05
      ? "less than 1 in 10"
      : chance > 0.95
        ? "more than 9 in 10"
        : `about ${tenths} in 10`;
  return `${words}, on these assumptions`;
}

/**
 * Returns a range of months in one unit: "11 to 20 months", "5 to 7\u00bd years"; one length where
 * both ends read the same.
 */
export function monthRangeInWords(low: number, high: number): string {
  const from = monthsInWords(low);
  const to = monthsInWords(high);
  if (from === to) return from;
  const [fromNumber, fromUnit] = from.split(" ");
  const [, toUnit] = to.split(" ");
  return fromUnit === toUnit ? `${fromNumber} to ${to}` : `${from} to ${to}`;
}

/** Returns "a", "a and b", "a, b and c"; empty for none. */
export function listInWords(parts: readonly string[]): string {
  if (parts.length <= 1) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

const SMALL_NUMBERS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
];

/** Returns a count with its noun, small numbers in words: "one certificate", "two exams". */
export function countInWords(count: number, noun: string): string {
  return `${SMALL_NUMBERS[count] ?? String(count)} ${noun}${count === 1 ? "" : "s"}`;
}
