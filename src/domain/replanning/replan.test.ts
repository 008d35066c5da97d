// Plans made anew: worked cases, and the laws that make it safe to tell the truth about a slip.

import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyAction } from "../../../test/fixtures/empty-action.ts";
import { addDays, type CalendarDate, DAYS_A_WEEK, daysBetween } from "../calendar-date.ts";
import { US_DOLLAR } from "../money.ts";
import { mostHours, steadyHours } from "../schedule/hours-over-time.ts";
import type { Action, Plan } from "../schedule/plan.ts";
import type { ProgressEvent } from "../schedule/progress.ts";
import { dateActions, placeActions, runInOrder } from "../schedule/schedule-actions.ts";
import { replan } from "./replan.ts";

const START = "2027-03-01" as CalendarDate;
const HOURS_A_WEEK = 7;

function exactly(amount: number) {
  return { low: amount, likely: amount, high: amount };
}

function keptPlan(actions: readonly Action[], hoursPerWeek = HOURS_A_WEEK): Plan {
  const placement = placeActions(actions, hoursPerWeek);
  const schedule = dateActions(actions, placement, START);
  return {
    id: "kept",
    madeOn: START,
    headline: "",
    goal: {
      id: "g",
      title: "Nurse",
      occupationId: "29-1141.00",
      why: "",
      limits: { hoursPerWeek, notThese: [] },
    },
    goalOccupation: "Registered Nurses",
    currency: US_DOLLAR,
    positions: [],
    gaps: [],
    routes: [],
    chosenRouteId: undefined,
    actions: actions.map((action, index) => {
      const { start, end, critical, slackDays } = schedule.actions[index] ?? never();
      return { ...action, start, end, endP50: end, endP80: end, critical, slackDays };
    }),
    milestones: [],
    backups: [],
    reach: {
      planned: schedule.finish,
      p50: schedule.finish,
      p80: schedule.finish,
      p95: schedule.finish,
      monthsLow: 1,
      monthsLikely: 1,
      monthsHigh: 1,
    },
    chanceByDate: undefined,
    feasible: true,
    infeasibility: undefined,
    totals: { hours: 0, money: 0 },
    notices: [],
    placement: {
      order: placement.order.map((item) => actions[item]?.id ?? ""),
      hoursPerWeek: mostHours(placement.hours) * DAYS_A_WEEK,
    },
  };
}

function never(): never {
  throw new Error("Cannot be: every action has its dates");
}

let count = 0;
function note(
  actionId: string,
  kind: ProgressEvent["kind"],
  more: Partial<ProgressEvent> = {},
): ProgressEvent {
  count += 1;
  return { id: `n-${count}`, towards: "29-1141.00", actionId, kind, date: START, ...more };
}

function again(
  kept: Plan,
  events: readonly ProgressEvent[],
  today: CalendarDate,
  goal: Plan["goal"] = kept.goal,
): Plan {
  count += 1;
  const newId = () => `again-${count}`;
  return replan({ kept, events, goal, today, newId }).plan;
}

const endOf = (plan: Plan, id: string) => plan.actions.find((action) => action.id === id)?.end;
const plannedOf = (plan: Plan) => plan.reach?.planned ?? never();

const COURSE_AND_EXAM = [
  emptyAction({ id: "course", title: "The course", hours: exactly(28) }),
  emptyAction({
    id: "exam",
    title: "The exam",
    hours: exactly(7),
    waitWeeks: exactly(2),
    after: ["course"],
  }),
  emptyAction({ id: "search", title: "Find a place", hours: exactly(14), after: ["exam"] }),
];

test("replan() leaves out what is done, and its wait runs from the day it was done", () => {
  const kept = keptPlan(COURSE_AND_EXAM);
  const today = addDays(START, 35);
  const plan = again(
    kept,
    [
      note("course", "done", { date: addDays(START, 27) }),
      note("exam", "done", { date: addDays(START, 34) }),
    ],
    today,
  );
  expect(plan.actions.map(({ id, start }) => [id, daysBetween(START, start)])).toEqual([
    ["search", 48],
  ]);
  expect(plan.replanned?.settled.map(({ outcome }) => outcome)).toEqual(["done", "done"]);
});

