// Today: this week's hours and this month's milestone of the plan that was kept, what is overdue, what
// waits for an answer, and how each action stands.

import {
  addDays,
  type CalendarDate,
  calendarMonthOf,
  DAYS_A_WEEK,
  dateInWords,
  dayNumberOf,
  type PartialDate,
} from "../calendar-date.ts";
import { sessionsBetween } from "../record/sessions.ts";
import { dayAt } from "../schedule/action-project.ts";
import { hoursOverTime } from "../schedule/hours-over-time.ts";
import type { Action, Milestone, Plan, ScheduledAction } from "../schedule/plan.ts";
import type { ProgressEvent } from "../schedule/progress.ts";
import { runInOrder } from "../schedule/schedule-actions.ts";
import type { Replan } from "./replan.ts";

export const ACTION_STATUSES = ["open", "under way", "late", "blocked", "done", "dropped"] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** How an action stands. */
export interface ActionStanding {
  readonly actionId: string;
  readonly title: string;
  readonly doneWhen: string;
  readonly status: ActionStatus;
  readonly hoursNoted: number;
  /** As first reckoned. */
  readonly hours: number;
  /** The day it was done or left out, or until which it is late or blocked. */
  readonly day: CalendarDate | undefined;
  readonly why: string;
}

/** A class at its hours. */
export interface ClassOfWeek {
  readonly date: CalendarDate;
  readonly from: string;
  readonly to: string;
}

/** Something to work on this week. */
export interface WeekItem {
  readonly actionId: string;
  readonly title: string;
  readonly doneWhen: string;
  /** Of this week, in half hours. */
  readonly hours: number;
  /** Its classes from Monday to Sunday, in order; mostly none. */
  readonly classes: readonly ClassOfWeek[];
  /** The planned end, as things stand. */
  readonly end: CalendarDate;
}

export interface MonthItem extends Milestone {
  /** True when every action that it is about is done. */
  readonly isDone: boolean;
}

/** Something the plan would like to know, kindly put. */
export interface Asked {
  readonly actionId: string;
  readonly title: string;
  readonly text: string;
}

export interface NotedDay {
  readonly date: CalendarDate;
  readonly hours: number;
}

export interface Today {
  /** One plain sentence for the week. */
  readonly sentence: string;
  readonly planId: string;
  /** Monday and Sunday. */
  readonly weekFrom: CalendarDate;
  readonly weekTo: CalendarDate;
  readonly hoursPerWeek: number;
  readonly hoursNoted: number;
  readonly week: readonly WeekItem[];
  readonly month: PartialDate;
  readonly milestones: readonly MonthItem[];
  readonly monthHours: number;
  readonly monthMoney: number;
  /** What was planned to be done by now, and what has all its hours and is not marked done. */
  readonly asked: readonly Asked[];
  /** What needs nothing but time: answers, months that pass, what is blocked. */
  readonly waiting: readonly Asked[];
  /** What making the plan anew would move, in one sentence; undefined when nothing would. */
  readonly wouldMove: string | undefined;
  /** Hours noted towards the goal, each day once, in order. */
  readonly notedDays: readonly NotedDay[];
  /** In the order of the plan as first reckoned. */
  readonly actions: readonly ActionStanding[];
}

