// The trained encoder: a title becomes one vector, the sum of those of its words and word pairs; a word is
// itself and its letter groups. Each occupation of the catalogues it was trained on has a vector too. Held in
// bytes, one scale a row. Training is train-encoder.ts's, reading and writing encoder-bytes.ts's.

import type { KeyTable } from "./key-table.ts";
import { isWeakWord } from "./normalise-title.ts";
import { pairKeyOf, wordKeyOf, writeGramKeys } from "./title-features.ts";
import { dot } from "./vector-kernels.ts";

/** What a word, its letter groups together, and a pair of words weigh in a text, before rarity. */
export const WORD_WEIGHT = 0.5;
export const GRAMS_WEIGHT = 0.8;
export const PAIR_WEIGHT = 0.3;
/** What a word of seniority or vacancy noise weighs against another. */
export const WEAK_WORD_SHARE = 0.5;

/** The occupations of one catalogue and their vectors. */
export interface EncoderHead {
  readonly catalogueId: string;
  /** Ascending. */
  readonly ids: readonly string[];
  /** Unit vectors, row-major: occupation × dimension. */
  readonly vectors: Float32Array;
  /** Unit vectors of the mean of each occupation's labels; zeros where it has none. */
  readonly labelMeans: Float32Array;
}

/** Made by trainTitleEncoder; its insides are nobody else's to read. */
export interface TitleEncoder {
  /** A multiple of 4. */
  readonly dimensions: number;
  /** What a cosine is multiplied by in a softmax over occupations. */
  readonly sharpness: number;
  /** Rows of features by their keys. */
  readonly features: KeyTable;
  /** Rarity of each feature that is a word or a pair; 0 for a letter group. */
  readonly rarity: Float32Array;
  /** Rarity of a word that was never seen. */
  readonly unknownRarity: number;
  /** Feature × dimension; what a row's bytes are multiplied by. */
  readonly rows: Int8Array;
  readonly scales: Float32Array;
  readonly heads: readonly EncoderHead[];
  /** Says which training an index's vectors come from. */
  readonly fingerprint: number;
}

/** Vectors of words already met; kept by whoever reads many titles. */
export type KnownVectors = Map<string, Float32Array>;

/** target[at…] += factor × the row of a feature. */
function addRow(
  encoder: TitleEncoder,
  feature: number,
  factor: number,
  target: Float32Array,
): void {
  const { rows, scales, dimensions: size } = encoder;
  const scale = factor * (scales[feature] as number);
  const from = feature * size;
  for (let i = 0; i < size; i += 4) {
    const at = from + i;
    target[i] = (target[i] as number) + scale * (rows[at] as number);
    target[i + 1] = (target[i + 1] as number) + scale * (rows[at + 1] as number);
    target[i + 2] = (target[i + 2] as number) + scale * (rows[at + 2] as number);
    target[i + 3] = (target[i + 3] as number) + scale * (rows[at + 3] as number);
  }
}

/** Returns the vector of a word, not of unit length: a rare word is longer. */
function wordVectorOf(encoder: TitleEncoder, word: string, key: number): Float32Array {
  const vector = new Float32Array(encoder.dimensions);
  const own = encoder.features.find(key);
  const known = own < 0 ? 0 : (encoder.rarity[own] as number);
  const rarity = known > 0 ? known : encoder.unknownRarity;
  const share = isWeakWord(word) ? WEAK_WORD_SHARE : 1;
  if (known > 0) addRow(encoder, own, WORD_WEIGHT * share * rarity, vector);
  const keys: number[] = [];
  const count = writeGramKeys(word, keys);
  const found: number[] = [];
  for (let i = 0; i < count; i++) {
    const feature = encoder.features.find(keys[i] as number);
    if (feature >= 0) found.push(feature);
  }
  const weight = GRAMS_WEIGHT * share * Math.sqrt(rarity / found.length);
  for (let i = 0; i < found.length; i++) addRow(encoder, found[i] as number, weight, vector);
  return vector;
}

/**
 * Returns the unit vector of words as wordsOfTitle gives them; all zeros when the encoder knows nothing of
 * them, not even letters.
 */
export function encodeWords(
  encoder: TitleEncoder,
  words: readonly string[],
  known?: KnownVectors,
): Float32Array {
  const size = encoder.dimensions;
  const sum = new Float32Array(size);
  let last: number | undefined;
  for (const word of words) {
    const key = wordKeyOf(word);
    let vector = known?.get(word);
    if (vector === undefined) {
      vector = wordVectorOf(encoder, word, key);
      known?.set(word, vector);
    }
    for (let i = 0; i < size; i++) sum[i] = (sum[i] as number) + (vector[i] as number);
    if (last !== undefined) {
      const pair = encoder.features.find(pairKeyOf(last, key));
      if (pair >= 0) addRow(encoder, pair, PAIR_WEIGHT * (encoder.rarity[pair] as number), sum);
    }
    last = key;
  }
  return asUnit(sum);
}

/** Returns the share of the words, by rarity, that the encoder has never seen as words, 0–1. */
export function unknownShareOf(encoder: TitleEncoder, words: readonly string[]): number {
  let [unknown, whole] = [0, 0];
  for (const word of words) {
    const feature = encoder.features.find(wordKeyOf(word));
    const rarity = feature < 0 ? 0 : (encoder.rarity[feature] as number);
    if (!(rarity > 0)) unknown += encoder.unknownRarity;
    whole += rarity > 0 ? rarity : encoder.unknownRarity;
  }
  return whole === 0 ? 0 : unknown / whole;
}

/** Scales the vector to length 1, in place; zeros stay zeros. */
function asUnit(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(dot(vector, 0, vector, 0, vector.length));
  if (norm > 0) for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) / norm;
  return vector;
}

/** Returns a number that two encoders share only when they are the same (FNV-1a over what was learnt). */
export function fingerprintOf(scales: Float32Array, heads: readonly EncoderHead[]): number {
  let hash = 0x811c9dc5;
  for (const values of [scales, ...heads.map(({ vectors }) => vectors)]) {
    const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
    for (let i = 0; i < bits.length; i++) hash = Math.imul(hash ^ (bits[i] as number), 0x01000193);
  }
  return hash >>> 0;
}
