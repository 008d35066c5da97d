// The chosen plan and its backups seen as one policy: the chance with and without the backups, where
// waiting stops being best, what to do if something happens. Stress tests and what to find out are
// stress-test.ts's and find-out.ts's; sentences are outlook-in-words.ts's.

import {
  addMonths,
  type CalendarDate,
  DAYS_A_MONTH,
  daysBetween,
  lastDayOf,
} from "../calendar-date.ts";
import type { Goal } from "../record/goal.ts";
import type { Plan } from "../schedule/plan.ts";
import { planRoute, type RoutePlan, type Situation } from "../schedule/plan-route.ts";
import { reachDay } from "../schedule/simulate-plan.ts";
import { type CareerHazard, hazardsOf } from "./career-hazards.ts";
import {
  actionIn,
  aloneChance,
  aloneOn,
  type CareerPolicy,
  chancesAfter,
  halfThere,
  occupancyOf,
  solveCareer,
} from "./career-policy.ts";
import type { Career, Money } from "./career-process.ts";
import {
  causesFrom,
  entryOf,
  type Leg,
  LONGEST_MONTHS,
  type Track,
  trackLeft,
} from "./career-track.ts";
import { trackOf } from "./plan-track.ts";

/** Below this a goal's date is out of reach, and the plan's own P95 is looked at instead. Assumption. */
const OUT_OF_REACH = 0.05;
/** Beyond this a plan has been put off for decades, and nothing month by month says anything. Assumption. */
const MOST_PLAN_MONTHS = 1.5 * LONGEST_MONTHS;
/** Legs of at least this many months are watched halfway. Assumption: half a year can be made up. */
const HALFWAY_FROM_MONTHS = 12;
/** Where in a leg something is looked at that can happen anywhere in it. */
const HALFWAY = 0.5;
/** What happens less often than this is not worth a line. Assumption. */
const LEAST_SHARE = 0.002;

/** The plans of the chosen route and of its backups. */
export interface TrackPlan {
  readonly plan: RoutePlan;
  readonly kind: Track["kind"];
  /** Id of the plan's backup; undefined for the chosen route. */
  readonly backupId: string | undefined;
}

export interface Tripwire {
  /** The first month in which going over is best, unless the leg is done by then. */
  readonly month: number;
  readonly day: CalendarDate;
  readonly leg: Leg;
  /** Whether being less than halfway through the leg is what one looks at. */
  readonly halfway: boolean;
  /** Which track to go over to, and its first leg then. */
  readonly track: number;
  readonly begin: Leg;
  /** How often it comes to that. */
  readonly share: number;
  /** Chance of the goal for who goes on all the same. */
  readonly goingOn: number;
}

export interface Answer {
  readonly causeId: string;
  readonly leg: Leg;
  /** Whether the best is to look for another position like the one that is lost. */
  readonly again: boolean;
  /** What to go over to; undefined where nothing is left, or nothing that comes in time. */
  readonly track: number | undefined;
  /** The tracks that stand then. */
  readonly open: readonly number[];
  readonly begin: Leg | undefined;
  /** Chance of the goal, and of either goal, from there in the month in which the leg is usually under way. */
  readonly chance: number;
  readonly withOther: number;
  readonly day: CalendarDate;
}

export interface CareerOutlook {
  readonly policy: CareerPolicy;
  readonly tracks: readonly Track[];
  readonly plans: readonly TrackPlan[];
  /** Undefined where nothing of it is begun. */
  readonly underway: Underway | undefined;
  readonly today: CalendarDate;
  /** The day up to which everything is counted. */
  readonly until: CalendarDate;
  /** Whether that is the goal's own date; else it is the plan's P95. */
  readonly isGoalsDate: boolean;
  /** Whether it is fees beyond budget or savings that put the goal out of reach. */
  readonly moneyBinds: boolean;
  /** The chosen route alone. */
  readonly alone: { readonly chance: number; readonly half: CalendarDate | undefined };
  readonly half: CalendarDate | undefined;
  /** The track to be on now: 0 the chosen one. */
  readonly now: number;
  /** Chance of each state by month. */
  readonly occupancy: readonly Float64Array[];
  readonly tripwires: readonly Tripwire[];
  readonly answers: readonly Answer[];
  readonly hazards: readonly CareerHazard[];
}

