// What the dates of each action hang on: why it does not begin sooner and why it does not end sooner, and
// both in words.

import { DAYS_A_WEEK } from "../calendar-date.ts";
import { monthsInWords } from "../length-of-time.ts";
import { feasibleOrder } from "../scheduler/network.ts";
import { type Model, modelOf } from "../scheduler/project.ts";
import { placedInOrder } from "../scheduler/schedule-activities.ts";
import { listInWords } from "../words-in-a-row.ts";
import { type Frame, likelyProject } from "./action-project.ts";
import type { Bounds } from "./bounds.ts";
import type { Action } from "./plan.ts";

/** Moments that differ by less are the same: a few minutes. */
const SAME_MOMENT = 0.005;
/** Hours a day that differ by less are the same. */
const SAME_RATE = 1e-6;
/** That fewer hours take their time needs no words. */
const SAID_FROM_HOURS = 10;
/** More names than this say nothing in one sentence. */
const MOST_NAMED = 2;

interface Run {
  readonly model: Model;
  readonly placement: Frame & { readonly order: readonly number[] };
  readonly dates: { readonly starts: Float64Array; readonly ends: Float64Array };
  /** By action: from, until, hours a day. */
  readonly stretches: readonly (readonly (readonly [number, number, number])[])[];
}

/** Returns what the dates of each action hang on, in the order of the actions. */
export function boundsOf(actions: readonly Action[], run: Run): readonly Bounds[] {
  const titles = new Map(actions.map(({ id, title }) => [id, title]));
  const withoutMoney = startsWithoutMoney(actions, run);
  return actions.map((action, item) => {
    const begins = beginOf(actions, run, item, withoutMoney?.[item]);
    const ends = endOf(actions, run, item);
    const named = (ids: readonly string[]): string =>
      ids.length > MOST_NAMED
        ? `${ids.length} other steps`
        : listInWords(ids.map((id) => `“${titles.get(id) ?? id}”`));
    const end = endInWords(ends, action, named);
    const sentence = `${[beginInWords(begins, named), ...(end === "" ? [] : [end])].join("; ")}.`;
    return { begins, ends, sentence };
  });
}

/** Where each would begin if the money were there; undefined where no money limits anything. */
function startsWithoutMoney(
  actions: readonly Action[],
  { placement }: Run,
): Float64Array | undefined {
  if (placement.purse === undefined) return undefined;
  const free = modelOf(likelyProject(actions, { ...placement, purse: undefined }), "fractions");
  const rank = new Float64Array(actions.length);
  placement.order.forEach((item, place) => {
    rank[item] = place;
  });
  const order = feasibleOrder(free.network, rank);
  return placedInOrder(free, order).starts;
}

function beginOf(
  actions: readonly Action[],
  run: Run,
  item: number,
  startWithoutMoney: number | undefined,
): Bounds["begins"] {
  const { network, lags } = run.model;
  const { starts, ends } = run.dates;
  const start = starts[item] as number;
  let ready = 0;
  let last = -1;
  let wait = 0;
  (network.before[item] as Int32Array).forEach((earlier, k) => {
    const lag = lags[item]?.[k] ?? 0;
    const free = (ends[earlier] as number) + lag;
    if (free > ready) {
      ready = free;
      last = earlier;
      wait = lag;
    }
  });
  const idOf = (index: number): string => actions[index]?.id ?? "";
  if (start <= ready + SAME_MOMENT) {
    return last < 0 || ready < SAME_MOMENT
      ? { kind: "now", actionIds: [], waitDays: 0 }
      : { kind: "after", actionIds: [idOf(last)], waitDays: wait };
  }
  const sessions = run.model.starts[item];
  if (sessions?.some((day) => Math.abs(day - start) < SAME_MOMENT)) {
    return { kind: "term", actionIds: [], waitDays: 0 };
  }
  if (startWithoutMoney !== undefined && startWithoutMoney < start - 1) {
    return { kind: "money", actionIds: [], waitDays: 0 };
  }
  const others = workingBetween(actions, run, item, [ready, start]);
  return { kind: "hours", actionIds: others, waitDays: 0 };
}

/** Ids of the other actions that have hours in a stretch of time, those with the most first. */
function workingBetween(
  actions: readonly Action[],
  { stretches }: Run,
  item: number,
  [from, until]: readonly [number, number],
): readonly string[] {
  return actions
    .map(({ id }, other) => {
      const hours = (stretches[other] ?? []).reduce(
        (sum, [begin, end, rate]) =>
          sum + rate * Math.max(0, Math.min(end, until) - Math.max(begin, from)),
        0,
      );
      return { id, hours: other === item ? 0 : hours };
    })
    .filter(({ hours }) => hours > SAME_RATE)
    .sort((a, b) => b.hours - a.hours)
    .map(({ id }) => id);
}

function endOf(actions: readonly Action[], run: Run, item: number): Bounds["ends"] {
  const action = actions[item] as Action;
  const { starts, ends } = run.dates;
  const [start, end] = [starts[item] as number, ends[item] as number];
  const { efforts, effortPeriods, blocks } = run.model;
  const block = blocks.durations[item] as number;
  const isEffort = efforts[item] !== 0;
  const least = isEffort ? (effortPeriods[item] as number) : block;
  const lasts = end - start;
  if (lasts < SAME_MOMENT) return { kind: "moment", actionIds: [] };
  if (action.sessions !== undefined && lasts <= block + SAME_MOMENT) {
    return { kind: "classes", actionIds: [] };
  }
  if (lasts <= least + SAME_MOMENT) {
    const kind = action.landingRate === undefined ? "months" : "search";
    return { kind, actionIds: [] };
  }
  const others = workingBetween(actions, run, item, [start, end]);
  return others.length === 0
    ? { kind: "hours", actionIds: [] }
    : { kind: "shared", actionIds: others };
}

function beginInWords(
  { kind, actionIds, waitDays }: Bounds["begins"],
  named: (ids: readonly string[]) => string,
): string {
  if (kind === "now") return "Nothing stands before it";
  if (kind === "term") return "It begins with its term";
  if (kind === "money") return "It begins when enough is put by for it";
  if (kind === "hours") {
    return actionIds.length === 0
      ? "It begins when there are hours for it"
      : `It begins when ${named(actionIds)} ${actionIds.length === 1 ? "leaves" : "leave"} hours for it`;
  }
  const weeks = Math.round(waitDays / DAYS_A_WEEK);
  return weeks === 0
    ? `It begins when ${named(actionIds)} is done`
    : `It begins ${weeks === 1 ? "a week" : `${weeks} weeks`} after ${named(actionIds)} is done`;
}

function endInWords(
  { kind, actionIds }: Bounds["ends"],
  action: Action,
  named: (ids: readonly string[]) => string,
): string {
  switch (kind) {
    case "hours":
      return action.hours.likely < SAID_FROM_HOURS ? "" : "its own hours take until then";
    case "shared":
      return `its hours are shared with ${named(actionIds)}`;
    case "months":
      return `it lasts ${monthsInWords(action.minimumMonths)} at least`;
    case "search":
      return "half of such searches have ended by then";
    case "classes":
      return "it ends with its classes";
    case "moment":
      return "";
  }
}
