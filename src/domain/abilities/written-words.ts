// Words of the short texts that people write about what they studied and hold: whole words, in lower
// case, British spellings of a licence as the American, with a mark on those written in capitals.

/** One word of a text. */
export interface WrittenWord {
  /** Lower case, without dots and apostrophes: "b.s." is "bs". */
  readonly text: string;
  /** Written in capitals or digits throughout, as an abbreviation is. */
  readonly capital: boolean;
}

/** Words that say nothing of what a study or certificate is about. */
const FILLER = new Set([
  ..."a an and at for from in of on or the to with".split(" "),
  ..."degree degrees hons honours".split(" "),
]);

/** Returns the words in order, without those that say nothing; "+" and "#" stay with their word. */
export function wordsOf(text: string): readonly WrittenWord[] {
  const words: WrittenWord[] = [];
  for (const raw of text
    .normalize("NFKC")
    .replace(/[.'’`]/g, "")
    .match(/[\p{L}\p{N}+#]+/gu) ?? []) {
    const lower = raw.toLowerCase();
    if (FILLER.has(lower) || !/[\p{L}\p{N}]/u.test(raw)) continue;
    const spelt = lower.replace(/^licen[cs](e|es|ed|ure)$/, "licens$1");
    words.push({ text: spelt, capital: raw === raw.toUpperCase() && /\p{L}/u.test(raw) });
  }
  return words;
}

/** Returns where the phrase stands in the words, word for word, or −1; an empty phrase is nowhere. */
export function findPhrase(words: readonly WrittenWord[], phrase: readonly WrittenWord[]): number {
  if (phrase.length === 0) return -1;
  for (let start = 0; start + phrase.length <= words.length; start++) {
    if (phrase.every((word, i) => word.text === words[start + i]?.text)) return start;
  }
  return -1;
}