/** How far someone is on a kept plan. */
export interface Underway {
  /** What is left of the chosen route. */
  readonly routePlan: RoutePlan;
  /** Ids of the actions that are done: not done again on another track. */
  readonly done: ReadonlySet<string>;
  /** Months held in positions of the plan already. */
  readonly heldMonths: number;
  /** Fees of what is done, or begun and paid. */
  readonly paid: number;
}

/** Returns the plans of the chosen route and its backups, at the goal's hours a week or at others. */
export function trackPlansOf(
  situation: Situation,
  plan: Plan,
  given: { readonly hoursPerWeek?: number; readonly underway?: Underway | undefined } = {},
): readonly TrackPlan[] {
  const { hoursPerWeek, underway } = given;
  const chosen = plan.routes.find(({ id }) => id === plan.chosenRouteId);
  if (chosen === undefined) return [];
  const hours = hoursPerWeek === undefined ? {} : { hoursPerWeek };
  const backups = plan.backups.map((backup): TrackPlan => {
    const occupationId = backup.route.stages.at(-1)?.occupationId ?? plan.goal.occupationId;
    const goal: Goal = { ...plan.goal, occupationId };
    return {
      plan: planRoute({ ...situation, goal, gaps: [] }, backup.route, { ...hours, runs: FEW_RUNS }),
      kind: backup.kind,
      backupId: backup.id,
    };
  });
  // What is left is placed at other hours by its track; its runs at the goal's own are not looked at then.
  const own = underway?.routePlan ?? planRoute(situation, chosen, hours);
  return [{ plan: own, kind: "chosen", backupId: undefined }, ...backups];
}

/** The dates of a backup come from its track; its runs are not looked at. */
const FEW_RUNS = 1;

/** Returns what there is to spend, by the goal's limits, less what is paid of the budget already. */
export function moneyOf({ limits }: Goal, paid = 0): Money {
  const { budget } = limits;
  return {
    budget: budget && Math.max(0, budget.amount - paid),
    savings: limits.savings?.amount,
    floor: limits.savingsFloor?.amount,
    savedPerMonth: limits.savedPerMonth?.amount,
  };
}

/**
 * Returns the tracks of the plans, with the person's own hazards; the backups without what is done already.
 */
export function tracksOf(
  plans: readonly TrackPlan[],
  given: {
    readonly goal: Goal;
    readonly today: CalendarDate;
    readonly hoursPerWeek?: number;
    readonly underway?: Underway | undefined;
  },
): readonly Track[] {
  const { goal, today, underway, hoursPerWeek = goal.limits.hoursPerWeek } = given;
  return plans
    .map(({ plan, kind }): Track => {
      const track = trackOf(plan, {
        kind,
        today,
        hoursPerWeek,
        weeks: goal.limits.weeks,
        hazards: goal.hazards,
      });
      return underway === undefined || kind === "chosen"
        ? track
        : trackLeft(track, underway.done, underway.heldMonths);
    })
    .filter((track) => track.legs.length > 0);
}

/**
 * Returns the plan as a policy, from where someone is on it; undefined where it has no route, or nothing of it
 * is left.
 */
