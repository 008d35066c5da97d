// Where a person stands today on the ladders that they described.

import { type CalendarDate, firstDayOf, monthsBetween } from "../calendar-date.ts";
import type { CareerRecord, Position } from "./career-record.ts";
import type { OrganisationLadder } from "./organisation-ladder.ts";
import { organisationKeyOf, presentPositions } from "./stays.ts";

/** A ladder, and where the person stands on it today. */
export interface PlacedLadder extends OrganisationLadder {
  /** Place of the rung held now, from 0. */
  readonly heldRung: number;
  /** Months on that rung so far. */
  readonly monthsHeld: number;
}

/**
 * Returns the ladders of the organisations where a position is held on that day, in the record's order.
 * The rung held is the one whose title the position has, the highest of several; else the first, as it
 * was described.
 */
export function placedLaddersOf(
  record: CareerRecord,
  today: CalendarDate,
): readonly PlacedLadder[] {
  const present = presentPositions(record, today);
  return record.ladders.flatMap((ladder) => {
    const here = present.filter(
      ({ organisation }) =>
        organisationKeyOf(organisation) === organisationKeyOf(ladder.organisation),
    );
    const held = here.map((position) => ({ position, rung: rungNamed(ladder, position) }));
    const best = held.reduce<(typeof held)[number] | undefined>(
      (high, one) => (high === undefined || one.rung > high.rung ? one : high),
      undefined,
    );
    if (best === undefined || ladder.rungs.length === 0) return [];
    const start = best.position.start;
    const monthsHeld =
      start === undefined ? 0 : Math.max(0, monthsBetween(firstDayOf(start), today));
    return [{ ...ladder, heldRung: Math.max(0, best.rung), monthsHeld }];
  });
}

/** Place of the rung with the position's title; -1 when none has it. */
function rungNamed({ rungs }: OrganisationLadder, { title }: Position): number {
  return rungs.findLastIndex((rung) => titleKeyOf(rung.title) === titleKeyOf(title));
}

/** Returns a title in the form in which titles of rungs are compared. */
export function titleKeyOf(title: string): string {
  return organisationKeyOf(title);
}

/** An organisation in which there could be a way up. */
export interface PlaceWithWayUp {
  readonly organisation: string;
  /** The title held there now; that of the lowest rung where nothing is held. */
  readonly held: string;
  /** Undefined until the way up is described. */
  readonly ladder?: OrganisationLadder;
}

/**
 * Returns the organisations of the positions held on that day, in the record's order, then those that have a
 * ladder though nothing is held there; each once. Caring for one's own has no way up.
 */
export function placesWithWayUp(
  record: CareerRecord,
  today: CalendarDate,
): readonly PlaceWithWayUp[] {
  const places = new Map<string, PlaceWithWayUp>();
  for (const { organisation, title, kind } of presentPositions(record, today)) {
    const key = organisationKeyOf(organisation);
    if (key === "" || kind === "caring" || places.has(key)) continue;
    const ladder = record.ladders.find((one) => organisationKeyOf(one.organisation) === key);
    places.set(key, { organisation, held: title, ...(ladder === undefined ? {} : { ladder }) });
  }
  const shown = new Set([...places.values()].map((place) => place.ladder));
  const others = record.ladders.filter((ladder) => !shown.has(ladder));
  return [
    ...places.values(),
    ...others.map((ladder) => ({
      organisation: ladder.organisation,
      held: ladder.rungs[0]?.title ?? "",
      ladder,
    })),
  ];
}
