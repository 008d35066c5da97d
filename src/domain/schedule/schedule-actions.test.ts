import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  type CalendarDate,
  firstDayOf,
  type PartialDate,
  parseCalendarDate,
} from "../calendar-date.ts";
import type { WeekStretch } from "../record/goal.ts";
import { mostHours, steadyHours } from "./hours-over-time.ts";
import type { Action } from "./plan.ts";
import { runInOrder } from "./schedule-actions.ts";
import { scheduleActions } from "./schedule-under-test.ts";

const START = "2026-11-20" as CalendarDate;

interface Sketch {
  readonly hours: number;
  readonly after?: readonly number[];
  readonly waitDays?: number;
  readonly months?: number;
}

/** Actions a0, a1, …; a wait of so many days is days / 7 weeks. */
function actionsOf(sketches: readonly Sketch[]): readonly Action[] {
  return sketches.map((sketch, index) => {
    const wait = (sketch.waitDays ?? 0) / 7;
    return {
      id: `a${index}`,
      kind: "course",
      title: `Action ${index}`,
      doneWhen: "Done",
      stageId: "s",
      closesGapIds: [],
      hours: { low: sketch.hours, likely: sketch.hours, high: sketch.hours },
      money: { low: 0, likely: 0, high: 0 },
      minimumMonths: sketch.months ?? 0,
      waitWeeks: { low: wait, likely: wait, high: wait },
      after: (sketch.after ?? []).map((earlier) => `a${earlier}`),
      daytime: false,
      source: "assumption",
    };
  });
}

function stretch(from: CalendarDate, to: CalendarDate, hoursPerWeek: number): WeekStretch {
  return {
    from: from as string as PartialDate,
    to: to as string as PartialDate,
    hoursPerWeek,
    why: "",
  };
}

const anyStretch = fc
  .record({ from: fc.nat(60), days: fc.nat(30), hours: fc.nat(20) })
  .map(({ from, days, hours }) =>
    stretch(addDays(START, from), addDays(START, from + days), hours),
  );

const sketchesOf = (waits: boolean) =>
  fc.integer({ min: 1, max: 8 }).chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.record({
          hours: fc.integer({ min: waits ? 0 : 1, max: 40 }),
          after: fc.uniqueArray(fc.integer({ min: 0, max: Math.max(0, index - 1) }), {
            maxLength: index === 0 ? 0 : 3,
          }),
          waitDays: waits ? fc.integer({ min: 0, max: 60 }) : fc.constant(0),
          months: waits ? fc.integer({ min: 0, max: 4 }) : fc.constant(0),
        }),
      ),
    ),
  );

test("scheduleActions() fills hours week by week and names the last day of work", () => {
  const schedule = scheduleActions(actionsOf([{ hours: 14 }, { hours: 7, after: [0] }]), {
    start: START,
    hoursPerWeek: 7,
  });
  expect(schedule.rule).toBe("exact");
  expect(schedule.actions.map((action) => [action.start, action.end])).toEqual([
    ["2026-11-20", "2026-12-03"],
    ["2026-12-04", "2026-12-10"],
  ]);
  expect(schedule.actions[0]?.hoursByMonth).toEqual([
    { month: "2026-11", hours: 11 },
    { month: "2026-12", hours: 3 },
  ]);
  expect(schedule.finish).toBe("2026-12-10");
});

test("scheduleActions() spreads hours over the least months and uses the rest for others", () => {
  const schedule = scheduleActions(actionsOf([{ hours: 52, months: 12 }, { hours: 24 }]), {
    start: START,
    hoursPerWeek: 4,
  });
  expect(schedule.actions[0]?.endDay).toBeCloseTo(365.2425, 3);
  expect(schedule.actions[1]?.endDay).toBeCloseTo(24 / (4 / 7 - 52 / 365.2425), 3);
  expect(schedule.actions.map((action) => action.critical)).toEqual([true, false]);
});

test("scheduleActions() does not call the rule exact when a wait lies between dependent actions", () => {
  // p = 2, 1, 3, 3; the third after the first, the fourth after the first and the second; waits 5, 6:
  // the longest tail first gives 14, the optimum is 13.
  const schedule = scheduleActions(
    actionsOf([
      { hours: 2, waitDays: 5 },
      { hours: 1, waitDays: 6 },
      { hours: 3, after: [0] },
      { hours: 3, after: [0, 1] },
    ]),
    { start: START, hoursPerWeek: 7 },
  );
  expect(schedule.rule).toBe("serial");
  expect(schedule.finishDay).toBeCloseTo(13, 6);
});

