// A kept plan as calendar entries: its actions, its milestones, the day of the goal, the tripwires of
// its backups, and the check-ins. What became of them from plan to plan is calendar-item.ts.

import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarMonthOf,
  dateInWords,
  dayNumberOf,
  firstDayOf,
  lastDayOf,
  parseCalendarDate,
} from "../calendar-date.ts";
import { hoursInWords } from "../length-of-time.ts";
import { costsInWords } from "../money.ts";
import { datedSessions, sessionsInWords } from "../record/sessions.ts";
import type { Backup, BackupDayMeaning } from "../routes/route.ts";
import type { Milestone, Plan, ScheduledAction } from "../schedule/plan.ts";
import type { CheckIns } from "./calendar-feed.ts";
import type { CalendarEntry } from "./calendar-item.ts";

/** Assumption: a plan without dates is worth looking at for a year. */
const CHECK_IN_MONTHS_WITHOUT_DATES = 12;

export interface EntryOptions {
  readonly checkIns: CheckIns;
  /** The day of the first plan that was kept: check-ins count from it, so that they never shift. */
  readonly since: CalendarDate;
}

/**
 * Returns the plan's entries, each with a key of its own. The same action has the same key in every plan;
 * so has an action's end, its milestone in a month, and the tripwire of the same backup.
 */
export function planEntriesOf(plan: Plan, options: EntryOptions): readonly CalendarEntry[] {
  const entries = [
    ...plan.actions.map((action) => actionEntry(plan, action)),
    ...plan.actions.flatMap(classEntries),
    ...plan.milestones.map((milestone) => milestoneEntry(plan, milestone)),
    ...goalEntries(plan),
    ...plan.backups.flatMap((backup) => tripwireEntry(backup)),
    ...checkInEntry(plan, options),
  ];
  return withOwnKeys(entries);
}

/** Returns the key of an action's own entry. */
export function actionKey(actionId: string): string {
  return `action:${actionId}`;
}

/** Returns whether an entry is the action's end, its milestone in a month or one of its classes. */
export function isPartOf({ key }: CalendarEntry, actionId: string): boolean {
  return (
    key === endKey(actionId) ||
    key.startsWith(monthKey(actionId)) ||
    key.startsWith(classKey(actionId))
  );
}

function endKey(actionId: string): string {
  return `end:${actionId}`;
}

function classKey(actionId: string): string {
  return `class:${actionId} `;
}

function monthKey(actionId: string): string {
  return `milestone:${actionId} `;
}

function actionEntry(plan: Plan, action: ScheduledAction): CalendarEntry {
  const { hours, money } = action;
  const effort = effortInWords(plan, [action], { hours: hours.likely, money: money.likely });
  return {
    key: actionKey(action.id),
    kind: "action",
    title: action.title,
    lines: [
      `Done when: ${action.doneWhen}`,
      ...(effort === "" ? [] : [`In all ${effort}.`]),
      ...(action.sessions === undefined ? [] : [`Classes: ${sessionsInWords(action.sessions)}.`]),
      `As likely as not done by ${dateInWords(action.endP50)}, 8 times in 10 by ${dateInWords(action.endP80)}.`,
      ...(action.critical ? ["A delay here moves the day of the goal."] : []),
    ],
    from: action.start,
    to: laterOf(action.start, action.end),
  };
}

/** Its classes, one entry for each of the week's, which comes again every week. */
function classEntries(action: ScheduledAction): readonly CalendarEntry[] {
  if (action.sessions === undefined) return [];
  return datedSessions(action.sessions, action.start).map((session) => ({
    key: `${classKey(action.id)}${session.day} ${session.from}`,
    kind: "class",
    title: `Class: ${action.title}`,
    lines: [],
    from: session.first,
    to: session.first,
    hours: { from: session.from, to: session.to },
    ...(session.last > session.first ? { repeat: { every: "week", until: session.last } } : {}),
  }));
}

function milestoneEntry(plan: Plan, milestone: Milestone): CalendarEntry {
  const { actionIds, month, date, title } = milestone;
  const action = plan.actions.find(({ id }) => id === actionIds[0]);
  const isEnd = action !== undefined && action.end === date && action.title === title;
  const effort = effortInWords(
    plan,
    plan.actions.filter(({ id }) => actionIds.includes(id)),
    milestone,
  );
  return {
    key: isEnd ? endKey(action.id) : `${monthKey(actionIds[0] ?? "")}${month}`,
    kind: "milestone",
    title: isEnd ? `Due: ${title}` : title,
    lines: [
      ...(isEnd ? [`Done when: ${action.doneWhen}`] : []),
      ...(effort === "" ? [] : [`Planned for it in ${dateInWords(month)}: ${effort}.`]),
    ],
    from: date,
    to: date,
  };
}