/** Returns today's page for a kept plan and what it would be made anew. Weeks begin on Monday. */
export function todayOf(
  kept: Plan,
  made: Replan,
  given: { readonly events: readonly ProgressEvent[]; readonly today: CalendarDate },
): Today {
  const { today } = given;
  const weekFrom = addDays(today, -((dayNumberOf(today) + 3) % DAYS_A_WEEK));
  const weekTo = addDays(weekFrom, DAYS_A_WEEK - 1);
  const hoursNoted = given.events
    .filter(({ date }) => date >= weekFrom && date <= weekTo)
    .reduce((sum, { hours = 0 }) => sum + hours, 0);
  const hoursPerWeek = hoursOfWeek(made.plan, weekFrom);
  const week = weekOf(made, Math.max(0, hoursPerWeek - hoursNoted), { from: weekFrom, to: weekTo });
  const month = calendarMonthOf(today);
  const milestones = (
    kept.milestones.some((one) => one.month === month) ? kept : made.plan
  ).milestones
    .filter((one) => one.month === month)
    .map((one) => ({ ...one, isDone: one.actionIds.every((id) => isSettled(made, id)) }));
  const changes = made.plan.replanned?.moved.length ?? 0;
  const { added, gone, changed } = made.own;
  const isSaidAnew = added.size + gone.size + changed.size > 0;
  const isNews = changes > 0 || isSaidAnew || made.plan.actions.length !== kept.actions.length;
  return {
    sentence: weekInWords(week, { noted: hoursNoted, there: hoursPerWeek }, made),
    planId: kept.id,
    weekFrom,
    weekTo,
    hoursPerWeek,
    hoursNoted: Math.round(hoursNoted * 100) / 100,
    week,
    month,
    milestones,
    monthHours: milestones.reduce((sum, { hours }) => sum + hours, 0),
    monthMoney: milestones.reduce((sum, { money }) => sum + money, 0),
    asked: askedOf(kept, made, today),
    waiting: waitingOf(made, today),
    wouldMove: isNews ? made.plan.replanned?.sentence : undefined,
    notedDays: notedDaysOf(given.events),
    actions: made.own.actions.map((action) => standingOf(action, made)),
  };
}

