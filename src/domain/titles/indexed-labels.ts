// Entries and their labels -> what a title is looked up in: the words of all labels with their weights,
// and which labels hold them, as typed arrays. Looking up is title-index.ts's.

import { type LearntVectors, VectorGathering } from "./learnt-vectors.ts";
import { isWeakWord, type KnownStems, wordsOfTitle } from "./normalise-title.ts";
import { type PackedTexts, packTexts, textAt } from "./packed-texts.ts";
import { type Abbreviations, abbreviationsOf, textsOfLabel } from "./title-abbreviations.ts";
import type { TitleEncoder } from "./title-encoder.ts";
import { type WordLikeness, wordLikenessOf } from "./word-likeness.ts";

/** Something that can be found by any of its labels; usually an occupation. */
export interface TitleEntry {
  readonly id: string;
  readonly labels: readonly string[];
}

/** Made by buildTitleIndex; its insides are nobody else's to read. */
export interface TitleIndex {
  /** Ids in ascending order. */
  readonly ids: readonly string[];
  /** Every label, those of one entry together. */
  readonly labels: PackedTexts;
  /** A label is filed under one text or more: which label each text is of, ascending. */
  readonly labelRows: Int32Array;
  /** Entry row of each text, ascending. */
  readonly owners: Int32Array;
  /** Texts of an entry: from entryStarts[row] to entryStarts[row + 1]. */
  readonly entryStarts: Int32Array;
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
  /** What a trained encoder says of the texts and entries; without one the ranking is by letters alone. */
  readonly learnt: LearntVectors | undefined;
}

export interface TitleIndexOptions {
  /** Trained on catalogues (trainTitleEncoder); it need not know these entries. */
  readonly encoder?: TitleEncoder | undefined;
}

/** Power of the rarity of a word in its weight. Measured here (docs/method/titles.md). */
const RARITY_POWER = 0.8;
/** Power of a word's letters + 1 in its weight: long words say more. Measured here, the same page. */
const LENGTH_POWER = 0.1;
/** What a word of seniority or vacancy noise weighs against another. Measured here, the same page. */
const WEAK_SHARE = 0.4;
/** Weight of a word by how many of the entries hold it. */
export function weightOf(word: string, entries: number, holders: number): number {
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
  { encoder }: TitleIndexOptions = {},
): TitleIndex {
  const byId = new Map<string, Set<string>>();
  for (const { id, labels } of entries) {
    const known = byId.get(id) ?? new Set<string>();
    for (const label of labels) known.add(label);
    byId.set(id, known);
  }
  const ids = [...byId.keys()].sort();
  const labels: string[] = [];
  const labelRows: number[] = [];
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
  const learning = encoder === undefined ? undefined : new VectorGathering(encoder);
  for (const [owner, id] of ids.entries()) {
    for (const label of [...(byId.get(id) ?? [])].sort()) {
      for (const text of textsOfLabel(label)) {
        const found = wordsOfTitle(text, stems);
        if (found.length === 0) continue;
        const first = wordRows.length;
        for (const word of found) {
          const row = rowOfWord(word);
          if (lastText[row] === owners.length) continue;
          lastText[row] = owners.length;
          wordRows.push(row);
          inTexts[row] = (inTexts[row] as number) + 1;
          if (lastOwner[row] !== owner) inEntries[row] = (inEntries[row] as number) + 1;
          lastOwner[row] = owner;
        }
        learning?.add(found);
        if (labels.at(-1) !== label || owners.at(-1) !== owner) labels.push(label);
        labelRows.push(labels.length - 1);
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
  const entryOfTexts = new Int32Array(owners);
  return {
    ids,
    labels: packTexts(labels),
    labelRows: new Int32Array(labelRows),
    owners: entryOfTexts,
    entryStarts: entryStartsOf(ids.length, entryOfTexts),
    wordCounts: new Int32Array(wordCounts),
    likeness: wordLikenessOf(rows),
    weights,
    starts,
    postings,
    values,
    abbreviations: abbreviationsOf(labels),
    learnt: learning?.vectorsOf(ids, entryOfTexts),
  };
}

/** Returns the label that a text is of. */
export function labelOfText(index: TitleIndex, text: number): string {
  return textAt(index.labels, index.labelRows[text] as number);
}

/** Returns where the texts of each entry start; one more at the end. */
export function entryStartsOf(entries: number, owners: Int32Array): Int32Array {
  const starts = new Int32Array(entries + 1);
  for (let text = 0; text < owners.length; text++) {
    const next = (owners[text] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let row = 0; row < entries; row++) {
    starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  }
  return starts;
}