test("replan() takes the hours noted off what is left, and counts them in what is said", () => {
  const kept = keptPlan(COURSE_AND_EXAM);
  const noted = [note("course", "hours", { hours: 8 })];
  const plan = again(kept, noted, addDays(START, 14));
  expect(plan.actions.find(({ id }) => id === "course")).toMatchObject({
    hours: exactly(20),
    start: START,
  });
  expect(plan.milestones[0]?.title).toBe("The course: 25 of 28 hours done");
  expect(plan.replanned?.moved[0]).toMatchObject({
    actionId: "course",
    cause: "hours",
    why: "8 of 28 hours are noted for it so far.",
  });
  expect(plan.replanned?.moved[1]?.why).toBe("It comes after “The course”.");
  expect(plan.replanned?.sentence).toMatch(/^One thing came later than planned; the goal /);
});

test("replan() goes on with the weeks of class that are left, and still knows all of them", () => {
  const sessions = { each: [{ day: "tue", from: "18:00", to: "20:00" }], weeks: 10 } as const;
  const kept = keptPlan([
    emptyAction({ id: "course", hours: exactly(20), sessions }),
    emptyAction({ id: "after", hours: exactly(7), after: ["course"] }),
  ]);
  expect(kept.actions.map(({ start }) => daysBetween(START, start))).toEqual([0, 70]);
  const plan = again(kept, [note("course", "hours", { hours: 8 })], addDays(START, 28));
  const [course, after] = plan.actions;
  expect(course).toMatchObject({ sessions, start: START, end: addDays(START, 69) });
  expect(after?.start).toBe(addDays(START, 70));
});

test("replan() leaves out what was dropped, and says what was to come after it", () => {
  const plan = again(
    keptPlan(COURSE_AND_EXAM),
    [note("exam", "dropped", { why: "not asked" })],
    START,
  );
  expect(plan.actions.map(({ id, after }) => [id, after])).toEqual([
    ["course", []],
    ["search", ["course"]],
  ]);
  expect(plan.replanned?.settled).toMatchObject([
    { actionId: "exam", outcome: "dropped", why: "not asked", neededFor: ["Find a place"] },
  ]);
});

test("replan() starts what is blocked no sooner than its day, and ends what is late no sooner", () => {
  const [blocked, late] = [addDays(START, 60), addDays(START, 90)];
  const events = [
    note("course", "late", { until: late, why: "ill" }),
    note("exam", "blocked", { until: addDays(START, 100) }),
  ];
  const plan = again(keptPlan(COURSE_AND_EXAM), events, START);
  expect(endOf(plan, "course")).toBe(late);
  expect(plan.actions.find(({ id }) => id === "exam")?.start).toBe(addDays(START, 100));
  expect(plan.replanned?.moved.map(({ cause }) => cause)).toEqual(["late", "blocked", "before"]);
  expect(plan.replanned?.moved[0]?.why).toBe("It is expected by 30 May 2027: ill.");
  const first = again(
    keptPlan(COURSE_AND_EXAM),
    [note("course", "blocked", { until: blocked })],
    START,
  );
  expect(first.actions[0]?.start).toBe(blocked);
});

test("replan() follows hours a week that changed, and says so", () => {
  const kept = keptPlan(COURSE_AND_EXAM);
  const goal = { ...kept.goal, limits: { ...kept.goal.limits, hoursPerWeek: 3.5 } };
  const plan = again(kept, [], START, goal);
  expect(plan.replanned?.moved[0]?.cause).toBe("limits");
  expect(plan.replanned?.sentence).toMatch(
    /^There are 3.5 hours a week now, not 7; the goal moves/,
  );
});

test("replan() reckons the rest with the pace of what was finished, and says so", () => {
  const kept = keptPlan([
    emptyAction({ id: "first", hours: exactly(100) }),
    emptyAction({ id: "second", hours: exactly(100), after: ["first"] }),
  ]);
  const today = addDays(START, 120);
  const events = [note("first", "hours", { hours: 120 }), note("first", "done", { date: today })];
  const plan = again(kept, events, today);
  expect(plan.actions[0]?.hours.likely).toBe(110);
  expect(plan.replanned?.pace).toMatchObject({ actions: 1, observed: 1.2, mean: 1.1 });
  expect(plan.replanned?.sentence).toBe(
    "One thing came later than planned and your finished action took about 1.2 times the hours reckoned, so the rest is reckoned with 1.1; the goal moves from September to October 2027.",
  );
});

