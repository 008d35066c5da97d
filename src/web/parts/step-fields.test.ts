import { expect, test } from "vitest";
import { emptyAction } from "../../../test/fixtures/empty-action.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import { inputOfStep, stepFieldsOf } from "./step-fields.ts";

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
