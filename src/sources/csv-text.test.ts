import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsvText } from "./csv-text.ts";

function cellsOf(text: string): readonly (readonly string[])[] | undefined {
  const parsed = parseCsvText(text);
  return parsed.ok ? parsed.lines.map((line) => line.cells) : undefined;
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

const cell = fc.string({
  unit: fc.constantFrom("a", "ä", " ", ",", '"', "\n", ";", "1"),
  maxLength: 6,
});
const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });

test("parseCsvText() gives the cells that were written, as csv-parse does", () => {
  fc.assert(
    fc.property(rows, fc.constantFrom("\n", "\r\n"), (table, ending) => {
      const text = table
        .map((row) => row.map((one) => (/[",\n]/.test(one) ? quoted(one) : one)).join(","))
        .join(ending);
      expect(cellsOf(text)).toEqual(table);
      expect(cellsOf(text)).toEqual(parse(text, { relax_column_count: true }));
    }),
    { numRuns: 500 },
  );
});

test("parseCsvText() says on which line of the file each row begins", () => {
  const parsed = parseCsvText('a,b\n\n"one\ntwo",2\nc,d\n');
  expect(parsed.ok && parsed.lines.map(({ line }) => line)).toEqual([1, 3, 5]);
});

test("parseCsvText() drops a byte-order mark and takes no text as no rows", () => {
  expect(cellsOf("\uFEFFa,b\n1,2")).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
  expect(cellsOf("")).toEqual([]);
});

test("parseCsvText() names the line of a quote that is never closed", () => {
  expect(parseCsvText('a,b\n1,"two\n3,4\n')).toEqual({ ok: false, openQuoteLine: 2 });
});

test("parseCsvText() never throws, whatever the text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(",", '"', "\n", "\r", "x"), maxLength: 40 }),
      (text) => {
        expect(() => parseCsvText(text)).not.toThrow();
      },
    ),
    { numRuns: 1000 },
  );
});
