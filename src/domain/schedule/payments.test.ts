import { expect, test } from "vitest";
import { emptyAction } from "../../../test/fixtures/empty-action.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { paidBack, paymentsOf } from "./payments.ts";
import { scheduleActions } from "./schedule-under-test.ts";

const three = (likely: number) => ({ low: likely, likely, high: likely });
const given = { start: "2027-01-01" as CalendarDate, hoursPerWeek: 7 };

test("paidBack() is the share of the fee, at most the cap, in whole units", () => {
  const terms = { afterMonths: 2, stayMonths: 24 };
  expect(paidBack(1000, { ...terms, share: 0.8 })).toBe(800);
  expect(paidBack(1000, { ...terms, share: 0.8, most: 500 })).toBe(500);
  expect(paidBack(999, { ...terms, share: 0.5 })).toBe(500);
  expect(paidBack(1000, { ...terms, share: 0 })).toBe(0);
});

test("paymentsOf() says what is paid in which months, what comes back when, and how long to stay", () => {
  const actions = [
    emptyAction({
      id: "exam",
      kind: "exam",
      hours: three(7),
      money: three(300),
      after: ["course"],
    }),
    emptyAction({
      id: "course",
      kind: "course",
      hours: three(100),
      money: three(1200),
      reimbursement: { share: 0.8, most: 900, afterMonths: 2, stayMonths: 12 },
    }),
    emptyAction({ id: "talk", kind: "talk", hours: three(2) }),
  ];
  const payments = paymentsOf(actions, scheduleActions(actions, given));
  expect(payments).toEqual([
    {
      actionId: "course",
      title: "Earn course",
      amount: 1200,
      from: "2027-01",
      to: "2027-04",
      back: 900,
      backOn: "2027-06-10",
      stayUntil: "2028-04-10",
    },
    { actionId: "exam", title: "Earn exam", amount: 300, from: "2027-04", to: "2027-04", back: 0 },
  ]);
});

test("paymentsOf() has nothing of what is free, and no day to stay where none is asked", () => {
  const reimbursement = { share: 1, afterMonths: 0, stayMonths: 0 };
  const actions = [emptyAction({ id: "a", money: three(50), hours: three(7), reimbursement })];
  const [payment] = paymentsOf(actions, scheduleActions(actions, given));
  expect(payment).toMatchObject({ back: 50, backOn: "2027-01-07" });
  expect(payment).not.toHaveProperty("stayUntil");
  expect(paymentsOf([], { actions: [] })).toEqual([]);
});
