// What is left of a plan's actions after what was noted: open ones with their remaining hours, what holds
// them back until a day, and what is done or left out.

import { type CalendarDate, DAYS_A_MONTH, DAYS_A_WEEK, daysBetween } from "../calendar-date.ts";
import type { ThreePoint } from "../money.ts";
import { SPREAD_FEES_FROM_MONTHS } from "../schedule/monthly-milestones.ts";
import type { Action, SettledAction } from "../schedule/plan.ts";
import type { ActionProgress } from "../schedule/progress.ts";

/**
 * Assumption: what is not marked done has at least this share of its likely hours left, however many
 * were noted: so little that the day it was planned to end stays.
 */
const LEAST_SHARE_LEFT = 0.01;

/** An action that is neither done nor left out. */
export interface OpenAction {
  /** With the hours, months and money that are left, after what is still open. */
  readonly action: Action;
  /** Its classes from the day it was begun, those behind included; the action has those that are left. */
  readonly classes: Action["sessions"];
  /** The first day of it, where it is under way. */
  readonly begun: CalendarDate | undefined;
  /** The day until which it is expected to last at least, and on which it may go on. */
  readonly lateUntil: CalendarDate | undefined;
  readonly blockedUntil: CalendarDate | undefined;
  readonly hoursNoted: number;
}

export interface ActionsLeft {
  readonly open: readonly OpenAction[];
  /** Waits that stand for a day before which something cannot be; to be scheduled with the open ones. */
  readonly gates: readonly Action[];
  readonly settled: readonly SettledAction[];
}

interface LeftInputs {
  /** As first reckoned. */
  readonly actions: readonly Action[];
  readonly progress: ReadonlyMap<string, ActionProgress>;
  /** The planned first day of each action, by id. */
  readonly startOf: (id: string) => CalendarDate | undefined;
  readonly today: CalendarDate;
  /** What the hours are multiplied by. */
  readonly pace: number;
}

/**
 * Returns what is left, in the order given. Hours noted are taken off low, likely and high alike; how many
 * months it lasts shrinks with them, so that nothing is done faster than before. Months that only pass
 * (holding a position) shrink with the days since everything before them was done. A search counts anew
 * from today: having looked does not bring an offer nearer. Fees that fell at the beginning of something
 * under way are not counted again, and it waits for no term. The wait after something done runs from the day it was done.
 */
export function actionsLeft(inputs: LeftInputs): ActionsLeft {
  const { actions, progress, today } = inputs;
  const byId = new Map(actions.map((action) => [action.id, action]));
  const isDone = (id: string): boolean => progress.get(id)?.doneOn !== undefined;
  const isDropped = (id: string): boolean => progress.get(id)?.dropped !== undefined;
  const gates = new Map<string, Action>();
  const gate = (id: string, weeks: ThreePoint): string => {
    gates.set(id, { ...WAIT, id, waitWeeks: weeks });
    return id;
  };
  for (const { id, waitWeeks } of actions) {
    const doneOn = progress.get(id)?.doneOn;
    if (doneOn === undefined) continue;
    const passed = daysBetween(doneOn, today) / DAYS_A_WEEK;
    if (waitWeeks.high > passed) gate(`answer:${id}`, lessened(waitWeeks, passed, 0));
  }
  /** What an action waits for now: what is left out passes on what it waited for itself. */
  const waitedFor = (ids: readonly string[], seen: ReadonlySet<string>): readonly string[] =>
    ids.flatMap((id) => {
      if (seen.has(id)) return [];
      if (isDone(id)) return gates.has(`answer:${id}`) ? [`answer:${id}`] : [];
      if (isDropped(id)) return waitedFor(byId.get(id)?.after ?? [], new Set([...seen, id]));
      const late = progress.get(id)?.late;
      const isLate = late !== undefined && late.until > today;
      return isLate ? [id, `late:${id}`] : [id];
    });

  const open = actions
    .filter(({ id }) => !isDone(id) && !isDropped(id))
    .map((action): OpenAction => {
      const own = progress.get(action.id);
      const after = [...new Set(waitedFor(action.after, new Set()))];
      const blockedUntil = aheadOf(own?.blocked?.until, today);
      const lateUntil = aheadOf(own?.late?.until, today);
      if (blockedUntil !== undefined) {
        const weeks = daysBetween(today, blockedUntil) / DAYS_A_WEEK;
        after.push(gate(`blocked:${action.id}`, exactly(weeks)));
      }
      if (lateUntil !== undefined) {
        const weeks = (daysBetween(today, lateUntil) + 1) / DAYS_A_WEEK;
        gate(`late:${action.id}`, later(action.waitWeeks, weeks));
      }
      const begun = begunOn(action, inputs);
      const hoursNoted = own?.hours ?? 0;
      return {
        action: { ...lessenedAction(action, { ...inputs, begun, hoursNoted }), after },
        classes: action.sessions,
        begun,
        lateUntil,
        blockedUntil,
        hoursNoted,
      };
    });
  return { open, gates: [...gates.values()], settled: settledOf(inputs, isDone, isDropped) };
}

