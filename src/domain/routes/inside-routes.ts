// Whole routes that begin on the ladder of the organisation where the person is: up to the goal, or up to a
// rung that leads to it and then elsewhere. The search knows nothing of them; they stand beside its routes.

import { lowerFirst } from "../first-letter.ts";
import { plainNameOf } from "../moves/plain-name.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import type { LadderRung } from "../record/organisation-ladder.ts";
import { type PlacedLadder, titleKeyOf } from "../record/placed-ladders.ts";
import { organisationKeyOf } from "../record/stays.ts";
import { chooseRoutes } from "./choose-routes.ts";
import type { FoundRoute } from "./found-route.ts";
import { type InsideStep, insideSteps, nameInside, redFlagsOf, rowOfRung } from "./ladder-steps.ts";
import { isNoWorse } from "./pareto-paths.ts";
import { refusedIds, refusedSubjects, subjectsOf } from "./refusals.ts";
import type { Route } from "./route.ts";
import {
  LONGEST_ROUTE_MONTHS,
  payNowOf,
  type RouteQuestion,
  startOf,
  stoneQuestionOf,
} from "./route-graph.ts";
import { whyOf } from "./route-in-words.ts";
import { canGoWithLess, type RouteStep, stepTo, waysFor } from "./route-step.ts";
import { type ChainLink, chainRoute } from "./step-chain.ts";
import { helpOf, isSensibleStep } from "./stepping-stones.ts";

/** Routes that begin inside the organisation and are shown beside the searched ones, at most. */
export const INSIDE_ROUTES_SHOWN = 2;

export interface LadderedQuestion extends RouteQuestion {
  /** The ladders where the person stands today; none when left out. */
  readonly ladders?: readonly PlacedLadder[];
}

/**
 * Returns the routes up the ladders to the goal's occupation: one for each ladder that has it above the rung
 * held, the rung of the goal's own title before others. For who holds that occupation already, to the next rung.
 */
export function insideRoutes(question: LadderedQuestion, goalRow: number): readonly FoundRoute[] {
  return laddersTo(question, goalRow).flatMap((ladder) => {
    const target = targetOn(question, ladder, goalRow);
    if (target === undefined) return [];
    const climbed = climb(question, ladder, target);
    if (climbed === undefined) return [];
    const id = `inside-${wordOf(ladder)}-${target}`;
    const names = climbed.map((link) => link.name);
    const by = names.length > 1 ? `, by way of ${names.slice(0, -1).join(" and ")}` : "";
    return [
      chainRoute(question, { id, name: `Inside ${nameInside(ladder)}${by}`, links: climbed }),
    ];
  });
}

/**
 * Returns the routes up a ladder to a rung that counts towards the goal, and from there to the goal with
 * another employer. The employer's loss is the same cause throughout.
 */
export function routesByLadder(question: LadderedQuestion, goalRow: number): readonly FoundRoute[] {
  const { catalogue } = question;
  const stones = stoneQuestionOf(question, goalRow);
  return laddersTo(question, goalRow).flatMap((ladder) =>
    ladder.rungs.flatMap((rung, index) => {
      const row = rowOfRung(catalogue, rung);
      if (index <= ladder.heldRung || row === undefined || row === goalRow) return [];
      if (helpOf(catalogue, row, goalRow) === 0 || !isSensibleStep(stones, row, goalRow)) return [];
      const climbed = climb(question, ladder, index);
      const last = climbed?.at(-1);
      if (climbed === undefined || last === undefined) return [];
      const name = `Through ${climbed.map((link) => link.name).join(" and ")} where you are`;
      return lastSteps(question, last, goalRow).map(({ step, way }) =>
        chainRoute(question, {
          id: `by-ladder-${wordOf(ladder)}-${index}-${way}`,
          name,
          links: [...climbed, linkTo(catalogue, withEmployer(step, climbed), goalRow)],
        }),
      );
    }),
  );
}

/** The organisation as part of a route's id. */
function wordOf({ organisation }: PlacedLadder): string {
  return organisationKeyOf(organisation).replaceAll(" ", "-");
}

/** The ladders, one an organisation, a rung of the goal's own title being the goal where nothing else is known of it. */
function laddersTo({ ladders = [], goal, catalogue }: LadderedQuestion, goalRow: number) {
  const occupationId = catalogue.ids[goalRow] ?? "";
  const first = ladders.filter(
    (ladder, i) => ladders.findIndex((other) => wordOf(other) === wordOf(ladder)) === i,
  );
  return first.map((ladder) => ({
    ...ladder,
    rungs: ladder.rungs.map(
      (rung): LadderRung =>
        rung.occupationId === undefined && titleKeyOf(rung.title) === titleKeyOf(goal.title)
          ? { ...rung, occupationId }
          : rung,
    ),
  }));
}

function targetOn(
  { catalogue, goal, standing }: LadderedQuestion,
  ladder: PlacedLadder,
  goalRow: number,
): number | undefined {
  const above = ladder.rungs
    .map((rung, index) => ({ rung, index }))
    .filter(({ index }) => index > ladder.heldRung);
  const reaching = above.filter(({ rung }) => rowOfRung(catalogue, rung) === goalRow);
  const named = reaching.find(({ rung }) => titleKeyOf(rung.title) === titleKeyOf(goal.title));
  const next = standing.presentRows.includes(goalRow) ? above[0] : undefined;
  return (named ?? reaching[0] ?? next)?.index;
}

