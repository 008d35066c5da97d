import fc from "fast-check";
import { expect, test } from "vitest";
import { anyCheckIns, anyNotes, TODAY, TOWARDS } from "../../../test/fixtures/any-check-ins.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { type ProgressEvent, progressOf } from "../schedule/progress.ts";
import type { CheckIn } from "./check-in.ts";
import { mondayOf } from "./check-in-week.ts";
import { goalHoursByWeek, offeredHours, withCheckInHours } from "./noted-hours.ts";

const MONDAY = mondayOf(TODAY);
const week = { towards: TOWARDS, monday: MONDAY };

function noted(hours: number): ProgressEvent {
  const shared = { towards: TOWARDS, actionId: "course", kind: "hours" } as const;
  return { id: `n-${hours}`, ...shared, date: MONDAY, hours };
}

function said(hours: number): CheckIn {
  const action = { id: "course", towards: TOWARDS, title: "Course" };
  return { id: "c", kind: "weekly", date: TODAY, lines: [{ what: "", hours, action }] };
}

function hoursOf(events: readonly ProgressEvent[]): number {
  return progressOf(events).get("course")?.hours ?? 0;
}

test("withCheckInHours() adds what a check-in says beyond what was noted, and no more", () => {
  expect(hoursOf(withCheckInHours([noted(2)], [said(5)], TOWARDS))).toBe(5);
  expect(hoursOf(withCheckInHours([noted(2), noted(3)], [said(5)], TOWARDS))).toBe(5);
  expect(hoursOf(withCheckInHours([noted(6)], [said(5)], TOWARDS))).toBe(6);
  expect(hoursOf(withCheckInHours([], [said(5)], TOWARDS))).toBe(5);
  expect(withCheckInHours([], [said(5)], "another")).toEqual([]);
});

test("offeredHours() gives what was noted and no check-in has yet", () => {
  expect(offeredHours([noted(5)], [], week)).toEqual([{ actionId: "course", hours: 5 }]);
  expect(offeredHours([noted(5)], [said(2)], week)).toEqual([{ actionId: "course", hours: 3 }]);
  expect(offeredHours([noted(5)], [said(5)], week)).toEqual([]);
  const before = { ...week, monday: "2026-11-16" as CalendarDate };
  expect(offeredHours([noted(5)], [], before)).toEqual([]);
});

test("law: of one action in one week the larger of noted and said counts, once", () => {
  fc.assert(
    fc.property(anyNotes, anyCheckIns, (notes, checkIns) => {
      const all = [...withCheckInHours(notes, checkIns, TOWARDS)];
      const sum = all
        .filter(({ kind, towards }) => kind === "hours" && towards === TOWARDS)
        .reduce((hours, one) => hours + (one.hours ?? 0), 0);
      const byWeek = [...goalHoursByWeek(notes, checkIns, TOWARDS).values()];
      expect(sum).toBeCloseTo(
        byWeek.reduce((hours, one) => hours + one, 0),
        6,
      );
      // What was added is in the check-ins: a second time adds nothing.
      expect(withCheckInHours(all, checkIns, TOWARDS)).toEqual(all);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    }),
  );
});

test("law: the order of notes and check-ins changes nothing", () => {
  fc.assert(
    fc.property(anyNotes, anyCheckIns, (notes, checkIns) => {
      const once = withCheckInHours(notes, checkIns, TOWARDS).slice(notes.length);
      const other = withCheckInHours(notes.toReversed(), checkIns.toReversed(), TOWARDS);
      expect(other.slice(notes.length)).toEqual(once);
    }),
  );
});
