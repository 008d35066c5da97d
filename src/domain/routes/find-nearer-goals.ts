// Goals on the way to the goal that take less: what to aim at when the goal itself is
// out of reach for now. Each with its own route and how much of it counts towards the goal.

import type { CalendarDate } from "../calendar-date.ts";
import { areNearKin, experienceCreditOf, knowledgeCoverage } from "../moves/experience-credit.ts";
import { knownShortfalls } from "../moves/levels-after.ts";
import { usualEducationOf } from "../moves/usual-requirements.ts";
import {
  type Catalogue,
  type CredentialTemplate,
  type EducationLevel,
  rowOf,
} from "../occupations/catalogue.ts";
import { credentialOf } from "../occupations/licence-paths.ts";
import { chooseRoutes } from "./choose-routes.ts";
import { isHeldAlready } from "./find-routes.ts";
import type { Route } from "./route.ts";
import { levelRowOf, payNowOf, type RouteQuestion } from "./route-graph.ts";
import { whyOf } from "./route-in-words.ts";
import { enumerateRoutes, undominated } from "./search-routes.ts";
import {
  isNearKin,
  lastStonesOf,
  opensCredentialTrack,
  type StoneQuestion,
  stonesBefore,
} from "./stepping-stones.ts";

/** Nearer goals given at most. */
export const NEARER_GOALS_SHOWN = 5;

/** Assumption: what counts for less than this towards the goal is another career, not a nearer goal. */
export const LEAST_COUNTED = 0.45;

/** Assumption: a nearer goal takes at most this share of the goal's own months. */
export const MOST_MONTHS_SHARE = 0.8;

export interface NearerGoalRoute {
  readonly row: number;
  readonly occupationId: string;
  readonly occupation: string;
  /** The recommended route to it, of two moves at most. */
  readonly route: Route;
  /** Share of its work that also counts towards the goal, 0–1. */
  readonly countsTowardsGoal: number;
}

/**
 * Returns goals on the way to the goal that take clearly less time, the cheapest in
 * hours first; empty when the goal is unknown or held, or nothing near it takes less.
 */
export function findNearerGoals(
  question: RouteQuestion & { readonly today: CalendarDate },
): readonly NearerGoalRoute[] {
  const { catalogue, standing, goal } = question;
  const goalRow = rowOf(catalogue, goal.occupationId);
  if (goalRow < 0 || isHeldAlready(question, goalRow)) return [];
  const stones: StoneQuestion = {
    catalogue,
    goalRow,
    presentRows: standing.presentRows,
    levelRow: levelRowOf(catalogue, standing),
    pay: payNowOf(catalogue, standing),
    excludedRows: new Set(goal.limits.notThese.map((id) => rowOf(catalogue, id))),
  };
  const toGoal = enumerateRoutes(question, goalRow);
  const goalMonths = Math.min(...toGoal.map((one) => one.route.months.likely));
  const nearer: NearerGoalRoute[] = [];
  const last = lastStonesOf(stones);
  const onTheWay = new Set([...last, ...last.flatMap((row) => stonesBefore(stones, row))]);
  for (const row of onTheWay) {
    const counts = countsTowards(question, row, goalRow);
    if (counts < LEAST_COUNTED) continue;
    const routes = enumerateRoutes({ ...question, mostMoves: 2 }, row).filter(
      (one) => one.route.withinLimits,
    );
    const [route] = routes.length === 0 ? [] : chooseRoutes(catalogue, undominated(routes));
    if (route === undefined || route.months.likely > MOST_MONTHS_SHARE * goalMonths) continue;
    nearer.push({
      row,
      occupationId: catalogue.ids[row] ?? "",
      occupation: catalogue.titles[row] ?? "",
      route: { ...route, strengths: [], why: whyOf(catalogue, { ...route, strengths: [] }, 0) },
      countsTowardsGoal: counts,
    });
  }
  // The nearest of kin are kept, the most useful of them first, then put in order of what they take.
  const kinship = (row: number): number => {
    if (isNearKin(catalogue, row, goalRow)) return 2;
    const isNext = (one: number): boolean =>
      isNearKin(catalogue, one, goalRow) && isNearKin(catalogue, row, one);
    return last.some(isNext) ? 1 : 0;
  };
  nearer.sort(
    (a, b) =>
      kinship(b.row) - kinship(a.row) || b.countsTowardsGoal - a.countsTowardsGoal || a.row - b.row,
  );
  return nearer
    .slice(0, NEARER_GOALS_SHOWN)
    .sort((a, b) => a.route.hours.likely - b.route.hours.likely || a.row - b.row);
}

/** Assumption: kin of the goal is a goal instead of it when it takes at most this share of its months. */
export const MOST_KIN_MONTHS_SHARE = 1.2;

