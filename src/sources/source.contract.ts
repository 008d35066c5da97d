// What every reader of public data keeps, whatever its source: the same bytes give the same, what it
// does not know does not disturb it, a bad row is named by its line and costs nothing but itself.

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SourceFiles } from "./source-files.ts";
import type { SourceProblem } from "./source-problem.ts";

type Files = ReadonlyMap<string, Uint8Array>;

export interface SourceUnderTest<T> {
  readonly read: (files: SourceFiles) => {
    readonly value: T;
    readonly problems: readonly SourceProblem[];
  };
  readonly files: Files;
  /** For some tables a row that cannot be used, and what its problem says. */
  readonly badRows: readonly {
    readonly file: string;
    readonly row: string;
    readonly problem: { readonly code: SourceProblem["code"]; readonly column: string };
  }[];
}

/** Runs the contract for one reader. */
export function testSource<T>(name: string, { read, files, badRows }: SourceUnderTest<T>): void {
  const whole = read(files);

  describe(name, () => {
    test("gives the same of the same bytes, in whatever order and form they come", () => {
      expect(read(files)).toEqual(whole);
      expect(read(new Map([...files].reverse()))).toEqual(whole);
      expect(read(Object.fromEntries(files))).toEqual(whole);
    });

    test("tolerates columns it does not know, also before the others", () => {
      expect(read(changed(files, withColumn)).value).toEqual(whole.value);
    });

    test("reads lines that end as Windows ends them", () => {
      expect(read(changed(files, (text) => text.replace(/\r?\n/g, "\r\n"))).value).toEqual(
        whole.value,
      );
    });

    test("reads files that begin with a byte-order mark", () => {
      expect(read(changed(files, (text) => `\uFEFF${text.replace(/^\uFEFF/, "")}`)).value).toEqual(
        whole.value,
      );
    });

    test.each(badRows)("names a bad row by its line, and reads the rest: $row", (bad) => {
      const { file, row, problem } = bad;
      const text = textOf(files.get(file));
      const line = text.split("\n").length;
      const result = read(new Map([...files, [file, bytesOf(`${text}${row}\n${row}\n`)]]));
      expect(result.value).toEqual(whole.value);
      const found = result.problems.filter((one) => !whole.problems.some((old) => same(one, old)));
      expect(found).toEqual([
        expect.objectContaining({ ...problem, file, line }),
        expect.objectContaining({ ...problem, file, line: line + 1 }),
      ]);
    });

    test("names a row whose quote is never closed, and reads those after it", () => {
      for (const [file, bytes] of files) {
        if (!file.endsWith(".csv")) continue;
        const rows = splitRows(textOf(bytes));
        if (textOf(bytes).includes('"')) continue;
        const torn = [...rows.slice(0, -1), '"open,x\n', ...rows.slice(-1)].join("");
        const result = read(new Map([...files, [file, bytesOf(torn)]]));
        expect(result.value, file).toEqual(whole.value);
        expect(result.problems).toContainEqual(
          expect.objectContaining({ code: "source/broken-row", file, line: rows.length }),
        );
      }
    });

    test("says what is missing when there are no files, and never throws", () => {
      expect(read(new Map()).problems.length).toBeGreaterThan(0);
      expect(read({ "nothing.bin": Uint8Array.of(0, 255, 1) }).problems.length).toBeGreaterThan(0);
    });

    test("never throws, whatever is done to the bytes", () => {
      const names = [...files.keys()];
      fc.assert(
        fc.property(
          fc.constantFrom(...names),
          fc.array(mutation, { maxLength: 6 }),
          (file, steps) => {
            const bytes = steps.reduce(mutate, files.get(file) ?? new Uint8Array());
            expect(() => read(new Map([...files, [file, bytes]]))).not.toThrow();
          },
        ),
        { numRuns: 200 },
      );
    });
  });
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function changed(files: Files, change: (text: string) => string): Files {
  return new Map([...files].map(([name, bytes]) => [name, bytesOf(change(textOf(bytes)))]));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Rows of a text without quotes, each with its line's end. */
function splitRows(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

/** The table with a column before the others that nobody knows. */
function withColumn(text: string): string {
  const isTabbed = /^[^\n]*\t/.test(text);
  if (isTabbed) {
    const lines = text.replace(/\n$/, "").split("\n");
    return `${lines.map((line, at) => `${at === 0 ? "Unknown" : "?"}\t${line}`).join("\n")}\n`;
  }
  const rows: string[][] = parse(text, { bom: true, relax_column_count: true });
  // What is no table (a Read Me) stays as it is.
  if (rows.every((row) => row.length === 1)) return text;
  return rows.map((row, at) => [`${at}`, ...row].map(quoted).join(",")).join("\n");
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

type Mutation = readonly [kind: "set" | "cut" | "insert" | "repeat", at: number, value: number];

const mutation: fc.Arbitrary<Mutation> = fc.tuple(
  fc.constantFrom("set", "cut", "insert", "repeat"),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.oneof(fc.constantFrom(9, 10, 13, 34, 44, 0, 255), fc.nat(255)),
);

function mutate(bytes: Uint8Array, [kind, share, value]: Mutation): Uint8Array {
  const at = Math.floor(share * bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (kind) {
    case "set":
      return Uint8Array.of(...before, value, ...after.subarray(1));
    case "cut":
      return Uint8Array.of(...before, ...after.subarray(value));
    case "insert":
      return Uint8Array.of(...before, value, ...after);
    case "repeat":
      return Uint8Array.of(...before, ...after.subarray(0, value), ...after);
  }
}
