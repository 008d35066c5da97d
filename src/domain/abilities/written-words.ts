// Words of the short texts that people write about what they studied and hold: whole words, in lower
// case, British spellings of a licence as the American, with a mark on those written in capitals.

/** One word of a text. */
export interface WrittenWord {
  /** Lower case, without dots and apostrophes: "b.s." is "bs". */
  readonly text: string;
  /** Written in capitals, but for its first letter perhaps, as an abbreviation is: "RN", "aPHR". */
  readonly capital: boolean;
}

/** Words that say nothing of what a study or certificate is about. */
const FILLER = new Set([
  ..."a an and at for from in of on or the to with".split(" "),
  ..."degree degrees hons honours".split(" "),
]);

/** The seam of two words written as one, "ScrumMaster". */
const JOINED_WORDS = /(\p{Ll}{3})(?=\p{Lu}\p{Ll}{2})/gu;

/** Returns the words in order, without those that say nothing; "+" and "#" stay with their word. */
export function wordsOf(text: string): readonly WrittenWord[] {
  const words: WrittenWord[] = [];
  const parted = text
    .normalize("NFKC")
    .replace(/[.'’`]/g, "")
    .replace(JOINED_WORDS, "$1 ");
  for (const raw of parted.match(/[\p{L}\p{N}+#]+/gu) ?? []) {
    const lower = raw.toLowerCase();
    if (FILLER.has(lower) || !/[\p{L}\p{N}]/u.test(raw)) continue;
    const spelt = lower.replace(/^licen[cs](e|es|ed|ure)$/, "licens$1");
    words.push({ text: spelt, capital: isCapital(raw) });
  }
  return words;
}

function isCapital(raw: string): boolean {
  const letters = raw.length > 1 ? raw.slice(1) : raw;
  return letters === letters.toUpperCase() && /\p{Lu}/u.test(raw);
}

/** Returns where the phrase stands in the words, word for word, or −1; an empty phrase is nowhere. */
export function findPhrase(words: readonly WrittenWord[], phrase: readonly WrittenWord[]): number {
  if (phrase.length === 0) return -1;
  for (let start = 0; start + phrase.length <= words.length; start++) {
    if (phrase.every((word, i) => word.text === words[start + i]?.text)) return start;
  }
  return -1;
}
