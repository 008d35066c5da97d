// From what a person says of a goal (a title, a date, hours, money) to a goal that can be planned, or
// to the one problem that stands in the way. A title that could mean several occupations is never
// guessed: the candidates are given back.

import type { CalendarDate, DateProblem } from "../../domain/calendar-date.ts";
import { firstDayOf, lastDayOf, parsePartialDate } from "../../domain/calendar-date.ts";
import type { Currency, Money } from "../../domain/money.ts";
import { type Catalogue, rowOf } from "../../domain/occupations/catalogue.ts";
import {
  DEFAULT_HOURS_PER_WEEK,
  type Goal,
  type Hazards,
  type Refusal,
  type RouteChoice,
  type WeekStretch,
} from "../../domain/record/goal.ts";
import type { OwnAction } from "../../domain/record/own-action.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { matchTitle } from "../../domain/titles/match-title.ts";
import type { TitleIndex } from "../../domain/titles/title-index.ts";
import type { ResumeGoal } from "../../formats/json-resume-goal.ts";

/** Hours a week that a plan can be made for; more than 80 leaves no life to plan. */
export const MOST_HOURS_PER_WEEK = 80;

/** How many candidates are offered where a goal's title is not clear. */
const CANDIDATES_OFFERED = 5;

export interface GoalCandidate {
  readonly id: string;
  readonly occupation: string;
  readonly confidence: number;
}

export type GoalProblem =
  | { readonly code: "goal/empty" }
  | { readonly code: "goal/no-match"; readonly title: string }
  | {
      readonly code: "goal/unsure";
      readonly title: string;
      readonly candidates: readonly GoalCandidate[];
    }
  | { readonly code: "goal/date-in-past"; readonly by: string; readonly today: string }
  | { readonly code: "goal/hours-out-of-range"; readonly hours: number }
  | { readonly code: "goal/weeks-out-of-range"; readonly hours: number }
  | {
      readonly code: "goal/weeks-end-before-start";
      readonly from: string;
      readonly to: string;
    }
  | { readonly code: "goal/budget-negative"; readonly budget: number }
  | { readonly code: "occupation/unknown"; readonly id: string }
  | DateProblem;

/** Weeks in which the hours differ, as they are said; dates still text. */
export interface SaidWeeks {
  readonly from: string;
  readonly to: string;
  readonly hoursPerWeek: number;
  readonly why?: string | undefined;
}

export interface SaidGoal {
  readonly title: string;
  readonly by?: string | undefined;
  readonly hours?: number | undefined;
  readonly weeks?: readonly SaidWeeks[] | undefined;
  readonly budget?: number | undefined;
  readonly payFloor?: number | undefined;
  readonly notThese?: readonly string[] | undefined;
  readonly savings?: number | undefined;
  readonly savingsFloor?: number | undefined;
  /** Below 0 where savings shrink from month to month. */
  readonly savedPerMonth?: number | undefined;
  readonly refusals?: readonly Refusal[] | undefined;
  readonly choice?: RouteChoice | undefined;
  readonly ownActions?: readonly OwnAction[] | undefined;
  readonly hazards?: Hazards | undefined;
  readonly why?: string | undefined;
}

/**
 * Returns a document's goal as resolveGoal takes it. Amounts in another currency than the catalogue's
 * are left out: they cannot be compared with its fees.
 */
export function saidGoalOf(goal: ResumeGoal, currency: Currency): SaidGoal {
  const amountOf = (money: Money | undefined) =>
    money?.currency === currency ? money.amount : undefined;
  return {
    title: goal.title,
    by: goal.by,
    hours: goal.hoursPerWeek,
    weeks: goal.weeks,
    budget: amountOf(goal.budget),
    payFloor: amountOf(goal.payFloor),
    notThese: goal.notThese,
    savings: amountOf(goal.savings),
    savingsFloor: amountOf(goal.savingsFloor),
    savedPerMonth: amountOf(goal.savedPerMonth),
    refusals: goal.refusals,
    choice: goal.choice,
    ownActions: goal.ownActions,
    hazards: goal.hazards,
    why: goal.why,
  };
}

interface GoalWorld {
  readonly catalogue: Catalogue;
  readonly titles: TitleIndex;
  readonly today: CalendarDate;
  readonly id: string;
}

/**
 * Returns the goal, its money in the catalogue's currency, eight hours a week where none were said.
 * The title may be an occupation's id. Several likely occupations are a problem with the candidates,
 * best first.
 */
