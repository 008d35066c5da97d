// What drives the date of the goal: the actions whose own time goes with it in the simulated runs, and
// those that it hangs on. What the planned dates hang on is what-binds.ts's.

import { lowerFirst } from "../first-letter.ts";
import type { Spread } from "../scheduler/simulate-schedule.ts";
import type { Action, DateDriver } from "./plan.ts";
import type { Simulation } from "./simulate-plan.ts";

/** Assumption: below this an action's own time says next to nothing about the goal's date. */
const LEAST_CORRELATION = 0.2;
/** Assumption: what varies by a smaller share of what the goal's date does drives nothing. */
const LEAST_SPREAD = 0.05;
/** More than these are a table, not an answer. */
const MOST_DRIVERS = 3;

/**
 * Returns the actions that drive the date of the goal, most first: by the rank correlation of their own
 * time with the time to the goal, at least LEAST_CORRELATION; ties by criticality, then in the order given. What
 * hardly varies is none of them, even where the pace moves it along with all else.
 */
export function dateDrivers(
  actions: readonly Action[],
  { actions: simulated, goal }: Pick<Simulation, "actions" | "goal">,
): readonly DateDriver[] {
  const drivers = actions
    .flatMap(({ id, title }) => {
      const one = simulated.get(id);
      return one === undefined ? [] : [{ ...one, id, title }];
    })
    .filter(({ ownTime }) => widthOf(ownTime) >= LEAST_SPREAD * widthOf(goal))
    .filter(({ rankCorrelation }) => rankCorrelation >= LEAST_CORRELATION)
    .sort((a, b) => b.rankCorrelation - a.rankCorrelation || b.criticality - a.criticality)
    .slice(0, MOST_DRIVERS);
  return drivers.map(({ id, title, criticality, rankCorrelation }, place) => ({
    actionId: id,
    title,
    criticality,
    rankCorrelation,
    sentence: `${place === 0 ? "What drives the date most is" : "Next comes"} “${lowerFirst(title)}”${heldUpIn(criticality)}.`,
  }));
}

function widthOf({ p10, p90 }: Spread): number {
  return p90 - p10;
}

/** ", whose delay moves the goal in 4 of 10 runs"; nothing where it nearly always does. */
function heldUpIn(share: number): string {
  const tenths = Math.round(share * 10);
  if (tenths >= 9) return "";
  return `, whose delay moves the goal in ${tenths < 1 ? "fewer than 1" : tenths} of 10 runs`;
}
