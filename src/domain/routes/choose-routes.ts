// Which of many routes to show: a handful, each named for what it is best at, the balanced one first,
// with a sentence or two on why one would take it.

import type { Catalogue } from "../occupations/catalogue.ts";
import type { FoundRoute } from "./found-route.ts";
import type { Route, RouteStrength } from "./route.ts";
import { whyOf } from "./route-in-words.ts";
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

/** Assumption: a route is shown for being cheaper only where it saves this much for each further year. */
export const WORTH_A_YEAR = 500;

/**
 * Assumption: below this chance, and below this share of the likeliest route's, a route is not shown for
 * what it saves: it would hardly ever save it.
 */
export const NOT_FOR_ITS_SAVINGS = { chance: 0.1, share: 1 / 3 } as const;

function movesOf(route: Route): number {
  return route.stages.filter((stage) => stage.kind === "move").length;
}

/** Assumption: below this chance a route is a long shot, and each halving weighs three times. */
export const LONG_SHOT = { chance: 0.25, times: 3 } as const;

/** What a route costs, each part in months: its own, and what fees, risk, lost pay and further moves weigh. */
function balancePartsOf(one: FoundRoute): readonly { what: string; months: number }[] {
  const [months = 0, money = 0, risk = 0, payForgone = 0] = one.costs;
  const longShot = (LONG_SHOT.times - 1) * Math.max(0, risk + Math.log(LONG_SHOT.chance));
  return [
    { what: "months", months },
    { what: "for fees", months: (12 * money) / BALANCE.money },
    { what: "for the risk", months: (12 * (risk + longShot)) / BALANCE.lnChance },
    {
      what: "for lost pay",
      months: (12 * Math.max(0, payForgone)) / BALANCE.payForgone,
    },
    { what: "for further moves", months: UPHEAVAL_MONTHS * (movesOf(one.route) - 1) },
  ];
}

/** What a route costs in all, in months; lower is better. */
function balanceOf(one: FoundRoute): number {
  return balancePartsOf(one).reduce((sum, part) => sum + part.months, 0);
}

/**
 * Returns the sum that makes the best balanced route the best, beside the next one's: "In the balance: 26
 * months + 3 for fees + 5 for the risk = 34; the next best comes to 41." Whole months, which add up as shown. Pay
 * that is not known counts as none lost, which is said.
 */
function balanceInWords(best: FoundRoute, handful: readonly FoundRoute[]): string | undefined {
  const [next] = sortedByBalance(handful.filter((one) => one !== best));
  if (next === undefined) return undefined;
  const rounded = (one: FoundRoute) =>
    balancePartsOf(one)
      .map((part) => ({ ...part, months: Math.round(part.months) }))
      .filter((part) => part.months > 0);
  const sumOf = (one: FoundRoute): number =>
    rounded(one).reduce((sum, part) => sum + part.months, 0);
  const parts = rounded(best).map((part) => `${part.months} ${part.what}`);
  const [mine, theirs] = [sumOf(best), sumOf(next)];
  const beside = theirs > mine ? `comes to ${theirs}` : "comes to much the same";
  const isPayKnown = best.route.payForgone !== undefined;
  const unknown = isPayKnown ? "" : ", pay unknown and not counted";
  const unknownBeside =
    isPayKnown && next.route.payForgone === undefined ? ", its pay unknown" : "";
  return `In the balance: ${parts.join(" + ")} = ${mine}${unknown}; the next best, “${next.route.name}”, ${beside}${unknownBeside}.`;
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
      return shown.every((other) => {
        const years = Math.max(0, one.route.months.likely - other.route.months.likely) / 12;
        const saved = other.route.money.likely - one.route.money.likely;
        return saved >= Math.max(WORTH_NAMING.money, WORTH_A_YEAR * years);
      });
    case "safest":
      return by((other) => -other.route.chance) >= WORTH_NAMING.chance;
    case "least upheaval":
      return by((other) => movesOf(other.route)) > 0;
    case "balanced":
      return true;
  }
}

