// How strongly the record speaks for an occupation: what all its evidence together amounts to, and the
// exponent q of the one factor that an (occupation, element) pair gives. The factor itself is
// estimate-levels.ts's.

import type { Catalogue, ElementGroup } from "../occupations/catalogue.ts";
import { learningMonthsOf } from "./learning-time.ts";
import type { Evidence } from "./level-estimate.ts";

/**
 * Years after the end of a piece of evidence until half of its months still count. Assumption: work of
 * twenty years ago counts a quarter; it fades and never vanishes.
 */
export const HALF_LIFE_YEARS = 10;

/**
 * Share of the weight of work that study of the same length has, and for knowledge elements only.
 * Assumption: a class shows less of what one can do than the work itself.
 */
export const STUDY_WEIGHT = 0.5;

/**
 * Error of an occupation's published level, in levels: root mean square of the Standard Error column of
 * the level (LV) rows, measured on O*NET 30.0 where the level is at least 1 (Skills 25,427 rows,
 * Knowledge 14,729, Abilities 36,171).
 */
export const RATING_ERROR: Readonly<Record<ElementGroup, number>> = {
  skill: 0.19,
  knowledge: 0.5,
  ability: 0.18,
  // Assumption: as skills, which the same kind of rater rates; no release at hand has the rows.
  activity: 0.19,
};

/**
 * Standard deviation, in levels, of what holders of one occupation really use. Assumption: positions
 * under one code differ by about one anchor step up or down; O*NET publishes no figure free of how
 * raters use the scale.
 */
export const SPREAD_WITHIN_OCCUPATION = 0.7;

const TAU: Readonly<Record<ElementGroup, number>> = {
  skill: Math.hypot(RATING_ERROR.skill, SPREAD_WITHIN_OCCUPATION),
  knowledge: Math.hypot(RATING_ERROR.knowledge, SPREAD_WITHIN_OCCUPATION),
  ability: Math.hypot(RATING_ERROR.ability, SPREAD_WITHIN_OCCUPATION),
  activity: Math.hypot(RATING_ERROR.activity, SPREAD_WITHIN_OCCUPATION),
};

/** Returns τ of the element group, in levels: rating error and spread within the occupation together. */
export function tauOf(group: ElementGroup): number {
  return TAU[group];
}

/** What all evidence for one occupation amounts to. */
export interface RowStrength {
  readonly row: number;
  /** Full-time months of work, paid and unpaid, each piece faded by the years since it ended. */
  readonly workMonths: number;
  /** The same for study: education and credentials. */
  readonly studyMonths: number;
  /** Largest share that any of the study has for this occupation, 0–1. */
  readonly studyShare: number;
}

/** Returns the months that still count today. */
export function fadedMonthsOf(evidence: Evidence): number {
  const months = Number.isFinite(evidence.fullTimeMonths)
    ? Math.max(0, evidence.fullTimeMonths)
    : 0;
  const years = Number.isFinite(evidence.yearsSinceEnd) ? Math.max(0, evidence.yearsSinceEnd) : 0;
  return months * 2 ** (-years / HALF_LIFE_YEARS);
}

/** Returns one strength for each occupation, by row; the order of the evidence does not matter. */
export function rowStrengthsOf(evidence: readonly Evidence[]): readonly RowStrength[] {
  const pieces = evidence.map((piece) => ({ piece, months: fadedMonthsOf(piece) }));
  pieces.sort((a, b) => a.piece.row - b.piece.row || a.months - b.months);
  const strengths = new Map<number, { work: number; study: number; share: number }>();
  for (const { piece, months } of pieces) {
    const sum = strengths.get(piece.row) ?? { work: 0, study: 0, share: 0 };
    if (piece.kind === "paid work" || piece.kind === "unpaid work") sum.work += months;
    else if (months > 0) {
      sum.study += months;
      sum.share = Math.max(sum.share, Math.min(1, piece.share ?? 1));
    }
    strengths.set(piece.row, sum);
  }
  return [...strengths].map(([row, sum]) => ({
    row,
    workMonths: sum.work,
    studyMonths: sum.study,
    studyShare: sum.share,
  }));
}

/**
 * Returns the exponent q of the factor for the occupation and the element: 0 when the occupation does
 * not list the element. Work gives (importance − 1)/4 × N/(N + n₀); study of knowledge elements adds
 * the same form by its own months, times STUDY_WEIGHT and its share.
 */
export function exponentOf(catalogue: Catalogue, strength: RowStrength, element: number): number {
  const { row, workMonths, studyMonths, studyShare } = strength;
  const cell = row * catalogue.elements.length + element;
  const importance = catalogue.importance[cell] ?? Number.NaN;
  if (Number.isNaN(importance) || Number.isNaN(catalogue.level[cell] ?? Number.NaN)) return 0;
  const weight = Math.min(1, Math.max(0, (importance - 1) / 4));
  const learning = learningMonthsOf(catalogue, row);
  const work = workMonths / (workMonths + learning);
  if (catalogue.elements[element]?.group !== "knowledge") return weight * work;
  const study = (STUDY_WEIGHT * studyShare * studyMonths) / (studyMonths + learning);
  return weight * (work + study);
}
