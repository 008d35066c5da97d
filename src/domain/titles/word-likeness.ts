// How alike two words are by their letters: cosine of their character n-grams, so that "nursing" finds
// "nurse" and a misspelling finds the word. An index over a vocabulary, with typed arrays.

/** Shortest and longest n-gram; "<" and ">" mark the ends of a word. Measured here (bench/titles.ts). */
const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 5;

/** Likeness below this is noise and counts as none. Measured here (bench/titles.ts). */
export const LEAST_LIKENESS = 0.2;

/** Share of the likeness that only the very same word gets. Measured here (bench/titles.ts). */
export const SAME_WORD_SHARE = 0.2;

export interface WordLikeness {
  readonly words: readonly string[];
  readonly rows: ReadonlyMap<string, number>;
  readonly grams: ReadonlyMap<string, number>;
  /** Postings of gram g: words and values from starts[g] to starts[g + 1]. */
  readonly starts: Int32Array;
  readonly postings: Int32Array;
  readonly values: Float32Array;
  /** Number of words that hold each gram. */
  readonly counts: Int32Array;
}

function gramsOf(word: string): Map<string, number> {
  const marked = `<${word}>`;
  const grams = new Map<string, number>();
  for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
    for (let i = 0; i + size <= marked.length; i++) {
      const gram = marked.slice(i, i + size);
      grams.set(gram, (grams.get(gram) ?? 0) + 1);
    }
  }
  return grams;
}

/** Weight of a gram by how many of the words hold it, square root of the usual logarithm. */
function gramWeightOf(words: number, holders: number): number {
  return Math.sqrt(Math.log((words + 1) / (holders + 1)) + 1);
}

/** Returns the index of the distinct words given. */
export function wordLikenessOf(words: readonly string[]): WordLikeness {
  const rows = new Map<string, number>();
  const grams = new Map<string, number>();
  const holders: number[] = [];
  const byWord: (readonly [number, number])[][] = [];
  for (const [row, word] of words.entries()) {
    rows.set(word, row);
    const own: (readonly [number, number])[] = [];
    for (const [gram, count] of gramsOf(word)) {
      let id = grams.get(gram);
      if (id === undefined) {
        id = grams.size;
        grams.set(gram, id);
        holders.push(0);
      }
      holders[id] = (holders[id] as number) + 1;
      own.push([id, 1 + Math.log(count)]);
    }
    byWord.push(own);
  }
  const counts = Int32Array.from(holders);
  const starts = new Int32Array(grams.size + 1);
  for (let g = 0; g < grams.size; g++) {
    starts[g + 1] = (starts[g] as number) + (counts[g] as number);
  }
  const total = starts[grams.size] ?? 0;
  const postings = new Int32Array(total);
  const values = new Float32Array(total);
  const next = Int32Array.from(starts);
  for (const [row, own] of byWord.entries()) {
    let squares = 0;
    const weights = own.map(([id, count]) => {
      const weight = count * gramWeightOf(words.length, counts[id] as number);
      squares += weight * weight;
      return weight;
    });
    const norm = Math.sqrt(squares);
    for (const [i, [id]] of own.entries()) {
      const at = next[id] as number;
      postings[at] = row;
      values[at] = (weights[i] as number) / norm;
      next[id] = at + 1;
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
  const size = index.words.length;
  const sums = new Float32Array(size);
  let squares = 0;
  for (const [gram, count] of gramsOf(word)) {
    const id = index.grams.get(gram);
    const holders = id === undefined ? 0 : (index.counts[id] as number);
    const weight = (1 + Math.log(count)) * gramWeightOf(size, holders);
    squares += weight * weight;
    if (id === undefined) continue;
    const end = index.starts[id + 1] as number;
    for (let at = index.starts[id] as number; at < end; at++) {
      const row = index.postings[at] as number;
      sums[row] = (sums[row] as number) + weight * (index.values[at] as number);
    }
  }
  const norm = Math.sqrt(squares);
  const same = index.rows.get(word);
  const alike: AlikeWord[] = [];
  for (let row = 0; row < size; row++) {
    if (row === same) alike.push({ row, likeness: 1 });
    else if ((sums[row] as number) >= norm * LEAST_LIKENESS) {
      alike.push({ row, likeness: ((sums[row] as number) / norm) * (1 - SAME_WORD_SHARE) });
    }
  }
  return alike;
}
