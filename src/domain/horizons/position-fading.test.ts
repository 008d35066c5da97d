// Old positions fade, and are seen to: by half in ten years, never to nothing.

import fc from "fast-check";
import { expect, test } from "vitest";
import { anyRecord } from "../../storage/any-record.contract.ts";
import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import type { Position } from "../record/career-record.ts";
import { positionFadings } from "./position-fading.ts";

const TODAY = "2026-01-01" as CalendarDate;

function position(id: string, start: string, end: string | undefined): Position {
  return {
    id,
    kind: "employment",
    title: id,
    organisation: "",
    start: start as PartialDate,
    highlights: [],
    provenance: { source: "typed", state: "stated" },
    unread: {},
    ...(end === undefined ? {} : { end: end as PartialDate }),
  };
}

test("positionFadings() halves what a position still contributes every ten years", () => {
  const fadings = positionFadings(
    [
      position("first", "2005-01-01", "2005-12-31"),
      position("second", "2015-01-01", "2015-12-31"),
      position("now", "2025-01-01", undefined),
    ],
    TODAY,
  );
  expect(fadings.map(({ left }) => Number(left?.toFixed(2)))).toEqual([0.25, 0.5, 1]);
  expect(fadings.map(({ shareOfAll }) => Number(shareOfAll.toFixed(3)))).toEqual([
    0.143, 0.285, 0.572,
  ]);
});

test("positionFadings() says nothing of a position without dates", () => {
  const { start: _start, ...undated } = position("undated", "2005", undefined);
  expect(positionFadings([undated], TODAY)).toEqual([
    { positionId: "undated", months: 0, left: undefined, shareOfAll: 0 },
  ]);
});

test("law: what is left is above 0 and at most 1, and the shares sum to 1 where anything counts", () => {
  fc.assert(
    fc.property(anyRecord, ({ positions }) => {
      const fadings = positionFadings(positions, TODAY);
      for (const { left } of fadings) {
        if (left === undefined) continue;
        expect(left).toBeGreaterThan(0);
        expect(left).toBeLessThanOrEqual(1);
      }
      const sum = fadings.reduce((all, { shareOfAll }) => all + shareOfAll, 0);
      // Below this a generated figure of hours is too small to be multiplied.
      if (fadings.some(({ months }) => months > 1e-9)) expect(sum).toBeCloseTo(1);
      if (fadings.every(({ months }) => months === 0)) expect(sum).toBe(0);
    }),
  );
});
