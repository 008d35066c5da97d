// A title against an index by what a trained encoder says. Every entry is looked at by its own vector, the
// best by those of their labels too; what all that weighs is a conditional logit, so that the scores are
// also chances: of each entry, and that it is none of them (title-confidence.ts has the ranking by letters).

import { expandVectors } from "./expanded-vectors.ts";
import type { TitleIndex } from "./indexed-labels.ts";
import type { LearntVectors } from "./learnt-vectors.ts";
import { type FoundEntry, listByLetters } from "./lexical-ranking.ts";
import { encodeWords, type TitleEncoder, unknownShareOf } from "./title-encoder.ts";
import type { TitleQuestion } from "./title-question.ts";
import { dot } from "./vector-kernels.ts";

/** Entries whose labels are looked at, the best by their own vector. */
const CANDIDATES = 64;

/** Labels besides the best one that speak for an entry. */
const SUPPORTERS = 3;

/** What is known of one candidate, in this order. */
export const LEARNT_FACTS = [
  // Cosine to the entry's own vector, to the nearest of its labels, mean of the next three.
  "entry",
  "best",
  "support",
  // ln(1 + labels): the best of many is near by chance.
  "labels",
  // Cosine of what title and entry are among the encoder's occupations.
  "occupations",
  // Likeness by letters, split by how much of the title the encoder knows and does not know.
  "letters",
  "unknownLetters",
] as const;

/** Weights of the facts, the score of "none of these", and that of an occupation that the index lacks. */
export interface LearntWeights {
  readonly facts: readonly number[];
  readonly none: number;
  /** For one that has no entry: by its cosine, and whatever that is. */
  readonly absent: readonly [number, number];
  /**
   * Where several entries may say the same, so that they share nothing: an entry's log odds by how far its score
   * is above "none of these".
   */
  readonly alone?: number;
}

/** Where entries are not the encoder's own, none of its occupations is lacking. */
const NO_ABSENT: readonly [number, number] = [0, Number.NEGATIVE_INFINITY];

/**
 * Entries that are the encoder's own occupations. Letters add nothing there (docs/method/titles.md), so they
 * are not asked. Fitted by bench/fit-title-ranking.ts, times 1.05, November 2026.
 */
export const KNOWN_WEIGHTS: LearntWeights = {
  facts: [11.1, 6, 2.2, -0.58, 0, 0, 0],
  none: 7.9,
  absent: [17.1, -0.4],
};

/** Entries that the encoder was not trained on, with several labels each. Fitted there too, times 1.05. */
const OTHER_WEIGHTS: LearntWeights = {
  facts: [6.3, 3.6, 0, 0, 0, 9.2, 13],
  none: 12.6,
  absent: NO_ABSENT,
};

/**
 * A plain list of titles, each its own entry: so short a text says little by itself, and what it probably is
 * among the encoder's occupations stands in for the rest. Chosen between two sets, the same page; the odds
 * fitted there too.
 */
export const LIST_WEIGHTS: LearntWeights = {
  facts: [3, 2, 0, 0, 14, 4, 11],
  none: 15,
  absent: NO_ABSENT,
  alone: 0.33,
};

function weightsFor(learnt: LearntVectors): LearntWeights {
  if (learnt.isKnown) return KNOWN_WEIGHTS;
  return learnt.expanded === undefined ? OTHER_WEIGHTS : LIST_WEIGHTS;
}

function rowDot(rows: Int8Array, row: number, vector: Float32Array): number {
  const size = vector.length;
  const from = row * size;
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < size; i += 4) {
    a += (rows[from + i] as number) * (vector[i] as number);
    b += (rows[from + i + 1] as number) * (vector[i + 1] as number);
    c += (rows[from + i + 2] as number) * (vector[i + 2] as number);
    d += (rows[from + i + 3] as number) * (vector[i + 3] as number);
  }
  return a + b + (c + d);
}

/** Cosine of the vector to every row, all of unit length. */
function rowCosines(rows: Float32Array, vector: Float32Array): Float32Array {
  const size = vector.length;
  const found = new Float32Array(rows.length / size);
  for (let row = 0; row < found.length; row++) {
    found[row] = dot(rows, row * size, vector, 0, size);
  }
  return found;
}

