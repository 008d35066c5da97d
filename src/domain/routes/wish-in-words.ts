// The sentences of an answer to a wish: that a route does it, why none does, what would become of it.

import { capital, lowerFirst } from "../first-letter.ts";
import { hoursInWords, hoursPerWeekInWords, monthsInWords } from "../length-of-time.ts";
import { type Money, moneyInWords } from "../money.ts";
import { nameInSentence } from "../moves/credential-in-sentence.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { missingExperienceOf } from "../moves/prepare-for.ts";
import { licencesOf, usualExperienceOf } from "../moves/usual-requirements.ts";
import { rowOf } from "../occupations/catalogue.ts";
import { listInWords } from "../words-in-a-row.ts";
import type { FoundRoute } from "./found-route.ts";
import type { LimitQuestion } from "./relax-limits.ts";
import { payNowOf } from "./route-graph.ts";
import { chanceInWords } from "./route-in-words.ts";
import type { WishAnswer, WishKind } from "./wish.ts";

/** Parts of a best that are named one by one. */
const PARTS_NAMED = 3;

/** Returns the sentence for a wish that a route does. */
export function metInWords(
  { catalogue, standing }: LimitQuestion,
  wish: WishKind,
  { route, rows }: FoundRoute,
  best: number,
): string {
  const name = quoted(route.name);
  switch (wish) {
    case "months":
      return `${name} takes about ${monthsInWords(best)}, if nothing is delayed.`;
    case "money":
      return best < 1
        ? `${name} takes no fees.`
        : `${name} takes about ${moneyInWords({ amount: best, currency: catalogue.currency })} in fees.`;
    case "chance":
      return `${name} works out the first time ${chanceInWords(best)}, on these assumptions.`;
    case "pay":
      if (payNowOf(catalogue, standing) === undefined)
        return `Whether ${name} pays less than now cannot be said, since your pay now is not known here.`;
      return rows.some((row) => Number.isNaN(catalogue.payMedian[row] ?? Number.NaN))
        ? `${name} pays no less than now as far as its pay is known; of a part of it, it is not.`
        : `${name} never pays less than now, by the usual figures.`;
    case "schooling":
      return `${name} needs no further schooling.`;
    case "moves":
      return `${name} is a single move.`;
  }
}

/** A route's name inside a sentence, kept apart from it. */
function quoted(name: string): string {
  return `“${name}”`;
}

/** Returns why no route does it: the best there is, and what makes it so. */
export function unmetInWords(
  question: LimitQuestion,
  wish: WishKind,
  one: FoundRoute,
  { parts, best, asked }: Pick<WishAnswer, "parts" | "best" | "asked">,
): string {
  const { catalogue, goal } = question;
  const name = quoted(one.route.name);
  const money = (amount: number): string => moneyInWords(moneyOf(question, amount));
  const bound = asked ?? best;
  switch (wish) {
    case "months":
      return (
        `No route takes ${asked === undefined ? "less than about" : "under"} ${monthsInWords(bound)}` +
        `${asked === undefined ? "" : `: the quickest takes about ${monthsInWords(best)}`}. ` +
        `${name}: ${listOfParts(question, one)}.`
      );
    case "money":
      return (
        `No route costs ${asked === undefined ? "less than about" : "under"} ${money(bound)} in fees` +
        `${asked === undefined ? "" : `: the cheapest takes about ${money(best)}`}. ` +
        `${name}: ${listInWords(namedParts(parts).map((part) => `${part.title} ${money(part.amount)}`))}.`
      );
    case "chance":
      return (
        `No route works out the first time more often than ${asked === undefined ? chanceInWords(best) : `${hundredths(bound)} in 100`}` +
        `${asked === undefined ? "" : `: the safest does ${hundredths(best)} in 100`}. ` +
        `${name}: ${listInWords(parts.slice(0, PARTS_NAMED).map((part) => `${lowerFirst(part.title)} ${hundredths(part.amount)} in 100`))}` +
        `${parts.length > PARTS_NAMED ? ", and smaller risks" : ""}` +
        `${parts.length > 1 ? `; ${parts.map((part) => (1 - part.amount).toFixed(2)).join(" × ")} = ${best.toFixed(2)}` : ""}. ` +
        "These are assumptions."
      );
    case "pay": {
      const [worst] = parts;
      return (
        `No route is without a pay cut. The least is on ${name}: ${withArticle(worst?.title ?? "")} usually earns about ` +
        `${money((payNowOf(catalogue, question.standing) ?? 0) - best)} a year, ${money(best)} less than you do now.`
      );
    }
    case "schooling": {
      const row = rowOf(catalogue, goal.occupationId);
      const goalName = plainNameOf(catalogue, row);
      return (
        `No route is without schooling. The least is on ${name}: ` +
        `${listInWords(namedParts(parts).map((part) => `${nameInSentence(part.title)} (${hoursInWords(part.amount)})`))}.` +
        `${licencesOf(catalogue, row).length > 0 ? ` The law asks for it: working as ${withArticle(goalName)} needs a licence.` : ` It is what ${withArticle(goalName)} is usually asked for.`}`
      );
    }
    case "moves":
      return `No single move leads there. The fewest are ${best}, on ${name}: ${listInWords(parts.map((part) => part.title))}. ${experienceInWords(question)}`;
  }
}

