import { expect, test } from "vitest";
import { breachesOf } from "../../../test/fixtures/schedule-oracle.ts";
import { type RandomSource, seededRandom } from "../random-source.ts";
import type { Activity, Project } from "./project.ts";
import { scheduleActivities } from "./schedule-activities.ts";

/** Waits only after what nothing else waits for; one unit of the person a period, at times none. */
function randomCase(random: RandomSource): Project {
  const below = (limit: number): number => Math.floor(random() * limit);
  const activities: Activity[] = [];
  for (let k = 0, count = 1 + below(4); k < count; k++) {
    activities.push({
      id: `a${k}`,
      duration: below(4),
      demands: [1],
      after: activities.filter(() => random() < 0.3).map(({ id }) => id),
      release: random() < 0.5 ? 0 : below(7),
      splittable: true,
    });
  }
  const isLast = ({ id }: Activity): boolean => !activities.some(({ after }) => after.includes(id));
  const steps = [0, 2 + below(3), 5 + below(3)].map((from, k) => ({
    from,
    amount: k < 2 && random() < 0.3 ? 0 : 1,
  }));
  return {
    activities: activities.map((one) => (isLast(one) ? { ...one, wait: below(7) } : one)),
    capacities: [random() < 0.5 ? 1 : steps],
  };
}

/** The least end of everything, by trying in every period whatever can run, and nothing. */
function leastEnd({ activities, capacities }: Project, horizon = 30): number {
  const capacity = capacities[0] ?? 0;
  const isOpen = (period: number): boolean =>
    (typeof capacity === "number"
      ? capacity
      : (capacity.findLast(({ from }) => from <= period)?.amount ?? 0)) > 0;
  const indexOf = new Map(activities.map(({ id }, k) => [id, k]));
  const known = new Map<string, number>();
  const from = (period: number, left: readonly number[], over: readonly boolean[]): number => {
    // What takes no time is over as soon as what it waits for is; in order, as they are listed.
    const done = [...over];
    let ended = 0;
    activities.forEach((one, k) => {
      if (done[k] || left[k] !== 0) return;
      const isReady = one.after.every((earlier) => done[indexOf.get(earlier) ?? -1]);
      if (!isReady || (one.release ?? 0) > period) return;
      done[k] = true;
      ended = Math.max(ended, period + (one.wait ?? 0));
    });
    if (done.every(Boolean)) return ended;
    const key = `${period}|${left.join()}|${done.join()}`;
    const seen = known.get(key);
    if (seen !== undefined) return Math.max(ended, seen);
    if (period > horizon) return Infinity;
    let best = from(period + 1, left, done);
    activities.forEach((one, k) => {
      const isReady = one.after.every((earlier) => done[indexOf.get(earlier) ?? -1]);
      if (!isOpen(period) || left[k] === 0 || !isReady || (one.release ?? 0) > period) return;
      const less = left.map((periods, i) => (i === k ? periods - 1 : periods));
      best = Math.min(best, from(period + 1, less, done));
    });
    known.set(key, best);
    return Math.max(ended, best);
  };
  const durations = activities.map(({ duration }) => duration);
  return from(
    0,
    durations,
    durations.map(() => false),
  );
}

test("the exact one-person rule equals an exhaustive search on 3,000 random instances of its case", () => {
  const random = seededRandom(20261127);
  let ran = 0;
  for (let k = 0; k < 3000; k++) {
    const project = randomCase(random);
    const schedule = scheduleActivities(project, { budget: 20 });
    const told = JSON.stringify({ project, schedule });
    expect(breachesOf(project, schedule), told).toEqual([]);
    if (project.activities.every(({ duration }) => duration === 0)) continue;
    expect(schedule.engine, told).toBe("exact one-person rule");
    expect(schedule.makespan, told).toBe(leastEnd(project));
    ran += 1;
  }
  expect(ran).toBeGreaterThan(2500);
});

/** The same with efforts in place of lengths. */
function asEfforts(project: Project): Project {
  return {
    ...project,
    activities: project.activities.map(({ splittable: _, ...one }) => ({
      ...one,
      duration: 0,
      demands: [0],
      ...(one.duration === 0 ? {} : { effort: { resource: 0, amount: one.duration } }),
    })),
  };
}