function effortInWords(
  { currency }: Plan,
  actions: readonly ScheduledAction[],
  { hours, money }: Pick<Milestone, "hours" | "money">,
): string {
  return [
    ...(hours >= 1 ? [`about ${hoursInWords(hours)} of your own time`] : []),
    ...(money >= 1 ? [costsInWords({ amount: money, currency }, actions)] : []),
  ].join(" and ");
}

function goalEntries(plan: Plan): readonly CalendarEntry[] {
  const { reach, goal } = plan;
  const title = goal.title === goal.occupationId ? plan.goalOccupation : goal.title;
  const entries: CalendarEntry[] = [];
  if (reach !== undefined) {
    entries.push({
      key: "goal:planned",
      kind: "goal",
      title: `Planned: ${title}`,
      lines: [
        "The day on which the plan comes to its goal.",
        `As likely as not by ${dateInWords(reach.p50)}, 8 times in 10 by ${dateInWords(reach.p80)}.`,
      ],
      from: reach.planned,
      to: reach.planned,
    });
  }
  if (goal.by !== undefined) {
    const day = lastDayOf(goal.by);
    const lines = ["The day by which you want to be there."];
    entries.push({
      key: "goal:by",
      kind: "goal",
      title: `By this day: ${title}`,
      lines,
      from: day,
      to: day,
    });
  }
  return entries;
}

/** What a backup's day is, in a calendar; plans kept before do not say. */
const TRIPWIRE_TITLES: Readonly<Record<BackupDayMeaning, string>> = {
  "go over": "Tripwire: is it time for the backup?",
  "last day": "Last day for the backup, if you want it",
  "look again": "Look again: go on, or weigh the backup?",
};

function tripwireEntry({
  id,
  switchBy,
  dayMeans,
  tripwire,
  why,
}: Backup): readonly CalendarEntry[] {
  const day = parseCalendarDate(switchBy ?? "");
  if (!day.ok) return [];
  return [
    {
      key: `tripwire:${id}`,
      kind: "tripwire",
      title:
        dayMeans === undefined ? "Tripwire: go on, or take the backup?" : TRIPWIRE_TITLES[dayMeans],
      lines: [tripwire, ...(why === undefined ? [] : [why])],
      from: day.value,
      to: day.value,
    },
  ];
}

/** Sundays, or the first day of a month: the first one after the first plan. */
function checkInEntry(plan: Plan, { checkIns, since }: EntryOptions): readonly CalendarEntry[] {
  if (checkIns === "none") return [];
  const every = checkIns === "weekly" ? "week" : "month";
  const from = every === "week" ? nextSundayAfter(since) : nextFirstAfter(since);
  const until = plan.reach?.p80 ?? addMonths(plan.madeOn, CHECK_IN_MONTHS_WITHOUT_DATES);
  return [
    {
      key: `check-in:${every}`,
      kind: "check-in",
      title: "Check-in: what was done, what gave energy, what changed",
      lines: [
        "Two minutes on the page Check-in, or in the terminal: throughline check-in.",
        "Every question may stay open; where something changed, the plan can be made anew.",
      ],
      from,
      to: from,
      repeat: { every, until: laterOf(from, until) },
    },
  ];
}

function nextFirstAfter(day: CalendarDate): CalendarDate {
  return firstDayOf(calendarMonthOf(addMonths(day, 1)));
}

/** 1970-01-04 was a Sunday. */
const SUNDAY = 3;

function nextSundayAfter(day: CalendarDate): CalendarDate {
  const since = (((dayNumberOf(day) - SUNDAY) % 7) + 7) % 7;
  return addDays(day, 7 - since);
}

function laterOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}

/** Two of one key, should a plan ever have them, are told apart by their place. */
function withOwnKeys(entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const count = (seen.get(entry.key) ?? 0) + 1;
    seen.set(entry.key, count);
    return count === 1 ? entry : { ...entry, key: `${entry.key}#${count}` };
  });
}
