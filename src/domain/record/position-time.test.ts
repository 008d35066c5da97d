import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths, type CalendarDate, type PartialDate } from "../calendar-date.ts";
import { US_DOLLAR } from "../money.ts";
import type { Position } from "./career-record.ts";
import { fullTimeMonthsOf, isPaid, spanOf, USUAL_HOURS_PER_WEEK } from "./position-time.ts";

const TODAY = "2026-11-22" as CalendarDate;

function position(given: {
  readonly start?: string;
  readonly end?: string;
  readonly kind?: Position["kind"];
  readonly hoursPerWeek?: number;
  readonly pay?: Position["pay"];
}): Position {
  const { start, end, hoursPerWeek, pay } = given;
  return {
    id: "p1",
    kind: given.kind ?? "employment",
    title: "Receptionist",
    organisation: "A surgery",
    highlights: [],
    provenance: { source: "typed", state: "stated" },
    unread: {},
    ...(start === undefined ? {} : { start: start as PartialDate }),
    ...(end === undefined ? {} : { end: end as PartialDate }),
    ...(hoursPerWeek === undefined ? {} : { hoursPerWeek }),
    ...(pay === undefined ? {} : { pay }),
  };
}

test.each([
  { name: "whole months, first to last day", start: "2020-01", end: "2020-12", months: 12.02 },
  { name: "bare years stand for their middle", start: "2015", end: "2020", months: 60 },
  { name: "one bare year is a third of it", start: "2019", end: "2019", months: 4 },
  { name: "a year to a month inside it", start: "2019", end: "2019-04", months: 2 },
  { name: "a month to a bare year", start: "2018-07", end: "2020", months: 24 },
  { name: "a month to its own bare year", start: "2019-05", end: "2019", months: 4 },
  { name: "days", start: "2020-03-01", end: "2020-03-15", months: 0.49 },
  { name: "going on", start: "2025-11-23", months: 12 },
  { name: "an end still to come counts until today", start: "2025-11-23", end: "2030", months: 12 },
  { name: "no start is no time", end: "2020", months: 0 },
  { name: "not begun yet", start: "2027-01", months: 0 },
  { name: "an end before its start", start: "2020-05", end: "2019-05", months: 0 },
  { name: "this bare year, going on", start: "2026", months: 5.4 },
])("fullTimeMonthsOf() counts $name", ({ name: _, months, ...given }) => {
  expect(Math.abs(fullTimeMonthsOf(position(given), TODAY) - months)).toBeLessThan(0.15);
});

test("fullTimeMonthsOf() is 12 for a year of full time and 6 for a year of half time", () => {
  const year = { start: "2020-01-01", end: "2020-12-31" };
  expect(fullTimeMonthsOf(position({ ...year, hoursPerWeek: 40 }), TODAY)).toBeCloseTo(12, 1);
  expect(fullTimeMonthsOf(position({ ...year, hoursPerWeek: 20 }), TODAY)).toBeCloseTo(6, 1);
});

test("fullTimeMonthsOf() takes the usual hours of the kind when none are given", () => {
  const year = { start: "2020-01-01", end: "2020-12-31", kind: "volunteering" } as const;
  const usual = fullTimeMonthsOf(position(year), TODAY);
  expect(usual).toBe(
    fullTimeMonthsOf(position({ ...year, hoursPerWeek: USUAL_HOURS_PER_WEEK.volunteering }), TODAY),
  );
  expect(usual).toBeLessThan(2);
});

test("fullTimeMonthsOf() counts unpaid work exactly as paid work by its hours", () => {
  const given = { start: "2019-02", end: "2021", hoursPerWeek: 12 };
  expect(fullTimeMonthsOf(position({ ...given, kind: "volunteering" }), TODAY)).toBe(
    fullTimeMonthsOf(position({ ...given, kind: "employment" }), TODAY),
  );
});

test("fullTimeMonthsOf() is never negative, whatever the hours", () => {
  for (const hoursPerWeek of [-5, Number.NaN, 0, 1e9]) {
    const months = fullTimeMonthsOf(position({ start: "2020-01", hoursPerWeek }), TODAY);
    expect(months).toBeGreaterThanOrEqual(0);
    expect(months).toBeLessThan(400);
  }
});

test("spanOf() loses nothing when a position is split at any month", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 59 }), (at) => {
      const start = "2015-01-01" as CalendarDate;
      const middle = addMonths(start, at).slice(0, 7);
      const before = addMonths(start, at - 1).slice(0, 7);
      const whole = fullTimeMonthsOf(position({ start: "2015-01", end: "2019-12" }), TODAY);
      const parts =
        fullTimeMonthsOf(position({ start: "2015-01", end: before }), TODAY) +
        fullTimeMonthsOf(position({ start: middle, end: "2019-12" }), TODAY);
      expect(parts).toBeCloseTo(whole, 9);
    }),
  );
});

test("spanOf() meets itself when a position is split at a bare year", () => {
  const first = spanOf(position({ start: "2010", end: "2015" }), TODAY);
  const second = spanOf(position({ start: "2015", end: "2020" }), TODAY);
  expect(first?.end).toBe(second?.start);
});

test("spanOf() meets itself when a position is split at this bare year", () => {
  for (const end of [undefined, "2027"]) {
    const whole = fullTimeMonthsOf(position({ start: "2020", ...(end && { end }) }), TODAY);
    const first = fullTimeMonthsOf(position({ start: "2020", end: "2026" }), TODAY);
    const second = fullTimeMonthsOf(position({ start: "2026", ...(end && { end }) }), TODAY);
    expect(first + second).toBeCloseTo(whole, 9);
    expect(second).toBeGreaterThan(5);
  }
});

test("spanOf() takes this bare year by what is past of it", () => {
  expect(fullTimeMonthsOf(position({ start: "2026", end: "2026" }), TODAY)).toBeCloseTo(3.55, 1);
  expect(fullTimeMonthsOf(position({ start: "2026-03", end: "2026" }), TODAY)).toBeCloseTo(4.37, 1);
  expect(spanOf(position({ start: "2027", end: "2027" }), TODAY)).toBeUndefined();
});

test("isPaid() goes by the pay where it is said, else by the kind", () => {
  const pay = { amount: 100, currency: US_DOLLAR, period: "week" } as const;
  expect(isPaid(position({ kind: "volunteering" }))).toBe(false);
  expect(isPaid(position({ kind: "volunteering", pay }))).toBe(true);
  expect(isPaid(position({ kind: "employment" }))).toBe(true);
  expect(isPaid(position({ kind: "internship", pay: { ...pay, amount: 0 } }))).toBe(false);
});
