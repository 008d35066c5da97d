// Which of many routes to show: a handful, each named for what it is best at, the balanced one first,
// with a sentence or two on why one would take it.

import { moneyInWords, type ThreePoint } from "../money.ts";
import { hoursInWords, monthsInWords } from "../moves/prepare-for.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import type { Route, RouteStrength, Stage } from "./route.ts";
import type { FoundRoute } from "./search-routes.ts";
import { isNearKin } from "./stepping-stones.ts";

/** Routes shown at most. */
export const ROUTES_SHOWN = 5;
/** Routes shown at least, where there are so many that differ in their steps. */
export const ROUTES_WANTED = 2;
/** Routes shown at least on a long road, where an early step into the field is worth knowing. */
export const ROUTES_WANTED_ON_LONG_ROAD = 3;
/** Assumption: from this many months on it is a long road. */
export const LONG_ROAD_MONTHS = 24;
/** Assumption: a second route of more than so many times the months, and so many more, helps nobody. */
export const LONGEST_DETOUR = { share: 1.5, months: 12 } as const;
/** Assumption: on a long road a step may add this share of the months of the recommended route. */
export const DETOUR_SHARE = 0.2;

/**
 * Assumption: what weighs as much as one year: half the chance (a route twice as likely is worth a
 * year more), this much in fees, and this much pay forgone.
 */
export const BALANCE = { months: 12, lnChance: Math.LN2, money: 8000, payForgone: 16000 } as const;

/** Assumption: what each further change of position weighs, in months. */
export const UPHEAVAL_MONTHS = 6;

/** A strength is named only where it is worth naming: by so much at least. Assumption. */
export const WORTH_NAMING = { months: 1, money: 200, chance: 0.04 } as const;

function movesOf(route: Route): number {
  return route.stages.filter((stage) => stage.kind === "move").length;
}

/** What a route costs in all, in months; lower is better. */
function balanceOf(one: FoundRoute): number {
  const [months = 0, money = 0, risk = 0, payForgone = 0] = one.costs;
  return (
    months +
    (12 * money) / BALANCE.money +
    (12 * risk) / BALANCE.lnChance +
    (12 * Math.max(0, payForgone)) / BALANCE.payForgone +
    UPHEAVAL_MONTHS * (movesOf(one.route) - 1)
  );
}

function sortedByBalance(routes: readonly FoundRoute[]): readonly FoundRoute[] {
  return [...routes].sort(
    (a, b) => balanceOf(a) - balanceOf(b) || (a.route.id < b.route.id ? -1 : 1),
  );
}

/** What each strength is measured by, as keys to be compared one after the other; lower is better. */
const MEASURES: Readonly<Record<RouteStrength, (one: FoundRoute) => readonly number[]>> = {
  balanced: (one) => [balanceOf(one)],
  fastest: (one) => [one.costs[0] ?? 0, balanceOf(one)],
  cheapest: (one) => [one.costs[1] ?? 0, balanceOf(one)],
  safest: (one) => [one.costs[2] ?? 0, balanceOf(one)],
  "least upheaval": (one) => [
    movesOf(one.route),
    one.route.stages.filter((stage) => stage.kind === "prepare").length,
    one.route.hours.likely,
    balanceOf(one),
  ],
};

const MEASURES_COUNT = Object.keys(MEASURES).length;

function bestBy(routes: readonly FoundRoute[], strength: RouteStrength): FoundRoute | undefined {
  const measure = MEASURES[strength];
  return routes.reduce<FoundRoute | undefined>((best, one) => {
    if (best === undefined) return one;
    const mine = measure(one);
    const theirs = measure(best);
    const place = mine.findIndex((value, i) => value !== theirs[i]);
    if (place < 0) return one.route.id < best.route.id ? one : best;
    return (mine[place] ?? 0) < (theirs[place] ?? 0) ? one : best;
  }, undefined);
}