/** Assumption: where near kin gives no other goal, one may take so many months more than the goal. */
export const MOST_MONTHS_MORE = 24;

/**
 * Returns goals beside the goal: near kin of it or of the present occupation that a single move reaches
 * in about its time, at least as likely as not; by row. `widely` takes in whatever the months in the
 * present occupation count for or what counts towards the goal, and MOST_MONTHS_MORE.
 */
export function findKinGoals(
  question: RouteQuestion & { readonly today: CalendarDate },
  widely = false,
): readonly NearerGoalRoute[] {
  const { catalogue, standing, goal } = question;
  const goalRow = rowOf(catalogue, goal.occupationId);
  if (goalRow < 0 || isHeldAlready(question, goalRow)) return [];
  const toGoal = enumerateRoutes({ ...question, mostMoves: 1 }, goalRow);
  const goalMonths = Math.min(...toGoal.map((one) => one.route.months.likely));
  const most = Math.max(
    MOST_KIN_MONTHS_SHARE * goalMonths,
    widely ? goalMonths + MOST_MONTHS_MORE : 0,
  );
  const present = levelRowOf(catalogue, standing);
  const excluded = new Set([goal.occupationId, ...goal.limits.notThese]);
  const kin: NearerGoalRoute[] = [];
  for (let row = 0; row < catalogue.ids.length; row++) {
    const isNear = widely
      ? experienceCreditOf(catalogue, row, goalRow) > 0 ||
        (present !== undefined && experienceCreditOf(catalogue, present, row) > 0)
      : areNearKin(catalogue, row, goalRow) ||
        (present !== undefined && areNearKin(catalogue, row, present));
    if (!isNear || excluded.has(catalogue.ids[row] ?? "") || standing.presentRows.includes(row)) {
      continue;
    }
    const routes = enumerateRoutes({ ...question, mostMoves: 1 }, row).filter(
      (one) => one.route.withinLimits && one.route.chance >= 0.5 && one.route.months.likely <= most,
    );
    const [route] = routes.length === 0 ? [] : chooseRoutes(catalogue, undominated(routes));
    if (route === undefined) continue;
    const plain = { ...route, strengths: [] };
    kin.push({
      row,
      occupationId: catalogue.ids[row] ?? "",
      occupation: catalogue.titles[row] ?? "",
      route: { ...plain, why: whyOf(catalogue, plain, 0) },
      countsTowardsGoal: experienceCreditOf(catalogue, row, goalRow),
    });
  }
  return kin;
}

/** Returns how much of working in `row` counts towards the goal: experience, knowledge, or a track. */
export function countsTowards(question: RouteQuestion, row: number, goalRow: number): number {
  const { catalogue } = question;
  if (row === goalRow) return 1;
  const credit = experienceCreditOf(catalogue, row, goalRow);
  if (credit === 0 && !opensCredentialTrack(catalogue, row, goalRow)) return 0;
  return Math.min(1, Math.max(credit, knowledgeCoverage(catalogue, row, goalRow)));
}

/**
 * Returns how much of what the route builds another occupation uses, 0–1: of the hours of what is earned on
 * it, the share that prepares for the other too; of the levels it raises, the share that the other asks
 * for as well; their mean, or the one there is. 0 where the route builds neither.
 */
export function builtUseOf(
  { catalogue, standing, goal }: RouteQuestion,
  chosen: Route,
  row: number,
): number {
  const earned = chosen.stages
    .flatMap((stage) => stage.credentialIds)
    .map((id) => credentialOf(catalogue, id))
    .filter((template) => template !== undefined);
  const hours = earned.reduce((sum, template) => sum + template.hours.likely, 0);
  const used = earned
    .filter((template) => isUsedIn(catalogue, template, row, standing.educationLevel))
    .reduce((sum, template) => sum + template.hours.likely, 0);
  const raised = knownShortfalls(catalogue, rowOf(catalogue, goal.occupationId), standing.levels);
  const asked = new Map(
    knownShortfalls(catalogue, row, standing.levels).map((one) => [one.elementId, one.shortfall]),
  );
  const total = raised.reduce((sum, one) => sum + one.weight * one.shortfall, 0);
  const shared = raised.reduce(
    (sum, one) => sum + one.weight * Math.min(one.shortfall, asked.get(one.elementId) ?? 0),
    0,
  );
  const shares = [...(hours > 0 ? [used / hours] : []), ...(total > 0 ? [shared / total] : [])];
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Whether what is earned helps there: it prepares for it, or is a level of schooling asked for and lacked. */
function isUsedIn(
  catalogue: Catalogue,
  template: CredentialTemplate,
  row: number,
  level: EducationLevel,
): boolean {
  if (template.preparesFor.length > 0) return template.preparesFor.includes(row);
  const usual = usualEducationOf(catalogue, row).level;
  return template.educationLevel > level && usual > level;
}
