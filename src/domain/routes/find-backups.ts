// Backups: other ways that stand when the chosen one falls. They differ in why they could fail, not in
// the names of their stages. Dates are added by schedule/, where the deadline is known.

import type { CalendarDate } from "../calendar-date.ts";
import { lowerFirst } from "../first-letter.ts";
import { directionOf, SAME_LEVEL_PAY } from "../moves/assess-move.ts";
import { experienceCreditOf, knowledgeCoverage } from "../moves/experience-credit.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { payRatioOf, zonesBetween } from "../moves/step-down.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import { credentialOf } from "../occupations/licence-paths.ts";
import { chooseRoutes, isDetourBeside } from "./choose-routes.ts";
import { happenedInWords, kindOfCause } from "./failure-causes.ts";
import {
  builtUseOf,
  findKinGoals,
  findNearerGoals,
  type NearerGoalRoute,
} from "./find-nearer-goals.ts";
import { withRungs } from "./promotion-route.ts";
import type { Backup, FailureCause, Route, Stage } from "./route.ts";
import { levelRowOf, payNowOf, type RouteQuestion } from "./route-graph.ts";
import { whyOf, worthInWords } from "./route-in-words.ts";
import { enumerateRoutes, undominated } from "./search-routes.ts";

/** Backups to the same goal given at most. */
export const SAME_GOAL_BACKUPS = 2;
/** Other goals given at most. */
export const OTHER_GOAL_BACKUPS = 1;

/** Assumption: pay of this share of the present pay is still no step down; medians are no finer. */
export const SAME_PAY_SHARE = 0.97;

/** Assumption: what stands less often than this when the chosen route falls is no backup. */
export const LEAST_WORTH = 0.15;

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

/** A way to fall back on, before it has dates. */
export interface BackupWay {
  readonly backup: Backup;
  /** What could happen to the chosen route that this one stands through; what to watch first, first. */
  readonly watched: readonly FailureCause[];
}

/**
 * Returns what is left of a backup's stages when the watched thing happens on the chosen route: what
 * that route has behind it by then is not done again. Empty when nothing is left to begin.
 */
export function stagesLeft(chosen: Route, backup: Route, watched: FailureCause): readonly Stage[] {
  const at = chosen.stages.findIndex((stage) =>
    stage.causes.some((cause) => cause.id === watched.id),
  );
  const past = chosen.stages.slice(0, Math.max(0, at));
  const behind = new Set(past.map(keyOfStage));
  const earned = new Set(past.flatMap((stage) => stage.credentialIds));
  const isBehind = (stage: Stage): boolean =>
    behind.has(keyOfStage(stage)) ||
    (stage.credentialIds.length > 0 && stage.credentialIds.every((id) => earned.has(id)));
  const first = backup.stages.findIndex((stage) => !isBehind(stage));
  return first < 0 ? [] : backup.stages.slice(first);
}

/**
 * Returns the titles of the backup's stages that the chosen route has too; empty where one can fail in every
 * stage and the other is not touched.
 */
export function commonStagesOf(chosen: Route, backup: Route): readonly string[] {
  const keys = new Set(chosen.stages.map(keyOfStage));
  return backup.stages.filter((stage) => keys.has(keyOfStage(stage))).map((stage) => stage.title);
}

function keyOfStage(stage: Stage): string {
  return [stage.kind, stage.occupationId, ...stage.credentialIds].join();
}

/** Returns the ways as backups without dates, up to two to the same goal and one other. */
export function findBackups(question: BackupQuestion): readonly Backup[] {
  const ways = findBackupWays(question).map((way) => way.backup);
  return [
    ...ways.filter((one) => one.kind === "same goal").slice(0, SAME_GOAL_BACKUPS),
    ...ways.filter((one) => one.kind === "nearest other goal").slice(0, OTHER_GOAL_BACKUPS),
  ];
}

/**
 * Returns every way worth falling back on: those to the same goal first, the ones that do not share the
 * cause for which the chosen route is most likely to fail before the others, and those that stand more
 * often first; then other goals, the one that uses most of what the route builds first.
 */
export function findBackupWays(question: BackupQuestion): readonly BackupWay[] {
  const { catalogue, goal, chosen, routes } = question;
  const goalRow = rowOf(catalogue, goal.occupationId);
  const likeliest = likeliestOf(chosen);
  if (goalRow < 0 || likeliest === undefined) return [];
  const others = routes.filter((route) => route.id !== chosen.id);
  const ranked = [...others, ...otherWays(question, goalRow)]
    .filter((route, i, all) => all.findIndex((other) => other.id === route.id) === i)
    .filter((route) => !isSameInCauses(route, chosen))
    .map((route) => ({
      ...route,
      strengths: [],
      why: whyOf(catalogue, { ...route, strengths: [] }, 0),
    }))
    .map((route) => ({
      route,
      worth: worthOf(chosen.causes, route.causes),
      shares: Number(hasCause(route, likeliest.id)),
    }))
    .filter((one) => one.worth >= LEAST_WORTH)
    .sort((a, b) => a.shares - b.shares || b.worth - a.worth || (a.route.id < b.route.id ? -1 : 1));
  const kept = ranked.filter(
    (one, i) => !ranked.slice(0, i).some((other) => isSameInCauses(other.route, one.route)),
  );
  const same = kept.map((one) => wayOf(question, one.route, "same goal", one.worth));
  return [
    ...same,
    ...otherGoals(
      question,
      same.map((way) => way.backup.route),
    ),
  ].filter((way) => way.watched.length > 0);
}

