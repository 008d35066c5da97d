import { expect, test } from "vitest";
import { bestByTrying, breachesOf, latenessOf } from "../../../test/fixtures/schedule-oracle.ts";
import { type RandomSource, seededRandom } from "../random-source.ts";
import { feasibleOrder } from "./network.ts";
import { type Activity, type Money, modelOf, type Project } from "./project.ts";
import { placedInOrder, scheduleActivities } from "./schedule-activities.ts";

/** A number from 0 up to below the limit. */
type Draw = (limit: number) => number;

interface Feature {
  readonly of?: (draw: Draw, earlier: readonly Activity[]) => Partial<Activity>;
  readonly capacities?: (draw: Draw) => Project["capacities"];
  readonly money?: (draw: Draw) => Money;
  /** Of 100 random projects so many at least are as good as the best there is. */
  readonly reached: number;
  readonly most?: number;
}

const LAST_SESSION = 20;

const FEATURES: Readonly<Record<string, Feature>> = {
  waits: { of: (draw) => ({ wait: draw(4) }), reached: 100 },
  lags: {
    of: (draw, earlier) => ({ lags: Object.fromEntries(earlier.map(({ id }) => [id, draw(4)])) }),
    reached: 100,
  },
  "release dates": { of: (draw) => ({ release: draw(6) }), reached: 100 },
  deadlines: { of: (draw) => (draw(2) === 0 ? { deadline: 1 + draw(8) } : {}), reached: 97 },
  "capacity that changes": {
    capacities: (draw) => [
      [
        { from: 0, amount: 1 + draw(3) },
        { from: 1 + draw(2), amount: draw(3) },
        { from: 3 + draw(3), amount: 3 },
      ],
    ],
    reached: 100,
  },
  "fixed sessions": {
    of: (draw) => (draw(2) === 0 ? { starts: [5 + draw(4), draw(5), draw(3), LAST_SESSION] } : {}),
    reached: 100,
  },
  money: {
    of: (draw) => ({ cost: draw(4) }),
    money: (draw) => ({
      saved: draw(4),
      perPeriod: 1 + draw(2),
      floor: draw(2) - 2,
      changes: [{ period: 2 + draw(3), amount: draw(3) - 1 }],
    }),
    reached: 100,
  },
  "money with reimbursement": {
    of: (draw) => ({
      cost: draw(5),
      reimbursement: { share: draw(3) / 2, cap: 1 + draw(3), delay: draw(3) },
    }),
    money: (draw) => ({ saved: 4 + draw(3), perPeriod: 0.5 * (1 + draw(2)), floor: 0 }),
    reached: 100,
  },
  splitting: { of: (draw) => ({ splittable: draw(3) > 0 }), reached: 95, most: 4 },
  everything: {
    of: (draw) => ({
      wait: draw(2),
      release: draw(3),
      splittable: draw(3) === 0,
      cost: draw(3),
      ...(draw(3) === 0 ? { starts: [draw(3), 4, 7, LAST_SESSION] } : {}),
      ...(draw(3) === 0 ? { deadline: 3 + draw(5) } : {}),
      ...(draw(2) === 0 ? { reimbursement: { share: 0.5, delay: draw(3) } } : {}),
    }),
    capacities: (draw) => [
      [
        { from: 0, amount: 2 },
        { from: 2 + draw(3), amount: draw(3) },
        { from: 6, amount: 3 },
      ],
    ],
    money: (draw) => ({ saved: 2 + draw(3), perPeriod: 1, floor: 0 }),
    reached: 95,
    most: 4,
  },
};

function randomProject(random: RandomSource, feature: Feature): Project {
  const draw: Draw = (limit) => Math.floor(random() * limit);
  const activities: Activity[] = [];
  for (let k = 0, count = 2 + draw((feature.most ?? 5) - 1); k < count; k++) {
    const earlier = activities.filter(() => draw(10) < 3);
    activities.push({
      id: `a${k}`,
      duration: draw(12) === 0 ? 0 : 1 + draw(3),
      demands: [draw(4)],
      after: earlier.map(({ id }) => id),
      ...feature.of?.(draw, earlier),
    });
  }
  const money = feature.money?.(draw);
  return {
    activities,
    capacities: feature.capacities?.(draw) ?? [3],
    ...(money === undefined ? {} : { money }),
  };
}

