// Free-text titles -> ranked occupations, by their letters and words alone. A title is a set of weighted
// words; two titles are as alike as the cosine of those sets, where words count as alike by their
// letters. An occupation scores by its best label and, less, by the next best, so that one odd label does
// not win over many near ones. How sure a match is: title-confidence.ts.

import { isWeakWord, type KnownStems, wordsOfTitle } from "./normalise-title.ts";
import {
  type Abbreviations,
  abbreviationsOf,
  readingsOf,
  textsOfLabel,
} from "./title-abbreviations.ts";
import { type CandidateFacts, confidencesOf } from "./title-confidence.ts";
import {
  type AlikeWord,
  listAlikeWords,
  type WordLikeness,
  wordLikenessOf,
} from "./word-likeness.ts";

/** Something that can be found by any of its labels; usually an occupation. */
export interface TitleEntry {
  readonly id: string;
  readonly labels: readonly string[];
}

/** One answer: the entry, its label that matched best, the raw score 0–1, and the chance it is meant. */
export interface RankedTitle {
  readonly id: string;
  readonly label: string;
  readonly score: number;
  readonly confidence: number;
}

/** Made by buildTitleIndex; its insides are nobody else's to read. */
export interface TitleIndex {
  /** Ids in ascending order. */
  readonly ids: readonly string[];
  /** The label of each text, those of one entry together. */
  readonly labels: readonly string[];
  /** Entry row of each text, ascending. */
  readonly owners: Int32Array;
  readonly likeness: WordLikeness;
  /** How many different words each text has. */
  readonly wordCounts: Int32Array;
  /** Weight of each word of the vocabulary. */
  readonly weights: Float64Array;
  /** Texts that hold word w, and the word's share of each, from starts[w] to starts[w + 1]. */
  readonly starts: Int32Array;
  readonly postings: Int32Array;
  readonly values: Float32Array;
  readonly abbreviations: Abbreviations;
}

/** Options of buildTitleIndex; a trained encoder will join them. */
export type TitleIndexOptions = Readonly<Record<never, never>>;

/** Power of the rarity of a word in its weight. Measured here (docs/method/titles.md). */
const RARITY_POWER = 0.8;
/** Power of a word's letters + 1 in its weight: long words say more. Measured here, the same page. */
const LENGTH_POWER = 0.1;
/** What a word of seniority or vacancy noise weighs against another. Measured here, the same page. */
const WEAK_SHARE = 0.4;
/** How many labels besides the best one speak for an entry. Measured here, the same page. */
const SUPPORTERS = 3;
/** Share of the score that those labels make up. Measured here, the same page. */
const SUPPORT_SHARE = 0.3;

/** Weight of a word by how many of the entries hold it. */
function weightOf(word: string, entries: number, holders: number): number {
  const rarity = (Math.log((entries + 1) / (holders + 1)) + 1) ** RARITY_POWER;
  const weight = rarity * (word.length + 1) ** LENGTH_POWER;
  return isWeakWord(word) ? weight * WEAK_SHARE : weight;
}

/**
 * Returns an index of the entries, to be asked by rankTitles. The order of entries and of labels changes
 * no answer; an entry without labels is never found. Two entries of one id are one.
 */
export function buildTitleIndex(
  entries: readonly TitleEntry[],
  _options: TitleIndexOptions = {},
): TitleIndex {
  const byId = new Map<string, Set<string>>();
  for (const { id, labels } of entries) {
    const known = byId.get(id) ?? new Set<string>();
    for (const label of labels) known.add(label);
    byId.set(id, known);
  }
  const ids = [...byId.keys()].sort();
  const labels: string[] = [];
  const owners: number[] = [];
  const wordCounts: number[] = [];
  /** Words of all texts one after another, as rows of the vocabulary. */
  const wordRows: number[] = [];
  const rows = new Map<string, number>();
  /** How many texts, and how many entries, hold each word. */
  const inTexts: number[] = [];
  const inEntries: number[] = [];
  const lastOwner: number[] = [];
  const lastText: number[] = [];
  const rowOfWord = (word: string): number => {
    const known = rows.get(word);
    if (known !== undefined) return known;
    const row = rows.size;
    rows.set(word, row);
    inTexts.push(0);
    inEntries.push(0);
    lastOwner.push(-1);
    lastText.push(-1);
    return row;
  };
  const stems: KnownStems = new Map();
  for (const [owner, id] of ids.entries()) {
    for (const label of [...(byId.get(id) ?? [])].sort()) {
      for (const text of textsOfLabel(label)) {
        const found = wordsOfTitle(text, stems);
        if (found.length === 0) continue;
        const first = wordRows.length;
        for (const word of found) {
          const row = rowOfWord(word);
          if (lastText[row] === labels.length) continue;
          lastText[row] = labels.length;
          wordRows.push(row);
          inTexts[row] = (inTexts[row] as number) + 1;
          if (lastOwner[row] !== owner) inEntries[row] = (inEntries[row] as number) + 1;
          lastOwner[row] = owner;
        }
        labels.push(label);
        owners.push(owner);
        wordCounts.push(wordRows.length - first);
      }
    }
  }
  const weights = new Float64Array(rows.size);
  const starts = new Int32Array(rows.size + 1);
  for (const [word, row] of rows) {
    weights[row] = weightOf(word, ids.length, inEntries[row] as number);
    starts[row + 1] = (starts[row] as number) + (inTexts[row] as number);
  }
  const postings = new Int32Array(wordRows.length);
  const values = new Float32Array(wordRows.length);
  const next = starts.slice();
  let first = 0;
  for (const [text, count] of wordCounts.entries()) {
    const end = first + count;
    let squares = 0;
    for (let i = first; i < end; i++) squares += (weights[wordRows[i] as number] as number) ** 2;
    const norm = Math.sqrt(squares);
    for (; first < end; first++) {
      const row = wordRows[first] as number;
      const at = next[row] as number;
      postings[at] = text;
      values[at] = (weights[row] as number) / norm;
      next[row] = at + 1;
    }
  }
  return {
    ids,
    labels,
    owners: new Int32Array(owners),
    wordCounts: new Int32Array(wordCounts),
    likeness: wordLikenessOf(rows),
    weights,
    starts,
    postings,
    values,
    abbreviations: abbreviationsOf(labels),
  };
}

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
