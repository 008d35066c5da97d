// How alike two words are by their letters: cosine of their character n-grams, so that "nursing" finds
// "nurse" and a misspelling finds the word. An index over a vocabulary, with typed arrays.

import { emptyRunFor, GramTable } from "./gram-table.ts";

/** Likeness below this is noise and counts as none. Measured here (bench/titles.ts). */
export const LEAST_LIKENESS = 0.2;

/** Share of the likeness that only the very same word gets. Measured here (bench/titles.ts). */
export const SAME_WORD_SHARE = 0.2;

export interface WordLikeness {
  readonly words: readonly string[];
  readonly rows: ReadonlyMap<string, number>;
  readonly grams: GramTable;
  /** Postings of gram g: words and values from starts[g] to starts[g + 1]. */
  readonly starts: Int32Array;
  readonly postings: Int32Array;
  readonly values: Float32Array;
  /** Number of words that hold each gram. */
  readonly counts: Int32Array;
}

/** Weight of a gram by how many of the words hold it, square root of the usual logarithm. */
function gramWeightOf(words: number, holders: number): number {
  return Math.sqrt(Math.log((words + 1) / (holders + 1)) + 1);
}

/** What a gram weighs that is in a word so often. */
function shareOf(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count);
}

/** Returns the index of the distinct words whose rows are given, the rows being 0, 1, 2 and so on. */
export function wordLikenessOf(rows: ReadonlyMap<string, number>): WordLikeness {
  const words = [...rows.keys()];
  const size = words.length;
  const grams = new GramTable();
  const run = emptyRunFor(words);
  /** Where the grams of each word end. */
  const ends = new Int32Array(size);
  for (let row = 0; row < size; row++) {
    grams.add(words[row] as string, run);
    ends[row] = run.length;
  }
  const { ids, counts: often, length } = run;
  const counts = new Int32Array(grams.size);
  for (let i = 0; i < length; i++) {
    const id = ids[i] as number;
    counts[id] = (counts[id] as number) + 1;
  }
  const starts = new Int32Array(grams.size + 1);
  /** Weights by number of holders, worked out when first met. */
  const weightByHolders = new Float64Array(size + 1);
  for (let id = 0; id < counts.length; id++) {
    const holders = counts[id] as number;
    starts[id + 1] = (starts[id] as number) + holders;
    if (weightByHolders[holders] === 0) weightByHolders[holders] = gramWeightOf(size, holders);
  }
  const postings = new Int32Array(length);
  const values = new Float32Array(length);
  const weights = new Float64Array(length);
  const next = starts.slice();
  let first = 0;
  for (let row = 0; row < size; row++) {
    const end = ends[row] as number;
    let squares = 0;
    for (let i = first; i < end; i++) {
      const holders = counts[ids[i] as number] as number;
      const weight = shareOf(often[i] as number) * (weightByHolders[holders] as number);
      weights[i] = weight;
      squares += weight * weight;
    }
    const norm = Math.sqrt(squares);
    for (; first < end; first++) {
      const id = ids[first] as number;
      const place = next[id] as number;
      postings[place] = row;
      values[place] = (weights[first] as number) / norm;
      next[id] = place + 1;
    }
  }
  return { words, rows, grams, starts, postings, values, counts };
}

/** One word of the vocabulary and how alike it is, 0–1. */
export interface AlikeWord {
  readonly row: number;
  readonly likeness: number;
}

/**
 * Returns the words at least LEAST_LIKENESS alike, in row order: 1 for the same word, at most
 * 1 − SAME_WORD_SHARE for any other. Empty when nothing is alike.
 */
export function listAlikeWords(index: WordLikeness, word: string): readonly AlikeWord[] {
  const { starts, postings, values } = index;
  const size = index.words.length;
  const sums = new Float32Array(size);
  let squares = 0;
  const grams = index.grams.find(word);
  for (let i = 0; i < grams.length; i++) {
    const id = grams.ids[i] as number;
    const holders = id < 0 ? 0 : (index.counts[id] as number);
    const weight = shareOf(grams.counts[i] as number) * gramWeightOf(size, holders);
    squares += weight * weight;
    if (id < 0) continue;
    const end = starts[id + 1] as number;
    for (let at = starts[id] as number; at < end; at++) {
      const row = postings[at] as number;
      sums[row] = (sums[row] as number) + weight * (values[at] as number);
    }
  }
  const norm = Math.sqrt(squares);
  const least = norm * LEAST_LIKENESS;
  const same = index.rows.get(word);
  const alike: AlikeWord[] = [];
  for (let row = 0; row < size; row++) {
    const sum = sums[row] as number;
    if (row === same) alike.push({ row, likeness: 1 });
    else if (sum >= least) alike.push({ row, likeness: (sum / norm) * (1 - SAME_WORD_SHARE) });
  }
  return alike;
}
