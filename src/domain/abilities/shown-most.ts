// What a record speaks of most: the elements that it raises furthest above what is typical of everyone,
// whatever occupation is looked at. A person's own ratings play no part.

import type { Catalogue } from "../occupations/catalogue.ts";
import { estimateLevels, meanOf } from "./estimate-levels.ts";
import { explainLevel } from "./explain-level.ts";
import type { LevelEstimate, LevelEstimates } from "./level-estimate.ts";

/** Elements named at most. */
const MOST_SHOWN = 5;

/** Assumption: what a record raises by less than this, in levels, it does not speak of clearly. */
export const SPEAKS_FROM = 0.3;

/**
 * Returns the elements that the record raises furthest above what is typical of everyone, by levels, the
 * furthest first (ties by element id), each with where that comes from; at most five, and none that is raised by
 * less than SPEAKS_FROM. Skills and knowledge come before abilities: who brings up children would not call
 * bending and reaching what they do.
 */
export function shownMost(catalogue: Catalogue, levels: LevelEstimates): readonly LevelEstimate[] {
  const record = levels.ratings.length === 0 ? levels : estimateLevels(catalogue, levels.evidence);
  const everyone = estimateLevels(catalogue, []);
  return catalogue.elements
    .map(({ id, group }, element) => ({
      id,
      element,
      isAbility: group === "ability",
      rise: meanOf(record, element) - meanOf(everyone, element),
    }))
    .filter(({ rise }) => rise >= SPEAKS_FROM)
    .sort(
      (a, b) =>
        Number(a.isAbility) - Number(b.isAbility) || b.rise - a.rise || (a.id < b.id ? -1 : 1),
    )
    .slice(0, MOST_SHOWN)
    .map(({ element }) => explainLevel(catalogue, record, element));
}
