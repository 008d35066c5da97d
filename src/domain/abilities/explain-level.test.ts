import fc from "fast-check";
import { expect, test } from "vitest";
import { smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { estimateLevels } from "./estimate-levels.ts";
import { explainLevel } from "./explain-level.ts";
import type { Evidence } from "./level-estimate.ts";

const catalogue = smallCatalogue();
const MEDICINE = catalogue.elements.findIndex(({ name }) => name === "Medicine and Dentistry");

function piece(given: Partial<Evidence>): Evidence {
  return {
    id: "p1",
    label: "Medical assistant, a clinic",
    kind: "paid work",
    row: smallRow("medicalAssistant"),
    fullTimeMonths: 24,
    yearsSinceEnd: 0,
    ...given,
  };
}

const nurse = piece({
  id: "p2",
  label: "Practical nurse, a home",
  row: smallRow("practicalNurse"),
  fullTimeMonths: 12,
  yearsSinceEnd: 10,
});

// The worked example of docs/method/abilities.md.
test("explainLevel() shares the rise as in the worked example", () => {
  const explained = explainLevel(
    catalogue,
    estimateLevels(catalogue, [nurse, piece({})]),
    MEDICINE,
  );
  expect(explained.attribution.map(({ evidenceId }) => evidenceId)).toEqual(["p1", "p2"]);
  expect(explained.attribution[0]?.share).toBeCloseTo(0.739, 2);
  expect(explained.attribution[1]?.share).toBeCloseTo(0.261, 2);
  expect(explained.prior).toBeCloseTo(1.994, 2);
  expect(explained.low).toBeLessThan(explained.mean);
  expect(explained.high).toBeGreaterThan(explained.mean);
});

test("explainLevel() shares the change with a rating that pulls down as in the worked example", () => {
  const rated = estimateLevels(
    catalogue,
    [nurse, piece({})],
    [{ element: MEDICINE, level: 2, weight: 1 }],
  );
  const { attribution, mean, prior } = explainLevel(catalogue, rated, MEDICINE);
  expect(attribution.map(({ evidenceId }) => evidenceId)).toEqual([
    "p1",
    "p2",
    `rating:${catalogue.elements[MEDICINE]?.id}`,
  ]);
  const parts = attribution.map(({ levels }) => levels);
  expect(parts[0]).toBeCloseTo(0.985, 2);
  expect(parts[1]).toBeCloseTo(0.354, 2);
  expect(parts[2]).toBeCloseTo(-0.299, 2);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(mean - prior, 9);
  expect(attribution[2]?.share).toBeCloseTo(-0.182, 2);
});

test("explainLevel() attributes nothing where only the prior speaks", () => {
  expect(explainLevel(catalogue, estimateLevels(catalogue, []), MEDICINE).attribution).toEqual([]);
  const receptionist = piece({ row: smallRow("receptionist") });
  const explained = explainLevel(catalogue, estimateLevels(catalogue, [receptionist]), MEDICINE);
  expect(explained.attribution).toEqual([]);
});

test("explainLevel() counts a piece that speaks for several occupations once", () => {
  const estimates = estimateLevels(catalogue, [
    piece({ id: "degree", kind: "education", share: 0.5 }),
    piece({ id: "degree", kind: "education", share: 0.5, row: smallRow("practicalNurse") }),
  ]);
  expect(explainLevel(catalogue, estimates, MEDICINE).attribution).toHaveLength(1);
});

test("law: shares are positive and sum to 1, with few pieces and with many, in any order", () => {
  const evidence = fc
    .array(
      fc.record({
        kind: fc.constantFrom("paid work" as const, "education" as const),
        row: fc.integer({ min: 0, max: catalogue.ids.length - 1 }),
        fullTimeMonths: fc.double({ min: 0.5, max: 200, noNaN: true }),
        yearsSinceEnd: fc.double({ min: 0, max: 30, noNaN: true }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((pieces) =>
      pieces.map((given, i) => piece({ ...given, id: `p${String(i).padStart(2, "0")}` })),
    );
  fc.assert(
    fc.property(evidence, (pieces) => {
      const estimates = estimateLevels(catalogue, pieces);
      const turned = estimateLevels(catalogue, pieces.toReversed());
      for (const element of [0, 4, MEDICINE]) {
        const { attribution } = explainLevel(catalogue, estimates, element);
        if (attribution.length === 0) continue;
        const sum = attribution.reduce((total, { share }) => total + share, 0);
        expect(sum).toBeCloseTo(1, 6);
        const { mean, prior } = explainLevel(catalogue, estimates, element);
        const levels = attribution.reduce((total, one) => total + one.levels, 0);
        expect(levels).toBeCloseTo(mean - prior, 9);
        for (const { share } of attribution) expect(share).toBeGreaterThanOrEqual(0);
        const again = explainLevel(catalogue, turned, element).attribution;
        expect(again).toHaveLength(attribution.length);
        for (const one of attribution) {
          const other = again.find(({ evidenceId }) => evidenceId === one.evidenceId);
          expect(other?.share).toBeCloseTo(one.share, 6);
        }
      }
    }),
    { numRuns: 15 },
  );
});
