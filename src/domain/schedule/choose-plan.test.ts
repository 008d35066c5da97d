// Which route is planned: cases over plans of which only chances and days are known.

import { expect, test } from "vitest";
import { addDays, type CalendarDate, daysBetween, type PartialDate } from "../calendar-date.ts";
import { choosePlan, routesInOrder } from "./choose-plan.ts";
import type { RoutePlan, Situation } from "./plan-route.ts";

const TODAY = "2026-11-22" as CalendarDate;
const DEADLINE = "2030-12-31" as CalendarDate;
const RUNS = 100;

/** A plan that is done so many days after the deadline on P50, and by it in so many of a hundred runs. */
function plan(id: string, late: number, chance: number, withinLimits = true): RoutePlan {
  const p50 = addDays(DEADLINE, late);
  const days = daysBetween(TODAY, p50);
  const strengths: RoutePlan["route"]["strengths"] = id === "a" ? ["balanced"] : [];
  const endedBy: RoutePlan["simulation"]["endedBy"] = Array.from({ length: RUNS }, (_, run) =>
    run < chance ? undefined : "exam:x",
  );
  return {
    route: { id, name: id, withinLimits, why: "Why.", strengths },
    p50,
    simulation: {
      runs: RUNS,
      goal: { p50: days },
      goalDays: new Float64Array(RUNS).fill(1),
      endedBy,
    },
  } as RoutePlan; // as: the rule looks at nothing else
}

function situation(by: string | undefined) {
  return { goal: { by: by as PartialDate | undefined }, today: TODAY } as Pick<
    Situation,
    "goal" | "today"
  >;
}

const BY = situation("2030-12");

test.each([
  ["the first in the balance", [plan("a", -1, 50), plan("b", -99, 59)], "a", /^Why\.$/],
  [
    "the likeliest, from a tenth more on",
    [plan("a", -1, 50), plan("b", -1, 60), plan("c", -1, 70)],
    "c",
    /^Planned before “a”, which comes first in the balance: its chance by your date is 70 in 100 instead of 50\. Why\.$/,
  ],
  [
    "the first in time, before one that is late",
    [plan("a", 1, 45), plan("b", -1, 50)],
    "b",
    /^Planned before “a”, .*: it is likely to be done by your date, and that one is not\. Why\.$/,
  ],
  [
    "the soonest, where none is in time",
    [plan("a", 9, 5), plan("b", 5, 9), plan("c", 7, 99)],
    "b",
    /^Planned before “a”, .*: neither is likely to be done by your date, and this one is done sooner\./,
  ],
  [
    "one within the limits, whatever the others promise",
    [plan("x", -1, 99, false), plan("a", -1, 50)],
    "a",
    /^Why\.$/,
  ],
])("choosePlan() takes %s", (_, plans, id, why) => {
  const chosen = choosePlan(BY, plans);
  expect(chosen?.route.id).toBe(id);
  expect(chosen?.route.why).toMatch(why);
});

test("choosePlan() takes the one asked for, the first without a date, and none of none", () => {
  const plans = [plan("a", -1, 50), plan("b", -1, 90)];
  expect(choosePlan(BY, plans, "a")?.route).toMatchObject({ id: "a", why: "Why." });
  expect(choosePlan(BY, plans, "gone")?.route.id).toBe("b");
  expect(choosePlan(situation(undefined), plans)?.route.id).toBe("a");
  expect(choosePlan(BY, [])).toBeUndefined();
});

test("routesInOrder() begins with the chosen one and keeps the order of the others", () => {
  const plans = [plan("a", -1, 50), plan("b", -1, 50), plan("c", -1, 90)];
  expect(routesInOrder(choosePlan(BY, plans), plans).map(({ id }) => id)).toEqual(["c", "a", "b"]);
  expect(routesInOrder(undefined, [])).toEqual([]);
});
