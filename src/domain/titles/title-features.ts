// A word of a title -> the numbers by which the encoder knows it: a hash of the word itself, of each of its
// letter groups (character n-grams) and of each pair of words. No feature is kept as a string, so that an
// encoder is read back in milliseconds. Two features that share a hash share a row: with 32 bits and some
// 150,000 features that happens to one lookup in 30,000.

/** Shortest and longest letter group; "<" and ">" mark the ends of a word. Measured (docs/method/titles.md). */
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;

const WORD_SEED = 0x811c9dc5;
const GRAM_SEED = 0x2c1b3c6d;
const PAIR_SEED = 0x297a2d39;
const WORD_START = 60;
const WORD_END = 62;

/** One step of FNV-1a over a UTF-16 unit. */
function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Spreads the bits, so that the low ones can address a table (the finish of MurmurHash3). */
function spread(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Returns the key of the word as a whole. */
export function wordKeyOf(word: string): number {
  let hash = WORD_SEED;
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
  return spread(hash);
}

/** Returns the key of two words that stand side by side in this order, by their own keys. */
export function pairKeyOf(first: number, second: number): number {
  return spread(Math.imul(first ^ PAIR_SEED, 0x01000193) ^ spread(second));
}

/** Writes the keys of the word's letter groups to the start of `keys` (grown by need); returns how many. */
export function writeGramKeys(word: string, keys: number[]): number {
  let count = 0;
  const last = word.length + 1;
  for (let start = 0; start + SHORTEST_GRAM - 1 <= last; start++) {
    let hash = GRAM_SEED;
    const end = Math.min(last, start + LONGEST_GRAM - 1);
    for (let at = start; at <= end; at++) {
      const unit = at === 0 ? WORD_START : at === last ? WORD_END : word.charCodeAt(at - 1);
      hash = step(hash, unit);
      if (at - start + 1 >= SHORTEST_GRAM) keys[count++] = spread(hash);
    }
  }
  return count;
}
