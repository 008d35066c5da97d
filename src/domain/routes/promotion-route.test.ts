import { expect, test } from "vitest";
import { SMALL, smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { type SmallPerson, smallStanding } from "../../../test/fixtures/small-standing.ts";
import type { CalendarDate } from "../calendar-date.ts";
import type { Rung } from "../occupations/catalogue.ts";
import type { Goal } from "../record/goal.ts";
import { findRoutes } from "./find-routes.ts";
import { wantedRungOf } from "./rung-steps.ts";

const row = smallRow("hrSpecialist");
const RUNGS: readonly Rung[] = [
  rung("junior", "Junior", 1, ["junior"], 0),
  rung("regular", "Regular", 2, [], 18),
  rung("senior", "Senior or lead", 3, ["senior", "lead"], 36),
  rung("principal", "Principal", 4, ["principal"], 48),
];
const catalogue = { ...smallCatalogue(), rungs: RUNGS };

function rung(
  id: string,
  name: string,
  order: number,
  titleWords: readonly string[],
  usualMonthsBefore: number,
): Rung {
  return { occupation: row, id, name, order, titleWords, usualMonthsBefore, source: "Assumption" };
}

function routesOf(person: SmallPerson, title: string, refused: readonly string[] = []) {
  const goal: Goal = {
    id: "goal",
    title,
    occupationId: SMALL.hrSpecialist,
    why: "",
    limits: {
      hoursPerWeek: 8,
      notThese: [],
      refusals: refused.map((subject) => ({ subject, reason: "not this" })),
    },
  };
  const standing = smallStanding(catalogue, person);
  return findRoutes({ catalogue, standing, goal, today: "2026-11-22" as CalendarDate });
}

const ASSISTANT: SmallPerson = { months: { [SMALL.hrAssistant]: 36 }, education: 6 };
const SPECIALIST: SmallPerson = { months: { [SMALL.hrSpecialist]: 12 }, education: 6 };

test("findRoutes() goes on to the rung that the goal's title asks for, one rung after another", () => {
  const plain = routesOf(ASSISTANT, "HR specialist")[0];
  const senior = routesOf(ASSISTANT, "Senior HR specialist")[0];
  const principal = routesOf(ASSISTANT, "Principal HR specialist")[0];
  expect(senior?.name).toMatch(/^Direct, then up to senior or lead /);
  const added = senior?.stages.slice(plain?.stages.length);
  expect(added?.map((stage) => stage.kind)).toEqual(["hold", "move"]);
  expect(added?.[0]?.months.likely).toBe(36);
  expect(principal?.stages.length).toBe((senior?.stages.length ?? 0) + 2);
  expect(principal?.chance).toBeLessThan(senior?.chance ?? 0);
  for (const route of [senior, principal]) {
    const sum = route?.stages.reduce((total, stage) => total + stage.months.likely, 0);
    expect(route?.months.likely).toBeCloseTo(sum ?? 0, 9);
    expect(new Set(route?.stages.map((stage) => stage.id)).size).toBe(route?.stages.length);
  }
});

test("findRoutes() takes who holds the occupation up several rungs, each with its time", () => {
  const [route] = routesOf(SPECIALIST, "Principal HR specialist");
  expect(route?.stages.map((stage) => stage.kind)).toEqual(["hold", "move", "hold", "move"]);
  expect(route?.stages.map((stage) => stage.months.likely)[0]).toBe(24);
  expect(route?.stages.map((stage) => stage.months.likely)[2]).toBe(48);
  const [next] = routesOf(SPECIALIST, "HR specialist");
  expect(next?.stages.filter((stage) => stage.kind === "move")).toHaveLength(1);
});

test("findRoutes() leaves the rungs out where staying for them is refused", () => {
  const refused = routesOf(ASSISTANT, "Senior HR specialist", [`hold:${SMALL.hrSpecialist}`])[0];
  expect(refused?.name).not.toContain("senior");
});

test("wantedRungOf() asks nothing of a word that the occupation's own name has", () => {
  const general = { ...catalogue, titles: catalogue.titles.map(() => "Senior Specialists") };
  expect(wantedRungOf(general, row, "Senior specialist")).toBeUndefined();
  expect(wantedRungOf(catalogue, row, "junior recruiter")).toBeUndefined();
  expect(wantedRungOf(catalogue, row, "Lead recruiter")?.id).toBe("senior");
});
