import { expect, test } from "vitest";
import { smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { abilitiesInWords, comesFromInWords } from "./abilities-in-words.ts";
import { compareAbilities, elementsToRate, hasPractised } from "./compare-abilities.ts";
import { estimateLevels } from "./estimate-levels.ts";

const catalogue = smallCatalogue();
const NURSE = smallRow("registeredNurse");
const work = (row: number, fullTimeMonths: number) => ({
  id: "p1",
  label: "Nurse, a ward",
  kind: "paid work" as const,
  row,
  fullTimeMonths,
  yearsSinceEnd: 0,
});

test("abilitiesInWords() counts what is about reached and names what is furthest away", () => {
  const nobody = compareAbilities(catalogue, estimateLevels(catalogue, []), NURSE);
  const said = { inWords: "a nurse", practised: false };
  expect(abilitiesInWords(catalogue, nobody, said)).toMatch(/Furthest away: medicine/);
  expect(abilitiesInWords(catalogue, [], said)).toMatch(/^Nobody has rated/);
});

test("who has done the work for as long as it takes to learn reaches what it asks for", () => {
  const levels = estimateLevels(catalogue, [work(NURSE, 60)]);
  expect(hasPractised(catalogue, levels, NURSE)).toBe(true);
  expect(hasPractised(catalogue, levels, smallRow("receptionist"))).toBe(false);
  expect(hasPractised(catalogue, estimateLevels(catalogue, [work(NURSE, 6)]), NURSE)).toBe(false);
  const nurse = compareAbilities(catalogue, levels, NURSE);
  expect(nurse.every(({ aboutReached }) => aboutReached)).toBe(true);
  const said = { inWords: "a nurse", practised: true };
  expect(abilitiesInWords(catalogue, nurse, said)).toMatch(/all \d things that it asks for/);
});

const pull = (label: string, share: number, kind: "paid work" | "self-rating" = "paid work") => ({
  label,
  kind,
  share,
  levels: share,
});

test.each([
  [[], "This is what is typical of everyone; nothing on your record speaks of it yet."],
  [[pull("A", 1)], "What your record adds comes from “A”."],
  [[pull("A", 0.7), pull("B", 0.3)], "Most of what your record adds comes from “A”."],
  [
    [pull("A", 0.4), pull("B", 0.3), pull("C", 0.3)],
    "What your record adds comes from “A”, then “B” and others.",
  ],
  [
    [pull("A", 0.6), pull("you", -0.4, "self-rating")],
    "What your record adds comes from “A”. Your own rating moves it down.",
  ],
  [
    [pull("you", 0.02, "self-rating")],
    "Nothing on your record speaks of it yet; your own rating agrees with what is typical of everyone.",
  ],
])("comesFromInWords() of %j", (attribution, sentence) => {
  expect(comesFromInWords(attribution)).toBe(sentence);
});

test("compareAbilities() puts the largest weighted shortfall first", () => {
  const compared = compareAbilities(catalogue, estimateLevels(catalogue, []), NURSE);
  const open = compared.map(({ importance, shortfall }) => (importance - 1) * shortfall);
  expect(open).toEqual(open.toSorted((a, b) => b - a));
  expect(compared[0]?.estimate.element).toBe("Medicine and Dentistry");
});

test("elementsToRate() asks first what is not rated, matters and is least certain", () => {
  const order = elementsToRate(catalogue, estimateLevels(catalogue, []), NURSE);
  const [first = -1] = order;
  expect(catalogue.elements[first]?.name).toBe("Medicine and Dentistry");
  const rated = [{ element: first, level: 3, weight: 1 }];
  const then = elementsToRate(catalogue, estimateLevels(catalogue, [], rated), NURSE);
  expect(then.at(-1)).toBe(first);
  expect([...then].sort()).toEqual([...order].sort());
});
