// The moves open from an occupation, told in columns that are never mixed: whether it can be made (fit,
// preparation), whether it would be worth making (pay, direction), how often people make it
// (likelihood), and what we would look at.

import { estimateLevels } from "../abilities/estimate-levels.ts";
import type { Standing } from "../abilities/standing.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import { examOf } from "../occupations/licence-paths.ts";
import { assessMove, directionOf, payDifference } from "./assess-move.ts";
import { FIRST_DEGREE, fieldsFor } from "./field-of-study.ts";
import { knownUnmetShare } from "./levels-after.ts";
import type { Direction } from "./move.ts";
import {
  likelihoodsFrom,
  type MoveWorld,
  moveWorldOf,
  SUGGESTED_SIZE_SHARE,
} from "./move-likelihood.ts";
import { licencesOf, middleEducationOf } from "./usual-requirements.ts";

export interface RankedMove {
  readonly id: string;
  /** 1 − Σ w·shortfall / Σ w·ℓ, 0–1, as the person stands today. */
  readonly fit: number;
  /** Chance among all who leave the origin, 0–1. */
  readonly likelihood: number;
  /** The same with the destination's size at half its weight: what we would look at. */
  readonly suggestion: number;
  /** Calendar months of preparation; undefined when no way is open, such as to a licence. */
  readonly preparationMonths: number | undefined;
  /** Yearly median pay after less before; undefined when either is not known. */
  readonly payChange: number | undefined;
  readonly direction: Direction;
  /** Licences that it needs and the person does not hold. */
  readonly licences: readonly string[];
}

export interface RankMovesOptions {
  /** How many at most; 10 unless told. */
  readonly limit?: number;
  /** Whose moves; unless told somebody who has done the work for three years, with its usual schooling. */
  readonly person?: Standing;
  /** Hours a week for learning; 8 unless told. */
  readonly hoursPerWeek?: number;
}

/** Assumption: full-time months after which somebody counts as settled in an occupation. */
export const SETTLED_MONTHS = 36;
/** Assumption: hours a week for learning beside a position. */
export const USUAL_HOURS_PER_WEEK = 8;

const worlds = new WeakMap<Catalogue, MoveWorld>();

/** Returns the world of a catalogue, made once: it takes about a second for a full release. */
export function worldOf(catalogue: Catalogue): MoveWorld {
  const known = worlds.get(catalogue);
  if (known !== undefined) return known;
  const made = moveWorldOf(catalogue);
  worlds.set(catalogue, made);
  return made;
}

/**
 * Returns the standing of somebody settled in the occupation, with its licences, the exams passed for
 * them and the schooling of the middle one of those in it.
 */
export function settledStanding(catalogue: Catalogue, row: number): Standing {
  const id = catalogue.ids[row] ?? "";
  const licences = licencesOf(catalogue, row);
  const educationLevel = middleEducationOf(catalogue, row);
  const fields = fieldsFor(catalogue, row);
  return {
    matches: [],
    presentRows: [row],
    levels: estimateLevels(catalogue, [
      {
        id,
        label: catalogue.titles[row] ?? id,
        kind: "paid work",
        row,
        fullTimeMonths: SETTLED_MONTHS,
        yearsSinceEnd: 0,
      },
    ]),
    educationLevel,
    educationLabel: "",
    studiedRows: new Set([row]),
    ...(educationLevel >= FIRST_DEGREE && fields.length > 0
      ? { degreeFields: new Set(fields) }
      : {}),
    heldCredentialIds: new Set(
      licences.flatMap((licence) => {
        const exam = examOf(catalogue, licence);
        return exam === undefined ? licence.credentials : [...licence.credentials, exam.id];
      }),
    ),
    heldLicences: new Set(licences.map(({ name }) => name)),
    monthsByRow: new Map([[row, SETTLED_MONTHS]]),
    annualPay: undefined,
    presentOrganisations: [],
    figuresAreLocal: true,
  };
}

/**
 * Returns the likeliest moves from the occupation, most likely first, ties by id. Empty for an occupation
 * that the catalogue does not have or has not rated; so for all of ESCO, of which no moves are observed: its
 * transitionMatrix() tells which occupations share skills.
 */
export function rankMoves(
  catalogue: Catalogue,
  occupationId: string,
  options: RankMovesOptions = {},
): RankedMove[] {
  const { limit = 10, hoursPerWeek = USUAL_HOURS_PER_WEEK } = options;
  const row = rowOf(catalogue, occupationId);
  if (row < 0 || !(limit > 0)) return [];
  const world = worldOf(catalogue);
  const likelihoods = likelihoodsFrom(world, row);
  const suggestions = likelihoodsFrom(world, row, { sizeShare: SUGGESTED_SIZE_SHARE });
  if (likelihoods === undefined || suggestions === undefined) return [];
  const standing = options.person ?? settledStanding(catalogue, row);
  const places = [...likelihoods.keys()].filter((place) => world.features.rows[place] !== row);
  // Places are in the order of ids and the sort is stable, so that ties go by id.
  places.sort((a, b) => (likelihoods[b] as number) - (likelihoods[a] as number));
  return places.slice(0, limit).map((place) => {
    const toRow = world.features.rows[place] as number;
    const move = assessMove({ catalogue, standing, toRow, fromRow: row, limits: { hoursPerWeek } });
    return {
      id: catalogue.ids[toRow] as string,
      fit: move?.fit ?? 1 - knownUnmetShare(catalogue, toRow, standing.levels),
      likelihood: likelihoods[place] as number,
      suggestion: suggestions[place] as number,
      preparationMonths: move?.preparation.months.likely,
      payChange: move?.payChange ?? payDifference(catalogue, row, toRow),
      direction: move?.direction ?? directionOf(catalogue, row, toRow),
      licences: licencesOf(catalogue, toRow)
        .map(({ name }) => name)
        .filter((name) => !standing.heldLicences.has(name)),
    };
  });
}
