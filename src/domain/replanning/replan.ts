// A kept plan made anew from today: what was done stays done, what is under way goes on, and the rest is
// placed by the order that moves the least later. The route stays as it was chosen.

import {
  addDays,
  type CalendarDate,
  DAYS_A_MONTH,
  DAYS_A_WEEK,
  daysBetween,
  lastDayOf,
} from "../calendar-date.ts";
import { monthsInWords, monthsRangeInWords } from "../length-of-time.ts";
import type { ThreePoint } from "../money.ts";
import type { Goal } from "../record/goal.ts";
import { purseOf } from "../routes/savings-on-the-way.ts";
import { dateDrivers } from "../schedule/date-drivers.ts";
import { cappedHours, hoursOverTime, mostHours } from "../schedule/hours-over-time.ts";
import { withOdds } from "../schedule/milestone-odds.ts";
import { monthlyMilestones } from "../schedule/monthly-milestones.ts";
import { paymentsOf } from "../schedule/payments.ts";
import type {
  Action,
  Infeasibility,
  LearnedPace,
  Plan,
  ScheduledAction,
} from "../schedule/plan.ts";
import { monthInWords } from "../schedule/plan-in-words.ts";
import { PLAN_SEED, type RoutePlan, type Situation } from "../schedule/plan-route.ts";
import { type ActionProgress, type ProgressEvent, progressOf } from "../schedule/progress.ts";
import { savingsOverTime } from "../schedule/savings-over-time.ts";
import {
  dateActions,
  isExactCase,
  type Placement,
  placeActions,
  runInOrder,
  type Schedule,
} from "../schedule/schedule-actions.ts";
import { chanceBy, reachDay, type Simulation, simulatePlan } from "../schedule/simulate-plan.ts";
import { type ActionsLeft, actionsLeft } from "./actions-left.ts";
import { backupsAnew } from "./backups-anew.ts";
import { learnedPace, NO_PACE } from "./learned-pace.ts";
import { type OwnStepsNow, ownStepsNow } from "./own-steps-now.ts";
import { routeLeft } from "./route-left.ts";
import { movedActions, movedInWords } from "./what-moved.ts";

/** Ends that differ by no more than this many days are the same for whoever lives by them. */
const SAME_END_DAYS = 1;

export interface ReplanInputs {
  /** The plan that was kept last. */
  readonly kept: Plan;
  /** Everything noted about its actions, in any order. */
  readonly events: readonly ProgressEvent[];
  /** The goal as it stands now: its hours a week, its date and the person's own steps may be others. */
  readonly goal: Goal;
  /** The route's steps without the person's changes; where left out, what was changed once stays. */
  readonly asRouted?: readonly Action[] | undefined;
  /** What the backups' days follow from; where left out, they stay as they were. */
  readonly situation?: Situation | undefined;
  readonly today: CalendarDate;
  readonly newId: () => string;
}

/** The plan made anew, and what stands behind it. */
export interface Replan {
  readonly plan: Plan;
  readonly left: ActionsLeft;
  readonly schedule: Schedule;
  readonly progress: ReadonlyMap<string, ActionProgress>;
  readonly own: OwnStepsNow;
  /** What is left of the route, its waits among its actions; undefined where the plan has none. */
  readonly routePlan: RoutePlan | undefined;
}

/** Returns every action of the plan as first reckoned, also what is settled by now. */
export function reckonedActions(plan: Plan): readonly Action[] {
  return plan.replanned?.reckoned ?? plan.actions.map(unscheduled);
}

/**
 * Returns the plan made anew from today. The same inputs give the same plan, its id aside; without new
 * notes, made again on the same day, nothing moves. What was done counts for the schedule; routes and gaps
 * still follow from the record alone.
 */
