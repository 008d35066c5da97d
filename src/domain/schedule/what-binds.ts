// What the dates of each action hang on: why it does not begin sooner and why it does not end sooner, and
// both in words.

import { DAYS_A_WEEK } from "../calendar-date.ts";
import { monthsInWords } from "../length-of-time.ts";
import { feasibleOrder } from "../scheduler/network.ts";
import type { Model } from "../scheduler/project.ts";
import { placedInOrder } from "../scheduler/schedule-activities.ts";
import { listInWords } from "../words-in-a-row.ts";
import type { Frame } from "./action-project.ts";
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
  return actions.map((action, item) => {
    const begins = beginOf(actions, run, item);
    const ends = endOf(actions, run, item);
    const named = (ids: readonly string[]): string =>
      ids.length > MOST_NAMED
        ? `${ids.length} other steps`
        : listInWords(ids.map((id) => `“${titles.get(id) ?? id}”`));
    const end = endInWords(ends, action, named);
    const sentence = `${[beginInWords(begins, action, named), ...(end === "" ? [] : [end])].join("; ")}.`;
    return { begins, ends, sentence };
  });
}

/** Where it would begin if it cost nothing, what comes before it in the order being placed as it is. */
function startIfFree({ model, placement }: Run, item: number): number {
  const [costs, refunds] = [Float64Array.from(model.costs), Float64Array.from(model.refunds)];
  costs[item] = 0;
  refunds[item] = 0;
  const rank = new Float64Array(placement.order.length);
  placement.order.forEach((one, place) => {
    rank[one] = place;
  });
  const order = feasibleOrder(model.network, rank);
  return placedInOrder({ ...model, costs, refunds }, order).starts[item] as number;
}

function beginOf(actions: readonly Action[], run: Run, item: number): Bounds["begins"] {
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
    // What has no name stands for a day that was noted, in a plan made anew.
    if (last >= 0 && actions[last]?.title === "") {
      return { kind: "day", actionIds: [], waitDays: 0 };
    }
    return last < 0 || ready < SAME_MOMENT
      ? { kind: "now", actionIds: [], waitDays: 0 }
      : { kind: "after", actionIds: [idOf(last)], waitDays: wait };
  }
  const isPaid = run.model.money !== undefined && run.model.costs[item] !== 0;
  if (isPaid && startIfFree(run, item) < start - SAME_MOMENT) {
    return { kind: "money", actionIds: [], waitDays: 0 };
  }
  const begun = (day: number): boolean => day >= ready - SAME_MOMENT;
  const firstTerm = run.model.starts[item]?.find(begun);
  if (firstTerm !== undefined && Math.abs(firstTerm - start) < SAME_MOMENT) {
    return { kind: "term", actionIds: [], waitDays: 0 };
  }
  return { kind: "hours", actionIds: workingUntil(actions, run, item, start), waitDays: 0 };
}

/** Ids of the other actions that have hours right up to a moment. */
function workingUntil(
  actions: readonly Action[],
  { stretches }: Run,
  item: number,
  moment: number,
): readonly string[] {
  const isUntil = ([from, until, rate]: readonly [number, number, number]): boolean =>
    rate > SAME_RATE && from < moment - SAME_MOMENT && until >= moment - SAME_MOMENT;
  return actions.flatMap(({ id }, other) =>
    other !== item && (stretches[other] ?? []).some(isUntil) ? [id] : [],
  );
}

/** Ids of the other actions that have hours while it could take more, those with the most first. */
function sharingWith(
  actions: readonly Action[],
  { model, dates, stretches }: Run,
  item: number,
): readonly string[] {
  const [begin, end] = [dates.starts[item] as number, dates.ends[item] as number];
  const periods = model.effortPeriods[item] as number;
  const most = periods > 0 ? (model.efforts[item] as number) / periods : Number.POSITIVE_INFINITY;
  const hoursOf = (other: number, from: number, until: number): number =>
    (stretches[other] ?? []).reduce(
      (sum, [first, last, rate]) =>
        sum + rate * Math.max(0, Math.min(last, until) - Math.max(first, from)),
      0,
    );
  const moments = new Set([begin, end]);
  for (const [from, until] of stretches.flat()) {
    for (const moment of [from, until]) if (moment > begin && moment < end) moments.add(moment);
  }
  const inOrder = [...moments].sort((a, b) => a - b);
  const held = inOrder
    .slice(1)
    .map((until, k) => [inOrder[k] as number, until] as const)
    .filter(([from, until]) => hoursOf(item, from, until) < (most - SAME_RATE) * (until - from));
  return actions
    .map(({ id }, other) => ({
      id,
      hours: other === item ? 0 : held.reduce((sum, [a, b]) => sum + hoursOf(other, a, b), 0),
    }))
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
  const others = sharingWith(actions, run, item);
  return others.length === 0
    ? { kind: "hours", actionIds: [] }
    : { kind: "shared", actionIds: others };
}

function beginInWords(
  { kind, actionIds, waitDays }: Bounds["begins"],
  { terms }: Action,
  named: (ids: readonly string[]) => string,
): string {
  if (kind === "now") return "Nothing stands before it";
  if (kind === "term") return "It begins with its term";
  if (kind === "day") return "It begins once the day or the answer that it waits for has come";
  if (kind === "money") {
    return terms === undefined
      ? "It begins when enough is put by for it"
      : "It begins with the first of its terms by which enough is put by for it";
  }
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