/** Whether the route is better than all those shown by so much that it is worth its line. */
function beats(one: FoundRoute, shown: readonly FoundRoute[], strength: RouteStrength): boolean {
  const by = (of: (other: FoundRoute) => number): number => Math.min(...shown.map(of)) - of(one);
  switch (strength) {
    case "fastest":
      return by((other) => other.route.months.likely) >= WORTH_NAMING.months;
    case "cheapest":
      return by((other) => other.route.money.likely) >= WORTH_NAMING.money;
    case "safest":
      return by((other) => -other.route.chance) >= WORTH_NAMING.chance;
    case "least upheaval":
      return by((other) => movesOf(other.route)) > 0;
    case "balanced":
      return true;
  }
}

function differs(routes: readonly FoundRoute[], strength: RouteStrength): boolean {
  const spread = (of: (one: FoundRoute) => number): number =>
    Math.max(...routes.map(of)) - Math.min(...routes.map(of));
  if (routes.length < 2) return false;
  switch (strength) {
    case "fastest":
      return spread((one) => one.route.months.likely) >= WORTH_NAMING.months;
    case "cheapest":
      return spread((one) => one.route.money.likely) >= WORTH_NAMING.money;
    case "safest":
      return spread((one) => one.route.chance) >= WORTH_NAMING.chance;
    case "least upheaval":
      return spread((one) => movesOf(one.route)) > 0;
    case "balanced":
      return true;
  }
}

/**
 * Returns at most five of the routes, the balanced one first, the others in the order fastest,
 * cheapest, safest, least upheaval, then what adds another way (from `all`, where the best routes are
 * all of one kind: another way that is no better in anything still stands when the first one falls).
 * Strengths and reasons are filled in.
 */
export function chooseRoutes(
  catalogue: Catalogue,
  routes: readonly FoundRoute[],
  all: readonly FoundRoute[] = routes,
): readonly Route[] {
  const shown: FoundRoute[] = [];
  const strengths = ["balanced", "fastest", "cheapest", "safest", "least upheaval"] as const;
  for (const strength of strengths) {
    const best = bestBy(routes, strength);
    if (best === undefined || shown.includes(best)) continue;
    if (strength === "balanced" || beats(best, shown, strength)) shown.push(best);
  }
  const byBalance = sortedByBalance(routes);
  const add = (one: FoundRoute | undefined): void => {
    if (one !== undefined) shown.push(one);
  };
  const isNew = (one: FoundRoute): boolean =>
    !shown.some((other) => other.rows.join() === one.rows.join());
  // Another way in by other schooling is worth more than the same schooling by a detour.
  const programmes = (one: FoundRoute): string => programmesOf(catalogue, one.route).join();
  const known = new Set(shown.map(programmes));
  if (known.size === 1) add(byBalance.find((one) => isNew(one) && !known.has(programmes(one))));
  const months = shown[0]?.route.months.likely ?? 0;
  const isDetour = (one: FoundRoute): boolean =>
    one.route.months.likely <= LONGEST_DETOUR.share * months + LONGEST_DETOUR.months;
  const isLong = months >= LONG_ROAD_MONTHS;
  const isNear = (one: FoundRoute): boolean => isNew(one) && isThroughNearKin(catalogue, one);
  if (shown.length < ROUTES_WANTED)
    add(sortedByBalance(all).find((one) => isNew(one) && isDetour(one)));
  if (isLong && shown.length < ROUTES_WANTED_ON_LONG_ROAD) {
    add(
      byBalance.find(
        (one) => isNear(one) && one.route.months.likely <= (1 + DETOUR_SHARE) * months,
      ),
    );
  }
  const handful = shown.slice(0, ROUTES_SHOWN);
  return handful.map((one) => {
    const named = strengths.filter(
      (strength) => differs(handful, strength) && bestBy(handful, strength) === one,
    );
    return {
      ...one.route,
      strengths: named,
      why: whyOf(catalogue, one.route, named, handful.length),
    };
  });
}