function moneyOf({ catalogue }: LimitQuestion, amount: number): Money {
  return { amount, currency: catalogue.currency };
}

function hundredths(chance: number): string {
  return String(Math.round(chance * 100));
}

/** The largest parts, the rest as one. */
function namedParts(parts: WishAnswer["parts"]): WishAnswer["parts"] {
  const rest = parts.slice(PARTS_NAMED).reduce((sum, part) => sum + part.amount, 0);
  const named = parts.slice(0, PARTS_NAMED);
  return rest > 0 ? [...named, { title: "the rest", amount: rest }] : named;
}

/** "7 years to earn a degree at 8 hours a week, 3 months to find a position (half of those who look …)". */
function listOfParts({ goal }: LimitQuestion, { route }: FoundRoute): string {
  const stages = [...route.stages].sort((a, b) => b.months.likely - a.months.likely);
  const hours = hoursPerWeekInWords(goal.limits.hoursPerWeek);
  let isSearchExplained = false;
  const words = stages.slice(0, PARTS_NAMED).map((stage) => {
    const months = monthsInWords(stage.months.likely);
    // How long a stay is in all is in its title; here it is the months that are left of it.
    const title = lowerFirst(stage.title).replace(/,? for (another )?[\d½]+ \w+( in all)?.*$/, "");
    if (stage.kind === "hold") return `${months} to ${title}`;
    if (stage.kind !== "move") return `${months} at ${hours} to ${title}`;
    const explained = isSearchExplained ? "" : " (half of those who look find one within that)";
    isSearchExplained = true;
    return `${months} to ${title}${explained}`;
  });
  const rest = stages.slice(PARTS_NAMED).reduce((sum, stage) => sum + stage.months.likely, 0);
  return listInWords(rest < 0.5 ? words : [...words, `${monthsInWords(rest)} for the rest`]);
}

/** Why nobody is let in directly: how much of the experience asked for is there. */
function experienceInWords({ catalogue, standing, goal }: LimitQuestion): string {
  const row = rowOf(catalogue, goal.occupationId);
  const needed = usualExperienceOf(catalogue, row).months.likely;
  const missing = missingExperienceOf(catalogue, standing, row);
  const name = capital(withArticle(plainNameOf(catalogue, row)));
  return missing < 1
    ? ""
    : `${name} is usually asked for about ${monthsInWords(needed)} of related experience, and ` +
        `${needed - missing < 1 ? "none of yours counts" : `about ${monthsInWords(needed - missing)} of yours counts`} so far.`;
}

/** Returns what the best would become with a limit changed: "the quickest would take about 14 months". */
export function becomesInWords(question: LimitQuestion, wish: WishKind, left: number): string {
  switch (wish) {
    case "months":
      return `the quickest would take about ${monthsInWords(left)}`;
    case "money":
      return left < 1
        ? "a route without fees would be there"
        : `the cheapest would take about ${moneyInWords(moneyOf(question, left))}`;
    case "chance":
      return `the safest would work out ${hundredths(1 - left)} in 100`;
    case "pay":
      return left <= 0
        ? "a route without a pay cut would be there"
        : `the least pay cut would be ${moneyInWords(moneyOf(question, left))}`;
    case "schooling":
      return left <= 0
        ? "a route without schooling would be there"
        : `the least schooling would be ${hoursInWords(left)}`;
    case "moves":
      return left <= 1 ? "a single move would be there" : `the fewest moves would be ${left}`;
  }
}
