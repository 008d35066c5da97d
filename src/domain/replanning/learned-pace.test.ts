import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyAction } from "../../../test/fixtures/empty-action.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { type ProgressEvent, progressOf } from "../schedule/progress.ts";
import { PACE } from "../schedule/simulate-plan.ts";
import { learnedPace, NO_PACE, paceInWords } from "./learned-pace.ts";

const DAY = "2027-03-01" as CalendarDate;

function paceOf(noted: number, reckoned: number, isDone = true) {
  const hours = { low: reckoned, likely: reckoned, high: reckoned };
  const shared = { towards: "x", actionId: "a", date: DAY };
  const events: ProgressEvent[] = [
    ...(noted > 0 ? [{ ...shared, id: "h", kind: "hours", hours: noted } as const] : []),
    ...(isDone ? [{ ...shared, id: "d", kind: "done" } as const] : []),
  ];
  return learnedPace([emptyAction({ id: "a", hours })], progressOf(events));
}

test("learnedPace() lies half-way to what was observed once a hundred hours are finished", () => {
  const pace = paceOf(120, 100);
  expect(pace).toMatchObject({ actions: 1, observed: 1.2, mean: 1.1 });
  expect(pace.high / pace.mean - 1).toBeCloseTo((PACE.high - 1) * Math.SQRT1_2, 12);
  expect(paceInWords(pace)).toBe(
    "Your finished action took about 1.2 times the hours reckoned, so the rest is reckoned with 1.1",
  );
});

test("learnedPace() learns nothing from what is not finished, not noted, or noted by less than half", () => {
  for (const pace of [paceOf(120, 100, false), paceOf(0, 100), paceOf(49, 100)]) {
    expect(pace).toEqual(NO_PACE);
  }
  expect(paceInWords(NO_PACE)).toBeUndefined();
});

test("learnedPace() takes a pace near 1 for 1, and says nothing of it", () => {
  expect(paceOf(3, 2).mean).toBe(1);
  expect(paceInWords(paceOf(3, 2))).toBeUndefined();
});

test("law: learnedPace() lies between 1 and what was observed, in a band that only narrows", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      (reckoned, factor) => {
        const pace = paceOf(factor * reckoned, reckoned);
        expect(pace.mean).toBeGreaterThanOrEqual(Math.min(1, pace.observed) - 1e-9);
        expect(pace.mean).toBeLessThanOrEqual(Math.max(1, pace.observed) + 1e-9);
        expect(pace.high / pace.mean).toBeLessThanOrEqual(PACE.high + 1e-9);
        expect(pace.low / pace.mean).toBeGreaterThanOrEqual(PACE.low - 1e-9);
      },
    ),
  );
});
