// What an occupation asks for, as a list.

import { expect, test } from "vitest";
import { blankCatalogue, type Element } from "./catalogue.ts";
import { listDemands, listSkills } from "./occupation-demands.ts";

const element = (id: string, name: string): Element => ({
  id,
  name,
  group: "skill",
  priorMean: 3,
  priorSd: 1,
  unlistedLevel: 0.7,
  anchors: [],
});
const CATALOGUE = {
  ...blankCatalogue("made-up", ["a", "b"]),
  elements: [element("2.A.1.b", "Active Listening"), element("x", "Odd"), element("y", "Even")],
  importance: Float32Array.from([4, 5, 4, 1, Number.NaN, Number.NaN]),
  level: Float32Array.from([3, Number.NaN, 5, 1, Number.NaN, Number.NaN]),
  skills: {
    ids: ["1", "2", "3"],
    names: ["weld", "bend", "add"],
    starts: Int32Array.from([0, 3, 3]),
    skills: Int32Array.from([0, 1, 2]),
    essential: Uint8Array.from([1, 1, 0]),
  },
};

test("listDemands() gives the most important first, in plain words, and no level that is not given", () => {
  expect(
    listDemands(CATALOGUE, 0).map(({ phrase, importance, level }) => [phrase, importance, level]),
  ).toEqual([
    ["odd", 5, undefined],
    ["even", 4, 5],
    ["listening closely", 4, 3],
  ]);
  expect(listDemands(CATALOGUE, 1)).toEqual([]);
});

test("listSkills() gives essential and optional apart, by the alphabet", () => {
  expect(listSkills(CATALOGUE, 0)).toEqual({ essential: ["bend", "weld"], optional: ["add"] });
  expect(listSkills(CATALOGUE, 1)).toEqual({ essential: [], optional: [] });
});
