// A route in a few sentences: what it is best at, how long, how much of what, and the chance. Lengths of
// time and chances as people say them.

import { lowerFirst } from "../first-letter.ts";
import { hoursInWords, monthsInWords, monthsRangeInWords } from "../length-of-time.ts";
import { moneyInWords, type ThreePoint } from "../money.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import { placeInWords } from "../occupations/place-in-words.ts";
import { listInWords } from "../words-in-a-row.ts";
import type { Route, RouteStrength, Stage } from "./route.ts";
import { isStepUp } from "./step-up.ts";

/** What a plan reckons for a route, delays and second attempts included. */
export interface Reckoned {
  /** P10, P50 and P90 of the simulated plan. */
  readonly months: ThreePoint;
  /** Of the plan's actions. */
  readonly hours: number;
  readonly money: number;
  /** Whether fees and pay are those of the person's country; else it is said where they stand. */
  readonly figuresAreLocal: boolean;
}

/** Parts of less than this are not named. */
const NAMED_FROM_MONTHS = 0.5;

/** Of a stay that runs beside preparing only what is left shows; less than this would mislead. */
const STAY_NAMED_FROM_MONTHS = 6;

/**
 * Returns why one would take the route, with its arithmetic; its strengths are among `count` routes.
 * With what a plan reckons, the length is the plan's and the parts are called undelayed.
 */
export function whyOf(
  catalogue: Catalogue,
  route: Route,
  count: number,
  reckoned?: Reckoned,
): string {
  const sentences = [
    ...(route.isTry === true
      ? [
          "Nothing that we know of leads there step by step from where you are; it can only be tried.",
        ]
      : []),
    ...strengthsInWords(route.strengths, count),
  ];
  const parts = partsInWords(route.stages);
  const undelayed = `${parts} if nothing is delayed`;
  if (reckoned === undefined) {
    const { low, likely, high } = route.months;
    sentences.push(
      `About ${monthsInWords(likely)} (${monthsInWords(low)} if all goes well, ${monthsInWords(high)} if ` +
        `all goes badly)${parts === "" ? "" : `: ${parts}`}.`,
    );
  } else {
    sentences.push(
      `About ${monthsInWords(reckoned.months.likely)}, likely ${monthsRangeInWords(reckoned.months)}` +
        `${parts === "" ? "" : `: ${undelayed}`}.`,
    );
  }
  const money = reckoned?.money ?? route.money.likely;
  const borrowed =
    reckoned?.figuresAreLocal === false ? ` (figures for ${placeInWords(catalogue.place)})` : "";
  const fees =
    money >= 1
      ? `, ${moneyInWords({ amount: money, currency: catalogue.currency })} in fees${borrowed}`
      : ", no fees";
  sentences.push(
    `About ${hoursInWords(reckoned?.hours ?? route.hours.likely)} of your own time${fees}.`,
  );
  if (route.payForgone !== undefined && Math.abs(route.payForgone) >= 1000) {
    const amount = moneyInWords({
      amount: Math.round(Math.abs(route.payForgone) / 1000) * 1000,
      currency: catalogue.currency,
    });
    sentences.push(
      `On the way it pays about ${amount} ${route.payForgone > 0 ? "less" : "more"} in all than staying${borrowed}.`,
    );
  }
  sentences.push(
    `The chance that all of it works out the first time: ${chanceInWords(route.chance)}, on these assumptions.`,
  );
  // Weighed against the others, where there are others beside it.
  if (route.strengths.includes("balanced") && route.balance !== undefined) {
    sentences.push(route.balance);
  }
  return sentences.join(" ");
}

/** Returns the route's name with what it takes: "Direct: 26 months, $1,200 in fees, about 6 in 10." */
export function routeInALine(catalogue: Catalogue, route: Route): string {
  const { currency } = catalogue;
  const fees =
    route.money.likely >= 1
      ? `${moneyInWords({ amount: route.money.likely, currency })} in fees`
      : "no fees";
  return `${route.name}: ${monthsInWords(route.months.likely)}, ${fees}, ${chanceInWords(route.chance)}.`;
}

