// What level of an element somebody has about whom nothing is known: mean and spread over all
// occupations, each counted by how many people work in it.

import type { Catalogue, Element } from "./catalogue.ts";

/** Below this many occupations with a level, or without one, a mean says nothing. *Assumption.* */
const LEAST_OCCUPATIONS = 2;
/** A spread of 0 would make a certainty of an average. *Assumption*: the error of a single rating. */
const LEAST_SPREAD = 0.2;

/**
 * Returns the catalogue's elements with mean and standard deviation of their levels weighted by people
 * (one weight a row; a missing one, or none above 0, leaves the row out). Where no row has both a weight
 * and a level, the element stays as it is. Equal weights give the plain mean over occupations.
 */
export function weighElementPriors(
  { elements, level, ids }: Pick<Catalogue, "elements" | "level" | "ids">,
  weights: ArrayLike<number>,
): readonly Element[] {
  const width = elements.length;
  return elements.map((element, place) => {
    let total = 0;
    let sum = 0;
    let squares = 0;
    let count = 0;
    for (let row = 0; row < ids.length; row++) {
      const weight = weights[row] ?? Number.NaN;
      const value = level[row * width + place] ?? Number.NaN;
      if (!(weight > 0) || Number.isNaN(value)) continue;
      total += weight;
      sum += weight * value;
      squares += weight * value * value;
      count += 1;
    }
    if (count < LEAST_OCCUPATIONS) return element;
    const mean = sum / total;
    const spread = Math.sqrt(Math.max(0, squares / total - mean * mean));
    return { ...element, priorMean: mean, priorSd: Math.max(LEAST_SPREAD, spread) };
  });
}
