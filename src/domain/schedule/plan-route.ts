// One route made into a plan: its actions, how they are placed and what luck does to the dates. Choosing
// among routes and saying it in words are make-plan.ts's.

import type { Standing } from "../abilities/standing.ts";
import type { CalendarDate } from "../calendar-date.ts";
import type { Gap } from "../gaps/gap.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import type { Goal } from "../record/goal.ts";
import type { PlacedLadder } from "../record/placed-ladders.ts";
import type { FailureCause, Route } from "../routes/route.ts";
import { purseOf } from "../routes/savings-on-the-way.ts";
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

function placeAndSimulate(
  { catalogue, goal, today }: Situation,
  actions: readonly Action[],
  options: {
    readonly hoursPerWeek: number;
    readonly causes: readonly FailureCause[];
    readonly runs?: number;
  },
): Pick<RoutePlan, "placement" | "simulation"> {
  const { hoursPerWeek, ...luck } = options;
  const placement = placeActions(actions, hoursPerWeek, {
    start: today,
    weeks: goal.limits.weeks ?? [],
    purse: purseOf(catalogue, goal.limits),
  });
  const simulation = simulatePlan(actions, { ...luck, placement, seed: PLAN_SEED });
  return { placement, simulation };
}

/** Returns the route as a plan; the goal's hours a week unless others are given. */
export function planRoute(
  situation: Situation,
  route: Route,
  options: { readonly hoursPerWeek?: number; readonly runs?: number } = {},
): RoutePlan {
  const { goal, today } = situation;
  const actions = makeActions({ ...situation, route });
  const { placement, simulation } = placeAndSimulate(situation, actions, {
    hoursPerWeek: options.hoursPerWeek ?? goal.limits.hoursPerWeek,
    causes: route.causes,
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

/**
 * Returns the day by which the goal is as likely reached as not when one action of the plan is left out, and
 * what came after it comes after what it came after.
 */
export function p50Without(situation: Situation, plan: RoutePlan, actionId: string): CalendarDate {
  const { goal, today } = situation;
  const left = plan.actions.find(({ id }) => id === actionId);
  const actions = plan.actions
    .filter((action) => action !== left)
    .map((action) => ({
      ...action,
      after: [
        ...new Set(action.after.flatMap((id) => (id === actionId ? (left?.after ?? []) : [id]))),
      ],
    }));
  const { placement, simulation } = placeAndSimulate(situation, actions, {
    hoursPerWeek: goal.limits.hoursPerWeek,
    causes: plan.route.causes,
  });
  return placement.order.length === 0 ? today : reachDay(today, simulation.goal.p50);
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
      const ends = plan.simulation.actions.get(action.id);
      return {
        ...action,
        start: dates?.start ?? today,
        end: dates?.end ?? today,
        endP50: reachDay(today, ends?.p50 ?? 0),
        endP80: reachDay(today, ends?.p80 ?? 0),
        endP95: reachDay(today, ends?.p95 ?? 0),
        critical: dates?.critical ?? false,
        slackDays: dates?.slackDays ?? 0,
        bounds: dates?.bounds,
        criticality: ends?.criticality ?? 0,
        rankCorrelation: ends?.rankCorrelation ?? 0,
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
