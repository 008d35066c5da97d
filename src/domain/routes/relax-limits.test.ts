import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALL, smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { type SmallPerson, smallStanding } from "../../../test/fixtures/small-standing.ts";
import { addDays, type CalendarDate, lastDayOf, type PartialDate } from "../calendar-date.ts";
import { US_DOLLAR } from "../money.ts";
import type { Goal, Limits } from "../record/goal.ts";
import type { Relaxation } from "./impossible-goal.ts";
import {
  dayAfterMonths,
  explainImpossible,
  isPossible,
  type LimitQuestion,
  relaxationsOf,
} from "./relax-limits.ts";
import { enumerateRoutes } from "./search-routes.ts";

const catalogue = smallCatalogue();
const today = "2026-11-22" as CalendarDate;
const RECEPTIONIST: SmallPerson = { months: { [SMALL.receptionist]: 48 }, education: 2 };
const money = (amount: number) => ({ amount, currency: US_DOLLAR });

function question(limits: Partial<Limits> = {}, by?: string): LimitQuestion {
  const goal: Goal = {
    id: "goal",
    title: "",
    occupationId: SMALL.registeredNurse,
    why: "",
    ...(by === undefined ? {} : { by: by as PartialDate }),
    limits: { hoursPerWeek: 8, notThese: [], ...limits },
  };
  return { catalogue, standing: smallStanding(catalogue, RECEPTIONIST), goal, today };
}

function withLimits(asked: LimitQuestion, limits: Partial<Limits>): LimitQuestion {
  return { ...asked, goal: { ...asked.goal, limits: { ...asked.goal.limits, ...limits } } };
}

function by(asked: LimitQuestion, date: string): LimitQuestion {
  return { ...asked, goal: { ...asked.goal, by: date as PartialDate } };
}

/** The question with the limit at what the relaxation says, or just short of it. */
function relaxed(asked: LimitQuestion, one: Relaxation, short: 0 | 1): LimitQuestion {
  const amount = one.amount ?? 0;
  switch (one.limit) {
    case "hours":
      return withLimits(asked, { hoursPerWeek: amount - short });
    case "budget":
      return withLimits(asked, { budget: money(amount - short) });
    case "pay floor":
      return withLimits(asked, { payFloor: money(amount + short) });
    case "savings floor":
      return withLimits(asked, { savingsFloor: money(amount + short) });
    case "savings":
      return withLimits(asked, { savings: money(amount - short) });
    case "date":
      return by(asked, addDays(one.date ?? today, -short));
    case "not this":
      return short === 1
        ? asked
        : withLimits(asked, {
            notThese: asked.goal.limits.notThese.filter((id) => id !== one.subject),
            refusals: (asked.goal.limits.refusals ?? []).filter(
              (refusal) => refusal.subject !== one.subject,
            ),
          });
  }
}

const someLimits = fc.record({
  hoursPerWeek: fc.integer({ min: 1, max: 20 }),
  notThese: fc.subarray([SMALL.practicalNurse, SMALL.medicalAssistant]),
  budget: fc.integer({ min: 0, max: 20000 }).map(money),
  payFloor: fc.integer({ min: 20000, max: 70000 }).map(money),
});
const someDay = fc.integer({ min: 300, max: 5000 }).map((days) => addDays(today, days));

test("explainImpossible() is silent where a route fits", () => {
  expect(explainImpossible(question())).toBeUndefined();
  expect(explainImpossible(question({}, "2099"))).toBeUndefined();
});

test("law: at each relaxation it is possible, just short of it it is not", () => {
  let helped = 0;
  fc.assert(
    fc.property(someLimits, someDay, (limits, day) => {
      const asked = question(limits, day);
      if (isPossible(asked)) return;
      for (const one of relaxationsOf(asked).filter((other) => other.helps)) {
        expect(isPossible(relaxed(asked, one, 0)), one.text).toBe(true);
        expect(isPossible(relaxed(asked, one, 1)), `short of: ${one.text}`).toBe(false);
        helped += 1;
      }
    }),
    { numRuns: 60, seed: 6 },
  );
  expect(helped).toBeGreaterThan(10);
});

test("relaxationsOf() says of a limit that does not help alone that it does not", () => {
  const asked = question({ budget: money(0) }, "2027-01");
  const all = relaxationsOf(asked);
  expect(all.map((one) => one.limit)).toEqual(["hours", "budget", "date"]);
  expect(all.every((one) => !one.helps && one.text.includes("alone"))).toBe(true);
  const together = explainImpossible(asked)?.together ?? [];
  expect(together.length).toBeGreaterThan(1);
  expect(together).toContain("date");
});

test("relaxationsOf() finds the least fees of all routes when money alone binds", () => {
  const open = enumerateRoutes(question(), smallRow("registeredNurse"));
  const least = Math.ceil(Math.min(...open.map((one) => one.route.money.likely)));
  const budget = relaxationsOf(question({ budget: money(100) })).find(
    (one) => one.limit === "budget",
  );
  expect(budget?.amount).toBe(least);
});

test("relaxationsOf() finds the earliest day when the date alone binds", () => {
  const open = enumerateRoutes(question(), smallRow("registeredNurse"));
  const months = Math.min(...open.map((one) => one.route.months.likely));
  const date = relaxationsOf(question({}, "2027-03")).find((one) => one.limit === "date");
  expect(date?.date).toBe(dayAfterMonths(today, months));
});

test("law: what is possible stays so when one limit is relaxed", () => {
  fc.assert(
    fc.property(someLimits, someDay, fc.integer({ min: 1, max: 30 }), (limits, day, more) => {
      const asked = question(limits, day);
      if (!isPossible(asked)) return;
      const loose = [
        withLimits(asked, { hoursPerWeek: limits.hoursPerWeek + more }),
        withLimits(asked, { budget: money(limits.budget.amount + 500 * more) }),
        withLimits(asked, { payFloor: money(limits.payFloor.amount - 500 * more) }),
        withLimits(asked, { notThese: limits.notThese.slice(1) }),
        by(asked, addDays(lastDayOf(day), 30 * more)),
      ];
      for (const one of loose) expect(isPossible(one)).toBe(true);
    }),
    { numRuns: 60, seed: 7 },
  );
});

test("explainImpossible() does not depend on the order of what is ruled out", () => {
  const out = [SMALL.practicalNurse, SMALL.medicalAssistant];
  const texts = (notThese: readonly string[]): readonly string[] =>
    relaxationsOf(question({ notThese }, "2028-01"))
      .map((one) => one.text)
      .sort();
  expect(texts(out)).toEqual(texts([...out].reverse()));
});

test("explainImpossible() names goals that are reached within the limits and by the date", () => {
  const answer = explainImpossible(question({}, "2028-06"));
  expect(answer?.nearerGoals.length).toBeGreaterThan(0);
  for (const goal of answer?.nearerGoals ?? []) {
    expect(goal.date <= "2028-06-30").toBe(true);
    expect(goal.occupationId).not.toBe(SMALL.registeredNurse);
  }
});
