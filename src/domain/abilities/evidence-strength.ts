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
  /** The same for study (education and credentials), what speaks most for this occupation first. */
  readonly study: readonly StudyStrength[];
}

/** Study that speaks for an occupation in one share. */
export interface StudyStrength {
  /** Above 0, at most 1. */
  readonly share: number;
  /** Full-time months, each piece faded by the years since it ended. */
  readonly months: number;
  /** Months that one of the pieces shows by itself at least, faded likewise. */
  readonly leastMonths: number;
}

/** Returns the months that still count today. */
export function fadedMonthsOf(evidence: Evidence): number {
  return faded(evidence.fullTimeMonths, evidence);
}

function faded(fullTimeMonths: number, { yearsSinceEnd }: Evidence): number {
  const months = Number.isFinite(fullTimeMonths) ? Math.max(0, fullTimeMonths) : 0;
  const years = Number.isFinite(yearsSinceEnd) ? Math.max(0, yearsSinceEnd) : 0;
  return months * 2 ** (-years / HALF_LIFE_YEARS);
}

/** Returns one strength for each occupation, by row; the order of the evidence does not matter. */
export function rowStrengthsOf(evidence: readonly Evidence[]): readonly RowStrength[] {
  const pieces = evidence.map((piece) => ({ piece, months: fadedMonthsOf(piece) }));
  pieces.sort((a, b) => a.piece.row - b.piece.row || a.months - b.months);
  const strengths = new Map<number, { work: number; study: Map<number, StudyStrength> }>();
  for (const { piece, months } of pieces) {
    const sum = strengths.get(piece.row) ?? { work: 0, study: new Map() };
    strengths.set(piece.row, sum);
    if (piece.kind === "paid work" || piece.kind === "unpaid work") {
      sum.work += months;
      continue;
    }
    const share = Math.min(1, piece.share ?? 1);
    const least = Math.max(months, faded(piece.leastMonths ?? 0, piece));
    if (!(share > 0) || least === 0) continue;
    const known = sum.study.get(share);
    sum.study.set(share, {
      share,
      months: (known?.months ?? 0) + months,
      leastMonths: Math.max(known?.leastMonths ?? 0, least),
    });
  }
  return [...strengths].map(([row, { work, study }]) => ({
    row,
    workMonths: work,
    study: study.size < 2 ? [...study.values()] : byShare(study),
  }));
}

function byShare(study: ReadonlyMap<number, StudyStrength>): readonly StudyStrength[] {
  return [...study.values()].sort((a, b) => b.share - a.share);
}

/**
 * Returns the exponent q of the factor for the occupation and the element: 0 when the occupation does
 * not list the element. Work gives (importance − 1)/4 × N/(N + n₀); study of knowledge elements adds
 * the same form by its own months, times STUDY_WEIGHT and its share.
 */
export function exponentOf(catalogue: Catalogue, strength: RowStrength, element: number): number {
  const { row, workMonths, study } = strength;
  const cell = row * catalogue.elements.length + element;
  const importance = catalogue.importance[cell] ?? Number.NaN;
  if (Number.isNaN(importance) || Number.isNaN(catalogue.level[cell] ?? Number.NaN)) return 0;
  const weight = Math.min(1, Math.max(0, (importance - 1) / 4));
  const learning = learningMonthsOf(catalogue, row);
  const work = workMonths / (workMonths + learning);
  if (study.length === 0 || catalogue.elements[element]?.group !== "knowledge")
    return weight * work;
  return weight * (work + STUDY_WEIGHT * studiedShareOf(study, learning));
}

/**
 * M/(M + n₀) over all the study, each piece at its own share: that with the largest share comes first, and
 * what a piece adds to those before it counts at its share. So an hour of a course for this very occupation
 * does not make a whole degree for many count as one for it. It is never less than one piece shows by
 * itself.
 */
function studiedShareOf(study: readonly StudyStrength[], learning: number): number {
  let months = 0;
  let before = 0;
  let sum = 0;
  let alone = 0;
  for (const one of study) {
    months += one.months;
    const after = months / (months + learning);
    sum += one.share * (after - before);
    before = after;
    alone = Math.max(alone, (one.share * one.leastMonths) / (one.leastMonths + learning));
  }
  return Math.max(sum, alone);
}
