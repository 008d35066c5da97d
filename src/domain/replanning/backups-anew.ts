// The backups of a plan made anew: which still help after what was noted, and from when on. What they are is
// routes/'s work, their days are schedule/date-backups.ts's.

import { lastDayOf } from "../calendar-date.ts";
import { withChosenBackups } from "../routes/chosen-backups.ts";
import { type BackupWay, findBackupWays } from "../routes/find-backups.ts";
import type { Backup, FailureCause, Route } from "../routes/route.ts";
import { dateBackups } from "../schedule/date-backups.ts";
import type { RoutePlan, Situation } from "../schedule/plan-route.ts";
import type { ActionProgress } from "../schedule/progress.ts";
import type { Schedule } from "../schedule/schedule-actions.ts";

export interface BackupsQuestion {
  /** The kept plan's route, whole. */
  readonly route: Route;
  readonly routes: readonly Route[];
  /** What can still go wrong. */
  readonly causes: readonly FailureCause[];
  /** What is left of the plan, with its luck and its days. */
  readonly plan: RoutePlan;
  readonly schedule: Schedule;
  readonly progress: ReadonlyMap<string, ActionProgress>;
}

/**
 * Returns the backups with their days from today on: those that stand through something that can still happen,
 * without what is done already.
 */
export function backupsAnew(situation: Situation, question: BackupsQuestion): readonly Backup[] {
  const { catalogue, standing, goal, today } = situation;
  const { route, routes, causes, schedule, progress } = question;
  const ahead = new Set(causes.map(({ id }) => id));
  const isEarned = (id: string): boolean => progress.get(`credential:${id}`)?.doneOn !== undefined;
  const ways = withChosenBackups(
    findBackupWays({ catalogue, standing, goal, chosen: route, routes, today }),
    goal.choice?.backupIds ?? [],
    { plan: route, routes },
  ).map((way): BackupWay => {
    const stages = way.backup.route.stages.filter(
      ({ credentialIds }) => credentialIds.length === 0 || !credentialIds.every(isEarned),
    );
    return {
      backup: { ...way.backup, route: { ...way.backup.route, stages } },
      watched: way.watched.filter(({ id }) => ahead.has(id)),
    };
  });
  const plan = { ...question.plan, route };
  const hoursDone = new Map([...progress].map(([id, { hours }]) => [id, hours]));
  const deadline = goal.by === undefined ? undefined : lastDayOf(goal.by);
  return dateBackups(situation, { plan, schedule, hoursDone }, ways, deadline);
}
