// Headroom: whether a step up at the present employer is likely to open for this person. The openings
// and the rivals are the person's to say; nothing in the record shows them.

import { lowerFirst } from "../first-letter.ts";
import { monthsInWords } from "../length-of-time.ts";
import { chanceWithin } from "../moves/landing-rate.ts";
import type { LadderRung } from "../record/organisation-ladder.ts";
import type { PlacedLadder } from "../record/placed-ladders.ts";
import { chanceInWords } from "../routes/route-in-words.ts";

/** Assumption: years within which the step up is looked for (docs/method/gaps.md). */
export const HEADROOM_YEARS = 2;

/** Assumption: a chance of less than even is a red flag (the same page). */
export const HEADROOM_RED_FLAG = 0.5;

/**
 * Assumption: where the person has not said them, one opening a year and two others who want it, which
 * makes the chance within two years about even.
 */
export const USUAL_HEADROOM = { openingsAYear: 1, othersWanting: 2 } as const;

/**
 * Returns how many of the openings in a year are this person's, λ / (1 + r), with λ openings above you a year
 * and r rivals for each. Assumption: of those who want it everyone is as likely.
 */
export function headroomRate(openingsPerYear: number, rivals: number): number {
  return openingsPerYear / (1 + rivals);
}

/**
 * Returns P(a step up is yours within two years) = 1 − exp(−2λ / (1 + r)), with λ openings above you a
 * year and r rivals for each. 0 without openings.
 */
export function headroomChance(openingsPerYear: number, rivals: number): number {
  return chanceWithin(headroomRate(openingsPerYear, rivals), HEADROOM_YEARS);
}

/** Returns whether the chance is under even. */
export function isHeadroomRedFlag(openingsPerYear: number, rivals: number): boolean {
  return headroomChance(openingsPerYear, rivals) < HEADROOM_RED_FLAG;
}

/** What a described rung leaves to hope for. */
export interface RungHeadroom {
  readonly openingsAYear: number;
  readonly othersWanting: number;
  /** False when both were said, true when either is assumed. */
  readonly isAssumed: boolean;
  /** Within HEADROOM_YEARS. */
  readonly chance: number;
  /** Said to be under even; what is only assumed is no red flag. */
  readonly isRedFlag: boolean;
  /** "With one opening in 3 years and four others after it, the chance …". */
  readonly inWords: string;
}

/** Returns the rung's headroom; what was not said is as in USUAL_HEADROOM. */
export function headroomOf(rung: LadderRung): RungHeadroom {
  const openingsAYear = rung.openingsAYear ?? USUAL_HEADROOM.openingsAYear;
  const othersWanting = rung.othersWanting ?? USUAL_HEADROOM.othersWanting;
  const isFull = openingsAYear === 0;
  const isAssumed =
    rung.openingsAYear === undefined || (rung.othersWanting === undefined && !isFull);
  const chance = headroomChance(openingsAYear, othersWanting);
  const isRedFlag = isFull || (!isAssumed && isHeadroomRedFlag(openingsAYear, othersWanting));
  const odds = oddsInWords(openingsAYear, othersWanting);
  return {
    openingsAYear,
    othersWanting,
    isAssumed,
    chance,
    isRedFlag,
    inWords: isFull
      ? "You say that none opens: above you it is full."
      : `${odds}${isAssumed ? " (assumed where you have not said)" : ""}.` +
        (isRedFlag && !isAboutEven(chance) ? " That is few positions, tightly held." : ""),
  };
}

/** "With one opening a year and two others after it, the chance that one is yours … is about even". */
export function oddsInWords(openingsAYear: number, othersWanting: number): string {
  return (
    `With ${openingsInWords(openingsAYear)} and ${othersInWords(othersWanting)} after it, ` +
    `the chance that one is yours within two years is ${evenInWords(headroomChance(openingsAYear, othersWanting))}`
  );
}

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

function numberInWords(count: number): string {
  return NUMBERS[count] ?? String(Math.round(count * 10) / 10);
}

/** "one opening a year", "two openings a year", "one opening in 3 years". */
function openingsInWords(openingsAYear: number): string {
  if (openingsAYear < 0.95) return `one opening in ${monthsInWords(12 / openingsAYear)}`;
  const rounded = Math.round(openingsAYear * 10) / 10;
  return `${numberInWords(rounded)} opening${rounded === 1 ? "" : "s"} a year`;
}

function othersInWords(others: number): string {
  if (others === 0) return "nobody else";
  return `${numberInWords(others)} other${others === 1 ? "" : "s"}`;
}

/** A chance as people say it; the middle is "about even". */
function evenInWords(chance: number): string {
  return isAboutEven(chance) ? "about even" : chanceInWords(chance);
}

function isAboutEven(chance: number): boolean {
  return Math.abs(chance - 0.5) < 0.04;
}

/** Returns of each ladder above which none opens that it is so, and that no way leads up there. */
export function fullLaddersInWords(ladders: readonly PlacedLadder[]): readonly string[] {
  return ladders.flatMap(({ organisation, rungs, heldRung }) => {
    const full = rungs.slice(heldRung + 1).find(({ openingsAYear }) => openingsAYear === 0);
    return full === undefined
      ? []
      : [
          `At ${organisation} you say that none opens as ${lowerFirst(full.title)}: there it is full, so no way leads past it.`,
        ];
  });
}
