// What gave energy and what took it: for each element that check-ins name and each thing done again and
// again, the energy said of it. How good the person is at it is energy-and-ability.ts.

import { type CalendarDate, DAYS_A_WEEK, daysBetween } from "../calendar-date.ts";
import type { CheckIn, CheckInLine } from "./check-in.ts";
import { mondayOf, sumOfHours } from "./check-in-week.ts";

/** What is looked at: half a year, so that a season does not decide. Assumption. */
export const ENERGY_WEEKS = 26;
/** Energy is said of a thing that was named in at least so many weeks. Assumption. */
export const LEAST_TIMES = 3;
/** A line without hours weighs as much as one of an hour. Assumption. */
export const UNSAID_HOURS = 1;

/** Something that was done, with the energy said of it. */
export interface DoneThing {
  readonly kind: "element" | "activity";
  /** An element's id, or what was said, in small letters. */
  readonly key: string;
  /** As it was said last; for an element its id. */
  readonly name: string;
  /** Weeks in which it was named with its energy. */
  readonly weeks: number;
  readonly hours: number;
  /** −2 to 2: the mean of what was said, by hours. */
  readonly energy: number;
  /** Positions that it was done in, by id. */
  readonly positionIds: readonly string[];
}

interface Said {
  readonly date: CalendarDate;
  readonly line: CheckInLine;
  readonly energy: number;
}

/** Returns everything of which energy was said in the last half year, most hours first, then by key. */
export function energyOf(checkIns: readonly CheckIn[], today: CalendarDate): readonly DoneThing[] {
  const said = checkIns
    .filter(({ date }) => daysBetween(date, today) < ENERGY_WEEKS * DAYS_A_WEEK)
    .flatMap(({ date, lines }) =>
      lines.flatMap((line): readonly Said[] =>
        line.energy === undefined ? [] : [{ date, line, energy: line.energy }],
      ),
    );
  const elements = said.flatMap((one) =>
    (one.line.elementIds ?? []).map((key) => ({ key, name: key, one })),
  );
  const activities = said.flatMap((one) => {
    const name = one.line.what.trim();
    return name === "" ? [] : [{ key: name.toLowerCase(), name, one }];
  });
  return [...thingsOf("element", elements), ...thingsOf("activity", activities)].sort(
    (a, b) => b.hours - a.hours || compare(a.key, b.key),
  );
}

interface Named {
  readonly key: string;
  readonly name: string;
  readonly one: Said;
}

function thingsOf(kind: DoneThing["kind"], named: readonly Named[]): readonly DoneThing[] {
  return [...Map.groupBy(named, ({ key }) => key)].map(([key, all]) => {
    const newest = [...all].sort(
      (a, b) => compare(a.one.date, b.one.date) || compare(a.name, b.name),
    );
    const weights = all.map(({ one }) => one.line.hours ?? UNSAID_HOURS);
    const pulls = all.map(({ one }, i) => one.energy * (weights[i] ?? 0));
    return {
      kind,
      key,
      name: newest.at(-1)?.name ?? key,
      weeks: new Set(all.map(({ one }) => mondayOf(one.date))).size,
      hours: sumOfHours(all.map(({ one }) => one.line.hours ?? 0)),
      energy: sumOfHours(pulls) / sumOfHours(weights),
      positionIds: [...new Set(all.flatMap(({ one }) => one.line.positionId ?? []))].sort(),
    };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