/** The long schooling that a route rests on: what one must be admitted to, or a degree. */
function programmesOf(catalogue: Catalogue, route: Route): readonly string[] {
  return route.stages
    .flatMap((stage) => stage.credentialIds)
    .filter((id) => {
      const template = catalogue.credentials.find((one) => one.id === id);
      return template !== undefined && (template.admission || template.kind === "degree");
    })
    .sort();
}

/** Whether each step on the way is near kin of the next. */
function isThroughNearKin(catalogue: Catalogue, one: FoundRoute): boolean {
  return one.rows.every((row, i) => {
    const next = one.rows[i + 1];
    return next === undefined || isNearKin(catalogue, row, next);
  });
}

/** Returns why one would take the route, with its arithmetic; strengths are among `count` routes. */
export function whyOf(
  catalogue: Catalogue,
  route: Route,
  strengths: readonly RouteStrength[],
  count: number,
): string {
  const sentences: string[] = [];
  if (strengths.length === MEASURES_COUNT) {
    sentences.push(`Of these ${count}, the best in every way.`);
  } else if (strengths.length > 0) {
    const words = strengths.map((strength) =>
      strength === "balanced"
        ? "the best balance of time, money and chance"
        : strength === "least upheaval"
          ? "the least upheaval"
          : `the ${strength}`,
    );
    sentences.push(`Of these ${count}, ${joinWords(words)}.`);
  }
  const parts = route.stages
    .filter((stage) => stage.months.likely >= 0.25)
    .map((stage) => `${monthsInWords(stage.months.likely)} ${partInWords(stage)}`);
  sentences.push(
    `About ${monthsInWords(route.months.likely)} (${monthsInWords(route.months.low)} if all goes well, ` +
      `${monthsInWords(route.months.high)} if all goes badly): ${parts.join(", ")}.`,
  );
  const fees =
    route.money.likely >= 1
      ? `, ${moneyInWords({ amount: route.money.likely, currency: catalogue.currency })} in fees`
      : ", no fees";
  sentences.push(`About ${hoursInWords(route.hours.likely)} of your own time${fees}.`);
  if (route.payForgone !== undefined && Math.abs(route.payForgone) >= 1000) {
    const amount = moneyInWords({
      amount: Math.round(Math.abs(route.payForgone) / 1000) * 1000,
      currency: catalogue.currency,
    });
    sentences.push(
      route.payForgone > 0
        ? `On the way it pays about ${amount} less in all than staying.`
        : `On the way it pays about ${amount} more in all than staying.`,
    );
  }
  sentences.push(
    `The chance that all of it works out the first time: ${chanceInWords(route.chance)}, on these assumptions.`,
  );
  return sentences.join(" ");
}

function partInWords(stage: Stage): string {
  switch (stage.kind) {
    case "prepare":
      return "to prepare";
    case "hold":
      return "to hold a position";
    case "serve":
      return "of volunteering";
    case "move":
      return "to find the position";
  }
}

/** Returns "14 to 20 months" or "3 to 5 years" for a range of months. */
export function rangeInWords(months: ThreePoint): string {
  const low = monthsInWords(months.low);
  const high = monthsInWords(months.high);
  if (low === high) return low;
  const unit = high.split(" ").at(-1) ?? "";
  return low.endsWith(` ${unit}`)
    ? `${low.slice(0, -unit.length - 1)} to ${high}`
    : `${low} to ${high}`;
}

/** Returns a chance as people say it: "about 3 in 10"; the ends are never called certain. */
export function chanceInWords(chance: number): string {
  const tenths = Math.round(chance * 10);
  if (tenths === 0) return chance < 0.02 ? "under 1 in 50" : `about 1 in ${Math.round(1 / chance)}`;
  return tenths === 10 ? "over 9 in 10" : `about ${tenths} in 10`;
}

function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