/** Returns whether a way beside one of so many months takes so much longer that it helps nobody. */
export function isDetourBeside(months: number, route: Route): boolean {
  return route.months.likely > LONGEST_DETOUR.share * months + LONGEST_DETOUR.months;
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
 * cheapest, safest, least upheaval, then what adds another way (from `others`, where the best routes are
 * all of one kind: another way that is no better in anything still stands when the first one falls).
 * Strengths and reasons are filled in.
 */
export function chooseRoutes(
  catalogue: Catalogue,
  routes: readonly FoundRoute[],
  others: readonly FoundRoute[] = routes,
): readonly Route[] {
  const all = others.map((one) => routes.find((known) => known.route.id === one.route.id) ?? one);
  const likeliest = Math.max(...routes.map((one) => one.route.chance));
  const isLikely = ({ route: { chance } }: FoundRoute): boolean =>
    chance >= NOT_FOR_ITS_SAVINGS.chance || chance >= NOT_FOR_ITS_SAVINGS.share * likeliest;
  const likely = routes.filter(isLikely);
  const shown: FoundRoute[] = [];
  const strengths = ["balanced", "fastest", "cheapest", "safest", "least upheaval"] as const;
  for (const strength of strengths) {
    const isFirst = strength === "balanced";
    const best = isFirst
      ? bestBy(routes, strength)
      : bestBy(
          likely.filter((one) => !shown.includes(one) && beats(one, shown, strength)),
          strength,
        );
    if (best !== undefined) shown.push(best);
  }
  const months = shown[0]?.route.months.likely ?? 0;
  const isAside = (one: FoundRoute): boolean => isLikely(one) && !isDetourBeside(months, one.route);
  const byBalance = sortedByBalance(likely);
  const add = (one: FoundRoute | undefined): void => {
    if (one !== undefined) shown.push(one);
  };
  const isNew = (one: FoundRoute): boolean =>
    !shown.some((other) => other.rows.join() === one.rows.join());
  // Another way in by other schooling is worth more than the same schooling by a detour.
  const programmes = (one: FoundRoute): string => programmesOf(catalogue, one.route).join();
  const known = new Set(shown.map(programmes));
  if (known.size === 1) {
    add(byBalance.find((one) => isNew(one) && isAside(one) && !known.has(programmes(one))));
  }
  // A way that is good at nothing is shown for its step alone: one, near kin, and paid no less than now.
  const isWorthAStep = (one: FoundRoute): boolean =>
    one.rows.length <= 2 && (one.route.payForgone ?? 0) <= 0 && isThroughNearKin(catalogue, one);
  const isLong = months >= LONG_ROAD_MONTHS;
  const isNear = (one: FoundRoute): boolean => isNew(one) && isThroughNearKin(catalogue, one);
  if (shown.length < ROUTES_WANTED)
    add(sortedByBalance(all).find((one) => isNew(one) && isAside(one) && isWorthAStep(one)));
  if (isLong && shown.length < ROUTES_WANTED_ON_LONG_ROAD) {
    add(
      byBalance.find(
        (one) => isNear(one) && one.route.months.likely <= (1 + DETOUR_SHARE) * months,
      ),
    );
  }
  // What was added from `all` can balance better: fewer changes of position are not among the costs.
  const handful = shown.slice(0, ROUTES_SHOWN);
  const first = bestBy(handful, "balanced");
  handful.sort((a, b) => Number(b === first) - Number(a === first));
  return handful.map((one) => {
    const named = strengths.filter(
      (strength) => differs(handful, strength) && bestBy(handful, strength) === one,
    );
    const balance = named.includes("balanced") ? balanceInWords(one, handful) : undefined;
    const route: Route = {
      ...one.route,
      strengths: named,
      ...(balance === undefined ? {} : { balance }),
    };
    return { ...route, why: whyOf(catalogue, route, handful.length) };
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
