// The sentences of a plan: lengths of time, chances and counts as people say them. What they say is
// computed elsewhere.

import { type CalendarDate, calendarMonthOf, dateInWords } from "../calendar-date.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";

/** Returns an occupation's id as one person of it: "a registered nurse". */
export function onePersonOf(catalogue: Catalogue, occupationId: string): string {
  const name = plainNameOf(catalogue, rowOf(catalogue, occupationId));
  return name === "" ? "someone in this work" : withArticle(name);
}

/** Returns the month of a day in words: "June 2031". */
export function monthInWords(day: CalendarDate): string {
  return dateInWords(calendarMonthOf(day));
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
