// What we would look at from an occupation, as against where people go (rank-moves.ts): near work that is
// within reach and no step down, a licence as a stage of its own. Each column stands alone; only the order
// of the list is ours, and docs/method/moves.md says how it is made.

import type { Standing } from "../abilities/standing.ts";
import { type Catalogue, type EducationLevel, rowOf } from "../occupations/catalogue.ts";
import { moveOf, SAME_LEVEL_PAY } from "./assess-move.ts";
import { areNearKin, relatedRankOf } from "./experience-credit.ts";
import { TALL_PAY_RATIO } from "./landing-rate.ts";
import { leadsWorkOf } from "./led-work.ts";
import type { Direction, Move } from "./move.ts";
import { likelihoodsFrom, type MoveWorld, SUGGESTED_SIZE_SHARE } from "./move-likelihood.ts";
import { prepareFor } from "./prepare-for.ts";
import { settledStanding, USUAL_HOURS_PER_WEEK, worldOf } from "./rank-moves.ts";
import { isStepDown, payRatioOf, zonesBetween } from "./step-down.ts";
import { likenessesOf, suggestionInWords } from "./suggestion-in-words.ts";
import { licencesOf, MANAGERS, usualEducationOf } from "./usual-requirements.ts";

/** A licence that must be earned before the move: a stage with its own preparation, never a hop. */
export interface LicenceStage {
  /** Names of the licences that are asked for and not held. */
  readonly licences: readonly string[];
  /** Calendar months of the whole preparation, and the person's own hours in it. */
  readonly months: number;
  readonly hours: number;
}

export interface SuggestedMove {
  readonly id: string;
  /** Why it is looked at, and what it costs: a sentence each. */
  readonly why: readonly string[];
  /** A job zone down, or pay a tenth lower and more. */
  readonly stepDown: boolean;
  /** Undefined when no licence stands before it. */
  readonly licenceStage: LicenceStage | undefined;
  /** 1 − Σ w·shortfall / Σ w·ℓ, 0–1, as the person stands today. */
  readonly fit: number;
  /** Chance among all who leave the origin, 0–1: how common the move is. */
  readonly likelihood: number;
  /** Calendar months of preparation. */
  readonly preparationMonths: number;
  /** Yearly median pay after less before; undefined when either is not known. */
  readonly payChange: number | undefined;
  readonly direction: Direction;
}

export interface SuggestMovesOptions {
  /** How many at most; 10 unless told. */
  readonly limit?: number;
  /** Whose moves; unless told somebody who has done the work for three years, with its usual schooling. */
  readonly person?: Standing;
  /** Hours a week for learning; 8 unless told. */
  readonly hoursPerWeek?: number;
}

/** Assumption: at most so many of the nearest are looked into; what is further away is no next step. */
const LOOKED_INTO = 60;

/**
 * Assumptions: what is nearer by less than this share of the nearest is another kind of work, and is looked
 * into only where nothing nearer is worth a look, down to the second share, and where both list each other.
 */
export const NEAR_FROM = { first: 0.15, atLast: 0.04 } as const;

/**
 * Assumptions: what is past reach as a next step. More preparation than five years of evenings for what is a
 * rise in pay by a tenth and more, to near kin or within a major group; seven and a half where that is the licence of what stands
 * first in the occupation's own list (practical nurses become registered nurses so); one year for all else,
 * also from one licensed profession to another. Less fit; a rarer landing (half have landed only after a year
 * and more); a rise of two job zones or to over twice the pay; a fall of two, or of a quarter of the pay.
 */
export const REACH = {
  preparationMonths: 60,
  firstListedMonths: 90,
  shortMonths: 12,
  fit: 0.75,
  landingRate: 0.05,
  zones: 1,
  payRise: TALL_PAY_RATIO,
  payFall: 0.25,
} as const;

/** Assumption: pay lower by less than this share is the same pay. */
const PAYS_LESS_FROM = 0.05;

/** A licence that asks for schooling past high school (3 and up) makes a licensed profession. Assumption. */
const PROFESSION_FROM: EducationLevel = 3;

/**
 * Assumption: a profession that the law asks for a first professional degree for (10: medicine, law,
 * pharmacy) trains its own people, each specialty apart (a residency), whatever the licence is called.
 */
const OWN_TRAINING_FROM: EducationLevel = 10;

