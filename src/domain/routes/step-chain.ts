// Steps up, one after another, as a whole route with its sums: inside an organisation, or from rung to rung
// of an occupation. The steps are ladder-steps.ts's and rung-steps.ts's.

import { addThreePoints, moneyInWords } from "../money.ts";
import type { FoundRoute } from "./found-route.ts";
import type { Route, Stage } from "./route.ts";
import { payNowOf, type RouteQuestion } from "./route-graph.ts";
import type { RouteStep } from "./route-step.ts";
import { withSharedCauses } from "./shared-causes.ts";

/** One step of a chain, and what is earned where it leads. */
export interface ChainLink {
  readonly step: RouteStep;
  readonly row: number;
  /** Yearly pay there in the catalogue's currency; undefined when not known. */
  readonly pay: number | undefined;
  /** What it is called there: "office manager". */
  readonly name: string;
}

/** Returns the links as a route; without strengths or reasons, which depend on what else is shown. */
export function chainRoute(
  question: RouteQuestion,
  {
    id,
    name,
    links,
  }: { readonly id: string; readonly name: string; readonly links: readonly ChainLink[] },
): FoundRoute {
  const { catalogue, standing, goal } = question;
  const stages: Stage[] = links
    .flatMap((link) => link.step.stages)
    .map((stage, i) => ({ id: `${id}:${i + 1}-${stage.kind}`, ...stage }));
  const months = addThreePoints(stages.map((stage) => stage.months));
  const money = addThreePoints(stages.map((stage) => stage.money));
  const chance = stages.reduce((product, stage) => product * stage.chance, 1);
  const now = payNowOf(catalogue, standing);
  const goalPay = links.at(-1)?.pay;
  const payForgone = forgoneOf(links, now);
  const breaks = breaksOf(question, links, money.likely);
  const route: Route = {
    id,
    name,
    goalId: goal.id,
    stages,
    strengths: [],
    months,
    hours: addThreePoints(stages.map((stage) => stage.hours)),
    money,
    chance,
    payForgone,
    payChange: now === undefined || goalPay === undefined ? undefined : goalPay - now,
    causes: [],
    withinLimits: breaks.length === 0,
    breaks,
    why: "",
  };
  return withSharedCauses({
    route,
    costs: [months.likely, money.likely, -Math.log(chance), payForgone ?? 0],
    rows: links.map((link) => link.row),
  });
}

/** What each place on the way pays less than today, for the months that it is held. */
function forgoneOf(links: readonly ChainLink[], now: number | undefined): number | undefined {
  if (now === undefined) return undefined;
  let forgone = 0;
  for (const [i, { pay }] of links.slice(0, -1).entries()) {
    if (pay === undefined) return undefined;
    forgone += ((now - pay) * (links[i + 1]?.step.monthsBefore.likely ?? 0)) / 12;
  }
  return forgone;
}

/** Which of the person's limits it breaks, in words. Other currencies are not compared. */
function breaksOf(
  { catalogue, goal }: RouteQuestion,
  links: readonly ChainLink[],
  fees: number,
): readonly string[] {
  const { budget, payFloor } = goal.limits;
  const breaks: string[] = [];
  if (budget?.currency === catalogue.currency && fees > budget.amount) {
    breaks.push(
      `Fees of about ${moneyInWords({ ...budget, amount: fees })} are above the ${moneyInWords(budget)} you have for it.`,
    );
  }
  if (payFloor?.currency !== catalogue.currency) return breaks;
  for (const { pay, name } of links) {
    if (pay === undefined || pay >= payFloor.amount) continue;
    breaks.push(
      `As ${name} one earns about ${moneyInWords({ ...payFloor, amount: pay })} a year there, below the ${moneyInWords(payFloor)} you need.`,
    );
  }
  return breaks;
}
