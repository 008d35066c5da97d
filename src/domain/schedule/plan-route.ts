// One route made into a plan: its actions, how they are placed and what luck does to the dates. Choosing
// among routes and saying it in words are make-plan.ts's.

import type { Standing } from "../abilities/standing.ts";
import type { CalendarDate } from "../calendar-date.ts";
import type { Gap } from "../gaps/gap.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import type { RandomSource } from "../random-source.ts";
import type { Goal } from "../record/goal.ts";
import type { PlacedLadder } from "../record/placed-ladders.ts";
import type { Route } from "../routes/route.ts";
import { makeActions } from "./make-actions.ts";
import type { Action, ScheduledAction } from "./plan.ts";
import { type Placement, placeActions, type Schedule } from "./schedule-actions.ts";
import { chanceBy, reachDay, type Simulation, simulatePlan } from "./simulate-plan.ts";

/** The seed of every plan's luck: compared plans meet the same, and so does the same plan tomorrow. */
export const PLAN_SEED = 4747;

export interface Situation {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly goal: Goal;
  readonly gaps: readonly Gap[];
  /** The ladders where the person stands today; none when left out. */
  readonly ladders?: readonly PlacedLadder[];
  readonly today: CalendarDate;
  /** A source of random numbers for a seed. */
  readonly random: (seed: number) => RandomSource;
}

export interface RoutePlan {
  readonly route: Route;
  readonly actions: readonly Action[];
  readonly placement: Placement;
  readonly simulation: Simulation;
  /** Day of reaching the goal, if nothing ends the route. */
  readonly p50: CalendarDate;
  readonly p80: CalendarDate;
}

/** Returns the route as a plan; the goal's hours a week unless others are given. */
export function planRoute(
  situation: Situation,
  route: Route,
  options: { readonly hoursPerWeek?: number; readonly runs?: number } = {},
): RoutePlan {
  const { goal, today } = situation;
  const actions = makeActions({ ...situation, route });
  const hoursPerWeek = options.hoursPerWeek ?? goal.limits.hoursPerWeek;
  const placement = placeActions(actions, hoursPerWeek, {
    start: today,
    weeks: goal.limits.weeks ?? [],
  });
  const simulation = simulatePlan(actions, {
    placement,
    causes: route.causes,
    random: situation.random(PLAN_SEED),
    ...(options.runs === undefined ? {} : { runs: options.runs }),
  });
  return {
    route,
    actions,
    placement,
    simulation,
    p50: reachDay(today, simulation.goal.p50),
    p80: reachDay(today, simulation.goal.p80),
  };
}

/** Returns the actions with their dates, in order of start, then of end. */
export function datedActions(
  plan: RoutePlan,
  schedule: Schedule,
  today: CalendarDate,
): readonly ScheduledAction[] {
  return plan.actions
    .map((action, index): ScheduledAction => {
      const dates = schedule.actions[index];
      const ends = plan.simulation.actionEnds.get(action.id);
      return {
        ...action,
        start: dates?.start ?? today,
        end: dates?.end ?? today,
        endP50: reachDay(today, ends?.p50 ?? 0),
        endP80: reachDay(today, ends?.p80 ?? 0),
        critical: dates?.critical ?? false,
        slackDays: dates?.slackDays ?? 0,
      };
    })
    .sort((a, b) => compareText(a.start, b.start) || compareText(a.end, b.end));
}

/** Returns the chance of reaching the goal by the day along this route alone. */
export function chanceOfPlan(plan: RoutePlan, today: CalendarDate, day: CalendarDate): number {
  return chanceBy(plan.simulation, today, day);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
