import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyAction } from "../../../test/fixtures/empty-action.ts";
import { DAYS_A_MONTH } from "./../calendar-date.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { monthlyMilestones } from "./monthly-milestones.ts";
import { paymentsOf } from "./payments.ts";
import type { Action } from "./plan.ts";
import { savingsOverTime } from "./savings-over-time.ts";
import { scheduleActions } from "./schedule-under-test.ts";

const START = "2027-03-01" as CalendarDate;

function exactly(amount: number) {
  return { low: amount, likely: amount, high: amount };
}

function course(id: string, fee: number, more: Partial<Action> = {}): Action {
  return emptyAction({ id, title: id, hours: exactly(10), money: exactly(fee), ...more });
}

test("a fee waits until what is put by leaves the floor, by hand", () => {
  // 800 and the floor of 1,000 need 300 more than there is: three months of 100.
  const purse = { savings: 1500, floor: 1000, savedPerMonth: 100 };
  const { actions, tooDear } = scheduleActions([course("a", 800)], {
    start: START,
    hoursPerWeek: 7,
    purse,
  });
  expect(actions[0]?.startDay).toBeCloseTo(3 * DAYS_A_MONTH, -0.5);
  expect(actions[0]?.startDay).toBeGreaterThanOrEqual(3 * DAYS_A_MONTH);
  expect(tooDear).toEqual([]);
});

test("what the employer pays back pays the next fee, once it is there", () => {
  const purse = { savings: 1000, floor: 0, savedPerMonth: 0 };
  const first = course("first", 1000, {
    reimbursement: { share: 0.8, most: 700, afterMonths: 2, stayMonths: 0 },
  });
  const { actions, tooDear } = scheduleActions([first, course("second", 600)], {
    start: START,
    hoursPerWeek: 7,
    purse,
  });
  // Two months have 62 days at most.
  const back = (actions[0]?.endDay ?? 0) + 62;
  expect(actions[1]?.startDay).toBeCloseTo(back, 6);
  expect(tooDear).toEqual([]);
});

test("what can never be paid is said, and dated as if it could", () => {
  const given = { start: START, hoursPerWeek: 7 };
  const steps = [course("cheap", 100), course("dear", 5000)];
  const purse = { savings: 1000, floor: 500, savedPerMonth: 0 };
  const short = scheduleActions(steps, { ...given, purse });
  expect(short.tooDear).toEqual(["dear"]);
  expect(short.finish).toBe(scheduleActions(steps, given).finish);
  const below = { savings: 100, floor: 500, savedPerMonth: 50 };
  expect(scheduleActions(steps, { ...given, purse: below }).tooDear).toEqual(["cheap", "dear"]);
});

test("savings never fall below the floor, whatever the steps cost (law)", () => {
  const steps = fc.array(
    fc.record({ fee: fc.nat(900), share: fc.integer({ min: 0, max: 4 }), wait: fc.nat(3) }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(steps, fc.nat(1500), fc.integer({ min: 20, max: 200 }), (drawn, over, monthly) => {
      const actions = drawn.map(({ fee, share, wait }, index) =>
        course(`a${index}`, fee, {
          reimbursement: { share: share / 4, afterMonths: wait, stayMonths: 0 },
          after: index > 1 ? [`a${index - 2}`] : [],
        }),
      );
      const purse = { savings: 300 + over, floor: 300, savedPerMonth: monthly };
      const schedule = scheduleActions(actions, { start: START, hoursPerWeek: 7, purse });
      expect(schedule.tooDear).toEqual([]);
      const moments = schedule.actions.flatMap((dates, index) => {
        const { fee = 0, share = 0, wait = 0 } = drawn[index] ?? {};
        const back = dates.endDay + Math.ceil(wait * DAYS_A_MONTH);
        return [
          { day: dates.startDay, amount: -fee },
          { day: back, amount: (fee * share) / 4 },
        ];
      });
      for (const { day } of moments) {
        const paid = moments
          .filter((one) => one.day <= day + 1e-9)
          .reduce((sum, { amount }) => sum + amount, 0);
        const left = purse.savings + (monthly / DAYS_A_MONTH) * day + paid;
        expect(left).toBeGreaterThanOrEqual(purse.floor - 0.01);
      }
      // Nor does the table of what is left at the end of each month, whatever day it is today.
      const milestones = monthlyMilestones(actions, schedule, START);
      const payments = paymentsOf(actions, schedule);
      const months = { milestones, payments, today: START, finish: schedule.finish };
      for (const { left } of savingsOverTime(purse, months)) {
        expect(left).toBeGreaterThanOrEqual(purse.floor);
      }
    }),
    { numRuns: 150 },
  );
});

test("the table of savings counts what is put by as the dates do: by the day", () => {
  // 390 take 119 days at 100 a month: 28 June. That month ends above the floor.
  const purse = { savings: 1000, floor: 1000, savedPerMonth: 100 };
  const actions = [course("a", 390)];
  const schedule = scheduleActions(actions, { start: START, hoursPerWeek: 70, purse });
  expect(schedule.actions[0]?.start).toBe("2027-06-28");
  const milestones = monthlyMilestones(actions, schedule, START);
  const months = { milestones, payments: [], today: START, finish: schedule.finish };
  const left = savingsOverTime(purse, months).map((one) => one.left);
  expect(left).toEqual([1102, 1200, 1302, 1011]);
});
