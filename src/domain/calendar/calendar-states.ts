// The calendar as it was from each moment on: at every plan that was kept, and at every word on one of
// its actions (done, dropped, late, blocked, open again).

import { type CalendarDate, dateInWords } from "../calendar-date.ts";
import type { Plan } from "../schedule/plan.ts";
import { type ActionProgress, type ProgressEvent, progressOf } from "../schedule/progress.ts";
import type { CheckIns } from "./calendar-feed.ts";
import type { CalendarEntry, CalendarState } from "./calendar-item.ts";
import { actionKey, isPartOf, planEntriesOf } from "./plan-entries.ts";

/** Something kept, and the moment: an instant in ISO 8601, UTC. */
export interface Kept<Thing> {
  readonly at: string;
  readonly thing: Thing;
}

/**
 * Returns the states in order of time, from the first plan on; none without a plan. What is done stays, on the
 * days that it took, also when a later plan has it no more; what is dropped is there no longer, from its
 * word on. Hours noted change nothing.
 */
export function calendarStatesOf(
  plans: readonly Kept<Plan>[],
  notes: readonly Kept<ProgressEvent>[],
  checkIns: CheckIns,
): readonly CalendarState[] {
  const since = plans[0]?.thing.madeOn;
  if (since === undefined) return [];
  const words = notes.filter(({ thing }) => thing.kind !== "hours");
  const moments = [...plans, ...words].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const states: CalendarState[] = [];
  /** The newest entries of every action there was, its own first, by its id. */
  const known = new Map<string, readonly CalendarEntry[]>();
  let plan: Plan | undefined;
  let planned: readonly CalendarEntry[] = [];
  let said: readonly ProgressEvent[] = [];
  for (const { at, thing } of moments) {
    if ("actions" in thing) {
      plan = thing;
      planned = planEntriesOf(plan, { checkIns, since });
      for (const { id } of plan.actions) {
        const own = planned.filter(({ key }) => key === actionKey(id));
        known.set(id, [...own, ...planned.filter((entry) => isPartOf(entry, id))]);
      }
    } else {
      said = [...said, thing];
    }
    if (plan === undefined) continue;
    const towards = plan.goal.occupationId;
    const progress = progressOf(said.filter((event) => event.towards === towards));
    const today = "actions" in thing || thing.date < plan.madeOn ? plan.madeOn : thing.date;
    states.push({ at, today, entries: withProgress(planned, known, progress) });
  }
  return states;
}

function withProgress(
  planned: readonly CalendarEntry[],
  known: ReadonlyMap<string, readonly CalendarEntry[]>,
  progress: ReadonlyMap<string, ActionProgress>,
): readonly CalendarEntry[] {
  let entries = planned;
  for (const [id, { doneOn, dropped, late, blocked }] of progress) {
    const key = actionKey(id);
    const [entry, ...parts] = known.get(id) ?? [];
    if (entry === undefined) continue;
    const others = entries.filter((one) => one.key !== key && !isPartOf(one, id));
    if (doneOn !== undefined) {
      const past = parts.filter(({ to }) => to <= doneOn).map((part) => until(part, doneOn));
      entries = [...others, doneEntry(entry, doneOn), ...past];
    } else if (dropped !== undefined) {
      entries = others;
    } else {
      const lines = [
        ...(late === undefined ? [] : [`Expected by ${dateInWords(late.until)}.`]),
        ...(blocked === undefined ? [] : [`Waits until ${dateInWords(blocked.until)}.`]),
      ];
      entries = entries.map((one) =>
        one.key === key ? { ...one, lines: [...one.lines, ...lines] } : one,
      );
    }
  }
  return entries;
}

/** What comes again does so no more after a day. */
function until(entry: CalendarEntry, day: CalendarDate): CalendarEntry {
  const { repeat } = entry;
  return repeat === undefined || repeat.until <= day
    ? entry
    : { ...entry, repeat: { ...repeat, until: day } };
}

function doneEntry(entry: CalendarEntry, doneOn: CalendarDate): CalendarEntry {
  return {
    ...entry,
    title: `Done: ${entry.title}`,
    lines: [...entry.lines.slice(0, 1), `Done on ${dateInWords(doneOn)}.`],
    from: entry.from < doneOn ? entry.from : doneOn,
    to: doneOn,
  };
}
