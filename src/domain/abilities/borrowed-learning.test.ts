import { expect, test } from "vitest";
import { SMALL, smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { titleEntriesOf } from "../titles/match-title.ts";
import { buildTitleIndex } from "../titles/title-index.ts";
import { borrowedLearningOf } from "./borrowed-learning.ts";

const catalogue = smallCatalogue();
const lenders = { catalogue, titles: buildTitleIndex(titleEntriesOf(catalogue)) };

test("borrowedLearningOf() borrows from the nearest titles, and says from which", () => {
  const nurse = borrowedLearningOf("registered nurse", lenders);
  expect(nurse.from[0]).toBe(SMALL.registeredNurse);
  expect(nurse.zone).toBe(3);
  expect(nurse.months).toBeGreaterThan(7.5);
  expect(nurse.months).toBeLessThan(36);
});

test("borrowedLearningOf() takes the usual time where no title is near", () => {
  expect(borrowedLearningOf("", lenders)).toEqual({ months: 18, zone: 0, from: [] });
});
