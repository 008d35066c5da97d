import { expect, test } from "vitest";
import { smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { exponentOf, rowStrengthsOf } from "./evidence-strength.ts";
import { learningMonthsOf } from "./learning-time.ts";
import type { Evidence } from "./level-estimate.ts";

const catalogue = smallCatalogue();
const ROW = smallRow("medicalAssistant");
const MEDICINE = catalogue.elements.findIndex(({ name }) => name === "Medicine and Dentistry");

function study(fullTimeMonths: number, share: number, more: Partial<Evidence> = {}): Evidence {
  const id = `${fullTimeMonths} ${share}`;
  return {
    id,
    label: id,
    kind: "education",
    row: ROW,
    fullTimeMonths,
    yearsSinceEnd: 0,
    share,
    ...more,
  };
}

/** q over the weight of the element. */
function studiedBy(...evidence: readonly Evidence[]): number {
  const [strength] = rowStrengthsOf(evidence);
  if (strength === undefined) return 0;
  const importance = catalogue.importance[ROW * catalogue.elements.length + MEDICINE] ?? 1;
  return exponentOf(catalogue, strength, MEDICINE) / ((importance - 1) / 4);
}

const LEARNING = learningMonthsOf(catalogue, ROW);
const reached = (months: number) => months / (months + LEARNING);

test("exponentOf() counts a degree for many occupations at its own share beside a short course for one", () => {
  const degree = study(30, 0.1);
  const course = study(1, 1);
  expect(studiedBy(degree)).toBeCloseTo(0.5 * 0.1 * reached(30), 12);
  expect(studiedBy(degree, course)).toBeCloseTo(
    0.5 * (reached(1) + 0.1 * (reached(31) - reached(1))),
    12,
  );
  expect(studiedBy(course, degree)).toBe(studiedBy(degree, course));
});

test("exponentOf() adds up study of one share, and takes its parts for the whole", () => {
  expect(studiedBy(study(10, 0.5), study(20, 0.5))).toBeCloseTo(studiedBy(study(30, 0.5)), 12);
});

test("exponentOf() gives study no less than one piece of it shows by itself", () => {
  const master = study(9, 0.5, { leastMonths: 31 });
  const first = study(31, 0.5);
  expect(studiedBy(master)).toBeCloseTo(studiedBy(first), 12);
  // Both together count by their own months, not by what each shows at least.
  expect(studiedBy(master, first)).toBeCloseTo(studiedBy(study(40, 0.5)), 12);
  // What a second piece has of its own, however much, takes nothing from what the first shows at least.
  expect(studiedBy(master, study(12, 0.5))).toBeCloseTo(studiedBy(first), 12);
  const longAgo = study(31, 0.5, { yearsSinceEnd: 40 });
  expect(studiedBy(master, longAgo)).toBeCloseTo(studiedBy(first), 12);
});
