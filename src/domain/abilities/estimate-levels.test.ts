import fc from "fast-check";
import { expect, test } from "vitest";
import { smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { levelOf } from "../occupations/catalogue.ts";
import {
  chanceMeets,
  estimateLevels,
  expectedShortfall,
  meanOf,
  quantileOf,
  withEvidence,
} from "./estimate-levels.ts";
import { exponentOf, rowStrengthsOf } from "./evidence-strength.ts";
import type { Evidence, LevelEstimates } from "./level-estimate.ts";

const catalogue = smallCatalogue();
const MEDICINE = elementNamed("Medicine and Dentistry");
const ORAL = elementNamed("Oral Comprehension");

function elementNamed(name: string): number {
  return catalogue.elements.findIndex((element) => element.name === name);
}

function work(given: Partial<Evidence>): Evidence {
  return {
    id: "p1",
    label: "A position",
    kind: "paid work",
    row: smallRow("medicalAssistant"),
    fullTimeMonths: 24,
    yearsSinceEnd: 0,
    ...given,
  };
}

function spreadOf(estimates: LevelEstimates, element: number): number {
  const { grid, probabilities, means } = estimates;
  let variance = 0;
  grid.forEach((level, i) => {
    const mass = probabilities[element * grid.length + i] ?? 0;
    variance += mass * (level - (means[element] ?? 0)) ** 2;
  });
  return Math.sqrt(variance);
}

const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  id: fc.constantFrom("p1", "p2", "p3", "p4"),
  label: fc.constant("Something done"),
  kind: fc.constantFrom("paid work", "unpaid work", "education", "credential"),
  row: fc.integer({ min: 0, max: catalogue.ids.length - 1 }),
  fullTimeMonths: fc.double({ min: 0, max: 400, noNaN: true }),
  yearsSinceEnd: fc.double({ min: 0, max: 45, noNaN: true }),
  share: fc.double({ min: 0.05, max: 1, noNaN: true }),
  leastMonths: fc.double({ min: 0, max: 100, noNaN: true }),
});
const anyRecord = fc.array(anyEvidence, { maxLength: 7 });

function expectNoLower(after: LevelEstimates, before: LevelEstimates): void {
  after.means.forEach((mean, element) => {
    expect(mean).toBeGreaterThanOrEqual((before.means[element] ?? 0) - 1e-9);
    for (const level of [1, 2.5, 4, 5.5]) {
      expect(chanceMeets(after, element, level)).toBeGreaterThanOrEqual(
        chanceMeets(before, element, level) - 1e-9,
      );
    }
  });
}

function expectEqual(one: LevelEstimates, other: LevelEstimates): void {
  one.means.forEach((mean, element) => {
    expect(Math.abs(mean - (other.means[element] ?? 0))).toBeLessThan(1e-9);
  });
}

// The worked example of docs/method/abilities.md, reckoned apart from this code on a grid of 0.0005.
test("estimateLevels() gives the worked example: a medical assistant's medicine", () => {
  const prior = estimateLevels(catalogue, []);
  expect(prior.means[MEDICINE]).toBeCloseTo(1.994, 2);

  const assistant = work({});
  const [strength] = rowStrengthsOf([assistant]);
  expect(strength && exponentOf(catalogue, strength, MEDICINE)).toBeCloseTo(0.4714, 4);

  const after = estimateLevels(catalogue, [assistant]);
  expect(after.means[MEDICINE]).toBeCloseTo(3.268, 2);
  expect(spreadOf(after, MEDICINE)).toBeCloseTo(1.061, 2);
  expect(quantileOf(after, MEDICINE, 0.1)).toBeCloseTo(1.926, 1);
  expect(quantileOf(after, MEDICINE, 0.9)).toBeCloseTo(4.642, 1);
  expect(expectedShortfall(after, MEDICINE, 4.5)).toBeCloseTo(1.303, 2);
  expect(chanceMeets(after, MEDICINE, 3.7)).toBeCloseTo(0.333, 2);
});

test("estimateLevels() gives the worked example: an older year as a practical nurse besides", () => {
  const nurse = work({
    id: "p2",
    row: smallRow("practicalNurse"),
    fullTimeMonths: 12,
    yearsSinceEnd: 10,
  });
  const both = estimateLevels(catalogue, [work({}), nurse]);
  expect(both.means[MEDICINE]).toBeCloseTo(3.499, 2);
  expect(spreadOf(both, MEDICINE)).toBeCloseTo(1.0, 2);
  expect(expectedShortfall(both, MEDICINE, 4.5)).toBeCloseTo(1.091, 2);
});

