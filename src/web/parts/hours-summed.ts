// A plan's hours as they add up month by month, and beside them those that were really noted. No component.

import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Milestone, Plan } from "../../domain/schedule/plan.ts";

export interface SummedMonth {
  readonly month: Milestone["month"];
  /** Its end, which is the first day of the next. */
  readonly day: Date;
  readonly hours: number;
  /** Planned by its end; in a plan made anew, on top of what was noted until then. */
  readonly sum: number;
  /** Noted by its end, in a month that has begun; undefined where nothing was noted at all, or later. */
  readonly noted: number | undefined;
}

export interface HoursSummed {
  readonly months: readonly SummedMonth[];
  /** Day by day, from nothing on the day before the first to what it comes to today; empty without notes. */
  readonly noted: readonly { readonly day: Date; readonly sum: number }[];
}

interface Noted {
  readonly today: CalendarDate;
  readonly notedDays: readonly { readonly date: CalendarDate; readonly hours: number }[];
}

const DAY = 86_400_000;

/** Returns both sums; the noted ones are empty where nothing is known of them. */
export function hoursSummed(
  { milestones, madeOn, replanned }: Pick<Plan, "milestones" | "madeOn" | "replanned">,
  known: Noted | undefined,
): HoursSummed {
  const days = known?.notedDays ?? [];
  const notedBefore = (end: Date) =>
    days.filter(({ date }) => new Date(date) < end).reduce((sum, { hours }) => sum + hours, 0);
  let sum = replanned === undefined ? 0 : notedBefore(new Date(madeOn));
  const months = [...Map.groupBy(milestones, ({ month }) => month)].map(([month, due]) => {
    const hours = due.reduce((all, milestone) => all + milestone.hours, 0);
    sum += hours;
    const first = Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1, 1);
    const day = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1));
    const isKnown = known !== undefined && days.length > 0 && first <= Date.parse(known.today);
    return { month, day, hours, sum, noted: isKnown ? notedBefore(day) : undefined };
  });
  return { months, noted: known === undefined || days.length === 0 ? [] : lineOf(days, known) };
}

function lineOf(days: Noted["notedDays"], { today }: Noted): HoursSummed["noted"] {
  let sum = 0;
  const line = days.map(({ date, hours }) => {
    sum += hours;
    return { day: new Date(date), sum };
  });
  const begin =
    line[0] === undefined ? [] : [{ day: new Date(line[0].day.getTime() - DAY), sum: 0 }];
  return [...begin, ...line, { day: new Date(today), sum }];
}
