// The exact rule for one person's plain case: everything can be interrupted, one thing runs at a time, and
// waits come only after what nothing else waits for. Then always running the available activity with
// the longest propagated tail ends as early as anything can.

import type { StretchSink } from "./general-scheme.ts";
import { longestChains } from "./network.ts";
import type { Model } from "./project.ts";
import type { Placing } from "./search-orders.ts";

/** What is held back by a smaller share of its speed is not. */
const ROUNDING_SHARE = 1e-9;

/**
 * Returns whether the rule applies: no two activities fit side by side, in every period either all
 * fit alone or none, all that lasts can be split, and there are no lags, no waits between activities,
 * no fixed sessions, deadlines or money. It is then one machine with preemption, release dates,
 * precedence and tails, solved by that rule (Lawler 1973, Blazewicz 1976, on due dates; tails are the
 * same mirrored); periods in which nothing can run only leave moments out.
 */
export function isOnePersonCase(model: Model): boolean {
  const { network } = model;
  const lasting = [...network.durations.keys()].filter((one) => network.durations[one] !== 0);
  return (
    model.money === undefined &&
    model.efforts.every((effort) => effort === 0) &&
    model.lags.every((lags) => lags.every((lag) => lag === 0)) &&
    model.starts.every((starts) => starts === undefined) &&
    model.deadlines.every((deadline) => deadline === Infinity) &&
    lasting.every((activity) => model.splittable[activity] === 1) &&
    excludeEachOther(model, lasting) &&
    isOpenOrClosed(model, lasting)
  );
}

/**
 * Returns whether the order of onePersonOrder() is the best there is for efforts: all take the same resource, none
 * is held back by its least periods, nothing else takes any resource, and no wait, nor anything that only
 * takes time, lies between two efforts; no fixed sessions, deadlines or money either. It is the same machine,
 * whose speed may change: tails are reckoned at its fastest, so that none is longer than it can be.
 */
export function isOneEffortCase(model: Model): boolean {
  const { network, efforts, lags } = model;
  const count = efforts.length;
  const isEffort = (activity: number): boolean => efforts[activity] !== 0;
  const first = efforts.findIndex((effort) => effort !== 0);
  if (
    first < 0 ||
    model.money !== undefined ||
    model.starts.some((starts) => starts !== undefined) ||
    model.deadlines.some((deadline) => deadline !== Infinity)
  ) {
    return false;
  }
  const resource = model.effortResources[first];
  const capacity = network.capacities[resource as number] as number;
  // Whether an effort comes before each, itself not counted; and whether it or one after it is an effort.
  const hasBefore = new Uint8Array(count);
  const leadsTo = new Uint8Array(count);
  for (const activity of network.topological) {
    for (const earlier of network.before[activity] as Int32Array) {
      if (isEffort(earlier) || hasBefore[earlier] === 1) hasBefore[activity] = 1;
    }
  }
  for (const activity of network.topological.toReversed()) {
    const later = network.next[activity] as Int32Array;
    const isFollowed = later.some((other) => leadsTo[other] === 1);
    leadsTo[activity] = isEffort(activity) || isFollowed ? 1 : 0;
    if (isEffort(activity)) {
      const periods = model.effortPeriods[activity] as number;
      if (model.blocks.durations[activity] !== 0) return false;
      const isHeldBack = (efforts[activity] as number) < periods * capacity * (1 - ROUNDING_SHARE);
      if (model.effortResources[activity] !== resource || isHeldBack) return false;
    } else {
      if (network.needs[activity]?.length !== 0) return false;
      const lasts = network.durations[activity] !== 0;
      if (lasts && isFollowed && hasBefore[activity] === 1) return false;
    }
    if (leadsTo[activity] === 0) continue;
    const pauses = lags[activity] as Float64Array;
    const isPaused = (network.before[activity] as Int32Array).some(
      (earlier, k) => pauses[k] !== 0 && (isEffort(earlier) || hasBefore[earlier] === 1),
    );
    if (isPaused) return false;
  }
  return true;
}

function needOf({ network }: Model, activity: number, resource: number): number {
  const place = network.needs[activity]?.indexOf(resource) ?? -1;
  return place < 0 ? 0 : (network.amounts[activity]?.[place] as number);
}

