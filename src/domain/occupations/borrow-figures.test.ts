// What is borrowed, from whom, and what never is.

import { expect, test } from "vitest";
import { BORROWABLE, borrowFigures, type Lender } from "./borrow-figures.ts";
import type { OccupationFigures } from "./occupation-figures.ts";

const NOTHING: OccupationFigures = {
  pay: undefined,
  zone: undefined,
  typicalEducation: undefined,
  education: undefined,
  experience: undefined,
  inPlantTraining: undefined,
  onTheJobTraining: undefined,
  employment: undefined,
  annualOpenings: undefined,
  growth: undefined,
};
const lender = (id: string, figures: Partial<OccupationFigures>): Lender => ({
  id,
  title: `The ${id}`,
  figures: { ...NOTHING, ...figures },
});
const NEAR = lender("near", { zone: 3, employment: 90, annualOpenings: 5, growth: 0.1 });
const FAR = lender("far", { zone: 5, pay: { low: 1, median: 2, high: 3 } });

test("borrowFigures() takes each figure from the nearest that has it, and says from whom", () => {
  const { figures, borrowed } = borrowFigures(NOTHING, [NEAR, FAR]);
  expect(figures).toMatchObject({ zone: 3, pay: { low: 1, median: 2, high: 3 } });
  expect(borrowed).toEqual([
    { figure: "pay", from: { id: "far", title: "The far" } },
    { figure: "zone", from: { id: "near", title: "The near" } },
  ]);
});

test("borrowFigures() never borrows counts of people, and never replaces what is known", () => {
  const own = { ...NOTHING, zone: 1 };
  const { figures, borrowed } = borrowFigures(own, [NEAR]);
  expect(figures).toEqual(own);
  expect(borrowed).toEqual([]);
});

test("borrowFigures() without lenders changes nothing", () => {
  expect(borrowFigures(NOTHING, [])).toEqual({ figures: NOTHING, borrowed: [] });
});

test("law: what is borrowed is exactly what was missing and is there now", () => {
  for (const missing of BORROWABLE) {
    const all = lender("all", {
      pay: { low: undefined, median: 5, high: undefined },
      zone: 2,
      typicalEducation: 2,
      education: [1],
      experience: [1],
      inPlantTraining: [1],
      onTheJobTraining: [1],
    });
    const own = { ...all.figures, [missing]: undefined };
    const { figures, borrowed } = borrowFigures(own, [all]);
    expect(borrowed.map(({ figure }) => figure)).toEqual([missing]);
    expect(figures).toEqual(all.figures);
  }
});
