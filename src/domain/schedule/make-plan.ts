// The whole walk from where a person stands and a goal to a plan: gaps, routes, the one to take, its
// actions with dates, month by month, what luck does to them, the backups, and what does not fit.

import { isHeldForPay } from "../abilities/held-for-pay.ts";
import type { Standing } from "../abilities/standing.ts";
import {
  type CalendarDate,
  DAYS_A_MONTH,
  DAYS_A_WEEK,
  dateInWords,
  lastDayOf,
} from "../calendar-date.ts";
import { findGaps } from "../gaps/find-gaps.ts";
import { hoursPerWeekInWords, monthsInWords, monthsRangeInWords } from "../length-of-time.ts";
import type { ThreePoint } from "../money.ts";
import { countedAs } from "../moves/credential-in-sentence.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import { credentialOf } from "../occupations/licence-paths.ts";
import type { Goal } from "../record/goal.ts";
import type { PlacedLadder } from "../record/placed-ladders.ts";
import { withChosenBackups } from "../routes/chosen-backups.ts";
import { findBackupWays } from "../routes/find-backups.ts";
import { findRoutes } from "../routes/find-routes.ts";
import { redFlagsOf } from "../routes/ladder-steps.ts";
import type { Route } from "../routes/route.ts";
import { whyOf } from "../routes/route-in-words.ts";
import { purseOf } from "../routes/savings-on-the-way.ts";
import { listInWords } from "../words-in-a-row.ts";
import { choosePlan, routesInOrder, soonestOf } from "./choose-plan.ts";
import { dateBackups } from "./date-backups.ts";
import { dateDrivers } from "./date-drivers.ts";
import { explainDear, explainLate, explainNoRoute } from "./explain-infeasible.ts";
import { mostHours } from "./hours-over-time.ts";
import { withOdds } from "./milestone-odds.ts";
import { monthlyMilestones } from "./monthly-milestones.ts";
import { paymentsOf } from "./payments.ts";
import type { Infeasibility, Plan, PositionMatch } from "./plan.ts";
import { countInWords, monthInWords, onePersonOf } from "./plan-in-words.ts";
import { planNotices } from "./plan-notices.ts";
import {
  chanceOfPlan,
  datedActions,
  PLAN_SEED,
  planRoute,
  type RoutePlan,
  type Situation,
} from "./plan-route.ts";
import { savingsOverTime } from "./savings-over-time.ts";
import { dateActions } from "./schedule-actions.ts";
import { reachDay } from "./simulate-plan.ts";

export interface PlanInputs {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly goal: Goal;
  readonly positions: readonly PositionMatch[];
  /** The ladders where the person stands today; none when left out. */
  readonly ladders?: readonly PlacedLadder[];
  readonly today: CalendarDate;
  readonly newId: () => string;
  /**
   * The route to plan; without it the one chosen for the goal while it is found, else the recommended
   * one if it is in time, else the soonest.
   */
  readonly routeId?: string | undefined;
}

/**
 * Returns the plan. It is feasible when its date is met on P50 by the route it plans or another, and
 * the money is enough; when not, it still plans the best route with its honest dates and says which
 * limit binds and what would do. Without any route it has gaps and notices, and no dates. The same
 * inputs give the same plan, ids aside.
 */
