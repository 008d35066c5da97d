import { expect, test } from "vitest";
import { listInWords } from "./words-in-a-row.ts";

test.each([
  [[], ""],
  [["time"], "time"],
  [["time", "money"], "time and money"],
  [["time", "money", "chance"], "time, money and chance"],
])("listInWords(%j) says %s", (words, said) => {
  expect(listInWords(words)).toBe(said);
});