export function careerOutlookOf(
  situation: Situation,
  plan: Plan,
  underway?: Underway,
): CareerOutlook | undefined {
  const { today, goal, catalogue } = situation;
  if ((plan.reach?.monthsLikely ?? 0) > MOST_PLAN_MONTHS) return undefined;
  const plans = trackPlansOf(situation, plan, { underway });
  const tracks = tracksOf(plans, { goal, today, underway });
  const [first] = tracks;
  const chosenPlan = plans[0]?.plan;
  if (first === undefined || chosenPlan === undefined) return undefined;
  const money = moneyOf(goal, underway?.paid);
  const deadline = goal.by === undefined ? undefined : lastDayOf(goal.by);
  const latest = reachDay(today, chosenPlan.simulation.goal.p95);
  const careerUntil = (day: CalendarDate): Career => ({
    tracks,
    horizon: Math.max(1, Math.min(LONGEST_MONTHS, monthsTo(today, day))),
    money,
  });
  let until = deadline ?? latest;
  let policy = solveCareer(careerUntil(until));
  const isHopeless = policy.highest < OUT_OF_REACH;
  const moneyBinds =
    isHopeless && solveCareer({ ...policy.career, money: {} }).highest >= OUT_OF_REACH;
  if (deadline !== undefined && latest > deadline && isHopeless && !moneyBinds) {
    until = latest;
    policy = solveCareer(careerUntil(until));
  }
  const dayOf = (months: number | undefined): CalendarDate | undefined =>
    months === undefined ? undefined : addMonths(today, months);
  const occupancy = occupancyOf(policy);
  const single = solveCareer(aloneOn(policy.career, first));
  return {
    policy,
    tracks,
    plans,
    underway,
    today,
    until,
    isGoalsDate: until === deadline,
    moneyBinds,
    alone: { chance: aloneChance(policy.career, first), half: dayOf(halfThere(single.outcome)) },
    half: dayOf(halfThere(policy.outcome)),
    now: actionNow(policy),
    occupancy,
    tripwires: tripwiresOf(policy, occupancy, today),
    answers: answersOf(policy, today),
    hazards: hazardsOf(
      catalogue,
      plans.map((one) => one.plan),
      goal.hazards,
    ).filter(({ id }) => underway === undefined || isAheadOn(tracks, id)),
  };
}

/** Whether something is still ahead on a track: what is done may be in a backup's own plan yet. */
function isAheadOn(tracks: readonly Track[], id: string): boolean {
  return tracks.some(
    (track) =>
      causesFrom(track, 0).has(id) ||
      track.legs.some(({ search, again }) => search?.causeId === id || again?.marketId === id),
  );
}

/** Returns whole months from a day to another, at least 0. */
export function monthsTo(from: CalendarDate, to: CalendarDate): number {
  return Math.max(0, Math.floor((daysBetween(from, to) + 1) / DAYS_A_MONTH));
}

function actionNow(policy: CareerPolicy): number {
  const action = actionIn(policy, 0, policy.walk.start);
  return action === policy.walk.wait ? 0 : action;
}

/** Where waiting on the chosen track stops being best, by leg; what never comes to pass is left out. */
function tripwiresOf(
  policy: CareerPolicy,
  occupancy: readonly Float64Array[],
  today: CalendarDate,
): readonly Tripwire[] {
  const { walk, career } = policy;
  const [chosen] = career.tracks;
  if (chosen === undefined) return [];
  const found: Tripwire[] = [];
  chosen.legs.forEach((leg, legIndex) => {
    const inLeg = walk.states.flatMap(({ track, out, place }, state) =>
      track === 0 && out === 0 && "leg" in place && place.at !== "fallen" && place.leg === legIndex
        ? [{ state, place }]
        : [],
    );
    const units = Math.max(
      0,
      ...inLeg.map(({ place }) => (place.at === "unit" && place.attempt === 0 ? place.unit : 0)),
    );
    // A search is looked at itself; long work halfway; all else by its end.
    const search = inLeg.find(({ place }) => place.at === "search");
    const isLong = leg.months >= HALFWAY_FROM_MONTHS;
    const watched = (at: number) =>
      inLeg.find(({ place }) => place.at === "unit" && place.attempt === 0 && place.unit === at);
    const candidates =
      search !== undefined
        ? [{ state: search.state, halfway: false }]
        : [
            ...(isLong ? [{ state: watched(Math.ceil(units / 2))?.state, halfway: true }] : []),
            { state: watched(units)?.state, halfway: false },
          ];
    for (const { state, halfway } of candidates) {
      if (state === undefined) continue;
      const month = firstSwitch(policy, state, occupancy);
      if (month === undefined || month === 0) continue;
      const track = actionIn(policy, month, state);
      const to = career.tracks[track] as Track;
      const share = switchedShare(
        policy,
        inLeg.map((one) => one.state),
        occupancy,
      );
      if (share < LEAST_SHARE) continue;
      const begin = to.legs[entryOf(chosen, { leg: legIndex, share: 0, held: 0 }, to).leg] as Leg;
      const goingOn = chancesAfter(policy, { month, state, action: 0 }).chance;
      found.push({
        ...{ month, day: addMonths(today, month), leg, halfway },
        ...{ track, begin, share, goingOn },
      });
      break;
    }
  });
  return found.sort((a, b) => a.month - b.month);
}

