// Typed arrays and texts, one after another in one run of bytes, with a mark, a version and a checksum, so
// that what is damaged or foreign is noticed before anything is made of it. Little-endian, as every
// processor that runs JavaScript today is. What is packed: encoder-bytes.ts and index-bytes.ts.

import { fail, ok, type Result } from "../result.ts";
import { isWellPacked, type PackedTexts, packTexts, textAt } from "./packed-texts.ts";

/** Why bytes cannot be read back; both mean: make them anew. */
export type PackedProblem =
  | { readonly code: "titles/bytes-foreign" }
  | { readonly code: "titles/bytes-damaged" };

/** Mark, version, checksum, length. */
const HEADER = 16;

type Packable = Int8Array | Int32Array | Float32Array | Float64Array | Uint8Array | Uint16Array;

/** FNV-1a over 32-bit words; the bytes are a multiple of four from `from` on. */
function checksumOf(bytes: Uint8Array, from: number): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + from, (bytes.length - from) >> 2);
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ (words[i] as number), 0x01000193);
  return hash >>> 0;
}

/** Gathers parts; `bytes()` gives them as one run. */
export class PackedWriter {
  #parts: Uint8Array[] = [];
  #length = HEADER;
  readonly #mark: number;
  readonly #version: number;

  constructor(mark: number, version: number) {
    this.#mark = mark;
    this.#version = version;
  }

  #push(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#length += bytes.length;
    const rest = -this.#length & 7;
    if (rest > 0) this.#push(new Uint8Array(rest));
  }

  number(value: number): void {
    this.array(new Float64Array([value]));
  }

  array(values: Packable): void {
    this.#push(new Uint8Array(new Float64Array([values.length]).buffer));
    this.#push(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }

  /** Texts as UTF-16 units, so that any text comes back as it was. */
  texts(values: readonly string[]): void {
    this.packed(packTexts(values));
  }

  packed({ ends, units }: PackedTexts): void {
    this.array(ends);
    this.array(units);
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#length);
    let at = HEADER;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    const header = new Uint32Array(bytes.buffer, 0, HEADER / 4);
    header[0] = this.#mark;
    header[1] = this.#version;
    header[3] = this.#length;
    header[2] = checksumOf(bytes, HEADER);
    return bytes;
  }
}

/** Thrown and caught in this file alone: a part is not what was expected. */
class Damaged extends Error {}

/** Gives the parts in the order in which they were written, over the bytes, which must not change any more. */
export class PackedReader {
  readonly #bytes: Uint8Array;
  #at = HEADER;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Where the next part lies: every part begins at a multiple of eight, so that an array can lie over it. */
  #take(length: number): number {
    const start = this.#at;
    const end = start + length;
    if (!(length >= 0 && end <= this.#bytes.length)) throw new Damaged();
    this.#at = (end + 7) & ~7;
    return this.#bytes.byteOffset + start;
  }

  #count(): number {
    const [count = -1] = new Float64Array(this.#bytes.buffer, this.#take(8), 1);
    if (!(Number.isInteger(count) && count >= 0)) throw new Damaged();
    return count;
  }

  number(): number {
    const [value = Number.NaN] = this.float64s(1);
    return value;
  }

  /** Every array may be asked to have just so many values. It lies over the bytes: nothing is copied. */
  #array(
    width: number,
    expected: number | undefined,
  ): readonly [bytes: ArrayBufferLike, at: number, count: number] {
    const count = this.#count();
    if (expected !== undefined && count !== expected) throw new Damaged();
    return [this.#bytes.buffer, this.#take(count * width), count];
  }

  int8s(expected?: number): Int8Array {
    return new Int8Array(...this.#array(1, expected));
  }

  int32s(expected?: number): Int32Array {
    return new Int32Array(...this.#array(4, expected));
  }

  float32s(expected?: number): Float32Array {
    return new Float32Array(...this.#array(4, expected));
  }

  float64s(expected?: number): Float64Array {
    return new Float64Array(...this.#array(8, expected));
  }

  uint8s(expected?: number): Uint8Array {
    return new Uint8Array(...this.#array(1, expected));
  }

  uint16s(expected?: number): Uint16Array {
    return new Uint16Array(...this.#array(2, expected));
  }

  /** Row starts: ascending from 0. */
  starts(): Int32Array {
    const starts = this.int32s();
    this.check(starts[0] === 0);
    for (let row = 1; row < starts.length; row++) {
      this.check((starts[row - 1] as number) <= (starts[row] as number));
    }
    return starts;
  }

  /** Numbers from 0 to below `most`. */
  rows(expected: number | undefined, most: number): Int32Array {
    const rows = this.int32s(expected);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      this.check(row >= 0 && row < most);
    }
    return rows;
  }

  packed(expected?: number): PackedTexts {
    const packed = { ends: this.int32s(expected), units: this.uint16s() };
    this.check(isWellPacked(packed));
    return packed;
  }

  texts(expected?: number): string[] {
    const packed = this.packed(expected);
    return Array.from(packed.ends, (_, number) => textAt(packed, number));
  }

  /** Says that what was read cannot be right. */
  check(isRight: boolean): void {
    if (!isRight) throw new Damaged();
  }
}

/** Returns what `read` makes of the parts, or why there is nothing to make it of. */
export function unpack<T>(
  bytes: Uint8Array,
  mark: { readonly mark: number; readonly version: number },
  read: (reader: PackedReader) => T,
): Result<T, PackedProblem> {
  // A run of bytes that does not begin at a multiple of eight cannot be looked at as numbers.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  if (aligned.length < HEADER) return fail({ code: "titles/bytes-foreign" });
  const header = new Uint32Array(aligned.buffer, aligned.byteOffset, HEADER / 4);
  if (header[0] !== mark.mark || header[1] !== mark.version) {
    return fail({ code: "titles/bytes-foreign" });
  }
  if (header[3] !== aligned.length || header[2] !== checksumOf(aligned, HEADER)) {
    return fail({ code: "titles/bytes-damaged" });
  }
  try {
    return ok(read(new PackedReader(aligned)));
  } catch (error) {
    if (error instanceof Damaged) return fail({ code: "titles/bytes-damaged" });
    throw error;
  }
}