export function resolveGoal(said: SaidGoal, world: GoalWorld): Result<Goal, GoalProblem> {
  const { catalogue } = world;
  const occupation = resolveOccupation(said.title.trim(), world);
  if (!occupation.ok) return occupation;

  const hours = said.hours ?? DEFAULT_HOURS_PER_WEEK;
  if (!(hours > 0 && hours <= MOST_HOURS_PER_WEEK)) {
    return fail({ code: "goal/hours-out-of-range", hours });
  }
  const weeks = weeksOf(said.weeks ?? []);
  if (!weeks.ok) return weeks;
  for (const amount of [said.budget, said.payFloor, said.savings, said.savingsFloor]) {
    if (amount !== undefined && !(amount >= 0)) {
      return fail({ code: "goal/budget-negative", budget: amount });
    }
  }
  const by = said.by === undefined ? undefined : parsePartialDate(said.by.trim());
  if (by !== undefined && !by.ok) return by;
  if (by !== undefined && lastDayOf(by.value) <= world.today) {
    return fail({ code: "goal/date-in-past", by: by.value, today: world.today });
  }
  for (const id of said.notThese ?? []) {
    if (rowOf(catalogue, id) < 0) return fail({ code: "occupation/unknown", id });
  }
  const money = (amount: number): { amount: number; currency: Currency } => ({
    amount,
    currency: catalogue.currency,
  });
  return ok({
    id: world.id,
    title: said.title.trim(),
    occupationId: occupation.value,
    why: said.why ?? "",
    ...(by === undefined ? {} : { by: by.value }),
    limits: {
      hoursPerWeek: hours,
      ...(weeks.value.length === 0 ? {} : { weeks: weeks.value }),
      ...(said.budget === undefined ? {} : { budget: money(said.budget) }),
      ...(said.payFloor === undefined ? {} : { payFloor: money(said.payFloor) }),
      notThese: said.notThese ?? [],
      ...(said.refusals === undefined ? {} : { refusals: said.refusals }),
      ...(said.savings === undefined ? {} : { savings: money(said.savings) }),
      ...(said.savingsFloor === undefined ? {} : { savingsFloor: money(said.savingsFloor) }),
      ...(said.savedPerMonth === undefined ? {} : { savedPerMonth: money(said.savedPerMonth) }),
    },
    ...(said.choice === undefined ? {} : { choice: said.choice }),
    ...(said.ownActions === undefined ? {} : { ownActions: said.ownActions }),
    ...(said.hazards === undefined ? {} : { hazards: said.hazards }),
  });
}

function weeksOf(said: readonly SaidWeeks[]): Result<readonly WeekStretch[], GoalProblem> {
  const weeks: WeekStretch[] = [];
  for (const { from, to, hoursPerWeek, why = "" } of said) {
    const first = parsePartialDate(from.trim());
    if (!first.ok) return first;
    const last = parsePartialDate(to.trim());
    if (!last.ok) return last;
    if (lastDayOf(last.value) < firstDayOf(first.value)) {
      return fail({ code: "goal/weeks-end-before-start", from: first.value, to: last.value });
    }
    if (!(hoursPerWeek >= 0 && hoursPerWeek <= MOST_HOURS_PER_WEEK)) {
      return fail({ code: "goal/weeks-out-of-range", hours: hoursPerWeek });
    }
    weeks.push({ from: first.value, to: last.value, hoursPerWeek, why: why.trim() });
  }
  return ok(weeks);
}

/**
 * Returns the id of the occupation that a title or a code means. Several likely ones are a problem with
 * the candidates, best first.
 */
export function resolveOccupation(
  title: string,
  world: Pick<GoalWorld, "catalogue" | "titles">,
): Result<string, GoalProblem> {
  const { catalogue } = world;
  if (title === "") return fail({ code: "goal/empty" });
  if (/^\d{2}-\d{4}(\.\d{2})?$/.test(title)) {
    // A six-digit SOC code means the O*NET occupation that is all of it.
    const id = title.length === 7 ? `${title}.00` : title;
    return rowOf(catalogue, id) < 0 ? fail({ code: "occupation/unknown", id: title }) : ok(id);
  }
  const match = matchTitle(world.titles, title, {
    names: (id) => catalogue.titles[rowOf(catalogue, id)] ?? id,
  });
  const [best] = match.candidates;
  if (best === undefined) return fail({ code: "goal/no-match", title });
  if (match.state === "sure") return ok(best.occupationId);
  return fail({
    code: "goal/unsure",
    title,
    candidates: match.candidates.slice(0, CANDIDATES_OFFERED).map((candidate) => ({
      id: candidate.occupationId,
      occupation: candidate.occupation,
      confidence: candidate.confidence,
    })),
  });
}
