import { expect, test } from "vitest";
import { scheduleActivities } from "./schedule-activities.ts";
import {
  type ScheduleSimulation,
  simulateSchedule,
  type UncertainActivity,
  type UncertainProject,
} from "./simulate-schedule.ts";
import { meanOf, type UncertainAmount } from "./uncertain-amount.ts";

function act(id: string, more: Partial<UncertainActivity> = {}): UncertainActivity {
  return { id, duration: 1, demands: [0], after: [], ...more };
}

/** One after another, or all side by side. */
function project(activities: readonly UncertainActivity[], isChain: boolean): UncertainProject {
  return {
    activities: activities.map((one, k) => ({
      ...one,
      after: isChain && k > 0 ? [activities[k - 1]?.id ?? ""] : [],
    })),
    capacities: [1],
  };
}

/** Three standard errors of the mean end of everything. */
function threeErrorsOf({ makespans, makespan, draws }: ScheduleSimulation): number {
  const squares = makespans.reduce((sum, end) => sum + (end - makespan.mean) ** 2, 0);
  return (3 * Math.sqrt(squares / draws)) / Math.sqrt(draws);
}

function deviationOf({ makespans, makespan, draws }: ScheduleSimulation): number {
  return Math.sqrt(makespans.reduce((sum, end) => sum + (end - makespan.mean) ** 2, 0) / draws);
}

const uniform = (low: number, high: number) =>
  ({ low, likely: low, high, shape: "uniform" }) as const;

test.each<[string, UncertainProject, number]>([
  [
    "a chain of beta-PERT durations takes the sum of their means",
    project(
      [2, 5, 9, 14].map((low, k) =>
        act(`a${k}`, { duration: { low, likely: low + k, high: low + 20 } }),
      ),
      true,
    ),
    [2, 5, 9, 14].reduce((sum, low, k) => sum + (low + 4 * (low + k) + low + 20) / 6, 0),
  ],
  [
    "a chain of triangular ones the sum of theirs",
    project(
      [1, 2].map((low) =>
        act(`a${low}`, { duration: { low, likely: 4, high: 10, shape: "triangular" } }),
      ),
      true,
    ),
    15 / 3 + 16 / 3,
  ],
  [
    "the later of two uniform ones is over after two thirds",
    project(
      [act("a", { duration: uniform(0, 12) }), act("b", { duration: uniform(0, 12) })],
      false,
    ),
    8,
  ],
  [
    "the last of five uniform ones after five sixths",
    project(
      [..."abcde"].map((id) => act(id, { duration: uniform(0, 12) })),
      false,
    ),
    10,
  ],
  [
    "a chain of normal ones takes the sum of their means",
    project(
      [..."abcd"].map((id) => act(id, { duration: { mean: 50, deviation: 5 } })),
      true,
    ),
    200,
  ],
  [
    "the later of two normal ones is over at the mean and a deviation over the root of pi",
    project(
      [..."ab"].map((id) => act(id, { duration: { mean: 50, deviation: 5 } })),
      false,
    ),
    50 + 5 / Math.sqrt(Math.PI),
  ],
  [
    "tries that work with chance p take t / p",
    project([act("exam", { duration: 3, attempts: { passRate: 0.3 } })], true),
    10,
  ],
  [
    "failed tries add a share of the work and a wait",
    project(
      [act("exam", { duration: 10, attempts: { passRate: 0.5, share: 0.4, wait: 6 } }), act("job")],
      true,
    ),
    10 + (4 + 6) + 1,
  ],
  [
    "two tries at most are one more with the chance to fail",
    project([act("exam", { duration: 10, attempts: { passRate: 0.7, atMost: 2 } })], true),
    13,
  ],
  [
    "waits lie between, and after the last",
    project(
      ["a", "b"].map((id) => act(id, { wait: uniform(0, 4) })),
      true,
    ),
    6,
  ],
  [
    "one person does one thing after another, in pieces too",
    {
      activities: [..."abc"].map((id) =>
        act(id, { duration: uniform(0, 4), demands: [1], splittable: id !== "a" }),
      ),
      capacities: [1],
    },
    6,
  ],
  [
    "whoever misses a session waits for the next",
    {
      activities: [
        act("study", { duration: uniform(0, 2) }),
        act("exam", { after: ["study"], starts: [1, 5] }),
      ],
      capacities: [1],
    },
    4,
  ],
  [
    "a pace is one for all: the mean of its product with the work",
    {
      ...project(
        [..."abc"].map((id) => act(id, { duration: uniform(2, 6) })),
        true,
      ),
      pace: uniform(0.5, 2.5),
    },
    18,
  ],
])("simulateSchedule(): %s", (_, given, mean) => {
  const simulation = simulateSchedule(given, { draws: 20_000, seed: 11 });
  expect(Math.abs(simulation.makespan.mean - mean)).toBeLessThan(threeErrorsOf(simulation));
});