test.each(Object.entries(FEATURES))(
  "scheduleActivities() is never better than the best by trying all, and mostly as good: %s",
  (name, feature) => {
    const random = seededRandom(20261127 + name.length);
    let [reached, impossible] = [0, 0];
    for (let k = 0; k < 100; k++) {
      const project = randomProject(random, feature);
      const schedule = scheduleActivities(project, { budget: 200 });
      const told = JSON.stringify({ project, schedule });
      expect(breachesOf(project, schedule), told).toEqual([]);
      if (schedule.unplaced.length > 0) {
        // The last session is missed whatever one does.
        expect(bestByTrying(project, LAST_SESSION + 4), told).toBeUndefined();
        impossible += 1;
        continue;
      }
      const ends = new Map(Object.entries(schedule.end).map(([id, end]) => [id, { end }]));
      const late = latenessOf(project, ends);
      const best = bestByTrying(project, Math.max(0, ...Object.values(schedule.end)));
      expect(best, told).toBeDefined();
      if (best === undefined) continue;
      expect(best.late, told).toBeLessThanOrEqual(late);
      if (best.late === late) {
        expect(best.makespan, told).toBeLessThanOrEqual(schedule.makespan);
        if (best.makespan === schedule.makespan) reached += 1;
      }
    }
    expect(impossible).toBeLessThan(10);
    expect(reached + impossible).toBeGreaterThanOrEqual(feature.reached);
  },
);

const ONE: Activity = { id: "one", duration: 2, demands: [1], after: [] };

test("scheduleActivities() leaves out what has no room, money or session, and what waits for it", () => {
  const project: Project = {
    activities: [
      { ...ONE, id: "dear", cost: 50 },
      { ...ONE, id: "next", after: ["dear"] },
      { ...ONE, id: "missed", release: 9, starts: [3] },
      { ...ONE, id: "late", release: 19 },
      { ...ONE, id: "fine", cost: 10 },
    ],
    capacities: [
      [
        { from: 0, amount: 1 },
        { from: 20, amount: 0 },
      ],
    ],
    money: { saved: 30, floor: 5 },
  };
  const schedule = scheduleActivities(project);
  expect(schedule).toMatchObject({
    engine: "serial scheme",
    start: { fine: 0 },
    makespan: 2,
    unplaced: ["dear", "next", "missed", "late"],
  });
});

test("scheduleActivities() pays again with what came back", () => {
  const course = { ...ONE, cost: 100, reimbursement: { share: 0.8, cap: 70, delay: 3 } };
  const project: Project = {
    activities: [
      { ...course, id: "first" },
      { ...course, id: "second" },
    ],
    capacities: [2],
    money: { saved: 150, floor: 20 },
  };
  // 150 − 100 leaves 50; 70 come back 3 periods after the end, in period 5; then 120 − 100 is 20.
  const { start } = scheduleActivities(project);
  expect(Object.values(start).sort()).toEqual([0, 5]);
});

test("scheduleActivities() says which deadlines are missed", () => {
  const activities = ["a", "b", "c"].map((id) => ({ ...ONE, id, deadline: 4 }));
  const { late, makespan } = scheduleActivities({ activities, capacities: [1] });
  expect([late.length, makespan]).toEqual([1, 6]);
});

test("scheduleActivities() splits around what cannot move", () => {
  const { pieces, start, end } = scheduleActivities({
    activities: [
      { ...ONE, id: "course", duration: 5, splittable: true },
      { ...ONE, id: "exam", duration: 1, starts: [2] },
    ],
    capacities: [1],
  });
  expect(pieces).toEqual({
    course: [
      [0, 2],
      [3, 6],
    ],
  });
  expect([start.exam, end.course]).toEqual([2, 6]);
});

test.each<[string, Partial<Activity>, Partial<Project>, string]>([
  ["a lag after a stranger", { lags: { z: 1 } }, {}, 'a lag after "z", which it does not wait for'],
  ["half a wait", { wait: 0.5 }, {}, 'activity "one": a wait of 0.5'],
  ["a negative release", { release: -1 }, {}, 'activity "one": a release of -1'],
  ["a deadline that is none", { deadline: Number.NaN }, {}, 'activity "one": a deadline of NaN'],
  ["half a session", { starts: [1.5] }, {}, 'activity "one": a start of 1.5'],
  ["a negative cost", { cost: -1 }, {}, 'activity "one": a cost of -1; it must be 0 or more'],
  [
    "a share above all",
    { reimbursement: { share: 1.2, delay: 0 } },
    {},
    'activity "one": a share of 1.2; it must be from 0 to 1',
  ],
  ["no steps", {}, { capacities: [[]] }, "resource 0: its steps do not begin at period 0"],
  [
    "steps out of order",
    {},
    { capacities: [[0, 3, 2].map((from) => ({ from, amount: 1 }))] },
    "resource 0: its steps are not in order",
  ],
  [
    "no money to begin with",
    {},
    { money: { saved: 1, floor: 2 } },
    "money goes below its floor without any of them",
  ],
])("scheduleActivities() says what is wrong in life: %s", (_, part, more, text) => {
  const project = { activities: [{ ...ONE, ...part }], capacities: [1], ...more };
  expect(() => scheduleActivities(project)).toThrow(RangeError);
  expect(() => scheduleActivities(project)).toThrow(text);
});

