// The types of throughline/routes.

import type { Standing } from "../dist/domain/abilities/standing.js";
import type { Catalogue } from "../dist/domain/occupations/catalogue.js";
import type { Route } from "../dist/domain/routes/route.js";

export type { Standing } from "../dist/domain/abilities/standing.js";
export {
  type ParetoPath,
  type PlainGraph,
  paretoPaths,
} from "../dist/domain/routes/pareto-paths.js";
export type {
  FailureCause,
  Route,
  RouteStrength,
  Stage,
  StageKind,
} from "../dist/domain/routes/route.js";
export { settledPerson } from "../dist/domain/routes/settled-person.js";

/** An amount; currencies are never converted or compared. */
export interface Sum {
  readonly amount: number;
  /** ISO 4217, such as "USD". */
  readonly currency: string;
}

/** What the person can and will give; what is left out limits nothing. */
export interface RouteLimits {
  /** For learning and looking, on top of everything else; above 0, at most 168; 8 when left out. */
  readonly hoursPerWeek?: number;
  /** Money for fees in all. */
  readonly budget?: Sum;
  /** Pay a year below which no stage may go. */
  readonly payFloor?: Sum;
  /** Occupation ids that no route may pass through. */
  readonly notThese?: readonly string[];
  /** Money put by today. */
  readonly savings?: Sum;
  /** Savings below which no stage may go; 0 when left out. */
  readonly savingsFloor?: Sum;
  /** What is put by in a month at today's pay, below 0 when savings shrink; 0 when left out. */
  readonly savedPerMonth?: Sum;
}

export interface RoutesQuestion {
  readonly catalogue: Catalogue;
  /** Where the person stands, such as settledPerson() gives. */
  readonly standing: Standing;
  readonly goal: { readonly occupationId: string; readonly limits?: RouteLimits };
  /** The day from which it is reckoned, "YYYY-MM-DD". */
  readonly today: string;
  /** Moves at most, 1 to 4; 4 when left out. */
  readonly mostMoves?: 1 | 2 | 3 | 4;
  /** Ids of the catalogue's credentials not to use, to find another way. */
  readonly avoid?: ReadonlySet<string>;
}

/**
 * Returns at most five routes to the goal, the balanced one first, each named for what it is best at. Routes
 * within the limits; where there are none, those that break them, marked. Empty when the goal is unknown
 * to the catalogue, or held already with no rung above it. Months are calendar months.
 *
 * @throws TypeError for a field of the wrong kind, RangeError for one out of its range or a day that is none.
 */
export function findRoutes(question: RoutesQuestion): readonly Route[];