test("simulateSchedule() spreads a chain of normal durations by the root of its length", () => {
  const four = project(
    [..."abcd"].map((id) => act(id, { duration: { mean: 50, deviation: 5 } })),
    true,
  );
  const deviation = deviationOf(simulateSchedule(four));
  // The standard error of a deviation is its share 1 / √(2 n).
  expect(Math.abs(deviation - 10)).toBeLessThan((3 * 10) / Math.sqrt(2 * 10_000));
  // One pace for all does not even out.
  const paced = simulateSchedule({
    ...project(
      [..."abcd"].map((id) => act(id, { duration: 50 })),
      true,
    ),
    pace: { mean: 1, deviation: 0.1 },
  });
  expect(Math.abs(deviationOf(paced) - 20)).toBeLessThan((3 * 20) / Math.sqrt(2 * 10_000));
});

test("simulateSchedule() gives the quantiles of a uniform duration", () => {
  const { activities, makespan } = simulateSchedule(
    project([act("a", { duration: uniform(0, 100) })], true),
  );
  for (const spread of [makespan, activities[0]]) {
    // Three standard errors of a share of a half are 1.5 in 100.
    expect(Math.abs((spread?.p50 ?? 0) - 50)).toBeLessThan(1.5);
    expect(Math.abs((spread?.p80 ?? 0) - 80)).toBeLessThan(1.2);
    expect(Math.abs((spread?.p95 ?? 0) - 95)).toBeLessThan(0.7);
  }
});

test("simulateSchedule() finds what the end hangs on", () => {
  const two = [act("a", { duration: uniform(0, 10) }), act("b", { duration: uniform(0, 10) })];
  const [a, b] = simulateSchedule(project(two, false)).activities;
  expect(Math.abs((a?.criticality ?? 0) - 0.5)).toBeLessThan(0.015);
  expect((a?.criticality ?? 0) + (b?.criticality ?? 0)).toBeCloseTo(1, 9);
  // Of two uniform ones the later one is the maximum: Spearman's correlation with it is about 0.7.
  expect(a?.rankCorrelation).toBeGreaterThan(0.6);
  const chain = simulateSchedule(project(two, true)).activities;
  expect(chain.map((one) => one.criticality)).toEqual([1, 1]);
  // Held by a resource alone, whole or in pieces: still both.
  for (const splittable of [false, true]) {
    const held = two.map((one) => ({ ...one, demands: [1], splittable }));
    const { activities } = simulateSchedule(project(held, false));
    expect(activities.map((one) => one.criticality)).toEqual([1, 1]);
  }
});

test("simulateSchedule() finds what breaks another off, and not what only runs beside", () => {
  const { activities } = simulateSchedule({
    activities: [
      act("long", { duration: uniform(9, 10), demands: [1], splittable: true }),
      act("break", {
        duration: uniform(1, 2),
        demands: [1],
        release: 3,
        wait: 30,
        splittable: true,
      }),
      act("after", { duration: uniform(1, 2), after: ["long"], wait: 29 }),
      act("beside", { duration: uniform(1, 2) }),
    ],
    capacities: [1],
  });
  const of = new Map(activities.map((one) => [one.id, one.criticality]));
  expect(of.get("long")).toBe(1);
  expect(of.get("beside")).toBe(0);
});

test("simulateSchedule() knows which of two drives the date", () => {
  const [wild, tame] = simulateSchedule(
    project(
      [act("wild", { duration: uniform(0, 20) }), act("tame", { duration: uniform(9, 11) })],
      true,
    ),
  ).activities;
  expect(wild?.rankCorrelation).toBeGreaterThan(0.98);
  expect(Math.abs(tame?.rankCorrelation ?? 1)).toBeLessThan(0.2);
});

