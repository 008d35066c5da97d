// How sure a match is: a logistic on its score, its lead over the nearest rival, and how much of the
// title its label covers. Fitted on reported titles held out of the index; docs/method/titles.md has the
// sample and the error.

/** What is known of one candidate, in the order of the ranking. */
export interface CandidateFacts {
  /** 0–1, the best label's score. */
  readonly score: number;
  /** 0–1, share of the title's weight that the best label covers. */
  readonly coverage: number;
  /** Whether a label is the title, word for word. */
  readonly isExact: boolean;
}

/** Measured here (bench/titles.ts). */
const INTERCEPT = -4;
const PER_SCORE = 4;
const PER_LEAD = 6;
const PER_COVERAGE = 1;

/**
 * Returns for each candidate the chance, 0–1, that it is the one meant. The lead of the first is over the
 * second; of the others it is negative, against the first. They sum to at most 1.
 */
export function confidencesOf(candidates: readonly CandidateFacts[]): readonly number[] {
  const first = candidates[0]?.score ?? 0;
  const second = candidates[1]?.score ?? 0;
  const chances = candidates.map(({ score, coverage }, place) => {
    const lead = place === 0 ? first - second : score - first;
    const logit = INTERCEPT + PER_SCORE * score + PER_LEAD * lead + PER_COVERAGE * coverage;
    return 1 / (1 + Math.exp(-logit));
  });
  const sum = chances.reduce((total, chance) => total + chance, 0);
  return sum > 1 ? chances.map((chance) => chance / sum) : chances;
}
