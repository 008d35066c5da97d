// How much each position still contributes to what a person can do: its months, faded by the half-life of
// the abilities' model, so that an old position can be seen to fade. It never vanishes.

import { HALF_LIFE_YEARS } from "../abilities/evidence-strength.ts";
import { type CalendarDate, daysBetween } from "../calendar-date.ts";
import type { Position } from "../record/career-record.ts";
import { fullTimeMonthsOf, spanOf } from "../record/position-time.ts";

const DAYS_A_YEAR = 365.2425;

export interface PositionFading {
  readonly positionId: string;
  /** Full-time months that it took. */
  readonly months: number;
  /** Share of its own months that still counts, above 0 to 1; undefined where it has no dates. */
  readonly left: number | undefined;
  /** Its share of all months that still count, 0–1; all sum to 1 where any counts. */
  readonly shareOfAll: number;
}

/** Returns how each position has faded by today, in the given order. */
export function positionFadings(
  positions: readonly Position[],
  today: CalendarDate,
): readonly PositionFading[] {
  const faded = positions.map((position) => {
    const span = spanOf(position, today);
    const months = fullTimeMonthsOf(position, today);
    if (span === undefined) return { position, months: 0, left: undefined, counts: 0 };
    const years = Math.max(0, daysBetween(span.end, today)) / DAYS_A_YEAR;
    const left = 2 ** (-years / HALF_LIFE_YEARS);
    return { position, months, left, counts: months * left };
  });
  const all = faded.reduce((sum, { counts }) => sum + counts, 0);
  return faded.map(({ position, months, left, counts }) => ({
    positionId: position.id,
    months,
    left,
    shareOfAll: all === 0 ? 0 : counts / all,
  }));
}