/** So much work in all. */
function effort(id: string, amount: number, more: Partial<Activity> = {}): Activity {
  return { id, duration: 0, demands: [0], after: [], effort: { resource: 0, amount }, ...more };
}

test("efforts run side by side on what is free, each no faster than its least periods allow, by hand", () => {
  const course = effort("course", 12, {
    effort: { resource: 0, amount: 12, leastPeriods: 6 },
    wait: 4,
  });
  const schedule = scheduleActivities({
    // Two a period go to the course for six periods; of five there are three left for the project.
    activities: [course, effort("project", 24), effort("job", 1, { after: ["course"] })],
    capacities: [5],
  });
  expect(schedule.end).toEqual({ course: 6, project: 7.2, job: 10.2 });
  expect(schedule.pieces.course).toEqual([[0, 6]]);
  expect(schedule.engine).toBe("serial scheme");
});

test("an effort with fixed starts begins at one though others have the hours, and goes on after them", () => {
  const schedule = scheduleActivities({
    activities: [effort("project", 6, { deadline: 6 }), effort("course", 2, { starts: [4, 40] })],
    capacities: [1],
  });
  expect([schedule.start.course, schedule.end.course]).toEqual([4, 8]);
  expect(schedule.late).toEqual([]);
});

test("a block and an effort beside it start together; the block is never broken, by hand", () => {
  const schedule = scheduleActivities({
    capacities: [
      [
        { from: 0, amount: 1 },
        { from: 2, amount: 3 },
      ],
    ],
    // Classes take two of three from period 2 on; one is left for the homework, and three after them.
    activities: [effort("course", 10, { duration: 4, demands: [2] }), effort("other", 3)],
  });
  expect(schedule.start.course).toBe(2);
  expect(schedule.end.course).toBe(8);
  // The other has the one before the classes begin; the last of it waits, or the course does.
  expect(schedule.makespan).toBeCloseTo(8 + 1 / 3, 9);
});

const WORLD: Pick<Project, "capacities"> = {
  capacities: [
    [
      { from: 0, amount: 2 },
      { from: 4, amount: 0 },
      { from: 7, amount: 3 },
    ],
  ],
};

test("efforts keep capacity, precedence, waits, release dates and their least periods (law)", () => {
  const random = seededRandom(515);
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let k = 0; k < 300; k++) {
    const activities: Activity[] = [];
    for (let i = 0, count = 2 + below(5); i < count; i++) {
      activities.push(
        effort(`a${i}`, 1 + below(9) / 2, {
          effort: { resource: 0, amount: 1 + below(9) / 2, leastPeriods: below(5) },
          after: activities.filter(() => random() < 0.3).map(({ id }) => id),
          wait: below(4),
          release: below(4),
        }),
      );
    }
    const model = modelOf({ activities, ...WORLD });
    const taken: { activity: number; from: number; until: number; rate: number }[] = [];
    const order = feasibleOrder(
      model.network,
      Float64Array.from(activities, () => random()),
    );
    const { starts, ends } = placedInOrder(model, order, (activity, from, until, rate) => {
      taken.push({ activity, from, until, rate });
    });
    const moments = [...new Set(taken.flatMap(({ from, until }) => [from, until]))];
    for (const moment of moments) {
      const now = taken.filter(({ from, until }) => from <= moment && moment < until);
      const there = moment < 4 ? 2 : moment < 7 ? 0 : 3;
      expect(now.reduce((sum, { rate }) => sum + rate, 0)).toBeLessThanOrEqual(there + 1e-9);
    }
    activities.forEach((one, i) => {
      const own = taken.filter(({ activity }) => activity === i);
      const amount = own.reduce((sum, { from, until, rate }) => sum + rate * (until - from), 0);
      expect(amount).toBeCloseTo(one.effort?.amount ?? 0, 6);
      const lasts = (ends[i] as number) - (starts[i] as number);
      expect(lasts).toBeGreaterThanOrEqual((one.effort?.leastPeriods ?? 0) - 1e-6);
      expect(starts[i]).toBeGreaterThanOrEqual(one.release ?? 0);
      for (const id of one.after) {
        const earlier = activities.findIndex((other) => other.id === id);
        const free = (ends[earlier] as number) + (activities[earlier]?.wait ?? 0);
        expect(starts[i]).toBeGreaterThanOrEqual(free);
      }
    });
  }
});

test.each<[string, Partial<Activity>, string]>([
  ["no work", { effort: { resource: 0, amount: 0 } }, "an effort of 0; it must be above 0"],
  ["another resource", { effort: { resource: 3, amount: 1 } }, "resource 3, which is not there"],
  ["splitting too", { splittable: true }, '"x" has an effort, and can be split besides'],
])("an effort with %s is refused", (_, part, told) => {
  const activities = [effort("x", 2, part)];
  expect(() => scheduleActivities({ activities, capacities: [1] })).toThrow(told);
});
