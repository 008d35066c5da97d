// Titles and their candidates as choices for a conditional logit, and what a fit of it is worth on titles it
// was not fitted on.

import { learntAnswerOf, sumOf } from "../src/domain/titles/learnt-ranking.ts";
import type { TitleIndex } from "../src/domain/titles/title-index.ts";
import { questionOf } from "../src/domain/titles/title-question.ts";
import type { Choice } from "./conditional-logit.ts";
import { isFittedOn, type RightAnswers, rankingFiguresOf } from "./title-data.ts";

/**
 * A title's candidates, then the nearest occupations that the index lacks, then "none of these". Columns: the facts,
 * an absent occupation's cosine, 1 for an absent one, 1 for none.
 */
export interface TitleChoice extends Choice {
  /** How many of the rows are entries. */
  readonly entries: number;
  /** Which half of the occupations it is in. */
  readonly half: number;
  /** Whether the index has the right entry at all. */
  readonly isInside: boolean;
}

export interface ChoiceOptions {
  /** Which facts, by their place among LEARNT_FACTS; none for all that there are. */
  readonly facts: readonly number[];
  /** How much a title counts whose right entry the index does not have. */
  readonly outsideWeight?: number;
  /** Every so many-th title loses its right entry, to see how "none of these" is told. */
  readonly loseEvery?: number;
}

/** Occupations that the index lacks which are looked at: further ones have no chance to speak of. */
const NEAREST_ABSENT = 32;

/** Returns the choices; titles that a label is word for word are left out, since they have a rule of their own. */
export function titleChoicesOf(
  index: TitleIndex,
  queries: RightAnswers,
  { facts, outsideWeight = 1, loseEvery = 0 }: ChoiceOptions,
): TitleChoice[] {
  const known = new Set(index.ids);
  const choices: TitleChoice[] = [];
  let count = 0;
  for (const [query, right] of queries) {
    count++;
    const question = questionOf(index, query);
    if (question === undefined || question.literalTexts.size > 0) continue;
    const answer = learntAnswerOf(index, question);
    if (answer === undefined) continue;
    const isLost = loseEvery > 0 && count % loseEvery === 0;
    const isRight = ({ owner }: { readonly owner: number }) =>
      right.has(index.ids[owner] as string);
    const candidates = answer.candidates.filter((one) => !(isLost && isRight(one)));
    const isInside = !isLost && [...right].some((id) => known.has(id));
    const rights = candidates.map(isRight);
    const isNone = !rights.includes(true);
    const absent = [...answer.absent].sort((a, b) => b - a).slice(0, NEAREST_ABSENT);
    const blank = facts.map(() => 0);
    choices.push({
      facts: [
        ...candidates.map((one) => [...facts.map((fact) => one.facts[fact] ?? 0), 0, 0, 0]),
        ...absent.map((cosine) => [...blank, cosine, 1, 0]),
        [...blank, 0, 0, 1],
      ],
      right: [...rights, ...absent.map(() => isNone), isNone],
      entries: candidates.length,
      weight: isInside ? 1 : outsideWeight,
      half: [...right].some(isFittedOn) ? 0 : 1,
      isInside,
    });
  }
  return choices;
}

export interface FitFigures {
  readonly first: number;
  readonly ten: number;
  readonly reciprocal: number;
  readonly error: number;
}

/** Returns ranking figures of the choices inside, and the error of stated confidence over all. */
export function fitFiguresOf(
  answered: readonly { readonly choice: TitleChoice; readonly weights: readonly number[] }[],
): FitFigures {
  const places: number[][] = [];
  const stated: { confidence: number; right: boolean; weight: number }[] = [];
  for (const { choice, weights } of answered) {
    const scores = choice.facts.map((facts) => sumOf(weights, facts));
    const candidates = scores.slice(0, choice.entries);
    const whole = scores.reduce((sum, score) => sum + Math.exp(score), 0);
    const order = candidates.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    const [best = 0] = order;
    const isNone = choice.right.at(-1) === true;
    stated.push({
      confidence: Math.exp(scores[best] ?? 0) / whole,
      right: !isNone && choice.right[best] === true,
      weight: choice.weight,
    });
    if (!choice.isInside) continue;
    places.push(isNone ? [] : [order.findIndex((i) => choice.right[i]) + 1]);
  }
  return { ...rankingFiguresOf(places), error: calibrationErrorOf(stated) };
}

/** Returns the mean gap between stated and true share over ten bins of stated confidence, by weight. */
export function calibrationErrorOf(
  stated: readonly {
    readonly confidence: number;
    readonly right: boolean;
    readonly weight?: number;
  }[],
): number {
  const gaps = new Array<number>(10).fill(0);
  let total = 0;
  for (const { confidence, right, weight = 1 } of stated) {
    const bin = Math.min(9, Math.floor(confidence * 10));
    gaps[bin] = (gaps[bin] as number) + weight * (confidence - Number(right));
    total += weight;
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / total;
}
