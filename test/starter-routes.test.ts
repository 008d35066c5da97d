// The routes of the example careers on the real starter catalogue, as a career coach would check them;
// that they come quickly; and the laws of the search where it has most to choose from.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { standingOf } from "../src/domain/abilities/standing-of.ts";
import { type CalendarDate, lastDayOf, type PartialDate } from "../src/domain/calendar-date.ts";
import {
  experienceCreditOf,
  LED_ELSEWHERE_CREDIT,
  LED_WORK_CREDIT,
} from "../src/domain/moves/experience-credit.ts";
import { rowOf } from "../src/domain/occupations/catalogue.ts";
import type { Limits } from "../src/domain/record/goal.ts";
import { isDetourBeside, NOT_FOR_ITS_SAVINGS } from "../src/domain/routes/choose-routes.ts";
import { findBackups } from "../src/domain/routes/find-backups.ts";
import { findNearerGoals } from "../src/domain/routes/find-nearer-goals.ts";
import { findRoutes } from "../src/domain/routes/find-routes.ts";
import type { Route } from "../src/domain/routes/route.ts";
import { MOST_MOVES } from "../src/domain/routes/route-graph.ts";
import { makePlan } from "../src/domain/schedule/make-plan.ts";
import { chanceOfPlan, planRoute } from "../src/domain/schedule/plan-route.ts";
import { titleEntriesOf } from "../src/domain/titles/match-title.ts";
import { buildTitleIndex } from "../src/domain/titles/title-index.ts";
import { parseJsonResume } from "../src/formats/json-resume.ts";
import { matchPositions } from "../src/operations/record/match-positions.ts";
import { readStarter, STARTER_FILES } from "../src/sources/starter.ts";

const ROOT = new URL("../", import.meta.url);
const today = "2026-11-22" as CalendarDate;
const { catalogue } = readStarter(
  new Map(STARTER_FILES.map((file) => [file, readFileSync(new URL(`data/starter/${file}`, ROOT))])),
);
const titles = buildTitleIndex(titleEntriesOf(catalogue));

function situation(example: string, occupationId: string, limits: Partial<Limits> = {}) {
  let ids = 0;
  const text = readFileSync(new URL(`examples/${example}.json`, ROOT), "utf8");
  const parsed = parseJsonResume(text, { newId: () => `id-${String(ids++).padStart(4, "0")}` });
  if (!parsed.ok) throw new Error(`Cannot read example "${example}": ${parsed.problem.code}`);
  const { record } = parsed.value;
  const matches = matchPositions(record, { catalogue, titles, today });
  const standing = standingOf({ catalogue, record, matches, today });
  const goal = {
    id: "goal",
    title: catalogue.titles[rowOf(catalogue, occupationId)] ?? "",
    occupationId,
    why: "",
    limits: { hoursPerWeek: 8, notThese: [], ...limits },
  };
  return { catalogue, standing, goal, today };
}

const movesOf = (route: Route | undefined): readonly string[] =>
  (route?.stages ?? []).filter((stage) => stage.kind === "move").map((stage) => stage.occupationId);

const EXAMPLES = [
  ["surgery-receptionist", "29-1141.00"],
  ["network-manager", "15-1241.00"],
  ["call-centre-agent", "11-2022.00"],
  ["call-centre-agent", "11-2021.00"],
  ["administrative-assistant", "11-3121.00"],
  ["hr-professional", "11-3131.00"],
] as const;

test("the receptionist sees the nursing degree, the ladder over practical nurse, and nearer goals", () => {
  const asked = situation("surgery-receptionist", "29-1141.00");
  const routes = findRoutes(asked);
  expect(movesOf(routes[0])).toEqual(["29-1141.00"]);
  expect(routes[0]?.stages[0]?.credentialIds).toEqual(["adn", "nclex-rn"]);
  expect(routes[0]?.hours.likely).toBeGreaterThan(2700);
  expect(routes.map(movesOf)).toContainEqual(["29-2061.00", "29-1141.00"]);
  const nearer = findNearerGoals(asked).map((one) => one.occupationId);
  expect(nearer).toContain("29-2061.00");
  expect(nearer).toContain("31-9092.00");
});

test("the network manager goes to network architect directly, within a year", () => {
  const [first] = findRoutes(situation("network-manager", "15-1241.00"));
  expect(movesOf(first)).toEqual(["15-1241.00"]);
  expect(first?.months.likely).toBeLessThan(12);
});

test("the administrative assistant goes by HR assistant and HR specialist to HR manager", () => {
  const [first] = findRoutes(situation("administrative-assistant", "11-3121.00"));
  expect(movesOf(first)).toEqual(["43-4161.00", "13-1071.00", "11-3121.00"]);
  expect(first?.months.likely).toBeGreaterThan(60);
});

test("ranks of the police and the fire brigade are reached out of their own", () => {
  const creditOf = (from: string, to: string): number =>
    experienceCreditOf(catalogue, rowOf(catalogue, from), rowOf(catalogue, to));
  // Security guards and police officers, for fire captains and police sergeants.
  expect(creditOf("33-3051.00", "33-1021.00")).toBe(0);
  expect(creditOf("33-9032.00", "33-1012.00")).toBe(0);
  expect(creditOf("33-2011.00", "33-1021.00")).toBeGreaterThanOrEqual(LED_WORK_CREDIT);
  expect(creditOf("33-3051.00", "33-1012.00")).toBeGreaterThanOrEqual(LED_WORK_CREDIT);
  // Work that another supervisor leads counts for little: dispatchers for transport supervisors.
  const elsewhere = creditOf("43-5032.00", "53-1043.00");
  expect(elsewhere).toBeGreaterThan(0);
  expect(elsewhere).toBeLessThanOrEqual(LED_ELSEWHERE_CREDIT);
});

