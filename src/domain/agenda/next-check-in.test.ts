import { expect, test } from "vitest";
import { TODAY } from "../../../test/fixtures/any-check-ins.ts";
import { addDays } from "../calendar-date.ts";
import type { CheckIn, CheckInKind } from "./check-in.ts";
import { nextCheckInOf, QUARTER_DAYS } from "./next-check-in.ts";

function daysAgo(days: number, kind: CheckInKind = "weekly"): CheckIn {
  return { id: `c-${days}`, kind, date: addDays(TODAY, -days), lines: [] };
}

test("nextCheckInOf() invites after a week, in the same words after a year, and never blames", () => {
  expect(nextCheckInOf([daysAgo(7)], TODAY).invitation).toBeUndefined();
  const after = nextCheckInOf([daysAgo(8)], TODAY).invitation;
  expect(after).toBe(nextCheckInOf([daysAgo(370)], TODAY).invitation);
  expect(after).toBe(nextCheckInOf([], TODAY).invitation);
  expect(after).not.toMatch(/miss|too late|should|streak|overdue|forg/i);
});

test("nextCheckInOf() proposes to look back a quarter after the first check-in or the last look back", () => {
  expect(nextCheckInOf([], TODAY).timeToLookBack).toBe(false);
  expect(nextCheckInOf([daysAgo(1), daysAgo(QUARTER_DAYS)], TODAY).timeToLookBack).toBe(true);
  const recent = [daysAgo(QUARTER_DAYS), daysAgo(30, "quarterly")];
  expect(nextCheckInOf(recent, TODAY).timeToLookBack).toBe(false);
});
