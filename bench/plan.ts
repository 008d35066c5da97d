// How long the thinking takes, without starting a process: routes to every occupation from every
// example, whole plans, and simulated draws. Alone: node bench/plan.ts

import { localContexts } from "../src/cli/local-context.ts";
import { findRoutes } from "../src/domain/routes/find-routes.ts";
import { makePlan } from "../src/domain/schedule/make-plan.ts";
import type { Action } from "../src/domain/schedule/plan.ts";
import { placeActions } from "../src/domain/schedule/schedule-actions.ts";
import { simulatePlan } from "../src/domain/schedule/simulate-plan.ts";
import { type Situation, situationOf } from "../src/operations/situation.ts";
import { type Figure, kernelBaseline, medianOf } from "./figure.ts";

/** The bars: routes ≤ 50 ms p95 (those of full O*NET), 10,000 draws of 40 actions ≤ 300 ms. */
const ROUTES_P95_BAR_MS = 50;
const DRAWS = 10_000;
const DRAWS_BAR_MS = 300;
const ACTIONS = 40;
/** Every so many occupations is a goal; all of them would take minutes and say the same. */
const GOAL_STEP = 3;

export async function bench(): Promise<Figure[]> {
  const baseline = kernelBaseline();
  const contexts = localContexts(undefined);
  const context = contexts.contextFor({ signal: new AbortController().signal });
  const { today } = context;
  const situations: Situation[] = [];
  for (const name of await context.exampleNames()) {
    const made = await situationOf(context, { resume: (await context.example(name)) ?? "" });
    if (!made.ok) throw new Error(`The example ${name} has no plan: ${made.problem.code}`);
    situations.push(made.value);
  }
  const routes: number[] = [];
  const plans: number[] = [];
  for (const situation of situations) {
    for (let row = 0; row < situation.catalogue.ids.length; row += GOAL_STEP) {
      const occupationId = situation.catalogue.ids[row] ?? "";
      const goal = { ...situation.goal, occupationId };
      routes.push(timed(() => findRoutes({ ...situation, goal, today })));
    }
    for (let run = 0; run < 5; run++) {
      plans.push(timed(() => makePlan({ ...situation, today, newId: () => "p" })));
    }
  }
  const actions = chainsOf(ACTIONS);
  const draws = timed(() =>
    simulatePlan(actions, {
      placement: placeActions(actions, 8),
      causes: [],
      seed: 1,
      runs: DRAWS,
    }),
  );
  await contexts.close();
  const against = { baseline, baselineName: "kernel" };
  routes.sort((a, b) => a - b);
  const p95 = routes[Math.floor(routes.length * 0.95)] ?? Number.NaN;
  return [
    {
      name: `routes on the starter, p95 of ${routes.length} (person, goal) pairs`,
      value: p95,
      unit: "ms",
      bar: ROUTES_P95_BAR_MS,
      ...against,
    },
    { name: "plan of an example, warm, median", value: medianOf(plans), unit: "ms", ...against },
    {
      name: `simulation: ${DRAWS} re-scheduled draws of ${ACTIONS} actions`,
      value: draws,
      unit: "ms",
      bar: DRAWS_BAR_MS,
      ...against,
    },
  ];
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Four chains of actions side by side, as in a plan with several stages. */
function chainsOf(count: number): readonly Action[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `action ${index}`,
    kind: "course" as const,
    title: `Action ${index}`,
    doneWhen: "It is done",
    stageId: "stage",
    closesGapIds: [],
    hours: { low: 10, likely: 20 + index, high: 60 + index },
    money: { low: 0, likely: 0, high: 0 },
    minimumMonths: 0,
    waitWeeks: { low: 0, likely: index % 3, high: 4 },
    after: index < 4 ? [] : [`action ${index - 4}`],
    daytime: false,
    source: "assumption",
  }));
}

if (import.meta.main) console.table(await bench());
