// throughline/routes: every undominated path on a plain graph, and a person's routes to a goal.

import {
  catalogue,
  checked,
  list,
  maybe,
  number,
  object,
  person,
  setOf,
  text,
  weeklyHours,
} from "./check-input.js";
import { loadRoom } from "./load-room.js";

const { DEFAULT_HOURS_PER_WEEK } = loadRoom("domain/record/goal");
const { parseCalendarDate } = loadRoom("domain/calendar-date");

const graph = object({
  nodes: list(text),
  edges: list(object({ from: text, to: text, costs: list(number) })),
});

export const paretoPaths = checked(
  "find paths",
  { graph, from: text, to: text },
  loadRoom("domain/routes/pareto-paths").paretoPaths,
);

const money = maybe(object({ amount: number, currency: text }));
const limits = object({
  hoursPerWeek: maybe(weeklyHours),
  notThese: maybe(list(text)),
  budget: money,
  payFloor: money,
  savings: money,
  savingsFloor: money,
  savedPerMonth: money,
});
const question = object({
  catalogue,
  standing: person,
  goal: object({ occupationId: text, limits: maybe(limits) }),
  today: text,
  mostMoves: maybe(number),
  avoid: maybe(setOf("a Set of credential ids")),
});

const finding = loadRoom("domain/routes/find-routes");

export const findRoutes = checked("find routes", { question }, (asked) => {
  if (!parseCalendarDate(asked.today).ok) {
    throw new RangeError(
      `Cannot find routes: question.today is ${JSON.stringify(asked.today)}, not a day like "2026-11-27"`,
    );
  }
  if (asked.mostMoves !== undefined && ![1, 2, 3, 4].includes(asked.mostMoves)) {
    throw new RangeError(
      `Cannot find routes: question.mostMoves is ${asked.mostMoves}, not a whole number from 1 to 4`,
    );
  }
  for (const [name, sum] of Object.entries(asked.goal.limits ?? {})) {
    if (sum?.amount !== undefined && !Number.isFinite(sum.amount)) {
      throw new RangeError(
        `Cannot find routes: question.goal.limits.${name}.amount is ${sum.amount}, not a finite number`,
      );
    }
  }
  const goal = { id: "goal", title: "", why: "", ...asked.goal };
  const own = { hoursPerWeek: DEFAULT_HOURS_PER_WEEK, notThese: [], ...goal.limits };
  return finding.findRoutes({ ...asked, goal: { ...goal, limits: own } });
});

export const settledPerson = checked(
  "settle a person",
  { catalogue, occupationId: text },
  loadRoom("domain/routes/settled-person").settledPerson,
);
