// What a person is believed to be able to do, held against what an occupation asks: element by element,
// with the evidence; and which elements are best rated next.

import { demandOf } from "../moves/occupation-demand.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import { chanceMeets, expectedShortfall } from "./estimate-levels.ts";
import { bandOf, explainLevel } from "./explain-level.ts";
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
  readonly estimate: LevelEstimate;
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
  return demand.elements
    .map((element, i) => {
      const required = demand.levels[i] ?? 0;
      return {
        element,
        importance: importanceFrom(demand.weights[i] ?? 0),
        required,
        chance: chanceMeets(levels, element, required),
        shortfall: expectedShortfall(levels, element, required),
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
