// What a new plan moved against the one before, action by action, and why; and all of it in one sentence
// that never scolds.

import { type CalendarDate, dateInWords, daysBetween, yearOf } from "../calendar-date.ts";
import { lowerFirst } from "../first-letter.ts";
import { hoursPerWeekInWords } from "../length-of-time.ts";
import type { Action, LearnedPace, MoveCause, MovedAction } from "../schedule/plan.ts";
import { countInWords, monthInWords } from "../schedule/plan-in-words.ts";
import type { ActionProgress } from "../schedule/progress.ts";
import type { OpenAction } from "./actions-left.ts";
import { paceInWords } from "./learned-pace.ts";
import type { OwnStepsNow } from "./own-steps-now.ts";

export interface MoveInputs {
  /** As first reckoned. */
  readonly actions: readonly Action[];
  readonly open: readonly OpenAction[];
  readonly progress: ReadonlyMap<string, ActionProgress>;
  /** Planned days before and now; undefined for what is not in that plan. */
  readonly before: (id: string) => PlannedDays | undefined;
  readonly now: (id: string) => PlannedDays | undefined;
  readonly today: CalendarDate;
  readonly hoursPerWeek: { readonly before: number; readonly now: number };
  /** The hours a week are others than before, or those of single weeks. */
  readonly areLimitsNew: boolean;
  /** What the person says of the steps otherwise than in the plan before. */
  readonly own: OwnStepsNow;
  readonly pace: { readonly before: LearnedPace; readonly now: LearnedPace };
}