/** Returns the rows of the greatest values, greatest first, ties by row. */
function greatestOf(values: Float64Array, most: number): number[] {
  const rows: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (rows.length === most && !(value > least)) continue;
    let place = rows.length < most ? rows.length : most - 1;
    while (place > 0 && value > (values[rows[place - 1] as number] as number)) {
      rows[place] = rows[place - 1] as number;
      place--;
    }
    rows[place] = row;
    least = values[rows[rows.length - 1] as number] as number;
  }
  return rows;
}

/** The best label of an entry and how near it and the next ones are. */
interface LabelCosines {
  readonly text: number;
  readonly best: number;
  readonly support: number;
}

function labelCosines(
  learnt: LearntVectors,
  vector: Float32Array,
  { start, end }: { readonly start: number; readonly end: number },
): LabelCosines {
  const top = new Float64Array(SUPPORTERS + 1).fill(-1);
  let text = start;
  for (let row = start; row < end; row++) {
    let cosine = rowDot(learnt.texts, row, vector) * (learnt.scales[row] as number);
    if (cosine > (top[0] as number)) text = row;
    for (let place = 0; place <= SUPPORTERS; place++) {
      const held = top[place] as number;
      if (cosine <= held) continue;
      top[place] = cosine;
      cosine = held;
    }
  }
  const best = top[0] as number;
  const others = Math.min(end - start - 1, SUPPORTERS);
  let support = 0;
  for (let place = 1; place <= others; place++) support += (top[place] as number) / others;
  return { text, best, support: others === 0 ? best : support };
}

/** One entry with what is known of it, in the order of LEARNT_FACTS. */
export interface LearntCandidate {
  readonly owner: number;
  readonly text: number;
  readonly facts: readonly number[];
}

/** What a title is against an index: the nearest entries with all facts, and every entry's plain score. */
export interface LearntAnswer {
  readonly candidates: readonly LearntCandidate[];
  /** Scores by the entries' own vectors alone. */
  readonly plain: Float64Array;
  /** Cosines to the occupations that the index lacks. */
  readonly absent: Float32Array;
  readonly weights: LearntWeights;
}

/** The words, with an abbreviation written out that the encoder has never seen: it knows most by themselves. */
function wordsToEncode(
  encoder: TitleEncoder,
  { words, readings }: TitleQuestion,
): readonly string[] {
  const [, written] = readings;
  return written !== undefined && unknownShareOf(encoder, words) > 0 ? written : words;
}

/** Share of the title's vector that is of its main words alone. Measured here (docs/method/titles.md). */
const MAIN_SHARE = 0.5;

/** Returns the title's unit vector; what is only said aside counts less. */
function vectorOfTitle(encoder: TitleEncoder, question: TitleQuestion): Float32Array {
  const whole = encodeWords(encoder, wordsToEncode(encoder, question));
  if (question.main === undefined) return whole;
  const main = encodeWords(encoder, question.main);
  const mixed = whole.map((value, i) => value + MAIN_SHARE * ((main[i] as number) - value));
  const norm = Math.sqrt(dot(mixed, 0, mixed, 0, mixed.length)) || 1;
  return mixed.map((value) => value / norm);
}

