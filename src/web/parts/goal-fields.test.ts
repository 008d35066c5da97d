import { expect, test } from "vitest";
import type { PartialDate } from "../../domain/calendar-date.ts";
import { US_DOLLAR } from "../../domain/money.ts";
import type { Goal } from "../../domain/record/goal.ts";
import { ProblemError } from "../../http/client.ts";
import { candidatesOf, EMPTY_WEEKS, fieldsOf, limitsOf } from "./goal-fields.ts";

const GOAL: Goal = {
  id: "goal-1",
  title: "Bookkeeper",
  occupationId: "43-3031.00",
  why: "I like it when it adds up.",
  by: "2031-06" as PartialDate,
  limits: {
    hoursPerWeek: 6,
    weeks: [
      {
        ...{ from: "2027-05" as PartialDate, to: "2027-06-10" as PartialDate },
        ...{ hoursPerWeek: 0, why: "exams" },
      },
    ],
    budget: { amount: 3000, currency: US_DOLLAR },
    savings: { amount: 5000, currency: US_DOLLAR },
    savingsFloor: { amount: 1000, currency: US_DOLLAR },
    savedPerMonth: { amount: -100, currency: US_DOLLAR },
    notThese: ["41-2011.00"],
  },
};

test("limitsOf() says again what the goal said", () => {
  expect(limitsOf(fieldsOf(GOAL, "Bookkeeping Clerks"), GOAL)).toEqual({
    by: "2031-06",
    hours: 6,
    weeks: [{ from: "2027-05", to: "2027-06-10", hoursPerWeek: 0, why: "exams" }],
    budget: 3000,
    savings: 5000,
    savingsFloor: 1000,
    savedPerMonth: -100,
    why: "I like it when it adds up.",
    notThese: ["41-2011.00"],
  });
});

test("limitsOf() leaves out what is empty, and a month without its year", () => {
  const fields = { ...fieldsOf(undefined, undefined), month: "06", hours: "" };
  expect(limitsOf(fields, undefined)).toEqual({});
  expect(limitsOf({ ...fields, month: "", year: "2031" }, undefined)).toEqual({ by: "2031" });
});

test("fieldsOf() shows a goal by its name where it was chosen by its code", () => {
  expect(fieldsOf(GOAL, "Bookkeeping Clerks").title).toBe("Bookkeeper");
  const coded = { ...GOAL, title: GOAL.occupationId };
  expect(fieldsOf(coded, "Bookkeeping Clerks").title).toBe("Bookkeeping Clerks");
});

test("candidatesOf() has candidates for an unclear goal alone", () => {
  const candidates = [{ id: "43-3031.00", occupation: "Bookkeeping Clerks" }];
  const unsure = { code: "goal/unsure", candidates };
  expect(candidatesOf(new ProblemError(unsure, "Cannot tell"))).toEqual(candidates);
  expect(candidatesOf(new ProblemError({ code: "goal/none" }, "Cannot plan"))).toEqual([]);
  expect(candidatesOf(null)).toEqual([]);
});

test("limitsOf() takes weeks without an end as the day they begin, and leaves out empty ones", () => {
  const weeks = [
    { key: "new-1", ...EMPTY_WEEKS },
    { key: "new-2", ...EMPTY_WEEKS, from: "2027-05 " },
  ];
  expect(limitsOf({ ...fieldsOf(undefined, undefined), hours: "", weeks }, undefined)).toEqual({
    weeks: [{ from: "2027-05", to: "2027-05", hoursPerWeek: 0, why: "" }],
  });
});
