// The worked example of docs/method/plan.md.

import { expect, test } from "vitest";
import { emptyAction } from "../../../test/fixtures/empty-action.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { scheduleActions } from "./schedule-under-test.ts";
import { simulatePlan } from "./simulate-plan.ts";

function exactly(amount: number) {
  return { low: amount, likely: amount, high: amount };
}

test("the plan of the worked example comes out as docs/method/plan.md reckons it by hand", () => {
  const actions = [
    emptyAction({ id: "course", hours: exactly(30), money: exactly(300) }),
    emptyAction({ id: "practice", hours: exactly(20) }),
    emptyAction({
      id: "exam",
      hours: exactly(5),
      waitWeeks: exactly(4),
      passRate: 0.8,
      after: ["course"],
    }),
    emptyAction({
      id: "search",
      hours: exactly(10),
      landingRate: { low: 0.1, likely: 0.2, high: 0.3 },
      after: ["exam"],
    }),
  ];
  const schedule = scheduleActions(actions, {
    start: "2027-03-01" as CalendarDate,
    hoursPerWeek: 7,
    purse: { savings: 600, floor: 500, savedPerMonth: 100 },
  });
  expect(schedule.actions.map(({ startDay, endDay }) => [startDay, Math.floor(endDay)])).toEqual([
    [61, 91],
    [0, 20],
    [91, 96],
    [124, 229],
  ]);
  expect(schedule.finishDay).toBeCloseTo(124 + (Math.LN2 / 0.2) * 30.436875, 6);
  expect(schedule.finish).toBe("2027-10-16");
  expect(schedule.rule).toBe("serial");
  expect(schedule.actions.map(({ critical, slackDays }) => [critical, slackDays])).toEqual([
    [true, 0],
    [false, 207],
    [true, 0],
    [true, 0],
  ]);
  expect(schedule.actions.map(({ bounds }) => [bounds.begins.kind, bounds.ends.kind])).toEqual([
    ["money", "hours"],
    ["now", "hours"],
    ["after", "hours"],
    ["after", "search"],
  ]);
  const runs = 20_000;
  const { endedBy } = simulatePlan(actions, { placement: schedule, causes: [], seed: 7, runs });
  const gaveUp = endedBy.filter((cause) => cause === "exam:exam").length / runs;
  const chance = 0.2 ** 4;
  expect(Math.abs(gaveUp - chance)).toBeLessThan(3 * Math.sqrt((chance * (1 - chance)) / runs));
});
