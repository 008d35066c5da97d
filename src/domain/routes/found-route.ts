// A route as the search found it, before any is chosen. The shape only.

import type { Route } from "./route.ts";

/** A route with what the search compares it by. */
export interface FoundRoute {
  readonly route: Route;
  /** Months, money, −ln of the route's chance, pay forgone (0 when pay is not known). */
  readonly costs: readonly number[];
  /** Rows moved to, the goal last. */
  readonly rows: readonly number[];
  /** Set where nothing leads to the goal and it is only tried, whatever is missing. */
  readonly isTry?: true;
}
