import { expect, test } from "vitest";
import { smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { blankCatalogue } from "../occupations/catalogue.ts";
import { titleEntriesOf } from "../titles/match-title.ts";
import { buildTitleIndex } from "../titles/title-index.ts";
import { borrowedLearningOf } from "./borrowed-learning.ts";

const catalogue = smallCatalogue();
const lending = {
  catalogue,
  titles: buildTitleIndex(titleEntriesOf(catalogue)),
  crosswalk: undefined,
};
const other = {
  ...blankCatalogue("esco", ["1", "2"]),
  titles: ["registered nurse", "zzyzx qwfpb"],
};

test("borrowedLearningOf() borrows from the nearest, and says from which", () => {
  const { from, months } = borrowedLearningOf(other, 0, lending);
  expect(from[0]).toBe(smallRow("registeredNurse"));
  expect(months).toBeGreaterThanOrEqual(7.5);
  expect(months).toBeLessThanOrEqual(36);
});

test("borrowedLearningOf() takes the usual time where none is near, or none has a zone", () => {
  expect(borrowedLearningOf(other, 1, lending)).toEqual({ months: 18, from: [] });
  const zoneless = { ...catalogue, zones: new Uint8Array(catalogue.ids.length) };
  const without = { ...lending, catalogue: zoneless };
  expect(borrowedLearningOf(other, 0, without)).toEqual({ months: 18, from: [] });
});
