import { expect, test } from "vitest";
import { SMALL, smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { type SmallPerson, smallStanding } from "../../../test/fixtures/small-standing.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { US_DOLLAR } from "../money.ts";
import type { Limits } from "../record/goal.ts";
import type { LadderRung } from "../record/organisation-ladder.ts";
import type { PlacedLadder } from "../record/placed-ladders.ts";
import { findGaps } from "./find-gaps.ts";
import { HEADROOM_RED_FLAG, headroomChance, isHeadroomRedFlag } from "./headroom.ts";

const catalogue = smallCatalogue();

function gapsOf(
  person: SmallPerson,
  goalId: string,
  limits: Partial<Limits> = {},
  ladders: readonly PlacedLadder[] = [],
) {
  return findGaps({
    ladders,
    catalogue,
    standing: smallStanding(catalogue, person),
    goal: {
      id: "goal",
      title: "",
      occupationId: goalId,
      why: "",
      limits: { hoursPerWeek: 8, notThese: [], ...limits },
    },
    today: "2026-11-22" as CalendarDate,
  });
}

const RECEPTIONIST: SmallPerson = { months: { [SMALL.receptionist]: 48 }, education: 2 };

test("findGaps() puts what the law asks first, and says what the record shows", () => {
  const gaps = gapsOf(RECEPTIONIST, SMALL.registeredNurse);
  expect(gaps.slice(0, 2).map((gap) => gap.id)).toEqual(["licence:29-1141.00", "education:5"]);
  expect(gaps.slice(0, 2).every((gap) => gap.mustClose)).toBe(true);
  expect(gaps[1]?.explanation).toContain("high-school diploma");
  expect(gaps.map((gap) => gap.id)).toContain("skill:2.C.5.a");
  expect(gaps.length).toBeLessThanOrEqual(9);
  expect(gaps.at(-1)?.unknown).toBe(true);
});

test("findGaps() shows missing experience with what the record counts for it", () => {
  const person = { months: { [SMALL.hrSpecialist]: 12 }, education: 6 };
  const gap = gapsOf(person, SMALL.hrManager).find((one) => one.kind === "experience");
  // Asked for: the middle of two to four years; 12 months as HR specialist count in full.
  expect(gap?.title).toBe("2 years of related experience");
  expect(gap?.parts[0]).toMatchObject({ value: 36, unit: "months" });
  expect(gap?.size).toBeCloseTo(24 / 36, 10);
});

test("findGaps() is empty for someone who holds the goal, but for pay below the floor", () => {
  const nurse: SmallPerson = { months: { [SMALL.registeredNurse]: 60 } };
  expect(gapsOf(nurse, SMALL.registeredNurse)).toEqual([]);
  const payFloor = { amount: 120000, currency: US_DOLLAR };
  expect(gapsOf(nurse, SMALL.registeredNurse, { payFloor }).map((gap) => gap.kind)).toEqual([
    "pay",
  ]);
});

test("findGaps() makes a question of the law of another country, never a certainty", () => {
  const gaps = gapsOf({ ...RECEPTIONIST, isLocal: false }, SMALL.registeredNurse);
  const licence = gaps.find((gap) => gap.kind === "licence");
  expect(licence).toMatchObject({ mustClose: false, unknown: true });
  expect(licence?.explanation).toContain("ask what it is where you live");
});

test("findGaps() compares pay in the catalogue's currency only", () => {
  const payFloor = { amount: 120000, currency: "EUR" as typeof US_DOLLAR };
  const gaps = gapsOf(RECEPTIONIST, SMALL.registeredNurse, { payFloor });
  expect(gaps.some((gap) => gap.kind === "pay")).toBe(false);
});

test("findGaps() for an unknown occupation is empty", () => {
  expect(gapsOf(RECEPTIONIST, "99-9999.00")).toEqual([]);
});

test("law: a credential held or a longer record never adds a licence, education or experience gap", () => {
  const formal = (person: SmallPerson): string[] =>
    gapsOf(person, SMALL.registeredNurse)
      .filter((gap) => ["licence", "education", "experience"].includes(gap.kind))
      .map((gap) => gap.id);
  const before = formal(RECEPTIONIST);
  const more: SmallPerson = {
    months: { [SMALL.receptionist]: 90, [SMALL.medicalAssistant]: 30 },
    education: 5,
    credentials: ["nursing-associate"],
  };
  for (const id of formal(more)) expect(before).toContain(id);
});

test("findGaps() asks for openings until the ladder is described, then says where it is tight", () => {
  const specialist: SmallPerson = { months: { [SMALL.hrSpecialist]: 12 }, education: 6 };
  const headroomWith = (top: Partial<LadderRung>) => {
    const rungs = [
      { title: "HR specialist" },
      { title: "Head of people", occupationId: SMALL.hrManager, ...top },
    ];
    const ladder = { id: "elm", organisation: "Elm Street", rungs, heldRung: 0, monthsHeld: 12 };
    return gapsOf(specialist, SMALL.hrManager, {}, [ladder]).find((gap) => gap.id === "headroom");
  };
  expect(headroomWith({})).toMatchObject({ unknown: true, title: "Openings where you work" });
  expect(headroomWith({})?.explanation).toContain("is about even.");
  const tight = headroomWith({ openingsAYear: 1 / 3, othersWanting: 4 });
  expect(tight).toMatchObject({
    unknown: false,
    mustClose: false,
    title: "Openings as head of people where you work",
  });
  expect(tight?.size).toBeCloseTo(0.875, 2);
  expect(headroomWith({ openingsAYear: 0 })?.explanation).toContain("it is full");
  expect(headroomWith({ openingsAYear: 3, othersWanting: 0 })).toBeUndefined();
});

test("headroomChance() is 1 − exp(−2λ / (1 + r))", () => {
  expect(headroomChance(1, 0)).toBeCloseTo(1 - Math.exp(-2), 12);
  expect(headroomChance(1, 2)).toBeCloseTo(0.4866, 4);
  expect(headroomChance(0, 3)).toBe(0);
  expect(isHeadroomRedFlag(1, 2)).toBe(true);
  expect(isHeadroomRedFlag(1, 1)).toBe(false);
  expect(HEADROOM_RED_FLAG).toBe(0.5);
});