/** The first month in which someone is in the state and going over is best. */
function firstSwitch(
  policy: CareerPolicy,
  state: number,
  occupancy: readonly Float64Array[],
): number | undefined {
  const { career, walk } = policy;
  for (let month = 0; month < career.horizon; month++) {
    if ((occupancy[month]?.[state] ?? 0) <= 1e-9) continue;
    const action = actionIn(policy, month, state);
    if (action !== 0 && action !== walk.wait) return month;
  }
  return undefined;
}

/** How often the states are left for another track of one's own accord. */
function switchedShare(
  policy: CareerPolicy,
  states: readonly number[],
  occupancy: readonly Float64Array[],
): number {
  let share = 0;
  for (let month = 0; month < policy.career.horizon; month++) {
    for (const state of states) {
      const here = occupancy[month]?.[state] ?? 0;
      if (here <= 0) continue;
      const action = actionIn(policy, month, state);
      if (action !== 0 && action !== policy.walk.wait) share += here;
    }
  }
  return share;
}

/** What to do when a cause strikes the chosen track, in the order in which it could. */
function answersOf(policy: CareerPolicy, today: CalendarDate): readonly Answer[] {
  const { walk, career } = policy;
  const [chosen] = career.tracks as [Track];
  const answers: Answer[] = [];
  let elapsed = 0;
  chosen.legs.forEach((leg, index) => {
    const begun = elapsed;
    elapsed += leg.months + (leg.search === undefined ? 0 : 1 / Math.max(leg.search.monthly, 0.01));
    const own = causesFrom({ ...chosen, legs: [leg] }, 0);
    for (const causeId of own) {
      if (answers.some((one) => one.causeId === causeId)) continue;
      const struck = begun + monthsUntilStruck(leg, causeId);
      const month = Math.min(career.horizon - 1, Math.floor(struck));
      const state = walk.stateAfter(causeId, index);
      const { out = 0, place } = walk.states[state] ?? {};
      const stands = career.tracks.flatMap((_, i) =>
        i > 0 && state !== walk.nowhere && (out & (1 << i)) === 0 ? [i] : [],
      );
      const action = state === walk.nowhere ? 0 : actionIn(policy, month, state);
      const track = action === 0 || action === walk.wait ? undefined : action;
      const to = track === undefined ? undefined : career.tracks[track];
      answers.push({
        causeId,
        leg,
        again: place?.at === "again" && track === undefined,
        track,
        open: stands,
        begin: to?.legs[entryOf(chosen, { leg: index, share: HALFWAY, held: 0 }, to).leg],
        chance: policy.chances[month]?.[state] ?? 0,
        withOther: policy.eithers[month]?.[state] ?? 0,
        day: addMonths(today, month),
      });
    }
  });
  return answers;
}

/** Months from the beginning of the leg until one usually knows: an exam once no attempt is left. */
function monthsUntilStruck({ months, along, exam }: Leg, causeId: string): number {
  if (exam?.causeId === causeId) return months + (exam.attempts - 1) * exam.retryMonths;
  return along.some((risk) => risk.causeId === causeId) ? months * HALFWAY : months;
}