export function replan(inputs: ReplanInputs): Replan {
  const { kept, today } = inputs;
  const progress = progressOf(inputs.events);
  const own = ownStepsNow(reckonedActions(kept), {
    ownActions: inputs.goal.ownActions ?? [],
    asRouted: inputs.asRouted,
    staysOf: (id) => progress.get(id)?.doneOn !== undefined,
  });
  const reckoned = own.actions;
  const pace = learnedPace(reckoned, progress);
  const before = new Map(kept.actions.map((action) => [action.id, action]));
  const left = actionsLeft({
    actions: reckoned,
    progress,
    startOf: (id) => before.get(id)?.start,
    today,
    pace: pace.mean,
  });
  const open = left.open.map(({ action }) => action);
  const all = [...open, ...left.gates];
  const keptRoute = kept.routes.find(({ id }) => id === kept.chosenRouteId);
  const { hoursPerWeek } = inputs.goal.limits;
  const route = keptRoute && routeLeft(keptRoute, { reckoned, open, progress, hoursPerWeek });
  const placement = placeAnew(all, inputs);
  const dated = dateActions(all, placement, today);
  const schedule = { ...dated, actions: dated.actions.slice(0, open.length) };
  const simulation = simulatePlan(all, {
    placement,
    causes: route?.causes ?? [],
    seed: PLAN_SEED,
    pace: bandOf(pace),
  });
  const actions = datesOf(left, schedule, simulation, today);
  const plan = planFrom({
    ...inputs,
    reckoned,
    own,
    progress,
    pace,
    left,
    actions,
    schedule,
    simulation,
    placement,
  });
  const routePlan = route && routePlanOf({ route, actions: all, placement, simulation }, today);
  const backups =
    inputs.situation === undefined || keptRoute === undefined || routePlan === undefined
      ? kept.backups
      : open.length === 0
        ? []
        : backupsAnew(inputs.situation, {
            route: keptRoute,
            routes: kept.routes,
            causes: routePlan.route.causes,
            plan: { ...routePlan, actions: open },
            schedule,
            progress,
          });
  return { plan: { ...plan, backups }, left, schedule, progress, own, routePlan };
}

function routePlanOf(plan: Omit<RoutePlan, "p50" | "p80">, today: CalendarDate): RoutePlan {
  const { goal } = plan.simulation;
  return { ...plan, p50: reachDay(today, goal.p50), p80: reachDay(today, goal.p80) };
}

/** The action without its dates. */
function unscheduled(action: ScheduledAction): Action {
  const { start, end, endP50, endP80, endP95, ...undated } = action;
  const { critical, slackDays, bounds, criticality, rankCorrelation, ...rest } = undated;
  return rest;
}

/**
 * Returns how the actions are run. Tried are the order of the kept plan, the order of its ends, and the one
 * that is found anew. Of those that end soonest, or no later than was planned where no order is known to be
 * the best, the one is taken that moves the least later.
 */
function placeAnew(all: readonly Action[], { kept, goal, today }: ReplanInputs): Placement {
  const { hoursPerWeek, weeks = [] } = goal.limits;
  const purse = purseOf(kept, goal.limits);
  const fresh = placeActions(all, hoursPerWeek, { start: today, weeks, purse });
  const there = hoursOverTime(hoursPerWeek, today, weeks);
  const used =
    kept.placement === undefined || haveLimitsChanged(kept.goal, goal)
      ? there
      : cappedHours(there, kept.placement.hoursPerWeek / DAYS_A_WEEK);
  // Where the whole plan was exact, going on as planned is still the soonest; elsewhere it may not be.
  const isExact =
    fresh.rule === "exact" && isExactCase(reckonedActions(kept), { hours: used, start: today });
  const keptEnds = new Map(kept.actions.map(({ id, end }) => [id, end]));
  const candidates = [
    ...orders(all, kept).map((order) => ({ order, hours: used })),
    { order: fresh.order, hours: fresh.hours },
  ].map(({ order, hours }) => {
    const dates = runInOrder(all, { ...fresh, order, hours });
    let later = 0;
    all.forEach(({ id }, item) => {
      const end = keptEnds.get(id);
      if (end === undefined) return;
      later += Math.max(0, (dates.ends[item] as number) - daysBetween(today, addDays(end, 1)));
    });
    return { order, hours, finish: dates.finish, later };
  });
  const soonest = Math.min(...candidates.map(({ finish }) => finish));
  const planned = kept.reach === undefined ? 0 : daysBetween(today, addDays(kept.reach.planned, 1));
  const latest = Math.max(soonest + SAME_END_DAYS, isExact ? 0 : planned);
  const [best] = candidates
    .filter(({ finish }) => finish <= latest)
    .sort((a, b) => Math.round(a.later) - Math.round(b.later));
  return best === undefined
    ? fresh
    : {
        ...fresh,
        isEarliest: fresh.isEarliest && best.finish <= fresh.finishDay + SAME_END_DAYS,
        order: best.order,
        finishDay: best.finish,
        hours: best.hours,
      };
}

