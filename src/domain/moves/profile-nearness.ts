// How near two occupations are, one number for each way of looking: what they know, what they can do,
// what they are called, what they do all day, who lists whom as related. Plain features for
// move-features.ts; none of them says whether a move is a good one.

import type { Catalogue, ElementGroup } from "../occupations/catalogue.ts";
import { wordsOfTitle } from "../titles/normalise-title.ts";

/** A square table of occupations, row-major: row = origin, column = destination. */
export interface PairTable {
  readonly count: number;
  readonly values: Float64Array;
}

/** Sparse rows of weighted words, unit length each. */
type SparseRow = ReadonlyMap<number, number>;

function cosinesOf(rows: readonly SparseRow[], width: number): PairTable {
  const count = rows.length;
  const holders: { row: number; weight: number }[][] = Array.from({ length: width }, () => []);
  rows.forEach((row, place) => {
    for (const [column, weight] of row) holders[column]?.push({ row: place, weight });
  });
  const values = new Float64Array(count * count);
  for (const column of holders) {
    for (const a of column) {
      for (const b of column) {
        const at = a.row * count + b.row;
        values[at] = (values[at] as number) + a.weight * b.weight;
      }
    }
  }
  return { count, values };
}

/**
 * Returns the cosine of each two occupations' words, each word weighted by (1 + ln of its count) times its
 * rarity over the occupations, ln(N / holders). 0 where an occupation has no words.
 */
export function wordNearness(texts: readonly (readonly string[])[]): PairTable {
  const columns = new Map<string, number>();
  const counts = texts.map((lines) => {
    const found = new Map<number, number>();
    for (const line of lines) {
      for (const word of wordsOfTitle(line)) {
        const column = columns.get(word) ?? columns.size;
        columns.set(word, column);
        found.set(column, (found.get(column) ?? 0) + 1);
      }
    }
    return found;
  });
  const holders = new Float64Array(columns.size);
  for (const row of counts) {
    for (const column of row.keys()) holders[column] = (holders[column] as number) + 1;
  }
  const rows = counts.map((row) => {
    const weighted = new Map<number, number>();
    let squares = 0;
    for (const [column, count] of row) {
      const rarity = Math.log(texts.length / (holders[column] as number));
      const weight = (1 + Math.log(count)) * rarity;
      weighted.set(column, weight);
      squares += weight * weight;
    }
    const norm = Math.sqrt(squares) || 1;
    return new Map([...weighted].map(([column, weight]) => [column, weight / norm]));
  });
  return cosinesOf(rows, columns.size);
}

/**
 * Returns the cosine of each two occupations' levels in a group of elements, each level taken from the
 * element's mean over all occupations and divided by its spread: what is peculiar to both counts.
 */
export function profileNearness(
  catalogue: Catalogue,
  rows: readonly number[],
  group: ElementGroup,
): PairTable {
  const width = catalogue.elements.length;
  const columns = catalogue.elements.flatMap((element, i) => (element.group === group ? [i] : []));
  const count = rows.length;
  const profiles = new Float64Array(count * columns.length);
  columns.forEach((element, column) => {
    const levels = rows.map((row) => catalogue.level[row * width + element] ?? Number.NaN);
    const known = levels.filter((level) => !Number.isNaN(level));
    const mean = known.reduce((sum, level) => sum + level, 0) / (known.length || 1);
    const variance = known.reduce((sum, level) => sum + (level - mean) ** 2, 0);
    const sd = Math.sqrt(variance / (known.length || 1)) || 1;
    levels.forEach((level, place) => {
      profiles[place * columns.length + column] = Number.isNaN(level) ? 0 : (level - mean) / sd;
    });
  });
  const norms = rows.map((_, place) =>
    Math.hypot(...profiles.subarray(place * columns.length, (place + 1) * columns.length)),
  );
  const values = new Float64Array(count * count);
  for (let a = 0; a < count; a++) {
    for (let b = a; b < count; b++) {
      let dot = 0;
      for (let i = 0; i < columns.length; i++) {
        dot +=
          (profiles[a * columns.length + i] as number) *
          (profiles[b * columns.length + i] as number);
      }
      const norm = (norms[a] as number) * (norms[b] as number);
      const cosine = norm === 0 ? 0 : dot / norm;
      values[a * count + b] = cosine;
      values[b * count + a] = cosine;
    }
  }
  return { count, values };
}

/** What a place in a list of related occupations weighs, 1 the nearest: 1/√place. Assumption. */
function weightOfPlace(place: number): number {
  return 1 / Math.sqrt(place + 1);
}

/**
 * Returns how near each destination is by the lists of related occupations, in one step or two: the share
 * of the weight of one's list that it has, either way round, and half of that over a third occupation.
 */
export function relatedNearness(catalogue: Catalogue, rows: readonly number[]): PairTable {
  const count = rows.length;
  const placeOf = new Map(rows.map((row, place) => [row, place]));
  const direct = new Float64Array(count * count);
  rows.forEach((row, from) => {
    const listed = (catalogue.related[row] ?? []).flatMap((other) => placeOf.get(other) ?? []);
    const total = listed.reduce((sum, _, place) => sum + weightOfPlace(place), 0);
    listed.forEach((to, place) => {
      const share = weightOfPlace(place) / total / 2;
      direct[from * count + to] = (direct[from * count + to] as number) + share;
      direct[to * count + from] = (direct[to * count + from] as number) + share;
    });
  });
  const values = direct.slice();
  for (let from = 0; from < count; from++) {
    for (let middle = 0; middle < count; middle++) {
      const step = direct[from * count + middle] as number;
      if (step === 0) continue;
      for (let to = 0; to < count; to++) {
        const at = from * count + to;
        values[at] = (values[at] as number) + (step * (direct[middle * count + to] as number)) / 2;
      }
    }
  }
  return { count, values };
}