export function makePlan(inputs: PlanInputs): Plan {
  const { catalogue, standing, goal, today, ladders = [] } = inputs;
  const gaps = findGaps({ catalogue, standing, goal, today, ladders });
  const routes = findRoutes({ catalogue, standing, goal, today, ladders });
  const situation: Situation = { catalogue, standing, goal, gaps, ladders, today };
  const deadline = goal.by === undefined ? undefined : lastDayOf(goal.by);
  const plans = routes.map((route) =>
    inPlanWords({ ...situation, ladders }, planRoute(situation, route), routes),
  );
  const chosen = choosePlan(situation, plans, inputs.routeId ?? goal.choice?.routeId);
  const schedule =
    chosen === undefined ? undefined : dateActions(chosen.actions, chosen.placement, today);
  const actions =
    chosen === undefined || schedule === undefined ? [] : datedActions(chosen, schedule, today);
  const held = isHeldForPay(catalogue, standing, rowOf(catalogue, goal.occupationId));
  const infeasibility =
    held && chosen === undefined ? undefined : infeasibilityOf(situation, plans, deadline);
  const ways =
    chosen === undefined
      ? []
      : withChosenBackups(
          findBackupWays({ catalogue, standing, goal, chosen: chosen.route, routes, today }),
          goal.choice?.backupIds ?? [],
          { plan: chosen.route, routes },
        );
  const backups =
    chosen === undefined || schedule === undefined
      ? []
      : dateBackups(situation, { plan: chosen, schedule }, ways, deadline);
  const milestones =
    chosen === undefined || schedule === undefined
      ? []
      : withOdds(monthlyMilestones(chosen.actions, schedule, today), {
          actions: chosen.actions,
          placement: chosen.placement,
          today,
          seed: PLAN_SEED,
        });
  const payments =
    chosen === undefined || schedule === undefined ? [] : paymentsOf(chosen.actions, schedule);
  const purse = purseOf(catalogue, goal.limits);
  return {
    id: inputs.newId(),
    madeOn: today,
    headline: headlineOf(situation, chosen, infeasibility, deadline),
    goal,
    goalOccupation: catalogue.titles[rowOf(catalogue, goal.occupationId)] ?? goal.title,
    currency: catalogue.currency,
    figures: { release: catalogue.release, attribution: catalogue.attribution },
    positions: inputs.positions,
    gaps,
    routes: routesInOrder(chosen, plans),
    chosenRouteId: chosen?.route.id,
    actions,
    milestones,
    backups,
    payments,
    drivers: chosen === undefined ? [] : dateDrivers(chosen.actions, chosen.simulation),
    ...(purse === undefined || schedule === undefined
      ? {}
      : {
          savings: savingsOverTime(purse, { milestones, payments, today, finish: schedule.finish }),
        }),
    reach:
      chosen === undefined || schedule === undefined
        ? undefined
        : reachOf(chosen, schedule.finish, today),
    chanceByDate:
      chosen === undefined || deadline === undefined
        ? undefined
        : chanceOfPlan(chosen, today, deadline),
    feasible: infeasibility === undefined,
    infeasibility,
    totals: {
      hours: actions.reduce((sum, action) => sum + action.hours.likely, 0),
      money: actions.reduce((sum, action) => sum + action.money.likely, 0),
    },
    ...(chosen === undefined
      ? {}
      : {
          placement: {
            order: chosen.placement.order.map((index) => chosen.actions[index]?.id ?? ""),
            hoursPerWeek: mostHours(chosen.placement.hours) * DAYS_A_WEEK,
            rule: chosen.placement.rule,
            isEarliest: chosen.placement.isEarliest,
          },
        }),
    notices: planNotices({
      catalogue,
      standing,
      goal,
      positions: inputs.positions,
      actions,
      route: chosen?.route,
      placement: chosen?.placement,
      routes,
      backups,
      ways,
    }),
  };
}

/** The plan with its route's reasons in the plan's own figures, so that headline and route agree. */
function inPlanWords(
  { catalogue, standing, goal, ladders }: Situation & Required<Pick<PlanInputs, "ladders">>,
  plan: RoutePlan,
  routes: readonly Route[],
): RoutePlan {
  if (isHeldForPay(catalogue, standing, rowOf(catalogue, goal.occupationId))) return plan;
  const why = whyOf(catalogue, plan.route, routes.length, {
    months: monthsOf(plan),
    hours: plan.actions.reduce((sum, action) => sum + action.hours.likely, 0),
    money: plan.actions.reduce((sum, action) => sum + action.money.likely, 0),
    figuresAreLocal: standing.figuresAreLocal,
  });
  const flags = redFlagsOf(ladders, plan.route.stages);
  return { ...plan, route: { ...plan.route, why: [why, ...flags].join(" ") } };
}

