// Where an estimate comes from: its mean, its band, what everyone starts from, and how the change since
// then is shared among the pieces of evidence (share-credit.ts).

import type { Catalogue } from "../occupations/catalogue.ts";
import {
  factorOf,
  factorOfRating,
  priorOf,
  quantileOf,
  ratingOf,
  writePosterior,
} from "./estimate-levels.ts";
import { rowStrengthsOf } from "./evidence-strength.ts";
import type {
  Attribution,
  CountedRating,
  Evidence,
  LevelEstimate,
  LevelEstimates,
} from "./level-estimate.ts";
import { shareCredit } from "./share-credit.ts";

/** A change smaller than this in all its parts, in levels, is not attributed to anything. */
const LEAST_CHANGE = 1e-6;

/** The band runs from this share of the distribution to its mirror: 80 % lies between. */
const BAND_TAIL = 0.1;

/** One piece of evidence as shown: a degree that speaks for several occupations is one. */
interface Piece {
  readonly id: string;
  readonly label: string;
  readonly kind: Attribution["kind"];
  readonly evidence: readonly Evidence[];
  readonly rating?: CountedRating;
}

/**
 * Returns the element's estimate with what it comes from, the strongest piece first (ties by evidence
 * id); their levels sum to the mean less the prior's. A piece that says nothing about the element is
 * not listed. Only a self-rating's part can be negative.
 */
export function explainLevel(
  catalogue: Catalogue,
  estimates: LevelEstimates,
  element: number,
): LevelEstimate {
  const described = catalogue.elements[element];
  if (described === undefined)
    throw new RangeError(`Cannot explain element ${element}: not on the list`);
  const meanOf = meanFunction(catalogue, estimates, element);
  return {
    elementId: described.id,
    element: described.name,
    mean: estimates.means[element] ?? 0,
    ...bandOf(estimates, element),
    prior: meanOf([]),
    attribution: attributionOf(speakingOf(catalogue, estimates, element), meanOf),
  };
}

/** Returns the 80 % band: the levels at the 10th and the 90th percentile. */
export function bandOf(
  estimates: LevelEstimates,
  element: number,
): { readonly low: number; readonly high: number } {
  return {
    low: quantileOf(estimates, element, BAND_TAIL),
    high: quantileOf(estimates, element, 1 - BAND_TAIL),
  };
}

function attributionOf(
  pieces: readonly Piece[],
  meanOf: (pieces: readonly Piece[]) => number,
): readonly Attribution[] {
  const prior = meanOf([]);
  const credits = shareCredit(pieces, (some) => meanOf(some) - prior);
  const pull = credits.reduce((sum, { part }) => sum + Math.abs(part), 0);
  if (pull < LEAST_CHANGE) return [];
  return credits
    .map(({ piece, part }) => ({
      evidenceId: piece.id,
      label: piece.label,
      kind: piece.kind,
      levels: part,
      share: part / pull,
    }))
    .sort(
      (a, b) => Math.abs(b.levels) - Math.abs(a.levels) || (a.evidenceId < b.evidenceId ? -1 : 1),
    );
}

/** The pieces that say something about the element, in the order of their ids. */
function speakingOf(
  catalogue: Catalogue,
  estimates: LevelEstimates,
  element: number,
): readonly Piece[] {
  const pieces: Piece[] = [...Map.groupBy(estimates.evidence, ({ id }) => id)].flatMap(
    ([id, evidence]) => {
      const [first] = evidence;
      const speaks = rowStrengthsOf(evidence).some(
        (strength) => factorOf(catalogue, strength, element) !== undefined,
      );
      return first === undefined || !speaks
        ? []
        : [{ id, label: first.label, kind: first.kind, evidence }];
    },
  );
  const rating = ratingOf(estimates, element);
  if (rating !== undefined) {
    const id = `rating:${catalogue.elements[element]?.id}`;
    pieces.push({ id, label: "Your own rating", kind: "self-rating", evidence: [], rating });
  }
  return pieces.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Gives the mean that some of the pieces give; with none, everyone's prior. */
function meanFunction(
  catalogue: Catalogue,
  estimates: LevelEstimates,
  element: number,
): (pieces: readonly Piece[]) => number {
  const prior = priorOf(catalogue, element);
  const target = new Float64Array(estimates.grid.length);
  return (pieces) => {
    const factors = rowStrengthsOf(pieces.flatMap(({ evidence }) => evidence)).flatMap(
      (strength) => factorOf(catalogue, strength, element) ?? [],
    );
    for (const { rating } of pieces) {
      if (rating !== undefined) factors.push(factorOfRating(rating));
    }
    return writePosterior(prior, factors, estimates.grid, target);
  };
}
