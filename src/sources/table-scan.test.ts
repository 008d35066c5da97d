import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ProblemList } from "./problem-list.ts";
import { openTable, TableScan } from "./table-scan.ts";

function rowsOf(text: string, separator: "\t" | ",", most?: number): string[][] {
  const scan = new TableScan(text, separator, most);
  const rows: string[][] = [];
  for (let found = scan.next(); found !== false; found = scan.next()) {
    rows.push(Array.from({ length: scan.width }, (_, place) => scan.cell(place)));
  }
  return rows;
}

const cell = fc.string({
  unit: fc.constantFrom("a", "ä", ",", '"', "\n", "1", "\t", "|"),
  maxLength: 6,
});
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
});

test("TableScan gives the cells that were written, as csv-parse does", () => {
  fc.assert(
    fc.property(table, fc.constantFrom("\n", "\r\n"), fc.boolean(), (rows, ending, ends) => {
      const quoted = (one: string) => (/[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one);
      const text = rows.map((row) => row.map(quoted).join(",")).join(ending) + (ends ? ending : "");
      const expected: string[][] = parse(text, { relax_column_count: true });
      expect(rowsOf(text, ",")).toEqual(expected.map((row) => row.map((one) => one.trim())));
    }),
    { numRuns: 500 },
  );
});

test("TableScan takes quotes between tabs as they are", () => {
  expect(rowsOf('a\t"b\r\n"c"\t\r\n\nd', "\t")).toEqual([["a", '"b'], ['"c"', ""], ["d"]]);
});

test("TableScan looks for no more cells than are wanted", () => {
  expect(rowsOf('a,b,c\n"d",e,"f\ng"\nh', ",", 2)).toEqual([["a", "b"], ["d", "e"], ["h"]]);
});

test("TableScan says on which line each row begins", () => {
  const scan = new TableScan('a,b\n\n"one\ntwo",2\nc,d', ",");
  const lines: number[] = [];
  while (scan.next()) lines.push(scan.line);
  expect(lines).toEqual([1, 3, 5]);
});

test("TableScan goes on behind a quote that is never closed, and ends", () => {
  const scan = new TableScan('a,b\n"open,b\nc,d', ",");
  expect([scan.next(), scan.next(), scan.next(), scan.cell(0), scan.next()]).toEqual([
    true,
    "broken",
    true,
    "c",
    false,
  ]);
  expect(rowsOf('"', ",")).toEqual([[]]);
});

test("TableScan takes a quoted cell of a million characters and more for one that is never closed", () => {
  const text = `"${"x\n".repeat(600_000)}"\na,b`;
  const scan = new TableScan(text, ",");
  expect(scan.next()).toBe("broken");
  let last = "";
  while (scan.next()) last = scan.cell(1) || last;
  expect(last).toBe("b");
});

/** A million short rows, each of which would be looked through to the end if nothing were remembered. */
test.each([
  ["no separator", "a\n", "\t"],
  ["no quote", "a,b\n", ","],
  ["no separator behind quotes", '"a"\n', ","],
  ["empty cells", '"",', ","],
] as const)("TableScan is quick where there is %s", (_, piece, separator) => {
  const text = piece.repeat(1_000_000);
  const started = performance.now();
  const scan = new TableScan(text, separator, 2);
  let widest = 0;
  while (scan.next() !== false) widest = Math.max(widest, scan.width);
  expect(widest).toBeLessThanOrEqual(2);
  // It takes a tenth of a second; looking through the rest each time takes minutes.
  expect(performance.now() - started).toBeLessThan(5000);
});

const file = (text: string) => ({ path: "x.csv", bytes: new TextEncoder().encode(text) });

test("openTable() finds its header below what a sheet says of itself", () => {
  const problems = new ProblemList();
  const rows = openTable(file("Made by nobody\n,\nid,name\n1,one\n"), { needed: ["ID"] }, problems);
  expect(rows?.next()).toBe(true);
  expect([rows?.text("ID"), rows?.line]).toEqual(["1", 4]);
});

test("openTable() names each column that is missing", () => {
  const problems = new ProblemList();
  expect(openTable(file("id\n1\n"), { needed: ["id", "a", "b"] }, problems)).toBeUndefined();
  expect(problems.list()).toEqual([
    { code: "source/missing-column", file: "x.csv", column: "a" },
    { code: "source/missing-column", file: "x.csv", column: "b" },
  ]);
});

test("openTable() reads what is no UTF-8 as older spreadsheets write it, and refuses what is no text", () => {
  const problems = new ProblemList();
  const latin = { path: "x.csv", bytes: Uint8Array.from(Buffer.from("id\ncaf\xe9\n", "latin1")) };
  const rows = openTable(latin, { needed: ["id"] }, problems);
  rows?.next();
  expect(rows?.text("id")).toBe("café");
  expect(openTable(file("id\n\0"), { needed: ["id"] }, problems)).toBeUndefined();
  expect(problems.list()).toEqual([
    { code: "source/unreadable-file", file: "x.csv", reason: "it is not text" },
  ]);
});

test("openTable() gives up a table of which hardly a row can be used", () => {
  const problems = new ProblemList();
  const rows = openTable(file(`id\n${"x\n".repeat(200_000)}`), { needed: ["id"] }, problems);
  let read = 0;
  while (rows?.next()) {
    read += 1;
    rows.note("source/bad-value", "id");
  }
  expect(read).toBe(100_001);
  expect(problems.list().map(({ code }) => code)).toContain("source/unreadable-file");
});

test.each(["\n", "\r\n", "\r"])("openTable() reads lines however they end: %j", (ending) => {
  const text = ["code,name", "1,nurse", "2,cook", ""].join(ending);
  const problems = new ProblemList();
  const file = { path: "a.csv", bytes: new TextEncoder().encode(text) };
  const rows = openTable(file, { needed: ["code", "name"] }, problems);
  const names: string[] = [];
  while (rows?.next()) names.push(rows.text("name"));
  expect(names).toEqual(["nurse", "cook"]);
});