test("estimateLevels() gives the worked example: and her own rating of 2", () => {
  const nurse = work({
    id: "p2",
    row: smallRow("practicalNurse"),
    fullTimeMonths: 12,
    yearsSinceEnd: 10,
  });
  const rated = (weight: number) =>
    estimateLevels(catalogue, [work({}), nurse], [{ element: MEDICINE, level: 2, weight }]);
  const after = rated(1);
  expect(after.means[MEDICINE]).toBeCloseTo(3.035, 2);
  expect(spreadOf(after, MEDICINE)).toBeCloseTo(0.808, 2);
  expect(quantileOf(after, MEDICINE, 0.1)).toBeCloseTo(2.008, 1);
  expect(quantileOf(after, MEDICINE, 0.9)).toBeCloseTo(4.074, 1);
  expect(chanceMeets(after, MEDICINE, 3.7)).toBeCloseTo(0.203, 2);
  expect(rated(0.25).means[MEDICINE]).toBeCloseTo(3.344, 2);
  expect(rated(0.5).means[MEDICINE]).toBeCloseTo(3.22, 2);
});

test("law: a higher self-rating never lowers its estimate, and none touches another element", () => {
  const level = fc.double({ min: 0, max: 7, noNaN: true });
  fc.assert(
    fc.property(anyRecord, level, level, (record, one, other) => {
      const rated = (at: number) =>
        estimateLevels(catalogue, record, [{ element: MEDICINE, level: at, weight: 1 }]);
      const [lower, higher] = [rated(Math.min(one, other)), rated(Math.max(one, other))];
      expectNoLower(higher, lower);
      const unrated = estimateLevels(catalogue, record);
      expect(higher.means[ORAL]).toBe(unrated.means[ORAL]);
    }),
    { numRuns: 40 },
  );
});

test("estimateLevels() shows a nurse's medicine and not a receptionist's", () => {
  const [nurse, receptionist] = (["registeredNurse", "receptionist"] as const).map((occupation) =>
    estimateLevels(catalogue, [work({ row: smallRow(occupation), fullTimeMonths: 120 })]),
  );
  expect(nurse?.means[MEDICINE]).toBeGreaterThan(3.8);
  expect(receptionist?.means[MEDICINE]).toBe(estimateLevels(catalogue, []).means[MEDICINE]);
});

test("estimateLevels() reads study for knowledge alone, and for less than the same months of work", () => {
  const prior = estimateLevels(catalogue, []);
  const studied = estimateLevels(catalogue, [work({ kind: "education" })]);
  const worked = estimateLevels(catalogue, [work({})]);
  expect(studied.means[ORAL]).toBe(prior.means[ORAL]);
  expect(worked.means[ORAL]).toBeGreaterThan(prior.means[ORAL] ?? 0);
  expect(studied.means[MEDICINE]).toBeGreaterThan(prior.means[MEDICINE] ?? 0);
  expect(studied.means[MEDICINE]).toBeLessThan(worked.means[MEDICINE] ?? 0);
});

test("law: adding evidence never lowers any estimate, whatever it is", () => {
  fc.assert(
    fc.property(anyRecord, anyEvidence, (record, more) => {
      expectNoLower(
        estimateLevels(catalogue, [...record, more]),
        estimateLevels(catalogue, record),
      );
    }),
    { numRuns: 60 },
  );
});

test("law: more months, or a later end, never lower any estimate", () => {
  fc.assert(
    fc.property(
      anyRecord,
      anyEvidence,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (record, piece, part) => {
        const less = estimateLevels(catalogue, [
          ...record,
          { ...piece, fullTimeMonths: piece.fullTimeMonths * part },
        ]);
        const older = estimateLevels(catalogue, [
          ...record,
          { ...piece, yearsSinceEnd: piece.yearsSinceEnd + 40 * part },
        ]);
        const whole = estimateLevels(catalogue, [...record, piece]);
        expectNoLower(whole, less);
        expectNoLower(whole, older);
      },
    ),
    { numRuns: 40 },
  );
});

test("law: splitting a piece of evidence in two changes nothing", () => {
  fc.assert(
    fc.property(
      anyRecord,
      anyEvidence,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (record, piece, part) => {
        const { fullTimeMonths } = piece;
        const halves = [
          { ...piece, id: "first", fullTimeMonths: fullTimeMonths * part },
          { ...piece, id: "second", fullTimeMonths: fullTimeMonths * (1 - part) },
        ];
        expectEqual(
          estimateLevels(catalogue, [...record, ...halves]),
          estimateLevels(catalogue, [...record, piece]),
        );
      },
    ),
    { numRuns: 40 },
  );
});

