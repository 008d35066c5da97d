import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyAction } from "../../../test/fixtures/empty-action.ts";
import { addMonths, type CalendarDate, calendarMonthOf, firstDayOf } from "../calendar-date.ts";
import { monthlyMilestones } from "./monthly-milestones.ts";
import type { Action } from "./plan.ts";
import { scheduleActions } from "./schedule-under-test.ts";

const START = "2026-11-22" as CalendarDate;

function likely(value: number) {
  return { low: value, likely: value, high: value };
}

function milestonesOf(actions: readonly Action[], hoursPerWeek = 8) {
  const schedule = scheduleActions(actions, { start: START, hoursPerWeek });
  return { schedule, milestones: monthlyMilestones(actions, schedule, START) };
}

test("a nine-month certificate has a checkable result in each of its months", () => {
  const { milestones } = milestonesOf([
    emptyAction({ id: "certificate", hours: likely(280), money: likely(1000), minimumMonths: 9 }),
  ]);
  expect(milestones.map((one) => one.month)).toEqual([
    "2026-11",
    "2026-12",
    "2027-01",
    "2027-02",
    "2027-03",
    "2027-04",
    "2027-05",
    "2027-06",
    "2027-07",
    "2027-08",
  ]);
  expect(milestones[1]?.title).toBe("Earn certificate: 41 of 280 hours done");
  expect(milestones.at(-1)?.title).toBe("Earn certificate");
  expect(milestones.at(-1)?.date).toBe("2027-08-22");
});

test("an hour's talk that falls over the end of a month is told once, with its hour", () => {
  const { milestones } = milestonesOf([
    emptyAction({ id: "course", hours: likely(9) }),
    emptyAction({ id: "talk", kind: "talk", hours: likely(2), after: ["course"] }),
  ]);
  const told = milestones.filter((one) => one.actionIds.includes("talk"));
  expect(told.map(({ title, hours }) => [title, hours])).toEqual([["Earn talk", 2]]);
});

test("months of holding, looking and waiting have something to check too", () => {
  const { milestones } = milestonesOf([
    emptyAction({
      id: "admission:x",
      kind: "application",
      hours: likely(10),
      waitWeeks: likely(20),
    }),
    emptyAction({ id: "hold", kind: "hold", minimumMonths: 4, after: ["admission:x"] }),
    emptyAction({
      id: "search",
      kind: "application",
      hours: likely(12),
      landingRate: { low: 0.1, likely: 0.2, high: 0.3 },
      after: ["hold"],
    }),
  ]);
  const titles = milestones.map((one) => one.title);
  expect(titles).toContain("Ask where your application for a place stands");
  expect(titles).toContain("Send the first ten applications");
  const hold = milestones.filter((one) => one.actionIds[0] === "hold");
  expect(new Set(hold.map((one) => one.title)).size).toBe(hold.length);
});

test("every month has a milestone, dates are in order, hours and money add up (law)", () => {
  const drawn = fc.array(
    fc.record({
      hours: fc.integer({ min: 0, max: 400 }),
      money: fc.integer({ min: 0, max: 9999 }),
      months: fc.integer({ min: 0, max: 12 }),
      wait: fc.integer({ min: 0, max: 30 }),
      kind: fc.constantFrom("course", "exam", "hold", "licence", "talk") as fc.Arbitrary<
        Action["kind"]
      >,
      chained: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  );
  fc.assert(
    fc.property(drawn, fc.integer({ min: 1, max: 40 }), (sketches, hoursPerWeek) => {
      const actions = sketches.map((sketch, index) =>
        emptyAction({
          id: `a${index}`,
          kind: sketch.kind,
          hours: likely(sketch.hours),
          money: likely(sketch.money),
          minimumMonths: sketch.months,
          waitWeeks: likely(sketch.wait),
          after: sketch.chained && index > 0 ? [`a${index - 1}`] : [],
        }),
      );
      const { schedule, milestones } = milestonesOf(actions, hoursPerWeek);
      const months = new Set(milestones.map((one) => one.month));
      let day = firstDayOf(calendarMonthOf(START));
      while (calendarMonthOf(day) <= calendarMonthOf(schedule.finish)) {
        expect(months.has(calendarMonthOf(day))).toBe(true);
        day = addMonths(day, 1);
      }
      const dates = milestones.map((one) => one.date);
      expect(dates).toEqual([...dates].sort());
      for (const one of milestones) {
        expect(calendarMonthOf(one.date)).toBe(one.month);
        expect(one.date >= START && one.date <= schedule.finish).toBe(true);
        expect(one.hours).toBeGreaterThanOrEqual(0);
        expect(one.money).toBeGreaterThanOrEqual(0);
      }
      const sum = (of: (one: { hours: number; money: number }) => number) =>
        milestones.reduce((total, one) => total + of(one), 0);
      expect(sum((one) => one.hours)).toBe(sketches.reduce((total, one) => total + one.hours, 0));
      expect(sum((one) => one.money)).toBe(sketches.reduce((total, one) => total + one.money, 0));
      expect(new Set(milestones.map((one) => one.id)).size).toBe(milestones.length);
    }),
    { numRuns: 150 },
  );
});

test("what takes no time and falls after all else has its milestone, and its money", () => {
  const { schedule, milestones } = milestonesOf([
    emptyAction({ id: "fee", hours: likely(0), money: likely(90), terms: ["02-01"] }),
  ]);
  expect(schedule.finish).toBe("2027-02-01");
  expect(milestones.at(-1)).toMatchObject({ date: "2027-02-01", actionIds: ["fee"], money: 90 });
});

test("a step whose last minutes fall into another month is nearly done, and done only then", () => {
  // From 22 November on an hour a day: 39 hours until the end of December, and a little more.
  const { milestones } = milestonesOf([emptyAction({ id: "course", hours: likely(40) })], 7.16);
  expect(milestones.map(({ month, title }) => [month, title])).toEqual([
    ["2026-11", "Earn course: 9 of 40 hours done"],
    ["2026-12", "Earn course"],
  ]);
  const longer = milestonesOf([emptyAction({ id: "course", hours: likely(41) })], 7.16).milestones;
  expect(longer.at(-2)?.title).toBe("Earn course: nearly done");
});
