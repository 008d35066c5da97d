// When a goal does not fit: which limit binds, the earliest honest date, what each single change would
// make of it, and the nearer goals that do fit. Never a bare no.

import { type CalendarDate, dateInWords, daysBetween } from "../calendar-date.ts";
import { moneyInWords } from "../money.ts";
import { capital, plainNameOf } from "../moves/plain-name.ts";
import { hoursInWords } from "../moves/prepare-for.ts";
import { rowOf } from "../occupations/catalogue.ts";
import { findNearerGoals } from "../routes/find-nearer-goals.ts";
import { findRoutes } from "../routes/find-routes.ts";
import { LONGEST_ROUTE_MONTHS } from "../routes/search-routes.ts";
import type { Infeasibility, NearerGoal } from "./plan.ts";
import { hoursPerWeekInWords, monthInWords, onePersonOf } from "./plan-in-words.ts";
import { planRoute, type RoutePlan, type Situation } from "./plan-route.ts";
import { DAYS_A_MONTH, placeActions } from "./schedule-actions.ts";

/** Assumption: beyond this many hours a week on top of everything else no answer is worth giving. */
export const MOST_HOURS_THAT_WOULD_DO = 60;
/** Runs for a nearer goal: fewer than for the plan itself. */
const NEARER_RUNS = 200;
/** Assumption: a nearer goal after the date is worth telling when it comes this much before the goal. */
export const SOONER_BY_DAYS = 730;

/**
 * Returns the least whole hours a week, above those given, at which one of the plans' routes is in time
 * on P50; undefined when none up to MOST_HOURS_THAT_WOULD_DO is. The plain schedule finds the place, the
 * simulation confirms it, and the routes found anew at those hours have the last word (with steps above
 * the least, so that it may then be somewhat more than needed).
 */
export function hoursThatWouldDo(
  situation: Situation,
  plans: readonly RoutePlan[],
  deadline: CalendarDate,
): number | undefined {
  const given = situation.goal.limits.hoursPerWeek;
  const days = daysBetween(situation.today, deadline) + 1;
  let best: number | undefined;
  for (const plan of plans) {
    const luck = plan.simulation.goal.p50 / plan.placement.finishDay;
    const seemsToFit = (hours: number): boolean =>
      placeActions(plan.actions, hours).finishDay * luck <= days;
    const fits = (hours: number): boolean =>
      planRoute(situation, plan.route, { hoursPerWeek: hours }).p50 <= deadline;
    const least = Math.floor(given) + 1;
    const most = (best ?? MOST_HOURS_THAT_WOULD_DO + 1) - 1;
    if (most < least || !seemsToFit(most)) continue;
    let low = least;
    let high = most;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (seemsToFit(middle)) high = middle;
      else low = middle + 1;
    }
    while (high <= most && !fits(high)) high += 1;
    if (high > most) continue;
    while (high > least && fits(high - 1)) high -= 1;
    best = high;
  }
  return best === undefined ? undefined : hoursThatTrulyDo(situation, best, deadline);
}

/** More hours tried above the least that seems to do, since with other hours other routes are found. */
const MORE_HOURS = [0, 2, 5, 10, 18, 30, 40] as const;

/** The first number of hours from `least` on at which the whole walk, made anew, is in time. */
function hoursThatTrulyDo(
  situation: Situation,
  least: number,
  deadline: CalendarDate,
): number | undefined {
  return MORE_HOURS.map((more) => least + more)
    .filter((hours) => hours <= MOST_HOURS_THAT_WOULD_DO)
    .find((hours) => soonestAt(situation, hours, deadline) !== undefined);
}

/** The soonest P50 of the routes within limits found at so many hours; undefined when none is in time. */
function soonestAt(
  situation: Situation,
  hoursPerWeek: number,
  deadline: CalendarDate | undefined,
): CalendarDate | undefined {
  const { catalogue, standing, today } = situation;
  const goal = { ...situation.goal, limits: { ...situation.goal.limits, hoursPerWeek } };
  const inTime = findRoutes({ catalogue, standing, goal, today })
    .filter((route) => route.withinLimits)
    .map((route) => planRoute({ ...situation, goal }, route).p50)
    .filter((p50) => deadline === undefined || p50 <= deadline);
  return inTime.sort()[0];
}

/**
 * Returns the goals on the way or beside it that are worth aiming at instead: first those reached by the
 * day on P50, then those that miss it but come at least SOONER_BY_DAYS before the plan itself; within
 * each the cheapest in hours first.
 */
