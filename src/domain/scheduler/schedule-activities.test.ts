import fc from "fast-check";
import { expect, test } from "vitest";
import { bestByTrying, breachesOf } from "../../../test/fixtures/schedule-oracle.ts";
import { type RandomSource, seededRandom } from "../random-source.ts";
import type { Activity, Project } from "./project.ts";
import { scheduleActivities } from "./schedule-activities.ts";

/** Activities in an order that precedence allows. */
function randomProject(random: RandomSource, most: number): Project {
  const below = (limit: number): number => Math.floor(random() * limit);
  const capacities = Array.from({ length: 1 + below(3) }, () => 2 + below(4));
  const density = random() * 0.5;
  const activities: Activity[] = [];
  for (let k = 0, count = 2 + below(most - 1); k < count; k++) {
    activities.push({
      id: `a${k}`,
      duration: random() < 0.08 ? 0 : 1 + below(4),
      demands: capacities.map((capacity) => (random() < 0.3 ? 0 : below(capacity + 1))),
      after: activities.filter(() => random() < density).map((earlier) => earlier.id),
    });
  }
  return { activities, capacities };
}

test("scheduleActivities() is never below the optimum of an exhaustive search, and hardly ever above", () => {
  const random = seededRandom(20261127);
  let reached = 0;
  for (let k = 0; k < 300; k++) {
    const project = randomProject(random, 7);
    const schedule = scheduleActivities(project, { budget: 100 });
    expect(breachesOf(project, schedule), JSON.stringify(project)).toEqual([]);
    const optimum = bestByTrying(project, schedule.makespan)?.makespan;
    // Nothing ends before the optimum, so that trying all up to the engine's end finds it.
    expect(optimum, JSON.stringify(project)).toBeLessThanOrEqual(schedule.makespan);
    if (schedule.makespan === optimum) reached += 1;
  }
  expect(reached).toBeGreaterThanOrEqual(299);
});

test("scheduleActivities() keeps every rule on larger projects, at any budget", () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(1, 2, 3, 10, 50, 200), (seed, budget) => {
      const project = randomProject(seededRandom(seed), 25);
      expect(breachesOf(project, scheduleActivities(project, { budget }))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("scheduleActivities() gives the same answer every time", () => {
  const project = randomProject(seededRandom(7), 25);
  expect(scheduleActivities(project)).toEqual(scheduleActivities(project));
});

test("scheduleActivities() does not depend on how finely time is cut", () => {
  const project = randomProject(seededRandom(11), 20);
  const days = (factor: number): Project => ({
    ...project,
    activities: project.activities.map((one) => ({ ...one, duration: one.duration * factor })),
  });
  const hour = 1e9;
  const fine = scheduleActivities(days(hour), { budget: 1 });
  expect(fine.makespan).toBe(scheduleActivities(days(1), { budget: 1 }).makespan * hour);
});

/** Worked by hand: two rooms' worth of one person, and a short job that must not be put off. */
test("scheduleActivities() finds the schedule worked out by hand", () => {
  const one = (id: string, duration: number, demand: number, after: string[] = []): Activity => ({
    id,
    duration,
    demands: [demand],
    after,
  });
  const activities = [one("a", 3, 1), one("b", 4, 1), one("c", 2, 2), one("d", 4, 1, ["c"])];
  // c first (0–2), then b and d side by side with a before either: 2–6 and 2–6, a 6–9; or a and d
  // 2–6, b 5–9: 9 periods. The work is 3 + 4 + 4 + 4 = 15 of 2 a period, so 8 is the lower bound;
  // 8 would need every period but one filled, and 3, 4 and 4 cannot be dealt to two sides below 7.
  expect(scheduleActivities({ activities, capacities: [2] }).makespan).toBe(9);
});

test("scheduleActivities() takes names that objects know, no activities and no resources", () => {
  const bare = { duration: 2, demands: [], after: [] };
  const { start, makespan } = scheduleActivities({
    activities: [
      { ...bare, id: "__proto__" },
      { ...bare, id: "", after: ["__proto__", "__proto__"] },
    ],
    capacities: [],
  });
  expect(Object.entries(start)).toEqual([
    ["__proto__", 0],
    ["", 2],
  ]);
  expect(makespan).toBe(4);
  expect(scheduleActivities({ activities: [], capacities: [1] })).toMatchObject({
    start: {},
    makespan: 0,
  });
});

test.each<[string, Partial<Activity>, number[], string]>([
  ["an unknown id", { after: ["z"] }, [1], '"b" waits for "z", which is not in the list'],
  ["a circle", { after: ["a", "b"] }, [1], "some wait for each other in a circle"],
  ["the same id twice", { id: "a" }, [1], '"a" is there twice'],
  ["a demand above capacity", { demands: [2] }, [1], '"b" takes 2 of resource 0, which has 1'],
  ["a negative demand", { demands: [-1] }, [1], 'activity "b": a demand of -1'],
  ["half a period", { duration: 1.5 }, [1], 'activity "b": a duration of 1.5'],
  ["no duration", { duration: Number.NaN }, [1], 'activity "b": a duration of NaN'],
  ["an endless duration", { duration: Infinity }, [1], 'activity "b": a duration of Infinity'],
  ["a demand too few", { demands: [] }, [1], '"b" has 0 demands for 1 resources'],
  ["a negative capacity", { demands: [0] }, [-1], "resource 0: a capacity of -1"],
])("scheduleActivities() says what is wrong: %s", (_, wrong, capacities, text) => {
  const right = { id: "a", duration: 1, demands: [0], after: [] };
  const activities = [right, { ...right, id: "b", ...wrong }];
  expect(() => scheduleActivities({ activities, capacities })).toThrow(RangeError);
  expect(() => scheduleActivities({ activities, capacities })).toThrow(text);
});

test("scheduleActivities() refuses a budget of no schedules", () => {
  for (const budget of [0, -1, 1.5, Number.NaN]) {
    expect(() => scheduleActivities({ activities: [], capacities: [] }, { budget })).toThrow(
      `a budget of ${budget} schedules`,
    );
  }
});
