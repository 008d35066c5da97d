// When a goal does not fit: which limit binds, the earliest honest date, what each single change would
// make of it, and the nearer goals that do fit. Never a bare no.

import { type CalendarDate, DAYS_A_MONTH, dateInWords, daysBetween } from "../calendar-date.ts";
import { capital } from "../first-letter.ts";
import { hoursInWords, hoursPerWeekInWords } from "../length-of-time.ts";
import { moneyInWords } from "../money.ts";
import { plainNameOf } from "../moves/plain-name.ts";
import { findNearerGoals } from "../routes/find-nearer-goals.ts";
import { findRoutes } from "../routes/find-routes.ts";
import type { ImpossibleGoal, LimitKind } from "../routes/impossible-goal.ts";
import {
  type Arrival,
  explainImpossible,
  type LimitQuestion,
  MOST_HOURS_THAT_WOULD_DO,
} from "../routes/relax-limits.ts";
import { LONGEST_ROUTE_MONTHS } from "../routes/route-graph.ts";
import { shareInWords } from "../routes/route-in-words.ts";
import type { Infeasibility, LeftOut, NearerGoal } from "./plan.ts";
import { monthInWords, onePersonOf } from "./plan-in-words.ts";
import { p50Without, planRoute, type RoutePlan, type Situation } from "./plan-route.ts";

/** Runs for a nearer goal: fewer than for the plan itself. */
const NEARER_RUNS = 200;
/** More single actions to leave out than these are no answer. */
const MOST_LEFT_OUT = 3;
/** Assumption: a nearer goal after the date is worth telling when it comes this much before the goal. */
export const SOONER_BY_DAYS = 730;

/**
 * Returns how soon a situation's goal is reached: the soonest P50 of the routes within the limits that
 * would be planned for it. More of anything is asked of the routes anew, with the same luck.
 */
export function arrivalOf(situation: Situation): Arrival {
  return (question) =>
    findRoutes(question)
      .filter((route) => route.withinLimits)
      .map((route) => planRoute({ ...situation, goal: question.goal }, route).p50)
      .sort()[0];
}

type Relaxed = Pick<ImpossibleGoal, "relaxations" | "together">;

/** What each limit alone would have to be, by the plan's own reckoning. */
function relaxedIn(situation: Situation): Relaxed {
  const found = explainImpossible(questionOf(situation), arrivalOf(situation), false);
  return { relaxations: found?.relaxations ?? [], together: found?.together ?? [] };
}

function questionOf({ catalogue, standing, goal, today, ladders = [] }: Situation): LimitQuestion {
  return { catalogue, standing, goal, today, ladders };
}

function amountOf({ relaxations }: Relaxed, limit: LimitKind): number | undefined {
  return relaxations.find((one) => one.limit === limit && one.helps)?.amount;
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
  const relaxed = relaxedIn(situation);
  const hoursPerWeek = amountOf(relaxed, "hours");
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
    ...relaxed,
    ...leftOutInTime(situation, soonest, deadline),
    nearerGoals: nearerGoalsFor(situation, soonest, deadline),
  };
}

/**
 * Returns the actions each of which, left out alone, would bring the plan in time on P50, soonest first, at
 * most MOST_LEFT_OUT, and the same in one sentence. A search cannot be left out, nor what closes a gap that
 * must be closed.
 */