export function nearerGoalsFor(
  situation: Situation,
  chosen: RoutePlan,
  deadline: CalendarDate,
): readonly NearerGoal[] {
  const { catalogue, standing, goal, today } = situation;
  const inTime: NearerGoal[] = [];
  const sooner: NearerGoal[] = [];
  for (const nearer of findNearerGoals({ catalogue, standing, goal, today })) {
    const nearerGoal = { ...goal, occupationId: nearer.occupationId };
    const plan = planRoute({ ...situation, goal: nearerGoal, gaps: [] }, nearer.route, {
      runs: NEARER_RUNS,
    });
    const fits = plan.p50 <= deadline;
    if (!fits && daysBetween(plan.p50, chosen.p50) < SOONER_BY_DAYS) continue;
    const hours = plan.actions.reduce((sum, action) => sum + action.hours.likely, 0);
    (fits ? inTime : sooner).push({
      occupationId: nearer.occupationId,
      occupation: nearer.occupation,
      everydayName: capital(plainNameOf(catalogue, nearer.row)),
      date: plan.p50,
      months: Math.round(plan.simulation.goal.p50 / DAYS_A_MONTH),
      countsTowardsGoal: nearer.countsTowardsGoal,
      explanation:
        `About ${hoursInWords(hours)}, around ${monthInWords(plan.p50)} ` +
        `(8 times in 10 by ${monthInWords(plan.p80)})` +
        `${fits ? "" : `, later than ${dateInWords(goal.by ?? deadline)}, yet long before the goal itself`}. ` +
        `${shareInWords(nearer.countsTowardsGoal)} of that work also counts towards your goal.`,
    });
  }
  return [...inTime, ...sooner];
}

/** Shares as people say them; the nearest one is taken. */
const SHARES_SAID: readonly (readonly [number, string])[] = [
  [0.1, "A little"],
  [1 / 4, "About a quarter"],
  [1 / 3, "About a third"],
  [1 / 2, "About half"],
  [2 / 3, "About two thirds"],
  [3 / 4, "About three quarters"],
  [0.87, "Most"],
  [1, "Nearly all"],
];

function shareInWords(share: number): string {
  return SHARES_SAID.reduce((best, one) =>
    Math.abs(one[0] - share) < Math.abs(best[0] - share) ? one : best,
  )[1];
}

/**
 * Returns why the goal cannot be reached by its date along any of the plans; they must not be empty.
 * Hours bind when more a week would do, the calendar when even MOST_HOURS_THAT_WOULD_DO would not.
 */
export function explainLate(
  situation: Situation,
  plans: readonly RoutePlan[],
  soonest: RoutePlan,
  deadline: CalendarDate,
): Infeasibility {
  const { goal, catalogue } = situation;
  const hoursPerWeek = hoursThatWouldDo(situation, plans, deadline);
  const earliest = plans.map((plan) => plan.p80).sort()[0] ?? soonest.p80;
  const name = onePersonOf(catalogue, goal.occupationId);
  const hours = soonest.actions.reduce((sum, action) => sum + action.hours.likely, 0);
  const given = hoursPerWeekInWords(goal.limits.hoursPerWeek);
  const late = `the soonest route takes about ${hoursInWords(hours)} of your own and would be done around ${monthInWords(soonest.p50)}, after ${dateInWords(goal.by ?? deadline)}`;
  const explanation =
    hoursPerWeek !== undefined
      ? `Hours are what binds. At ${given} ${late}. About ${hoursPerWeekInWords(hoursPerWeek)} would do. ` +
        `At your hours, ${monthInWords(earliest)} is the earliest date to count on (8 times in 10).`
      : `The calendar is what binds. At ${given} ${late}; terms, waits, experience and the search do not go faster, ` +
        `not even with ${MOST_HOURS_THAT_WOULD_DO} hours a week. Becoming ${name} by ` +
        `${monthInWords(earliest)} is the earliest date to count on at your hours (8 times in 10).`;
  return {
    binds: hoursPerWeek === undefined ? "calendar" : "hours",
    explanation,
    earliest,
    hoursPerWeek,
    budget: undefined,
    nearerGoals: nearerGoalsFor(situation, soonest, deadline),
  };
}

/**
 * Returns why no route stays within the person's limits: the fees, with the least that would do, or the
 * pay on the way, with the floor that would do; and when none would be in time either, that too.
 */