/** Whether there are other hours a week than the kept plan reckoned with, or other weeks apart. */
function haveLimitsChanged(before: Goal, now: Goal): boolean {
  const gistOf = ({ limits }: Goal) => JSON.stringify([limits.hoursPerWeek, limits.weeks ?? []]);
  return gistOf(before) !== gistOf(now);
}

/** The kept plan's own order, and the order of its ends; what it did not have comes last. */
function orders(all: readonly Action[], kept: Plan): readonly (readonly number[])[] {
  const byEnd = [...kept.actions].sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
  const lists = [kept.placement?.order ?? [], byEnd.map(({ id }) => id)];
  return lists
    .filter((ids) => ids.length > 0)
    .map((ids) => {
      const rank = new Map(ids.map((id, place) => [id, place]));
      const rankOf = (item: number): number => rank.get(all[item]?.id ?? "") ?? ids.length;
      return all.map((_, item) => item).sort((a, b) => rankOf(a) - rankOf(b) || a - b);
    });
}

function datesOf(
  left: ActionsLeft,
  schedule: Schedule,
  simulation: Simulation,
  today: CalendarDate,
): readonly ScheduledAction[] {
  return left.open
    .map(({ action, classes, begun, lateUntil }, index): ScheduledAction => {
      const dates = schedule.actions[index];
      const ends = simulation.actions.get(action.id);
      const noSooner = (day: CalendarDate): CalendarDate =>
        lateUntil !== undefined && lateUntil > day ? lateUntil : day;
      return {
        ...rounded(action),
        sessions: classes,
        start: begun ?? dates?.start ?? today,
        end: noSooner(dates?.end ?? today),
        endP50: noSooner(reachDay(today, ends?.p50 ?? 0)),
        endP80: noSooner(reachDay(today, ends?.p80 ?? 0)),
        endP95: noSooner(reachDay(today, ends?.p95 ?? 0)),
        critical: dates?.critical ?? false,
        slackDays: dates?.slackDays ?? 0,
        bounds: dates?.bounds,
        criticality: ends?.criticality ?? 0,
        rankCorrelation: ends?.rankCorrelation ?? 0,
      };
    })
    .sort((a, b) => compareText(a.start, b.start) || compareText(a.end, b.end));
}

/** Whole hours, after actions of the plan alone. */
function rounded(action: Action): Action {
  const { low, likely, high } = action.hours;
  return {
    ...action,
    hours: { low: Math.round(low), likely: Math.round(likely), high: Math.round(high) },
    after: action.after.filter((id) => !isGate(id)),
  };
}

