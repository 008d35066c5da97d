// An occupation's figures as sentences: what it pays, how many work in it, which schooling, experience and
// training people in it say a newcomer needs. Plain words, no false precision; what is unknown is left
// out or said to be unknown, never guessed.

import { capital } from "../first-letter.ts";
import { moneyInWords } from "../money.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { educationInWords } from "../moves/usual-requirements.ts";
import type { Catalogue, EducationLevel } from "./catalogue.ts";
import { listDemands, listSkills } from "./occupation-demands.ts";
import type { OccupationFigures, PayRange, Shares } from "./occupation-figures.ts";
import { placeInWords } from "./place-in-words.ts";

/** Shares are published rounded, so that a quarter or a half is met within this much. */
const ROUNDING = 0.005;
/** O*NET's RW categories 1–11 as lengths of time (category text, O*NET 29.3). */
export const EXPERIENCE_WORDS: readonly string[] = [
  "none",
  "up to 1 month",
  "1 to 3 months",
  "3 to 6 months",
  "6 to 12 months",
  "1 to 2 years",
  "2 to 4 years",
  "4 to 6 years",
  "6 to 8 years",
  "8 to 10 years",
  "over 10 years",
];
/** O*NET's PT and OJ categories 1–9, the same source. */
export const TRAINING_WORDS: readonly string[] = [
  "none, or being shown once",
  "up to 1 month",
  "1 to 3 months",
  "3 to 6 months",
  "6 to 12 months",
  "1 to 2 years",
  "2 to 4 years",
  "4 to 10 years",
  "over 10 years",
];

/**
 * How long schooling, experience and training take together, by job zone 1–5 (O*NET Job Zone Reference
 * 29.3, SVP ranges, with the SVP scale of the Dictionary of Occupational Titles, appendix C).
 */
const ZONE_WORDS: readonly string[] = [
  "little or no preparation: from a few days to about three months",
  "some preparation: from about three months to a year",
  "medium preparation: about one to two years",
  "considerable preparation: about two to four years",
  "long preparation: over four years",
];

/** Returns the sentence on the zone; empty when it is not known. */
export function zoneInWords(zone: number | undefined): string {
  const words = ZONE_WORDS[(zone ?? 0) - 1];
  return words === undefined
    ? ""
    : `It takes ${words}, with schooling, experience and training taken together (job zone ${zone} of 5).`;
}

function inHundred(share: number): string {
  return `${Math.round(share * 100)} in 100`;
}

/** Returns the place of the largest share, the first of equal ones. */
function mostCommon(shares: Shares): number {
  return shares.indexOf(Math.max(...shares));
}

/** Returns the first place up to which at least this share lies, and how much lies up to it. */
function upTo(shares: Shares, least: number): { readonly place: number; readonly sum: number } {
  let sum = 0;
  for (const [place, share] of shares.entries()) {
    sum += share;
    if (sum >= least - ROUNDING) return { place, sum: Math.min(1, sum) };
  }
  return { place: shares.length - 1, sum };
}

/**
 * Returns which schooling people in the occupation say a newcomer needs: what a quarter of them name at
 * most, and what most of them name. Empty when not known.
 */
export function educationSharesInWords(shares: Shares | undefined): string {
  if (shares === undefined) return "";
  const quarter = upTo(shares, 0.25);
  const most = mostCommon(shares);
  const level = educationInWords(quarter.place + 1);
  if (
    quarter.sum >= 1 - ROUNDING &&
    most === quarter.place &&
    most > 0 &&
    (shares[most] ?? 0) < 1
  ) {
    return `Most of the people in this work (${inHundred(shares[most] ?? 0)}) say that it takes ${level}; none names more.`;
  }
  if (quarter.sum >= 1 - ROUNDING) {
    return `All of the people in this work who were asked name ${level}${most === 0 ? "" : " or less"}.`;
  }
  const part = quarter.sum >= 0.5 - ROUNDING ? "Half or more" : "A quarter or more";
  const said = `${part} of the people in this work (${inHundred(quarter.sum)}) say that ${level}${quarter.place === 0 ? "" : " or less"} is enough`;
  return most === quarter.place
    ? `${said}.`
    : `${said}; the most common answer is ${educationInWords(most + 1)} (${inHundred(shares[most] ?? 0)}).`;
}

/**
 * An answer is clear where half of the people asked give it, or twice as many as the next. *Assumption*: a
 * third against a quarter is no answer, and people of one occupation would give the other next year.
 */
