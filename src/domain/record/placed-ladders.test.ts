import { expect, test } from "vitest";
import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import { EMPTY_RECORD, type Position } from "./career-record.ts";
import { placedLaddersOf, placesWithWayUp } from "./placed-ladders.ts";

const today = "2026-11-22" as CalendarDate;
const rungs = [
  { title: "Receptionist" },
  { title: "Front-desk lead" },
  { title: "Office manager" },
];
const ladders = [{ id: "elm", organisation: "Elm Street  surgery", rungs }];

function held(title: string, organisation: string, end?: string): Position {
  return {
    id: `${title} ${end}`,
    kind: "employment",
    title,
    organisation,
    start: "2024-11-22" as PartialDate,
    ...(end === undefined ? {} : { end: end as PartialDate }),
    highlights: [],
    provenance: { source: "typed", state: "stated" },
    unread: {},
  };
}

test("placedLaddersOf() finds the rung by the title held there, case and spaces aside", () => {
  const record = { ...EMPTY_RECORD, ladders };
  const lead = held("front-desk  LEAD", "elm street surgery");
  const [placed] = placedLaddersOf({ ...record, positions: [lead] }, today);
  expect(placed?.heldRung).toBe(1);
  expect(placed?.monthsHeld).toBeCloseTo(24, 1);
});

test("placedLaddersOf() takes a title that is not on the ladder for its first rung", () => {
  const positions = [held("Front of house", "Elm Street Surgery")];
  expect(placedLaddersOf({ ...EMPTY_RECORD, ladders, positions }, today)[0]?.heldRung).toBe(0);
});

test("placedLaddersOf() leaves out an organisation where nothing is held now", () => {
  const positions = [held("Receptionist", "Elm Street Surgery", "2025"), held("Cook", "A café")];
  expect(placedLaddersOf({ ...EMPTY_RECORD, ladders, positions }, today)).toEqual([]);
});

test("placesWithWayUp() has each organisation of today once, and ladders of former ones after", () => {
  const positions = [
    held("Receptionist", "Oak Road"),
    held("Trainer", "oak  road"),
    held("Cook", "A café", "2025"),
    held("Walks", ""),
  ];
  expect(placesWithWayUp({ ...EMPTY_RECORD, ladders, positions }, today)).toEqual([
    { organisation: "Oak Road", held: "Receptionist" },
    { organisation: "Elm Street  surgery", held: "Receptionist", ladder: ladders[0] },
  ]);
});