export function explainDear(
  situation: Situation,
  plans: readonly RoutePlan[],
  deadline: CalendarDate | undefined,
): Infeasibility {
  const { catalogue, goal } = situation;
  const cheapest = plans.reduce((best, plan) => (costOf(plan) < costOf(best) ? plan : best));
  const said = goal.limits.budget;
  const least = costOf(cheapest);
  const tooDear = said !== undefined && said.currency === catalogue.currency && said.amount < least;
  const words = (amount: number): string => moneyInWords({ amount, currency: catalogue.currency });
  const payFloor = tooDear ? undefined : payFloorThatWouldDo(situation, plans);
  const reason = tooDear
    ? `Money is what binds. The cheapest route takes about ${words(least)} in fees, and you have set aside ${words(said.amount)}. ` +
      "Ask your employer, the college and your state about help before you pay anything yourself."
    : `Pay is what binds. ${cheapest.route.breaks.join(" ")}` +
      `${payFloor === undefined ? "" : ` With ${words(payFloor)} a year as the least it would fit.`} ` +
      "These are middles of what is paid: put in what is paid where you live.";
  const isLate = deadline !== undefined && plans.every((plan) => plan.p50 > deadline);
  const earliest = isLate ? plans.map((plan) => plan.p80).sort()[0] : undefined;
  const hoursPerWeek = isLate ? hoursThatWouldDo(situation, plans, deadline) : undefined;
  const late = isLate
    ? ` The date does not fit either: ${monthInWords(earliest ?? deadline)} is the earliest to count on (8 times in 10)` +
      `${hoursPerWeek === undefined ? "." : `; about ${hoursPerWeekInWords(hoursPerWeek)} would do.`}`
    : "";
  return {
    binds: tooDear ? "money" : "pay",
    explanation: `${reason}${late}`,
    earliest,
    hoursPerWeek,
    budget: tooDear ? least : undefined,
    payFloor,
    nearerGoals: deadline === undefined ? [] : nearerGoalsFor(situation, cheapest, deadline),
  };
}

function costOf(plan: RoutePlan): number {
  return plan.actions.reduce((sum, action) => sum + action.money.likely, 0);
}

/** The best of the plans' lowest pay, rounded down to a hundred; undefined where none is known. */
function payFloorThatWouldDo(
  { catalogue, goal }: Situation,
  plans: readonly RoutePlan[],
): number | undefined {
  const { budget, payFloor } = goal.limits;
  if (payFloor === undefined) return undefined;
  const lowest = plans
    .filter((plan) => budget === undefined || costOf(plan) <= budget.amount)
    .map((plan) =>
      Math.min(
        ...plan.route.stages.map((stage) => {
          const pay = catalogue.payMedian[rowOf(catalogue, stage.occupationId)] ?? Number.NaN;
          return Number.isNaN(pay) ? payFloor.amount : pay;
        }),
      ),
    );
  const best = Math.floor(Math.max(...lowest) / 100) * 100;
  return best > 0 && best < payFloor.amount ? best : undefined;
}

/** Hours a week tried when there is no route at the person's own, fewest first. */
const HOURS_TRIED = [12, 16, 20, 25, 30, 40] as const;

/**
 * Returns why there is nothing to plan: at these hours every route is longer than a plan can be, with
 * the hours that would do; or no route was found at all.
 */
export function explainNoRoute(
  situation: Situation,
  deadline: CalendarDate | undefined,
): Infeasibility {
  const { catalogue, goal } = situation;
  const name = onePersonOf(catalogue, goal.occupationId);
  const nothing = { earliest: undefined, budget: undefined, nearerGoals: [] };
  for (const hoursPerWeek of HOURS_TRIED) {
    if (hoursPerWeek <= goal.limits.hoursPerWeek) continue;
    const p50 = soonestAt(situation, hoursPerWeek, deadline);
    if (p50 === undefined) continue;
    return {
      ...nothing,
      binds: "hours",
      explanation:
        `Hours are what binds. At ${hoursPerWeekInWords(goal.limits.hoursPerWeek)} every way to become ${name} is longer ` +
        `than ${LONGEST_ROUTE_MONTHS / 12} years, which is no plan. With about ${hoursPerWeekInWords(hoursPerWeek)} it would be done around ` +
        `${monthInWords(p50)}.`,
      hoursPerWeek,
    };
  }
  return {
    ...nothing,
    binds: "calendar",
    explanation:
      `No way to become ${name} was found within these limits. Relax one of them (pay, money, or the ` +
      "occupations you ruled out) and look again.",
    hoursPerWeek: undefined,
  };
}