function strengthsInWords(strengths: readonly RouteStrength[], count: number): readonly string[] {
  if (strengths.length === 0 || count < 2) return [];
  const words = strengths.map((strength) =>
    strength === "balanced"
      ? "the best balance of time, money and chance"
      : strength === "least upheaval"
        ? "the least upheaval"
        : `the ${strength}`,
  );
  return [`Of these ${count}, ${listInWords(words)}.`];
}

/** "8 months of preparing, 11 months of looking and 5 years in positions on the way". */
function partsInWords(stages: readonly Stage[]): string {
  const total = (kind: Stage["kind"], up = false): number =>
    stages
      .filter((stage) => stage.kind === kind && isStepUp(stage) === up)
      .reduce((sum, stage) => sum + stage.months.likely, 0);
  const isStaying =
    stages[0]?.kind === "hold" && stages.filter((one) => one.kind === "hold").length === 1;
  const parts: readonly (readonly [number, string])[] = [
    [total("prepare"), "of preparing"],
    [total("serve"), "of volunteering"],
    [total("move"), "of looking"],
    [total("move", true), "of waiting for an opening"],
    [total("hold"), isStaying ? "more where you are" : "in positions on the way"],
  ];
  const least = (what: string): number =>
    what.startsWith("in positions") ? STAY_NAMED_FROM_MONTHS : NAMED_FROM_MONTHS;
  const named = parts.filter(([months, what]) => months >= least(what));
  const words = named.map(([months, what]) => `${monthsInWords(months)} ${what}`);
  return words.length === 0 ? "" : listInWords(words);
}

/** Returns a chance as people say it: "about 3 in 10"; the ends are never called certain. */
export function chanceInWords(chance: number): string {
  const tenths = Math.round(chance * 10);
  if (tenths === 0) return chance < 0.02 ? "under 1 in 50" : `about 1 in ${Math.round(1 / chance)}`;
  return tenths === 10 ? "over 9 in 10" : `about ${tenths} in 10`;
}

/** Shares as people say them; the nearest one is taken. */
const SHARES_SAID: readonly (readonly [number, string])[] = [
  [0.1, "A little"],
  [1 / 4, "About a quarter"],
  [1 / 3, "About a third"],
  [1 / 2, "About half"],
  [2 / 3, "About two thirds"],
  [3 / 4, "About three quarters"],
  [0.87, "Most"],
  [1, "Nearly all"],
];

/** Returns a share as people say it: "About two thirds". */
export function shareInWords(share: number): string {
  return SHARES_SAID.reduce((best, one) =>
    Math.abs(one[0] - share) < Math.abs(best[0] - share) ? one : best,
  )[1];
}

/** Steps in common that are named; more are counted. */
const COMMON_NAMED = 2;

/** Returns how much a backup is worth: "When the first way falls, this one stands about 5 times in 10; …". */
export function worthInWords(worth: number, commonStages: readonly string[]): string {
  const stands = `When the first way falls, this one stands ${timesInWords(worth)}`;
  if (commonStages.length === 0) return `${stands}; the two have no step in common.`;
  return `${stands}; ${commonInWords(commonStages)}.`;
}

/** "both have to find a position as a registered nurse", "5 steps are in both". */
function commonInWords(titles: readonly string[]): string {
  return titles.length > COMMON_NAMED
    ? `${titles.length} steps are in both`
    : `both have to ${listInWords(titles.map(lowerFirst))}`;
}

function timesInWords(chance: number): string {
  const tenths = Math.round(chance * 10);
  return tenths === 10
    ? "over 9 times in 10"
    : `about ${tenths} ${tenths === 1 ? "time" : "times"} in 10`;
}