/** The cause for which a route is most likely to fail; undefined when nothing can stop it. */
function likeliestOf(route: Route): FailureCause | undefined {
  return route.causes.reduce<FailureCause | undefined>(
    (most, cause) => (most === undefined || cause.chance > most.chance ? cause : most),
    undefined,
  );
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
  const found = withRungs(
    question,
    goalRow,
    enumerateRoutes({ ...question, avoid }, goalRow),
  ).filter((one) => one.route.withinLimits && !isDetourBeside(chosen.months.likely, one.route));
  return found.length === 0
    ? []
    : chooseRoutes(catalogue, undominated(found)).map((route) => ({
        ...route,
        id: `${route.id}-other`,
        stages: route.stages.map((stage) => ({ ...stage, id: `other-${stage.id}` })),
      }));
}

/** Other goals that stand where every way to this one could fall together, the most useful first. */
function otherGoals(question: BackupQuestion, sameGoal: readonly Route[]): readonly BackupWay[] {
  const { catalogue, goal, chosen } = question;
  const common = chosen.causes.filter((cause) =>
    sameGoal.every((route) => hasCause(route, cause.id)),
  );
  if (common.length === 0) return [];
  const passed = new Set(chosen.stages.map((stage) => stage.occupationId));
  const goalName = plainNameOf(catalogue, rowOf(catalogue, goal.occupationId));
  const exam = common.find((cause) => cause.id.startsWith("exam:"));
  const why =
    exam === undefined
      ? `Every way to ${goalName} needs an opening as one. `
      : `Every way to ${goalName} goes through the same exam. `;
  const honest = (goals: readonly NearerGoalRoute[]): readonly OtherGoal[] =>
    goals
      .filter((one, i) => goals.findIndex((other) => other.row === one.row) === i)
      .filter(
        (nearer) =>
          !passed.has(nearer.occupationId) &&
          !isBelow(question, nearer.row) &&
          !isNoRise(question, nearer.row),
      )
      .map((nearer) => ({
        ...nearer,
        worth: worthOf(chosen.causes, nearer.route.causes),
        isApart: commonStagesOf(chosen, nearer.route).length === 0,
      }))
      .filter((nearer) => nearer.worth >= LEAST_WORTH);
  const isUseful = (one: OtherGoal): boolean => builtAndCounted(question, one) >= LEAST_USE;
  const near = honest([...findNearerGoals(question), ...findKinGoals(question)]);
  const wide = near.some(isUseful) ? [] : honest(findKinGoals(question, true));
  const useful = [...near, ...wide].filter(isUseful);
  const goals = useful.length > 0 ? useful : near.length > 0 ? near : wide;
  return [...goals]
    .sort(
      (a, b) =>
        Number(b.isApart) - Number(a.isApart) ||
        usefulnessOf(question, b) - usefulnessOf(question, a) ||
        a.row - b.row,
    )
    .map((nearer) => {
      const name = plainNameOf(catalogue, nearer.row);
      const share = Math.round(nearer.countsTowardsGoal * 100);
      const route: Route = {
        ...nearer.route,
        id: `other-${nearer.occupationId}-${nearer.route.id}`,
        name: `Work as ${withArticle(name)} instead`,
        stages: nearer.route.stages.map((stage) => ({
          ...stage,
          id: `${nearer.occupationId}-${stage.id}`,
        })),
        why:
          `${why}Working as ${withArticle(name)} is a near goal that stands then` +
          `${share > 0 ? `; about ${share} % of it counts towards ${goalName} too` : ""}. ${nearer.route.why}`,
      };
      return wayOf(question, route, "nearest other goal", nearer.worth, exam);
    });
}

/** Assumption: what one's own work counts for weighs half of what counts towards the goal. */
const OWN_WORK_SHARE = 0.5;
/** Assumption: pay over this many times the present pay makes another goal no better. */
const MOST_PAY_RATIO = 1.5;
/**
 * Assumption: another goal that uses less than this of what the route builds and of what leads to its goal
 * (their mean) is another career, and is named only where nothing else stands.
 */
export const LEAST_USE = 0.4;

interface OtherGoal extends NearerGoalRoute {
  readonly worth: number;
  readonly isApart: boolean;
}

/** How much of what the route builds, and of what leads to its goal, another goal uses, 0–1. */
function builtAndCounted(question: BackupQuestion, one: NearerGoalRoute): number {
  const { catalogue, standing, chosen } = question;
  const present = levelRowOf(catalogue, standing);
  const own = present === undefined ? 0 : experienceCreditOf(catalogue, present, one.row);
  const counts = Math.max(one.countsTowardsGoal, OWN_WORK_SHARE * own);
  return (builtUseOf(question, chosen, one.row) + counts) / 2;
}

