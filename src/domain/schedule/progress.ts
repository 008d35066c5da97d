// What became of a plan's actions, as the person noted it: done, hours, late, blocked, dropped, reopened.
// Notes are only ever added; what they come to for each action is computed here.

import type { CalendarDate } from "../calendar-date.ts";

export const PROGRESS_KINDS = ["done", "hours", "late", "blocked", "dropped", "reopened"] as const;
export type ProgressKind = (typeof PROGRESS_KINDS)[number];

/** One thing noted about one action. */
export interface ProgressEvent {
  readonly id: string;
  /** The occupation that the plan is heading for. */
  readonly towards: string;
  readonly actionId: string;
  readonly kind: ProgressKind;
  /** The day that it is about: done on it, worked on it, said on it. */
  readonly date: CalendarDate;
  /** Of kind "hours": hours worked that day, above 0. */
  readonly hours?: number;
  /** Of kind "late": expected to end then. Of kind "blocked": cannot go on before then. */
  readonly until?: CalendarDate;
  readonly why?: string;
  /** Of kind "reopened": ids of the notes that no longer hold. */
  readonly undoes?: readonly string[];
}

/** Something that holds until a day, and why; the reason may be empty. */
export interface HeldUntil {
  readonly until: CalendarDate;
  readonly why: string;
  readonly saidOn: CalendarDate;
}

/** What the notes on one action come to. */
export interface ActionProgress {
  readonly doneOn: CalendarDate | undefined;
  /** Undefined for what is done, too: what was done counts as done. */
  readonly dropped: { readonly on: CalendarDate; readonly why: string } | undefined;
  readonly blocked: HeldUntil | undefined;
  readonly late: HeldUntil | undefined;
  /** All hours noted. */
  readonly hours: number;
  readonly firstHoursOn: CalendarDate | undefined;
}

/**
 * Returns what the notes come to, by action id. The order of the notes plays no part: a later day's word
 * replaces an earlier one of its kind, and on the same day the later end stands, and the first day of two
 * on which something was done. A note that a "reopened" names counts no more.
 */
export function progressOf(events: readonly ProgressEvent[]): ReadonlyMap<string, ActionProgress> {
  const undone = new Set(events.flatMap(({ undoes }) => undoes ?? []));
  const standing = events.filter(({ id, kind }) => kind !== "reopened" && !undone.has(id));
  return new Map(
    [...Map.groupBy(standing, ({ actionId }) => actionId)].map(([id, own]) => [id, sumUp(own)]),
  );
}

/** Returns the ids of the notes that hold an action to be done, dropped, late or blocked. */
export function standingNotesOf(
  events: readonly ProgressEvent[],
  actionId: string,
): readonly string[] {
  const undone = new Set(events.flatMap(({ undoes }) => undoes ?? []));
  return events
    .filter(({ kind }) => kind !== "reopened" && kind !== "hours")
    .filter((event) => event.actionId === actionId && !undone.has(event.id))
    .map(({ id }) => id);
}

function sumUp(events: readonly ProgressEvent[]): ActionProgress {
  const of = (kind: ProgressKind): ProgressEvent[] => events.filter((event) => event.kind === kind);
  const daysOf = (kind: ProgressKind): readonly CalendarDate[] =>
    of(kind)
      .map(({ date }) => date)
      .sort();
  const doneOn = daysOf("done")[0];
  const dropped = of("dropped").sort(newestFirst)[0];
  return {
    doneOn,
    dropped:
      dropped === undefined || doneOn !== undefined
        ? undefined
        : { on: dropped.date, why: dropped.why ?? "" },
    blocked: heldBy(of("blocked")),
    late: heldBy(of("late")),
    // In tenths of minutes, so that the order of adding never shows.
    hours: of("hours").reduce((sum, { hours = 0 }) => sum + Math.round(hours * 600), 0) / 600,
    firstHoursOn: daysOf("hours")[0],
  };
}

function heldBy(events: readonly ProgressEvent[]): HeldUntil | undefined {
  const newest = [...events].sort(newestFirst)[0];
  return newest?.until === undefined
    ? undefined
    : { until: newest.until, why: newest.why ?? "", saidOn: newest.date };
}

/** By day, then by the later end, then by what is said, so that ties never depend on the order given. */
function newestFirst(a: ProgressEvent, b: ProgressEvent): number {
  const textOf = ({ date, until, why }: ProgressEvent) => [date, until ?? "", why ?? ""].join(" ");
  return textOf(a) === textOf(b) ? 0 : textOf(a) < textOf(b) ? 1 : -1;
}
