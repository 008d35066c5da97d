// How sure a match is: nine in ten when a label is the title word for word, else a logistic on its score,
// its lead over the nearest rival, and how much of the title its label covers. Fitted on reported titles held out of the index; docs/method/titles.md has the
// sample and the error.

/** What is known of one candidate, in the order of the ranking. */
export interface CandidateFacts {
  /** 0–1, the best label's score. */
  readonly score: number;
  /** 0–1, share of the title's weight that the best label covers. */
  readonly coverage: number;
  /** Whether a label is the title, word for word. */
  readonly isExact: boolean;
  /** Whether the title is one word out of a longer label: "dispatcher" of "911 dispatcher". */
  readonly isPart: boolean;
  /** How many things the title can stand for: 2 and more where it is a bare abbreviation such as "PTA". */
  readonly meanings: number;
  /** Chance that a trained encoder gives it; undefined where the ranking is by letters. */
  readonly chance: number | undefined;
}

/**
 * Chance when exactly one entry has the title word for word. Measured here: .92 of 442 reported titles
 * that are a label of the starter catalogue, less a little for titles that it has no occupation for.
 */
export const EXACT_CONFIDENCE = 0.9;

/**
 * Most that is said of a one-word title that is only part of a longer label: just under sure. Measured here: .63
 * of 388 such titles are right on the full release, but 7 of 24 that a logistic was sure of with the starter
 * ("fitter" as a gas fitter), where a missing occupation cannot narrow the lead. By letters alone: what an
 * encoder gives a chance above this is right in .86 of 322 such titles on the full release.
 */
export const PART_CONFIDENCE = 0.55;

interface Logistic {
  readonly perScore: number;
  readonly perLead: number;
  readonly perCoverage: number;
  readonly intercept: number;
}

/** Fitted here by bench/fit-title-confidence.ts, for the first candidate and for all others. */
const FIRST: Logistic = { perScore: 4.18, perLead: 7.03, perCoverage: 0.95, intercept: -4.39 };
const OTHERS: Logistic = { perScore: 2.01, perLead: 5.94, perCoverage: 1.41, intercept: -3.73 };

function chanceOf(logistic: Logistic, facts: CandidateFacts, lead: number): number {
  const { perScore, perLead, perCoverage, intercept } = logistic;
  const logit = intercept + perScore * facts.score + perLead * lead + perCoverage * facts.coverage;
  const byLetters = Math.min(facts.isPart ? PART_CONFIDENCE : 1, 1 / (1 + Math.exp(-logit)));
  // Assumption: each meaning of a bare abbreviation is as likely as the next.
  return (facts.chance ?? byLetters) / facts.meanings;
}

/** Returns what of EXACT_CONFIDENCE each has that is the title word for word: by its chance, else evenly. */
function exactShareOf(exact: readonly CandidateFacts[]): (candidate: CandidateFacts) => number {
  const whole = exact.reduce((sum, { chance = 0 }) => sum + chance, 0);
  return ({ chance }) =>
    EXACT_CONFIDENCE * (chance === undefined || whole === 0 ? 1 / exact.length : chance / whole);
}

/**
 * Returns for each candidate the chance, 0–1, that it is the one meant. Those that have the title word
 * for word share EXACT_CONFIDENCE, evenly unless an encoder knows better. Otherwise an encoder's chance is
 * taken; without one the first's lead is over the second, and the others' is
 * negative, against the first. They never rise down the ranking, and sum to at most 1.
 */
export function confidencesOf(candidates: readonly CandidateFacts[]): readonly number[] {
  const first = candidates[0]?.score ?? 0;
  const second = candidates[1]?.score ?? 0;
  const exactOnes = candidates.filter(({ isExact }) => isExact);
  const exact = exactOnes.length;
  const shareOf = exactShareOf(exactOnes);
  let highest = 1;
  const chances = candidates.map((candidate, place) => {
    const chance = candidate.isExact
      ? shareOf(candidate)
      : place === 0
        ? chanceOf(FIRST, candidate, first - second)
        : chanceOf(OTHERS, candidate, candidate.score - first);
    highest = Math.min(highest, chance);
    return highest;
  });
  const [best = 0, ...others] = chances;
  const rest = others.reduce((sum, chance) => sum + chance, 0);
  // What exact matches leave over is all that the others can have.
  const fixed = exact > 0 ? EXACT_CONFIDENCE : best;
  const free = exact > 0 ? rest - (EXACT_CONFIDENCE - best) : rest;
  const scale = free > 1 - fixed ? (1 - fixed) / free : 1;
  return chances.map((chance, place) =>
    place === 0 || candidates[place]?.isExact ? chance : chance * scale,
  );
}
