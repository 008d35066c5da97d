// When no route is within the limits: which of them binds, the smallest change of each single one that
// makes the goal possible, and the nearest goals that can be reached as things are. Never a bare no.

import {
  addDays,
  type CalendarDate,
  calendarMonthOf,
  DAYS_A_WEEK,
  dateInWords,
  lastDayOf,
  WEEKS_A_MONTH,
} from "../calendar-date.ts";
import { capital, lowerFirst } from "../first-letter.ts";
import { hoursPerWeekInWords } from "../length-of-time.ts";
import { type Money, moneyInWords } from "../money.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { rowOf } from "../occupations/catalogue.ts";
import type { Limits } from "../record/goal.ts";
import { listInWords } from "../words-in-a-row.ts";
import { findKinGoals, findNearerGoals, type NearerGoalRoute } from "./find-nearer-goals.ts";
import { consideredRoutes, isHeldAlready } from "./find-routes.ts";
import type { FoundRoute } from "./found-route.ts";
import {
  type ImpossibleGoal,
  LIMIT_KINDS,
  type LimitKind,
  type ReachableGoal,
  type Relaxation,
} from "./impossible-goal.ts";
import type { LadderedQuestion } from "./inside-routes.ts";
import { payNowOf } from "./route-graph.ts";
import { shareInWords } from "./route-in-words.ts";
import { subjectInWords } from "./stage-subject.ts";

/** Assumption: beyond this many hours a week on top of everything else no answer is worth giving. */
export const MOST_HOURS_THAT_WOULD_DO = 60;

/** Assumption: more savings than this are no advice. */
export const MOST_SAVINGS_THAT_WOULD_DO = 1_000_000;

/** Reachable goals given at most. */
export const REACHABLE_GOALS_SHOWN = 3;

export interface LimitQuestion extends LadderedQuestion {
  readonly today: CalendarDate;
}

/**
 * The soonest day on which a route within the limits reaches the goal, its date left aside; undefined
 * when no route is within them. A plan hands in its own, with delays and second attempts.
 */
export type Arrival = (question: LimitQuestion) => CalendarDate | undefined;

/** Returns the soonest day by the months of the routes themselves, if nothing is delayed. */
export function soonestUndelayed(question: LimitQuestion): CalendarDate | undefined {
  const row = rowOf(question.catalogue, question.goal.occupationId);
  const routes = row < 0 ? [] : consideredRoutes(question, row);
  const within = routes.filter((one) => one.route.withinLimits);
  const months = within.map((one) => one.route.months.likely);
  return months.length === 0 ? undefined : dayAfterMonths(question.today, Math.min(...months));
}

/** Returns the last day of so many months from today on. */
export function dayAfterMonths(today: CalendarDate, months: number): CalendarDate {
  return addDays(today, Math.max(0, Math.ceil(months * WEEKS_A_MONTH * DAYS_A_WEEK) - 1));
}

/** Returns whether a route within all limits reaches the goal by its date, if it has one. */
export function isPossible(question: LimitQuestion, arrival: Arrival = soonestUndelayed): boolean {
  const day = arrival(question);
  const { by } = question.goal;
  return day !== undefined && (by === undefined || day <= lastDayOf(by));
}

/**
 * Returns what stands in the way of a goal that no route reaches within the limits; undefined when one
 * does, when the goal is held already, or is unknown to the catalogue. The nearest goals take most of the
 * time; without `withGoals` there are none.
 */
export function explainImpossible(
  question: LimitQuestion,
  arrival: Arrival = soonestUndelayed,
  withGoals = true,
): ImpossibleGoal | undefined {
  const row = rowOf(question.catalogue, question.goal.occupationId);
  if (row < 0 || isHeldAlready(question, row) || isPossible(question, arrival)) return undefined;
  const relaxations = relaxationsOf(question, arrival);
  const helping = relaxations.filter((one) => one.helps);
  const together = helping.length > 0 ? [] : togetherOf(question, arrival);
  const name = withArticle(plainNameOf(question.catalogue, row));
  const hours = hoursPerWeekInWords(question.goal.limits.hoursPerWeek);
  const binding = [...new Set(helping.map((one) => BINDING_WORDS[one.limit]))];
  const text =
    helping.length > 0
      ? `No way to become ${name} fits all of your limits at once. What binds: ${listInWords(binding)}. ` +
        `${helping.length === 1 ? "This change alone makes" : "Each of these changes alone makes"} room.`
      : together.length > 0
        ? `No way to become ${name} fits your limits, and changing one of them alone does not help. ` +
          `Together these would: ${listInWords(together.map((limit) => LIMIT_WORDS[limit]))}.`
        : `No way to become ${name} was found at ${hours}, nor with all of your limits lifted.`;
  return {
    text,
    relaxations: [...helping, ...relaxations.filter((one) => !one.helps)],
    together,
    nearerGoals: withGoals ? reachableGoals(question, arrival) : [],
  };
}

