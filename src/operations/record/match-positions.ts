// What each position of a record is taken for: the person's own word where there is one, else the
// title's match. Nothing unsure is treated as known.

import type { CalendarDate } from "../../domain/calendar-date.ts";
import { type Catalogue, rowOf } from "../../domain/occupations/catalogue.ts";
import {
  type CareerRecord,
  NO_OCCUPATION,
  type Position,
} from "../../domain/record/career-record.ts";
import { isPaid } from "../../domain/record/position-time.ts";
import { presentPositions } from "../../domain/record/stays.ts";
import type { PositionMatch } from "../../domain/schedule/plan.ts";
import { matchForPosition } from "../../domain/titles/match-for-position.ts";
import { matchTitle } from "../../domain/titles/match-title.ts";
import type { TitleIndex } from "../../domain/titles/title-index.ts";
import type { TitleMatch } from "../../domain/titles/title-match.ts";

/** Returns one match for each position, in the record's order. */
export function matchPositions(
  record: CareerRecord,
  world: {
    readonly catalogue: Catalogue;
    readonly titles: TitleIndex;
    readonly today: CalendarDate;
  },
): readonly PositionMatch[] {
  const present = new Set(presentPositions(record, world.today).map((position) => position.id));
  return record.positions.map((position) => ({
    positionId: position.id,
    title: position.title,
    organisation: position.organisation,
    paid: isPaid(position),
    present: present.has(position.id),
    match: matchOf(position, world),
    ...formerWordOf(position, world.catalogue),
  }));
}

/** An occupation that was chosen and left with its catalogue; it counts again when that is added again. */
function formerWordOf(
  { confirmedOccupation }: Position,
  catalogue: Catalogue,
): Pick<PositionMatch, "formerWord"> {
  const isGone =
    confirmedOccupation !== undefined &&
    confirmedOccupation !== NO_OCCUPATION &&
    rowOf(catalogue, confirmedOccupation) < 0;
  return isGone ? { formerWord: confirmedOccupation } : {};
}

function matchOf(
  position: Position,
  { catalogue, titles }: { readonly catalogue: Catalogue; readonly titles: TitleIndex },
): TitleMatch {
  const { kind, title, organisation, summary, confirmedOccupation } = position;
  if (confirmedOccupation === NO_OCCUPATION) return { title, state: "declined", candidates: [] };
  const known = confirmedOccupation !== undefined && rowOf(catalogue, confirmedOccupation) >= 0;
  const match = matchTitle(titles, title, {
    names: (id) => catalogue.titles[rowOf(catalogue, id)] ?? id,
    ...(known ? { confirmed: confirmedOccupation } : {}),
    hint: `${organisation} ${summary ?? ""}`,
    // The work of care that is most like it may stand far down among all that shares a word.
    ...(kind === "caring" ? { most: titles.ids.length } : {}),
  });
  return matchForPosition(match, { kind, paid: isPaid(position) }, catalogue);
}
