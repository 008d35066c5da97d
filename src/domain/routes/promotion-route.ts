// Up the rungs of an occupation: for someone who holds it already, and after a move into it where the goal's
// title asks for more than most who do it are ("senior …", "head …").

import type { Rung } from "../occupations/catalogue.ts";
import type { FoundRoute } from "./found-route.ts";
import type { LadderPlace } from "./ladder-steps.ts";
import { refusedSubjects } from "./refusals.ts";
import type { Route, Stage } from "./route.ts";
import { payNowOf, type RouteQuestion, startOf } from "./route-graph.ts";
import {
  entryRungOf,
  type RungStep,
  rungInWords,
  rungOfTitle,
  rungSteps,
  rungsOf,
  wantedRungOf,
} from "./rung-steps.ts";
import { mergedCauses } from "./shared-causes.ts";
import { chainRoute } from "./step-chain.ts";

/**
 * Returns the one route up within the occupation that the person holds, rung after rung to the one that the
 * goal's title asks for, else to the next. Empty when the highest rung is held or none are known.
 */
export function promotionRoutes(question: RouteQuestion, row: number): readonly Route[] {
  const { catalogue, standing, goal } = question;
  const rungs = rungsOf(catalogue, row);
  const title = standing.matches.find(
    (match) => match.present && match.match.candidates[0]?.occupationId === catalogue.ids[row],
  )?.title;
  if (title === undefined) return [];
  const present = rungOfTitle(rungs, title);
  const wanted = rungOfTitle(rungs, goal.title);
  const above = rungs.filter((rung) => rung.order > (present?.order ?? 0));
  const target = wanted !== undefined && wanted.order > (present?.order ?? 0) ? wanted : above[0];
  if (present === undefined || target === undefined) return [];
  const start = { ...startOf(catalogue, standing), row, rung: present.id };
  const steps = stepsUpTo(question, start, target);
  if (steps === undefined) return [];
  const pay = payNowOf(catalogue, standing);
  const nameOf = (id: string): string => {
    const rung = rungs.find((one) => one.id === id);
    return rung === undefined ? id : rungInWords(catalogue, rung);
  };
  const names = steps.map((up) => nameOf(up.rung));
  const { route } = chainRoute(question, {
    id: `rung-${target.id}`,
    name: `Up to ${names.at(-1)}`,
    links: steps.map(({ step, rung }) => ({ step, row, pay, name: nameOf(rung) })),
  });
  const [first] = steps[0]?.step.stages[0]?.explanation ?? [];
  const way =
    names.length === 1
      ? `the next rung is ${names[0]}`
      : `the rungs above are ${names.join(", then ")}`;
  return [
    {
      ...route,
      payForgone: 0,
      payChange: undefined,
      why: `You hold this occupation already; ${way}. ${first ?? ""}`,
    },
  ];
}

/** The steps to a rung, one after another; undefined where one of them is refused. */
function stepsUpTo(
  { catalogue, goal }: RouteQuestion,
  start: LadderPlace,
  target: Rung,
): readonly RungStep[] | undefined {
  const refusals = refusedSubjects(goal.limits);
  const steps: RungStep[] = [];
  let from = start;
  while (from.rung !== target.id) {
    const [up] = rungSteps({ catalogue, from, refusals });
    if (up === undefined) return undefined;
    steps.push(up);
    from = up.step.after;
  }
  return steps;
}

/**
 * Returns the routes to the occupation with the steps up to the rung that the goal's title asks for. As they
 * were where it asks for none, or where staying for it is refused. What the steps up take is the same for
 * every route, so that none beats another by them.
 */
export function withRungs(
  question: RouteQuestion,
  row: number,
  found: readonly FoundRoute[],
): readonly FoundRoute[] {
  const { catalogue, standing, goal } = question;
  const wanted = wantedRungOf(catalogue, row, goal.title);
  if (wanted === undefined) return found;
  const entry = entryRungOf(rungsOf(catalogue, row));
  const start: LadderPlace = {
    standing: { ...standing, presentRows: [row] },
    row,
    isStone: true,
    isHeld: true,
    ...(entry === undefined ? {} : { rung: entry.id }),
  };
  const steps = stepsUpTo(question, start, wanted);
  if (steps === undefined) return found;
  return found.map((one) => extended(question, one, steps, wanted));
}

function extended(
  question: RouteQuestion,
  one: FoundRoute,
  steps: readonly RungStep[],
  wanted: Rung,
): FoundRoute {
  const { route } = one;
  const links = steps.map(({ step, toRow, rung }) => ({
    step,
    row: toRow,
    pay: undefined,
    name: rung,
  }));
  const id = `${route.id}-up-${wanted.id}`;
  const up = chainRoute(question, { id, name: "", links }).route;
  const stages: readonly Stage[] = [...route.stages, ...up.stages].map((stage, i) => ({
    ...stage,
    id: `${id}:${i + 1}-${stage.kind}`,
  }));
  const add = (of: (each: Route) => Route["months"]): Route["months"] => ({
    low: of(route).low + of(up).low,
    likely: of(route).likely + of(up).likely,
    high: of(route).high + of(up).high,
  });
  const [months = 0, money = 0, risk = 0, forgone = 0] = one.costs;
  const later = route.payChange === undefined ? 0 : (-route.payChange * up.months.likely) / 12;
  return {
    rows: one.rows,
    costs: [months + up.months.likely, money, risk - Math.log(up.chance), forgone + later],
    route: {
      ...route,
      id,
      name: `${route.name}, then up to ${rungInWords(question.catalogue, wanted)}`,
      stages,
      months: add((each) => each.months),
      hours: add((each) => each.hours),
      chance: route.chance * up.chance,
      payForgone: route.payForgone === undefined ? undefined : route.payForgone + later,
      causes: mergedCauses(stages.flatMap((stage) => stage.causes)),
    },
  };
}
