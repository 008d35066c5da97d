// The routes from where a person stands to their goal: the direct one, through steps on the way, by
// staying, by volunteering. The search is search-routes.ts's, the choice choose-routes.ts's.

import type { CalendarDate } from "../calendar-date.ts";
import { rowOf } from "../occupations/catalogue.ts";
import { chooseRoutes } from "./choose-routes.ts";
import { promotionRoutes } from "./promotion-route.ts";
import type { Route } from "./route.ts";
import type { RouteQuestion } from "./route-graph.ts";
import { bestRoutes, enumerateRoutes, undominated } from "./search-routes.ts";

/** Moves at most in a way that is shown beside the best ones though it is best at nothing. */
const MOST_MOVES_BESIDE = 2;

/**
 * Returns at most five routes to the goal, the balanced one first, each named for what it is best at.
 * Routes within the person's limits; where there are none, those that break them, marked. Empty when
 * the goal is unknown to the catalogue, or held already with no rung above it.
 */
export function findRoutes(
  question: RouteQuestion & { readonly today: CalendarDate },
): readonly Route[] {
  const { catalogue, goal } = question;
  const row = rowOf(catalogue, goal.occupationId);
  if (row < 0) return [];
  if (isHeldAlready(question, row)) return promotionRoutes(question, row);
  const best = bestRoutes(question, row);
  if (best.length > 0) {
    const others = enumerateRoutes({ ...question, mostMoves: MOST_MOVES_BESIDE }, row);
    return chooseRoutes(
      catalogue,
      best,
      others.filter((one) => one.route.withinLimits),
    );
  }
  const broken = enumerateRoutes(question, row);
  return broken.length === 0 ? [] : chooseRoutes(catalogue, undominated(broken), broken);
}

/** Returns whether the person holds the occupation now. */
export function isHeldAlready(question: RouteQuestion, row: number): boolean {
  const { standing } = question;
  return standing.presentRows.includes(row) && standing.matches.some((match) => match.present);
}