test("the call-centre agent comes to sales manager through sales work", () => {
  const [first] = findRoutes(situation("call-centre-agent", "11-2022.00"));
  expect(movesOf(first).length).toBeGreaterThan(1);
  for (const id of movesOf(first)) expect(id).toMatch(/^(41|11-2022)/);
});

test("every example has a backup without the cause that most likely stops the first route", () => {
  for (const [example, occupationId] of EXAMPLES) {
    const asked = situation(example, occupationId);
    const routes = findRoutes(asked);
    const chosen = routes[0];
    if (chosen === undefined) throw new Error(`no route for ${example}`);
    const backups = findBackups({ ...asked, chosen, routes });
    const likeliest = chosen.causes[0]?.id;
    const stands = backups.filter(
      (one) => !one.route.causes.some((cause) => cause.id === likeliest),
    );
    expect(stands.length, example).toBeGreaterThan(0);
  }
});

test("law: of the routes found the balanced one stands first, and every other is worth its line", () => {
  const people = new Set(EXAMPLES.map(([example]) => example));
  for (const example of people) {
    for (const goal of catalogue.ids.filter((_, row) => row % 7 === 0)) {
      const asked = situation(example, goal);
      const routes = findRoutes(asked);
      if (routes.length < 2) continue;
      const what = `${example} to ${goal}`;
      expect(routes[0]?.strengths, what).toContain("balanced");
      const first = routes[0];
      const likeliest = Math.max(...routes.map((route) => route.chance));
      const { chance, share } = NOT_FOR_ITS_SAVINGS;
      for (const route of routes.slice(1)) {
        const isLikely = route.chance >= chance || route.chance >= share * likeliest;
        expect(isLikely, `${what}: ${route.name} at ${route.chance}`).toBe(true);
        if (route.strengths.length > 0) continue;
        expect(movesOf(route).length, `${what}: ${route.name}`).toBeLessThanOrEqual(MOST_MOVES);
        const isDetour = first !== undefined && isDetourBeside(first.months.likely, route);
        expect(isDetour, `${what}: ${route.name} takes ${route.months.likely}`).toBe(false);
      }
    }
  }
}, 30_000);

/** Goals for which the date decides: the first in the balance is late, less likely, or all are late. */
const DATED = [
  ...EXAMPLES.slice(0, 3),
  ["call-centre-agent", "35-1011.00"],
  ["administrative-assistant", "15-1212.00"],
  ["administrative-assistant", "13-2072.00"],
] as const;

test("law: the first route shown is the one planned: in time and as likely as any, else the soonest", () => {
  for (const [example, occupationId] of DATED) {
    for (const by of [undefined, "2029", "2031"] as const) {
      const asked = situation(example, occupationId);
      const goal = { ...asked.goal, ...(by === undefined ? {} : { by: by as PartialDate }) };
      const plan = makePlan({ ...asked, goal, positions: asked.standing.matches, newId: () => "" });
      const what = `${example} by ${by}`;
      const [shown] = plan.routes;
      expect(shown?.id, what).toBe(plan.chosenRouteId);
      const all = findRoutes({ ...asked, goal });
      const within = all.filter((route) => route.withinLimits);
      const open = within.length > 0 ? within : all;
      if (by === undefined) {
        expect(shown?.id, what).toBe(open[0]?.id);
        continue;
      }
      const deadline = lastDayOf(by as PartialDate);
      const planned = open.map((route) => planRoute({ ...asked, goal, gaps: plan.gaps }, route));
      const first = planned.find(({ route }) => route.id === shown?.id);
      if (first === undefined) throw new Error(`${what}: what is shown is not open`);
      const chances = planned
        .filter(({ p50 }) => p50 <= deadline)
        .map((one) => chanceOfPlan(one, today, deadline));
      if (chances.length === 0) {
        const soonest = Math.min(...planned.map(({ simulation }) => simulation.goal.p50));
        expect(first.simulation.goal.p50, what).toBe(soonest);
      } else {
        expect(first.p50 <= deadline, what).toBe(true);
        // A tenth likelier is worth another route than the first in the balance.
        const lead = Math.max(...chances) - chanceOfPlan(first, today, deadline);
        expect(lead, what).toBeLessThan(0.1);
      }
    }
  }
}, 30_000);

test("law: more hours a week never lengthen the best route", () => {
  for (const [example, occupationId] of EXAMPLES) {
    let before = Number.POSITIVE_INFINITY;
    for (const hoursPerWeek of [3, 8, 20, 40]) {
      const routes = findRoutes(situation(example, occupationId, { hoursPerWeek }));
      const fastest = Math.min(...routes.map((route) => route.months.likely));
      // What is not a month faster is not shown, hence the tolerance.
      expect(fastest, `${example} at ${hoursPerWeek}`).toBeLessThanOrEqual(before + 1);
      before = fastest;
    }
  }
});

test("law: a credential that is held never lengthens the best route", () => {
  for (const [example, occupationId] of EXAMPLES) {
    const asked = situation(example, occupationId);
    const fastest = (held: ReadonlySet<string>): number =>
      Math.min(
        ...findRoutes({
          ...asked,
          standing: { ...asked.standing, heldCredentialIds: held },
        }).map((route) => route.months.likely),
      );
    const before = fastest(asked.standing.heldCredentialIds);
    const named = ["ccna", "ccnp", "adn", "practical-nursing", "nclex-pn", "sales-training", "pmp"];
    for (const id of named) {
      const after = fastest(new Set([...asked.standing.heldCredentialIds, id]));
      expect(after, `${example} with ${id}`).toBeLessThanOrEqual(before + 1);
    }
  }
});
