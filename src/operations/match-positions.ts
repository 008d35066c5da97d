// What each position of a record is taken for: the person's own word where there is one, else the
// title's match. Nothing unsure is treated as known.

import type { CalendarDate } from "../domain/calendar-date.ts";
import { type Catalogue, rowOf } from "../domain/occupations/catalogue.ts";
import type { CareerRecord } from "../domain/record/career-record.ts";
import { isPaid } from "../domain/record/position-time.ts";
import { presentPositions } from "../domain/record/stays.ts";
import type { PositionMatch } from "../domain/schedule/plan.ts";
import { matchTitle } from "../domain/titles/match-title.ts";
import type { TitleIndex } from "../domain/titles/title-index.ts";

/** Returns one match for each position, in the record's order. */
export function matchPositions(
  record: CareerRecord,
  world: {
    readonly catalogue: Catalogue;
    readonly titles: TitleIndex;
    readonly today: CalendarDate;
  },
): readonly PositionMatch[] {
  const { catalogue, titles, today } = world;
  const present = new Set(presentPositions(record, today).map((position) => position.id));
  const names = (id: string) => catalogue.titles[rowOf(catalogue, id)] ?? id;
  return record.positions.map((position) => ({
    positionId: position.id,
    title: position.title,
    organisation: position.organisation,
    paid: isPaid(position),
    present: present.has(position.id),
    match: matchTitle(titles, position.title, {
      names,
      ...(position.confirmedOccupation === undefined ||
      rowOf(catalogue, position.confirmedOccupation) < 0
        ? {}
        : { confirmed: position.confirmedOccupation }),
      hint: `${position.organisation} ${position.summary ?? ""}`,
    }),
  }));
}
