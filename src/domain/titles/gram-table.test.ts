// The table of grams against the same done plainly with strings, also once it has grown.

import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyRunFor, type GramRun, GramTable } from "./gram-table.ts";

/** Grams of a word and how often each is there, in order of first appearance, by size. */
function plainGramsOf(word: string): Map<string, number> {
  const marked = `<${word}>`;
  const grams = new Map<string, number>();
  for (let size = 2; size <= 5; size++) {
    for (let i = 0; i + size <= marked.length; i++) {
      const gram = marked.slice(i, i + size);
      grams.set(gram, (grams.get(gram) ?? 0) + 1);
    }
  }
  return grams;
}

function expectSame(run: GramRun, start: number, word: string, known: Map<string, number>): void {
  let at = start;
  for (const [gram, count] of plainGramsOf(word)) {
    const id = run.ids[at] ?? -1;
    if ((known.get(gram) ?? id) !== id || run.counts[at] !== count) expect.fail(`${word}: ${gram}`);
    known.set(gram, id);
    at++;
  }
  expect(run.length).toBe(at);
}

test("law: each gram has one number and the right count, whatever the words", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "binary", maxLength: 12 }), { maxLength: 30 }),
      (words) => {
        const table = new GramTable();
        const run = emptyRunFor(words);
        const known = new Map<string, number>();
        for (const word of words) {
          const start = run.length;
          table.add(word, run);
          expectSame(run, start, word, known);
        }
        expect(new Set(known.values()).size).toBe(known.size);
      },
    ),
  );
});

test("numbers stay the same when the table grows", () => {
  const words = Array.from({ length: 6000 }, (_, i) => (i * 2654435761).toString(36));
  const table = new GramTable();
  const run = emptyRunFor(words);
  for (const word of words) table.add(word, run);
  expect(table.size).toBeGreaterThan(1 << 15);
  let at = 0;
  for (const word of words) {
    const found = table.find(word);
    const ids = run.ids.subarray(at, at + found.length);
    if (ids.join() !== found.ids.subarray(0, found.length).join()) expect.fail(word);
    at += found.length;
  }
});

test("grams that no word holds are below 0, the same gram with the same number, and change nothing", () => {
  const table = new GramTable();
  table.add("nurse", emptyRunFor(["nurse"]));
  const size = table.size;
  const { ids, counts, length } = table.find("xxx");
  // "<x", "xx" twice, "x>", then sizes 3 to 5: three, two and one.
  expect([...counts.subarray(0, length)]).toEqual([1, 2, 1, 1, 1, 1, 1, 1, 1]);
  expect(ids.subarray(0, length).every((id) => id < 0)).toBe(true);
  expect(table.size).toBe(size);
});
