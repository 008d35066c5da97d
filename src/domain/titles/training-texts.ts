// Catalogues -> what the encoder learns from: texts as rows of words, each with the occupations that it
// belongs to and how often it is looked at. Catalogues that only say more about another's occupations (the
// starter and BLS beside O*NET) teach that one's. The learning itself is encoder-training.ts's.

import type { Catalogue } from "../occupations/catalogue.ts";
import type { RandomSource } from "../random-source.ts";
import { KeyTable } from "./key-table.ts";
import { type KnownStems, wordsOfTitle } from "./normalise-title.ts";
import { pairKeyOf, wordKeyOf, writeGramKeys } from "./title-features.ts";

/** What of a catalogue is learnt from, and how often: chance that a text is looked at in a round. */
export interface TextShares {
  readonly labels: number;
  /** Labels of a catalogue that teaches another's occupations. */
  readonly borrowed: number;
  /** Tasks, and sentences of descriptions. */
  readonly prose: number;
  /** Handfuls of an occupation's skills. */
  readonly skills: number;
}

/** Measured here (docs/method/titles.md). */
export const TEXT_SHARES: TextShares = { labels: 1, borrowed: 0.5, prose: 0.6, skills: 0.15 };

/** Skills in a handful, and handfuls of an occupation. */
const HANDFUL = 8;
const HANDFULS = 2;

/** The occupations of one catalogue, as classes of the encoder. */
export interface ClassHead {
  readonly catalogueId: string;
  readonly ids: readonly string[];
  /** Number of its first class among those of all heads. */
  readonly first: number;
}

/** Each text's words and pairs lie between two of its starts; a row below 0 is no feature. */
export interface TrainingTexts {
  readonly heads: readonly ClassHead[];
  readonly classes: number;
  /** Distinct words; for each its own feature, its letter groups' (from gramStarts), what they weigh. */
  readonly words: readonly string[];
  readonly wordFeatures: Int32Array;
  readonly gramStarts: Int32Array;
  readonly grams: Int32Array;
  /** Rarity of features that are words or pairs; 0 for letter groups. */
  readonly rarity: Float32Array;
  readonly keys: Int32Array;
  readonly starts: Int32Array;
  readonly textWords: Int32Array;
  /** Feature of the pair that ends at each word, −1 where there is none. */
  readonly textPairs: Int32Array;
  /** Classes of each text, from classStarts. */
  readonly classStarts: Int32Array;
  readonly textClasses: Int32Array;
  /** Chance to be looked at. */
  readonly shares: Float32Array;
  /** 1 for a label. */
  readonly isLabel: Uint8Array;
}

/** Returns for each occupation of `from` the rows of `to` that it is, by id or by group. */
function rowsIn(from: Catalogue, to: Catalogue): (readonly number[])[] {
  const byName = new Map<string, number[]>();
  for (const [row, id] of to.ids.entries()) {
    byName.set(id, [...(byName.get(id) ?? []), row]);
    const group = to.groups[row] ?? "";
    if (group !== "" && group !== id) byName.set(group, [...(byName.get(group) ?? []), row]);
  }
  return from.ids.map((id) => byName.get(id) ?? []);
}

interface Teaching {
  readonly catalogue: Catalogue;
  readonly isBorrowed: boolean;
  /** Classes of each of its occupations; empty where it has none. */
  readonly classes: readonly (readonly number[])[];
}

/** A catalogue teaches another's occupations when it shares more than so many of its own with it. */
const SAME_SHARE = 0.5;

