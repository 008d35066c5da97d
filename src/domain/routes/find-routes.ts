// The routes from where a person stands to their goal: the direct one, through steps on the way, by
// staying, by volunteering. The search is search-routes.ts's, the choice choose-routes.ts's.

import { isHeldForPay } from "../abilities/held-for-pay.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { rowOf } from "../occupations/catalogue.ts";
import { chooseRoutes } from "./choose-routes.ts";
import type { FoundRoute } from "./found-route.ts";
import {
  insideRoutes,
  type LadderedQuestion,
  routesByLadder,
  whyWithFlags,
  withInsideRoutes,
} from "./inside-routes.ts";
import { promotionRoutes, withRungs } from "./promotion-route.ts";
import type { Route } from "./route.ts";
import { type RouteQuestion, slowestBeside } from "./route-graph.ts";
import { bestRoutes, enumerateRoutes, undominated } from "./search-routes.ts";

/** Moves at most in a way that is shown beside the best ones though it is best at nothing. */
const MOST_MOVES_BESIDE = 2;

/**
 * Returns at most five routes to the goal, the balanced one first, each named for what it is best at.
 * Routes within the person's limits; where there are none, those that break them, marked. Empty when
 * the goal is unknown to the catalogue, or held already with no rung above it. Where the person described
 * the ladder of their organisation, up to two routes that begin on it stand among them.
 */
export function findRoutes(
  question: LadderedQuestion & { readonly today: CalendarDate },
): readonly Route[] {
  const { catalogue, goal } = question;
  const row = rowOf(catalogue, goal.occupationId);
  if (row < 0) return [];
  if (isHeldAlready(question, row)) return upFromHere(question, row);
  const found = (routes: readonly FoundRoute[]) => withRungs(question, row, routes);
  const best = withoutSlow(found(bestRoutes(question, row)));
  if (best.length > 0) {
    const others = found(
      enumerateRoutes({ ...question, mostMoves: MOST_MOVES_BESIDE }, row, false),
    );
    const allowed = others.filter((one) => one.route.withinLimits);
    const shown = chooseRoutes(catalogue, best, allowed);
    return withInsideRoutes(question, row, { shown, pool: [...best, ...allowed] });
  }
  const broken = found(enumerateRoutes(question, row));
  const shown = broken.length === 0 ? [] : chooseRoutes(catalogue, undominated(broken), broken);
  return withInsideRoutes(question, row, { shown, pool: broken });
}

/**
 * Returns the routes that what is said of the goal rests on: those that no other beats, those up the ladders
 * and up to the goal's rung, and every one of up to three moves; within the limits, but where none is, all.
 * Some of them are too slow or too alike to be shown.
 */
export function consideredRoutes(question: LadderedQuestion, row: number): readonly FoundRoute[] {
  const inside = [...insideRoutes(question, row), ...routesByLadder(question, row)];
  const every = [...bestRoutes(question, row), ...enumerateRoutes(question, row)];
  const all = [...withRungs(question, row, every), ...inside];
  const within = all.filter((one) => one.route.withinLimits);
  return within.length > 0 ? within : all;
}

function withoutSlow(routes: readonly FoundRoute[]): readonly FoundRoute[] {
  const months = (one: FoundRoute): number => one.route.months.likely;
  const slowest = slowestBeside(Math.min(...routes.map(months)));
  return routes.filter((one) => months(one) <= slowest);
}

/**
 * Returns the other routes within the limits that no route beats in months, fees, chance and pay on the way, but for
 * those shown, fastest first: together with them, whatever a wider limit lets in hides none that was
 * there. Empty where none is within the limits, or the goal is held.
 */
export function findOtherRoutes(
  question: LadderedQuestion,
  shown: readonly Pick<Route, "id">[],
): readonly Route[] {
  const row = rowOf(question.catalogue, question.goal.occupationId);
  if (row < 0 || isHeldAlready(question, row)) return [];
  const ids = new Set(shown.map(({ id }) => id));
  return withRungs(question, row, bestRoutes(question, row))
    .map(({ route }) => route)
    .filter(({ id, withinLimits }) => withinLimits && !ids.has(id));
}

/** Up the ladder described, and up the rungs of the occupation wherever they are. */
function upFromHere(question: LadderedQuestion, row: number): readonly Route[] {
  const inside = insideRoutes(question, row).map(({ route }) => ({
    ...route,
    why: whyWithFlags(question, route, 0),
  }));
  return [...inside, ...promotionRoutes(question, row)];
}

/** Returns whether the person holds the occupation now, in paid work. */
export function isHeldAlready({ catalogue, standing }: RouteQuestion, row: number): boolean {
  return isHeldForPay(catalogue, standing, row);
}
