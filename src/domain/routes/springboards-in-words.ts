// Springboards in words: the sentence for all of them, the way to one, and why it is listed, with its
// arithmetic. What is open is springboards.ts's.

import { capital, lowerFirst } from "../first-letter.ts";
import { monthsInWords } from "../length-of-time.ts";
import { type Money, moneyInWords } from "../money.ts";
import { experienceCreditOf } from "../moves/experience-credit.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import { listInWords } from "../words-in-a-row.ts";
import type { Opener } from "./open-most.ts";
import type { SpringboardOrigin } from "./springboard-search.ts";
import {
  COMPARED_YEARS,
  MOST_PREPARING_MONTHS,
  OPEN_WITHIN_MONTHS,
  type Springboard,
} from "./springboards.ts";

/** The rule, as one reads it; the figures are those of springboards.ts. */
export const OPEN_RULE_IN_WORDS =
  `Open means: within two moves and ${monthsInWords(OPEN_WITHIN_MONTHS)}, with no more than ` +
  `${monthsInWords(MOST_PREPARING_MONTHS)} of preparing in your own hours, at least as likely as not to ` +
  "work out, within your limits, no step down, and with something you have done that counts there.";

/** How they are put in order, as one reads it. */
export const ORDER_IN_WORDS =
  `First comes what is likely to bring most over ${COMPARED_YEARS} years: the chance, times the difference in ` +
  "typical pay, times the years left once you are there, less the fees.";

/** Fields and occupations named in the sentence. */
const NAMED = 3;

/** The least pay, where it alone leaves nothing open. */
export interface PayFloorBinds {
  readonly amount: Money;
  /** Careers that are open without it. */
  readonly openWithout: number;
}

/** Returns the sentence that a page of springboards opens with. */
export function springboardsInWords(
  catalogue: Catalogue,
  origin: SpringboardOrigin,
  boards: readonly Springboard[],
  payFloor?: PayFloorBinds,
): string {
  const names = origin.rows.map((row) => withArticle(plainNameOf(catalogue, row)));
  const from =
    origin.kind === "unpaid work"
      ? "your unpaid work"
      : names.length === 0
        ? "where you stand"
        : `work as ${listInWords(names.slice(0, NAMED))}`;
  if (boards.length === 0 && payFloor !== undefined) {
    const { amount, openWithout } = payFloor;
    const careers = openWithout === 1 ? "one career is" : `${openWithout} careers are`;
    return (
      `From ${from} no career is open within two moves that pays ${moneyInWords(amount)} a year, the least you ` +
      `would work for: without that least pay ${careers} open.`
    );
  }
  if (boards.length === 0) {
    return `From ${from} no career is open within two moves and your limits; more hours a week, or one thing more to show, may open one.`;
  }
  const fields = [...new Set(boards.map(({ field }) => lowerFirst(field)))];
  const careers = boards.length === 1 ? "one career is" : `${boards.length} careers are`;
  const named = fields.slice(0, NAMED).map((field) => field.split(":")[0] ?? field);
  const more = fields.length - named.length;
  const others = more === 1 ? "one more field" : `${more} more fields`;
  return `From ${from} ${careers} open within two moves: in ${listInWords(more > 0 ? [...named, others] : named)}.`;
}

/** Returns the way: "One move", "By way of an office supervisor". */
export function wayInWords(catalogue: Catalogue, { throughRow }: Springboard): string {
  if (throughRow === undefined) return "One move";
  return `By way of ${withArticle(plainNameOf(catalogue, throughRow))}`;
}

/** Returns why the career is listed and what its figures are made of, a sentence each. */
export function whyListed(
  catalogue: Catalogue,
  origin: SpringboardOrigin,
  board: Springboard,
): readonly string[] {
  return [
    countsInWords(catalogue, origin, board),
    chanceArithmetic(board),
    gainArithmetic(catalogue, board),
  ].filter((sentence) => sentence !== "");
}

function countsInWords(
  catalogue: Catalogue,
  { rows }: SpringboardOrigin,
  { row, throughRow }: Springboard,
): string {
  const next = throughRow ?? row;
  const credit = Math.max(0, ...rows.map((from) => experienceCreditOf(catalogue, from, next)));
  const from = rows.find((one) => experienceCreditOf(catalogue, one, next) === credit);
  const name = plainNameOf(catalogue, next);
  const first =
    from === undefined || credit === 0
      ? `What you have studied, or are licensed for, is for work as ${withArticle(name)}.`
      : `A month as ${withArticle(plainNameOf(catalogue, from))} counts as ${partOf(credit)} for ${withArticle(name)}.`;
  if (throughRow === undefined) return first;
  const onward = experienceCreditOf(catalogue, throughRow, row);
  const last = withArticle(plainNameOf(catalogue, row));
  return onward === 0
    ? first
    : `${first} A month as ${withArticle(name)} counts as ${partOf(onward)} for ${last}.`;
}

function partOf(credit: number): string {
  return credit >= 0.995 ? "a full one" : `${Math.round(credit * 100)} % of one`;
}

function chanceArithmetic({ stages, chance }: Springboard): string {
  const risky = stages.filter((stage) => stage.chance < 0.995);
  if (risky.length === 0) return "";
  const parts = risky.map((stage) => `${capital(stage.title)}: ${stage.chance.toFixed(2)}`);
  const product =
    risky.length === 1
      ? ""
      : ` Together ${risky.map((one) => one.chance.toFixed(2)).join(" × ")} = ${chance.toFixed(2)}.`;
  return `The chance, on the assumptions of each stage. ${parts.join("; ")}.${product}`;
}

function gainArithmetic(catalogue: Catalogue, board: Springboard): string {
  const { chance, payChange, gain, months, money } = board;
  if (payChange === undefined || gain === undefined) return "What it pays is not known here.";
  const { currency } = catalogue;
  const say = (amount: number): string =>
    `${amount < 0 ? "−" : ""}${moneyInWords({ amount: Math.abs(amount), currency })}`;
  const years = Math.max(0, COMPARED_YEARS - months.likely / 12).toFixed(1);
  const fees = money.likely >= 0.5 ? ` − ${say(money.likely)} of fees` : "";
  return (
    `${chance.toFixed(2)} × ${say(payChange)} a year × ${years} of ${COMPARED_YEARS} years${fees} = ` +
    `about ${say(Math.round(gain / 1000) * 1000)} against staying, by typical pay.`
  );
}

/** Returns what the opener opens as one sentence. */
export function openerInWords(catalogue: Catalogue, { name, kind, opens }: Opener): string {
  const careers = opens.map(({ row }) => withArticle(plainNameOf(catalogue, row)));
  const one = kind === "skill" ? `Better at ${name}, by a course or practice` : name;
  const count = opens.length === 1 ? "one career" : `${opens.length} careers`;
  return `${one}: with it nothing else is left to earn for ${count}: ${listInWords(careers)}.`;
}
