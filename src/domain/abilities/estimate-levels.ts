// Level estimates: for each rated element a distribution over levels 0–7. One prior for everyone; each
// (occupation, element) pair of the evidence multiplies it by one one-sided factor Φ((X − ℓ)/τ)^q. So
// work shows what the person could do and never that they cannot do more. A self-rating multiplies it by
// one wide normal factor. docs/method/abilities.md has the reasons and a worked example; explain-level.ts
// says what an estimate comes from.

import { type Catalogue, type ElementGroup, levelOf } from "../occupations/catalogue.ts";
import { exponentOf, type RowStrength, rowStrengthsOf, tauOf } from "./evidence-strength.ts";
import type { CountedRating, Evidence, LevelEstimates } from "./level-estimate.ts";
import { logNormalCdf } from "./log-normal-cdf.ts";
import { SELF_RATING_SD } from "./self-rating.ts";

/** Distance between two levels of the grid. Measured here: half of it changes no mean by 0.001. */
export const GRID_STEP = 0.05;
/** The scale of levels, 0–7 (O*NET Scales Reference, LV). */
export const HIGHEST_LEVEL = 7;
export const GRID_POINTS = Math.round(HIGHEST_LEVEL / GRID_STEP) + 1;

/** Returns the levels at which probabilities are kept, ascending from 0 to 7. */
export function levelGrid(): Float64Array {
  return Float64Array.from(
    { length: GRID_POINTS },
    (_, i) => (i * HIGHEST_LEVEL) / (GRID_POINTS - 1),
  );
}

/** Levels are read to a hundredth, the precision of the releases. */
const CURVE_STEPS_PER_LEVEL = 100;
const CURVE_STRIDE = Math.round(GRID_STEP * CURVE_STEPS_PER_LEVEL);

/**
 * A logarithm for every difference that a grid point and a level can have, −7 to 7: one row for each place
 * within a step of the grid, so that the grid's points stand side by side.
 */
type Curve = readonly Float64Array[];

function curveOf(logAt: (difference: number) => number): Curve {
  const reach = HIGHEST_LEVEL * CURVE_STEPS_PER_LEVEL;
  return Array.from({ length: CURVE_STRIDE }, (_, phase) =>
    Float64Array.from({ length: Math.ceil((2 * reach + 1 - phase) / CURVE_STRIDE) }, (__, i) =>
      logAt((phase + i * CURVE_STRIDE - reach) / CURVE_STEPS_PER_LEVEL),
    ),
  );
}

function workCurve(group: ElementGroup): Curve {
  const tau = tauOf(group);
  return curveOf((difference) => logNormalCdf(difference / tau));
}

const CURVES: Readonly<Record<ElementGroup, Curve>> = {
  skill: workCurve("skill"),
  knowledge: workCurve("knowledge"),
  ability: workCurve("ability"),
  activity: workCurve("activity"),
};

const RATING_CURVE = curveOf((difference) => -0.5 * (difference / SELF_RATING_SD) ** 2);

/** One factor of an element's posterior: Φ((X − ℓ)/τ)^q, or a self-rating's normal. */
export interface Factor {
  /** q, above 0. */
  readonly exponent: number;
  /** Its logarithm at steps of the grid; grid point i stands at `start + i`. */
  readonly curve: Float64Array;
  readonly start: number;
}

/** Returns the factor that the occupation gives, or undefined when it gives none. */
export function factorOf(
  catalogue: Catalogue,
  strength: RowStrength,
  element: number,
): Factor | undefined {
  const exponent = exponentOf(catalogue, strength, element);
  const described = catalogue.elements[element];
  if (exponent <= 0 || described === undefined) return undefined;
  return factorAt(exponent, CURVES[described.group], levelOf(catalogue, strength.row, element));
}

/** Returns the factor of a self-rating: a normal about its level, to the power of its weight. */
export function factorOfRating({ level, weight }: CountedRating): Factor {
  return factorAt(weight, RATING_CURVE, level);
}

/** Returns the self-rating of the element, or undefined. */
export function ratingOf(estimates: LevelEstimates, element: number): CountedRating | undefined {
  return estimates.ratings.find((rating) => rating.element === element);
}

/** The factor of a level, where on its curve the lowest level of the grid stands. */
function factorAt(exponent: number, curve: Curve, level: number): Factor {
  const within = Math.min(HIGHEST_LEVEL, Math.max(0, level));
  const first = Math.round((HIGHEST_LEVEL - within) * CURVE_STEPS_PER_LEVEL);
  const phase = first % CURVE_STRIDE;
  return {
    exponent,
    curve: curve[phase] as Float64Array, // a phase is below the stride, so it is there
    start: (first - phase) / CURVE_STRIDE,
  };
}