test("the exact rule for efforts equals an exhaustive search on 3,000 random instances of its case", () => {
  const random = seededRandom(4747);
  let ran = 0;
  for (let k = 0; k < 3000; k++) {
    const project = randomCase(random);
    const schedule = scheduleActivities(asEfforts(project), { budget: 20 });
    const told = JSON.stringify({ project, schedule });
    if (project.activities.every(({ duration }) => duration === 0)) continue;
    expect(schedule.engine, told).toBe("exact one-person rule");
    expect(schedule.makespan, told).toBeCloseTo(leastEnd(project), 9);
    ran += 1;
  }
  expect(ran).toBeGreaterThan(2500);
});

test("the exact rule for efforts holds whatever there is from period to period", () => {
  // Two units a period are two half periods of one unit: the same search with everything doubled.
  const random = seededRandom(99);
  for (let k = 0; k < 300; k++) {
    const project = randomCase(random);
    const doubled = {
      capacities: [2],
      activities: asEfforts(project).activities.map((one) => ({
        ...one,
        wait: (one.wait ?? 0) * 2,
      })),
    };
    const halves = {
      capacities: [1],
      activities: project.activities.map((one) => ({
        ...one,
        release: 2 * (one.release ?? 0),
        wait: 4 * (one.wait ?? 0),
      })),
    };
    const schedule = scheduleActivities(doubled);
    expect(2 * schedule.makespan, JSON.stringify(doubled)).toBeCloseTo(leastEnd(halves, 90), 9);
  }
});

test.each<[string, Partial<Activity>]>([
  ["a least time", { effort: { resource: 0, amount: 2, leastPeriods: 3 } }],
  ["a wait before another", { wait: 1 }],
  ["time alone between two", { effort: undefined, duration: 3 }],
  ["fixed sessions", { starts: [0, 5] }],
  ["deadlines", { deadline: 9 }],
] as [string, Partial<Activity>][])(
  "the exact rule for efforts is not chosen with %s",
  (_, part) => {
    const of = (id: string, more: Partial<Activity>): Activity => ({
      id,
      duration: 0,
      demands: [0],
      after: [],
      effort: { resource: 0, amount: 2 },
      ...more,
    });
    const activities = [of("a", {}), of("b", { after: ["a"], ...part }), of("c", { after: ["b"] })];
    expect(scheduleActivities({ activities, capacities: [1] }).engine).toBe("serial scheme");
  },
);

/** Splittable work for one person. */
function job(id: string, duration: number, more: Partial<Activity> = {}): Activity {
  return { id, duration, demands: [1], after: [], splittable: true, ...more };
}

test("with waits between dependent actions the exact rule is not chosen, and 13 is found", () => {
  const schedule = scheduleActivities({
    activities: [
      job("1", 2, { wait: 5 }),
      job("2", 1, { wait: 6 }),
      job("3", 3, { after: ["1"] }),
      job("4", 3, { after: ["1", "2"] }),
    ],
    capacities: [1],
  });
  expect(schedule).toMatchObject({ engine: "serial scheme", makespan: 13 });
});

test("the exact one-person rule breaks off what is less urgent, by hand", () => {
  const project = {
    activities: [job("study", 6), job("papers", 2, { release: 2, wait: 8 })],
    capacities: [1],
  };
  // Papers 2–4 and eight periods of waiting are over at 12; study goes round them and is over at 8.
  expect(scheduleActivities(project)).toMatchObject({
    engine: "exact one-person rule",
    makespan: 12,
    pieces: {
      study: [
        [0, 2],
        [4, 8],
      ],
      papers: [[2, 4]],
    },
  });
});

test.each<[string, Partial<Activity>, Partial<Project>]>([
  ["what cannot be split", { splittable: false }, {}],
  ["fixed sessions", { starts: [0, 5] }, {}],
  ["deadlines", { deadline: 9 }, {}],
  ["a wait before another", { wait: 1 }, {}],
  ["two at a time", {}, { capacities: [2] }],
  ["money", {}, { money: { saved: 0, floor: 0 } }],
])("the exact one-person rule is not chosen with %s", (_, part, more) => {
  const project = {
    activities: [job("a", 2, part), job("b", 2, { after: ["a"] })],
    capacities: [1],
    ...more,
  };
  expect(scheduleActivities(project).engine).toBe("serial scheme");
});

test("the exact one-person rule leaves out what capacity never allows", () => {
  const capacities = [
    [
      { from: 0, amount: 1 },
      { from: 3, amount: 0 },
    ],
  ];
  const activities = [job("a", 2), job("b", 2), job("c", 0, { after: ["b"] })];
  expect(scheduleActivities({ activities, capacities })).toMatchObject({
    engine: "exact one-person rule",
    end: { a: 2 },
    unplaced: ["b", "c"],
  });
});