const CLEAR_SHARE = 0.5;
const CLEAR_TIMES = 2;

/** Returns the level that people in it clearly name most often; undefined when none stands out. */
function clearEducationOf(shares: Shares | undefined): EducationLevel | undefined {
  if (shares === undefined) return undefined;
  const [first = 0, next = 0] = shares.toSorted((a, b) => b - a);
  const isClear = first >= CLEAR_SHARE - ROUNDING || first >= CLEAR_TIMES * next;
  return isClear ? mostCommon(shares) + 1 : undefined;
}

/** Returns the most that a licence for the whole of the occupation asks for; 0 where none asks. */
function licensedEducationOf({ licences }: Catalogue, row: number): EducationLevel {
  const asked = licences.filter((one) => one.occupation === row && one.partOnly !== true);
  return Math.max(0, ...asked.map(({ minimumEducation }) => minimumEducation));
}

/**
 * Returns in a few words which schooling it takes, and who says so: what people in it clearly name, else
 * what is typical (BLS), else how far their answers go; never less than a licence asks for. Empty when
 * not known.
 */
export function schoolingInWords(
  catalogue: Catalogue,
  row: number,
  { education, typicalEducation = 0 }: OccupationFigures,
): string {
  const level = (one: EducationLevel) => (one === 1 ? "no diploma" : educationInWords(one));
  const licensed = licensedEducationOf(catalogue, row);
  const named = clearEducationOf(education);
  if (named !== undefined && named >= licensed) {
    return `people in it most often say that ${named === 1 ? "no diploma is needed" : `it takes ${level(named)}`}`;
  }
  if (licensed > 0 && licensed > typicalEducation) {
    return `its licence asks for at least ${level(licensed)}`;
  }
  if (typicalEducation > 0) return `a newcomer typically needs ${level(typicalEducation)}`;
  if (education === undefined) return "";
  const [low, high] = [upTo(education, 0.25).place + 1, upTo(education, 0.75).place + 1];
  return `people in it name anything from ${level(low)} to ${level(high)}`;
}

/** Returns how much experience or training is said to be needed; empty when not known. */
export function timeSharesInWords(
  shares: Shares | undefined,
  words: readonly string[],
  what: string,
): string {
  if (shares === undefined) return "";
  const half = upTo(shares, 0.5);
  const none = shares[0] ?? 0;
  if (half.place === 0) return `Most (${inHundred(none)}) say no ${what} is needed.`;
  const most = mostCommon(shares);
  const common = `the most common answer is ${words[most] ?? ""} (${inHundred(shares[most] ?? 0)})`;
  if (half.place === words.length - 1) {
    return `Half or more (${inHundred(shares[half.place] ?? 0)}) name ${words[half.place]} of ${what}.`;
  }
  const said = none < 0.01 ? "" : `, and ${inHundred(none)} say none`;
  return `Half name at most ${longestOf(words[half.place] ?? "")} of ${what}; ${common}${most === 0 ? "" : said}.`;
}

/** "1 to 2 years" → "2 years"; "up to 1 month" → "1 month". */
function longestOf(words: string): string {
  return words.replace(/^(up to|\d+ to) /, "");
}

/** Returns the pay in one sentence, its place said; empty when not known. */
export function payInWords(pay: PayRange | undefined, catalogue: Catalogue, year: string): string {
  if (pay === undefined) return "";
  const { low, median, high, hoursInYear } = pay;
  const say = (amount: number) =>
    moneyInWords({ amount: amount / (hoursInYear ?? 1), currency: catalogue.currency });
  const where = `in ${placeInWords(catalogue.place)}${year === "" ? "" : `, ${year}`}`;
  const middle = median === undefined ? "" : `Half earn ${say(median)} ${timeOf(pay)} or more`;
  const ends = [
    ...(low === undefined ? [] : [`nine in ten at least ${say(low)}`]),
    ...(high === undefined ? [] : [`one in ten ${say(high)} or more`]),
  ].join(", ");
  const said = [middle, ends].filter((part) => part !== "").join("; ");
  const byHour =
    hoursInYear === undefined
      ? ""
      : ` It is published by the hour, since many in this work are not paid all year round; plans count ${hoursInYear.toLocaleString("en")} hours a year.`;
  return `${capital(said)} (${where}).${byHour}`;
}

function timeOf({ hoursInYear }: PayRange): string {
  return hoursInYear === undefined ? "a year" : "an hour";
}

