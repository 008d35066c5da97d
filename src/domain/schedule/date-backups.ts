// Backups get their dates: the last day on which switching still reaches the goal in time, and the
// condition to watch. Which backups there are is routes/'s work.

import { addDays, type CalendarDate, dateInWords } from "../calendar-date.ts";
import type { Backup, Stage } from "../routes/route.ts";
import { monthInWords } from "./plan-in-words.ts";
import { planRoute, type RoutePlan, type Situation } from "./plan-route.ts";
import { reachDay } from "./simulate-plan.ts";

/** Runs for a backup: its P80 alone is needed. */
const BACKUP_RUNS = 200;

/** Returns the stage of the plan that most likely fails, the first of equals; undefined for none. */
export function riskiestStage(plan: RoutePlan): Stage | undefined {
  return plan.route.stages.reduce<Stage | undefined>(
    (worst, stage) => (worst === undefined || stage.chance < worst.chance ? stage : worst),
    undefined,
  );
}

/** Returns the day by which the stage's actions are done in 8 of 10 runs. */
function stageEndP80(plan: RoutePlan, stage: Stage, today: CalendarDate): CalendarDate {
  let days = 0;
  for (const action of plan.actions) {
    if (action.stageId === stage.id) {
      days = Math.max(days, plan.simulation.actionEnds.get(action.id)?.p80 ?? 0);
    }
  }
  return reachDay(today, days);
}

/**
 * Returns the backups with the day to switch by and the tripwire in words. With a deadline it is the
 * deadline less what the backup itself takes in 8 of 10 runs; where that day has passed, or without a
 * deadline, it is the day by which the chosen route's riskiest stage should be done in 8 of 10 runs,
 * and the tripwire says so.
 */
export function dateBackups(
  situation: Situation,
  chosen: RoutePlan,
  backups: readonly Backup[],
  deadline: CalendarDate | undefined,
): readonly Backup[] {
  const { today } = situation;
  return backups.map((backup) => {
    const goal =
      backup.kind === "nearest other goal"
        ? { ...situation.goal, occupationId: goalOf(backup, situation) }
        : situation.goal;
    const own = planRoute({ ...situation, goal, gaps: [] }, backup.route, { runs: BACKUP_RUNS });
    const [condition, start] = partsOf(backup);
    const takes = Math.ceil(own.simulation.goal.p80);
    const lastSwitch = deadline === undefined ? undefined : addDays(deadline, -takes);
    if (lastSwitch !== undefined && lastSwitch > today) {
      return {
        ...backup,
        switchBy: lastSwitch,
        tripwire: `${condition} by ${dateInWords(lastSwitch)}, ${start}. After that day it no longer gets there by ${dateInWords(situation.goal.by ?? lastSwitch)} in 8 of 10 runs.`,
      };
    }
    const watched = riskiestStage(chosen);
    const day = watched === undefined ? chosen.p80 : stageEndP80(chosen, watched, today);
    const from = reachDay(day, own.simulation.goal.p80);
    return {
      ...backup,
      switchBy: day,
      tripwire: `${condition} by ${dateInWords(day)}, ${start}. From that day it takes until about ${monthInWords(from)}.`,
    };
  });
}

/** The condition, and what to begin then, of a tripwire without a date. */
function partsOf(backup: Backup): readonly [string, string] {
  const parts = /^(.*?), (start this: .*?)\.?$/.exec(backup.tripwire);
  return parts === null
    ? [backup.tripwire.replace(/[.,;]?\s*$/, ""), `start “${backup.route.name}”`]
    : [parts[1] as string, parts[2] as string];
}

function goalOf(backup: Backup, situation: Situation): string {
  return backup.route.stages.at(-1)?.occupationId ?? situation.goal.occupationId;
}
