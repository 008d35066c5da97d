import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALL, smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { smallStanding } from "../../../test/fixtures/small-standing.ts";
import { hoursInWords } from "../length-of-time.ts";
import { assessMove, directionOf } from "./assess-move.ts";
import { areNearKin, experienceCreditOf, knowledgeCoverage } from "./experience-credit.ts";
import { chanceWithin, landingRateOf, medianSearchMonths } from "./landing-rate.ts";
import { prepareFor } from "./prepare-for.ts";
import { transitionMatrix } from "./transition-matrix.ts";
import { usualEducationOf, usualExperienceOf } from "./usual-requirements.ts";

const catalogue = smallCatalogue();
const receptionist = smallStanding(catalogue, {
  months: { [SMALL.receptionist]: 48 },
  education: 2,
});
const limits = { hoursPerWeek: 8 };
const nurse = smallRow("registeredNurse");

test("usualEducationOf() is the incumbents' quarter, never under the licence's minimum", () => {
  // Registered nurses: 39 % have an associate's degree or less; 3 % a certificate.
  expect(usualEducationOf(catalogue, nurse)).toMatchObject({ level: 5, legalMinimum: 5 });
  // Medical assistants: 22 % a high-school diploma or less, 77 % a certificate or less.
  expect(usualEducationOf(catalogue, smallRow("medicalAssistant")).level).toBe(3);
  // Practical nurses: 4 % high school, 82 % certificate; a tenth is reached at the certificate too.
  expect(usualEducationOf(catalogue, smallRow("practicalNurse"), 0.1).level).toBe(3);
});

test("usualExperienceOf() takes the middle of the lowest category that a quarter reach", () => {
  // HR managers: 3 + 2 + 8 + 20 = 33 % with up to four years: over two, up to four.
  expect(usualExperienceOf(catalogue, smallRow("hrManager")).months).toEqual({
    low: 24,
    likely: 36,
    high: 48,
  });
});

test("assessMove() to nursing chooses the associate degree and its exam for someone without a licence", () => {
  const move = assessMove({ catalogue, standing: receptionist, toRow: nurse, limits });
  expect(move?.preparation.credentialIds).toEqual(["nursing-associate", "nclex-rn"]);
  expect(move?.preparation.hours.likely).toBeGreaterThanOrEqual(2820);
  expect(move?.direction).toBe("up");
});

test("assessMove() keeps the bridge for practical nurses, for whom it is quicker", () => {
  const standing = smallStanding(catalogue, {
    months: { [SMALL.practicalNurse]: 24 },
    education: 3,
    credentials: ["practical-nursing", "nclex-pn"],
    licences: ["Practical nurse licence (LPN or LVN)"],
  });
  const move = assessMove({ catalogue, standing, toRow: nurse, limits });
  expect(move?.preparation.credentialIds).toEqual(["practical-to-registered-bridge", "nclex-rn"]);
});

test("assessMove() asks nothing of a nurse who is licensed, and says so", () => {
  const standing = smallStanding(catalogue, {
    months: { [SMALL.registeredNurse]: 60 },
    education: 5,
    licences: ["Registered nurse licence (RN)"],
  });
  const move = assessMove({ catalogue, standing, toRow: nurse, limits });
  expect(move?.preparation.credentialIds).toEqual([]);
  expect(move?.preparation.experienceMonths).toBe(0);
  expect(move?.fit).toBeGreaterThan(0.85);
  expect(move?.preparation.explanation.join(" ")).toContain(
    "You hold the registered nurse licence",
  );
});

test("assessMove() gives calendar months of the longer of the programme's own and the person's hours", () => {
  const slow = assessMove({ catalogue, standing: receptionist, toRow: nurse, limits });
  const full = assessMove({
    catalogue,
    standing: receptionist,
    toRow: nurse,
    limits: { hoursPerWeek: 80 },
  });
  // 2,700 h at 80 a week would be under 8 months; the programme takes 24, and 3 to be admitted.
  expect(full?.preparation.months.likely).toBeGreaterThanOrEqual(27);
  // 2,820 h at 8 a week are 81 months; admission 3 and the result of the exam 1 besides.
  expect(slow?.preparation.months.likely).toBeGreaterThanOrEqual(2820 / 8 / 4.3482 + 3.9);
});

