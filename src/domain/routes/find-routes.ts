// The routes from where a person stands to their goal: the direct one, through steps on the way, by
// staying, by volunteering. The search is search-routes.ts's, the choice choose-routes.ts's.

import type { CalendarDate } from "../calendar-date.ts";
import { rowOf } from "../occupations/catalogue.ts";
import { chooseRoutes } from "./choose-routes.ts";
import { promotionRoutes } from "./promotion-route.ts";
import type { Route } from "./route.ts";
import { enumerateRoutes, type RouteQuestion, undominated } from "./search-routes.ts";

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
  const all = enumerateRoutes(question, row);
  const allowed = all.filter((one) => one.route.withinLimits);
  const pool = allowed.length > 0 ? allowed : all;
  return pool.length === 0 ? [] : chooseRoutes(catalogue, undominated(pool), pool);
}

/** Returns whether the person holds the occupation now. */
export function isHeldAlready(question: RouteQuestion, row: number): boolean {
  const { standing } = question;
  return standing.presentRows.includes(row) && standing.matches.some((match) => match.present);
}
