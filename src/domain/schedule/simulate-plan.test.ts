import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyAction } from "../../../test/fixtures/empty-action.ts";
import type { CalendarDate } from "../calendar-date.ts";
import type { Action } from "./plan.ts";
import { placeActions } from "./schedule-actions.ts";
import { chanceBy, simulatePlan } from "./simulate-plan.ts";

const START = "2026-11-22" as CalendarDate;

function simulate(
  actions: readonly Action[],
  seed: number,
  runs = 400,
  causes: Parameters<typeof simulatePlan>[1]["causes"] = [],
) {
  const placement = placeActions(actions, 7);
  return simulatePlan(actions, { placement, causes, seed, runs });
}

test("simulatePlan() gives the exponential's own quantiles for a search at one rate", () => {
  const rate = 0.2;
  const search = emptyAction({
    id: "search",
    landingRate: { low: rate, likely: rate, high: rate },
  });
  const { goal } = simulate([search], 5, 20_000);
  const month = 30.436875;
  expect(goal.p50 / month).toBeCloseTo(Math.LN2 / rate, 0);
  expect(goal.p90 / month / (Math.log(10) / rate)).toBeCloseTo(1, 1);
});

test("simulatePlan() retries exams and ends the route after the last attempt", () => {
  const exam = emptyAction({
    id: "exam",
    kind: "exam",
    hours: { low: 70, likely: 70, high: 70 },
    passRate: 0.5,
  });
  const simulation = simulate([exam], 3, 8000);
  const ended = simulation.endedBy.filter((cause) => cause !== undefined).length / 8000;
  expect(ended).toBeCloseTo(0.5 ** 4, 2);
  expect(simulation.goal.p80).toBeGreaterThan(70 + 45);
});

test("a cause of failure happens with its chance, and dates are those of a route that holds", () => {
  const causes = [{ id: "employer:x", label: "It closes", chance: 0.3, source: "assumption" }];
  const simulation = simulate([emptyAction({ id: "a", minimumMonths: 1 })], 9, 8000, causes);
  expect(chanceBy(simulation, START, "2030-01-01" as CalendarDate)).toBeCloseTo(0.7, 1);
  expect(chanceBy(simulation, START, "2026-12-01" as CalendarDate)).toBe(0);
  expect(simulation.goal.p50).toBeCloseTo(30.436875, 6);
});

test("the same seed meets the same luck, also in another plan with the same action", () => {
  const course = emptyAction({ id: "course", hours: { low: 10, likely: 20, high: 60 } });
  const other = emptyAction({
    id: "other",
    hours: { low: 5, likely: 6, high: 7 },
    after: ["course"],
  });
  const alone = simulate([course], 11);
  const together = simulate([course, other], 11);
  expect(together.actions.get("course")).toMatchObject({
    mean: alone.goal.mean,
    p50: alone.goal.p50,
    p95: alone.goal.p95,
  });
  expect(simulate([course], 11)).toEqual(alone);
  expect(simulate([course], 12).goal).not.toEqual(alone.goal);
});

test("quantiles are in order, and a later day is never less likely (law)", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 20 }),
      fc.double({ min: 0.02, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 1000 }),
      (hours, weeks, rate, seed) => {
        const actions = [
          emptyAction({
            id: "a",
            hours: { low: hours * 0.7, likely: hours, high: hours * 2 },
            waitWeeks: { low: 0, likely: weeks, high: weeks * 2 },
          }),
          emptyAction({
            id: "b",
            landingRate: { low: rate / 2, likely: rate, high: rate * 1.75 },
            after: ["a"],
          }),
        ];
        const simulation = simulate(actions, seed, 50);
        const { p10, p50, p80, p90, p95 } = simulation.goal;
        expect(p10 <= p50 && p50 <= p80 && p80 <= p90 && p90 <= p95).toBe(true);
        const days = ["2027-01-01", "2027-06-01", "2028-06-01", "2040-01-01"] as CalendarDate[];
        const chances = days.map((day) => chanceBy(simulation, START, day));
        expect(chances).toEqual([...chances].sort((a, b) => a - b));
      },
    ),
    { numRuns: 40 },
  );
});
