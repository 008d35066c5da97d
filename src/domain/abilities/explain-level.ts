// Where an estimate comes from: its mean, its band, and how the rise over everyone's prior is shared
// among the pieces of evidence (Shapley value: each piece's rise, averaged over every order in which
// the pieces could have come).

import type { Catalogue } from "../occupations/catalogue.ts";
import { factorOf, priorOf, quantileOf, writePosterior } from "./estimate-levels.ts";
import { rowStrengthsOf } from "./evidence-strength.ts";
import type { Attribution, Evidence, LevelEstimate, LevelEstimates } from "./level-estimate.ts";

/** Up to so many groups the Shapley value is exact; above, the weakest pieces stand in one group. */
export const MOST_GROUPS = 8;

/** A rise smaller than this, in levels, is not attributed to anything. */
const LEAST_RISE = 1e-6;

/** The band runs from this share of the distribution to its mirror: 80 % lies between. */
const BAND_TAIL = 0.1;

interface Group {
  readonly id: string;
  readonly label: string;
  readonly evidence: readonly Evidence[];
}

/**
 * Returns the element's estimate with what it comes from, largest share first (ties by evidence id);
 * the shares sum to 1. A piece that says nothing about the element is not listed.
 */
export function explainLevel(
  catalogue: Catalogue,
  estimates: LevelEstimates,
  element: number,
): LevelEstimate {
  const described = catalogue.elements[element];
  if (described === undefined)
    throw new RangeError(`Cannot explain element ${element}: not on the list`);
  return {
    elementId: described.id,
    element: described.name,
    mean: estimates.means[element] ?? 0,
    low: quantileOf(estimates, element, BAND_TAIL),
    high: quantileOf(estimates, element, 1 - BAND_TAIL),
    attribution: attributionOf(catalogue, estimates, element),
  };
}

function attributionOf(
  catalogue: Catalogue,
  estimates: LevelEstimates,
  element: number,
): readonly Attribution[] {
  const rise = riseFunction(catalogue, estimates, element);
  const solo = piecesOf(estimates.evidence)
    .map((piece) => ({ piece, alone: rise(piece.evidence) }))
    .filter(({ alone }) => alone > 0)
    .sort((a, b) => b.alone - a.alone || compareText(a.piece.id, b.piece.id));
  const whole = rise(solo.flatMap(({ piece }) => piece.evidence));
  if (whole < LEAST_RISE) return [];

  const strong = solo.length <= MOST_GROUPS ? solo : solo.slice(0, MOST_GROUPS - 1);
  const weak = solo.slice(strong.length);
  const groups = strong.map(({ piece }) => piece.evidence);
  if (weak.length > 0) groups.push(weak.flatMap(({ piece }) => piece.evidence));
  const values = shapleyValues(groups, rise);

  const weakSum = weak.reduce((sum, { alone }) => sum + alone, 0);
  const attribution = solo.map(({ piece, alone }, i) => {
    const value =
      i < strong.length ? (values[i] ?? 0) : ((values[strong.length] ?? 0) * alone) / weakSum;
    return { evidenceId: piece.id, label: piece.label, share: value / whole };
  });
  return attribution.sort((a, b) => b.share - a.share || compareText(a.evidenceId, b.evidenceId));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One group for each evidence id: a degree that speaks for several occupations is one piece. */
function piecesOf(evidence: readonly Evidence[]): readonly Group[] {
  const pieces = new Map<string, { id: string; label: string; evidence: Evidence[] }>();
  for (const piece of evidence) {
    const known = pieces.get(piece.id);
    if (known === undefined) {
      pieces.set(piece.id, { id: piece.id, label: piece.label, evidence: [piece] });
    } else known.evidence.push(piece);
  }
  return [...pieces.values()];
}

/** The mean that some of the evidence gives, less the prior's. */
function riseFunction(
  catalogue: Catalogue,
  estimates: LevelEstimates,
  element: number,
): (evidence: readonly Evidence[]) => number {
  const prior = priorOf(catalogue, element);
  const target = new Float64Array(estimates.grid.length);
  const meanOf = (evidence: readonly Evidence[]): number => {
    const factors = rowStrengthsOf(evidence).flatMap(
      (strength) => factorOf(catalogue, strength, element) ?? [],
    );
    return writePosterior(prior, factors, estimates.grid, target);
  };
  const base = meanOf([]);
  return (evidence) => meanOf(evidence) - base;
}

function shapleyValues(
  groups: readonly (readonly Evidence[])[],
  rise: (evidence: readonly Evidence[]) => number,
): readonly number[] {
  const count = groups.length;
  const rises = Array.from({ length: 2 ** count }, (_, set) =>
    rise(groups.flatMap((group, i) => ((set >> i) & 1 ? group : []))),
  );
  return groups.map((_, i) => {
    let value = 0;
    for (let set = 0; set < rises.length; set++) {
      if ((set >> i) & 1) continue;
      const gain = (rises[set | (1 << i)] ?? 0) - (rises[set] ?? 0);
      value += gain * orderShare(count, bitCount(set));
    }
    return value;
  });
}

/** Share of all orders in which exactly this set comes before the group: s! (n − s − 1)! / n!. */
function orderShare(count: number, before: number): number {
  let share = 1 / count;
  for (let i = 1; i <= before; i++) share *= i / (count - i);
  return share;
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
