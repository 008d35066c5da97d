// The name of a credential template or a licence, taken apart: its words, the ones that say which it is,
// and its abbreviations. read-credentials.ts compares them with what people write.

import { type WrittenWord, wordsOf } from "./written-words.ts";

/** Returns the words of a list written as one text. */
export function listOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** Words that any certificate may carry; they neither make nor break a match. */
export const GENERIC = listOf(
  "active board certificate certificates certification certified class course current exam examination " +
    "full license licensed licensure national new official passed program programme qualification qualified " +
    "state the training unrestricted united states us usa uk england wales scotland",
);

/** Abbreviations up to this length are read only where they stand in capitals. */
export const SHORT_ABBREVIATION = 4;

/** A name of the catalogue, taken apart. */
export interface CredentialName {
  /** All its words. */
  readonly own: ReadonlySet<string>;
  /** The stems of the words that say which one it is, without what is in brackets. */
  readonly core: readonly string[];
  /** Each as the words it is made of: "SHRM-CP" is two. */
  readonly abbreviations: readonly (readonly WrittenWord[])[];
}

/** Taken apart once for each template and licence; forgotten with its catalogue. */
const KNOWN_NAMES = new WeakMap<object, CredentialName>();

/** Returns the parts of the template's or licence's name. */
export function credentialNameOf(named: { readonly name: string }): CredentialName {
  const known = KNOWN_NAMES.get(named);
  if (known !== undefined) return known;
  const { name } = named;
  const parts = {
    own: new Set(wordsOf(name).map((word) => word.text)),
    core: coreOf(name),
    abbreviations: abbreviationsOf(name),
  };
  KNOWN_NAMES.set(named, parts);
  return parts;
}

/**
 * Returns the word without its ending, so that "nurse", "nurses" and "nursing" are one, as are
 * "assistant" and "assisting"; a word of up to four letters stays as it is.
 */
export function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(?:ings?|ants?|es|s|e)$/, "") : word;
}

/** The words of a catalogue name that say which one it is, as stems; without what is in brackets. */
function coreOf(name: string): readonly string[] {
  return wordsOf(name.replace(/\([^)]*\)/g, " "))
    .filter((word) => !GENERIC.has(word.text))
    .map((word) => stemOf(word.text));
}

/**
 * The abbreviations that a catalogue name carries: in brackets ("(LPN or LVN)"), ending in a plus
 * ("Network+"), or the one in capitals beside at most one other word ("Cisco CCNA").
 */
function abbreviationsOf(name: string): readonly (readonly WrittenWord[])[] {
  const bracketed = [...name.matchAll(/\(([^)]*)\)/g)].flatMap((match) =>
    (match[1] ?? "").split(/\s*(?:,|;|\/|\bor\b)\s*/).map(leadingAbbreviation),
  );
  const outside = name
    .replace(/\([^)]*\)/g, " ")
    .split(/\s+/)
    .filter((token) => wordsOf(token).some((word) => !GENERIC.has(word.text)));
  const capitals = outside.filter((token) => isAbbreviation(token) && token.length > 2);
  const named = outside.filter((token) => /^\p{L}{2,}\+$/u.test(token));
  if (capitals.length === 1 && outside.length <= 2) named.push(...capitals);
  return [...bracketed.filter(isAbbreviation), ...named]
    .map(wordsOf)
    .filter((words) => words.length > 0);
}

/** "CCNP" of "CCNP Enterprise"; a short one with words after it is part of a phrase ("RN to BSN"). */
function leadingAbbreviation(alternative: string): string {
  const [first = "", ...more] = alternative.trim().split(/\s+/);
  return more.length === 0 || first.length < SHORT_ABBREVIATION ? alternative.trim() : first;
}

function isAbbreviation(token: string): boolean {
  return /^(?:[A-Z][A-Z0-9]+|[a-z][A-Z]{2,})(?:-[A-Z0-9]+)*\+?$/.test(token);
}

/** Returns the abbreviation as one word: "shrmcp". */
export function lettersOf(abbreviation: readonly WrittenWord[]): string {
  return abbreviation.map((word) => word.text).join("");
}
