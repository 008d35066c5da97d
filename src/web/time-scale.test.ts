import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type CalendarDate } from "../domain/calendar-date.ts";
import { fitted, latestOf, linesOf, ticksOf, timeScale, widthOf } from "./time-scale.ts";

const FIRST = "2026-11-22" as CalendarDate;

test("timeScale() puts the first day left, the last right and a later day never further left", () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.nat(20_000), fc.nat(20_000), (length, a, b) => {
      const scale = timeScale(
        { from: FIRST, to: addDays(FIRST, length) },
        { left: 10, right: 300 },
      );
      const [earlier, later] = [Math.min(a, b), Math.max(a, b)].map((days) => addDays(FIRST, days));
      expect(scale.x(FIRST)).toBe(10);
      if (length > 0) expect(scale.x(scale.to)).toBe(300);
      expect(scale.x(earlier ?? FIRST)).toBeLessThanOrEqual(scale.x(later ?? FIRST));
    }),
  );
});

test("ticksOf() names no more than about what there is room for, within the span, in order", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 2, max: 12 }),
      (days, most) => {
        const span = { from: FIRST, to: addDays(FIRST, days) };
        const named = ticksOf(span, most).map(({ day }) => day);
        expect(named.length).toBeLessThanOrEqual(most + 1);
        expect(named).toEqual([...named].sort());
        expect(named.every((day) => day >= span.from && day <= span.to)).toBe(true);
      },
    ),
  );
});

test("ticksOf() names years over long spans and months over short ones", () => {
  const labels = (to: string) =>
    ticksOf({ from: FIRST, to: to as CalendarDate }, 6).map(({ label }) => label);
  expect(labels("2029-06-30")).toEqual(["2027", "2028", "2029"]);
  expect(labels("2027-10-01")).toEqual(["Jan 2027", "Jul"]);
});

test("latestOf() is the last of the days", () => {
  const days = ["2027-01-01", "2031-06-30", "2030-12-31"] as CalendarDate[];
  expect(latestOf(days)).toBe("2031-06-30");
});

test("fitted() leaves what fits and cuts the rest to its room", () => {
  expect(fitted("Cashier", 200, 13)).toBe("Cashier");
  const cut = fitted("Make your résumé ready for work as a registered nurse", 150, 13);
  expect(cut.endsWith("…")).toBe(true);
  expect(widthOf(cut, 13)).toBeLessThanOrEqual(150);
});

test("linesOf() breaks between words, loses none, and cuts only a word wider than the room", () => {
  const text = "Ask your employer whether it pays towards an associate's degree in nursing";
  const lines = linesOf(text, 240, 13);
  expect(lines.join(" ")).toBe(text);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(widthOf(line, 13)).toBeLessThanOrEqual(240);
  expect(linesOf("short", 240, 13)).toEqual(["short"]);
  expect(linesOf("Donaudampfschifffahrtsgesellschaft", 60, 13)).toHaveLength(1);
});
