// The figures of a leg and of a place as they stand on the map, in its table and in what is read out.

import { monthsInWords, monthsRangeInWords } from "../../domain/length-of-time.ts";
import { type Currency, moneyInWords } from "../../domain/money.ts";
import { chanceInWords } from "../in-words.ts";
import type { MapLeg, MapPlace } from "./map-graph.ts";

export interface LegWords {
  readonly months: string;
  readonly money: string;
  readonly chance: string;
}

/** Returns the leg's figures: "7 years", "$11,350", "6 in 10". */
export function legInWords({ months, money, chance }: MapLeg, currency: Currency): LegWords {
  const dear = moneyInWords({ amount: money.most, currency });
  const cheap = moneyInWords({ amount: money.least, currency });
  const [good, bad] = [shortChance(chance.most), shortChance(chance.least)];
  return {
    months:
      monthsInWords(months.least) === monthsInWords(months.most)
        ? monthsInWords(months.most)
        : monthsRangeInWords({ low: months.least, high: months.most }),
    money: money.most < 1 ? "no fees" : dear === cheap ? dear : `${cheap} to ${dear}`,
    chance: good === bad ? good : `${bad.replace(/ in 10$/, "")} to ${good}`,
  };
}

function shortChance(chance: number): string {
  return chanceInWords(chance)
    .replace("about ", "")
    .replace("more than ", "> ")
    .replace("less than ", "< ");
}

/** Why a route is drawn as the throughline: it is the plan's, or the first to look at while there is none. */
export type MainKind = "plan" | "first";

/** How that is said: in the legend, as a note, and as a sentence. */
export const MAIN_WORDS: Readonly<
  Record<MainKind, { readonly legend: string; readonly note: string; readonly sentence: string }>
> = {
  plan: {
    legend: "the way of your plan",
    note: "your plan’s",
    sentence: "The one you plan with.",
  },
  first: {
    legend: "the first way to look at",
    note: "the first to look at",
    sentence: "The first to look at.",
  },
};

const KIND_WORDS: Readonly<Record<MapPlace["kind"], string>> = {
  today: "where you are",
  goal: "your goal",
  earned: "to earn",
  position: "to work as",
  served: "unpaid",
};

/** Returns what kind of place it is, in a word or two. */
export function kindInWords({ kind }: MapPlace): string {
  return KIND_WORDS[kind];
}

/** Returns the place as it is read out: "to work as Licensed practical nurse; on 2 of 3 ways, your plan’s among them". */
export function placeInWords(
  place: MapPlace,
  ways: {
    readonly count: number;
    readonly mainId: string | undefined;
    readonly mainKind: MainKind;
  },
): string {
  const of = place.routeIds.length;
  const isMain = ways.mainId !== undefined && place.routeIds.includes(ways.mainId);
  const on = of >= ways.count ? "on every way" : `on ${of} of ${ways.count} ways`;
  const { note } = MAIN_WORDS[ways.mainKind];
  const main = isMain ? (of === 1 ? `, ${note}` : `, ${note} among them`) : "";
  return `${kindInWords(place)} ${place.label}; ${on}${main}`;
}