test("fit lies in [0, 1], and more months in the occupation never lower it", () => {
  fc.assert(
    fc.property(fc.nat(240), fc.nat(240), fc.nat(catalogue.ids.length - 1), (a, b, row) => {
      const fitAfter = (months: number): number => {
        const id = catalogue.ids[row] ?? "";
        const standing = smallStanding(catalogue, { months: { [id]: months } });
        return assessMove({ catalogue, standing, toRow: nurse, limits })?.fit ?? Number.NaN;
      };
      const [less, more] = [fitAfter(Math.min(a, b)), fitAfter(Math.max(a, b))];
      expect(less).toBeGreaterThanOrEqual(0);
      expect(more).toBeLessThanOrEqual(1);
      expect(more).toBeGreaterThanOrEqual(less - 1e-9);
    }),
    { numRuns: 60 },
  );
});

test("prepareFor() has no way into a licensed occupation whose programmes are all ruled out", () => {
  const avoid = new Set(["nursing-associate", "practical-to-registered-bridge"]);
  const question = { catalogue, standing: receptionist, row: nurse, hoursPerWeek: 8 };
  expect(prepareFor({ ...question, avoid })).toBeUndefined();
  expect(prepareFor(question)).toBeDefined();
});

test("direction is not symmetric, and a shortfall is no mirror of a surplus", () => {
  const from = smallRow("receptionist");
  expect(directionOf(catalogue, from, nurse)).toBe("up");
  expect(directionOf(catalogue, nurse, from)).toBe("down");
  expect(knowledgeCoverage(catalogue, nurse, from)).not.toBeCloseTo(
    knowledgeCoverage(catalogue, from, nurse),
    2,
  );
});

test("experienceCreditOf() is full for the same occupation, none for an unrelated one", () => {
  expect(experienceCreditOf(catalogue, nurse, nurse)).toBe(1);
  expect(experienceCreditOf(catalogue, smallRow("networkAdministrator"), nurse)).toBe(0);
  expect(experienceCreditOf(catalogue, smallRow("hrSpecialist"), smallRow("hrManager"))).toBe(1);
  expect(areNearKin(catalogue, smallRow("hrSpecialist"), smallRow("hrManager"))).toBe(true);
  // Nurses list medical assistants; these do not list nurses.
  expect(areNearKin(catalogue, smallRow("medicalAssistant"), nurse)).toBe(false);
});

test("landing: the chance grows with months, and missing experience lowers the rate", () => {
  const question = { catalogue, row: nurse, fit: 0.86, neededMonths: 36, schoolingMissing: false };
  const ready = landingRateOf({ ...question, missingMonths: 0 });
  const missing = landingRateOf({ ...question, missingMonths: 18 });
  expect(ready.low).toBeLessThan(ready.likely);
  expect(ready.likely).toBeLessThan(ready.high);
  expect(missing.likely).toBeCloseTo(ready.likely * (1 - 0.5 * 0.85), 10);
  expect(chanceWithin(0.2, medianSearchMonths(0.2))).toBeCloseTo(0.5, 10);
  expect(
    landingRateOf({ ...question, missingMonths: 0, schoolingMissing: true }).likely,
  ).toBeCloseTo(ready.likely / 2, 10);
});

test("transitionMatrix() is 1 on the diagonal, directed, and leaves out occupations without ratings", () => {
  const { ids, values } = transitionMatrix(catalogue);
  expect(ids).toEqual(catalogue.ids);
  const at = (from: string, to: string): number =>
    values[ids.indexOf(from) * ids.length + ids.indexOf(to)] ?? Number.NaN;
  for (const id of ids) expect(at(id, id)).toBe(1);
  expect(at(SMALL.practicalNurse, SMALL.registeredNurse)).toBeGreaterThan(
    at(SMALL.receptionist, SMALL.registeredNurse),
  );
  expect(at(SMALL.receptionist, SMALL.registeredNurse)).toBeLessThan(
    at(SMALL.registeredNurse, SMALL.receptionist),
  );
  const bare = smallCatalogue({ level: catalogue.level.map((v, i) => (i < 10 ? Number.NaN : v)) });
  expect(transitionMatrix(bare).ids).toEqual(catalogue.ids.slice(1));
});

test.each([
  [0.4, "1 hour"],
  [43, "45 hours"],
  [348, "350 hours"],
  [2720, "2,700 hours"],
])("hoursInWords(%s) is %s", (hours, words) => {
  expect(hoursInWords(hours)).toBe(words);
});