/** Adds the logarithm of the factor at each grid point. */
function addLogFactor(factor: Factor, target: Float64Array): void {
  const { exponent, curve, start } = factor;
  for (let i = 0; i < target.length; i++) {
    target[i] = (target[i] as number) + exponent * (curve[start + i] as number);
  }
}

/**
 * Writes the prior times the factors into `target` (GRID_POINTS long) and returns its mean. The result
 * sums to 1. The two ends of the grid stand for half a step each (trapezoid rule).
 */
export function writePosterior(
  prior: { readonly mean: number; readonly sd: number },
  factors: readonly Factor[],
  grid: Float64Array,
  target: Float64Array,
): number {
  for (let i = 0; i < grid.length; i++) {
    const deviation = ((grid[i] as number) - prior.mean) / prior.sd;
    target[i] = -0.5 * deviation * deviation;
  }
  for (const factor of factors) addLogFactor(factor, target);
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < grid.length; i++) highest = Math.max(highest, target[i] as number);
  for (let i = 0; i < grid.length; i++) target[i] = Math.exp((target[i] as number) - highest);
  target[0] = (target[0] as number) / 2;
  target[grid.length - 1] = (target[grid.length - 1] as number) / 2;
  return normalise(grid, target);
}

/** Scales to sum 1 and returns the mean. */
function normalise(grid: Float64Array, target: Float64Array): number {
  let sum = 0;
  let moment = 0;
  for (let i = 0; i < grid.length; i++) {
    const mass = target[i] as number;
    sum += mass;
    moment += mass * (grid[i] as number);
  }
  for (let i = 0; i < grid.length; i++) target[i] = (target[i] as number) / sum;
  return moment / sum;
}

/**
 * Returns the estimates that the evidence and the self-ratings (at most one an element) give; with
 * neither, everyone's prior.
 */
export function estimateLevels(
  catalogue: Catalogue,
  evidence: readonly Evidence[],
  ratings: readonly CountedRating[] = [],
): LevelEstimates {
  const grid = levelGrid();
  const { elements } = catalogue;
  const probabilities = new Float64Array(elements.length * grid.length);
  const means = new Float64Array(elements.length);
  const strengths = rowStrengthsOf(evidence);
  const ratingFactors = new Map(ratings.map((one) => [one.element, factorOfRating(one)]));
  for (let element = 0; element < elements.length; element++) {
    const factors = strengths.flatMap((strength) => factorOf(catalogue, strength, element) ?? []);
    const rating = ratingFactors.get(element);
    if (rating !== undefined) factors.push(rating);
    const target = rowOfProbabilities(probabilities, element, grid.length);
    means[element] = writePosterior(priorOf(catalogue, element), factors, grid, target);
  }
  return { grid, probabilities, means, evidence, ratings };
}

/** Returns the mean and standard deviation of everyone's prior for the element. */
export function priorOf(catalogue: Catalogue, element: number): { mean: number; sd: number } {
  const described = catalogue.elements[element];
  if (described === undefined)
    throw new RangeError(`Cannot find element ${element}: not on the list`);
  return { mean: described.priorMean, sd: described.priorSd };
}

function rowOfProbabilities(
  probabilities: Float64Array,
  element: number,
  width: number,
): Float64Array {
  return probabilities.subarray(element * width, (element + 1) * width);
}

/** What changes when evidence is added: the occupation's level counts with so much more exponent. */
function addedFactors(
  catalogue: Catalogue,
  element: number,
  changes: readonly (readonly [before: RowStrength, after: RowStrength])[],
): readonly Factor[] {
  return changes.flatMap(([before, after]) => {
    const factor = factorOf(catalogue, after, element);
    const exponent = (factor?.exponent ?? 0) - exponentOf(catalogue, before, element);
    return factor === undefined || exponent <= 0 ? [] : [{ ...factor, exponent }];
  });
}

function strengthChanges(
  held: readonly Evidence[],
  more: readonly Evidence[],
): readonly (readonly [RowStrength, RowStrength])[] {
  const rows = new Set(more.map((piece) => piece.row));
  const heldThere = held.filter((piece) => rows.has(piece.row));
  const before = new Map(rowStrengthsOf(heldThere).map((strength) => [strength.row, strength]));
  return rowStrengthsOf([...heldThere, ...more]).map((after) => {
    const nothing = { row: after.row, workMonths: 0, study: [] };
    return [before.get(after.row) ?? nothing, after];
  });
}

/** Where one element's logarithms are summed, used up before anything else runs. */
const LOGS = new Float64Array(GRID_POINTS);

function multiplyInto(
  grid: Float64Array,
  factors: readonly Factor[],
  from: Float64Array,
  target: Float64Array,
): number {
  const logs = LOGS.fill(0);
  for (const factor of factors) addLogFactor(factor, logs);
  for (let i = 0; i < grid.length; i++) {
    target[i] = (from[i] as number) * Math.exp(logs[i] as number);
  }
  return normalise(grid, target);
}

