// Which of several routes is planned, by their chances and dates as plans: the one rule for the plan itself and
// for the list of ways.

import { lastDayOf } from "../calendar-date.ts";
import type { Route } from "../routes/route.ts";
import { chanceOfPlan, type RoutePlan, type Situation } from "./plan-route.ts";

/** Assumption: a chance by the date that is this much higher is worth another route than the balanced one. */
const CLEARLY_LIKELIER = 0.1;

/**
 * Returns the one asked for; else the first within limits and in time, unless the likeliest in time has a chance
 * by the date that is higher by a tenth or more; else the soonest of them. Where that is not the first in
 * the balance, its reasons begin with why.
 */
export function choosePlan(
  situation: Pick<Situation, "goal" | "today">,
  plans: readonly RoutePlan[],
  routeId?: string,
): RoutePlan | undefined {
  const { goal, today } = situation;
  const asked = plans.find((plan) => plan.route.id === routeId);
  if (asked !== undefined) return asked;
  const within = plans.filter((plan) => plan.route.withinLimits);
  const open = within.length > 0 ? within : plans;
  const [balanced] = open;
  if (goal.by === undefined || balanced === undefined) return balanced;
  const deadline = lastDayOf(goal.by);
  const inTime = open.filter((plan) => plan.p50 <= deadline);
  const [first] = inTime;
  if (first === undefined) {
    return withReason(
      soonestOf(open) ?? balanced,
      balanced,
      "neither is likely to be done by your date, and this one is done sooner",
    );
  }
  const chances = inTime.map((plan) => chanceOfPlan(plan, today, deadline));
  const most = Math.max(...chances);
  if (most >= (chances[0] ?? 0) + CLEARLY_LIKELIER - 1e-9) {
    const likeliest = inTime[chances.indexOf(most)] ?? first;
    const less = chanceOfPlan(balanced, today, deadline);
    return withReason(likeliest, balanced, `its chance by your date is ${inHundreds(most, less)}`);
  }
  return withReason(first, balanced, "it is likely to be done by your date, and that one is not");
}

/** Returns the routes as they are told: the chosen one first, with its reasons, then the others as they came. */
export function routesInOrder(
  chosen: RoutePlan | undefined,
  plans: readonly RoutePlan[],
): readonly Route[] {
  const others = plans.filter(({ route }) => route.id !== chosen?.route.id);
  return [...(chosen === undefined ? [] : [chosen]), ...others].map(({ route }) => route);
}

/** Returns the plan whose goal is reached first, the first of equals; undefined where there is none. */
export function soonestOf(plans: readonly RoutePlan[]): RoutePlan | undefined {
  return plans.reduce<RoutePlan | undefined>(
    (best, plan) =>
      best === undefined || plan.simulation.goal.p50 < best.simulation.goal.p50 ? plan : best,
    undefined,
  );
}

function withReason(plan: RoutePlan, balanced: RoutePlan, why: string): RoutePlan {
  if (plan === balanced) return plan;
  const place = balanced.route.strengths.includes("balanced")
    ? ", which comes first in the balance"
    : "";
  const reason = `Planned before “${balanced.route.name}”${place}: ${why}.`;
  return { ...plan, route: { ...plan.route, why: `${reason} ${plan.route.why}` } };
}

/** "70 in 100 instead of 59": in hundreds, since tenths could look alike. */
function inHundreds(more: number, less: number): string {
  return `${Math.round(more * 100)} in 100 instead of ${Math.round(less * 100)}`;
}