/** Returns how many work in it, how many openings a year there are, and the growth; empty if unknown. */
export function outlookInWords(figures: OccupationFigures, catalogue: Catalogue): string {
  const { employment, annualOpenings, growth } = figures;
  const where = `in ${placeInWords(catalogue.place)}`;
  const sentences = [
    ...(employment === undefined
      ? []
      : [`About ${peopleInWords(employment)} people work in it ${where}.`]),
    ...(annualOpenings === undefined
      ? []
      : [
          `About ${peopleInWords(annualOpenings)} openings come up each year, those of people who leave included.`,
        ]),
    ...(growth === undefined ? [] : [`${growthInWords(growth)}.`]),
  ];
  return sentences.join(" ");
}

const MILLION = 1000;

/** Returns thousands of people as people say them: "1.6 million", "189,000", "700". */
export function peopleInWords(thousands: number): string {
  if (thousands >= MILLION) return `${Number((thousands / MILLION).toFixed(1))} million`;
  const people = thousands * 1000;
  const step = people >= 10_000 ? 1000 : people >= 1000 ? 100 : 10;
  return Math.max(step, Math.round(people / step) * step).toLocaleString("en");
}

/** Assumption: under one in a hundred over a decade nobody would call it a change. */
const NO_CHANGE = 0.01;

/** Returns "The number of people in it is expected to grow by 4.9 in 100 over ten years". */
function growthInWords(growth: number): string {
  if (Math.abs(growth) < NO_CHANGE)
    return "The number of people in it is expected to stay about as it is over ten years";
  const by = `${Math.abs(growth * 100)
    .toFixed(Math.abs(growth) < 0.1 ? 1 : 0)
    .replace(/\.0$/, "")} in 100`;
  return `The number of people in it is expected to ${growth > 0 ? "grow" : "shrink"} by ${by} over ten years`;
}

export interface SummaryFacts {
  readonly figures: OccupationFigures;
  /** Whose pay it is where the pay is borrowed: one person of it, as its title says. */
  readonly payFrom: string | undefined;
  /** The wider occupation whose pay it is, as a sentence names it, where the statistics do not tell this one apart. */
  readonly countedWithin: string | undefined;
  /** Whose currency and place the figures are. */
  readonly figureCatalogue: Catalogue;
}

/** Occupations that are whatever else is in a group have no name of their own. */
const REST_OF_A_GROUP = /, All Other$/;

/** Returns the one sentence that a page about the occupation opens with. */
export function occupationSentence(catalogue: Catalogue, row: number, facts: SummaryFacts): string {
  const { figures, payFrom, figureCatalogue } = facts;
  const isRest = REST_OF_A_GROUP.test(catalogue.titles[row] ?? "");
  const one = isRest ? "someone in this group" : withArticle(plainNameOf(catalogue, row));
  const One = capital(one);
  const place = placeInWords(figureCatalogue.place);
  const money = medianInWords(figures.pay, figureCatalogue);
  const schooling = schoolingInWords(catalogue, row, figures);
  if (money !== "" && payFrom !== undefined && payFrom !== plainNameOf(catalogue, row)) {
    return `The nearest to ${one} that we know the pay of is ${withArticle(payFrom)}: typically ${money} in ${place}.`;
  }
  if (money !== "" && payFrom !== undefined) {
    return `${One} typically earns ${money} in ${place}; that figure is from another list than this one.`;
  }
  if (money !== "" && facts.countedWithin !== undefined) {
    return `${One} is counted within ${facts.countedWithin}, where people typically earn ${money} in ${place}${schooling === "" ? "" : `; ${schooling}`}.`;
  }
  if (money !== "") {
    return `${One} typically earns ${money} in ${place}${schooling === "" ? "" : `; ${schooling}`}.`;
  }
  if (schooling !== "") {
    return `${One}: ${schooling}; what it pays is not known here.`;
  }
  const { essential, optional } = listSkills(catalogue, row);
  const isAsked = listDemands(catalogue, row).length + essential.length + optional.length > 0;
  return isAsked
    ? `What ${one} does, and what it asks for; what it pays is not known here.`
    : `What ${one} does, in a few words; what it asks for and what it pays is not known here.`;
}

/** Returns what half of those in it earn at least, "$93,600 a year"; empty when not known. */
export function medianInWords(pay: PayRange | undefined, { currency }: Catalogue): string {
  if (pay?.median === undefined) return "";
  const amount = pay.median / (pay.hoursInYear ?? 1);
  return `${moneyInWords({ amount, currency })} ${timeOf(pay)}`;
}