test("law: evidence of no months, or of an element not listed, changes nothing at all", () => {
  const prior = estimateLevels(catalogue, []);
  const nothing = estimateLevels(catalogue, [work({ fullTimeMonths: 0 })]);
  expect(nothing.probabilities).toEqual(prior.probabilities);
  const unlisted = smallCatalogue({
    level: new Float32Array(catalogue.level.length).fill(Number.NaN),
  });
  expect(estimateLevels(unlisted, [work({})]).probabilities).toEqual(prior.probabilities);
});

test("law: the order of the evidence does not matter", () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      expectEqual(
        estimateLevels(catalogue, record.toReversed()),
        estimateLevels(catalogue, record),
      );
    }),
    { numRuns: 40 },
  );
});

test("law: the spread is never wider than the prior's", () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const estimates = estimateLevels(catalogue, record);
      catalogue.elements.forEach((element, i) => {
        expect(spreadOf(estimates, i)).toBeLessThanOrEqual(element.priorSd + 1e-6);
      });
    }),
    { numRuns: 60 },
  );
});

test("law: unpaid work counts exactly as paid work", () => {
  expect(estimateLevels(catalogue, [work({ kind: "unpaid work" })]).probabilities).toEqual(
    estimateLevels(catalogue, [work({ kind: "paid work" })]).probabilities,
  );
});

test("law: a later position of low level erases nothing", () => {
  const nurse = work({ row: smallRow("registeredNurse"), fullTimeMonths: 60, yearsSinceEnd: 1 });
  const till = work({ id: "p2", row: smallRow("retailSalesperson"), fullTimeMonths: 12 });
  expectNoLower(estimateLevels(catalogue, [nurse, till]), estimateLevels(catalogue, [nurse]));
});

test("law: every element's probabilities sum to 1, from an empty record to a very full one", () => {
  const full = catalogue.ids.flatMap((id, row) =>
    (["paid work", "education"] as const).map((kind) =>
      work({ id: `${id} ${kind}`, kind, row, fullTimeMonths: 500 }),
    ),
  );
  for (const record of [[], full]) {
    const { probabilities, grid } = estimateLevels(catalogue, record);
    catalogue.elements.forEach((_, element) => {
      const row = probabilities.subarray(element * grid.length, (element + 1) * grid.length);
      expect(row.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 9);
    });
  }
});

test("withEvidence() gives what estimating from everything together gives, in one go or element by element", () => {
  fc.assert(
    fc.property(anyRecord, fc.array(anyEvidence, { maxLength: 3 }), (record, more) => {
      const ratings = [{ element: MEDICINE, level: 3, weight: 0.7 }];
      const held = estimateLevels(catalogue, record, ratings);
      const together = estimateLevels(catalogue, [...record, ...more], ratings);
      const added = withEvidence(catalogue, held, more);
      const [first, ...rest] = more;
      const passing = withEvidence(
        catalogue,
        withEvidence(catalogue, held, first === undefined ? [] : [first]),
        rest,
      );
      expectEqual(added, together);
      expect(added.evidence).toEqual([...record, ...more]);
      catalogue.elements.forEach((_, element) => {
        const level = levelOf(catalogue, 3, element);
        const expected = expectedShortfall(together, element, level);
        expect(Math.abs(expectedShortfall(passing, element, level) - expected)).toBeLessThan(1e-9);
        expect(Math.abs(meanOf(passing, element) - (together.means[element] ?? 0))).toBeLessThan(
          1e-9,
        );
      });
    }),
    { numRuns: 40 },
  );
});

test("withEvidence() leaves the estimates it was given as they were", () => {
  const held = estimateLevels(catalogue, []);
  const before = held.probabilities.slice();
  withEvidence(catalogue, held, [work({})]);
  expect(held.probabilities).toEqual(before);
});

test("chanceMeets() falls from 1 to 0 as the level rises, and goes with expectedShortfall()", () => {
  const estimates = estimateLevels(catalogue, [work({})]);
  expect(chanceMeets(estimates, MEDICINE, 0)).toBe(1);
  expect(chanceMeets(estimates, MEDICINE, 7.1)).toBe(0);
  let last = 1;
  for (let level = 0.1; level < 7; level += 0.17) {
    const chance = chanceMeets(estimates, MEDICINE, level);
    expect(chance).toBeLessThanOrEqual(last);
    // d/dℓ E[max(0, ℓ − X)] = P(X < ℓ)
    const slope =
      (expectedShortfall(estimates, MEDICINE, level + 0.05) -
        expectedShortfall(estimates, MEDICINE, level - 0.05)) /
      0.1;
    expect(Math.abs(slope - (1 - chance))).toBeLessThan(0.01);
    last = chance;
  }
});