test("simulateSchedule() without luck is the schedule itself", () => {
  const certain = project(
    [..."abc"].map((id) => act(id, { duration: 3, demands: [1] })),
    false,
  );
  const { makespan, activities } = simulateSchedule(certain, { draws: 10 });
  const schedule = scheduleActivities({
    capacities: [1],
    activities: [..."abc"].map((id) => ({ id, duration: 3, demands: [1], after: [] })),
  });
  expect(makespan).toEqual({ mean: 9, p10: 9, p50: 9, p80: 9, p90: 9, p95: 9 });
  for (const { id, p50, rankCorrelation } of activities) {
    expect([p50, rankCorrelation]).toEqual([schedule.end[id], 0]);
  }
});

test("simulateSchedule() meets the same luck with the same seed, and by name whatever else there is", () => {
  const two = [act("a", { duration: uniform(0, 9) }), act("b", { duration: uniform(0, 9) })];
  const options = { draws: 500, seed: 3 };
  const alone = simulateSchedule(project(two, false), options);
  expect(simulateSchedule(project(two, false), options)).toEqual(alone);
  const more = simulateSchedule(
    project([act("new", { duration: uniform(0, 9) }), ...two], false),
    options,
  );
  expect(more.activities.slice(1).map(({ id, p50, mean }) => [id, p50, mean])).toEqual(
    alone.activities.map(({ id, p50, mean }) => [id, p50, mean]),
  );
  expect(simulateSchedule(project(two, false), { ...options, seed: 4 })).not.toEqual(alone);
});

test("meanOf() is the mean that each shape is documented with", () => {
  expect(meanOf({ low: 1, likely: 2, high: 9 })).toBe(3);
  expect(meanOf({ low: 1, likely: 2, high: 9, shape: "triangular" })).toBe(4);
  expect(meanOf({ low: 1, likely: 2, high: 9, shape: "uniform" })).toBe(5);
});

test.each<[string, Partial<UncertainActivity>, object, string]>([
  ["a rate of 0", { search: { rate: uniform(0, 1) } }, {}, "a rate of success that can be 0"],
  [
    "points out of order",
    { duration: { low: 3, likely: 2, high: 4 } },
    {},
    'activity "a": a duration',
  ],
  ["a negative wait", { wait: -1 }, {}, 'activity "a": a wait of -1'],
  ["a pass rate of 0", { attempts: { passRate: 0 } }, {}, 'activity "a": a pass rate of 0'],
  ["no attempt", { attempts: { passRate: 1, atMost: 0 } }, {}, 'activity "a": at most 0 attempts'],
  ["no draws", {}, { draws: 0 }, "0 draws"],
  ["half a seed", {}, { seed: 0.5 }, "a seed of 0.5"],
  ["an endless search for the order", {}, { budget: Number.NaN }, "a budget of NaN schedules"],
])("simulateSchedule() says what is wrong: %s", (_, part, options, text) => {
  const given = project([act("a", part)], true);
  expect(() => simulateSchedule(given, options)).toThrow(RangeError);
  expect(() => simulateSchedule(given, options)).toThrow(text);
});

/** So much work at one unit a period. */
function effort(id: string, amount: UncertainAmount, more: Partial<UncertainActivity> = {}) {
  return act(id, { duration: 0, effort: { resource: 0, amount }, ...more });
}

test("simulateSchedule() shares what there is between efforts, and one pace stretches all", () => {
  const options = { draws: 2000, seed: 11 };
  const two = project([effort("a", uniform(2, 4)), effort("b", uniform(4, 6))], false);
  const { makespan, makespans } = simulateSchedule(two, options);
  expect(Math.abs(makespan.mean - 8)).toBeLessThan(0.06);
  const slow = simulateSchedule({ ...two, pace: 1.5 }, options);
  slow.makespans.forEach((end, draw) => {
    expect(end).toBeCloseTo(1.5 * (makespans[draw] as number), 6);
  });
});

