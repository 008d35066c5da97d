// The sentences of a plan: lengths of time, chances and counts as people say them. What they say is
// computed elsewhere.

import { type CalendarDate, calendarMonthOf, dateInWords } from "../calendar-date.ts";
import { type Money, moneyInWords, type ThreePoint } from "../money.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import type { ActionKind } from "./action-kind.ts";

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

/** Returns what steps cost, and for what: "$11,350 in fees", "$13,350 in fees and for moving house". */
export function costsInWords(
  cost: Money,
  actions: readonly { readonly kind: ActionKind; readonly money: ThreePoint }[],
): string {
  const paid = actions.filter(({ money }) => money.likely > 0);
  const moves = paid.filter(({ kind }) => kind === "house move").length;
  const what =
    moves === 0
      ? "in fees"
      : moves < paid.length
        ? "in fees and for moving house"
        : "for moving house";
  return `${moneyInWords(cost)} ${what}`;
}
