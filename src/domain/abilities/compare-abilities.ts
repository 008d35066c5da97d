// What a person is believed to be able to do, held against what an occupation asks: element by element,
// with the evidence; and which elements are best rated next.

import { demandOf } from "../moves/occupation-demand.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import { chanceMeets, expectedShortfall } from "./estimate-levels.ts";
import { rowStrengthsOf } from "./evidence-strength.ts";
import { bandOf, explainLevel } from "./explain-level.ts";
import { learningMonthsOf } from "./learning-time.ts";
import type { LevelEstimate, LevelEstimates } from "./level-estimate.ts";

/** One element that the occupation asks for, and the person. */
export interface Comparison {
  /** Index of the element. */
  readonly element: number;
  /** 1–5. */
  readonly importance: number;
  /** 0–7. */
  readonly required: number;
  /** Chance that the person's level is at least the one required. */
  readonly chance: number;
  /** E[max(0, required − X)]. */
  readonly shortfall: number;
  /** Missed by little, or asked in work that the person has learnt by doing it. */
  readonly aboutReached: boolean;
  readonly estimate: LevelEstimate;
}

/**
 * Missed by less than this, in levels, is about what is asked. Measured here: people of five years in an
 * occupation are believed to miss a level by 0.44 in the middle, since a record never shows all. The
 * gaps begin here too.
 */
export const ABOUT_WHAT_IS_ASKED = 0.6;

/**
 * Returns whether the person has worked in the occupation, by what still counts today, for as long as it
 * takes to learn: then they could do what it asks, whatever a record can show of each part.
 */
export function hasPractised(catalogue: Catalogue, levels: LevelEstimates, row: number): boolean {
  const strength = rowStrengthsOf(levels.evidence).find((one) => one.row === row);
  return (strength?.workMonths ?? 0) >= learningMonthsOf(catalogue, row);
}

/** Weight of an importance, (importance − 1) / 4, back to the importance. */
function importanceFrom(weight: number): number {
  return 1 + 4 * weight;
}

/**
 * Returns every element that the occupation asks for, that with the largest shortfall times weight
 * first, then the more important, then by element id. Empty when neither it nor a relation is rated.
 */
export function compareAbilities(
  catalogue: Catalogue,
  levels: LevelEstimates,
  row: number,
): readonly Comparison[] {
  const demand = demandOf(catalogue, row);
  const practised = hasPractised(catalogue, levels, row);
  return demand.elements
    .map((element, i) => {
      const required = demand.levels[i] ?? 0;
      const shortfall = expectedShortfall(levels, element, required);
      return {
        element,
        importance: importanceFrom(demand.weights[i] ?? 0),
        required,
        chance: chanceMeets(levels, element, required),
        shortfall,
        aboutReached: practised || shortfall < ABOUT_WHAT_IS_ASKED,
        estimate: explainLevel(catalogue, levels, element),
      };
    })
    .sort(
      (a, b) =>
        (b.importance - 1) * b.shortfall - (a.importance - 1) * a.shortfall ||
        b.importance - a.importance ||
        (a.estimate.elementId < b.estimate.elementId ? -1 : 1),
    );
}

/**
 * Returns the elements of the occupation (indices) in the order in which rating them helps most: those
 * not rated yet first; among them by weight × width of the 80 % band, since what matters and is least
 * certain is worth asking; ties by element id.
 */
export function elementsToRate(
  catalogue: Catalogue,
  levels: LevelEstimates,
  row: number,
): readonly number[] {
  const demand = demandOf(catalogue, row);
  const rated = new Set(levels.ratings.map(({ element }) => element));
  return demand.elements
    .map((element, i) => {
      const { low, high } = bandOf(levels, element);
      const id = catalogue.elements[element]?.id ?? "";
      return {
        element,
        id,
        rated: rated.has(element),
        gain: (demand.weights[i] ?? 0) * (high - low),
      };
    })
    .sort((a, b) => Number(a.rated) - Number(b.rated) || b.gain - a.gain || (a.id < b.id ? -1 : 1))
    .map(({ element }) => element);
}
