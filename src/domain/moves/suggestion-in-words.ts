// Why a move is looked at, in sentences: how the two are kin, what is alike in them, what it pays, and what
// must come first. What is suggested, and in which order, is suggest-moves.ts's.

import { lowerFirst } from "../first-letter.ts";
import { hoursInWords, monthsInWords } from "../length-of-time.ts";
import { moneyInWords } from "../money.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import type { Move } from "./move.ts";
import { MOVE_FEATURES } from "./move-features.ts";
import { MOVE_COEFFICIENTS, type MoveWorld } from "./move-likelihood.ts";

/** What can be alike in two occupations, as it is said; the features of the likelihood that tell it. */
const LIKENESSES: Partial<Record<(typeof MOVE_FEATURES)[number], string>> = {
  "nearness of knowledge": "what they know",
  "nearness of abilities": "what they are good at",
  "nearness of titles": "what they are called",
  "nearness of tasks": "what they do all day",
};

/** Likenesses named in a sentence. */
const NAMED = 2;

/** Pay within this much of the old, as a share, is told as the same. */
const SAME_PAY = 0.02;

/**
 * Returns, for a place in the world, what is most alike in it and the origin: the features that raise its
 * likelihood most above that of the usual destination, strongest first, at most two.
 */
export function likenessesOf(world: MoveWorld, row: number): (place: number) => readonly string[] {
  const width = MOVE_FEATURES.length;
  const figures = world.features.from(world.placeOf[row] ?? 0);
  const count = world.features.rows.length;
  const parts = MOVE_FEATURES.flatMap((feature, column) => {
    const words = LIKENESSES[feature];
    const coefficient = MOVE_COEFFICIENTS[column]?.coefficient ?? 0;
    if (words === undefined || coefficient <= 0) return [];
    let sum = 0;
    for (let place = 0; place < count; place++) sum += figures[place * width + column] as number;
    return [{ words, coefficient, column, usual: sum / count }];
  });
  return (place) =>
    parts
      .map(({ words, coefficient, column, usual }) => ({
        words,
        raise: coefficient * ((figures[place * width + column] as number) - usual),
      }))
      .filter(({ raise }) => raise > 0)
      .sort((a, b) => b.raise - a.raise)
      .slice(0, NAMED)
      .map(({ words }) => words);
}

export interface Suggestion {
  readonly catalogue: Catalogue;
  readonly move: Move;
  readonly stepDown: boolean;
  readonly licenceStage:
    | { readonly licences: readonly string[]; readonly months: number; readonly hours: number }
    | undefined;
  /** Job zones after less before. */
  readonly zones: number;
  /** How many of the two list the other as related. */
  readonly listings: number;
  /** Whether it leads the origin's work. */
  readonly isLed: boolean;
  readonly likenesses: readonly string[];
}

/** Returns a sentence each on kinship, pay, a step down, and a licence that comes first. */
export function suggestionInWords(suggestion: Suggestion): string[] {
  const { likenesses, licenceStage } = suggestion;
  const alike = likenesses.join(" and ");
  return [
    kinInWords(suggestion),
    ...(alike === "" ? [] : [`Most alike: ${alike}.`]),
    payInWords(suggestion),
    ...(suggestion.stepDown ? [stepDownInWords(suggestion)] : []),
    ...(licenceStage === undefined
      ? []
      : [
          `First comes ${licenceStage.licences.map(lowerFirst).join(" and ")}: about ${hoursInWords(licenceStage.hours)} of your own over ${monthsInWords(licenceStage.months)}.`,
        ]),
  ].filter((sentence) => sentence !== "");
}

function kinInWords({ isLed, listings }: Suggestion): string {
  if (isLed) return "It leads this very work.";
  if (listings === 2) return "Each of the two is listed as related to the other.";
  return listings === 1 ? "One of the two is listed as related to the other." : "";
}

function payInWords({ catalogue, move: { payChange, fromId } }: Suggestion): string {
  const before = catalogue.payMedian[catalogue.ids.indexOf(fromId ?? "")] ?? Number.NaN;
  if (payChange === undefined) return "";
  if (Math.abs(payChange) < SAME_PAY * before) return "It usually pays about the same.";
  const amount = moneyInWords({
    amount: roundedPay(Math.abs(payChange)),
    currency: catalogue.currency,
  });
  return `It usually pays about ${amount} a year ${payChange > 0 ? "more" : "less"}.`;
}

/** To two figures: medians bear no more. */
function roundedPay(amount: number): number {
  return Number(amount.toPrecision(2));
}

function stepDownInWords({ zones }: Suggestion): string {
  return zones < 0
    ? "It is a step down: it asks for less schooling and experience than this does."
    : "It is a step down in pay.";
}
