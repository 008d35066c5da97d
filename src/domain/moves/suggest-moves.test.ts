// What is suggested on the small catalogue, and what must hold of any suggestion on the starter.

import { expect, test } from "vitest";
import { smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { smallStanding } from "../../../test/fixtures/small-standing.ts";
import { blankCatalogue, rowOf } from "../occupations/catalogue.ts";
import { rankMoves } from "./rank-moves.ts";
import { isStepDown } from "./step-down.ts";
import { REACH, suggestMoves } from "./suggest-moves.ts";

const catalogue = smallCatalogue();
const [receptionist, medicalAssistant, practicalNurse] = [
  "43-4171.00",
  "31-9092.00",
  "29-2061.00",
] as const;
const [registeredNurse, hrAssistant, seller] = ["29-1141.00", "43-4161.00", "41-2031.00"] as const;

test("suggestMoves() puts rises before what pays less, and leaves out what is past reach", () => {
  const moves = suggestMoves(catalogue, receptionist);
  expect(moves.map(({ id }) => id)).toEqual([medicalAssistant, hrAssistant, seller]);
  expect(moves.map(({ stepDown }) => stepDown)).toEqual([false, false, false]);
  // Two job zones up and years of schooling away, and likely all the same.
  const likely = rankMoves(catalogue, receptionist, { limit: 20 }).map(({ id }) => id);
  expect(likely).toContain(registeredNurse);
});

test("suggestMoves() tells a licence as a stage with its own preparation", () => {
  const [first] = suggestMoves(catalogue, practicalNurse);
  expect(first?.id).toBe(registeredNurse);
  expect(first?.licenceStage?.licences).toEqual(["Registered nurse licence (RN)"]);
  expect(first?.licenceStage?.months).toBe(first?.preparationMonths);
  expect(first?.licenceStage?.hours).toBeGreaterThan(1000);
  expect(first?.why.at(-1)).toMatch(/^First comes registered nurse licence \(RN\): about /);
});

test("suggestMoves() puts a step down last, flags it and says so", () => {
  const moves = suggestMoves(catalogue, medicalAssistant);
  expect(moves.map(({ id, stepDown }) => [id, stepDown])).toEqual([
    [practicalNurse, false],
    [receptionist, true],
  ]);
  expect(moves[1]?.why.join(" ")).toContain("It is a step down");
});

test("suggestMoves() takes licences from the person where one is given", () => {
  const nurse = smallStanding(catalogue, {
    months: { [practicalNurse]: 60 },
    education: 5,
    licences: catalogue.licences.map(({ name }) => name),
  });
  const [usual, hers] = [undefined, nurse].map(
    (person) => suggestMoves(catalogue, practicalNurse, { ...(person && { person }) })[0],
  );
  expect(usual?.licenceStage).toBeDefined();
  expect(hers?.licenceStage).toBeUndefined();
  expect(hers?.preparationMonths).toBeLessThan(usual?.preparationMonths ?? 0);
});

test("suggestMoves() is empty for what is not there, not rated, or not asked for", () => {
  expect(suggestMoves(catalogue, "99-9999.00")).toEqual([]);
  expect(suggestMoves(blankCatalogue("no ratings", ["a", "b"]), "a")).toEqual([]);
  expect(suggestMoves(catalogue, receptionist, { limit: 0 })).toEqual([]);
  expect(suggestMoves(catalogue, receptionist, { limit: 1 })).toHaveLength(1);
});

test("suggestMoves() keeps to its reach and its order from every occupation", () => {
  for (const id of catalogue.ids) {
    const from = rowOf(catalogue, id);
    const moves = suggestMoves(catalogue, id, { limit: 50 });
    expect(moves.map((one) => one.id)).not.toContain(id);
    const firstDown = moves.findIndex(({ stepDown }) => stepDown);
    if (firstDown >= 0) expect(moves.slice(firstDown).every(({ stepDown }) => stepDown)).toBe(true);
    for (const move of moves) {
      expect(move.stepDown).toBe(isStepDown(catalogue, from, rowOf(catalogue, move.id)));
      expect(move.fit).toBeGreaterThanOrEqual(REACH.fit);
      expect(move.preparationMonths).toBeLessThanOrEqual(REACH.firstListedMonths);
      expect(move.why.length).toBeGreaterThan(0);
    }
  }
});

test("isStepDown() is a lower job zone or a tenth less pay, and no more than that", () => {
  const [nurse, assistant] = [smallRow("registeredNurse"), smallRow("medicalAssistant")];
  const paid = (pay: number) => {
    const payMedian = catalogue.payMedian.slice();
    [payMedian[nurse], payMedian[assistant]] = [100, pay];
    return smallCatalogue({ payMedian });
  };
  expect(isStepDown(paid(90), nurse, assistant)).toBe(true);
  expect(isStepDown(paid(91), nurse, assistant)).toBe(false);
  expect(isStepDown(paid(Number.NaN), nurse, assistant)).toBe(false);
  expect(isStepDown(catalogue, smallRow("hrSpecialist"), nurse)).toBe(true);
});
