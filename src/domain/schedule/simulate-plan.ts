// What luck does to the dates: the schedule is made again on drawn hours, waits, exam attempts and search
// times, by the same order of urgency. Whether a cause ends the route is drawn besides.

import { addDays, type CalendarDate, daysBetween } from "../calendar-date.ts";
import type { ThreePoint } from "../money.ts";
import type { FailureCause } from "../routes/route.ts";
import { luckOf, type Spread, simulateSchedule } from "../scheduler/simulate-schedule.ts";
import { lastDayBefore, uncertainProject } from "./action-project.ts";
import type { Action } from "./plan.ts";
import type { Placement } from "./schedule-actions.ts";

/** Enough that a P80 moves by less than a month on a plan of years; measured here on seeds. */
export const SIMULATION_RUNS = 400;
/**
 * Assumption: how a person's own pace compares with the catalogue's hours. One draw for all actions of
 * a run, since someone slow at one course is slow at the next.
 */
export const PACE: ThreePoint = { low: 0.85, likely: 1, high: 1.15 };

/** A share of an action that is to be done: of its hours, or of its time where it has none. */
export interface Mark {
  readonly actionId: string;
  /** Above 0, at most 1. */
  readonly share: number;
}

export interface SimulatedAction extends Spread {
  /** Share of the runs in which a delay of it would have moved the goal. */
  readonly criticality: number;
  /** Rank correlation of its own time with the time to the goal (Spearman). */
  readonly rankCorrelation: number;
  /** Days of its own time alone. */
  readonly ownTime: Spread;
}

export interface Simulation {
  readonly runs: number;
  /** Days to the end of each action, by its id, if nothing ends the route. */
  readonly actions: ReadonlyMap<string, SimulatedAction>;
  /** Days to the goal, if nothing ends the route. */
  readonly goal: Spread;
  /** Days to the goal, run by run. */
  readonly goalDays: Float64Array;
  /** Run by run, the id of a cause that ended the route; undefined where none did. */
  readonly endedBy: readonly (string | undefined)[];
  /** Days until each mark is passed, in the order given. */
  readonly marks: readonly Spread[];
}

/** Returns whether the cause is drawn by the actions themselves: retried exams, searches that last. */
function isInActions(cause: FailureCause, actions: readonly Action[]): boolean {
  if (cause.id.startsWith("exam:")) return actions.some((action) => action.passRate !== undefined);
  if (cause.id.startsWith("market:")) {
    return actions.some((action) => action.landingRate !== undefined);
  }
  return false;
}

/**
 * Returns what happened in so many runs. Hours and waits are beta-PERT, one pace for all hours; an exam is
 * tried until it is passed, at most MOST_ATTEMPTS times; a search is exponential, its rate between low
 * and high, one market for all searches of a run; a cause of failure that no action covers happens with its
 * chance. Each action draws by its id: two plans simulated from the same seed (a whole number below 2 ** 32)
 * meet the same luck.
 */
export function simulatePlan(
  actions: readonly Action[],
  given: {
    readonly placement: Placement;
    readonly causes: readonly FailureCause[];
    readonly seed: number;
    readonly runs?: number;
    /** The person's own pace, where more is known of it than PACE. */
    readonly pace?: ThreePoint;
    readonly marks?: readonly Mark[];
  },
): Simulation {
  const { placement, seed } = given;
  const runs = given.runs ?? SIMULATION_RUNS;
  const order = placement.order.map((item) => actions[item]?.id ?? "");
  const marks = (given.marks ?? []).map(({ actionId, share }) => ({ id: actionId, share }));
  const project = uncertainProject(actions, placement, given.pace ?? PACE);
  const simulated = simulateSchedule(project, { draws: runs, seed, order, marks });
  const causes = given.causes.filter((cause) => !isInActions(cause, actions));
  return {
    runs,
    actions: new Map(simulated.activities.map(({ id, ...rest }) => [id, rest])),
    goal: simulated.makespan,
    goalDays: simulated.makespans,
    endedBy: Array.from(simulated.givenUp, (item, run) => {
      const cause = causes.find(({ id, chance }) => luckOf({ seed, draw: run, name: id }) < chance);
      return cause?.id ?? (item < 0 ? undefined : `exam:${actions[item]?.id}`);
    }),
    marks: simulated.marks,
  };
}

/** Returns the share of runs that nothing ended and that reached the goal by the day, 0–1. */
export function chanceBy(simulation: Simulation, start: CalendarDate, day: CalendarDate): number {
  let reached = 0;
  simulation.goalDays.forEach((days, run) => {
    if (simulation.endedBy[run] === undefined && reachedBy(start, days, day)) reached += 1;
  });
  return simulation.runs === 0 ? 0 : reached / simulation.runs;
}

/** Returns whether something over after so many days is over by the end of the day. */
export function reachedBy(start: CalendarDate, days: number, day: CalendarDate): boolean {
  return days <= daysBetween(start, addDays(day, 1)) + 1e-6;
}

/** Returns the day on which something over after so many days is over. */
export function reachDay(start: CalendarDate, days: number): CalendarDate {
  return lastDayBefore(start, days);
}