/**
 * Assumption: work that usually asks for this much schooling (8, a master's degree) asks for it in its own
 * field, so that another's does only among near kin. Managers are taken from many fields.
 */
const OWN_FIELD_FROM: EducationLevel = 8;

/** SOC 2018: teachers of one discipline at a college. Assumption: a degree in another does not do. */
const COLLEGE_TEACHERS = "25-1";

/** The order of what is suggested; within one of these by nearness. */
const TIERS = { rise: 0, level: 1, lessPay: 2, looser: 3, stepDown: 4 } as const;

/**
 * Returns the moves from the occupation that are worth a look, best first. Work that lists the origin as
 * related and is listed by it (or leads its work): rises, in job zone or pay, before what is level before
 * what pays a little less; then what only one of the two lists; step downs last. Within each by nearness,
 * which is the likelihood with size at half weight and the pull of pay left out; ties by id. What is past
 * REACH is left out, and what neither lists, so the list may be short or empty: physicians have no next
 * step but years of training. Empty for an occupation that the catalogue does not have or has not rated, so
 * for all of ESCO.
 */
export function suggestMoves(
  catalogue: Catalogue,
  occupationId: string,
  options: SuggestMovesOptions = {},
): SuggestedMove[] {
  const { limit = 10, hoursPerWeek = USUAL_HOURS_PER_WEEK } = options;
  const row = rowOf(catalogue, occupationId);
  if (row < 0 || !(limit > 0)) return [];
  const world = worldOf(catalogue);
  const likelihoods = likelihoodsFrom(world, row);
  const nearness = likelihoodsFrom(world, row, { sizeShare: SUGGESTED_SIZE_SHARE, payShare: 0 });
  if (likelihoods === undefined || nearness === undefined) return [];
  const standing = options.person ?? settledStanding(catalogue, row);
  const origin = { catalogue, standing, row, hoursPerWeek };
  // Places are in the order of ids and the sort is stable, so that ties go by id.
  const places = [...nearness.keys()]
    .filter((place) => world.features.rows[place] !== row)
    .sort((a, b) => (nearness[b] as number) - (nearness[a] as number))
    .slice(0, LOOKED_INTO);
  const [nearest = 0] = places;
  const lookFrom = (share: number, listings: number) =>
    places
      .filter((place) => (nearness[place] as number) >= share * (nearness[nearest] as number))
      .flatMap((place) => worthALook(origin, place, world) ?? [])
      .filter((one) => one.listings >= listings)
      .sort((a, b) => a.tier - b.tier);
  let found = lookFrom(NEAR_FROM.first, 1);
  if (found.length === 0) found = lookFrom(NEAR_FROM.atLast, 2);
  const likenesses = likenessesOf(world, row);
  return found.slice(0, limit).map(({ place, toRow, listings, move, stepDown, licenceStage }) => ({
    id: catalogue.ids[toRow] as string,
    why: suggestionInWords({
      catalogue,
      move,
      stepDown,
      licenceStage,
      zones: zonesBetween(catalogue, row, toRow),
      listings,
      isLed: isLed(catalogue, row, toRow),
      likenesses: likenesses(place),
    }),
    stepDown,
    licenceStage,
    fit: move.fit,
    likelihood: likelihoods[place] as number,
    preparationMonths: move.preparation.months.likely,
    payChange: move.payChange,
    direction: move.direction,
  }));
}

interface Origin {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly row: number;
  readonly hoursPerWeek: number;
}

interface Found {
  readonly place: number;
  readonly toRow: number;
  readonly listings: number;
  readonly tier: number;
  readonly move: Move;
  readonly stepDown: boolean;
  readonly licenceStage: LicenceStage | undefined;
}

