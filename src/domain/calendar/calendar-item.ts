// What a calendar shows of a plan, and how it changed from one plan to the next: which revision an entry
// is at, and whether it is cancelled. What the entries of a plan are is plan-entries.ts; files are formats/.

import type { CalendarDate } from "../calendar-date.ts";

export const CALENDAR_KINDS = [
  "action",
  "class",
  "milestone",
  "goal",
  "tripwire",
  "check-in",
] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** One thing in a calendar: whole days, or hours by the clock on the wall; never instants. */
export interface CalendarEntry {
  /** The same for the same thing in every plan of a person: "action:credential:ccna". */
  readonly key: string;
  readonly kind: CalendarKind;
  readonly title: string;
  readonly lines: readonly string[];
  readonly from: CalendarDate;
  /** The last day, included; of an entry that comes again, its last day the first time. */
  readonly to: CalendarDate;
  /** From and to on its one day, "18:00", wherever the calendar is; whole days where left out. */
  readonly hours?: { readonly from: string; readonly to: string };
  readonly repeat?: {
    readonly every: "week" | "month";
    /** Comes again up to this day, included. */
    readonly until: CalendarDate;
  };
}

/** What the calendar was from one moment on. */
export interface CalendarState {
  /** Instant in ISO 8601, UTC: "2026-11-27T08:48:01.000Z". */
  readonly at: string;
  /** The day it was then, where the person is. */
  readonly today: CalendarDate;
  readonly entries: readonly CalendarEntry[];
}

export interface CalendarItem extends CalendarEntry {
  /** 0 at first, one more at every change. */
  readonly revision: number;
  /** Instants in ISO 8601, UTC. */
  readonly createdAt: string;
  readonly changedAt: string;
  readonly cancelled: boolean;
}

/**
 * Returns every entry there ever was, as it is after the last state, in order of its first day. An entry
 * that a later state no longer has is cancelled, unless its last day had passed by then: what lies
 * behind stays as it was. The states are in order of time; where a clock went back, the later instant
 * stands. The same states give the same items.
 */
export function calendarItemsOf(states: readonly CalendarState[]): readonly CalendarItem[] {
  const items = new Map<string, CalendarItem>();
  let at = "";
  for (const state of states) {
    at = state.at > at ? state.at : at;
    const entries = new Map(state.entries.map((entry) => [entry.key, entry]));
    for (const entry of entries.values()) items.set(entry.key, itemAfter(items, entry, at));
    for (const item of items.values()) {
      if (entries.has(item.key) || item.cancelled || lastDayOf(item) < state.today) continue;
      const revision = item.revision + 1;
      items.set(item.key, { ...item, revision, changedAt: at, cancelled: true });
    }
  }
  return [...items.values()].sort(
    (a, b) =>
      compare(a.from, b.from) ||
      CALENDAR_KINDS.indexOf(a.kind) - CALENDAR_KINDS.indexOf(b.kind) ||
      compare(a.key, b.key),
  );
}

function itemAfter(
  items: ReadonlyMap<string, CalendarItem>,
  entry: CalendarEntry,
  at: string,
): CalendarItem {
  const before = items.get(entry.key);
  if (before === undefined) {
    return { ...entry, revision: 0, createdAt: at, changedAt: at, cancelled: false };
  }
  if (!before.cancelled && gistOf(before) === gistOf(entry)) return before;
  const { createdAt } = before;
  return { ...entry, revision: before.revision + 1, createdAt, changedAt: at, cancelled: false };
}

/** What makes a change, as text to compare. */
function gistOf({ kind, title, lines, from, to, hours, repeat }: CalendarEntry): string {
  const days = [from, to, hours?.from, hours?.to, repeat?.every, repeat?.until];
  return JSON.stringify([kind, title, lines, ...days]);
}

function lastDayOf({ to, repeat }: CalendarEntry): CalendarDate {
  return repeat === undefined || repeat.until < to ? to : repeat.until;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