interface Grown {
  /** Estimates of which every element is there. */
  readonly base: LevelEstimates;
  /** What was added since, one after another. */
  readonly changes: readonly (readonly (readonly [before: RowStrength, after: RowStrength])[])[];
}

const grownFrom = new WeakMap<LevelEstimates, Grown>();

/**
 * Returns the estimates after more evidence, such as a stage held: equal to estimating from all of it
 * together. Each element is reckoned when it is first asked for: a search asks for a few of many.
 */
export function withEvidence(
  catalogue: Catalogue,
  estimates: LevelEstimates,
  more: readonly Evidence[],
): LevelEstimates {
  const { grid, ratings } = estimates;
  const former = grownFrom.get(estimates) ?? { base: estimates, changes: [] };
  const { base } = former;
  const changes = [...former.changes, strengthChanges(estimates.evidence, more)];
  const rows: (Float64Array | undefined)[] = [];
  // One block for all rows: a search makes thousands of these.
  let block: Float64Array | undefined;
  const massesAt = (element: number): Float64Array => {
    const known = rows[element];
    if (known !== undefined) return known;
    const from = rowOfProbabilities(base.probabilities, element, grid.length);
    const factors = changes.flatMap((change) => addedFactors(catalogue, element, change));
    let masses = from;
    if (factors.length > 0) {
      block ??= new Float64Array(base.probabilities.length);
      masses = rowOfProbabilities(block, element, grid.length);
      multiplyInto(grid, factors, from, masses);
    }
    rows[element] = masses;
    return masses;
  };
  let probabilities: Float64Array | undefined;
  let means: Float64Array | undefined;
  const grown: LevelEstimates = {
    grid,
    ratings,
    evidence: [...estimates.evidence, ...more],
    massesOf: massesAt,
    get probabilities() {
      probabilities ??= base.probabilities.map((_, i) => {
        const element = Math.floor(i / grid.length);
        return massesAt(element)[i - element * grid.length] as number;
      });
      return probabilities;
    },
    get means() {
      means ??= base.means.map((_, element) => meanOfMasses(grid, massesAt(element)));
      return means;
    },
  };
  grownFrom.set(grown, { base, changes });
  return grown;
}

function massesOf(estimates: LevelEstimates, element: number): Float64Array {
  const { grid } = estimates;
  return (
    estimates.massesOf?.(element) ??
    rowOfProbabilities(estimates.probabilities, element, grid.length)
  );
}

function meanOfMasses(grid: Float64Array, masses: Float64Array): number {
  let mean = 0;
  for (let i = 0; i < grid.length; i++) mean += (masses[i] as number) * (grid[i] as number);
  return mean;
}

/** Returns the mean level of one element. */
export function meanOf(estimates: LevelEstimates, element: number): number {
  return estimates.massesOf === undefined
    ? (estimates.means[element] ?? 0)
    : meanOfMasses(estimates.grid, massesOf(estimates, element));
}

function shortfallFrom(grid: Float64Array, masses: Float64Array, level: number): number {
  let shortfall = 0;
  for (let i = 0; i < grid.length; i++) {
    const below = level - (grid[i] as number);
    if (below <= 0) break;
    shortfall += below * (masses[i] as number);
  }
  return shortfall;
}

/** Returns E[max(0, level − X)]: by how many levels the person is believed to fall short. */
export function expectedShortfall(
  estimates: LevelEstimates,
  element: number,
  level: number,
): number {
  return shortfallFrom(estimates.grid, massesOf(estimates, element), level);
}

/**
 * Returns the chance that the person's level is at least this one. Each grid point stands for its
 * cell, so the chance falls smoothly in the level; 1 at level 0 and below, 0 above the scale.
 */
export function chanceMeets(estimates: LevelEstimates, element: number, level: number): number {
  const { grid } = estimates;
  if (level <= 0) return 1;
  if (level > HIGHEST_LEVEL) return 0;
  const masses = massesOf(estimates, element);
  let chance = 0;
  for (let i = grid.length - 1; i >= 0; i--) {
    const share = ((grid[i] as number) - level) / GRID_STEP + 0.5;
    if (share <= 0) break;
    chance += Math.min(1, share) * (masses[i] as number);
  }
  return Math.min(1, chance);
}

/** Returns the level below which this share of the distribution lies, read between grid points. */
export function quantileOf(estimates: LevelEstimates, element: number, share: number): number {
  const { grid } = estimates;
  const masses = massesOf(estimates, element);
  let below = 0;
  for (let i = 0; i < grid.length; i++) {
    const mass = masses[i] as number;
    if (below + mass >= share && mass > 0) {
      const within = (share - below) / mass - 0.5;
      return Math.min(HIGHEST_LEVEL, Math.max(0, (grid[i] as number) + within * GRID_STEP));
    }
    below += mass;
  }
  return HIGHEST_LEVEL;
}