function notedDaysOf(events: readonly ProgressEvent[]): readonly NotedDay[] {
  const days = new Map<CalendarDate, number>();
  for (const { date, hours = 0 } of events) {
    if (hours > 0) days.set(date, Math.round(((days.get(date) ?? 0) + hours) * 100) / 100);
  }
  return [...days]
    .map(([date, hours]) => ({ date, hours }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The hours there are from Monday to Sunday. */
function hoursOfWeek({ goal }: Plan, monday: CalendarDate): number {
  const { hoursPerWeek, weeks = [] } = goal.limits;
  const { from, hoursPerDay } = hoursOverTime(hoursPerWeek, monday, weeks);
  const all = hoursPerDay.reduce((sum, hours, step) => {
    const until = Math.min(from[step + 1] ?? DAYS_A_WEEK, DAYS_A_WEEK);
    return sum + hours * Math.max(0, until - (from[step] ?? 0));
  }, 0);
  return Math.round(all * 100) / 100;
}

function isSettled(made: Replan, id: string): boolean {
  return made.left.settled.some(({ actionId }) => actionId === id);
}

/** Half hours are the least that one plans by. */
const STEP_HOURS = 0.5;

interface WeekDays {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The next seven days' hours by urgency, as far as the week's hours go; and what has a class in the week. */
function weekOf(made: Replan, hoursLeft: number, days: WeekDays): readonly WeekItem[] {
  const { open, gates } = made.left;
  const { order } = made.schedule;
  const hours = new Map<number, number>();
  const actions = [...open.map(({ action }) => action), ...gates];
  runInOrder(actions, made.schedule, (item, from, to, rate) => {
    const within = Math.min(to, DAYS_A_WEEK) - from;
    if (within > 0) hours.set(item, (hours.get(item) ?? 0) + rate * within);
  });
  let left = hoursLeft;
  const ends = new Map(made.plan.actions.map(({ id, end }) => [id, end]));
  return order.flatMap((item): readonly WeekItem[] => {
    const action = open[item]?.action;
    const share = Math.min(hours.get(item) ?? 0, left);
    const rounded = Math.round(share / STEP_HOURS) * STEP_HOURS;
    const planned = made.plan.actions.find(({ id }) => id === action?.id);
    const classes = planned === undefined ? [] : classesOf(planned, days);
    if (action === undefined || (rounded === 0 && classes.length === 0)) return [];
    left -= share;
    const { id, title, doneWhen } = action;
    const end = ends.get(id) ?? made.schedule.finish;
    return [{ actionId: id, title, doneWhen, hours: rounded, classes, end }];
  });
}

function classesOf({ sessions, start }: ScheduledAction, days: WeekDays): readonly ClassOfWeek[] {
  if (sessions === undefined) return [];
  return sessionsBetween(sessions, start, days).map(({ date, from, to }) => ({ date, from, to }));
}

function weekInWords(
  week: readonly WeekItem[],
  { noted, there }: { readonly noted: number; readonly there: number },
  made: Replan,
): string {
  const [first] = [...week].sort((a, b) => b.hours - a.hours);
  if (made.left.open.length === 0) return "Every step of your plan is done or left out.";
  if (first === undefined || first.hours === 0) {
    return noted > 0 && noted >= there
      ? "This week’s hours are done."
      : "Nothing needs your hours this week; some things only need time.";
  }
  const all = week.reduce((sum, { hours }) => sum + hours, 0);
  const more = noted > 0 ? " more" : "";
  const count = `${all}${more} ${all === 1 ? "hour" : "hours"}`;
  if (week.length === 1) return `This week: ${count} for “${first.title}”.`;
  return first.hours > all / 2
    ? `This week: ${count}, most of them for “${first.title}”.`
    : `This week: ${count} for ${week.length} steps, beginning with “${week[0]?.title}”.`;
}

function askedOf(kept: Plan, made: Replan, today: CalendarDate): readonly Asked[] {
  return made.left.open.flatMap(({ action, lateUntil, blockedUntil, hoursNoted }) => {
    if (lateUntil !== undefined || blockedUntil !== undefined) return [];
    const { id, title } = action;
    const planned = kept.actions.find((one) => one.id === id);
    const hours = made.own.actions.find((one) => one.id === id)?.hours.likely ?? 0;
    if (planned !== undefined && planned.end < today) {
      const by = dateInWords(planned.end);
      const text = `It was planned until ${by}. Is it done, or does it need longer?`;
      return [{ actionId: id, title, text }];
    }
    if (hours > 0 && hoursNoted >= hours) {
      return [{ actionId: id, title, text: `All of its hours are noted. Is it done?` }];
    }
    return [];
  });
}

function waitingOf(made: Replan, today: CalendarDate): readonly Asked[] {
  const titles = new Map((made.plan.replanned?.reckoned ?? []).map(({ id, title }) => [id, title]));
  const answers = made.left.gates.flatMap(({ id, waitWeeks }) => {
    if (!id.startsWith("answer:")) return [];
    const actionId = id.slice("answer:".length);
    const day = dateInWords(dayAt(today, waitWeeks.likely * DAYS_A_WEEK));
    const text =
      waitWeeks.likely > 0
        ? `Done; the answer, or the day to go on, is likely by ${day}.`
        : "Done; the answer takes longer than usual. It may be time to ask.";
    return [{ actionId, title: titles.get(actionId) ?? actionId, text }];
  });
  const held = made.left.open.flatMap(({ action, begun, blockedUntil }) => {
    const { id, title } = action;
    if (blockedUntil !== undefined) {
      const why = made.progress.get(id)?.blocked?.why ?? "";
      const text = `Waits until ${dateInWords(blockedUntil)}${why === "" ? "" : `: ${why}`}.`;
      return [{ actionId: id, title, text }];
    }
    if (begun === undefined || action.hours.likely > 0) return [];
    const end = made.plan.actions.find((one) => one.id === id)?.end ?? today;
    return [{ actionId: id, title, text: `Goes on by itself until ${dateInWords(end)}.` }];
  });
  return [...answers, ...held];
}

function standingOf({ id, title, doneWhen, hours }: Action, made: Replan): ActionStanding {
  const open = made.left.open.find(({ action }) => action.id === id);
  const settled = made.left.settled.find(({ actionId }) => actionId === id);
  const noted = made.progress.get(id);
  const shared = {
    actionId: id,
    title,
    doneWhen,
    hoursNoted: Math.round((noted?.hours ?? 0) * 100) / 100,
    hours: Math.round(hours.likely),
  };
  if (settled !== undefined) {
    return { ...shared, status: settled.outcome, day: settled.on, why: settled.why };
  }
  if (open?.blockedUntil !== undefined) {
    const why = noted?.blocked?.why ?? "";
    return { ...shared, status: "blocked", day: open.blockedUntil, why };
  }
  if (open?.lateUntil !== undefined) {
    return { ...shared, status: "late", day: open.lateUntil, why: noted?.late?.why ?? "" };
  }
  const status = open?.begun === undefined ? "open" : "under way";
  return { ...shared, status, day: undefined, why: "" };
}
