// What two catalogues teach each other without a crosswalk: for each label of one, the occupations of the
// other that it probably is, as the encoder sees it so far. The learning itself is encoder-training.ts's.

import type { EncoderTraining } from "./encoder-training.ts";
import type { ClassHead } from "./training-texts.ts";
import { addTo, dot, multiplyRows } from "./vector-kernels.ts";

/** Occupations of the other catalogue that are kept for a label. Measured (docs/method/titles.md). */
export const KEPT = 6;
/** How the labels of an occupation and its own vector make up what the occupation is in the other. */
const LABELS_SHARE = 0.6;

/** For each taught label a handful of classes of the other catalogue, with rising chances up to 1. */
export interface CrossTargets {
  readonly texts: Int32Array;
  /** Label × KEPT. */
  readonly classes: Int32Array;
  readonly chances: Float32Array;
}

function unitClasses(training: EncoderTraining, head: ClassHead, padded: number): Float32Array {
  const size = training.settings.dimensions;
  const found = new Float32Array(padded * size);
  for (let row = 0; row < head.ids.length; row++) {
    const at = (head.first + row) * size;
    const norm = Math.sqrt(dot(training.classVectors, at, training.classVectors, at, size)) || 1;
    addTo(found, row * size, training.classVectors, at, 1 / norm, size);
  }
  return found;
}

/** Turns cosines from `at` on into shares that sum to 1. */
function softmax(values: Float32Array, at: number, count: number, sharpness: number): void {
  let highest = -1;
  for (let i = at; i < at + count; i++) highest = Math.max(highest, values[i] as number);
  let whole = 0;
  for (let i = at; i < at + count; i++) {
    const share = Math.exp(sharpness * ((values[i] as number) - highest));
    values[i] = share;
    whole += share;
  }
  for (let i = at; i < at + count; i++) values[i] = (values[i] as number) / whole;
}

/** Occupations of the other catalogue that are looked at for one of this: its nearest. */
const NEAREST = 128;

/** Returns the rows of the greatest values, in ascending order, at most `most`. */
function greatestOf(values: Float32Array, count: number, most: number): Int32Array {
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  // Ties go by row, so that the order is always the same.
  rows.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
  return rows.subarray(0, most).sort();
}

/** Returns what the labels of one head are in the other. */
export function crossTargetsOf(
  training: EncoderTraining,
  from: ClassHead,
  to: ClassHead,
): CrossTargets {
  const { texts, settings } = training;
  const size = settings.dimensions;
  const columns = (to.ids.length + 3) & ~3;
  const others = unitClasses(training, to, columns);
  const own = unitClasses(training, from, (from.ids.length + 1) & ~1);
  const byClass: number[][] = from.ids.map(() => []);
  for (let text = 0; text < texts.shares.length; text++) {
    if (texts.isLabel[text] !== 1) continue;
    const one = (texts.textClasses[texts.classStarts[text] as number] as number) - from.first;
    byClass[one]?.push(text);
  }
  const words = training.allWordVectors();
  const found = { texts: [] as number[], classes: [] as number[], chances: [] as number[] };
  const pair = new Float32Array(2 * size);
  const likenesses = new Float32Array(2 * columns);
  for (let row = 0; row < from.ids.length; row++) {
    const labels = byClass[row] ?? [];
    if (labels.length === 0) continue;
    pair.set(own.subarray(row * size, (row + 1) * size));
    multiplyRows(pair, 2, others, columns, likenesses, size);
    const near = greatestOf(likenesses, to.ids.length, NEAREST);
    const width = (near.length + 3) & ~3;
    const candidates = new Float32Array(width * size);
    const whole = new Float32Array(width);
    for (const [i, one] of near.entries()) {
      candidates.set(others.subarray(one * size, (one + 1) * size), i * size);
      whole[i] = likenesses[one] as number;
    }
    softmax(whole, 0, near.length, settings.sharpness);
    const rows = (labels.length + 1) & ~1;
    const block = new Float32Array(rows * size);
    for (const [i, text] of labels.entries()) training.writeText(text, words, block, i * size);
    const shares = new Float32Array(rows * width);
    multiplyRows(block, rows, candidates, width, shares, size);
    for (let c = 0; c < near.length; c++) whole[c] = (1 - LABELS_SHARE) * (whole[c] as number);
    for (let i = 0; i < labels.length; i++) {
      softmax(shares, i * width, near.length, settings.sharpness);
      for (let c = 0; c < near.length; c++) {
        const share = shares[i * width + c] as number;
        whole[c] = (whole[c] as number) + (LABELS_SHARE * share) / labels.length;
      }
    }
    for (const [i, text] of labels.entries()) {
      const at = i * width;
      for (let c = 0; c < near.length; c++) {
        shares[at + c] = (shares[at + c] as number) * (whole[c] as number);
      }
      found.texts.push(text);
      keepBest(shares.subarray(at, at + near.length), near, to.first, found);
    }
  }
  return {
    texts: new Int32Array(found.texts),
    classes: new Int32Array(found.classes),
    chances: new Float32Array(found.chances),
  };
}

function keepBest(
  shares: Float32Array,
  rows: Int32Array,
  firstClass: number,
  to: { readonly classes: number[]; readonly chances: number[] },
): void {
  const best = new Int32Array(KEPT).fill(rows[0] as number);
  const values = new Float64Array(KEPT);
  for (let c = 0; c < shares.length; c++) {
    const value = shares[c] as number;
    if (value <= (values[KEPT - 1] as number)) continue;
    let place = KEPT - 1;
    while (place > 0 && value > (values[place - 1] as number)) {
      values[place] = values[place - 1] as number;
      best[place] = best[place - 1] as number;
      place--;
    }
    values[place] = value;
    best[place] = rows[c] as number;
  }
  const whole = values.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  for (let place = 0; place < KEPT; place++) {
    sum += (values[place] as number) / whole;
    to.classes.push(firstClass + (best[place] as number));
    to.chances.push(place === KEPT - 1 ? 1 : sum);
  }
}
