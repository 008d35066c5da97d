// Stays: the positions that one person held in one organisation, together, so that a promotion inside it
// shows. And which positions are held now. How much time a position took: position-time.ts.

import { type CalendarDate, firstDayOf, lastDayOf } from "../calendar-date.ts";
import type { CareerRecord, Position } from "./career-record.ts";

/** All positions in one organisation, however many there are and whether or not they touch. */
export interface Stay {
  /** As first written; empty for a position without one, which is a stay by itself. */
  readonly organisation: string;
  /** In order of start; positions without one come last, in the record's order. */
  readonly positions: readonly Position[];
}

/** Returns the organisation's name in the form in which names are compared: case and spaces ignored. */
export function organisationKeyOf(organisation: string): string {
  return organisation.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

function startOf(position: Position): string {
  return position.start === undefined ? "9999" : firstDayOf(position.start);
}

/** Returns the stays, in order of their first start; ties and stays without dates keep the record's order. */
export function staysOf(record: CareerRecord): readonly Stay[] {
  const groups = new Map<string, Position[]>();
  for (const [index, position] of record.positions.entries()) {
    const key = organisationKeyOf(position.organisation);
    // A position without an organisation is nobody's fellow: its place in the record keeps it apart.
    const group = key === "" ? `\u0000${index}` : key;
    groups.set(group, [...(groups.get(group) ?? []), position]);
  }
  return [...groups.values()]
    .map((positions) => ({
      organisation: positions[0]?.organisation ?? "",
      positions: [...positions].sort((a, b) => compareText(startOf(a), startOf(b))),
    }))
    .sort((a, b) => compareText(firstStartOf(a), firstStartOf(b)));
}

function firstStartOf({ positions }: Stay): string {
  const [first] = positions;
  return first === undefined ? "9999" : startOf(first);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Returns the positions held on that day, in the record's order: begun, and without an end or with one
 * still to come. One without a start is not counted, since nothing says that it goes on.
 */
export function presentPositions(record: CareerRecord, today: CalendarDate): readonly Position[] {
  return record.positions.filter(
    ({ start, end }) =>
      start !== undefined &&
      firstDayOf(start) <= today &&
      (end === undefined || lastDayOf(end) >= today),
  );
}
