import { expect, test } from "vitest";
import { emptyAction } from "../../../test/fixtures/empty-action.ts";
import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import type { Session } from "../record/sessions.ts";
import type { Action } from "./plan.ts";
import { scheduleActions } from "./schedule-under-test.ts";

const START = "2027-03-01" as CalendarDate;
const TUESDAY: Session = { day: "tue", from: "18:00", to: "20:00" };
const THURSDAY: Session = { day: "thu", from: "18:00", to: "20:00" };

function classes(id: string, each: readonly Session[], hours: number): Action {
  return emptyAction({
    id,
    title: id,
    hours: { low: hours, likely: hours, high: hours },
    sessions: { each, weeks: 10 },
  });
}

function daysOf(actions: readonly Action[], hoursPerWeek: number) {
  return scheduleActions(actions, { start: START, hoursPerWeek }).actions.map(
    ({ startDay, endDay }) => [startDay, endDay],
  );
}

test("classes keep their hours in each of their weeks, and homework goes beside and after them", () => {
  // Ten weeks of four hours of class; of seven a week three are left: 30 beside, ten more after.
  const course = classes("course", [TUESDAY, THURSDAY], 80);
  expect(daysOf([course], 7)).toEqual([[0, 80]]);
  expect(daysOf([classes("short", [TUESDAY, THURSDAY], 50)], 7)).toEqual([[0, 70]]);
});

test("two classes at the same hours run one after the other, others side by side", () => {
  const one = classes("one", [TUESDAY], 20);
  const [[, end] = [], [begin] = []] = daysOf([one, classes("two", [TUESDAY], 20)], 14);
  expect(begin).toBeGreaterThanOrEqual(end ?? 0);
  const apart = daysOf([one, classes("two", [THURSDAY], 20)], 14);
  expect(apart.map(([day]) => day)).toEqual([0, 0]);
});

test("classes wait for weeks that have room for them, and are not put off where there are none", () => {
  const other = emptyAction({ id: "other", hours: { low: 12, likely: 12, high: 12 } });
  const after = { ...classes("course", [TUESDAY, THURSDAY], 40), after: [] };
  const weeks = [
    {
      from: "2027-03-01" as PartialDate,
      to: "2027-03-14" as PartialDate,
      hoursPerWeek: 2,
      why: "",
    },
  ];
  const { actions } = scheduleActions([after, other], { start: START, hoursPerWeek: 6, weeks });
  expect(actions[0]?.startDay).toBe(14);
  // Four hours of class do not fit into three a week: they begin all the same, and a notice says so.
  expect(daysOf([after], 3)[0]?.[0]).toBe(0);
});

test("classes that are all of a step's hours count in its months, also where they take more than there is", () => {
  for (const hoursPerWeek of [7, 3]) {
    const { actions } = scheduleActions([classes("course", [TUESDAY, THURSDAY], 40)], {
      start: START,
      hoursPerWeek,
    });
    const byMonth = actions[0]?.hoursByMonth ?? [];
    expect(byMonth.map(({ month }) => month)).toEqual(["2027-03", "2027-04", "2027-05"]);
    expect(byMonth.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(40, 6);
  }
});
