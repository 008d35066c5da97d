import { expect, test } from "vitest";
import { capital, inText, lowerFirst } from "./first-letter.ts";

test("lowerFirst() keeps abbreviations and names as they are written", () => {
  expect(["Exam passed", "NCLEX passed", "Cisco exam passed", ""].map(lowerFirst)).toEqual([
    "exam passed",
    "NCLEX passed",
    "Cisco exam passed",
    "",
  ]);
});

test("inText() makes an article small too, and no letter that is a name", () => {
  expect(["A date stands", "A+ is passed", "Two weeks are over"].map(inText)).toEqual([
    "a date stands",
    "A+ is passed",
    "two weeks are over",
  ]);
});

test("capital() makes the first letter large, and no others", () => {
  expect(["registered nurse", "élan", ""].map(capital)).toEqual(["Registered nurse", "Élan", ""]);
});