test("scheduleActions() is exact for waits at the end, time at the start, and not in between", () => {
  const ruleOf = (sketches: readonly Sketch[]) =>
    scheduleActions(actionsOf(sketches), { start: START, hoursPerWeek: 7 }).rule;
  expect(ruleOf([{ hours: 5 }, { hours: 3, after: [0], waitDays: 30 }])).toBe("exact");
  expect(
    ruleOf([
      { hours: 0, months: 2 },
      { hours: 3, after: [0] },
    ]),
  ).toBe("exact");
  expect(ruleOf([{ hours: 5 }, { hours: 0, months: 2, after: [0] }])).toBe("exact");
  expect(
    ruleOf([{ hours: 5 }, { hours: 0, months: 2, after: [0] }, { hours: 1, after: [1] }]),
  ).toBe("serial");
  expect(ruleOf([{ hours: 4, months: 1 }, { hours: 4 }])).toBe("serial");
  expect(ruleOf([{ hours: 70, months: 1 }, { hours: 4 }])).toBe("exact");
});

/** The least end of everything over all ways to give each day to one item: a full search. */
function leastFinish(
  jobs: readonly { hours: number; wait: number; release: number; before: readonly number[] }[],
  daysOff: ReadonlySet<number> = new Set(),
): number {
  const horizon = jobs.reduce((sum, job) => sum + job.hours + job.release, daysOff.size);
  const seen = new Map<string, number>();
  const search = (day: number, left: readonly number[]): number => {
    if (left.every((hours) => hours === 0)) return 0;
    if (day > horizon) return Number.POSITIVE_INFINITY;
    const key = `${day}:${left.join()}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    let best = search(day + 1, left);
    jobs.forEach((job, index) => {
      const can =
        !daysOff.has(day) &&
        (left[index] as number) > 0 &&
        job.release <= day &&
        job.before.every((earlier) => left[earlier] === 0);
      if (!can) return;
      const after = left.with(index, (left[index] as number) - 1);
      const ends = after[index] === 0 ? day + 1 + job.wait : 0;
      best = Math.min(best, Math.max(ends, search(day + 1, after)));
    });
    seen.set(key, best);
    return best;
  };
  return search(
    0,
    jobs.map((job) => job.hours),
  );
}

test("the exact rule ends as early as a full search over every schedule (law)", () => {
  const jobs = fc.integer({ min: 1, max: 4 }).chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.record({
          hours: fc.integer({ min: 1, max: 3 }),
          wait: fc.integer({ min: 0, max: 6 }),
          release: fc.integer({ min: 0, max: 5 }),
          before: fc.subarray(Array.from({ length: index }, (_, earlier) => earlier)),
        }),
      ),
    ),
  );
  fc.assert(
    fc.property(jobs, fc.nat(8), fc.nat(3), (drawn, offFrom, offDays) => {
      // A wait only where nothing comes after. A release date is bare time before the work.
      const followed = new Set(drawn.flatMap((job) => job.before));
      const plain = drawn.map((job, index) => (followed.has(index) ? { ...job, wait: 0 } : job));
      const sketches: Sketch[] = [];
      const rows: number[] = [];
      for (const job of plain) {
        sketches.push({ hours: 0, months: job.release / 30.436875 });
        rows.push(sketches.length);
        const after = job.before.map((earlier) => rows[earlier] as number);
        sketches.push({
          hours: job.hours,
          waitDays: job.wait,
          after: [...after, sketches.length - 1],
        });
      }
      const off = Array.from({ length: offDays }, (_, day) => offFrom + day);
      const weeks = off.map((day) => stretch(addDays(START, day), addDays(START, day), 0));
      const given = { start: START, hoursPerWeek: 7, weeks };
      const schedule = scheduleActions(actionsOf(sketches), given);
      expect(schedule.rule).toBe("exact");
      expect(schedule.finishDay).toBeCloseTo(leastFinish(plain, new Set(off)), 4);
    }),
    { numRuns: 300 },
  );
});

test("precedence, waits, least months, hours and capacity hold in every schedule (law)", () => {
  fc.assert(
    fc.property(sketchesOf(true), fc.integer({ min: 1, max: 30 }), (sketches, hoursPerWeek) => {
      const actions = actionsOf(sketches);
      const schedule = scheduleActions(actions, { start: START, hoursPerWeek });
      const months = new Map<string, number>();
      schedule.actions.forEach((dates, index) => {
        const sketch = sketches[index] as Sketch;
        for (const earlier of sketch.after ?? []) {
          const before = schedule.actions[earlier];
          const wait = sketches[earlier]?.waitDays ?? 0;
          expect(dates.startDay).toBeGreaterThanOrEqual((before?.endDay ?? 0) + wait - 1e-4);
        }
        expect(dates.endDay - dates.startDay).toBeGreaterThanOrEqual(
          (sketch.months ?? 0) * 30.436875 - 1e-4,
        );
        expect(dates.start <= dates.end && dates.end <= schedule.finish).toBe(true);
        const placed = dates.hoursByMonth.reduce((sum, month) => sum + month.hours, 0);
        expect(placed).toBeCloseTo(sketch.hours, 4);
        for (const { month, hours } of dates.hoursByMonth) {
          months.set(month, (months.get(month) ?? 0) + hours);
        }
      });
      for (const [month, hours] of months) {
        const days = daysOf(month as PartialDate);
        expect(hours).toBeLessThanOrEqual((hoursPerWeek / 7) * days + 1e-4);
      }
    }),
    { numRuns: 150 },
  );
});

function daysOf(month: PartialDate): number {
  const first = firstDayOf(month);
  for (let day = 28; day < 32; day++) {
    if (!parseCalendarDate(`${first.slice(0, 8)}${day + 1}`).ok) return day;
  }
  return 31;
}

test("no moment has more hours than there are (law)", () => {
  fc.assert(
    fc.property(sketchesOf(true), (sketches) => {
      const order = sketches.map((_, index) => index);
      const stretches: { from: number; to: number; rate: number }[] = [];
      const frame = { order, hours: steadyHours(1), start: undefined };
      runInOrder(actionsOf(sketches), frame, (_, from, to, rate) => {
        expect(to).toBeGreaterThan(from);
        stretches.push({ from, to, rate });
      });
      for (const { from: moment } of stretches) {
        const now = stretches.filter(({ from, to }) => from <= moment && moment < to);
        expect(now.reduce((sum, { rate }) => sum + rate, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
    { numRuns: 100 },
  );
});

test("more whole hours a week never end later (law)", () => {
  fc.assert(
    fc.property(sketchesOf(true), fc.integer({ min: 1, max: 24 }), (sketches, hours) => {
      const actions = actionsOf(sketches);
      const fewer = scheduleActions(actions, { start: START, hoursPerWeek: hours });
      const more = scheduleActions(actions, { start: START, hoursPerWeek: hours + 1 });
      expect(more.finishDay).toBeLessThanOrEqual(fewer.finishDay + 0.02);
    }),
    { numRuns: 100 },
  );
});

test("more hours in any stretch of weeks never end later in the plain case (law)", () => {
  fc.assert(
    fc.property(
      sketchesOf(false),
      fc.array(anyStretch, { minLength: 1, maxLength: 4 }),
      fc.nat(3),
      fc.integer({ min: 1, max: 20 }),
      (sketches, stretches, place, extra) => {
        const actions = actionsOf(sketches);
        const given = { start: START, hoursPerWeek: 5 };
        const index = place % stretches.length;
        const one = stretches[index] as WeekStretch;
        const raised = stretches.with(index, { ...one, hoursPerWeek: one.hoursPerWeek + extra });
        const fewer = scheduleActions(actions, { ...given, weeks: stretches });
        const more = scheduleActions(actions, { ...given, weeks: raised });
        expect([fewer.rule, more.rule]).toEqual(["exact", "exact"]);
        expect(more.finishDay).toBeLessThanOrEqual(fewer.finishDay + 1e-6);
      },
    ),
    { numRuns: 200 },
  );
});

test("weeks with more hours than usual never end later than without them (law)", () => {
  fc.assert(
    fc.property(sketchesOf(true), anyStretch, (sketches, { hoursPerWeek, ...one }) => {
      const given = { start: START, hoursPerWeek: 8 };
      const weeks = [{ ...one, hoursPerWeek: 8 + hoursPerWeek }];
      const usual = scheduleActions(actionsOf(sketches), given);
      const more = scheduleActions(actionsOf(sketches), { ...given, weeks });
      expect(more.finishDay).toBeLessThanOrEqual(usual.finishDay + 0.02);
    }),
    { numRuns: 100 },
  );
});

test("weeks off hold no hours, the last stretch counts where two overlap, and all hours are placed", () => {
  const [first] = scheduleActions(actionsOf([{ hours: 14 }]), {
    start: START,
    hoursPerWeek: 7,
    weeks: [
      {
        from: "2026-11" as PartialDate,
        to: "2026-12" as PartialDate,
        hoursPerWeek: 0,
        why: "a newborn",
      },
      {
        from: "2026-12-24" as PartialDate,
        to: "2026-12-30" as PartialDate,
        hoursPerWeek: 14,
        why: "",
      },
    ],
  }).actions;
  expect(first).toMatchObject({ start: "2026-12-24", end: "2026-12-30" });
  expect(first?.hoursByMonth).toEqual([{ month: "2026-12", hours: expect.closeTo(14) }]);
});

test("what has terms begins on one of their days, and what follows waits for it", () => {
  const [first, second] = actionsOf([{ hours: 7 }, { hours: 7, after: [0] }]);
  const actions = [first as Action, { ...(second as Action), terms: ["01-15", "09-01"] }];
  const starts = (start: string) =>
    scheduleActions(actions, { start: start as CalendarDate, hoursPerWeek: 7 });
  expect(starts("2026-11-20").actions[1]?.start).toBe("2027-01-15");
  expect(starts("2026-11-20").rule).toBe("serial");
  expect(starts("2027-01-08").actions[1]?.start).toBe("2027-01-15");
  expect(starts("2027-01-09").actions[1]?.start).toBe("2027-09-01");
});

test("a schedule made for fewer hours is used where it ends sooner", () => {
  // Found by a search over random plans: the scheme alone ends later with an hour more.
  const rows: readonly (readonly [number, number, number, readonly number[]])[] = [
    [12, 39, 0, []],
    [3, 15, 0, [0]],
    [10, 0, 0, [0]],
    [21, 0, 7, []],
    [17, 33, 0, [1]],
    [8, 0, 23, [3]],
    [5, 0, 4, [1]],
    [27, 19, 0, [1, 3, 4]],
    [18, 0, 4, [4]],
    [13, 0, 18, [2, 3, 6]],
  ];
  const actions = actionsOf(
    rows.map(([hours, days, waitDays, after]) => ({
      hours,
      months: days / 30.436875,
      waitDays,
      after,
    })),
  );
  const fewer = scheduleActions(actions, { start: START, hoursPerWeek: 10 });
  const more = scheduleActions(actions, { start: START, hoursPerWeek: 11 });
  expect(mostHours(more.hours) * 7).toBeLessThan(10.5);
  expect(more.finishDay).toBeLessThanOrEqual(fewer.finishDay + 0.02);
});

test("the same actions get the same dates (law)", () => {
  fc.assert(
    fc.property(sketchesOf(true), (sketches) => {
      const given = { start: START, hoursPerWeek: 8 };
      expect(scheduleActions(actionsOf(sketches), given)).toEqual(
        scheduleActions(actionsOf(sketches), given),
      );
    }),
    { numRuns: 30 },
  );
});

test("slack is the days that an action can start later without moving the end", () => {
  const schedule = scheduleActions(
    actionsOf([{ hours: 7 }, { hours: 0, months: 2 }, { hours: 7, after: [1] }]),
    { start: START, hoursPerWeek: 7 },
  );
  expect(schedule.finishDay).toBeCloseTo(2 * 30.436875 + 7, 4);
  expect(schedule.actions.map((action) => action.slackDays)).toEqual([53, 0, 0]);
});

test("scheduleActions() refuses a circle, an unknown action and no hours", () => {
  const given = { start: START, hoursPerWeek: 8 };
  const circle = actionsOf([
    { hours: 1, after: [1] },
    { hours: 1, after: [0] },
  ]);
  expect(() => scheduleActions(circle, given)).toThrow(RangeError);
  expect(() => scheduleActions(actionsOf([{ hours: 1, after: [7] }]), given)).toThrow(/"a7"/);
  expect(() => scheduleActions([], { start: START, hoursPerWeek: 0 })).toThrow(RangeError);
  expect(scheduleActions([], given).finish).toBe(START);
});

test("slack counts that what starts later may be faster, since it shares with nobody any more", () => {
  // For two months the first leaves next to nothing, so what it leaves may as well begin after it.
  const { actions, finishDay } = scheduleActions(
    actionsOf([{ hours: 60, months: 2, waitDays: 14 }, { hours: 10 }]),
    { start: START, hoursPerWeek: 7 },
  );
  expect(finishDay).toBeCloseTo(2 * 30.436875 + 14, 4);
  expect(actions[1]).toMatchObject({ startDay: 0, slackDays: 64 });
  expect(actions[1]?.endDay).toBeGreaterThan(68);
});