/** Returns what the encoder says, or undefined when there is none or it knows nothing of the title. */
export function learntAnswerOf(
  index: TitleIndex,
  question: TitleQuestion,
): LearntAnswer | undefined {
  const { learnt, entryStarts } = index;
  if (learnt === undefined) return undefined;
  const { encoder } = learnt;
  const vector = vectorOfTitle(encoder, question);
  if (vector.every((value) => value === 0)) return undefined;
  const weights = weightsFor(learnt);
  const own = rowCosines(learnt.entries, vector);
  const unknown = learnt.isKnown ? 0 : unknownShareOf(encoder, question.words);
  const occupations =
    learnt.expanded === undefined
      ? undefined
      : rowCosines(learnt.expanded, expandVectors(encoder, vector));
  const letters = new Float64Array(own.length);
  if (!learnt.isKnown) {
    for (const { owner, score } of listByLetters(index, question)) letters[owner] = score;
  }
  const plain = new Float64Array(own.length);
  const factsOf = (row: number, best: number, support: number): number[] => {
    const texts = (entryStarts[row + 1] as number) - (entryStarts[row] as number);
    return [
      own[row] as number,
      best,
      support,
      Math.log(1 + texts),
      (occupations?.[row] ?? 0) * (1 - unknown),
      (letters[row] as number) * (1 - unknown),
      (letters[row] as number) * unknown,
    ];
  };
  for (let row = 0; row < own.length; row++) {
    const cosine = own[row] as number;
    const isEmpty = entryStarts[row] === entryStarts[row + 1];
    plain[row] = isEmpty
      ? Number.NEGATIVE_INFINITY
      : sumOf(weights.facts, factsOf(row, cosine, cosine));
  }
  const chosen = new Set(greatestOf(plain, CANDIDATES));
  for (const owner of question.literalTexts.keys()) chosen.add(owner);
  const candidates: LearntCandidate[] = [];
  for (const owner of chosen) {
    const start = entryStarts[owner] as number;
    const end = entryStarts[owner + 1] as number;
    if (start === end) continue;
    const { text, best, support } = labelCosines(learnt, vector, { start, end });
    candidates.push({ owner, text, facts: factsOf(owner, best, support) });
  }
  return { candidates, plain, absent: rowCosines(learnt.absent, vector), weights };
}

/** Returns the score of facts by weights. */
export function sumOf(weights: readonly number[], facts: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (facts[i] as number);
  return sum;
}

/** How far above or below "none of these" a score must be to be .73 or .27. Only for reading scores. */
const SCORE_SPREAD = 4;

/** Returns the entries, likeliest first, or undefined when the encoder has nothing to say. */
export function listByVectors(
  index: TitleIndex,
  question: TitleQuestion,
  limit: number,
): FoundEntry[] | undefined {
  const answer = learntAnswerOf(index, question);
  if (answer === undefined) return undefined;
  const { candidates, plain, absent, weights } = answer;
  const scored = candidates.map(({ owner, text, facts }) => {
    const literal = question.literalTexts.get(owner);
    const logit = sumOf(weights.facts, facts);
    return { owner, text: literal ?? text, logit, isExact: literal !== undefined };
  });
  scored.sort((a, b) => +b.isExact - +a.isExact || b.logit - a.logit || a.owner - b.owner);
  const [perCosine, offset] = weights.absent;
  let whole = Math.exp(weights.none);
  for (let i = 0; i < absent.length; i++) {
    whole += Math.exp(perCosine * (absent[i] as number) + offset);
  }
  for (const { logit } of scored) whole += Math.exp(logit);
  const { alone, none } = weights;
  const chanceOf = (logit: number) =>
    alone === undefined ? Math.exp(logit) / whole : 1 / (1 + Math.exp(alone * (none - logit)));
  const scoreOf = (logit: number) => 1 / (1 + Math.exp((weights.none - logit) / SCORE_SPREAD));
  let least = 1;
  const found: FoundEntry[] = scored.map(({ owner, text, logit, isExact }) => {
    least = isExact ? 1 : Math.min(least, scoreOf(logit) * BELOW_EXACT);
    return { owner, text, score: least, isExact, chance: chanceOf(logit) };
  });
  if (limit <= found.length) return found;
  // The others follow in the order of their own vectors.
  const listed = new Set(candidates.map(({ owner }) => owner));
  const others: number[] = [];
  for (let row = 0; row < plain.length; row++) {
    if (!listed.has(row) && plain[row] !== Number.NEGATIVE_INFINITY) others.push(row);
  }
  others.sort((a, b) => (plain[b] as number) - (plain[a] as number) || a - b);
  for (const owner of others) {
    least = Math.min(least, scoreOf(plain[owner] as number) * BELOW_EXACT);
    const text = index.entryStarts[owner] as number;
    found.push({ owner, text, score: least, isExact: false, chance: 0 });
  }
  return found;
}

/** A score of 1 is for a label that is the title, word for word. */
const BELOW_EXACT = 0.999;
