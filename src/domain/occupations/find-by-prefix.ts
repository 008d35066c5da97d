// Occupations by the beginnings of words, for somebody who is still typing: an index over titles and
// other names, and who is found by it, a slip of the pen or two forgiven. Whole titles by their likeness
// are titles/'s; the two are put together in search-titles.ts.

import { stemOf } from "../titles/normalise-title.ts";
import type { Catalogue } from "./catalogue.ts";

/** Made by buildPrefixIndex; its insides are nobody else's to read. */
export interface PrefixIndex {
  /** Every form of every word, ascending. */
  readonly words: readonly string[];
  /** Labels that hold word w: from starts[w] to starts[w + 1]. */
  readonly starts: Int32Array;
  readonly postings: Int32Array;
  readonly labels: readonly string[];
  /** The occupation's row of each label. */
  readonly owners: Int32Array;
  /** Letters in the words of each label, small words left out. */
  readonly letters: Int32Array;
  /** The first word of each label. */
  readonly firstWords: readonly string[];
  /** 1 where the label is the occupation's title. */
  readonly isTitle: Uint8Array;
}

/** An occupation, its name that was found, and how much of that name is typed already, 0–1. */
export interface PrefixHit {
  readonly row: number;
  readonly label: string;
  readonly score: number;
}

/** What any name scores in which each typed word begins a word; the rest is the share of it typed. */
const FOUND_SCORE = 0.5;
/** Assumption: of two names equally near, the title is what people know it by. */
const ALIAS_SHARE = 0.98;
/** Assumption: somebody begins to type a name at its beginning, a little more often than not. */
const LATER_SHARE = 0.88;
/** Assumption: who has typed a whole word means it, rather than a longer one that begins so. */
const UNFINISHED_SHARE = 0.8;
/** What a slip leaves of the score. Assumption: a word as written beats one that is nearly that. */
const SLIP_SHARE = 0.9;
/** Letters from which one slip, and two, are forgiven; the first letter is taken as meant. */
const SHORTEST_WITH_SLIP = 4;
const SHORTEST_WITH_TWO = 8;
/** Letters by which a name's first word is known again; later ones may have slips in them. */
const FIRST_LETTERS = 3;
/** Words that say nothing about the work; nobody's search should wait for them. */
const SMALL_WORDS: ReadonlySet<string> = new Set("a an and of or the for in to with".split(" "));
/** Words of a query that are looked at; nobody types more of a title. */
const MOST_WORDS = 12;
const LONGEST_QUERY = 200;

/** Most names need no look at accents and other scripts. */
const ASCII = /^[ -~]*$/;

