// Hash keys -> rows 0, 1, 2 …: an open-addressed table of integers. What a key stands for is
// title-features.ts's.

/** Slots for so many keys: at least twice as many, a power of two. */
function slotsFor(keys: number): Int32Array {
  let size = 16;
  while (size < keys * 2) size *= 2;
  return new Int32Array(size).fill(-1);
}

/** Gives each key a row in order of first appearance. */
export class KeyTable {
  #keys: Int32Array;
  #slots: Int32Array;
  #size = 0;

  constructor(expected = 1024) {
    this.#keys = new Int32Array(Math.max(8, expected));
    this.#slots = slotsFor(this.#keys.length);
  }

  /** How many rows there are. */
  get size(): number {
    return this.#size;
  }

  /** The keys in the order of their rows. */
  get keys(): Int32Array {
    return this.#keys.subarray(0, this.#size);
  }

  /** Returns the row of a key, or −1. */
  find(key: number): number {
    const slots = this.#slots;
    const keys = this.#keys;
    const mask = slots.length - 1;
    let slot = key & mask;
    for (;;) {
      const row = slots[slot] as number;
      if (row < 0 || keys[row] === key) return row;
      slot = (slot + 1) & mask;
    }
  }

  /** Returns the row of a key, a new one where it has none. */
  add(key: number): number {
    const found = this.find(key);
    if (found >= 0) return found;
    if (this.#size === this.#keys.length) this.#grow();
    const row = this.#size++;
    this.#keys[row] = key;
    this.#place(key, row);
    return row;
  }

  #place(key: number, row: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = key & mask;
    while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
    slots[slot] = row;
  }

  #grow(): void {
    const keys = new Int32Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#slots = slotsFor(keys.length);
    for (let row = 0; row < this.#size; row++) this.#place(keys[row] as number, row);
  }
}

/** Returns the table of these keys, each once, whose rows are their places. */
export function keyTableOf(keys: Int32Array): KeyTable {
  const table = new KeyTable(keys.length);
  for (let row = 0; row < keys.length; row++) table.add(keys[row] as number);
  return table;
}