/** P10, P50 and P90 in months. */
function monthsOf({ simulation }: RoutePlan): ThreePoint {
  const { p10, p50, p90 } = simulation.goal;
  return { low: p10 / DAYS_A_MONTH, likely: p50 / DAYS_A_MONTH, high: p90 / DAYS_A_MONTH };
}

function infeasibilityOf(
  situation: Situation,
  plans: readonly RoutePlan[],
  deadline: CalendarDate | undefined,
): Infeasibility | undefined {
  if (plans.length === 0) return explainNoRoute(situation);
  const within = plans.filter((plan) => plan.route.withinLimits);
  const soonest = soonestOf(within);
  if (soonest === undefined) return explainDear(situation, plans, deadline);
  if (deadline === undefined || soonest.p50 <= deadline) return undefined;
  return explainLate(situation, within, soonest, deadline);
}

function reachOf(
  plan: RoutePlan,
  planned: CalendarDate,
  today: CalendarDate,
): NonNullable<Plan["reach"]> {
  const { goal } = plan.simulation;
  const months = (days: number): number => Math.round((days / DAYS_A_MONTH) * 10) / 10;
  return {
    planned,
    p50: plan.p50,
    p80: plan.p80,
    p95: reachDay(today, goal.p95),
    monthsLow: months(goal.p10),
    monthsLikely: months(goal.p50),
    monthsHigh: months(goal.p90),
  };
}

/** "You are about 14 months and one certificate from your goal; likely 11 to 20 months". */
function headlineOf(
  situation: Situation,
  chosen: RoutePlan | undefined,
  infeasibility: Infeasibility | undefined,
  deadline: CalendarDate | undefined,
): string {
  const { catalogue, goal } = situation;
  const name = onePersonOf(catalogue, goal.occupationId);
  if (chosen === undefined) {
    return infeasibility === undefined
      ? `You already work as ${name}.`
      : infeasibility.hoursPerWeek === undefined
        ? `We found no way to become ${name} within these limits.`
        : `Becoming ${name} does not fit into ${hoursPerWeekInWords(goal.limits.hoursPerWeek)}: about ${hoursPerWeekInWords(infeasibility.hoursPerWeek)} would do.`;
  }
  const reckoned = monthsOf(chosen);
  const months = monthsInWords(reckoned.likely);
  const range = monthsRangeInWords(reckoned);
  const isLate = infeasibility?.binds === "hours" || infeasibility?.binds === "calendar";
  if (infeasibility !== undefined && deadline !== undefined && isLate) {
    const by = dateInWords(goal.by ?? deadline);
    const earliest = infeasibility.earliest ?? chosen.p80;
    const hours = hoursPerWeekInWords(goal.limits.hoursPerWeek);
    return infeasibility.hoursPerWeek === undefined
      ? `Becoming ${name} by ${by} does not fit the calendar, whatever the hours: count on ${monthInWords(earliest)}.`
      : `Becoming ${name} by ${by} does not fit into ${hours}: count on ${monthInWords(earliest)}, or about ${hoursPerWeekInWords(infeasibility.hoursPerWeek)} would do.`;
  }
  const left = credentialsInWords(catalogue, chosen);
  const sentence = `You are about ${listInWords([months, ...left])} from your goal; likely ${range}.`;
  if (infeasibility?.binds === "money") {
    return `${sentence} The fees are more than you have set aside.`;
  }
  return infeasibility?.binds === "pay" ? `${sentence} It pays less than you need.` : sentence;
}

/** The credentials still to earn, counted by kind: "one degree", "two exams". */
function credentialsInWords(catalogue: Catalogue, plan: RoutePlan): readonly string[] {
  const counts = new Map<string, number>();
  for (const action of plan.actions) {
    const template = action.id.startsWith("credential:")
      ? credentialOf(catalogue, action.id.slice("credential:".length))
      : undefined;
    if (template === undefined) continue;
    const kind = countedAs(template);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return ["degree", "certificate", "course", "exam"]
    .filter((kind) => (counts.get(kind) ?? 0) > 0)
    .map((kind) => countInWords(counts.get(kind) ?? 0, kind));
}