const LIMIT_WORDS: Readonly<Record<LimitKind, string>> = {
  hours: "more hours a week",
  budget: "more money for fees",
  "pay floor": "less pay on the way",
  "savings floor": "savings going lower",
  savings: "more put by",
  date: "a later date",
  "not this": "what you ruled out",
};

const BINDING_WORDS: Readonly<Record<LimitKind, string>> = {
  hours: "the hours a week",
  budget: "the money for fees",
  "pay floor": "the least pay",
  "savings floor": "the savings",
  savings: "the savings",
  date: "the date",
  "not this": "what you ruled out",
};

/** Returns what each limit that is set would have to be for the goal to be possible, all else as it is. */
export function relaxationsOf(
  question: LimitQuestion,
  arrival: Arrival = soonestUndelayed,
): readonly Relaxation[] {
  const { limits } = question.goal;
  const { currency } = question.catalogue;
  const isSet = (money: Money | undefined): boolean => money?.currency === currency;
  return [
    hoursNeeded(question, arrival),
    ...(isSet(limits.budget) ? [budgetNeeded(question, arrival)] : []),
    ...(isSet(limits.payFloor) ? [payFloorNeeded(question, arrival)] : []),
    ...(isSet(limits.savings) ? savingsNeeded(question, arrival) : []),
    ...(question.goal.by === undefined ? [] : [dateNeeded(question, arrival)]),
    ...liftedRefusals(question, arrival),
  ];
}

/** Returns the question with other limits. */
export function withLimits(question: LimitQuestion, limits: Limits): LimitQuestion {
  return { ...question, goal: { ...question.goal, limits } };
}

/** Returns the question with one kind of limit lifted; hours at the most that is worth an answer. */
export function liftedOf(question: LimitQuestion, kind: LimitKind): LimitQuestion {
  const { goal } = question;
  const { budget, payFloor, savings, savingsFloor, savedPerMonth, refusals, ...rest } = goal.limits;
  const money = {
    ...(budget === undefined || kind === "budget" ? {} : { budget }),
    ...(payFloor === undefined || kind === "pay floor" ? {} : { payFloor }),
    ...(savings === undefined || kind === "savings" ? {} : { savings }),
    ...(savingsFloor === undefined || kind === "savings floor" ? {} : { savingsFloor }),
    ...(savedPerMonth === undefined ? {} : { savedPerMonth }),
    ...(refusals === undefined || kind === "not this" ? {} : { refusals }),
  };
  const limits: Limits = {
    ...rest,
    ...money,
    notThese: kind === "not this" ? [] : rest.notThese,
    hoursPerWeek:
      kind === "hours" ? Math.max(rest.hoursPerWeek, MOST_HOURS_THAT_WOULD_DO) : rest.hoursPerWeek,
  };
  if (kind !== "date") return withLimits(question, limits);
  const { by, ...open } = goal;
  return { ...question, goal: { ...open, limits } };
}

/**
 * Returns the least whole number above `low` up to `high` that works, where everything above one that works
 * works too; undefined when `high` does not.
 */
export function leastThatWorks(
  low: number,
  high: number,
  works: (value: number) => boolean,
): number | undefined {
  if (high <= low || !works(high)) return undefined;
  let [fails, does] = [low, high];
  while (does - fails > 1) {
    const middle = Math.floor((fails + does) / 2);
    if (works(middle)) does = middle;
    else fails = middle;
  }
  return does;
}

/** Returns the fewest whole hours a week above those given at which the goal is possible. */
export function hoursThatWouldDo(
  question: LimitQuestion,
  arrival: Arrival = soonestUndelayed,
): number | undefined {
  const { limits } = question.goal;
  return leastThatWorks(Math.floor(limits.hoursPerWeek), MOST_HOURS_THAT_WOULD_DO, (hoursPerWeek) =>
    isPossible(withLimits(question, { ...limits, hoursPerWeek }), arrival),
  );
}

function hoursNeeded(question: LimitQuestion, arrival: Arrival): Relaxation {
  const given = question.goal.limits.hoursPerWeek;
  const hours = hoursThatWouldDo(question, arrival);
  return {
    ...NOTHING,
    limit: "hours",
    helps: hours !== undefined,
    amount: hours,
    text:
      hours === undefined
        ? `More hours a week alone do not help, not even ${MOST_HOURS_THAT_WOULD_DO}.`
        : `With ${hoursPerWeekInWords(hours)} instead of ${given} it fits.`,
  };
}

