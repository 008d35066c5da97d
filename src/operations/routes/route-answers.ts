// What the operations on routes share: the stored goal that an answer changes, the ways found for it,
// and what the person chose or pinned among them, found again even where it is no longer shown.

import { z } from "zod";
import { findGaps } from "../../domain/gaps/find-gaps.ts";
import { plainNameOf } from "../../domain/moves/plain-name.ts";
import { type Catalogue, rowOf } from "../../domain/occupations/catalogue.ts";
import { type Goal, type Limits, REFUSAL_REASONS } from "../../domain/record/goal.ts";
import { choiceOf } from "../../domain/record/goal-answers.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { findBackups } from "../../domain/routes/find-backups.ts";
import { findRoutes } from "../../domain/routes/find-routes.ts";
import { subjectsOf } from "../../domain/routes/refusals.ts";
import type { Backup, Route } from "../../domain/routes/route.ts";
import { refusalsMet, subjectInWords } from "../../domain/routes/stage-subject.ts";
import { choosePlan, routesInOrder } from "../../domain/schedule/choose-plan.ts";
import { planRoute, type RoutePlan } from "../../domain/schedule/plan-route.ts";
import type { OperationContext } from "../context.ts";
import type { Problem } from "../problem-text.ts";
import { type Situation, situationOf } from "../situation.ts";

/** A stage answered with no, as the faces show it. */
export const refusalShape = z.object({
  subject: z.string(),
  reason: z.enum(REFUSAL_REASONS),
  what: z.string().meta({ description: "What was refused: working as a medical assistant" }),
});

/** The situation of the stored goal: answers are kept with it, so there must be one. */
export async function storedSituationOf(
  context: OperationContext,
): Promise<Result<Situation, Problem>> {
  const [store, personId] = [await context.store(), await context.personId()];
  const goal = (await store.listGoals(personId)).at(-1);
  return goal === undefined ? fail({ code: "goal/none" }) : situationOf(context, {});
}

export interface FoundWays {
  /** The one that the plan would take by itself first. */
  readonly routes: readonly Route[];
  /** The same routes as plans. */
  readonly plans: readonly RoutePlan[];
  /** The route that the plan would take: the chosen one, else the first. */
  readonly chosen: Route | undefined;
  readonly backups: readonly Backup[];
}

/** Returns the ways to the situation's goal, and their backups. */
export function waysOf(context: OperationContext, situation: Situation): FoundWays {
  const question = { ...situation, today: context.today };
  const found = findRoutes(question);
  const planning = { ...question, gaps: findGaps(question) };
  const plans = found.map((route) => planRoute(planning, route));
  const routes = routesInOrder(choosePlan(planning, plans), plans);
  const { routeId } = choiceOf(situation.goal);
  const chosen = routes.find(({ id }) => id === routeId) ?? routes[0];
  const backups = chosen === undefined ? [] : findBackups({ ...question, chosen, routes: found });
  return { routes, plans, chosen, backups };
}

/** Every route of the ways, those of the backups too, each once. */
export function everyRouteOf(ways: FoundWays): readonly Route[] {
  const all = [...ways.routes, ...ways.backups.map(({ route }) => route)];
  return all.filter(({ id }, i) => all.findIndex((other) => other.id === id) === i);
}

/** A route that was chosen or pinned and is not among those shown. */
export interface MissingRoute {
  readonly id: string;
  /** Undefined where it is not found under any answer. */
  readonly route: Route | undefined;
  /** "You said no to working as a medical assistant." */
  readonly why: string;
}

/**
 * Returns the routes that were chosen or pinned and are not among the ways; those that answers with no or
 * limits of money leave out are found as they would be without them.
 */
export function missingRoutesOf(
  context: OperationContext,
  situation: Situation,
  ways: FoundWays,
): readonly MissingRoute[] {
  const { goal, catalogue } = situation;
  const { routeId, backupIds, pinnedIds } = choiceOf(goal);
  const known = new Set(everyRouteOf(ways).map(({ id }) => id));
  const wanted = [...(routeId === undefined ? [] : [routeId]), ...backupIds, ...pinnedIds];
  const missing = [...new Set(wanted)].filter((id) => !known.has(id));
  if (missing.length === 0) return [];
  const { refusals = [], hoursPerWeek, notThese } = goal.limits;
  const without = (limits: Limits): readonly Route[] =>
    everyRouteOf(waysOf(context, { ...situation, goal: { ...goal, limits } }));
  const { refusals: _answered, ...asMoney } = goal.limits;
  const others = [...without(asMoney), ...without({ hoursPerWeek, notThese })];
  return missing.map((id): MissingRoute => {
    const route = others.find((one) => one.id === id);
    if (route === undefined) {
      return { id, route, why: "It is no longer among the ways found within your limits." };
    }
    const met = refusalsMet(route.stages.flatMap(subjectsOf), refusals);
    const said = met.map(({ subject }) => subjectInWords(catalogue, subject) ?? subject);
    return {
      id,
      route,
      why:
        said.length === 0
          ? "Within your limits of savings, pay and fees it is not among the best ways any more."
          : `You said no to ${said.join(" and to ")}.`,
    };
  });
}

/** Returns the stages answered with no, with what each is. */
export function refusalsInWords(catalogue: Catalogue, goal: Goal) {
  return (goal.limits.refusals ?? []).map((refusal) => ({
    ...refusal,
    what: subjectInWords(catalogue, refusal.subject) ?? refusal.subject,
  }));
}

/** Returns the names of every occupation and credential of the routes, by "occupation:ID" and "credential:ID". */
export function namesIn(catalogue: Catalogue, routes: readonly Route[]): Record<string, string> {
  const names = new Map<string, string>();
  for (const stage of routes.flatMap((route) => route.stages)) {
    const row = rowOf(catalogue, stage.occupationId);
    if (row >= 0) names.set(`occupation:${stage.occupationId}`, plainNameOf(catalogue, row));
    for (const id of stage.credentialIds) {
      const template = catalogue.credentials.find((one) => one.id === id);
      if (template !== undefined) names.set(`credential:${id}`, template.name);
    }
  }
  return Object.fromEntries(names);
}

/** Returns the route of the id, among the ways or among what is missing from them. */
export function knownRoute(ways: FoundWays, id: string): Result<Route, Problem> {
  const routes = everyRouteOf(ways);
  const route = routes.find((one) => one.id === id);
  return route === undefined
    ? fail({ code: "route/gone", id, known: routes.map((one) => one.id) })
    : ok(route);
}
