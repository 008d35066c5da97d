// What short texts probably are among the occupations that the encoder knows, put behind what they say
// themselves: two titles of one occupation are then alike though they share no word.

import type { TitleEncoder } from "./title-encoder.ts";
import { addTo, dot, multiplyRows } from "./vector-kernels.ts";

/** Sharpness of the softmax over occupations. Measured here (docs/method/titles.md). */
const EXPANSION_SHARPNESS = 24;
/** Occupations less likely than this are left out. */
const LEAST_SHARE = 1e-3;
/** Weight of what a text is among the occupations of one catalogue, against the text itself. The same page. */
const EXPANSION_WEIGHT = 1.2;

/** Rows that are compared with all occupations at a time. */
const BLOCK = 64;

/** Returns the length of an expanded vector. */
export function expandedWidthOf(encoder: TitleEncoder): number {
  return encoder.dimensions * (1 + encoder.heads.length);
}

/**
 * Returns unit vectors, row by row: the text's own (also unit vectors, one after another) and behind it the mean
 * of the occupations of each catalogue that it probably is.
 */
export function expandVectors(encoder: TitleEncoder, vectors: Float32Array): Float32Array {
  const size = encoder.dimensions;
  const width = expandedWidthOf(encoder);
  const count = vectors.length / size;
  const expanded = new Float32Array(count * width);
  for (let row = 0; row < count; row++) {
    expanded.set(vectors.subarray(row * size, (row + 1) * size), row * width);
  }
  const rows = Math.min(BLOCK, count + (count & 1));
  const block = new Float32Array(rows * size);
  const mean = new Float32Array(size);
  for (const [head, { ids, vectors: known }] of encoder.heads.entries()) {
    const columns = (ids.length + 3) & ~3;
    const padded = columns === ids.length ? known : new Float32Array(columns * size);
    if (padded !== known) padded.set(known);
    const cosines = new Float32Array(rows * columns);
    for (let first = 0; first < count; first += rows) {
      const end = Math.min(count, first + rows);
      block.fill(0);
      block.set(vectors.subarray(first * size, end * size));
      multiplyRows(block, rows, padded, columns, cosines, size);
      for (let row = first; row < end; row++) {
        const at = (row - first) * columns;
        let whole = 0;
        for (let i = at; i < at + ids.length; i++) {
          const share = Math.exp(EXPANSION_SHARPNESS * ((cosines[i] as number) - 1));
          cosines[i] = share;
          whole += share;
        }
        mean.fill(0);
        for (let i = 0; i < ids.length; i++) {
          const share = (cosines[at + i] as number) / whole;
          if (share >= LEAST_SHARE) addTo(mean, 0, known, i * size, share, size);
        }
        const norm = Math.sqrt(dot(mean, 0, mean, 0, size)) || 1;
        const weight = Math.sqrt(EXPANSION_WEIGHT) / norm;
        addTo(expanded, row * width + (1 + head) * size, mean, 0, weight, size);
      }
    }
  }
  for (let at = 0; at < expanded.length; at += width) {
    const norm = Math.sqrt(dot(expanded, at, expanded, at, width)) || 1;
    for (let i = at; i < at + width; i++) expanded[i] = (expanded[i] as number) / norm;
  }
  return expanded;
}
