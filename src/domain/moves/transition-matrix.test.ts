// Whole tables of occupations by occupations, by ratings and by skills, each against a plain loop.

import fc from "fast-check";
import { expect, test } from "vitest";
import { smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { blankCatalogue, type Catalogue } from "../occupations/catalogue.ts";
import { transitionMatrix } from "./transition-matrix.ts";

/** By occupation, what it asks of each skill: 0 nothing, 1 optional, 2 essential. */
function skillCatalogue(asked: readonly (readonly number[])[]): Catalogue {
  const width = asked[0]?.length ?? 0;
  const rows = asked.map((row) => row.flatMap((how, skill) => (how > 0 ? [{ how, skill }] : [])));
  const starts = Int32Array.from({ length: rows.length + 1 }, (_, row) =>
    rows.slice(0, row).reduce((sum, skills) => sum + skills.length, 0),
  );
  const names = Array.from({ length: width }, (_, skill) => `skill ${skill}`);
  return {
    ...blankCatalogue(
      "made up",
      rows.map((_, row) => `occupation ${String(row).padStart(2, "0")}`),
    ),
    skills: {
      ids: names,
      names,
      starts,
      skills: Int32Array.from(rows.flat(), ({ skill }) => skill),
      essential: Uint8Array.from(rows.flat(), ({ how }) => (how === 2 ? 1 : 0)),
    },
  };
}

/** The formula, with no list and no order to be clever with. */
function plainShare(from: readonly number[], to: readonly number[]): number {
  let [met, whole] = [0, 0];
  to.forEach((how, skill) => {
    met += Math.min(how, from[skill] ?? 0) / 2;
    whole += how / 2;
  });
  return met / whole;
}

const anySkills = fc.integer({ min: 1, max: 12 }).chain((width) =>
  fc.array(fc.array(fc.nat({ max: 2 }), { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 14,
  }),
);

test("transitionMatrix() by skills is what a plain loop over occupations and skills gives", () => {
  fc.assert(
    fc.property(anySkills, (asked) => {
      const catalogue = skillCatalogue(asked);
      const known = asked.filter((row) => row.some((how) => how > 0));
      const { ids, values } = transitionMatrix(catalogue);
      expect(ids).toHaveLength(known.length);
      const plain = known.flatMap((from) => known.map((to) => plainShare(from, to)));
      expect([...values]).toEqual(plain.map(Math.fround));
      known.forEach((_, place) => {
        expect(values[place * known.length + place]).toBe(1);
      });
      expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
    }),
  );
});

test("transitionMatrix() by skills counts what is asked and not given, optional as half", () => {
  const catalogue = skillCatalogue([
    [2, 2, 0],
    [2, 1, 0],
    [2, 0, 0],
  ]);
  const { values } = transitionMatrix(catalogue);
  const rows = [0, 3, 6].map((start) => [...values.subarray(start, start + 3)]);
  expect(rows).toEqual([
    [1, 1, 1],
    [0.75, 1, 1],
    [0.5, Math.fround(2 / 3), 1],
  ]);
});

test("transitionMatrix() by ratings is what a plain loop over elements gives, 1 on the diagonal", () => {
  const catalogue = smallCatalogue();
  const { ids, values } = transitionMatrix(catalogue);
  const width = catalogue.elements.length;
  expect(ids).toEqual(catalogue.ids);
  ids.forEach((_, from) => {
    ids.forEach((__, to) => {
      let [unmet, whole] = [0, 0];
      for (let element = 0; element < width; element++) {
        const asked = catalogue.level[to * width + element] ?? Number.NaN;
        const importance = catalogue.importance[to * width + element] ?? Number.NaN;
        const held = catalogue.level[from * width + element] ?? Number.NaN;
        const usual = catalogue.elements[element]?.unlistedLevel ?? 0;
        if (Number.isNaN(asked) || Number.isNaN(importance)) continue;
        const weight = (importance - 1) / 4;
        unmet += weight * Math.max(0, asked - (Number.isNaN(held) ? usual : held));
        whole += weight * asked;
      }
      expect(values[from * ids.length + to]).toBeCloseTo(1 - unmet / whole, 6);
    });
    expect(values[from * ids.length + from]).toBe(1);
  });
});

test("transitionMatrix() is empty for a catalogue that says nothing of what is asked for", () => {
  expect(transitionMatrix(blankCatalogue("bare", ["a", "b"]))).toEqual({
    ids: [],
    values: new Float32Array(0),
  });
});
