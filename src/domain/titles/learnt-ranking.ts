// A title against an index by what a trained encoder says: the cosine to each entry's own vector for all of
// them, to the vectors of their labels for the best.

import type { TitleIndex } from "./indexed-labels.ts";
import type { FoundEntry } from "./lexical-ranking.ts";
import { encodeWords } from "./title-encoder.ts";
import type { TitleQuestion } from "./title-question.ts";

/** Entries whose labels are looked at, the best by their own vector. */
const CANDIDATES = 64;

/** Labels besides the best one that speak for an entry. */
const SUPPORTERS = 3;

interface Weights {
  readonly perEntry: number;
  readonly perBest: number;
  readonly perSupport: number;
  readonly perLogLabels: number;
}

/** Fitted here on O*NET's reported titles (docs/method/titles.md). */
const WEIGHTS: Weights = { perEntry: 11.5, perBest: 4.4, perSupport: 1.6, perLogLabels: -0.68 };

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

function entryCosines(entries: Float32Array, vector: Float32Array): Float32Array {
  const size = vector.length;
  const found = new Float32Array(entries.length / size);
  for (let row = 0; row < found.length; row++) {
    const from = row * size;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < size; i += 4) {
      a += (entries[from + i] as number) * (vector[i] as number);
      b += (entries[from + i + 1] as number) * (vector[i + 1] as number);
      c += (entries[from + i + 2] as number) * (vector[i + 2] as number);
      d += (entries[from + i + 3] as number) * (vector[i + 3] as number);
    }
    found[row] = a + b + (c + d);
  }
  return found;
}

/** Returns the entries, best first, or undefined when there is no encoder or it knows none of the words. */
export function listByVectors(
  index: TitleIndex,
  question: TitleQuestion,
): FoundEntry[] | undefined {
  const { learnt } = index;
  if (learnt === undefined) return undefined;
  const vector = encodeWords(learnt.encoder, question.words);
  if (vector.every((value) => value === 0)) return undefined;
  const cosines = entryCosines(learnt.entries, vector);
  const order = Int32Array.from(cosines, (_, row) => row);
  order.sort((a, b) => (cosines[b] as number) - (cosines[a] as number) || a - b);
  const first = new Set(order.subarray(0, CANDIDATES));
  for (const owner of question.exactTexts.keys()) first.add(owner);
  const starts = index.entryStarts;
  const found: FoundEntry[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const owner of first) {
    const start = starts[owner] as number;
    const end = starts[owner + 1] as number;
    if (start === end) continue;
    const { best, text, support } = labelCosines(index, vector, start, end);
    const logit =
      WEIGHTS.perEntry * (cosines[owner] as number) +
      WEIGHTS.perBest * best +
      WEIGHTS.perSupport * support +
      WEIGHTS.perLogLabels * Math.log(1 + end - start);
    const exactText = question.exactTexts.get(owner);
    const isExact = exactText !== undefined;
    const score = isExact ? 1 : logit / (WEIGHTS.perEntry + WEIGHTS.perBest + WEIGHTS.perSupport);
    found.push({ owner, text: exactText ?? text, score, isExact });
    least = Math.min(least, score);
  }
  found.sort((a, b) => b.score - a.score || a.owner - b.owner);
  for (let i = 0; i < order.length; i++) {
    const owner = order[i] as number;
    const text = starts[owner] as number;
    if (first.has(owner) || text === starts[owner + 1]) continue;
    least = Math.min(least, (cosines[owner] as number) - 1);
    found.push({ owner, text, score: least, isExact: false });
  }
  return found.map((entry) => ({ ...entry, score: Math.max(1e-6, Math.min(1, entry.score)) }));
}

function labelCosines(
  { learnt }: TitleIndex,
  vector: Float32Array,
  start: number,
  end: number,
): { readonly best: number; readonly text: number; readonly support: number } {
  const top = new Float64Array(SUPPORTERS + 1).fill(-1);
  let text = start;
  for (let row = start; row < end; row++) {
    if (learnt === undefined) break;
    let cosine = rowDot(learnt.texts, row, vector) * (learnt.scales[row] as number);
    if (cosine > (top[0] as number)) text = row;
    for (let place = 0; place <= SUPPORTERS; place++) {
      const held = top[place] as number;
      if (cosine <= held) continue;
      top[place] = cosine;
      cosine = held;
    }
  }
  const others = Math.min(end - start - 1, SUPPORTERS);
  let support = 0;
  for (let place = 1; place <= others; place++) support += (top[place] as number) / others;
  if (others === 0) support = top[0] as number;
  return { best: top[0] as number, text, support };
}
