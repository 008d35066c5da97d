// Occupations by the beginnings of words: what is found, in which order, and which slips are forgiven.

import fc from "fast-check";
import { expect, test } from "vitest";
import { blankCatalogue } from "./catalogue.ts";
import { buildPrefixIndex, findByPrefix, slipsBetween, typedWordsOf } from "./find-by-prefix.ts";

const CATALOGUE = {
  ...blankCatalogue("made-up", ["a", "b", "c", "d"]),
  titles: ["Registered Nurses", "Phlebotomists", "Nursery Workers", "Truck Drivers"],
  aliases: [["nurse", "RN"], ["blood taker"], ["nursery nurse"], ["lorry driver", "driver"]],
  employment: Float64Array.from([10, 5, 20, Number.NaN]),
};
const INDEX = buildPrefixIndex(CATALOGUE);
const find = (query: string) => findByPrefix(CATALOGUE, INDEX, query);
const idsOf = (query: string) => find(query).map(({ row }) => CATALOGUE.ids[row]);

test.each([
  ["phleb", ["b"]],
  ["Nurses", ["a", "c"]],
  ["driver lorry", ["d"]],
  ["truck driv", ["d"]],
  ["of the lorry", ["d"]],
  ["nurse driver", []],
  ["", []],
  ["  … ", []],
] as const)("findByPrefix() finds by parts of words, in any order: %s", (query, ids) => {
  expect(idsOf(query)).toEqual(ids);
});

test("findByPrefix() puts what is nearly typed out first, and gives the name it was found by", () => {
  expect(find("nurs").map(({ row, label }) => [CATALOGUE.ids[row], label])).toEqual([
    ["a", "nurse"],
    ["c", "nursery nurse"],
  ]);
  expect(find("nurse")[0]?.score).toBeGreaterThan(find("nur")[0]?.score ?? 1);
});

test("findByPrefix() puts what more people work in first where names are equally near", () => {
  const twins = {
    ...blankCatalogue("twins", ["a", "b", "c"]),
    titles: ["Cooks", "Cooks", "Cooks"],
    employment: Float64Array.from([1, 9, Number.NaN]),
  };
  const found = findByPrefix(twins, buildPrefixIndex(twins), "cook");
  expect(found.map(({ row }) => twins.ids[row])).toEqual(["b", "a", "c"]);
});

test.each([
  ["phelb", "b"],
  ["regstered nur", "a"],
  ["registerd nruse", "a"],
  ["lorri drivr", "d"],
] as const)("findByPrefix() forgives a slip of the pen: %s", (query, id) => {
  expect(idsOf(query)[0]).toBe(id);
});

test.each([
  ["nurse", "nurse", 0],
  ["nur", "nurse", 0],
  ["nures", "nurse", 1],
  ["nurze", "nurse", 1],
  ["nrse", "nurse", 1],
  ["nnurse", "nurse", 1],
  ["driver", "nurse", 3],
] as const)("slipsBetween() counts slips: %s in %s", (typed, word, slips) => {
  expect(slipsBetween(typed, word, 2)).toBe(slips);
});

test("typedWordsOf() takes accents off and leaves small words out, unless there are no others", () => {
  expect(typedWordsOf("Éducateur of the C++ school")).toEqual(["educateur", "c++", "school"]);
  expect(typedWordsOf("the")).toEqual(["the"]);
});

test("law: any text is answered, with each occupation once and scores from 0 to 1, best first", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (query) => {
      const found = find(query);
      expect(new Set(found.map(({ row }) => row)).size).toBe(found.length);
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
    }),
  );
});

test("law: every beginning of a title finds its occupation", () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 1, 2, 3), fc.nat(16), (row, length) => {
      const title = CATALOGUE.titles[row] ?? "";
      expect(find(title.slice(0, length + 1)).map((hit) => hit.row)).toContain(row);
    }),
  );
});