export interface PlannedDays {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** Returns the open actions whose planned end is another day than before, in the order given. */
export function movedActions(inputs: MoveInputs): readonly MovedAction[] {
  return inputs.open.flatMap(({ action: { id, title } }): readonly MovedAction[] => {
    const [before, now] = [inputs.before(id), inputs.now(id)];
    if (before === undefined || now === undefined || before.end === now.end) return [];
    const isLater = now.end > before.end;
    const { cause, why } = isLater ? laterBecause(id, inputs) : earlierBecause(id, inputs);
    return [{ actionId: id, title, from: before.end, to: now.end, cause, why }];
  });
}

interface Because {
  readonly cause: MoveCause;
  readonly why: string;
}

function laterBecause(id: string, inputs: MoveInputs): Because {
  const { today, before } = inputs;
  const own = inputs.open.find(({ action }) => action.id === id);
  const whole = inputs.actions.find((action) => action.id === id);
  const noted = inputs.progress.get(id);
  if (own?.blockedUntil !== undefined) {
    return {
      cause: "blocked",
      why: untilInWords("It waits until", own.blockedUntil, noted?.blocked),
    };
  }
  if (own?.lateUntil !== undefined) {
    return { cause: "late", why: untilInWords("It is expected by", own.lateUntil, noted?.late) };
  }
  if (inputs.own.changed.has(id)) return SAID_OTHERWISE;
  const held = predecessorsOf(id, inputs).find(({ shift }) => shift > 0);
  if (held !== undefined) return { cause: "before", why: `It comes after “${held.title}”.` };
  const planned = before(id);
  if (planned !== undefined && planned.start < today) {
    const isSearch = whole?.landingRate !== undefined;
    if (isSearch && (noted?.hours ?? 0) > 0) {
      return { cause: "search", why: "The search goes on; it is reckoned anew from today." };
    }
    const reckoned = Math.round(whole?.hours.likely ?? 0);
    return {
      cause: "hours",
      why:
        (noted?.hours ?? 0) === 0
          ? `It was to begin by ${dateInWords(planned.start)}; nothing is noted for it yet.`
          : `${Math.round(noted?.hours ?? 0)} of ${reckoned} hours are noted for it so far.`,
    };
  }
  return (
    allAlike(inputs, "more") ?? {
      cause: "room",
      why: "The week’s hours go to what is more urgent first.",
    }
  );
}

const SAID_OTHERWISE: Because = { cause: "said", why: "You changed what it takes." };

function earlierBecause(id: string, inputs: MoveInputs): Because {
  if (inputs.own.changed.has(id)) return SAID_OTHERWISE;
  const held = predecessorsOf(id, inputs).find(({ shift }) => shift < 0);
  if (held !== undefined) {
    const how = held.isDone ? "is done" : "comes";
    return { cause: "before", why: `“${held.title}” ${how} sooner than planned.` };
  }
  if ((inputs.progress.get(id)?.hours ?? 0) > 0) {
    return { cause: "hours", why: "More of it is done than was planned by now." };
  }
  return allAlike(inputs, "fewer") ?? { cause: "room", why: "There is room for it sooner." };
}

/** A cause that strikes every action alike. */
function allAlike(inputs: MoveInputs, hours: "more" | "fewer"): Because | undefined {
  const { hoursPerWeek, pace } = inputs;
  const given = hoursPerWeek.now - hoursPerWeek.before;
  if (hours === "more" ? given < 0 : given > 0) {
    return { cause: "limits", why: hoursChanged(hoursPerWeek) };
  }
  if (inputs.areLimitsNew && given === 0) {
    return { cause: "limits", why: "Some weeks have other hours now." };
  }
  const slower = pace.now.mean - pace.before.mean;
  const words = paceInWords(pace.now);
  if (words !== undefined && (hours === "more" ? slower > 0 : slower < 0)) {
    return { cause: "pace", why: `${words}.` };
  }
  return undefined;
}

function hoursChanged({ before, now }: MoveInputs["hoursPerWeek"]): string {
  return `There ${now === 1 ? "is" : "are"} ${hoursPerWeekInWords(now)} for it now, not ${before}.`;
}

function untilInWords(
  words: string,
  until: CalendarDate,
  said: { readonly why: string } | undefined,
): string {
  const why = said?.why ?? "";
  return `${words} ${dateInWords(until)}${why === "" ? "" : `: ${why}`}.`;
}

/** What comes before it, with the days that its end moved. */
function predecessorsOf(id: string, inputs: MoveInputs) {
  const { actions, before, now, progress } = inputs;
  const whole = actions.find((action) => action.id === id);
  return (whole?.after ?? []).flatMap((earlier) => {
    // What is new and comes between counts from when this was to begin.
    const was = inputs.own.added.has(earlier) ? before(id)?.start : before(earlier)?.end;
    const is = progress.get(earlier)?.doneOn ?? now(earlier)?.end;
    if (was === undefined || is === undefined) return [];
    const title = actions.find((action) => action.id === earlier)?.title ?? earlier;
    const isDone = progress.get(earlier)?.doneOn !== undefined;
    return [{ title, isDone, shift: daysBetween(was, is) }];
  });
}

/** Causes that lie with an action itself, and not with what comes before it or with all of them. */
const OWN_CAUSES: ReadonlySet<MoveCause> = new Set(["late", "blocked", "hours", "search"]);

/**
 * Returns "Two things came later than planned; the goal moves from June to August 2028." Days of the goal
 * are those by which it is reached as likely as not.
 */
export function movedInWords(
  moved: readonly MovedAction[],
  settled: { readonly done: number; readonly doneLate: number; readonly dropped: number },
  goal: { readonly from: CalendarDate | undefined; readonly to: CalendarDate },
  inputs: Pick<MoveInputs, "hoursPerWeek" | "pace" | "own">,
): string {
  const late =
    settled.doneLate +
    moved.filter(({ cause, from, to }) => to > from && OWN_CAUSES.has(cause)).length;
  const [before, now] = [inputs.hoursPerWeek.before, inputs.hoursPerWeek.now];
  const pace =
    inputs.pace.now.mean === inputs.pace.before.mean ? undefined : paceInWords(inputs.pace.now);
  const parts = [
    ...(settled.done > 0
      ? [`${countInWords(settled.done, "thing")} ${settled.done === 1 ? "is" : "are"} done`]
      : []),
    ...(settled.dropped > 0
      ? [
          `${countInWords(settled.dropped, "thing")} ${settled.dropped === 1 ? "is" : "are"} left out`,
        ]
      : []),
    ...said(inputs.own.added.size, "is new", "are new"),
    ...said(inputs.own.gone.size, "is taken out", "are taken out"),
    ...said(inputs.own.changed.size, "is as you changed it", "are as you changed them"),
    ...(late > 0 ? [`${countInWords(late, "thing")} came later than planned`] : []),
    ...(before === now
      ? []
      : [`there ${now === 1 ? "is" : "are"} ${hoursPerWeekInWords(now)} now, not ${before}`]),
    ...(pace === undefined ? [] : [lowerFirst(pace)]),
  ];
  const cause =
    parts.length > 0
      ? parts.length === 1
        ? `${parts[0]}`
        : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`
      : moved.length === 0
        ? "nothing moves"
        : "the steps fit together anew";
  return `${cause.charAt(0).toUpperCase()}${cause.slice(1)}; ${goalMoves(goal)}.`;
}

/** "one step is new", where there are any. */
function said(count: number, one: string, several: string): readonly string[] {
  return count === 0 ? [] : [`${countInWords(count, "step")} ${count === 1 ? one : several}`];
}

/** Returns "the goal moves from June to August 2028", or that it stays or comes nearer. */
export function goalMoves(goal: {
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate;
}): string {
  const to = monthInWords(goal.to);
  if (goal.from === undefined) return `the goal is likely by ${to}`;
  const from = monthInWords(goal.from);
  if (from === to) return `the goal stays at ${to}`;
  const short = yearOf(goal.from) === yearOf(goal.to) ? (from.split(" ")[0] ?? from) : from;
  return goal.to > goal.from
    ? `the goal moves from ${short} to ${to}`
    : `the goal comes nearer, from ${short} to ${to}`;
}