test("simulateSchedule() stretches by the pace what hangs on the person, and no calendar", () => {
  const waits = act("waits", { duration: 5, hasPace: false });
  const course = act("course", {
    duration: 0,
    effort: { resource: 0, amount: 3, leastPeriods: 6 },
    after: ["waits"],
  });
  const { activities } = simulateSchedule(
    { activities: [waits, course, act("works", { duration: 5 })], capacities: [1], pace: 1.5 },
    { draws: 5 },
  );
  expect(activities.map(({ p50 }) => p50)).toEqual([5, 11, 7.5]);
});

test("simulateSchedule() searches as long as an exponential does, one market for all of its name", () => {
  const search = (id: string, market?: string) =>
    act(id, {
      duration: 0,
      search: { rate: uniform(0.1, 0.4), ...(market === undefined ? {} : { market }) },
    });
  const at = simulateSchedule(project([act("s", { duration: 2, search: { rate: 0.2 } })], true), {
    draws: 20_000,
  });
  expect(Math.abs(at.makespan.mean - 7)).toBeLessThan(threeErrorsOf(at));
  expect(at.makespan.p50).toBeCloseTo(2 + Math.LN2 / 0.2, 0);
  const correlationOf = (market?: string): number => {
    const lengths = simulateSchedule(project([search("a", market), search("b", market)], false));
    return lengths.activities[0]?.rankCorrelation ?? 0;
  };
  expect(correlationOf("here")).toBeGreaterThan(correlationOf() + 0.02);
});

test("simulateSchedule() says which draws gave up, as often as all attempts fail", () => {
  const exam = act("exam", { duration: 10, attempts: { passRate: 0.5, share: 0.4, atMost: 3 } });
  const { givenUp, draws } = simulateSchedule(project([act("before"), exam], true), {
    draws: 20_000,
  });
  const share = givenUp.reduce((sum, place) => sum + (place === 1 ? 1 : 0), 0) / draws;
  const threeErrors = 3 * Math.sqrt((0.125 * 0.875) / draws);
  expect(Math.abs(share - 0.125)).toBeLessThan(threeErrors);
  expect(new Set(givenUp)).toEqual(new Set([-1, 1]));
});

test("simulateSchedule() goes by an order that is given, as far as what comes before allows", () => {
  const activities = [effort("a", 2), effort("b", 3, { after: ["a"] }), effort("c", 4)];
  const ends = (order: readonly string[]) =>
    simulateSchedule({ activities, capacities: [1] }, { draws: 1, order }).activities.map(
      ({ p50 }) => p50,
    );
  expect(ends(["c", "b", "a"])).toEqual([6, 9, 4]);
  expect(ends(["b", "a", "c"])).toEqual([2, 5, 9]);
  expect(() => ends(["a", "b"])).toThrow('"c" is not in the order');
});

test("simulateSchedule() says when a share of an effort or of a time is done, block and breaks counted", () => {
  const course = act("course", {
    duration: 4,
    demands: [1],
    effort: { resource: 0, amount: 8 },
  });
  const activities = [course, act("wait", { duration: 10 })];
  // Four a period: the classes' one and three of the eight, over after 2 2/3; the last classes alone.
  const { marks } = simulateSchedule(
    { activities, capacities: [4] },
    {
      draws: 3,
      marks: [
        { id: "course", share: 0.5 },
        { id: "course", share: 1 },
        { id: "wait", share: 0.3 },
      ],
    },
  );
  expect(marks.map(({ p50 }) => p50)).toEqual([1.5, 4, 3]);
  const none = { activities, capacities: [4] };
  const marked = (id: string, share: number) => () =>
    simulateSchedule(none, { marks: [{ id, share }] });
  expect(marked("nothing", 1)).toThrow('a mark on "nothing", which is not there');
  expect(marked("course", 0)).toThrow("a mark at a share of 0");
});

test("simulateSchedule() lets what only waits hold nothing up, wherever it stands in a given order", () => {
  const gate = act("gate", { duration: 0, wait: 1 });
  const activities = [gate, effort("urgent", 2, { after: ["gate"] }), effort("other", 4)];
  const { activities: ended } = simulateSchedule(
    { activities, capacities: [1] },
    { draws: 1, order: ["urgent", "other", "gate"] },
  );
  // The other works until the urgent one may begin, gives way, and goes on after it.
  expect(ended.map(({ p50 }) => p50)).toEqual([0, 3, 6]);
});