/** Larger catalogues first, so that a small one finds the one it belongs to. */
function headsOf(catalogues: readonly Catalogue[]): {
  readonly heads: readonly ClassHead[];
  readonly teachings: readonly Teaching[];
} {
  const ordered = [...catalogues].sort(
    (a, b) => b.ids.length - a.ids.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const owners: { readonly catalogue: Catalogue; readonly first: number }[] = [];
  const heads: ClassHead[] = [];
  const teachings: Teaching[] = [];
  let first = 0;
  for (const catalogue of ordered) {
    let classes: (readonly number[])[] | undefined;
    for (const owner of owners) {
      const rows = rowsIn(catalogue, owner.catalogue);
      const shared = rows.filter((found) => found.length > 0).length;
      if (shared > catalogue.ids.length * SAME_SHARE) {
        classes = rows.map((found) => found.map((row) => owner.first + row));
        break;
      }
    }
    const isBorrowed = classes !== undefined;
    if (classes === undefined) {
      const start = first;
      classes = catalogue.ids.map((_, row) => [start + row]);
      owners.push({ catalogue, first });
      heads.push({ catalogueId: catalogue.id, ids: catalogue.ids, first });
      first += catalogue.ids.length;
    }
    teachings.push({ catalogue, isBorrowed, classes });
  }
  return { heads, teachings };
}

function sentencesOf(text: string): string[] {
  return text.split(/[.;!?]\s+|\n/).filter((part) => part.trim() !== "");
}

/** Texts as they are gathered, before features are counted. */
class Gathered {
  readonly words: string[] = [];
  readonly counts: number[] = [];
  readonly starts: number[] = [0];
  readonly textWords: number[] = [];
  readonly classStarts: number[] = [0];
  readonly textClasses: number[] = [];
  readonly shares: number[] = [];
  readonly isLabel: number[] = [];
  #rows = new Map<string, number>();
  #stems: KnownStems = new Map();
  #lastText: number[] = [];

  wordsOf(text: string): number[] {
    return wordsOfTitle(text, this.#stems).map((word) => {
      const known = this.#rows.get(word);
      if (known !== undefined) return known;
      const row = this.words.length;
      this.#rows.set(word, row);
      this.words.push(word);
      this.counts.push(0);
      this.#lastText.push(-1);
      return row;
    });
  }

  add(words: readonly number[], classes: readonly number[], share: number, isLabel: boolean): void {
    if (words.length === 0 || classes.length === 0 || share <= 0) return;
    const text = this.shares.length;
    for (const word of words) {
      this.textWords.push(word);
      if (word < 0 || this.#lastText[word] === text) continue;
      this.#lastText[word] = text;
      this.counts[word] = (this.counts[word] as number) + 1;
    }
    this.starts.push(this.textWords.length);
    for (const one of classes) this.textClasses.push(one);
    this.classStarts.push(this.textClasses.length);
    this.shares.push(share);
    this.isLabel.push(isLabel ? 1 : 0);
  }
}

function gather(teaching: Teaching, shares: TextShares, random: RandomSource, into: Gathered) {
  const { catalogue, isBorrowed, classes } = teaching;
  const { starts, skills, names } = catalogue.skills;
  for (const [row] of catalogue.ids.entries()) {
    const own = classes[row] ?? [];
    const labels = new Set([catalogue.titles[row] ?? "", ...(catalogue.aliases[row] ?? [])]);
    for (const label of labels) {
      into.add(into.wordsOf(label), own, isBorrowed ? shares.borrowed : shares.labels, true);
    }
    const prose = [
      ...sentencesOf(catalogue.descriptions[row] ?? ""),
      ...(catalogue.tasks[row] ?? []),
    ];
    for (const text of prose) into.add(into.wordsOf(text), own, shares.prose, false);
    const first = starts[row] ?? 0;
    const held = (starts[row + 1] ?? first) - first;
    if (held === 0 || shares.skills <= 0) continue;
    for (let handful = 0; handful < HANDFULS; handful++) {
      const words: number[] = [];
      for (let i = 0; i < HANDFUL; i++) {
        const skill = skills[first + Math.floor(random() * held)] as number;
        // −1 keeps the last word of one skill and the first of the next from being a pair.
        words.push(...into.wordsOf(names[skill] ?? ""), -1);
      }
      into.add(words, own, shares.skills, false);
    }
  }
}

/** A feature other than a word is kept when so many texts have it. */
const LEAST_TEXTS = 2;

/** Rarity of what `count` of `texts` have. */
function rarityOf(texts: number, count: number): number {
  return Math.log((texts + 1) / (count + 1)) + 1;
}

/** Returns the texts of the catalogues, the same whatever their order. */
export function trainingTextsOf(
  catalogues: readonly Catalogue[],
  shares: TextShares,
  random: RandomSource,
): TrainingTexts {
  const { heads, teachings } = headsOf(catalogues);
  const found = new Gathered();
  for (const teaching of teachings) gather(teaching, shares, random, found);
  const texts = found.shares.length;
  const size = found.words.length;
  const table = new KeyTable(1 << 17);
  const rarity: number[] = [];
  const wordKeys = found.words.map(wordKeyOf);
  const wordFeatures = new Int32Array(size);
  for (let word = 0; word < size; word++) {
    const feature = table.add(wordKeys[word] as number);
    wordFeatures[word] = feature;
    rarity[feature] = rarityOf(texts, found.counts[word] as number);
  }
  // Letter groups and pairs are counted first, in a table of their own, and the rare ones left out.
  const counted = new KeyTable(1 << 20);
  const counts: number[] = [];
  const count = (key: number, often: number) => {
    const row = counted.add(key);
    counts[row] = (counts[row] ?? 0) + often;
  };
  const keys: number[] = [];
  for (let word = 0; word < size; word++) {
    const length = writeGramKeys(found.words[word] as string, keys);
    for (let i = 0; i < length; i++) count(keys[i] as number, found.counts[word] as number);
  }
  const gramStarts = new Int32Array(size + 1);
  const grams: number[] = [];
  for (let word = 0; word < size; word++) {
    const length = writeGramKeys(found.words[word] as string, keys);
    for (let i = 0; i < length; i++) {
      const key = keys[i] as number;
      if ((counts[counted.find(key)] as number) < LEAST_TEXTS) continue;
      const feature = table.add(key);
      rarity[feature] ??= 0;
      grams.push(feature);
    }
    gramStarts[word + 1] = grams.length;
  }
  const textWords = new Int32Array(found.textWords);
  const pairKeys = new Int32Array(textWords.length);
  const lastText = new Map<number, number>();
  for (let text = 0; text < texts; text++) {
    for (
      let at = (found.starts[text] as number) + 1;
      at < (found.starts[text + 1] as number);
      at++
    ) {
      const [one, other] = [textWords[at - 1] as number, textWords[at] as number];
      if (one < 0 || other < 0) continue;
      const key = pairKeyOf(wordKeys[one] as number, wordKeys[other] as number);
      pairKeys[at] = key;
      if (lastText.get(key) === text) continue;
      lastText.set(key, text);
      count(key, 1);
    }
  }
  const textPairs = new Int32Array(textWords.length).fill(-1);
  for (let text = 0; text < texts; text++) {
    for (
      let at = (found.starts[text] as number) + 1;
      at < (found.starts[text + 1] as number);
      at++
    ) {
      if ((textWords[at - 1] as number) < 0 || (textWords[at] as number) < 0) continue;
      const key = pairKeys[at] as number;
      const often = counts[counted.find(key)] as number;
      if (often < LEAST_TEXTS) continue;
      const feature = table.add(key);
      rarity[feature] = rarityOf(texts, often);
      textPairs[at] = feature;
    }
  }
  return {
    heads,
    classes: heads.reduce((sum, { ids }) => sum + ids.length, 0),
    words: found.words,
    wordFeatures,
    gramStarts,
    grams: new Int32Array(grams),
    rarity: new Float32Array(rarity),
    keys: table.keys.slice(),
    starts: new Int32Array(found.starts),
    textWords,
    textPairs,
    classStarts: new Int32Array(found.classStarts),
    textClasses: new Int32Array(found.textClasses),
    shares: new Float32Array(found.shares),
    isLabel: new Uint8Array(found.isLabel),
  };
}
