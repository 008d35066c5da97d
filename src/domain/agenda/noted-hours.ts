// Hours noted for an action and hours said for it in a check-in are the same hours: of one action in one
// week the larger of the two counts, so that nothing is entered twice and nothing counted twice.

import type { CalendarDate } from "../calendar-date.ts";
import type { ProgressEvent } from "../schedule/progress.ts";
import type { CheckIn } from "./check-in.ts";
import { mondayOf, sumOfHours } from "./check-in-week.ts";

/** Hours of one action in one week, as noted and as said in check-ins. */
interface WeekOfAction {
  readonly actionId: string;
  readonly monday: CalendarDate;
  readonly noted: number;
  readonly said: number;
  /** The last day on which any of it was said. */
  readonly day: CalendarDate;
}

/**
 * Returns the notes, and for each week in which check-ins say more hours of an action than was noted one
 * more note with the rest. Taking a check-in back takes its rest back. Notes and check-ins towards other
 * occupations play no part in what is added.
 */
export function withCheckInHours(
  events: readonly ProgressEvent[],
  checkIns: readonly CheckIn[],
  towards: string,
): readonly ProgressEvent[] {
  const added = weeksOf(events, checkIns, towards).flatMap(
    ({ actionId, monday, noted, said, day }): readonly ProgressEvent[] =>
      said <= noted
        ? []
        : [
            {
              id: `check-in:${monday}:${actionId}`,
              towards,
              actionId,
              kind: "hours",
              date: day,
              hours: sumOfHours([said, -noted]),
            },
          ],
  );
  return [...events, ...added];
}

/** Hours of an action that were noted and that no check-in of the week has yet. */
export interface OfferedHours {
  readonly actionId: string;
  readonly hours: number;
}

/** Returns what a check-in of the week may take in, by action id. */
export function offeredHours(
  events: readonly ProgressEvent[],
  checkIns: readonly CheckIn[],
  week: { readonly towards: string; readonly monday: CalendarDate },
): readonly OfferedHours[] {
  return weeksOf(events, checkIns, week.towards)
    .filter(({ monday, noted, said }) => monday === week.monday && noted > said)
    .map(({ actionId, noted, said }) => ({ actionId, hours: sumOfHours([noted, -said]) }))
    .sort((a, b) => (a.actionId < b.actionId ? -1 : 1));
}

/** Returns the hours of each week on the way to the occupation, by its Monday. */
export function goalHoursByWeek(
  events: readonly ProgressEvent[],
  checkIns: readonly CheckIn[],
  towards: string,
): ReadonlyMap<CalendarDate, number> {
  const byWeek = Map.groupBy(weeksOf(events, checkIns, towards), ({ monday }) => monday);
  return new Map(
    [...byWeek].map(([monday, weeks]) => [
      monday,
      sumOfHours(weeks.map(({ noted, said }) => Math.max(noted, said))),
    ]),
  );
}

function weeksOf(
  events: readonly ProgressEvent[],
  checkIns: readonly CheckIn[],
  towards: string,
): readonly WeekOfAction[] {
  const undone = new Set(events.flatMap(({ undoes }) => undoes ?? []));
  const noted = events
    .filter((one) => one.kind === "hours" && one.towards === towards && !undone.has(one.id))
    .map(({ actionId, date, hours = 0 }) => ({ actionId, date, noted: hours, said: 0 }));
  const said = checkIns.flatMap(({ date, lines }) =>
    lines.flatMap(({ action, hours = 0 }) =>
      action?.towards === towards ? [{ actionId: action.id, date, noted: 0, said: hours }] : [],
    ),
  );
  const byWeek = Map.groupBy([...noted, ...said], ({ actionId, date }) =>
    JSON.stringify([mondayOf(date), actionId]),
  );
  return [...byWeek].sort(byKey).flatMap(([, parts]) => {
    const [first] = parts;
    if (first === undefined) return [];
    const saidOn = parts.filter((one) => one.said > 0).map(({ date }) => date);
    return [
      {
        actionId: first.actionId,
        monday: mondayOf(first.date),
        noted: sumOfHours(parts.map((one) => one.noted)),
        said: sumOfHours(parts.map((one) => one.said)),
        day: saidOn.sort().at(-1) ?? first.date,
      },
    ];
  });
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