/** Whether some resource never has enough for two of them. */
function excludeEachOther(model: Model, lasting: readonly number[]): boolean {
  const capacities = [...model.network.capacities];
  if (lasting.length === 0) return false;
  return capacities.some((capacity, resource) => {
    const needs = lasting
      .map((activity) => needOf(model, activity, resource))
      .sort((a, b) => a - b);
    const [least, second] = [needs[0] as number, needs[1] ?? (needs[0] as number)];
    return least > 0 && least + second > capacity;
  });
}

function isOpenOrClosed(model: Model, lasting: readonly number[]): boolean {
  return [...model.changeTimes.keys()].every((step) => {
    const fitting = lasting.filter((activity) => fitsAt(model, activity, step)).length;
    return fitting === 0 || fitting === lasting.length;
  });
}

function fitsAt(model: Model, activity: number, step: number): boolean {
  const resources = model.network.capacities.length;
  return [...model.network.capacities.keys()].every(
    (resource) =>
      needOf(model, activity, resource) <= (model.amounts[step * resources + resource] as number),
  );
}

/** Places the activities of a one-person case. What capacity never allows ends at Infinity. */
export function runOnePerson(model: Model, sink: StretchSink): Placing {
  const { network, releases } = model;
  const count = network.durations.length;
  const starts = new Float64Array(count).fill(Infinity);
  const ends = new Float64Array(count).fill(Infinity);
  const left = Float64Array.from(network.durations);
  const tails = tailsOf(model);
  const ready = (activity: number): number => {
    let from = releases[activity] as number;
    for (const earlier of network.before[activity] as Int32Array) {
      from = Math.max(from, ends[earlier] as number);
    }
    return from;
  };
  const open = new Set(network.topological);
  let now = 0;
  while (open.size > 0) {
    let chosen = -1;
    let following = Infinity;
    for (const activity of open) {
      const from = ready(activity);
      if (from > now) following = Math.min(following, from);
      else if (left[activity] === 0) chosen = activity;
      // Ties go to the first in topological order, so that no tie runs against the precedence.
      else if (chosen < 0 || (tails[activity] as number) > (tails[chosen] as number)) {
        if (chosen < 0 || left[chosen] !== 0) chosen = activity;
      }
    }
    if (chosen >= 0 && left[chosen] === 0) {
      starts[chosen] = Math.min(starts[chosen] as number, Math.max(ready(chosen), 0));
      ends[chosen] = ends[chosen] === Infinity ? ready(chosen) : (ends[chosen] as number);
      open.delete(chosen);
      continue;
    }
    const { isOpen, until } = slotAt(model, now, network.durations);
    if (chosen < 0 || !isOpen) {
      now = chosen < 0 ? following : until;
      if (now === Infinity) break;
      continue;
    }
    const end = Math.min(now + (left[chosen] as number), following, until);
    if (starts[chosen] === Infinity) starts[chosen] = now;
    sink(chosen, now, end, 0);
    left[chosen] = (left[chosen] as number) - (end - now);
    now = end;
    if (left[chosen] !== 0) continue;
    ends[chosen] = now;
    open.delete(chosen);
  }
  for (const activity of open) starts[activity] = Infinity;
  return { starts, ends };
}

/** Returns the order of urgency: placed one by one in it, each in all that is free, the rule's schedule comes. */
export function onePersonOrder(model: Model): Int32Array {
  const tails = tailsOf(model);
  // Sorting keeps ties in topological order.
  return Int32Array.from(
    [...model.network.topological].sort((a, b) => (tails[b] as number) - (tails[a] as number)),
  );
}

/** Whether anything can run in a period, and the period in which that may change. */
function slotAt(
  model: Model,
  time: number,
  durations: Float64Array,
): { readonly isOpen: boolean; readonly until: number } {
  const step = model.changeTimes.findLastIndex((from) => from <= time);
  const lasting = durations.findIndex((duration) => duration > 0);
  return {
    isOpen: fitsAt(model, lasting, step),
    until: model.changeTimes[step + 1] ?? Infinity,
  };
}

/** Periods that must follow each activity's end: the longest of its wait and of chains after it. */
function tailsOf(model: Model): Float64Array {
  const chains = longestChains(model.network, model);
  return chains.map((chain, activity) => chain - (model.network.durations[activity] as number));
}
