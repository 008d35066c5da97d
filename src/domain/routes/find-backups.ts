// Backups: other ways that stand when the chosen one falls. They differ in why they could fail, not in
// the names of their stages. Dates are added by schedule/, where the deadline is known.

import type { CalendarDate } from "../calendar-date.ts";
import { lowerFirst, plainNameOf, withArticle } from "../moves/plain-name.ts";
import { rowOf } from "../occupations/catalogue.ts";
import { chooseRoutes } from "./choose-routes.ts";
import { findNearerGoals } from "./find-nearer-goals.ts";
import type { Backup, FailureCause, Route } from "./route.ts";
import { whyOf } from "./route-in-words.ts";
import { enumerateRoutes, type RouteQuestion, undominated } from "./search-routes.ts";

/** Backups to the same goal given at most. */
export const SAME_GOAL_BACKUPS = 2;

export interface BackupQuestion extends RouteQuestion {
  readonly chosen: Route;
  readonly routes: readonly Route[];
  readonly today: CalendarDate;
}

/**
 * Returns P(the backup stands | the chosen route falls), 0–1, when causes happen independently of one
 * another and a cause that both share strikes both. 0 when the chosen route cannot fall.
 */
export function worthOf(chosen: readonly FailureCause[], backup: readonly FailureCause[]): number {
  const shared = new Set(backup.map((cause) => cause.id));
  const none = (causes: readonly FailureCause[]): number =>
    causes.reduce((product, cause) => product * (1 - cause.chance), 1);
  const falls = 1 - none(chosen);
  if (falls <= 0) return 0;
  const own = chosen.filter((cause) => !shared.has(cause.id));
  // Both hold a shared cause's chance; the higher of the two strikes the backup.
  const stands = none(
    backup.map((cause) => {
      const same = chosen.find((other) => other.id === cause.id);
      return same !== undefined && same.chance > cause.chance ? same : cause;
    }),
  );
  return Math.min(1, (stands * (1 - none(own))) / falls);
}

/**
 * Returns the backups: up to two to the same goal, the one that stands most often first, and the
 * nearest other goal where every way to this one could fall together. Where it can be had, one of them
 * does not share the cause for which the chosen route is most likely to fail.
 */
export function findBackups(question: BackupQuestion): readonly Backup[] {
  const { catalogue, goal, chosen, routes } = question;
  const goalRow = rowOf(catalogue, goal.occupationId);
  if (goalRow < 0) return [];
  const likeliest = chosen.causes.reduce<FailureCause | undefined>(
    (most, cause) => (most === undefined || cause.chance > most.chance ? cause : most),
    undefined,
  );
  if (likeliest === undefined) return [];
  const others = routes.filter((route) => route.id !== chosen.id);
  const candidates = [...others, ...otherWays(question, goalRow)].filter(
    (route, i, all) => all.findIndex((other) => other.id === route.id) === i,
  );
  const ranked = candidates
    .map((route) => ({
      ...route,
      strengths: [],
      why: whyOf(catalogue, { ...route, strengths: [] }, 0),
    }))
    .map((route) => ({ route, worth: worthOf(chosen.causes, route.causes) }))
    .filter((one) => one.worth > 0.01 && !isSameInCauses(one.route, chosen))
    .sort((a, b) => b.worth - a.worth || (a.route.id < b.route.id ? -1 : 1));
  const kept: typeof ranked = [];
  const standsAlone = ranked.find((one) => !hasCause(one.route, likeliest.id));
  if (standsAlone !== undefined) kept.push(standsAlone);
  for (const one of ranked) {
    if (kept.length >= SAME_GOAL_BACKUPS) break;
    if (!kept.some((other) => isSameInCauses(other.route, one.route))) kept.push(one);
  }
  const backups = kept.map((one) => backupOf(chosen, one.route, "same goal", one.worth, likeliest));
  const other = nearestOtherGoal(
    question,
    likeliest,
    kept.map((one) => one.route),
  );
  return other === undefined ? backups : [...backups, other];
}

function hasCause(route: Route, id: string): boolean {
  return route.causes.some((cause) => cause.id === id);
}

function isSameInCauses(a: Route, b: Route): boolean {
  const keys = (route: Route): string =>
    route.causes
      .map((cause) => cause.id)
      .sort()
      .join();
  return keys(a) === keys(b);
}

/** Routes to the goal by other credentials than the chosen route's own programmes. */
function otherWays(question: BackupQuestion, goalRow: number): readonly Route[] {
  const { catalogue, chosen } = question;
  const avoid = new Set(
    chosen.stages
      .flatMap((stage) => stage.credentialIds)
      .filter((id) => {
        const template = catalogue.credentials.find((one) => one.id === id);
        return template !== undefined && (template.admission || template.kind === "degree");
      }),
  );
  if (avoid.size === 0) return [];
  const found = enumerateRoutes({ ...question, avoid }, goalRow).filter(
    (one) => one.route.withinLimits,
  );
  return found.length === 0
    ? []
    : chooseRoutes(catalogue, undominated(found)).map((route) => ({
        ...route,
        id: `${route.id}-other`,
        stages: route.stages.map((stage) => ({ ...stage, id: `other-${stage.id}` })),
      }));
}

function nearestOtherGoal(
  question: BackupQuestion,
  likeliest: FailureCause,
  sameGoal: readonly Route[],
): Backup | undefined {
  const { catalogue, goal, chosen } = question;
  const common = chosen.causes.filter((cause) =>
    sameGoal.every((route) => hasCause(route, cause.id)),
  );
  if (common.length === 0) return undefined;
  const best = findNearerGoals(question)
    .map((nearer) => ({ ...nearer, worth: worthOf(chosen.causes, nearer.route.causes) }))
    .sort(
      (a, b) =>
        b.worth * (0.5 + b.countsTowardsGoal) - a.worth * (0.5 + a.countsTowardsGoal) ||
        a.row - b.row,
    )[0];
  if (best === undefined) return undefined;
  const goalName = plainNameOf(catalogue, rowOf(catalogue, goal.occupationId));
  const exam = common.find((cause) => cause.id.startsWith("exam:"));
  const why =
    exam === undefined
      ? `Every way to ${goalName} needs an opening as one. `
      : `Every way to ${goalName} goes through the same exam. `;
  const name = plainNameOf(catalogue, best.row);
  const route: Route = {
    ...best.route,
    id: `other-${best.occupationId}-${best.route.id}`,
    name: `Work as ${withArticle(name)} instead`,
    stages: best.route.stages.map((stage) => ({
      ...stage,
      id: `${best.occupationId}-${stage.id}`,
    })),
    why:
      `${why}Working as ${withArticle(name)} is the nearest other goal that stands then; about ` +
      `${Math.round(best.countsTowardsGoal * 100)} % of it counts towards ${goalName} too. ${best.route.why}`,
  };
  return backupOf(chosen, route, "nearest other goal", best.worth, exam ?? likeliest);
}

function backupOf(
  chosen: Route,
  route: Route,
  kind: Backup["kind"],
  worth: number,
  likeliest: FailureCause,
): Backup {
  const standsWhen = chosen.causes.filter((cause) => !hasCause(route, cause.id));
  const trigger =
    standsWhen.find((cause) => cause.id === likeliest.id) ?? standsWhen[0] ?? likeliest;
  const first = route.stages[0];
  return {
    id: `backup-${route.id}`,
    kind,
    route,
    standsWhen,
    worth,
    switchBy: undefined,
    tripwire: `If ${lowerFirst(trigger.label)}, start this: ${lowerFirst(first?.title ?? route.name)}.`,
  };
}
