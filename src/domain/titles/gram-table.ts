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

/** The grams of many words, one after another; made with room for all of them. */
export interface GramRun {
  /** Numbers of the grams of each word in order of first appearance, by size. */
  readonly ids: Int32Array;
  /** How often each is in its word. */
  readonly counts: Int32Array;
  /** How many are written. */
  length: number;
}

/** Returns a run with room for the grams of the words. */
export function emptyRunFor(words: readonly string[]): GramRun {
  let room = 0;
  for (let i = 0; i < words.length; i++) {
    // At most one gram of each size starts at each unit of "<word".
    room += ((words[i] as string).length + 1) * (LONGEST_GRAM - SHORTEST_GRAM + 1);
  }
  return { ids: new Int32Array(room), counts: new Int32Array(room), length: 0 };
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

  /** Parent gram + 1 (0: none) and last unit of each number: all that there is to keep of a table. */
  get parts(): { readonly parents: Int32Array; readonly units: Int32Array } {
    return {
      parents: this.#parents.subarray(0, this.#size),
      units: this.#units.subarray(0, this.#size),
    };
  }

  /** Returns the table that had these parts. */
  static of(parents: Int32Array, units: Int32Array): GramTable {
    const table = new GramTable();
    for (let id = 0; id < parents.length; id++) {
      table.#idOf((parents[id] as number) - 1, units[id] as number, true);
    }
    return table;
  }

  /** Writes the grams of a word to the end of the run; those that are new get numbers. */
  add(word: string, run: GramRun): void {
    this.#write(word, run, true);
  }

  /** Returns the grams of a word; those that no added word holds are below 0. The table is left as it is. */
  find(word: string): GramRun {
    const run = emptyRunFor([word]);
    this.#write(word, run, false);
    return run;
  }

  #write(word: string, run: GramRun, isAdded: boolean): void {
    const marked = `<${word}>`;
    const { ids, counts } = run;
    const units: number[] = [];
    /** The gram of the size before that starts at each unit. */
    const parents: number[] = [];
    for (let i = 0; i < marked.length; i++) {
      const unit = marked.charCodeAt(i);
      units.push(unit);
      parents.push(this.#idOf(-1, unit, isAdded));
    }
    const unknown: string[] = [];
    let end = run.length;
    for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
      const first = end;
      for (let i = 0; i + size <= marked.length; i++) {
        const parent = parents[i] as number;
        // What hangs on an unknown gram is unknown.
        let id = parent < 0 ? -1 : this.#idOf(parent, units[i + size - 1] as number, isAdded);
        parents[i] = id;
        if (id < 0) {
          const gram = marked.slice(i, i + size);
          if (!unknown.includes(gram)) unknown.push(gram);
          id = -1 - unknown.indexOf(gram);
        }
        let at = first;
        while (at < end && ids[at] !== id) at++;
        if (at === end) {
          ids[at] = id;
          counts[at] = 1;
          end++;
        } else counts[at] = (counts[at] as number) + 1;
      }
    }
    run.length = end;
  }

  #idOf(parent: number, unit: number, isAdded: boolean): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashOf(parent, unit) & mask;
    for (;;) {
      const id = slots[slot] as number;
      if (id < 0) break;
      if (this.#parents[id] === parent + 1 && this.#units[id] === unit) return id;
      slot = (slot + 1) & mask;
    }
    if (!isAdded) return -1;
    const id = this.#size++;
    slots[slot] = id;
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
