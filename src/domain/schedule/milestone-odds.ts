// How sure each milestone is: the days by which it is passed in the simulated runs. When milestones are
// planned is monthly-milestones.ts's.

import type { CalendarDate } from "../calendar-date.ts";
import type { ThreePoint } from "../money.ts";
import type { Action, Milestone } from "./plan.ts";
import type { Placement } from "./schedule-actions.ts";
import { reachDay, simulatePlan } from "./simulate-plan.ts";

/**
 * Returns the milestones, those that mark how much of an action is done with the days by which it is in 50, 80
 * and 95 of 100 simulated runs. The luck is that of the plan of the same seed.
 */
export function withOdds(
  milestones: readonly Milestone[],
  given: {
    readonly actions: readonly Action[];
    readonly placement: Placement;
    readonly today: CalendarDate;
    readonly seed: number;
    readonly pace?: ThreePoint;
  },
): readonly Milestone[] {
  const marks = milestones.flatMap(({ mark }) => (mark === undefined ? [] : [mark]));
  if (marks.length === 0) return milestones;
  const simulated = simulatePlan(given.actions, { ...given, causes: [], marks }).marks;
  let place = 0;
  return milestones.map((milestone) => {
    const days = milestone.mark === undefined ? undefined : simulated[place++];
    if (days === undefined) return milestone;
    const dayOf = (after: number): CalendarDate => reachDay(given.today, after);
    return {
      ...milestone,
      odds: { p50: dayOf(days.p50), p80: dayOf(days.p80), p95: dayOf(days.p95) },
    };
  });
}
