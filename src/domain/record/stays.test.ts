// Which positions belong together, and which are held now.

import { expect, test } from "vitest";
import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import { EMPTY_RECORD, type Position } from "./career-record.ts";
import { presentPositions, staysOf } from "./stays.ts";

const TODAY = "2026-11-22" as CalendarDate;

function position(id: string, organisation: string, start?: string, end?: string): Position {
  return {
    id,
    kind: "employment",
    title: id,
    organisation,
    ...(start === undefined ? {} : { start: start as PartialDate }),
    ...(end === undefined ? {} : { end: end as PartialDate }),
    highlights: [],
    provenance: { source: "typed", state: "stated" },
    unread: {},
  };
}

function idsOf(positions: readonly Position[]): string[] {
  return positions.map(({ id }) => id);
}

test("staysOf() groups one organisation whatever its case and spaces, oldest position first", () => {
  const positions = [
    position("lead", "Harbour  Hotel", "2021"),
    position("clerk", "Town Hall", "2015"),
    position("porter", "harbour hotel ", "2018-03", "2020"),
  ];
  const stays = staysOf({ ...EMPTY_RECORD, positions });
  expect(stays.map(({ organisation }) => organisation)).toEqual(["Town Hall", "Harbour  Hotel"]);
  expect(stays.map((stay) => idsOf(stay.positions))).toEqual([["clerk"], ["porter", "lead"]]);
});

test("staysOf() keeps positions without an organisation apart, undated ones last", () => {
  const positions = [position("b", ""), position("a", "", "2020"), position("c", "")];
  const stays = staysOf({ ...EMPTY_RECORD, positions });
  expect(stays.map((stay) => idsOf(stay.positions))).toEqual([["a"], ["b"], ["c"]]);
});

test("staysOf() of an empty record is empty", () => {
  expect(staysOf(EMPTY_RECORD)).toEqual([]);
});

test("presentPositions() has what is begun and not over, by the precision of its dates", () => {
  const cases: readonly (readonly [Position, boolean])[] = [
    [position("open", "x", "2020"), true],
    [position("ends this year", "x", "2020", "2026"), true],
    [position("ends this month", "x", "2020", "2026-11"), true],
    [position("ended yesterday", "x", "2020", "2026-11-21"), false],
    [position("ends today", "x", "2020", "2026-11-22"), true],
    [position("starts tomorrow", "x", "2026-11-23"), false],
    [position("no dates", "x"), false],
  ];
  const record = { ...EMPTY_RECORD, positions: cases.map(([held]) => held) };
  const expected = cases.filter(([, held]) => held).map(([{ id }]) => id);
  expect(idsOf(presentPositions(record, TODAY))).toEqual(expected);
});
