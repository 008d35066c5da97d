// What an occupation demands as a whole: its listed elements with weight and level, and how much of
// that someone leaves unmet. One-directional: what a person has beyond the demand never offsets.

import { expectedShortfall, meanOf } from "../abilities/estimate-levels.ts";
import type { LevelEstimates } from "../abilities/level-estimate.ts";
import { type Catalogue, isRated } from "../occupations/catalogue.ts";
import { elementPhrase } from "./element-phrases.ts";
import type { Shortfall } from "./move.ts";

export interface Demand {
  /** Row whose ratings are used: the occupation's own, or its nearest rated relation's; −1 if none. */
  readonly ratedRow: number;
  /** Indices of the listed elements, ascending. */
  readonly elements: readonly number[];
  /** Weight of each, (importance − 1) / 4 (docs/method/moves.md). */
  readonly weights: readonly number[];
  readonly levels: readonly number[];
  /** Σ weight · level. */
  readonly total: number;
}

const demandsByCatalogue = new WeakMap<Catalogue, (Demand | undefined)[]>();

/** Returns the row with ratings that stands for the occupation, or −1 when no relation has any. */
function ratedRowFor(catalogue: Catalogue, row: number): number {
  if (isRated(catalogue, row)) return row;
  return catalogue.related[row]?.find((other) => isRated(catalogue, other)) ?? -1;
}

/** Returns the occupation's demand, computed once for each catalogue. */
export function demandOf(catalogue: Catalogue, row: number): Demand {
  let demands = demandsByCatalogue.get(catalogue);
  if (demands === undefined) {
    demands = [];
    demandsByCatalogue.set(catalogue, demands);
  }
  const known = demands[row];
  if (known !== undefined) return known;
  const ratedRow = ratedRowFor(catalogue, row);
  const elements: number[] = [];
  const weights: number[] = [];
  const levels: number[] = [];
  let total = 0;
  const width = catalogue.elements.length;
  for (let element = 0; element < width && ratedRow >= 0; element++) {
    const level = catalogue.level[ratedRow * width + element] ?? Number.NaN;
    const importance = catalogue.importance[ratedRow * width + element] ?? Number.NaN;
    if (Number.isNaN(level) || Number.isNaN(importance) || importance <= 1) continue;
    const weight = (importance - 1) / 4;
    elements.push(element);
    weights.push(weight);
    levels.push(level);
    total += weight * level;
  }
  const demand = { ratedRow, elements, weights, levels, total };
  demands[row] = demand;
  return demand;
}

/**
 * Returns the share of the occupation's weighted demand that is believed unmet,
 * Σ w·E[max(0, ℓ − X)] / Σ w·ℓ, 0–1; 0 when nothing is rated, since then nothing is known to be asked.
 */
export function unmetShareOf(catalogue: Catalogue, row: number, levels: LevelEstimates): number {
  const demand = demandOf(catalogue, row);
  if (demand.total <= 0) return 0;
  let unmet = 0;
  for (let i = 0; i < demand.elements.length; i++) {
    const element = demand.elements[i] ?? 0;
    unmet += (demand.weights[i] ?? 0) * expectedShortfall(levels, element, demand.levels[i] ?? 0);
  }
  return Math.min(1, unmet / demand.total);
}

/** Returns the shortfalls, the one that leaves most of the demand open first, ties by element id. */
export function shortfallsOf(
  catalogue: Catalogue,
  row: number,
  levels: LevelEstimates,
): readonly Shortfall[] {
  const demand = demandOf(catalogue, row);
  const shortfalls: Shortfall[] = [];
  demand.elements.forEach((index, i) => {
    const element = catalogue.elements[index];
    const needed = demand.levels[i] ?? 0;
    const shortfall = expectedShortfall(levels, index, needed);
    if (element === undefined || shortfall <= 0) return;
    shortfalls.push({
      elementId: element.id,
      element: elementPhrase(element),
      needed,
      believed: meanOf(levels, index),
      shortfall,
      weight: ((demand.weights[i] ?? 0) * shortfall) / demand.total,
    });
  });
  return shortfalls.sort((a, b) => b.weight - a.weight || (a.elementId < b.elementId ? -1 : 1));
}
