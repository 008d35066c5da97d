// The character n-grams of words, each with a number: a trie in one open-addressed table of integers, so
// that no gram is ever made into a string. Likeness of words is word-likeness.ts's.

/** Shortest and longest n-gram; "<" and ">" mark the ends of a word. Measured here (bench/titles.ts). */
const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 5;

/** Slots of a new table; a power of two. It doubles whenever it is half full. */
const FIRST_SLOTS = 1 << 15;

/** Spreads two numbers over the slots; the factors are odd and large, the usual multiplicative hash. */
function hashOf(parent: number, unit: number): number {
  const mixed = Math.imul(parent + 1, 0x9e3779b1) ^ Math.imul(unit + 1, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The grams of one word: their numbers in order of first appearance, by size; how often each is there. */
export interface WordGrams {
  readonly ids: readonly number[];
  readonly counts: readonly number[];
}

/**
 * Gives each gram (a parent gram and the next UTF-16 unit) a number from 0 on. Grams of one unit have numbers
 * too, since longer ones hang on them; they are never among the grams of a word.
 */
export class GramTable {
  #slots = new Int32Array(FIRST_SLOTS).fill(-1);
  /** Parent gram + 1 (0: none) and last unit of each gram. */
  #parents = new Int32Array(FIRST_SLOTS / 2);
  #units = new Int32Array(FIRST_SLOTS / 2);
  #size = 0;

  /** How many numbers are given. */
  get size(): number {
    return this.#size;
  }

  /** Returns the grams of a word, with numbers for those that are new. */
  add(word: string): WordGrams {
    return this.#gramsOf(word, true);
  }

  /** Returns the grams of a word; those that no added word holds are below 0. The table is left as it is. */
  find(word: string): WordGrams {
    return this.#gramsOf(word, false);
  }

  #gramsOf(word: string, isAdded: boolean): WordGrams {
    const unknown = new Map<string, number>();
    const unknownIdOf = (gram: string): number => {
      const id = unknown.get(gram) ?? -1 - unknown.size;
      unknown.set(gram, id);
      return id;
    };
    const marked = `<${word}>`;
    const ids: number[] = [];
    const counts: number[] = [];
    const ends: number[] = [];
    for (let i = 0; i < marked.length; i++) {
      ends.push(this.#idOf(-1, marked.charCodeAt(i), isAdded));
    }
    for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
      const first = ids.length;
      for (let i = 0; i + size <= marked.length; i++) {
        const parent = ends[i] as number;
        const unit = marked.charCodeAt(i + size - 1);
        // What hangs on an unknown gram is unknown.
        let id = parent < 0 ? -1 : this.#idOf(parent, unit, isAdded);
        ends[i] = id;
        if (id < 0) id = unknownIdOf(marked.slice(i, i + size));
        const known = ids.indexOf(id, first);
        if (known < 0) {
          ids.push(id);
          counts.push(1);
        } else counts[known] = (counts[known] as number) + 1;
      }
    }
    return { ids, counts };
  }

  #idOf(parent: number, unit: number, isAdded: boolean): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(parent, unit) & mask;
    for (;;) {
      const id = this.#slots[slot] as number;
      if (id < 0) break;
      if (this.#parents[id] === parent + 1 && this.#units[id] === unit) return id;
      slot = (slot + 1) & mask;
    }
    if (!isAdded) return -1;
    const id = this.#size++;
    this.#slots[slot] = id;
    this.#parents[id] = parent + 1;
    this.#units[id] = unit;
    if (this.#size === this.#parents.length) this.#grow();
    return id;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const parents = new Int32Array(this.#parents.length * 2);
    const units = new Int32Array(this.#units.length * 2);
    parents.set(this.#parents);
    units.set(this.#units);
    const mask = slots.length - 1;
    for (let id = 0; id < this.#size; id++) {
      let slot = hashOf((parents[id] as number) - 1, units[id] as number) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
    this.#parents = parents;
    this.#units = units;
  }
}