/** The move with its place in the order; undefined where it is past reach. */
function worthALook(origin: Origin, place: number, world: MoveWorld): Found | undefined {
  const { catalogue, standing, row, hoursPerWeek } = origin;
  const toRow = world.features.rows[place] as number;
  const stepDown = isStepDown(catalogue, row, toRow);
  const listings = listingsOf(catalogue, row, toRow);
  if (
    listings === 0 ||
    isTooHighOrLow(catalogue, row, toRow) ||
    hasOwnSchooling(catalogue, row, toRow)
  ) {
    return undefined;
  }
  const prepared = prepareFor({ catalogue, standing, row: toRow, hoursPerWeek });
  if (prepared === undefined) return undefined;
  const move = moveOf(
    { catalogue, standing, toRow, fromRow: row, limits: { hoursPerWeek } },
    prepared,
  );
  const licences = licencesOf(catalogue, toRow)
    .map(({ name }) => name)
    .filter((name) => !standing.heldLicences.has(name));
  const months = move.preparation.months.likely;
  if (
    months > mostMonthsOf(origin, { toRow, licences, listings }) ||
    move.fit < REACH.fit ||
    move.landing.likely < REACH.landingRate
  ) {
    return undefined;
  }
  const paysLess = payRatioOf(catalogue, row, toRow) < 1 - PAYS_LESS_FROM;
  const isRise =
    move.direction === "up" &&
    (move.payChange ?? 0) >= 0 &&
    (zonesBetween(catalogue, row, toRow) > 0 || !sharesPay(catalogue, toRow));
  const kin = isRise ? TIERS.rise : paysLess ? TIERS.lessPay : TIERS.level;
  return {
    place,
    toRow,
    listings,
    tier: stepDown ? TIERS.stepDown : listings < 2 ? TIERS.looser : kin,
    move,
    stepDown,
    licenceStage:
      licences.length === 0
        ? undefined
        : { licences, months, hours: move.preparation.hours.likely },
  };
}

interface Asked {
  readonly toRow: number;
  readonly licences: readonly string[];
  readonly listings: number;
}

/** The preparation that is within reach for this move, in months; see REACH. */
function mostMonthsOf({ catalogue, row }: Origin, asked: Asked): number {
  const { toRow, licences, listings } = asked;
  const isWorthIt =
    listings === 2 &&
    !isStepDown(catalogue, row, toRow) &&
    payRatioOf(catalogue, row, toRow) >= 1 + SAME_LEVEL_PAY &&
    (areNearKin(catalogue, row, toRow) ||
      majorGroupOf(catalogue, row) === majorGroupOf(catalogue, toRow));
  if (!isWorthIt) return REACH.shortMonths;
  if (licences.length === 0) return REACH.preparationMonths;
  if (relatedRankOf(catalogue, row, toRow) === 1) return REACH.firstListedMonths;
  const isProfession = licencesOf(catalogue, row).some(
    ({ minimumEducation }) => minimumEducation >= PROFESSION_FROM,
  );
  return isProfession ? REACH.shortMonths : REACH.preparationMonths;
}

/** SOC 2018: the first two digits, such as 53 for transportation. */
function majorGroupOf(catalogue: Catalogue, row: number): string {
  return (catalogue.ids[row] ?? "").slice(0, 2);
}

/** Whether its pay is that of a wider group: O*NET parts SOC's occupations (11-9121.01), pay is by SOC's. */
function sharesPay(catalogue: Catalogue, row: number): boolean {
  return !(catalogue.ids[row] ?? "").endsWith(".00");
}

function isTooHighOrLow(catalogue: Catalogue, from: number, to: number): boolean {
  const pay = payRatioOf(catalogue, from, to);
  return (
    Math.abs(zonesBetween(catalogue, from, to)) > REACH.zones ||
    pay > REACH.payRise ||
    pay <= 1 - REACH.payFall
  );
}

/** Whether the destination takes years of schooling of its own that the catalogue cannot tell. */
function hasOwnSchooling(catalogue: Catalogue, from: number, to: number): boolean {
  const { level, legalMinimum } = usualEducationOf(catalogue, to);
  if (legalMinimum >= OWN_TRAINING_FROM) return true;
  const [before = "", after = ""] = [catalogue.ids[from], catalogue.ids[to]];
  if (before.startsWith(COLLEGE_TEACHERS) && after.startsWith(COLLEGE_TEACHERS)) return true;
  return level >= OWN_FIELD_FROM && !after.startsWith(MANAGERS) && !areNearKin(catalogue, from, to);
}

/** How many of the two list the other as related; work and its first-line supervisor count as both. */
function listingsOf(catalogue: Catalogue, from: number, to: number): number {
  if (isLed(catalogue, from, to)) return 2;
  return (
    Number(relatedRankOf(catalogue, from, to) !== undefined) +
    Number(relatedRankOf(catalogue, to, from) !== undefined)
  );
}

function isLed(catalogue: Catalogue, from: number, to: number): boolean {
  return leadsWorkOf(catalogue.ids[to] ?? "", catalogue.ids[from] ?? "");
}
