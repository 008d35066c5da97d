// When each of several routes is likely to be at its goal, by the plan's own reckoning, and whether that is
// by the date asked for. What would make a late one early enough is explain-infeasible.ts's.

import { type CalendarDate, dateInWords, lastDayOf, type PartialDate } from "../calendar-date.ts";
import type { Route } from "../routes/route.ts";
import { monthInWords } from "./plan-in-words.ts";
import { planRoute, type RoutePlan, type Situation } from "./plan-route.ts";

export interface RouteArrival {
  readonly routeId: string;
  /** P50 of the route as a plan: as likely before as after, if nothing ends it. */
  readonly day: CalendarDate;
  /** Whether that is by the goal's date; absent where it has none, or where the route leads elsewhere. */
  readonly inTime?: boolean | undefined;
}

/** Returns the day of each route, each route once, in the order given; those that are plans already are not planned again. */
export function routeArrivals(
  situation: Situation,
  routes: readonly Route[],
  plans: readonly RoutePlan[] = [],
): readonly RouteArrival[] {
  const { goal } = situation;
  const { by } = goal;
  return routes
    .filter(({ id }, i) => routes.findIndex((other) => other.id === id) === i)
    .filter((route) => route.stages.at(-1)?.occupationId === goal.occupationId)
    .map((route) => {
      const known = plans.find((plan) => plan.route.id === route.id);
      const day = (known ?? planRoute(situation, route)).p50;
      return {
        routeId: route.id,
        day,
        ...(by === undefined ? {} : { inTime: day <= lastDayOf(by) }),
      };
    });
}

/**
 * Returns that no route is likely to be there by the date, and which day is the soonest; undefined where
 * one is in time, or nothing was asked.
 */
export function missedDateInWords(
  arrivals: readonly Pick<RouteArrival, "day" | "inTime">[],
  by: PartialDate | undefined,
): string | undefined {
  const [soonest] = arrivals.map(({ day }) => day).sort();
  if (by === undefined || soonest === undefined || arrivals.some(({ inTime }) => inTime === true)) {
    return undefined;
  }
  const count = arrivals.length;
  return (
    `${count === 1 ? "It is not likely to be done" : "None of them is likely to be done"} by ${dateInWords(by)}: ` +
    `${count === 1 ? "it takes until" : "the soonest takes until"} about ${monthInWords(soonest)}, ` +
    "with delays and second attempts counted."
  );
}