function isGate(id: string): boolean {
  return /^(answer|blocked|late):/.test(id);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

interface Made extends ReplanInputs {
  readonly reckoned: readonly Action[];
  readonly own: OwnStepsNow;
  readonly progress: ReadonlyMap<string, ActionProgress>;
  readonly pace: LearnedPace;
  readonly left: ActionsLeft;
  readonly actions: readonly ScheduledAction[];
  readonly schedule: Schedule;
  readonly simulation: Simulation;
  readonly placement: Placement;
}

/** The band that is drawn from around the pace learned: the hours left are at its mean already. */
function bandOf({ low, mean, high }: LearnedPace): ThreePoint {
  return { low: low / mean, likely: 1, high: high / mean };
}

function planFrom(made: Made): Plan {
  const { kept, goal, today, left, actions, schedule, simulation, placement, pace } = made;
  const reach = reachOf(made);
  const deadline = goal.by === undefined ? undefined : lastDayOf(goal.by);
  const isLate = deadline !== undefined && reach.p50 > deadline;
  const infeasibility = isLate ? (kept.infeasibility ?? lateBy(reach, deadline)) : undefined;
  const open = left.open.map(({ action }) => rounded(action));
  const noted = new Map(
    left.open.map(({ action, hoursNoted }) => [action.id, Math.round(hoursNoted)]),
  );
  const milestones = monthlyMilestones(open, schedule, today, noted);
  // What was paid for done steps stays: it may have to be given back.
  const payments = [
    ...(kept.payments ?? []).filter(
      ({ actionId }) => made.progress.get(actionId)?.doneOn !== undefined,
    ),
    ...paymentsOf(open, schedule),
  ];
  const purse = purseOf(kept, goal.limits);
  return {
    ...kept,
    id: made.newId(),
    madeOn: today,
    headline: headlineOf(left, reach, isLate ? deadline : undefined),
    goal,
    actions,
    milestones: withOdds(milestones, {
      actions: [...left.open.map(({ action }) => action), ...left.gates],
      placement,
      today,
      seed: PLAN_SEED,
      pace: bandOf(pace),
    }),
    payments,
    reach,
    chanceByDate: deadline === undefined ? undefined : chanceBy(simulation, today, deadline),
    feasible: infeasibility === undefined,
    infeasibility,
    totals: {
      hours: open.reduce((sum, { hours }) => sum + hours.likely, 0),
      money: open.reduce((sum, { money }) => sum + money.likely, 0),
    },
    placement: {
      order: placement.order.flatMap((item) => left.open[item]?.action.id ?? []),
      hoursPerWeek: mostHours(placement.hours) * DAYS_A_WEEK,
      rule: placement.rule,
      isEarliest: placement.isEarliest,
    },
    drivers: dateDrivers(open, simulation),
    ...(purse === undefined
      ? {}
      : {
          savings: savingsOverTime(purse, { milestones, payments, today, finish: schedule.finish }),
        }),
    replanned: replannedOf(made, reach),
  };
}

function reachOf({ simulation, schedule, today }: Made): NonNullable<Plan["reach"]> {
  const { goal } = simulation;
  const months = (days: number): number => Math.round((days / DAYS_A_MONTH) * 10) / 10;
  return {
    planned: schedule.finish,
    p50: reachDay(today, goal.p50),
    p80: reachDay(today, goal.p80),
    p95: reachDay(today, goal.p95),
    monthsLow: months(goal.p10),
    monthsLikely: months(goal.p50),
    monthsHigh: months(goal.p90),
  };
}

function headlineOf(
  { open }: ActionsLeft,
  reach: NonNullable<Plan["reach"]>,
  missed: CalendarDate | undefined,
): string {
  if (open.length === 0) return "Every step of this plan is done or left out.";
  const range = monthsRangeInWords({ low: reach.monthsLow, high: reach.monthsHigh });
  const sentence = `You are about ${monthsInWords(reach.monthsLikely)} from your goal; likely ${range}.`;
  return missed === undefined
    ? sentence
    : `${sentence} That is later than ${monthInWords(missed)}.`;
}

function lateBy(reach: NonNullable<Plan["reach"]>, deadline: CalendarDate): Infeasibility {
  return {
    binds: "calendar",
    explanation: `As things stand the goal is likely by ${monthInWords(reach.p50)}, after ${monthInWords(deadline)}. A later date, more hours a week or another route may fit: make the plan afresh to see what would do.`,
    earliest: reach.p80,
    hoursPerWeek: undefined,
    budget: undefined,
    nearerGoals: [],
  };
}

function replannedOf(made: Made, reach: NonNullable<Plan["reach"]>): Plan["replanned"] {
  const { kept, goal, left, pace, own } = made;
  const [before, now] = [daysById(kept.actions), daysById(made.actions)];
  const inputs = {
    actions: made.reckoned,
    open: left.open,
    progress: made.progress,
    before: (id: string) => before.get(id),
    now: (id: string) => now.get(id),
    today: made.today,
    hoursPerWeek: {
      before: kept.goal.limits.hoursPerWeek,
      now: goal.limits.hoursPerWeek,
    },
    areLimitsNew: haveLimitsChanged(kept.goal, goal),
    own,
    pace: { before: kept.replanned?.pace ?? NO_PACE, now: pace },
  };
  const moved = movedActions(inputs);
  const known = new Set(kept.replanned?.settled.map(({ actionId }) => actionId));
  const news = left.settled.filter(({ actionId }) => !known.has(actionId));
  const done = news.filter(({ outcome }) => outcome === "done");
  const doneLate = done.filter(({ actionId, on }) => on > (before.get(actionId)?.end ?? on)).length;
  const settled = {
    done: done.length - doneLate,
    doneLate,
    dropped: news.filter(({ outcome }) => outcome === "dropped").length,
  };
  return {
    fromId: kept.id,
    sentence: movedInWords(moved, settled, { from: kept.reach?.p50, to: reach.p50 }, inputs),
    moved,
    settled: left.settled,
    pace,
    reckoned: made.reckoned,
  };
}

function daysById(actions: readonly ScheduledAction[]) {
  return new Map(actions.map(({ id, start, end }) => [id, { start, end }]));
}
