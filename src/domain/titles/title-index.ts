// Free-text titles -> ranked occupations, by their letters and words alone. A title is a set of weighted
// words; two titles are as alike as the cosine of those sets, where words count as alike by their
// letters. An occupation scores as its best label does. How sure a match is: title-confidence.ts.

import { isWeakWord, wordsOfTitle } from "./normalise-title.ts";
import {
  type Abbreviations,
  abbreviationsOf,
  bracketedSidesOf,
  readingsOf,
} from "./title-abbreviations.ts";
import { confidencesOf } from "./title-confidence.ts";
import { listAlikeWords, type WordLikeness, wordLikenessOf } from "./word-likeness.ts";

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
  readonly labels: readonly string[];
  /** Entry row of each label. */
  readonly owners: Int32Array;
  readonly likeness: WordLikeness;
  /** Weight of each word of the vocabulary. */
  readonly weights: Float64Array;
  /** Labels that hold word w, and the word's share of each, from starts[w] to starts[w + 1]. */
  readonly starts: Int32Array;
  readonly postings: Int32Array;
  readonly values: Float32Array;
  readonly abbreviations: Abbreviations;
}

/** Options of buildTitleIndex; a trained encoder will join them. */
export type TitleIndexOptions = Readonly<Record<never, never>>;

/** Power of the rarity of a word in its weight. Measured here (bench/titles.ts). */
const RARITY_POWER = 0.6;
/** Power of a word's letters + 1 in its weight: long words say more. Measured here (bench/titles.ts). */
const LENGTH_POWER = 0.25;
/** What a word of seniority or vacancy noise weighs against another. Measured here (bench/titles.ts). */
const WEAK_SHARE = 0.4;

function weightOf(word: string, labels: number, holders: number): number {
  const rarity = (Math.log((labels + 1) / (holders + 1)) + 1) ** RARITY_POWER;
  const weight = rarity * (word.length + 1) ** LENGTH_POWER;
  return isWeakWord(word) ? weight * WEAK_SHARE : weight;
}

/** The texts under which one label is filed: both sides of "Registered Nurse (RN)" apart. */
function textsOf(label: string): readonly string[] {
  const sides = bracketedSidesOf(label);
  return sides === undefined ? [label] : [label, ...sides];
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
  const ids = [...byId.keys()].sort((a, b) => (a < b ? -1 : 1));
  const labels: string[] = [];
  const owners: number[] = [];
  const texts: (readonly number[])[] = [];
  const rows = new Map<string, number>();
  const words: string[] = [];
  const holders: number[] = [];
  for (const [owner, id] of ids.entries()) {
    const own = [...(byId.get(id) ?? [])].sort((a, b) => (a < b ? -1 : 1));
    for (const label of own) {
      for (const text of textsOf(label)) {
        const found = new Set<number>();
        for (const word of wordsOfTitle(text)) {
          let row = rows.get(word);
          if (row === undefined) {
            row = words.length;
            rows.set(word, row);
            words.push(word);
            holders.push(0);
          }
          found.add(row);
        }
        if (found.size === 0) continue;
        for (const row of found) holders[row] = (holders[row] as number) + 1;
        labels.push(label);
        owners.push(owner);
        texts.push([...found]);
      }
    }
  }
  const weights = Float64Array.from(words, (word, row) =>
    weightOf(word, labels.length, holders[row] as number),
  );
  const starts = new Int32Array(words.length + 1);
  for (let row = 0; row < words.length; row++) {
    starts[row + 1] = (starts[row] as number) + (holders[row] as number);
  }
  const total = starts[words.length] ?? 0;
  const postings = new Int32Array(total);
  const values = new Float32Array(total);
  const next = Int32Array.from(starts);
  for (const [label, found] of texts.entries()) {
    const norm = Math.sqrt(
      found.reduce((sum, row) => sum + (weights[row] as number) * (weights[row] as number), 0),
    );
    for (const row of found) {
      const at = next[row] as number;
      postings[at] = label;
      values[at] = (weights[row] as number) / norm;
      next[row] = at + 1;
    }
  }
  return {
    ids,
    labels,
    owners: Int32Array.from(owners),
    likeness: wordLikenessOf(words),
    weights,
    starts,
    postings,
    values,
    abbreviations: abbreviationsOf(labels),
  };
}

interface Best {
  readonly scores: Float64Array;
  readonly labels: Int32Array;
  /** Share of the query's weight that the best label holds, by entry. */
  readonly coverages: Float64Array;
}

/** Scores every label against one reading of the title and keeps the best for each entry. */
function scoreReading(index: TitleIndex, reading: readonly string[], best: Best): void {
  const sums = new Float64Array(index.labels.length);
  const covered = new Float64Array(index.labels.length);
  const distinct = [...new Set(reading)];
  let squares = 0;
  let whole = 0;
  for (const word of distinct) {
    const row = index.likeness.rows.get(word);
    const weight =
      row === undefined ? weightOf(word, index.labels.length, 0) : (index.weights[row] as number);
    squares += weight * weight;
    whole += weight;
    for (const { row: alike, likeness } of listAlikeWords(index.likeness, word)) {
      const end = index.starts[alike + 1] as number;
      for (let at = index.starts[alike] as number; at < end; at++) {
        const label = index.postings[at] as number;
        sums[label] = (sums[label] as number) + weight * likeness * (index.values[at] as number);
        covered[label] = (covered[label] as number) + weight * likeness;
      }
    }
  }
  const norm = Math.sqrt(squares);
  for (let label = 0; label < sums.length; label++) {
    const score = Math.min(1, (sums[label] as number) / norm);
    const owner = index.owners[label] as number;
    if (score > (best.scores[owner] as number)) {
      best.scores[owner] = score;
      best.labels[owner] = label;
      best.coverages[owner] = Math.min(1, (covered[label] as number) / whole);
    }
  }
}

/**
 * Returns the entries that the title may mean, likeliest first, at most `limit` (10 unless told). Ties go
 * by id. Empty when nothing is alike: an empty title, another script, only signs. Any text is allowed;
 * its first 400 characters are read.
 */
export function rankTitles(
  index: TitleIndex,
  query: string,
  { limit = 10 }: { readonly limit?: number } = {},
): RankedTitle[] {
  const words = wordsOfTitle(query);
  if (words.length === 0 || index.ids.length === 0) return [];
  const best: Best = {
    scores: new Float64Array(index.ids.length),
    labels: new Int32Array(index.ids.length),
    coverages: new Float64Array(index.ids.length),
  };
  for (const reading of readingsOf(words, index.abbreviations)) scoreReading(index, reading, best);
  const found: number[] = [];
  for (let row = 0; row < index.ids.length; row++) {
    if ((best.scores[row] as number) > 0) found.push(row);
  }
  // Rows are in the order of ids and the sort is stable, so that ties go by id.
  found.sort((a, b) => (best.scores[b] as number) - (best.scores[a] as number));
  const considered = found.slice(0, Math.max(limit, 2));
  const confidences = confidencesOf(
    considered.map((row) => ({
      score: best.scores[row] as number,
      coverage: best.coverages[row] as number,
    })),
  );
  return considered.slice(0, Math.max(0, limit)).map((row, place) => ({
    id: index.ids[row] as string,
    label: index.labels[best.labels[row] as number] as string,
    score: best.scores[row] as number,
    confidence: confidences[place] as number,
  }));
}