// The laws, on random plans: some in the plain case, where the schedule is exact, some with waits and
// months that have to pass.

const sketches = (plain: boolean) =>
  fc.integer({ min: 1, max: 7 }).chain((size) =>
    fc.tuple(
      ...Array.from({ length: size }, (_, index) =>
        fc.record({
          hours: fc.integer({ min: plain ? 1 : 0, max: 40 }),
          after: fc.uniqueArray(fc.integer({ min: 0, max: Math.max(0, index - 1) }), {
            maxLength: index === 0 ? 0 : 2,
          }),
          waitDays: plain ? fc.constant(0) : fc.integer({ min: 0, max: 40 }),
          months: plain ? fc.constant(0) : fc.integer({ min: 0, max: 3 }),
        }),
      ),
    ),
  );

const actionsFrom = (plain: boolean): fc.Arbitrary<readonly Action[]> =>
  sketches(plain).map((list) =>
    list.map(({ hours, after, waitDays, months }, index) =>
      emptyAction({
        id: `a${index}`,
        title: `Action ${index}`,
        hours: exactly(hours),
        waitWeeks: exactly(waitDays / DAYS_A_WEEK),
        minimumMonths: months,
        after: after.map((earlier) => `a${earlier}`),
      }),
    ),
  );
const anyActions = fc.boolean().chain(actionsFrom);
const LAWS = { numRuns: 150 };

/** The notes of someone who does exactly what was planned, up to the start of a day. */
function asPlanned(kept: Plan, day: number): readonly ProgressEvent[] {
  const actions = kept.actions;
  const places = kept.placement?.order.map((id) => actions.findIndex((one) => one.id === id)) ?? [];
  const done = new Float64Array(actions.length);
  const perDay = (kept.placement?.hoursPerWeek ?? never()) / DAYS_A_WEEK;
  const frame = { order: places, hours: steadyHours(perDay), start: undefined };
  const dates = runInOrder(actions, frame, (item, from, to, rate) => {
    done[item] = (done[item] as number) + rate * Math.max(0, Math.min(to, day) - from);
  });
  return actions.flatMap(({ id, end }, item) => [
    ...((done[item] as number) > 0 ? [note(id, "hours", { hours: done[item] as number })] : []),
    ...((dates.ends[item] as number) <= day + 1e-6 ? [note(id, "done", { date: end })] : []),
  ]);
}

test("law: doing exactly what was planned moves nothing later in the plain case", () => {
  fc.assert(
    fc.property(actionsFrom(true), fc.nat({ max: 120 }), (actions, day) => {
      const kept = keptPlan(actions);
      const plan = again(kept, asPlanned(kept, day), addDays(START, day));
      for (const { actionId, from, to } of plan.replanned?.moved ?? []) {
        expect(daysBetween(from, to), actionId).toBeLessThanOrEqual(1);
      }
      if (plan.actions.length === 0) return;
      expect(daysBetween(plannedOf(kept), plannedOf(plan))).toBeLessThanOrEqual(1);
    }),
    LAWS,
  );
});

test("law: doing exactly what was planned never moves the goal later", () => {
  fc.assert(
    fc.property(anyActions, fc.nat({ max: 120 }), (actions, day) => {
      const kept = keptPlan(actions);
      const plan = again(kept, asPlanned(kept, day), addDays(START, day));
      if (plan.actions.length === 0) return;
      expect(daysBetween(plannedOf(kept), plannedOf(plan))).toBeLessThanOrEqual(1);
    }),
    LAWS,
  );
});

test("law: fewer hours noted never bring the goal nearer", () => {
  fc.assert(
    fc.property(
      actionsFrom(true),
      fc.array(fc.tuple(fc.nat({ max: 6 }), fc.integer({ min: 1, max: 20 })), { minLength: 1 }),
      fc.nat({ max: 60 }),
      (actions, noted, day) => {
        const kept = keptPlan(actions);
        const events = noted.map(([place, hours]) =>
          note(`a${place % actions.length}`, "hours", { hours }),
        );
        const today = addDays(START, day);
        const [more, fewer] = [again(kept, events, today), again(kept, events.slice(1), today)];
        expect(daysBetween(plannedOf(more), plannedOf(fewer))).toBeGreaterThanOrEqual(-1);
      },
    ),
    LAWS,
  );
});

