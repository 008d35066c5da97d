// What a trained encoder says of an index's texts and entries: a vector for each text, in bytes, and one for
// each entry: that of the encoder's own occupation where the entry is one, else the mean of its texts.

import { expandVectors } from "./expanded-vectors.ts";
import { encodeWords, type KnownVectors, type TitleEncoder } from "./title-encoder.ts";

export interface LearntVectors {
  readonly encoder: TitleEncoder;
  /** Text × dimension, and what a row's bytes are multiplied by. */
  readonly texts: Int8Array;
  readonly scales: Float32Array;
  /** Unit vectors: entry × dimension. */
  readonly entries: Float32Array;
  /** Whether most entries are occupations of the encoder. */
  readonly isKnown: boolean;
  /** Unit vectors of occupations of the encoder whose catalogue the entries are from, but not all of it. */
  readonly absent: Float32Array;
  /** For a plain list of unknown titles: their vectors with what they are among the encoder's occupations. */
  readonly expanded: Float32Array | undefined;
}

/** From fewer texts to an entry on, an index is a plain list of titles. */
const LIST_TEXTS = 1.5;

/** Returns the unit vectors of those of the ids that are occupations of the encoder. */
function knownVectors(encoder: TitleEncoder, ids: readonly string[]): (Float32Array | undefined)[] {
  const size = encoder.dimensions;
  const found: (Float32Array | undefined)[] = ids.map(() => undefined);
  for (const head of encoder.heads) {
    // Both in ascending order.
    let row = 0;
    for (const [at, id] of ids.entries()) {
      while (row < head.ids.length && (head.ids[row] as string) < id) row++;
      if (head.ids[row] === id) found[at] ??= head.vectors.subarray(row * size, (row + 1) * size);
    }
  }
  return found;
}

/**
 * Returns the vectors of those occupations of the encoder that are not among the ids, of each catalogue that
 * some of the ids are of: what a title may mean that has no entry.
 */
export function absentVectors(encoder: TitleEncoder, ids: readonly string[]): Float32Array {
  const size = encoder.dimensions;
  const held = new Set(ids);
  const absent = encoder.heads.flatMap(({ ids: known, vectors }) => {
    const missing = known.flatMap((id, row) => (held.has(id) ? [] : [row]));
    if (missing.length === known.length) return [];
    return missing.map((row) => vectors.subarray(row * size, (row + 1) * size));
  });
  const found = new Float32Array(absent.length * size);
  for (const [row, vector] of absent.entries()) found.set(vector, row * size);
  return found;
}

/** Encodes texts one after another. */
export class VectorGathering {
  readonly #encoder: TitleEncoder;
  #texts: Int8Array;
  #scales: Float32Array;
  #count = 0;
  #known: KnownVectors = new Map();

  constructor(encoder: TitleEncoder) {
    this.#encoder = encoder;
    this.#texts = new Int8Array(1024 * encoder.dimensions);
    this.#scales = new Float32Array(1024);
  }

  add(words: readonly string[]): void {
    const size = this.#encoder.dimensions;
    if (this.#count === this.#scales.length) {
      const texts = new Int8Array(this.#texts.length * 2);
      texts.set(this.#texts);
      this.#texts = texts;
      const scales = new Float32Array(this.#scales.length * 2);
      scales.set(this.#scales);
      this.#scales = scales;
    }
    const vector = encodeWords(this.#encoder, words, this.#known);
    let largest = 0;
    for (let i = 0; i < size; i++) largest = Math.max(largest, Math.abs(vector[i] as number));
    const scale = Math.fround(largest / 127);
    this.#scales[this.#count] = scale;
    const at = this.#count * size;
    if (scale > 0) {
      for (let i = 0; i < size; i++) {
        this.#texts[at + i] = Math.round((vector[i] as number) / scale);
      }
    }
    this.#count++;
  }

  /** Returns the vectors of all texts added and of their entries. */
  vectorsOf(ids: readonly string[], owners: Int32Array): LearntVectors {
    const encoder = this.#encoder;
    const size = encoder.dimensions;
    const texts = this.#texts.slice(0, this.#count * size);
    const scales = this.#scales.slice(0, this.#count);
    const entries = new Float32Array(ids.length * size);
    for (let text = 0; text < owners.length; text++) {
      const to = (owners[text] as number) * size;
      const from = text * size;
      const scale = scales[text] as number;
      for (let i = 0; i < size; i++) {
        entries[to + i] = (entries[to + i] as number) + scale * (texts[from + i] as number);
      }
    }
    for (let at = 0; at < entries.length; at += size) {
      let squares = 0;
      for (let i = at; i < at + size; i++) squares += (entries[i] as number) ** 2;
      const norm = Math.sqrt(squares) || 1;
      for (let i = at; i < at + size; i++) entries[i] = (entries[i] as number) / norm;
    }
    let known = 0;
    for (const [row, vector] of knownVectors(encoder, ids).entries()) {
      if (vector === undefined) continue;
      known++;
      entries.set(vector, row * size);
    }
    const isKnown = known * 2 > ids.length;
    const isList = !isKnown && owners.length < ids.length * LIST_TEXTS;
    const expanded = isList ? expandVectors(encoder, entries) : undefined;
    const absent = isKnown ? absentVectors(encoder, ids) : new Float32Array(0);
    return { encoder, texts, scales, entries, isKnown, absent, expanded };
  }
}
