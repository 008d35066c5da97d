// What an answer to a stage changes: which ways are no longer shown, which are new, and how long the
// fastest takes now, in one sentence. Finding the ways is find-routes.ts's.

import { monthsInWords } from "../length-of-time.ts";
import type { Route } from "./route.ts";

/** A route by its id and its name. */
export interface NamedRoute {
  readonly id: string;
  readonly name: string;
}

export interface AnswerChange {
  /** "2 ways are left out. The fastest now takes about 31 months instead of 26 months." */
  readonly sentence: string;
  readonly leftOut: readonly NamedRoute[];
  readonly added: readonly NamedRoute[];
  /** Likely months of the fastest; undefined where there is none within the limits. */
  readonly fastestBefore: number | undefined;
  readonly fastestAfter: number | undefined;
}

/**
 * Returns what is different from the ways shown before to those shown after; where the one of the plan is
 * left out, that is said, since the plan no longer stands.
 */
export function changeBetween(
  before: readonly Route[],
  after: readonly Route[],
  plannedId?: string,
): AnswerChange {
  const leftOut = missingFrom(before, after);
  const added = missingFrom(after, before);
  const fastestBefore = fastestOf(before);
  const fastestAfter = fastestOf(after);
  const planned = leftOut.find(({ id }) => id === plannedId);
  const ofPlan =
    planned === undefined
      ? []
      : [
          `${leftOut.length === 1 ? "It is" : "Among them is"} the one that your plan takes, “${planned.name}”: ` +
            "choose another, and make the plan anew.",
        ];
  const sentence =
    fastestAfter === undefined && fastestBefore !== undefined
      ? [
          "No way is left within your limits: allow something again, or widen a limit.",
          ...(planned === undefined ? [] : ["Your plan took one of those left out."]),
        ].join(" ")
      : [
          ...(leftOut.length === 0 ? [] : [`${ways(leftOut.length)} left out.`]),
          ...ofPlan,
          ...(added.length === 0 ? [] : [`${ways(added.length)} new.`]),
          ...fastestInWords(fastestBefore, fastestAfter),
        ].join(" ");
  return {
    sentence: sentence === "" ? "The ways shown stay as they were." : sentence,
    leftOut,
    added,
    fastestBefore,
    fastestAfter,
  };
}

function missingFrom(these: readonly Route[], those: readonly Route[]): readonly NamedRoute[] {
  const known = new Set(those.map(({ id }) => id));
  return these.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ id, name }));
}

function fastestOf(routes: readonly Route[]): number | undefined {
  const allowed = routes.filter((route) => route.withinLimits);
  return allowed.length === 0 ? undefined : Math.min(...allowed.map((one) => one.months.likely));
}

function fastestInWords(before: number | undefined, after: number | undefined): readonly string[] {
  if (after === undefined) return [];
  const now = monthsInWords(after);
  if (before === undefined) return [`There is a way within your limits now: about ${now}.`];
  const then = monthsInWords(before);
  return then === now
    ? [`The fastest takes about ${now}, as before.`]
    : [`The fastest now takes about ${now} instead of ${then}.`];
}

function ways(count: number): string {
  return count === 1 ? "1 way is" : `${count} ways are`;
}