function leftOutInTime(
  situation: Situation,
  plan: RoutePlan,
  deadline: CalendarDate,
): Required<Pick<Infeasibility, "leftOut" | "leftOutText">> {
  const mustClose = new Set(situation.gaps.filter((gap) => gap.mustClose).map(({ id }) => id));
  const leftOut: readonly LeftOut[] = plan.actions
    .filter(
      ({ landingRate, closesGapIds }) =>
        landingRate === undefined && !closesGapIds.some((id) => mustClose.has(id)),
    )
    .map(({ id, title }) => ({ actionId: id, title, p50: p50Without(situation, plan, id) }))
    .filter(({ p50 }) => p50 <= deadline)
    .sort((a, b) => (a.p50 < b.p50 ? -1 : a.p50 > b.p50 ? 1 : 0))
    .slice(0, MOST_LEFT_OUT);
  const names = leftOut.map(
    ({ title, p50 }, place) =>
      `“${title}” (${place === 0 ? "then around " : ""}${monthInWords(p50)})`,
  );
  const leftOutText =
    names.length === 0
      ? "Leaving out any one step that may be left out does not help alone."
      : `Without ${orInWords(names)} it fits, should you be able to do without it.`;
  return { leftOut, leftOutText };
}

function orInWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
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
  const relaxed = relaxedIn(situation);
  const payFloor = tooDear ? undefined : amountOf(relaxed, "pay floor");
  const reason = tooDear
    ? `Money is what binds. The cheapest route takes about ${words(least)} in fees, and you have set aside ${words(said.amount)}. ` +
      "Ask your employer, the college and your state about help before you pay anything yourself."
    : `Pay is what binds. ${cheapest.route.breaks.join(" ")}` +
      `${payFloor === undefined ? "" : ` With ${words(payFloor)} a year as the least it would fit.`} ` +
      "These are middles of what is paid: put in what is paid where you live.";
  const isLate = deadline !== undefined && plans.every((plan) => plan.p50 > deadline);
  const earliest = isLate ? plans.map((plan) => plan.p80).sort()[0] : undefined;
  const hoursPerWeek = isLate ? amountOf(relaxed, "hours") : undefined;
  const late = isLate
    ? ` The date does not fit either: ${monthInWords(earliest ?? deadline)} is the earliest to count on (8 times in 10)` +
      `${hoursPerWeek === undefined ? "." : `; about ${hoursPerWeekInWords(hoursPerWeek)} would do.`}`
    : "";
  return {
    binds: tooDear ? "money" : "pay",
    explanation: `${reason}${late}`,
    earliest,
    hoursPerWeek,
    budget: tooDear ? (amountOf(relaxed, "budget") ?? least) : undefined,
    payFloor,
    ...relaxed,
    nearerGoals: deadline === undefined ? [] : nearerGoalsFor(situation, cheapest, deadline),
  };
}

function costOf(plan: RoutePlan): number {
  return plan.actions.reduce((sum, action) => sum + action.money.likely, 0);
}

/**
 * Returns why there is nothing to plan: at these hours every route is longer than a plan can be, with
 * the hours that would do; or no route was found at all.
 */
export function explainNoRoute(situation: Situation): Infeasibility {
  const { catalogue, goal } = situation;
  const name = onePersonOf(catalogue, goal.occupationId);
  const relaxed = relaxedIn(situation);
  const hoursPerWeek = amountOf(relaxed, "hours");
  const nothing = {
    earliest: undefined,
    budget: undefined,
    nearerGoals: [],
    hoursPerWeek,
    ...relaxed,
  };
  if (hoursPerWeek === undefined) {
    return {
      ...nothing,
      binds: "calendar",
      explanation:
        `No way to become ${name} was found within these limits. Relax one of them (pay, money, or the ` +
        "occupations you ruled out) and look again.",
    };
  }
  const more = { ...goal, limits: { ...goal.limits, hoursPerWeek } };
  const p50 = arrivalOf(situation)({ ...questionOf(situation), goal: more });
  return {
    ...nothing,
    binds: "hours",
    explanation:
      `Hours are what binds. At ${hoursPerWeekInWords(goal.limits.hoursPerWeek)} every way to become ${name} is longer ` +
      `than ${LONGEST_ROUTE_MONTHS / 12} years, which is no plan. With about ${hoursPerWeekInWords(hoursPerWeek)} it would be done` +
      `${p50 === undefined ? "." : ` around ${monthInWords(p50)}.`}`,
  };
}
