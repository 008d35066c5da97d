// One title that is looked up, read once: its words, what its abbreviations may stand for, the words of the
// vocabulary that are like them, and which labels are the title word for word. Ranking by letters is
// lexical-ranking.ts's, by vectors learnt-ranking.ts's.

import { labelOfText, type TitleIndex, weightOf } from "./indexed-labels.ts";
import { isWeakWord, LONGEST_TITLE, stemOf, wordsOfTitle } from "./normalise-title.ts";
import { readingsOf, textsOfLabel } from "./title-abbreviations.ts";
import { type AlikeWord, listAlikeWords } from "./word-likeness.ts";

export interface TitleQuestion {
  readonly words: readonly string[];
  /** Those before what is only said aside ("… - Night Shift", "… at Acme"); undefined where nothing is. */
  readonly main: readonly string[] | undefined;
  /** The words, and what they are with abbreviations written out. */
  readonly readings: readonly (readonly string[])[];
  /** How many things the title can stand for; above 1 only for a bare abbreviation. */
  readonly meanings: number;
  /** For each entry that has a label in just the words of the title, that text. */
  readonly exactTexts: ReadonlyMap<number, number>;
  /** For each entry with a label that is the title letter for letter, but for case and signs, that text. */
  readonly literalTexts: ReadonlyMap<number, number>;
  /** Filled as words are asked for. */
  readonly alike: Alike;
}

/** Words of the vocabulary that are alike, by word; kept for the length of one query. */
export type Alike = Map<string, readonly AlikeWord[]>;

export function alikeWordsOf(index: TitleIndex, word: string, alike: Alike): readonly AlikeWord[] {
  const known = alike.get(word);
  if (known !== undefined) return known;
  const found = listAlikeWords(index.likeness, word);
  alike.set(word, found);
  return found;
}

export function queryWeightOf(index: TitleIndex, word: string): number {
  const row = index.likeness.rows.get(word);
  return row === undefined ? weightOf(word, index.ids.length, 0) : (index.weights[row] as number);
}

/** Returns the texts that have just the words of the reading, whatever their order, ascending. */
function exactTextsOf(index: TitleIndex, reading: readonly string[]): readonly number[] {
  const words = new Set(reading);
  let texts: readonly number[] | undefined;
  for (const word of words) {
    const row = index.likeness.rows.get(word);
    if (row === undefined) return [];
    const holders = index.postings.subarray(index.starts[row], index.starts[row + 1]);
    if (texts === undefined) {
      texts = [...holders.filter((text) => index.wordCounts[text] === words.size)];
    } else {
      const held = new Set(holders);
      texts = texts.filter((text) => held.has(text));
    }
    if (texts.length === 0) return [];
  }
  return texts ?? [];
}

/** For each entry that has a label in just the words of a reading, that text. */
function exactTextByOwner(
  index: TitleIndex,
  readings: readonly (readonly string[])[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const reading of readings) {
    for (const text of exactTextsOf(index, reading)) {
      const owner = index.owners[text] as number;
      if (!found.has(owner)) found.set(owner, text);
    }
  }
  return found;
}

/** Share of the reading's weight that a label covers, for the reading that it covers best. */
export function coverageOf(
  index: TitleIndex,
  label: string,
  { readings, alike }: TitleQuestion,
): number {
  const held = new Set(wordsOfTitle(label).map((word) => index.likeness.rows.get(word)));
  let best = 0;
  for (const reading of readings) {
    let [covered, whole] = [0, 0];
    for (const word of new Set(reading)) {
      const weight = queryWeightOf(index, word);
      whole += weight;
      let likest = 0;
      for (const { row, likeness } of alikeWordsOf(index, word, alike)) {
        if (likeness > likest && held.has(row)) likest = likeness;
      }
      covered += weight * likest;
    }
    best = Math.max(best, covered / whole);
  }
  return best;
}

/**
 * How many things a title that is a bare abbreviation can stand for; 1 for every other title. Letters that
 * are in full nobody's title ("HR", "IT") name a field: at least two.
 */
function meaningsOf(
  index: TitleIndex,
  words: readonly string[],
  readings: readonly (readonly string[])[],
): number {
  const [only, ...others] = words.filter((word) => !isWeakWord(word));
  const meanings = others.length > 0 ? undefined : index.abbreviations.get(only ?? "");
  if (meanings === undefined) return 1;
  const isTitle = readings.some((reading) => exactTextsOf(index, reading).length > 0);
  return Math.max(meanings.length, isTitle ? 1 : 2);
}

/** Behind these a vacancy says where, when and at whom's. Not brackets and commas: "Nurse (RN)", "Cook, School". */
const ASIDE = /\s[-–—|@:]+\s|\s+at\s+|\|/;

/** Returns the words of the title before anything that is said aside, where they name work. */
function mainWordsOf(query: string): readonly string[] | undefined {
  const text = query.slice(0, LONGEST_TITLE);
  const at = text.search(ASIDE);
  const words = at < 0 ? [] : wordsOfTitle(text.slice(0, at));
  return words.every(isWeakWord) ? undefined : words;
}

/** The text's letters and digits in lower case, words apart. */
function lettersOf(text: string): string {
  const plain = text.slice(0, LONGEST_TITLE).toLowerCase();
  return (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");
}

/** Those words in the form in which they are compared, small ones and levels included. */
function stemsOf(letters: string): string {
  return letters.split(" ").map(stemOf).join(" ");
}

/** Returns what is read in the title, or undefined when it has no words. */
export function questionOf(index: TitleIndex, query: string): TitleQuestion | undefined {
  const words = wordsOfTitle(query);
  if (words.length === 0) return undefined;
  const readings = readingsOf(words, index.abbreviations);
  const meanings = meaningsOf(index, words, readings);
  const literalTexts = new Map<number, number>();
  const wholeTexts = new Map<number, number>();
  const letters = lettersOf(query);
  const stems = stemsOf(letters);
  for (const text of exactTextsOf(index, words)) {
    const parts = textsOfLabel(labelOfText(index, text)).map(lettersOf);
    const owner = index.owners[text] as number;
    if (parts.includes(letters) && !literalTexts.has(owner)) literalTexts.set(owner, text);
    if (!wholeTexts.has(owner) && parts.some((part) => stemsOf(part) === stems)) {
      wholeTexts.set(owner, text);
    }
  }
  // A label with the title's small words too goes before one with others: "nurse" is no "OR Nurse", though
  // neither "or" nor levels are compared. Of several meanings none is what the title says word for word; the
  // letters themselves are.
  const exactTexts =
    wholeTexts.size > 0 ? wholeTexts : exactTextByOwner(index, meanings > 1 ? [words] : readings);
  const main = mainWordsOf(query);
  return { words, main, readings, meanings, exactTexts, literalTexts, alike: new Map() };
}
