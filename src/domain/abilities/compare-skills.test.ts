import { expect, test } from "vitest";
import { blankCatalogue } from "../occupations/catalogue.ts";
import { compareSkills, skillsInWords } from "./compare-skills.ts";
import { estimateSkills } from "./held-skills.ts";

const catalogue = {
  ...blankCatalogue("esco", ["clerk", "nobody", "nurse"]),
  skills: {
    ids: ["a", "b", "c"],
    names: ["apply hygiene", "type", "write reports"],
    starts: Int32Array.from([0, 2, 2, 5]),
    skills: Int32Array.from([1, 2, 0, 1, 2]),
    essential: Uint8Array.from([1, 1, 1, 1, 0]),
  },
};
const [CLERK, NOBODY, NURSE] = [0, 1, 2] as const;
const held = estimateSkills(
  catalogue,
  [
    {
      id: "p1",
      label: "Clerk, an office",
      kind: "paid work",
      row: CLERK,
      fullTimeMonths: 240,
      yearsSinceEnd: 0,
    },
  ],
  () => 18,
);

test("compareSkills() puts what is open and essential first, each with its evidence", () => {
  const compared = compareSkills(catalogue, held, NURSE);
  expect(compared.map(({ name }) => name)).toEqual(["apply hygiene", "type", "write reports"]);
  expect(compared.map(({ attribution }) => attribution.length)).toEqual([0, 1, 1]);
  expect(compareSkills(catalogue, held, NOBODY)).toEqual([]);
});

test("skillsInWords() counts the essential ones that are likely held", () => {
  const inWords = "a nurse";
  expect(skillsInWords(compareSkills(catalogue, held, NURSE), inWords)).toBe(
    "Of the 2 skills that are essential to work as a nurse, your record points to 1. Furthest away: apply hygiene.",
  );
  expect(skillsInWords(compareSkills(catalogue, held, CLERK), "a clerk")).toBe(
    "Of the 2 skills that are essential to work as a clerk, your record points to 2.",
  );
  expect(skillsInWords([], inWords)).toMatch(/says of no skill/);
});
