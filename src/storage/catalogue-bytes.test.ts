import fc from "fast-check";
import { expect, test } from "vitest";
import { smallCatalogue } from "../../test/fixtures/small-catalogue.ts";
import { readStarterFiles } from "../host/bundled-files.ts";
import { readStarter } from "../sources/starter.ts";
import { makeCatalogueBytes, parseCatalogueBytes } from "./catalogue-bytes.ts";
import { type Column, makeColumnBytes, parseColumnBytes } from "./column-bytes.ts";

const wellFormed = fc.string({ unit: "binary", maxLength: 8 }).map((text) => text.toWellFormed());
const anyColumn: fc.Arbitrary<Column> = fc.oneof(
  fc.array(wellFormed, { maxLength: 5 }),
  fc.float64Array({ maxLength: 5 }),
  fc.float32Array({ maxLength: 5 }),
  fc.int32Array({ maxLength: 5 }),
  fc.uint8Array({ maxLength: 9 }),
);
const anyBlock = fc.record({
  head: fc.record({ text: wellFormed, number: fc.double({ noNaN: true }), nan: fc.constant(NaN) }),
  columns: fc
    .array(fc.tuple(fc.string({ maxLength: 4 }), anyColumn), { maxLength: 6 })
    .map((entries) => new Map(entries)),
});

test("parseColumnBytes() undoes makeColumnBytes(), wherever the bytes lie in memory", () => {
  fc.assert(
    fc.property(anyBlock, fc.integer({ min: 0, max: 7 }), (block, shift) => {
      fc.pre(Number.isFinite(block.head.number));
      const bytes = makeColumnBytes(block);
      const moved = new Uint8Array(bytes.length + shift).subarray(shift);
      moved.set(bytes);
      const parsed = parseColumnBytes(moved);
      expect(parsed.ok && parsed.value.columns).toEqual(block.columns);
      expect(parsed.ok && parsed.value.head).toEqual({
        ...block.head,
        number: block.head.number + 0, // JSON knows no minus zero
      });
    }),
  );
});

test("parseColumnBytes() notices any one changed byte, and any end cut off", () => {
  fc.assert(
    fc.property(anyBlock, fc.nat(), fc.integer({ min: 1, max: 255 }), (block, place, change) => {
      const bytes = makeColumnBytes(block);
      const at = place % bytes.length;
      expect(parseColumnBytes(bytes.subarray(0, at)).ok).toBe(false);
      bytes[at] = (bytes[at] ?? 0) ^ change;
      expect(parseColumnBytes(bytes).ok).toBe(false);
    }),
  );
});

test("parseColumnBytes() calls another layout by its number", () => {
  const bytes = makeColumnBytes({ head: {}, columns: new Map() });
  bytes[4] = 9;
  expect(parseColumnBytes(bytes)).toEqual({
    ok: false,
    problem: { code: "columns/other-version", found: 9 },
  });
});

test("parseCatalogueBytes() undoes makeCatalogueBytes(), and the same catalogue gives the same bytes", async () => {
  const { catalogue } = readStarter(await readStarterFiles());
  for (const one of [smallCatalogue(), catalogue]) {
    const bytes = makeCatalogueBytes(one);
    const parsed = parseCatalogueBytes(bytes);
    expect(parsed).toEqual({ ok: true, value: one });
    expect(parsed.ok && makeCatalogueBytes(parsed.value)).toEqual(bytes);
  }
});