/** The steps up to that rung; undefined where one of them cannot be taken. */
function climb(
  question: LadderedQuestion,
  ladder: PlacedLadder,
  target: number,
): readonly ChainLink[] | undefined {
  const { catalogue, standing, goal } = question;
  const refusals = refusedSubjects(goal.limits);
  const links: ChainLink[] = [];
  let from: InsideStep["step"]["after"] = startOf(catalogue, standing);
  for (let index = ladder.heldRung + 1; index <= target; index++) {
    const [up] = insideSteps({ catalogue, ladders: [ladder], from, refusals });
    if (up === undefined) return undefined;
    const rung = ladder.rungs[index];
    links.push({
      step: up.step,
      row: up.toRow,
      pay: payOf(question, rung, up.toRow),
      name: lowerFirst(rung?.title ?? ""),
    });
    from = up.step.after;
  }
  const months = links.reduce((sum, link) => sum + link.step.monthsBefore.likely, 0);
  return months > LONGEST_ROUTE_MONTHS ? undefined : links;
}

/** What the person says that it pays; else today's pay in the same work, else what the occupation usually pays. */
function payOf(
  { catalogue, standing }: LadderedQuestion,
  rung: LadderRung | undefined,
  row: number,
): number | undefined {
  if (rung?.annualPay?.currency === catalogue.currency) return rung.annualPay.amount;
  if (standing.presentRows[0] === row) return payNowOf(catalogue, standing);
  return medianOf(catalogue, row);
}

function medianOf(catalogue: Catalogue, row: number): number | undefined {
  const median = catalogue.payMedian[row] ?? Number.NaN;
  return Number.isNaN(median) ? undefined : median;
}

function linkTo(catalogue: Catalogue, step: RouteStep, row: number): ChainLink {
  return { step, row, pay: medianOf(catalogue, row), name: plainNameOf(catalogue, row) };
}

/** The ways from the rung to the goal elsewhere. */
function lastSteps(
  { catalogue, goal, avoid }: LadderedQuestion,
  { step }: ChainLink,
  goalRow: number,
): readonly { readonly step: RouteStep; readonly way: string }[] {
  const from = step.after;
  const refused = refusedSubjects(goal.limits);
  const lessOrNot = canGoWithLess(catalogue, from, goalRow) ? [false, true] : [false];
  return lessOrNot.flatMap((withLessSchooling) =>
    waysFor(catalogue, from, goalRow).flatMap((way) => {
      const last = stepTo({
        catalogue,
        from,
        to: goalRow,
        hoursPerWeek: goal.limits.hoursPerWeek,
        way,
        avoid: new Set([...(avoid ?? []), ...refusedIds(goal.limits, "credential")]),
        withLessSchooling,
        whateverIsMissing: false,
      });
      if (last === undefined) return [];
      const isRefused = last.stages.some((stage) =>
        subjectsOf(stage).some((one) => refused.has(one)),
      );
      const letter = way === "held" ? "h" : way === "served" ? "s" : "n";
      return isRefused ? [] : [{ step: last, way: `${letter}${withLessSchooling ? "l" : ""}` }];
    }),
  );
}

/** The step with the loss of an employer being that of the present one, who it still is. */
function withEmployer(step: RouteStep, climbed: readonly ChainLink[]): RouteStep {
  const id = climbed
    .flatMap((link) => link.step.stages.flatMap((stage) => stage.causes))
    .find((cause) => cause.id.startsWith("employer:"))?.id;
  return {
    ...step,
    stages: step.stages.map((stage) => ({
      ...stage,
      causes: stage.causes.map((cause) =>
        id !== undefined && cause.id.startsWith("employer:") ? { ...cause, id } : cause,
      ),
    })),
  };
}

/**
 * Returns the routes shown with the inside ones among them, by what each is best at; all that were shown stay.
 * Of those that go on elsewhere the one best balanced is added, where no route beats it.
 */
export function withInsideRoutes(
  question: LadderedQuestion,
  goalRow: number,
  { shown, pool }: { readonly shown: readonly Route[]; readonly pool: readonly FoundRoute[] },
): readonly Route[] {
  const { catalogue, goal, ladders = [] } = question;
  if (ladders.length === 0) return shown;
  const known = shown.flatMap((route) => pool.find((one) => one.route.id === route.id) ?? []);
  const { savings, savingsFloor } = goal.limits;
  const mostFees = savings === undefined ? Infinity : savings.amount - (savingsFloor?.amount ?? 0);
  const isOpen = ({ route }: FoundRoute): boolean =>
    (route.withinLimits || known.every((one) => !one.route.withinLimits)) &&
    route.money.likely <= Math.max(0, mostFees);
  const inside = insideRoutes(question, goalRow).filter(isOpen);
  const onwards = routesByLadder(question, goalRow)
    .filter(isOpen)
    .filter((one) => [...known, ...inside].every((other) => !isNoWorse(other.costs, one.costs)));
  const [best] = chooseRoutes(catalogue, onwards);
  const added = [...inside, ...onwards.filter((one) => one.route.id === best?.id)].slice(
    0,
    INSIDE_ROUTES_SHOWN,
  );
  if (added.length === 0) return shown;
  const all = [...known, ...added];
  const first = chooseRoutes(catalogue, all);
  const rest = all.filter((one) => !first.some((route) => route.id === one.route.id));
  const flagged = (route: Route): Route => {
    const flags = redFlagsOf(ladders, route.stages);
    return flags.length === 0 ? route : { ...route, why: [route.why, ...flags].join(" ") };
  };
  return [
    ...first.map(flagged),
    ...rest.map(({ route }) => ({ ...route, why: whyWithFlags(question, route, all.length) })),
  ];
}

/** Returns why one would take the route, and what is said against its rungs. */
export function whyWithFlags(question: LadderedQuestion, route: Route, count: number): string {
  const flags = redFlagsOf(question.ladders ?? [], route.stages);
  return [whyOf(question.catalogue, route, count), ...flags].join(" ");
}
