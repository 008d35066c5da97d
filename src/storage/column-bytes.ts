// One block of bytes that holds named columns: typed arrays as they lie in memory, strings as one UTF-8
// text with their lengths, and a JSON head for the little that is no column. A checksum tells damage.
// The same columns give the same bytes. Knows nothing of catalogues.

import { crc32 } from "node:zlib";
import { fail, ok, type Result } from "../domain/result.ts";

export type NumberColumn = Float64Array | Float32Array | Int32Array | Uint8Array;
export type Column = NumberColumn | readonly string[];

export interface ColumnBlock {
  /** Anything that JSON holds; a number that is not finite comes back as NaN. */
  readonly head: unknown;
  readonly columns: ReadonlyMap<string, Column>;
}

export type DamageProblem =
  | { readonly code: "columns/damaged" }
  | { readonly code: "columns/other-version"; readonly found: number };

/** First bytes of a block, and the version of its layout; another layout gets another number. */
const MAGIC = "TLCB";
export const COLUMN_LAYOUT = 1;
/** Magic, layout, checksum of all that follows, length of the JSON after it. */
const HEADER_BYTES = 16;
/** Every column begins at a multiple of this, so that any typed array can lie over it. */
const ALIGNMENT = 8;

interface ColumnPlace {
  readonly name: string;
  readonly kind: "f64" | "f32" | "i32" | "u8" | "text";
  readonly start: number;
  /** Elements; for text the strings. */
  readonly count: number;
  /** Bytes of the text, after the strings' lengths. */
  readonly textBytes: number;
}

/** Returns the columns as one block. Little-endian, as the machines that Node runs on are. */
export function makeColumnBytes({ head, columns }: ColumnBlock): Uint8Array {
  const places: ColumnPlace[] = [];
  const parts: { readonly start: number; readonly bytes: Uint8Array }[] = [];
  let end = 0;
  const add = (bytes: Uint8Array): number => {
    const start = aligned(end);
    parts.push({ start, bytes });
    end = start + bytes.length;
    return start;
  };
  for (const [name, column] of columns) {
    if (isNumbers(column)) {
      const start = add(bytesOf(column));
      places.push({ name, kind: kindOf(column), start, count: column.length, textBytes: 0 });
    } else {
      const start = add(bytesOf(Int32Array.from(column, (text) => text.length)));
      const text = new TextEncoder().encode(column.join(""));
      add(text);
      places.push({ name, kind: "text", start, count: column.length, textBytes: text.length });
    }
  }
  const json = new TextEncoder().encode(JSON.stringify({ head, places }));
  const body = aligned(HEADER_BYTES + json.length);
  const bytes = new Uint8Array(body + end);
  bytes.set(json, HEADER_BYTES);
  for (const part of parts) bytes.set(part.bytes, body + part.start);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < MAGIC.length; i++) view.setUint8(i, MAGIC.charCodeAt(i));
  view.setUint32(4, COLUMN_LAYOUT, true);
  view.setUint32(12, json.length, true);
  view.setUint32(8, crc32(bytes.subarray(12)), true);
  return bytes;
}

/** Returns the columns of a block; numbers lie over the given bytes, which must not change any more. */
export function parseColumnBytes(given: Uint8Array): Result<ColumnBlock, DamageProblem> {
  const bytes = given.byteOffset % ALIGNMENT === 0 ? given : given.slice();
  if (bytes.length < HEADER_BYTES) return fail({ code: "columns/damaged" });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < MAGIC.length; i++) {
    if (view.getUint8(i) !== MAGIC.charCodeAt(i)) return fail({ code: "columns/damaged" });
  }
  const found = view.getUint32(4, true);
  if (found !== COLUMN_LAYOUT) return fail({ code: "columns/other-version", found });
  if (view.getUint32(8, true) !== crc32(bytes.subarray(12))) {
    return fail({ code: "columns/damaged" });
  }
  // From here on the bytes are those that were made: the checksum says so.
  const jsonEnd = HEADER_BYTES + view.getUint32(12, true);
  const json = new TextDecoder().decode(bytes.subarray(HEADER_BYTES, jsonEnd));
  // as: makeColumnBytes() wrote it; a number that is not finite was written as null
  const { head, places } = JSON.parse(json, (_key, value) => value ?? Number.NaN) as {
    head: unknown;
    places: readonly ColumnPlace[];
  };
  const body = aligned(jsonEnd);
  const columns = new Map(
    places.map((place) => [place.name, columnAt(bytes, body + place.start, place)]),
  );
  return ok({ head, columns });
}

function columnAt(bytes: Uint8Array, start: number, place: ColumnPlace): Column {
  const at = bytes.byteOffset + start;
  switch (place.kind) {
    case "f64":
      return new Float64Array(bytes.buffer, at, place.count);
    case "f32":
      return new Float32Array(bytes.buffer, at, place.count);
    case "i32":
      return new Int32Array(bytes.buffer, at, place.count);
    case "u8":
      return new Uint8Array(bytes.buffer, at, place.count);
    case "text":
      return textsAt(bytes, start, place);
  }
}

/** One text is decoded and cut, which is many times faster than decoding each string by itself. */
function textsAt(bytes: Uint8Array, start: number, place: ColumnPlace): readonly string[] {
  const lengths = new Int32Array(bytes.buffer, bytes.byteOffset + start, place.count);
  const textStart = aligned(start + lengths.byteLength);
  // A byte order mark at the beginning is part of the first string.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const text = decoder.decode(bytes.subarray(textStart, textStart + place.textBytes));
  const texts: string[] = [];
  let from = 0;
  for (const length of lengths) {
    texts.push(text.slice(from, from + length));
    from += length;
  }
  return texts;
}

function isNumbers(column: Column): column is NumberColumn {
  return ArrayBuffer.isView(column);
}

function kindOf(column: NumberColumn): ColumnPlace["kind"] {
  if (column instanceof Float64Array) return "f64";
  if (column instanceof Float32Array) return "f32";
  return column instanceof Int32Array ? "i32" : "u8";
}

function bytesOf(column: NumberColumn): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

function aligned(place: number): number {
  return Math.ceil(place / ALIGNMENT) * ALIGNMENT;
}