/** Returns the words of a text in small plain letters, as written, small words left out. */
export function typedWordsOf(text: string): string[] {
  const given = text.slice(0, LONGEST_QUERY);
  const isAscii = ASCII.test(given);
  const small = given.toLowerCase();
  const letters = isAscii ? small : small.normalize("NFKD").replace(/\p{M}+/gu, "");
  const plain = letters.replace(/['’‘`´]/g, "");
  const pattern = isAscii ? /[a-z0-9][a-z0-9+#]*/g : /[\p{L}\p{N}][\p{L}\p{N}+#]*/gu;
  const words: string[] = plain.match(pattern) ?? [];
  const kept = words.filter((word) => !SMALL_WORDS.has(word));
  // Someone who is at the first letters of a name may have typed a small word so far.
  return (kept.length > 0 ? kept : words).slice(0, MOST_WORDS);
}

/** Returns the index of the catalogue's titles and other names. */
export function buildPrefixIndex(catalogue: Catalogue): PrefixIndex {
  const labels: string[] = [];
  const owners: number[] = [];
  const letters: number[] = [];
  const firstWords: string[] = [];
  const isTitle: number[] = [];
  const holders = new Map<string, number[]>();
  const stems = new Map<string, string>();
  const add = (word: string, label: number) => {
    const known = holders.get(word);
    if (known === undefined) holders.set(word, [label]);
    else if (known.at(-1) !== label) known.push(label);
  };
  for (const [row, title] of catalogue.titles.entries()) {
    for (const [place, label] of [title, ...(catalogue.aliases[row] ?? [])].entries()) {
      const words = typedWordsOf(label);
      if (words.length === 0) continue;
      const number = labels.length;
      labels.push(label);
      owners.push(row);
      letters.push(words.reduce((sum, word) => sum + word.length, 0));
      firstWords.push(words[0] ?? "");
      isTitle.push(place === 0 ? 1 : 0);
      for (const word of words) {
        add(word, number);
        const stem = stems.get(word) ?? stemOf(word);
        stems.set(word, stem);
        if (stem !== word) add(stem, number);
      }
    }
  }
  const words = [...holders.keys()].sort();
  const starts = new Int32Array(words.length + 1);
  for (const [w, word] of words.entries()) {
    starts[w + 1] = (starts[w] as number) + (holders.get(word)?.length ?? 0);
  }
  const postings = new Int32Array(starts[words.length] as number);
  for (const [w, word] of words.entries()) postings.set(holders.get(word) ?? [], starts[w]);
  return {
    words,
    starts,
    postings,
    labels,
    owners: Int32Array.from(owners),
    letters: Int32Array.from(letters),
    firstWords,
    isTitle: Uint8Array.from(isTitle),
  };
}

/** Returns where words that are not before the given one begin. */
function firstNotBefore(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as string) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface TypedWord {
  /** Labels that hold it, with the letters of it that are typed. */
  readonly labels: ReadonlyMap<number, number>;
  /** Labels that hold it as a whole word, or in the plural. */
  readonly whole: ReadonlySet<number>;
  readonly slips: number;
}

/** Returns the labels in which a word begins so; where none does, one that is a slip or two away. */
function labelsWith(index: PrefixIndex, typed: string): TypedWord {
  const { words, starts, postings } = index;
  const labels = new Map<number, number>();
  const whole = new Set<number>();
  const stem = stemOf(typed);
  const addWord = (w: number, letters: number) => {
    const isWhole = words[w] === typed || words[w] === stem;
    for (let at = starts[w] as number; at < (starts[w + 1] as number); at++) {
      labels.set(postings[at] as number, letters);
      if (isWhole) whole.add(postings[at] as number);
    }
  };
  // "nurses" finds "nurse" as well; "labour" finds "labor".
  for (const beginning of stem === typed ? [typed] : [typed, stem]) {
    for (let w = firstNotBefore(words, beginning); w < words.length; w++) {
      if (!(words[w] as string).startsWith(beginning)) break;
      addWord(w, beginning.length);
    }
  }
  if (labels.size > 0 || typed.length < SHORTEST_WITH_SLIP) return { labels, whole, slips: 0 };
  const most = typed.length < SHORTEST_WITH_TWO ? 1 : 2;
  const near: number[][] = [[], [], []];
  const initial = typed.charAt(0);
  for (let w = firstNotBefore(words, initial); w < words.length; w++) {
    const word = words[w] as string;
    if (word.charAt(0) !== initial) break;
    if (word.length < typed.length - most) continue;
    const slips = slipsBetween(typed, word, most);
    if (slips <= most) near[slips]?.push(w);
  }
  const slips = near.findIndex((found) => found.length > 0);
  for (const w of near[slips] ?? []) addWord(w, Math.max(1, typed.length - slips));
  return { labels, whole, slips: Math.max(0, slips) };
}

/**
 * Returns how many letters must be put in, left out, changed or swapped with their neighbour to make
 * what is typed the beginning of the word (Damerau and Levenshtein, without second edits of a swap);
 * more than `most` as most + 1.
 */
export function slipsBetween(typed: string, word: string, most: number): number {
  const width = Math.min(word.length, typed.length + most);
  let beforeLast: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, j) => j);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= width; j++) {
      const same = typed[i - 1] === word[j - 1];
      let slips = Math.min(
        (last[j - 1] as number) + (same ? 0 : 1),
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
      );
      const swapped =
        i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      if (swapped) slips = Math.min(slips, (beforeLast[j - 2] as number) + 1);
      row.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(most + 1, ...last);
}

/**
 * Returns the occupations that have a name in which each typed word, or one a slip of the pen away,
 * begins a word, in any order: one hit each, by its best name; most typed first, words typed whole before
 * beginnings of longer ones, a title before other names, then what more people work in, then by id.
 * Nothing typed finds nothing.
 */
export function findByPrefix(
  catalogue: Catalogue,
  index: PrefixIndex,
  query: string,
): readonly PrefixHit[] {
  const typedWords = typedWordsOf(query);
  const initial = typedWords[0]?.slice(0, FIRST_LETTERS) ?? "";
  const begun = stemOf(typedWords[0] ?? "");
  const found = typedWords.map((word) => labelsWith(index, word));
  const beginning = found[0];
  const [first, ...others] = found.sort((a, b) => a.labels.size - b.labels.size);
  if (first === undefined) return [];
  const slips = others.reduce((sum, other) => sum + other.slips, first.slips);
  const best = new Map<number, PrefixHit>();
  for (const [label, letters] of first.labels) {
    let typed = letters;
    let isIn = true;
    let unfinished = first.whole.size > 0 && !first.whole.has(label) ? 1 : 0;
    for (const other of others) {
      const more = other.labels.get(label);
      if (more === undefined) {
        isIn = false;
        break;
      }
      typed += more;
      if (other.whole.size > 0 && !other.whole.has(label)) unfinished += 1;
    }
    if (!isIn) continue;
    const share = Math.min(1, typed / Math.max(1, index.letters[label] as number));
    const named = FOUND_SCORE + (1 - FOUND_SCORE) * share;
    const firstWord = index.firstWords[label] ?? "";
    // "nursery nurse" has the word "nurse" in it, but does not begin with it.
    const isLater = beginning?.whole.has(label) === true && stemOf(firstWord) !== begun;
    const isFirst = firstWord.startsWith(initial) && !isLater;
    const kind = index.isTitle[label] === 1 ? 1 : ALIAS_SHARE;
    const score =
      named *
      kind *
      (isFirst ? 1 : LATER_SHARE) *
      SLIP_SHARE ** slips *
      UNFINISHED_SHARE ** unfinished;
    const row = index.owners[label] as number;
    const known = best.get(row);
    if (known === undefined || score > known.score) {
      best.set(row, { row, label: index.labels[label] as string, score });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || bySize(catalogue, a.row, b.row));
}

/** Orders what more people work in first, unknown numbers last, then by id. */
export function bySize({ employment }: Catalogue, a: number, b: number): number {
  const [one, other] = [employment[a] ?? Number.NaN, employment[b] ?? Number.NaN];
  return (Number.isNaN(other) ? 0 : other) - (Number.isNaN(one) ? 0 : one) || a - b;
}
