import { expect, test } from "vitest";
import { emptyAction } from "../../../test/fixtures/empty-action.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import { inputOfStep, stepFieldsOf, withOneMoreSession } from "./step-fields.ts";

const DAY = "2027-01-01" as CalendarDate;
const action = {
  ...emptyAction({ id: "credential:x", hours: { low: 5, likely: 10, high: 20 } }),
  ...{ start: DAY, end: DAY, endP50: DAY, endP80: DAY, critical: false, slackDays: 0 },
};

test("inputOfStep() says only what was changed of a step that is there", () => {
  const fields = stepFieldsOf(action);
  expect(inputOfStep(fields, action)).toEqual({ id: "credential:x" });
  expect(inputOfStep({ ...fields, hours: 12, whoHelps: " Ana ", share: 80 }, action)).toEqual({
    id: "credential:x",
    hours: 12,
    whoHelps: "Ana",
    paidBackShare: 0.8,
  });
});

test("inputOfStep() says the kind and what is filled in of a new step", () => {
  const fields = { ...stepFieldsOf(undefined), title: "Call Ana", kind: "talk" as const };
  expect(inputOfStep(fields, undefined)).toEqual({ kind: "talk", title: "Call Ana" });
});

test("inputOfStep() says classes, terms, questions and order whole, and that they are taken out", () => {
  const sessions = { each: [{ day: "tue", from: "18:00", to: "20:00" }], weeks: 15 } as const;
  const step = { ...action, sessions, terms: ["09-01"], questions: ["Why?"], after: ["a", "b"] };
  const fields = stepFieldsOf(step);
  expect(inputOfStep(fields, step)).toEqual({ id: "credential:x" });
  const more = withOneMoreSession(fields.sessions);
  const changed = {
    ...fields,
    sessions: more,
    sessionWeeks: 12,
    terms: "01-15; 09-01",
    after: ["b"],
  };
  expect(inputOfStep({ ...changed, questions: "Why?\n\n How? " }, step)).toEqual({
    id: "credential:x",
    sessions: ["tue 18:00-20:00", "wed 18:00-20:00"],
    sessionWeeks: 12,
    terms: ["01-15", "09-01"],
    after: ["b"],
    questions: ["Why?", "How?"],
  });
  const none = { ...fields, sessions: [], terms: "", questions: "", after: [] };
  expect(inputOfStep(none, step)).toEqual({
    ...{ id: "credential:x", sessions: [], terms: [], questions: [], after: [] },
  });
});

test("inputOfStep() says low, high, months, waits and the place as they are changed", () => {
  const fields = { ...stepFieldsOf(action), hoursHigh: 30, moneyLow: 1, months: 3, waitWeeks: 2 };
  expect(inputOfStep({ ...fields, elsewhere: " Leeds " }, action)).toEqual({
    ...{ id: "credential:x", hoursHigh: 30, moneyLow: 1, months: 3, waitWeeks: 2 },
    elsewhere: "Leeds",
  });
});
