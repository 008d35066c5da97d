// A person's routes to an occupation, searched and put into words: the best ones by exact label setting,
// or every one. The graph is route-graph.ts's, which of them are shown choose-routes.ts's.

import { monthsInWords } from "../length-of-time.ts";
import { addThreePoints, moneyInWords, type ThreePoint } from "../money.ts";
import { nameInSentence } from "../moves/credential-in-sentence.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import type { Catalogue, CredentialTemplate } from "../occupations/catalogue.ts";
import { credentialOf } from "../occupations/licence-paths.ts";
import { employerCause } from "./failure-causes.ts";
import type { FoundRoute } from "./found-route.ts";
import { enumerateLabels, labelRoutes, type RouteLabel, stepsOf } from "./label-routes.ts";
import { isNoWorse } from "./pareto-paths.ts";
import type { Route, Stage } from "./route.ts";
import {
  type Leg,
  payNowOf,
  type RouteQuestion,
  routeGraph,
  startOf,
  type TravelState,
  type TravelStep,
} from "./route-graph.ts";
import type { Place } from "./route-step.ts";
import { purseOf } from "./savings-on-the-way.ts";
import { withSharedCauses } from "./shared-causes.ts";

/** Moves in a route at most where every one is wanted. */
const MOST_MOVES_OF_EVERY = 3;

/**
 * Returns the routes of up to four moves within the person's limits that no other beats in months, fees,
 * −ln chance and pay forgone, each cost vector once, fastest first. Exact: none is thinned out. Empty when
 * no way is within the limits.
 */
export function bestRoutes(question: RouteQuestion, goalRow: number): readonly FoundRoute[] {
  const within = labelRoutes(routeGraph(question, goalRow, "kept"));
  // What strikes in the months of a route makes a slower one riskier, which may then be beaten.
  if (within.length > 0) return undominated(within.map((label) => routeOf(question, label)));
  // Where limits leave nothing, that is the answer; where nothing leads there at all, one may still try.
  const isPossible = labelRoutes(routeGraph(question, goalRow, "marked")).length > 0;
  const tried = isPossible ? [] : labelRoutes(routeGraph(question, goalRow, "kept", true));
  return undominated(tried.map((label) => routeOf(question, label))).map(tryOf);
}

/**
 * Returns every route of up to three moves to the row, those that break a limit included and marked; in
 * the order of the search. What the person refused is in none. Where nothing leads there, one may still try; but not
 * with `elseTry` false, and then there are none.
 */
export function enumerateRoutes(
  question: RouteQuestion,
  goalRow: number,
  elseTry = true,
): readonly FoundRoute[] {
  const asked = { ...question, mostMoves: question.mostMoves ?? MOST_MOVES_OF_EVERY };
  const found = enumerateLabels(routeGraph(asked, goalRow, "marked"));
  const labels =
    found.length > 0 || !elseTry
      ? found
      : enumerateLabels(routeGraph(asked, goalRow, "marked", true));
  const isTried = found.length === 0;
  return labels.map((label) => {
    const one = routeOf(question, label);
    return isTried ? tryOf(one) : one;
  });
}

/** Marks a route as a mere try, for the search and for who reads it. */
function tryOf(one: FoundRoute): FoundRoute {
  return { ...one, isTry: true, route: { ...one.route, isTry: true, name: TRY_NAME } };
}

const TRY_NAME = "Straight away, a long shot";

/**
 * Returns the routes that no other beats: none is at least as good in months, money, chance and pay
 * forgone and better in one. Of equal ones the one with fewer stages stays, then the first by id.
 */
export function undominated(routes: readonly FoundRoute[]): readonly FoundRoute[] {
  return routes.filter((one) =>
    routes.every((other) => {
      if (other === one || !isNoWorse(other.costs, one.costs)) return true;
      if (!isNoWorse(one.costs, other.costs)) return false;
      const stages = one.route.stages.length - other.route.stages.length;
      return stages < 0 || (stages === 0 && one.route.id <= other.route.id);
    }),
  );
}

function routeOf(question: RouteQuestion, label: RouteLabel<TravelState>): FoundRoute {
  const { catalogue, standing, goal } = question;
  // as: the graph gives no other steps
  const legs = stepsOf(label).map((step) => (step as TravelStep).leg);
  const start = startOf(catalogue, standing);
  const rows = legs.map((leg) => leg.row);
  const id = idOf(catalogue, legs);
  const stages: Stage[] = legs
    .flatMap((leg, i) => [...savingStages(question, legs, i), ...leg.step.stages])
    .map((stage, i) => ({ id: `${id}:${i + 1}-${stage.kind}`, ...stage }));
  const chance = stages.reduce((product, stage) => product * stage.chance, 1);
  const months = addThreePoints(stages.map((stage) => stage.months));
  const money = addThreePoints(stages.map((stage) => stage.money));
  const payForgone = legs.some((leg) => leg.payForgone === undefined)
    ? undefined
    : legs.reduce((sum, leg) => sum + (leg.payForgone ?? 0), 0);
  const goalRow = rows.at(-1) ?? -1;
  const payNow = payNowOf(catalogue, standing);
  const goalPay = catalogue.payMedian[goalRow] ?? Number.NaN;
  const breaks = breaksOf(question, legs, money);
  const route: Route = {
    id,
    name: nameOf(catalogue, legs, start),
    goalId: goal.id,
    stages,
    strengths: [],
    months,
    hours: addThreePoints(stages.map((stage) => stage.hours)),
    money,
    chance,
    payForgone,
    payChange: payNow === undefined || Number.isNaN(goalPay) ? undefined : goalPay - payNow,
    causes: [],
    withinLimits: breaks.length === 0,
    breaks,
    why: "",
  };
  return withSharedCauses({ route, rows, costs: label.costs });
}

