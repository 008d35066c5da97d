// The ladders where the person holds a position, each rung with the occupation that it is: as they said,
// else as its title is surely taken. Nothing unsure is treated as known.

import type { CalendarDate } from "../../domain/calendar-date.ts";
import { type Catalogue, rowOf } from "../../domain/occupations/catalogue.ts";
import type { CareerRecord } from "../../domain/record/career-record.ts";
import type { LadderRung } from "../../domain/record/organisation-ladder.ts";
import { type PlacedLadder, placedLaddersOf } from "../../domain/record/placed-ladders.ts";
import { matchTitle } from "../../domain/titles/match-title.ts";
import type { TitleIndex } from "../../domain/titles/title-index.ts";

interface World {
  readonly catalogue: Catalogue;
  readonly titles: TitleIndex;
  readonly today: CalendarDate;
}

/** Returns the ladders of today's organisations, in the record's order. */
export function matchLadders(record: CareerRecord, world: World): readonly PlacedLadder[] {
  return placedLaddersOf(record, world.today).map((ladder) => ({
    ...ladder,
    rungs: ladder.rungs.map((rung) => matchRung(rung, world)),
  }));
}

/** Returns the rung with its occupation, where that is said and known or its title is sure. */
export function matchRung(
  rung: LadderRung,
  { catalogue, titles }: Pick<World, "catalogue" | "titles">,
): LadderRung {
  const { occupationId: said, ...others } = rung;
  if (said !== undefined && rowOf(catalogue, said) >= 0) return rung;
  const { state, candidates } = matchTitle(titles, rung.title, {
    names: (id) => catalogue.titles[rowOf(catalogue, id)] ?? id,
  });
  const [best] = candidates;
  return state === "sure" && best !== undefined
    ? { ...others, occupationId: best.occupationId }
    : others;
}