const NOTHING: ThreePoint = { low: 0, likely: 0, high: 0 };

/** A wait alone, with no work in it. */
const WAIT: Action = {
  id: "",
  kind: "hold",
  title: "",
  doneWhen: "",
  stageId: "",
  closesGapIds: [],
  hours: NOTHING,
  money: NOTHING,
  minimumMonths: 0,
  waitWeeks: NOTHING,
  after: [],
  daytime: false,
  source: "",
};

function exactly(amount: number): ThreePoint {
  return { low: amount, likely: amount, high: amount };
}

function later({ low, likely, high }: ThreePoint, by: number): ThreePoint {
  return { low: low + by, likely: likely + by, high: high + by };
}

function aheadOf(day: CalendarDate | undefined, today: CalendarDate): CalendarDate | undefined {
  return day !== undefined && day > today ? day : undefined;
}

function lessened({ low, likely, high }: ThreePoint, by: number, least: number): ThreePoint {
  const less = (amount: number): number => Math.max(least, amount - by);
  return { low: less(low), likely: less(likely), high: less(high) };
}

/** The day since which it is under way: hours were noted, or it only takes time and nothing is before it. */
function begunOn(action: Action, inputs: LeftInputs): CalendarDate | undefined {
  const { progress, startOf, today } = inputs;
  const noted = progress.get(action.id)?.firstHoursOn;
  if (noted !== undefined) return noted <= today ? noted : undefined;
  if (action.hours.likely > 0 || action.landingRate !== undefined) return undefined;
  const byId = new Map(inputs.actions.map((one) => [one.id, one]));
  let begun = startOf(action.id) ?? today;
  if (action.after.length > 0) begun = "" as CalendarDate;
  for (const id of action.after) {
    const before = progress.get(id);
    if (before?.dropped !== undefined) continue;
    if (before?.doneOn === undefined) return undefined;
    const wait = (byId.get(id)?.waitWeeks.likely ?? 0) * DAYS_A_WEEK;
    if (wait > daysBetween(before.doneOn, today)) return undefined;
    if (before.doneOn > begun) begun = before.doneOn;
  }
  if (begun === "") begun = startOf(action.id) ?? today;
  return begun < today ? begun : undefined;
}

function lessenedAction(
  action: Action,
  state: LeftInputs & { readonly begun: CalendarDate | undefined; readonly hoursNoted: number },
): Action {
  const { pace, begun, hoursNoted, today } = state;
  const { hours, money, minimumMonths } = action;
  if (hours.likely === 0) {
    if (begun === undefined) return action;
    const passed = daysBetween(begun, today) / DAYS_A_MONTH;
    return { ...action, minimumMonths: Math.max(0, minimumMonths - passed) };
  }
  const whole = { low: hours.low * pace, likely: hours.likely * pace, high: hours.high * pace };
  if (hoursNoted === 0) return { ...action, hours: whole };
  const left = lessened(whole, hoursNoted, LEAST_SHARE_LEFT * whole.likely);
  const share = left.likely / whole.likely;
  const isSpread = minimumMonths >= SPREAD_FEES_FROM_MONTHS && action.kind !== "exam";
  const isAtEnd = action.kind === "exam" || action.kind === "licence";
  const owed = isAtEnd ? 1 : isSpread ? share : 0;
  const part = (amount: number): number => Math.round(amount * owed);
  return {
    ...action,
    terms: undefined,
    sessions: sessionsLeft(action, begun ?? today, today),
    hours: left,
    minimumMonths: minimumMonths * share,
    money: { low: part(money.low), likely: part(money.likely), high: part(money.high) },
  };
}

/** The classes of the weeks that are still to come. */
function sessionsLeft(
  { sessions }: Action,
  begun: CalendarDate,
  today: CalendarDate,
): Action["sessions"] {
  if (sessions === undefined) return undefined;
  const passed = Math.floor(daysBetween(begun, today) / DAYS_A_WEEK);
  return passed >= sessions.weeks ? undefined : { ...sessions, weeks: sessions.weeks - passed };
}

function settledOf(
  { actions, progress }: LeftInputs,
  isDone: (id: string) => boolean,
  isDropped: (id: string) => boolean,
): readonly SettledAction[] {
  return actions.flatMap(({ id, title }): readonly SettledAction[] => {
    const own = progress.get(id);
    if (own?.doneOn !== undefined) {
      const on = own.doneOn;
      return [{ actionId: id, title, outcome: "done", on, why: "", neededFor: [] }];
    }
    if (own?.dropped === undefined) return [];
    const neededFor = actions
      .filter((other) => other.after.includes(id) && !isDone(other.id) && !isDropped(other.id))
      .map((other) => other.title);
    const { on, why } = own.dropped;
    return [{ actionId: id, title, outcome: "dropped", on, why, neededFor }];
  });
}
