// Where people really go: the chance that somebody who leaves an occupation takes up each other one, by a
// conditional logit on observed moves. It tells what is common; whether a move can be made or is worth
// making is told elsewhere and never mixed with it. docs/method/moves.md has the sample and the figures.

import type { Catalogue } from "../occupations/catalogue.ts";
import { isRated } from "../occupations/catalogue.ts";
import { MOVE_FEATURES, type MoveFeatures, moveFeaturesOf } from "./move-features.ts";

/**
 * Coefficients with their standard errors (sandwich, one cluster an origin), in the order of
 * MOVE_FEATURES. Fitted by bench/moves.ts in November 2026 on US moves between 452 occupations from 146
 * origins (Current Population Survey, ASEC; del Rio-Chanona et al. 2021, J. R. Soc. Interface 18:20200898),
 * with a ridge of 1; O*NET 30.0, BLS employment 2024.
 */
export const MOVE_COEFFICIENTS: readonly {
  readonly feature: (typeof MOVE_FEATURES)[number];
  readonly coefficient: number;
  readonly standardError: number;
}[] = [
  { feature: "size", coefficient: 0.33, standardError: 0.073 },
  { feature: "size, by pay left", coefficient: -0.093, standardError: 0.042 },
  { feature: "size, by related occupations", coefficient: -0.1, standardError: 0.018 },
  { feature: "knowledge left unused", coefficient: -0.338, standardError: 0.102 },
  { feature: "skill missing", coefficient: -0.152, standardError: 0.14 },
  { feature: "skill left unused", coefficient: -0.276, standardError: 0.112 },
  { feature: "nearness of knowledge", coefficient: 0.284, standardError: 0.084 },
  { feature: "nearness of abilities", coefficient: 0.205, standardError: 0.074 },
  { feature: "nearness by related occupations", coefficient: 0.911, standardError: 0.116 },
  { feature: "nearness of titles", coefficient: 0.508, standardError: 0.043 },
  { feature: "nearness of tasks", coefficient: 0.271, standardError: 0.057 },
  { feature: "pay rise", coefficient: -0.54, standardError: 0.106 },
  { feature: "pay fall", coefficient: 0.364, standardError: 0.106 },
  { feature: "pay distance, squared", coefficient: -0.282, standardError: 0.101 },
  { feature: "same family of work", coefficient: 0.217, standardError: 0.087 },
  { feature: "to supervising", coefficient: -0.227, standardError: 0.062 },
  { feature: "to managing", coefficient: 0.284, standardError: 0.083 },
];

/** How many of the features, from the first on, grow with the size of the destination. */
const SIZE_FEATURES = 3;

/**
 * What draws people by pay, and that is downwards: who leaves takes what is there. How far apart the two
 * pay says how alike they are and is none of these.
 */
const PAY_PULLS: ReadonlySet<string> = new Set<(typeof MOVE_FEATURES)[number]>([
  "pay rise",
  "pay fall",
]);

/**
 * Assumption: share of the weight of size in what we would look at. Twenty very large occupations take most
 * first places at full weight; at half, the list spreads and still tells where people go.
 */
export const SUGGESTED_SIZE_SHARE = 0.5;

/** Occupations that moves are told for, and what tells them apart. */
export interface MoveWorld {
  readonly catalogue: Catalogue;
  readonly features: MoveFeatures;
  /** Place of each of the catalogue's rows in the features; −1 for those that have no ratings. */
  readonly placeOf: Int32Array;
}

/** Returns what likelihoods are worked out from: every rated occupation of the catalogue. */
export function moveWorldOf(catalogue: Catalogue): MoveWorld {
  const rows = catalogue.ids.flatMap((_, row) => (isRated(catalogue, row) ? [row] : []));
  const placeOf = new Int32Array(catalogue.ids.length).fill(-1);
  rows.forEach((row, place) => {
    placeOf[row] = place;
  });
  return { catalogue, features: moveFeaturesOf(catalogue, rows), placeOf };
}

/**
 * Returns the chance of each destination among those who leave the origin, by place in the world's rows;
 * 0 for the origin, the sum 1. Undefined when the origin has no ratings. With `sizeShare` or
 * `payShare` below 1 the size of a destination, or that it pays more or less, counts for less than it does
 * with people.
 */
export function likelihoodsFrom(
  world: MoveWorld,
  row: number,
  { sizeShare = 1, payShare = 1 }: { readonly sizeShare?: number; readonly payShare?: number } = {},
): Float64Array | undefined {
  const origin = world.placeOf[row] ?? -1;
  if (origin < 0) return undefined;
  const width = MOVE_FEATURES.length;
  const figures = world.features.from(origin);
  const weights = MOVE_COEFFICIENTS.map(({ feature, coefficient }, i) => {
    if (i < SIZE_FEATURES) return coefficient * sizeShare;
    return PAY_PULLS.has(feature) ? coefficient * payShare : coefficient;
  });
  const chances = new Float64Array(world.features.rows.length);
  let highest = Number.NEGATIVE_INFINITY;
  for (let to = 0; to < chances.length; to++) {
    let sum = 0;
    for (let i = 0; i < width; i++) {
      sum += (figures[to * width + i] as number) * (weights[i] as number);
    }
    chances[to] = sum;
    if (to !== origin && sum > highest) highest = sum;
  }
  let total = 0;
  for (let to = 0; to < chances.length; to++) {
    chances[to] = to === origin ? 0 : Math.exp((chances[to] as number) - highest);
    total += chances[to] as number;
  }
  return total === 0 ? chances : chances.map((chance) => chance / total);
}
