// The check on openings: where one works, elsewhere nearby and further away, by the person's own figures; the chance
// and its arithmetic are headroom.ts's. Where only the number of positions is known, the openings are borrowed
// from the country's figures, and said to be.

import { lowerFirst } from "../first-letter.ts";
import { HEADROOM_YEARS, headroomChance, headroomOf, oddsInWords } from "../gaps/headroom.ts";
import { plainNameOf } from "../moves/plain-name.ts";
import { placeInWords } from "../occupations/place-in-words.ts";
import type { Known } from "./known.ts";
import type { Given, Said } from "./question.ts";

export const OPENING_PLACES = ["here", "near", "far"] as const;
export type OpeningPlace = (typeof OPENING_PLACES)[number];

/** Assumption: what the words of each answer mean in openings a year. */
export const OPENINGS_BY_WORD: Readonly<Record<string, number>> = {
  often: 3,
  yearly: 1,
  sometimes: 0.4,
  rarely: 0.15,
  none: 0,
};

export interface OpeningsCheck {
  readonly place: OpeningPlace;
  /** "Where you work", "Elsewhere nearby". */
  readonly title: string;
  readonly openingsAYear: number;
  readonly othersWanting: number;
  /** Within HEADROOM_YEARS. */
  readonly chance: number;
  readonly isRedFlag: boolean;
  /** What it comes to, in sentences. */
  readonly inWords: string;
  /** "1 − e^(−2 × 0.33 ÷ (1 + 4)) = 0.12". */
  readonly arithmetic: string;
  /** Whose figures they are, a sentence each. */
  readonly sources: readonly string[];
}

const TITLES: Readonly<Record<OpeningPlace, string>> = {
  here: "Where you work",
  near: "Elsewhere nearby",
  far: "Further away",
};

/** Returns the checks that can be made: the ladder described where one works, else what was answered. */
export function openingsChecks(known: Known, given: Given): readonly OpeningsCheck[] {
  return OPENING_PLACES.flatMap((place) => {
    const check =
      place === "here"
        ? (ladderCheck(known) ?? saidCheck(known, place, given.get("openings-here")))
        : saidCheck(known, place, given.get(`openings-${place}`));
    return check ?? [];
  });
}

/** Returns the check on the next rung of the ladder that the person described; undefined until its figures are said. */
export function ladderCheck({ ladders, main }: Known): OpeningsCheck | undefined {
  for (const { organisation, rungs, heldRung } of ladders) {
    if (main !== undefined && lowerFirst(organisation) !== lowerFirst(main.organisation)) continue;
    const next = rungs[heldRung + 1];
    if (next?.openingsAYear === undefined) continue;
    const { openingsAYear, othersWanting, chance, isRedFlag, inWords } = headroomOf(next);
    return {
      place: "here",
      title: TITLES.here,
      openingsAYear,
      othersWanting,
      chance,
      isRedFlag,
      inWords: `As ${lowerFirst(next.title)}: ${lowerFirst(inWords)}`,
      arithmetic: arithmeticOf(openingsAYear, othersWanting),
      sources: [
        "From the way up that you described; it can be changed under Record.",
        ...(next.othersWanting === undefined ? [assumedOthers()] : []),
      ],
    };
  }
  return undefined;
}

/** Returns the check on what was answered; undefined where it says no number. */
export function saidCheck(
  known: Known,
  place: OpeningPlace,
  said: Said | undefined,
): OpeningsCheck | undefined {
  const openings = openingsSaid(known, place, said);
  if (openings === undefined) return undefined;
  const { count, source, isBorrowed } = openings;
  const others = said?.numbers?.others;
  const room = headroomOf({
    title: "",
    openingsAYear: count,
    ...(others === undefined ? {} : { othersWanting: others }),
  });
  return {
    place,
    title: TITLES[place],
    openingsAYear: count,
    othersWanting: room.othersWanting,
    chance: room.chance,
    isRedFlag: room.isRedFlag && !isBorrowed,
    inWords:
      count === 0
        ? NONE[place]
        : isBorrowed
          ? `${oddsInWords(count, room.othersWanting)}.`
          : room.inWords,
    arithmetic: arithmeticOf(count, room.othersWanting),
    sources: [source, ...(others === undefined && count > 0 ? [assumedOthers()] : [])],
  };
}

const NONE: Readonly<Record<OpeningPlace, string>> = {
  here: "You say that none opens: above you it is full.",
  near: "You say that none opens nearby.",
  far: "You say that none opens further away either.",
};

interface Openings {
  readonly count: number;
  readonly source: string;
  readonly isBorrowed: boolean;
}

/** The person's own number, else what their word means, else positions times the country's rate. */
function openingsSaid(
  known: Known,
  place: OpeningPlace,
  said: Said | undefined,
): Openings | undefined {
  if (said === undefined) return undefined;
  const own = said.numbers?.openings;
  if (own !== undefined) return { count: own, source: "Your own figures.", isBorrowed: false };
  const byWord = OPENINGS_BY_WORD[said.choice];
  if (byWord !== undefined) {
    const source =
      byWord === 0
        ? "Your own word."
        : `Your own word, taken as ${openingsInFigures(byWord)} a year (assumption); a figure of yours goes before it.`;
    return { count: byWord, source, isBorrowed: false };
  }
  const positions = said.numbers?.positions;
  const rate = place === "here" ? undefined : borrowedRate(known);
  if (positions === undefined || rate === undefined) return undefined;
  return {
    count: positions * rate,
    source: `Borrowed: ${positions} positions of yours × ${borrowedInWords(known) ?? ""}.`,
    isBorrowed: true,
  };
}

/** Returns openings a year for each position as there is in the goal, by the catalogue; undefined when not known. */
export function borrowedRate({ catalogue, goalRow }: Known): number | undefined {
  const rate =
    (catalogue.annualOpenings[goalRow] ?? Number.NaN) /
    (catalogue.employment[goalRow] ?? Number.NaN);
  return Number.isFinite(rate) && rate > 0 ? rate : undefined;
}

/** Returns "0.06 openings a year for each registered nurse there is, as in the whole of US (…)"; undefined when not known. */
export function borrowedInWords(known: Known): string | undefined {
  const rate = borrowedRate(known);
  if (rate === undefined) return undefined;
  const { catalogue, goalRow } = known;
  const place = known.standing.figuresAreLocal
    ? "the country as a whole"
    : `${placeInWords(catalogue.place)}, not where you live`;
  return `${rate.toFixed(2)} openings a year for each ${plainNameOf(catalogue, goalRow)} there is, as in ${place} (${catalogue.release})`;
}

function assumedOthers(): string {
  return "How many others want it is not said; two are assumed, so this is no red flag.";
}

function openingsInFigures(count: number): string {
  return String(Math.round(count * 100) / 100);
}

/** Returns the sum as one would write it. */
export function arithmeticOf(openingsAYear: number, othersWanting: number): string {
  const chance = headroomChance(openingsAYear, othersWanting);
  return (
    `1 − e^(−${HEADROOM_YEARS} × ${openingsInFigures(openingsAYear)} ÷ (1 + ${openingsInFigures(othersWanting)})) = ` +
    `${chance.toFixed(2)} within two years`
  );
}