const anyNotes = fc
  .array(
    fc.record({
      place: fc.nat({ max: 6 }),
      kind: fc.constantFrom("done", "hours", "late", "blocked", "dropped"),
      hours: fc.integer({ min: 1, max: 20 }),
      ahead: fc.integer({ min: -10, max: 100 }),
    }),
    { maxLength: 6 },
  )
  .map((list) =>
    list.map(({ place, kind, hours, ahead }) =>
      note(`a${place}`, kind as ProgressEvent["kind"], {
        ...(kind === "hours" ? { hours } : {}),
        ...(kind === "late" || kind === "blocked" ? { until: addDays(START, ahead) } : {}),
      }),
    ),
  );

test("law: what is blocked never starts before its day, what is late never ends before its day", () => {
  fc.assert(
    fc.property(anyActions, anyNotes, fc.nat({ max: 60 }), (actions, events, day) => {
      const today = addDays(START, day);
      const made = replan({
        kept: keptPlan(actions),
        events,
        goal: keptPlan(actions).goal,
        today,
        newId: () => "x",
      });
      made.left.open.forEach(({ action, blockedUntil, lateUntil }, item) => {
        const dates = made.schedule.actions[item] ?? never();
        if (blockedUntil !== undefined) expect(dates.start >= blockedUntil).toBe(true);
        const end = endOf(made.plan, action.id) ?? never();
        if (lateUntil !== undefined) {
          expect(end >= lateUntil).toBe(true);
          expect(plannedOf(made.plan) >= lateUntil).toBe(true);
        }
      });
    }),
    LAWS,
  );
});

test("law: every action is open, done or left out, and none is lost however often it is made anew", () => {
  fc.assert(
    fc.property(anyActions, anyNotes, fc.nat({ max: 60 }), (actions, events, day) => {
      const once = again(keptPlan(actions), events, addDays(START, day));
      const twice = again(once, events, addDays(START, day + 3));
      for (const plan of [once, twice]) {
        const open = plan.actions.map(({ id }) => id);
        const settled = plan.replanned?.settled.map(({ actionId }) => actionId) ?? [];
        expect([...open, ...settled].sort()).toEqual(actions.map(({ id }) => id).sort());
      }
    }),
    LAWS,
  );
});

test("law: made again on the same day without new notes, nothing moves", () => {
  fc.assert(
    fc.property(anyActions, anyNotes, fc.nat({ max: 60 }), (actions, events, day) => {
      const today = addDays(START, day);
      const once = again(keptPlan(actions), events, today);
      const twice = again(once, events, today);
      expect(twice.actions).toEqual(once.actions);
      expect(twice.milestones).toEqual(once.milestones);
      expect(twice.reach).toEqual(once.reach);
      expect(twice.replanned?.moved).toEqual([]);
      expect(twice.replanned?.sentence).toMatch(/^Nothing moves; the goal stays at /);
    }),
    LAWS,
  );
});

test("replan() says of a blocked step that it waits for the day noted, and stays so when made again", () => {
  const actions = [
    emptyAction({ id: "blocked", hours: exactly(2) }),
    emptyAction({ id: "other", hours: exactly(6) }),
    emptyAction({ id: "last", hours: exactly(3), after: ["blocked"] }),
  ];
  const events = [note("blocked", "blocked", { until: addDays(START, 3), why: "the form" })];
  const once = again(keptPlan(actions), events, START);
  const twice = again(once, events, START);
  expect(twice.actions).toEqual(once.actions);
  expect(once.actions.find(({ id }) => id === "blocked")?.bounds?.sentence).toBe(
    "It begins once the day or the answer that it waits for has come.",
  );
});

test("law: the order of the notes does not matter", () => {
  fc.assert(
    fc.property(anyActions, anyNotes, fc.nat({ max: 60 }), (actions, events, day) => {
      const kept = keptPlan(actions);
      const today = addDays(START, day);
      const [one, other] = [again(kept, events, today), again(kept, events.toReversed(), today)];
      expect({ ...other, id: "" }).toEqual({ ...one, id: "" });
    }),
    LAWS,
  );
});