const NOTHING = { subject: undefined, amount: undefined, date: undefined } as const;

/** The first of the candidates, each a looser limit than the one before, that works. */
function firstThatWorks(
  candidates: readonly number[],
  works: (value: number) => boolean,
): number | undefined {
  const at = leastThatWorks(-1, candidates.length - 1, (i) => works(candidates[i] as number));
  return at === undefined ? undefined : candidates[at];
}

function distinct(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Fees bind at what a route costs: those sums, in whole units, are all the places where it can change. */
function budgetNeeded(question: LimitQuestion, arrival: Arrival): Relaxation {
  const { limits } = question.goal;
  const given = limits.budget as Money;
  const open = allowedRoutes(liftedOf(question, "budget"));
  const sums = distinct(open.map((one) => Math.ceil(one.route.money.likely)));
  const amount = firstThatWorks(
    sums.filter((sum) => sum > given.amount),
    (sum) => isPossible(withBudget(question, sum), arrival),
  );
  return {
    ...NOTHING,
    limit: "budget",
    helps: amount !== undefined,
    amount,
    text:
      amount === undefined
        ? "More money for fees alone does not help."
        : `With ${moneyInWords({ ...given, amount })} for fees instead of ${moneyInWords(given)} it fits. ` +
          "Ask your employer, the college and your state about help before you pay anything yourself.",
  };
}

function withBudget(question: LimitQuestion, amount: number): LimitQuestion {
  const { limits } = question.goal;
  return withLimits(question, {
    ...limits,
    budget: { amount, currency: question.catalogue.currency },
  });
}

/** A floor binds at what an occupation pays: those figures are all the places where it can change. */
function payFloorNeeded(question: LimitQuestion, arrival: Arrival): Relaxation {
  const { catalogue, standing, goal, ladders = [] } = question;
  const given = goal.limits.payFloor as Money;
  const rungs = ladders.flatMap((ladder) => ladder.rungs.map((rung) => rung.annualPay?.amount));
  const pays = [...catalogue.payMedian, ...rungs, payNowOf(catalogue, standing)]
    .map((pay) => pay ?? Number.NaN)
    .filter((pay) => pay < given.amount)
    .map((pay) => -Math.floor(pay));
  const lowered = firstThatWorks(distinct([...pays, 0]), (pay) =>
    isPossible(
      withLimits(question, { ...goal.limits, payFloor: { ...given, amount: -pay } }),
      arrival,
    ),
  );
  const amount = lowered === undefined ? undefined : Math.abs(lowered);
  return {
    ...NOTHING,
    limit: "pay floor",
    helps: amount !== undefined,
    amount,
    text:
      amount === undefined
        ? "Less pay on the way alone does not help."
        : `With ${moneyInWords({ ...given, amount })} a year as the least, instead of ${moneyInWords(given)}, it fits. ` +
          "These are middles of what is paid: put in what is paid where you live.",
  };
}

/** Savings change by the month, so that every whole unit of money is a place where they can bind. */
function savingsNeeded(question: LimitQuestion, arrival: Arrival): readonly Relaxation[] {
  const { limits } = question.goal;
  const savings = limits.savings as Money;
  const floor = limits.savingsFloor?.amount ?? 0;
  const words = (amount: number): string => moneyInWords({ ...savings, amount });
  const lowered = leastThatWorks(-Math.ceil(floor), 0, (value) =>
    isPossible(
      withLimits(question, { ...limits, savingsFloor: { ...savings, amount: -value } }),
      arrival,
    ),
  );
  const lowest = lowered === undefined ? undefined : Math.abs(lowered);
  const more = leastThatWorks(Math.floor(savings.amount), MOST_SAVINGS_THAT_WOULD_DO, (amount) =>
    isPossible(withLimits(question, { ...limits, savings: { ...savings, amount } }), arrival),
  );
  const floorText =
    lowest === undefined
      ? "Letting savings go lower alone does not help, not even down to nothing."
      : `With savings allowed to go down to ${words(lowest)} instead of ${words(floor)} it fits.`;
  return [
    ...(floor > 0
      ? [
          {
            ...NOTHING,
            limit: "savings floor" as const,
            helps: lowest !== undefined,
            amount: lowest,
            text: floorText,
          },
        ]
      : []),
    {
      ...NOTHING,
      limit: "savings",
      helps: more !== undefined,
      amount: more,
      text:
        more === undefined
          ? "More put by alone does not help."
          : `With ${words(more)} put by before you begin, instead of ${words(savings.amount)}, it fits.`,
    },
  ];
}

function dateNeeded(question: LimitQuestion, arrival: Arrival): Relaxation {
  const date = arrival(question);
  const by = question.goal.by;
  return {
    ...NOTHING,
    limit: "date",
    helps: date !== undefined,
    date,
    text:
      date === undefined || by === undefined
        ? "A later date alone does not help."
        : `With ${dateInWords(date)} as the date instead of ${dateInWords(by)} it fits.`,
  };
}

/** Each thing ruled out, let in again with all others still out. */
function liftedRefusals(question: LimitQuestion, arrival: Arrival): readonly Relaxation[] {
  const { limits } = question.goal;
  const occupations = limits.notThese.map((id) => ({
    subject: id,
    named: subjectInWords(question.catalogue, `occupation:${id}`) ?? "",
    limits: { ...limits, notThese: limits.notThese.filter((other) => other !== id) },
  }));
  const refused = (limits.refusals ?? []).map((refusal) => ({
    subject: refusal.subject,
    named: subjectInWords(question.catalogue, refusal.subject) ?? refusal.subject,
    limits: { ...limits, refusals: (limits.refusals ?? []).filter((other) => other !== refusal) },
  }));
  return [...occupations, ...refused]
    .filter((one) => one.named !== "")
    .map((one) => {
      const helps = isPossible(withLimits(question, one.limits), arrival);
      return {
        ...NOTHING,
        limit: "not this",
        subject: one.subject,
        helps,
        text: helps
          ? `If you did not rule out ${one.named}, it would fit.`
          : `Letting in ${one.named} again alone does not help.`,
      };
    });
}

/** Limits that make room together: all are lifted, then each that is not needed is set again. */
function togetherOf(question: LimitQuestion, arrival: Arrival): readonly LimitKind[] {
  const liftAll = (kinds: readonly LimitKind[]): LimitQuestion =>
    kinds.reduce((asked, kind) => liftedOf(asked, kind), question);
  const { limits, by } = question.goal;
  const isSet: Readonly<Record<LimitKind, boolean>> = {
    hours: limits.hoursPerWeek < MOST_HOURS_THAT_WOULD_DO,
    budget: limits.budget !== undefined,
    "pay floor": limits.payFloor !== undefined,
    "savings floor": false,
    savings: limits.savings !== undefined,
    date: by !== undefined,
    "not this": limits.notThese.length + (limits.refusals?.length ?? 0) > 0,
  };
  let kinds = LIMIT_KINDS.filter((kind) => isSet[kind]);
  if (!isPossible(liftAll(kinds), arrival)) return [];
  for (const kind of kinds) {
    const fewer = kinds.filter((other) => other !== kind);
    if (isPossible(liftAll(fewer), arrival)) kinds = fewer;
  }
  return kinds;
}

/** The routes within the limits. */
function allowedRoutes(question: LimitQuestion): readonly FoundRoute[] {
  const row = rowOf(question.catalogue, question.goal.occupationId);
  const routes = row < 0 ? [] : consideredRoutes(question, row);
  return routes.filter((one) => one.route.withinLimits);
}

/** The goals on the way or beside it that are possible within all limits, those that count for most first. */
function reachableGoals(question: LimitQuestion, arrival: Arrival): readonly ReachableGoal[] {
  const { catalogue, goal } = question;
  const reached = (found: readonly NearerGoalRoute[]): readonly ReachableGoal[] =>
    found.flatMap((nearer) => {
      const own = { ...question, goal: { ...goal, occupationId: nearer.occupationId } };
      const date = arrival(own);
      if (date === undefined || (goal.by !== undefined && date > lastDayOf(goal.by))) return [];
      const name = capital(plainNameOf(catalogue, nearer.row));
      const fees = nearer.route.money.likely;
      return [
        {
          occupationId: nearer.occupationId,
          occupation: nearer.occupation,
          everydayName: name,
          date,
          countsTowardsGoal: nearer.countsTowardsGoal,
          text:
            `${name}: around ${dateInWords(calendarMonthOf(date))}, ` +
            `${fees >= 1 ? `${moneyInWords({ amount: fees, currency: catalogue.currency })} in fees` : "no fees"}` +
            `${nearer.countsTowardsGoal > 0 ? `; ${lowerFirst(shareInWords(nearer.countsTowardsGoal))} of that work also counts towards your goal` : ""}.`,
        },
      ];
    });
  const onTheWay = reached(findNearerGoals(question));
  const all = onTheWay.length > 0 ? onTheWay : reached(findKinGoals(question));
  return [...all]
    .sort(
      (a, b) =>
        b.countsTowardsGoal - a.countsTowardsGoal || (a.occupationId < b.occupationId ? -1 : 1),
    )
    .slice(0, REACHABLE_GOALS_SHOWN);
}
