// Free-text titles -> ranked occupations, by their letters and words alone. A title is a set of weighted
// words; two titles are as alike as the cosine of those sets, where words count as alike by their
// letters. An occupation scores by its best label and, less, by the next best, so that one odd label does
// not win over many near ones. How sure a match is: title-confidence.ts.

import { type TitleIndex, weightOf } from "./indexed-labels.ts";
import { isWeakWord, wordsOfTitle } from "./normalise-title.ts";
import { readingsOf } from "./title-abbreviations.ts";
import { type CandidateFacts, confidencesOf } from "./title-confidence.ts";
import { type AlikeWord, listAlikeWords } from "./word-likeness.ts";

export {
  buildTitleIndex,
  type TitleEntry,
  type TitleIndex,
  type TitleIndexOptions,
} from "./indexed-labels.ts";

/** One answer: the entry, its label that matched best, the raw score 0–1, and the chance it is meant. */
export interface RankedTitle {
  readonly id: string;
  readonly label: string;
  readonly score: number;
  readonly confidence: number;
}

/** How many labels besides the best one speak for an entry. Measured here, the same page. */
const SUPPORTERS = 3;
/** Share of the score that those labels make up. Measured here, the same page. */
const SUPPORT_SHARE = 0.3;

/** Words of the vocabulary that are alike, by word; kept for the length of one query. */
type Alike = Map<string, readonly AlikeWord[]>;

function alikeWordsOf(index: TitleIndex, word: string, alike: Alike): readonly AlikeWord[] {
  const known = alike.get(word);
  if (known !== undefined) return known;
  const found = listAlikeWords(index.likeness, word);
  alike.set(word, found);
  return found;
}

function queryWeightOf(index: TitleIndex, word: string): number {
  const row = index.likeness.rows.get(word);
  return row === undefined ? weightOf(word, index.ids.length, 0) : (index.weights[row] as number);
}

/** Scores every text against one reading of the title; keeps the better of that and what it had. */
function scoreReading(
  index: TitleIndex,
  reading: readonly string[],
  alike: Alike,
  scores: Float32Array,
): void {
  const { starts, postings, values } = index;
  const sums = new Float32Array(index.labels.length);
  let squares = 0;
  for (const word of new Set(reading)) {
    const weight = queryWeightOf(index, word);
    squares += weight * weight;
    for (const { row, likeness } of alikeWordsOf(index, word, alike)) {
      const share = weight * likeness;
      const end = starts[row + 1] as number;
      for (let at = starts[row] as number; at < end; at++) {
        const text = postings[at] as number;
        sums[text] = (sums[text] as number) + share * (values[at] as number);
      }
    }
  }
  const norm = Math.sqrt(squares);
  for (let text = 0; text < sums.length; text++) {
    const sum = sums[text] as number;
    if (sum === 0) continue;
    // Words of one label that are alike can add up to more than the whole.
    const score = Math.min(1, sum / norm);
    if (score > (scores[text] as number)) scores[text] = score;
  }
}

interface Pooled {
  readonly owner: number;
  readonly text: number;
  readonly score: number;
  readonly isExact: boolean;
}

/** Pools the texts' scores by entry; best first, ties by id. Entries that nothing speaks for are left out. */
function pool(
  { ids, owners }: TitleIndex,
  scores: Float32Array,
  exactTexts: ReadonlyMap<number, number>,
): Pooled[] {
  const pooled: Pooled[] = [];
  const top = new Float64Array(SUPPORTERS + 1);
  let text = 0;
  for (let owner = 0; owner < ids.length; owner++) {
    const start = text;
    let best = -1;
    /** The least of the best; nothing below it counts. */
    let least = 0;
    top.fill(0);
    for (; text < scores.length && owners[text] === owner; text++) {
      let score = scores[text] as number;
      if (score <= least) continue;
      if (score > (top[0] as number)) best = text;
      for (let place = 0; place <= SUPPORTERS; place++) {
        const held = top[place] as number;
        if (score <= held) continue;
        top[place] = score;
        score = held;
      }
      least = top[SUPPORTERS] as number;
    }
    if (best < 0) continue;
    const others = Math.min(text - start - 1, SUPPORTERS);
    let support = 0;
    for (let place = 1; place <= others; place++) support += (top[place] as number) / others;
    if (others === 0) support = top[0] as number;
    const exactText = exactTexts.get(owner);
    const mixed = (top[0] as number) * (1 - SUPPORT_SHARE) + support * SUPPORT_SHARE;
    const isExact = exactText !== undefined;
    pooled.push({ owner, text: exactText ?? best, score: isExact ? 1 : mixed, isExact });
  }
  // Rows are in the order of ids and the sort is stable, so that ties go by id.
  return pooled.sort((a, b) => b.score - a.score);
}

