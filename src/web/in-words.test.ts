import fc from "fast-check";
import { expect, test } from "vitest";
import type { CalendarDate } from "../domain/calendar-date.ts";
import {
  chanceInWords,
  dayInWords,
  hoursInWords,
  shortMonth,
  titleOf,
  unbroken,
} from "./in-words.ts";

test("chanceInWords() never promises and never rules out", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
      expect(chanceInWords(chance)).toMatch(/^(about [1-9]|less than 1|more than 9) in 10$/);
    }),
  );
});

test.each([
  [1, "1 hour"],
  [35.2, "35 hours"],
  [203, "about 200 hours"],
  [2877, "about 2,900 hours"],
])("hoursInWords(%d) says %s", (hours, words) => {
  expect(hoursInWords(hours)).toBe(words);
});

test("shortMonth() and dayInWords() keep to narrow places", () => {
  expect(shortMonth("2031-06-30" as CalendarDate)).toBe("Jun 2031");
  expect(dayInWords("2031-06-30" as CalendarDate)).toBe("30 June");
});

test("unbroken() keeps “job-like” on one line", () => {
  expect(unbroken("from job-like to career-like")).toBe("from job-\u2060like to career-\u2060like");
});

test("titleOf() never leaves a position without a name", () => {
  expect(titleOf({ title: "Cashier", organisation: "A shop" })).toBe("Cashier");
  expect(titleOf({ title: "", organisation: "A shop" })).toBe("A position with A shop");
  expect(titleOf({ title: "", organisation: "" })).toBe("A position");
});

test("unbroken() keeps figures and their signs together and changes nothing else", () => {
  expect(unbroken("about 53 % of it")).toBe("about 53\u00a0% of it");
  expect(unbroken("about 6 in 10, on these")).toBe("about 6\u00a0in\u00a010, on these");
  expect(unbroken("in 1 in 100 cases")).toBe("in 1\u00a0in\u00a0100 cases");
  expect(unbroken("6 in all, 10 in 1000")).toBe("6 in all, 10 in 1000");
});