/**
 * How much another goal is worth having: that it stands, uses what the route builds, leads on to its goal or
 * is led to by the present work, is known from there, and pays.
 */
function usefulnessOf(question: BackupQuestion, one: OtherGoal): number {
  const { catalogue, standing } = question;
  const present = levelRowOf(catalogue, standing);
  const known = present === undefined ? 0 : knowledgeCoverage(catalogue, present, one.row);
  const uses = (2 * builtAndCounted(question, one) + known) / 3;
  const pay = payNowOf(catalogue, standing) ?? Number.NaN;
  const ratio = (catalogue.payMedian[one.row] ?? Number.NaN) / pay;
  return one.worth * uses ** 2 * (Number.isNaN(ratio) ? 1 : Math.min(MOST_PAY_RATIO, ratio));
}

/** Whether it is a step down from where the person stands or will have stood, by zone, or pays clearly less. */
function isBelow({ catalogue, standing, goal, chosen }: BackupQuestion, row: number): boolean {
  const passed = chosen.stages
    .filter((stage) => stage.kind === "move" && stage.occupationId !== goal.occupationId)
    .map((stage) => rowOf(catalogue, stage.occupationId));
  const levels = [levelRowOf(catalogue, standing), ...passed];
  const isDown = (level: number | undefined): boolean =>
    level !== undefined && directionOf(catalogue, level, row) === "down";
  if (levels.some(isDown)) return true;
  const pays = [
    payNowOf(catalogue, standing) ?? 0,
    ...passed.map((one) => catalogue.payMedian[one] ?? Number.NaN),
  ];
  const most = Math.max(0, ...pays.filter((pay) => !Number.isNaN(pay)));
  return (catalogue.payMedian[row] ?? Number.NaN) < SAME_PAY_SHARE * most;
}

/** Assumption: a goal that stands so many job zones above the present work is sought as a rise. */
const RISE_ZONES = 2;

/** Whether it pays no more than the present work (else, by zone), where the goal is sought as a rise. */
function isNoRise({ catalogue, standing, goal }: BackupQuestion, row: number): boolean {
  const present = levelRowOf(catalogue, standing);
  if (present === undefined) return false;
  const rise = zonesBetween(catalogue, present, rowOf(catalogue, goal.occupationId));
  if (rise < RISE_ZONES) return false;
  const pays = [catalogue.payMedian[row], catalogue.payMedian[present]];
  return pays.some((pay) => pay === undefined || Number.isNaN(pay))
    ? directionOf(catalogue, present, row) !== "up"
    : payRatioOf(catalogue, present, row) < 1 + SAME_LEVEL_PAY;
}

/** What the market around does is seen in one's own search, and that study does not go on in a programme. */
function isSeen(cause: FailureCause): boolean {
  return !/^(market:(kind-|place)|study:)/.test(cause.id);
}

/** Who does not finish a programme is not helped by one that takes as long or longer. */
function isAnsweredBy(catalogue: Catalogue, cause: FailureCause, route: Route): boolean {
  const [kind, what] = kindOfCause(cause);
  const unfinished = kind === "credential" ? credentialOf(catalogue, what) : undefined;
  if (unfinished === undefined) return true;
  return route.stages
    .flatMap((stage) => stage.credentialIds)
    .every((id) => (credentialOf(catalogue, id)?.hours.likely ?? 0) < unfinished.hours.likely);
}

function wayOf(
  { catalogue, chosen }: Pick<BackupQuestion, "catalogue" | "chosen">,
  route: Route,
  kind: Backup["kind"],
  worth: number,
  first?: FailureCause,
): BackupWay {
  const standsWhen = chosen.causes.filter((cause) => !hasCause(route, cause.id));
  const watched = [
    ...standsWhen.filter((cause) => cause.id === first?.id),
    ...standsWhen.filter((cause) => cause.id !== first?.id).sort((a, b) => b.chance - a.chance),
  ].filter(
    (cause) =>
      isSeen(cause) &&
      stagesLeft(chosen, route, cause).length > 0 &&
      isAnsweredBy(catalogue, cause, route),
  );
  const [trigger] = watched;
  const begin = trigger === undefined ? undefined : stagesLeft(chosen, route, trigger)[0];
  const commonStages = commonStagesOf(chosen, route);
  return {
    backup: {
      id: `backup-${route.id}`,
      kind,
      route,
      standsWhen,
      worth,
      commonStages,
      why: worthInWords(worth, commonStages),
      switchBy: undefined,
      tripwire:
        trigger === undefined
          ? ""
          : `If ${happenedInWords(catalogue, trigger)}, ${beginInWords(begin, route)}.`,
    },
    watched,
  };
}

/** Returns what to do when it is time to switch: "start this: earn the nurse aide training". */
export function beginInWords(begin: Stage | undefined, route: Route): string {
  return `start this: ${lowerFirst(begin?.title ?? route.name)}`;
}
