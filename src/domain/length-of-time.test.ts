import { expect, test } from "vitest";
import { monthsInWords, monthsRangeInWords } from "./length-of-time.ts";

test.each([
  [0.2, "1 week"],
  [0.7, "3 weeks"],
  [1, "1 month"],
  [3.4, "3 months"],
  [12, "12 months"],
  [23.4, "23 months"],
  [24, "2 years"],
  [30, "2½ years"],
  [89, "7½ years"],
])("monthsInWords(%d) says %s", (months, words) => {
  expect(monthsInWords(months)).toBe(words);
});

test.each([
  [{ low: 76, high: 128 }, "6½ to 10½ years"],
  [{ low: 6, high: 26 }, "6 months to 2 years"],
  [{ low: 14, high: 20 }, "14 to 20 months"],
  [{ low: 6, high: 6 }, "6 months"],
])("monthsRangeInWords(%j) says %s", (months, words) => {
  expect(monthsRangeInWords(months)).toBe(words);
});