function idOf(catalogue: Catalogue, legs: readonly Leg[]): string {
  const stones = legs.slice(0, -1).map((leg) => catalogue.ids[leg.row] ?? "");
  const ways = legs.map(
    (leg) =>
      (leg.way === "held" ? "h" : leg.way === "served" ? "s" : "n") +
      (leg.withLessSchooling ? "l" : ""),
  );
  const programmes = legs.flatMap((leg) => leg.programmeIds);
  const by = programmes.length === 0 ? "" : `-by-${programmes.join("-")}`;
  return `${stones.length === 0 ? "direct" : `via-${stones.join("-")}`}-${ways.join("")}${by}`;
}

function nameOf(catalogue: Catalogue, legs: readonly Leg[], start: Place): string {
  const stones = legs.slice(0, -1).map((leg) => plainNameOf(catalogue, leg.row));
  const served = legs.some((leg) => leg.way === "served");
  const stayed = start.isHeld && legs[0]?.way === "held" && !served;
  const name = stones.length === 0 ? "Direct" : `Through ${stones.join(" and ")}`;
  const last = legs.at(-1);
  const programmes = legs.flatMap(({ programmeIds }) => longestOf(catalogue, programmeIds) ?? []);
  const less = [
    ...(last?.withLessSchooling === true ? ["schooling"] : []),
    ...(legs.some((leg) => leg.way === "as it is" && lacksExperience(leg)) ? ["experience"] : []),
  ];
  const parts = [
    ...programmes.map((one) => `by the ${nameInSentence(one.name)}`),
    ...(served ? ["with volunteering"] : stayed ? ["after more time where you are"] : []),
    ...(less.length === 0 ? [] : [`with less ${less.join(" and ")} than usual`]),
  ];
  return [name, ...parts].join(", ");
}

/** Whether clearly less related experience than usual is brought to it. */
function lacksExperience({ step: { prepared } }: Leg): boolean {
  const missing = prepared.preparation.experienceMonths;
  return missing >= 1 && missing >= 0.1 * prepared.experienceNeeded.likely;
}

/** The credential that takes most of the person's hours, which is what a way is known by. */
function longestOf(catalogue: Catalogue, ids: readonly string[]): CredentialTemplate | undefined {
  return ids
    .flatMap((id) => credentialOf(catalogue, id) ?? [])
    .reduce<CredentialTemplate | undefined>(
      (most, one) => (most !== undefined && most.hours.likely >= one.hours.likely ? most : one),
      undefined,
    );
}

/** The stage of saving first before a leg, where the savings floor asks for it. */
function savingStages(
  question: RouteQuestion,
  legs: readonly Leg[],
  index: number,
): readonly Omit<Stage, "id">[] {
  const { catalogue, standing } = question;
  const months = legs[index]?.savingMonths ?? 0;
  if (months <= 0) return [];
  const from = legs[index - 1]?.row ?? standing.presentRows[0];
  const isStone = index > 0;
  const cause = employerCause(
    isStone
      ? `new:${catalogue.ids[from ?? -1] ?? ""}`
      : (standing.presentOrganisations[0] ?? "present"),
    "Your position is lost before enough is put by",
    months,
  );
  return [
    {
      kind: "hold",
      title: `Put money by first, for ${monthsInWords(months)}`,
      occupationId: catalogue.ids[from ?? -1] ?? "",
      credentialIds: [],
      shortfalls: [],
      months: { low: months, likely: months, high: months },
      hours: { low: 0, likely: 0, high: 0 },
      money: { low: 0, likely: 0, high: 0 },
      chance: 1 - cause.chance,
      causes: [cause],
      explanation: [
        "The fees that come next would take your savings below what you keep; at what you put by each month " +
          `it takes ${monthsInWords(months)} until they do not.`,
      ],
    },
  ];
}

/** Which of the person's limits the route breaks, in words. Other currencies are not compared. */
function breaksOf(
  question: RouteQuestion,
  legs: readonly Leg[],
  money: ThreePoint,
): readonly string[] {
  const { catalogue, goal } = question;
  const { budget, payFloor } = goal.limits;
  const breaks: string[] = [];
  if (
    budget !== undefined &&
    budget.currency === catalogue.currency &&
    money.likely > budget.amount
  ) {
    breaks.push(
      `Fees of about ${moneyInWords({ ...budget, amount: money.likely })} are above the ${moneyInWords(budget)} you have for it.`,
    );
  }
  if (payFloor !== undefined && payFloor.currency === catalogue.currency) {
    for (const { row } of legs) {
      const pay = catalogue.payMedian[row] ?? Number.NaN;
      if (!(pay < payFloor.amount)) continue;
      breaks.push(
        `${withArticle(plainNameOf(catalogue, row)).replace(/^a/, "A")} usually earns about ` +
          `${moneyInWords({ ...payFloor, amount: pay })} a year, below the ${moneyInWords(payFloor)} you need.`,
      );
    }
  }
  const purse = purseOf(catalogue, goal.limits);
  const lowest = Math.min(...legs.map((leg) => leg.lowestSavings ?? Number.POSITIVE_INFINITY));
  if (purse !== undefined && lowest < purse.floor) {
    const words = (amount: number): string =>
      moneyInWords({ amount: Math.round(amount), currency: catalogue.currency });
    breaks.push(
      `Your savings would come down to about ${words(lowest)}, below the ${words(purse.floor)} that you keep.`,
    );
  }
  return breaks;
}