/** Returns the texts that have just the words of the reading, whatever their order, ascending. */
function exactTextsOf(index: TitleIndex, reading: readonly string[]): readonly number[] {
  const words = new Set(reading);
  let texts: readonly number[] | undefined;
  for (const word of words) {
    const row = index.likeness.rows.get(word);
    if (row === undefined) return [];
    const holders = index.postings.subarray(index.starts[row], index.starts[row + 1]);
    if (texts === undefined) {
      texts = [...holders.filter((text) => index.wordCounts[text] === words.size)];
    } else texts = texts.filter((text) => holders.includes(text));
    if (texts.length === 0) return [];
  }
  return texts ?? [];
}

/** For each entry that has a label in just the words of a reading, that text. */
function exactTextByOwner(
  index: TitleIndex,
  readings: readonly (readonly string[])[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const reading of readings) {
    for (const text of exactTextsOf(index, reading)) {
      const owner = index.owners[text] as number;
      if (!found.has(owner)) found.set(owner, text);
    }
  }
  return found;
}

/** Share of the reading's weight that a label covers, for the reading that it covers best. */
function coverageOf(
  index: TitleIndex,
  label: string,
  readings: readonly (readonly string[])[],
  alike: Alike,
): number {
  const held = new Set(wordsOfTitle(label).map((word) => index.likeness.rows.get(word)));
  let best = 0;
  for (const reading of readings) {
    let [covered, whole] = [0, 0];
    for (const word of new Set(reading)) {
      const weight = queryWeightOf(index, word);
      whole += weight;
      let likest = 0;
      for (const { row, likeness } of alikeWordsOf(index, word, alike)) {
        if (likeness > likest && held.has(row)) likest = likeness;
      }
      covered += weight * likest;
    }
    best = Math.max(best, covered / whole);
  }
  return best;
}

/**
 * How many things a title that is a bare abbreviation can stand for; 1 for every other title. Letters that
 * are in full nobody's title ("HR", "IT") name a field: at least two.
 */
function meaningsOf(
  index: TitleIndex,
  words: readonly string[],
  readings: readonly (readonly string[])[],
): number {
  const [only, ...others] = words.filter((word) => !isWeakWord(word));
  const meanings = others.length > 0 ? undefined : index.abbreviations.get(only ?? "");
  if (meanings === undefined) return 1;
  const isTitle = readings.some((reading) => exactTextsOf(index, reading).length > 0);
  return Math.max(meanings.length, isTitle ? 1 : 2);
}

/** One entry that a title may mean, with what its confidence is worked out from. */
export interface FoundTitle extends CandidateFacts {
  readonly id: string;
  readonly label: string;
}

/** Candidates whose coverage is worked out; further down confidence is too small to say. */
const CONSIDERED = 10;

/** Coverage from which a label holds the whole title, but for rounding. */
const WHOLE = 1 - 1e-9;

/**
 * Returns the entries that the title may mean, at most `limit` (all unless told), best score first, ties by
 * id; coverage for the first ten.
 */
export function listFoundTitles(index: TitleIndex, query: string, limit = Infinity): FoundTitle[] {
  const words = wordsOfTitle(query);
  if (words.length === 0 || index.ids.length === 0) return [];
  const readings = readingsOf(words, index.abbreviations);
  const alike: Alike = new Map();
  const scores = new Float32Array(index.labels.length);
  for (const reading of readings) scoreReading(index, reading, alike, scores);
  const meanings = meaningsOf(index, words, readings);
  // Of several meanings none is what the title says word for word; the letters themselves are.
  const exactTexts = exactTextByOwner(index, meanings > 1 ? [words] : readings);
  const pooled = pool(index, scores, exactTexts);
  return pooled.slice(0, limit).map(({ owner, text, score, isExact }, place) => {
    const label = index.labels[text] as string;
    const coverage = place < CONSIDERED ? coverageOf(index, label, readings, alike) : 0;
    const isPart = !isExact && words.length === 1 && coverage >= WHOLE;
    return { id: index.ids[owner] as string, label, score, isExact, isPart, coverage, meanings };
  });
}

/**
 * Returns the entries that the title may mean, likeliest first, at most `limit` (10 unless told). Ties go
 * by id. Empty when nothing is alike: an empty title, another script, only signs. Any text is allowed;
 * its first 400 characters are read. A score of 1 means that a label is the title, word for word. From
 * the eleventh on confidence is 0: too small to say.
 */
export function rankTitles(
  index: TitleIndex,
  query: string,
  { limit = 10 }: { readonly limit?: number } = {},
): RankedTitle[] {
  if (!(limit > 0)) return [];
  const found = listFoundTitles(index, query, Math.max(limit, CONSIDERED));
  const confidences = confidencesOf(found.slice(0, CONSIDERED));
  return found.slice(0, limit).map(({ id, label, score }, place) => {
    return { id, label, score, confidence: confidences[place] ?? 0 };
  });
}
