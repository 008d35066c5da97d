import { expect, test } from "vitest";
import { SMALL, smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { smallStanding } from "../../../test/fixtures/small-standing.ts";
import { rowOf } from "../occupations/catalogue.ts";
import { INTERVIEW } from "./conversation.ts";
import { knownOf } from "./known.ts";
import { openingsChecks, saidCheck } from "./openings-check.ts";
import type { Said } from "./question.ts";

const catalogue = smallCatalogue();
const standing = smallStanding(catalogue, { months: { [SMALL.receptionist]: 48 } });
const goal = {
  id: "goal",
  title: "",
  occupationId: SMALL.registeredNurse,
  why: "",
  limits: { hoursPerWeek: 8, notThese: [] },
};
const known = knownOf({ catalogue, standing, goal, mainPositionId: "position" });

test("saidCheck() gives the worked example of docs/method/gaps.md", () => {
  const said: Said = { choice: "sometimes", numbers: { openings: 1 / 3, others: 4 } };
  const check = saidCheck(known, "here", said);
  expect(check?.arithmetic).toBe("1 − e^(−2 × 0.33 ÷ (1 + 4)) = 0.12 within two years");
  expect(check?.isRedFlag).toBe(true);
  expect(check?.chance).toBeCloseTo(1 - Math.exp(-2 / 15), 12);
  const open = saidCheck(known, "here", { choice: "often", numbers: { others: 2 } });
  // 1 − e^(−2 × 3 ÷ 3)
  expect(open?.chance).toBeCloseTo(0.8647, 4);
  expect(open?.isRedFlag).toBe(false);
});

test("saidCheck() calls no red flag what rests on assumed rivals, but for a full house", () => {
  expect(saidCheck(known, "here", { choice: "rarely" })?.isRedFlag).toBe(false);
  expect(saidCheck(known, "here", { choice: "rarely" })?.sources.join(" ")).toContain(
    "two are assumed",
  );
  expect(saidCheck(known, "here", { choice: "none" })).toMatchObject({
    chance: 0,
    isRedFlag: true,
  });
  expect(saidCheck(known, "here", { choice: "unknown" })).toBeUndefined();
});

test("saidCheck() borrows the country's rate for positions that are counted, says so, and raises no flag", () => {
  const row = rowOf(catalogue, SMALL.registeredNurse);
  const figures = {
    ...catalogue,
    annualOpenings: catalogue.annualOpenings.with(row, 190),
    employment: catalogue.employment.with(row, 3400),
  };
  const there = { ...known, catalogue: figures };
  const check = saidCheck(there, "near", {
    choice: "unknown",
    numbers: { positions: 50, others: 60 },
  });
  expect(check?.openingsAYear).toBeCloseTo((50 * 190) / 3400, 10);
  expect(check?.isRedFlag).toBe(false);
  expect(check?.sources[0]).toMatch(/^Borrowed: 50 positions of yours × 0.06 openings a year/);
});

test("openingsChecks() takes the way up that is described before any answer", () => {
  const ladders = [
    {
      id: "l",
      organisation: "Elm Street",
      rungs: [
        { title: "Receptionist" },
        { title: "Office manager", openingsAYear: 0.5, othersWanting: 1 },
      ],
      heldRung: 0,
      monthsHeld: 40,
    },
  ];
  const given = new Map<string, Said>([["openings-here", { choice: "none" }]]);
  const [check] = openingsChecks({ ...known, ladders }, given);
  expect(check).toMatchObject({ place: "here", openingsAYear: 0.5, isRedFlag: true });
  expect(check?.inWords).toContain("As office manager");
});

test.each([
  ["often", 0, true],
  ["none", 2, true],
  ["rarely", 6, true],
  ["none", 0, false],
  ["yearly", 2, false],
  ["sometimes", undefined, false],
])(
  "a word and a figure of one answer, %s and %s, are asked about where they say two things",
  (choice, openings, isAsked) => {
    const question = INTERVIEW.find(({ id }) => id === "openings-here");
    const numbers = openings === undefined ? {} : { openings };
    const doubt = question?.doubt?.({ choice, numbers }, known);
    expect(doubt !== undefined).toBe(isAsked);
    expect(doubt ?? "The figure is counted").toContain("The figure is counted");
  },
);

test("what an answer adds is told with its title as in a sentence", () => {
  const track = INTERVIEW.find(({ id }) => id === "track");
  expect(track?.comesTo({ choice: "no" }, known).map(({ text }) => text)).toEqual([
    "Added to your gaps: a path that leads up from somewhere.",
  ]);
});
