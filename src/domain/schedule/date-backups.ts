// Backups get their dates: the last day on which switching still reaches the goal in time, and the
// condition to watch. Which backups there are is routes/'s work.

import { addDays, type CalendarDate, dateInWords, daysBetween } from "../calendar-date.ts";
import { lowerFirst } from "../moves/plain-name.ts";
import { hoursInWords } from "../moves/prepare-for.ts";
import type { Backup, FailureCause } from "../routes/route.ts";
import type { Action } from "./plan.ts";
import { monthInWords } from "./plan-in-words.ts";
import { planRoute, type RoutePlan, type Situation } from "./plan-route.ts";
import type { ActionDates, Schedule } from "./schedule-actions.ts";
import { reachDay } from "./simulate-plan.ts";

/** Runs for a backup: its P80 alone is needed. */
const BACKUP_RUNS = 200;
/** Courses of at least this many hours are watched halfway, not at their end. */
export const HALFWAY_FROM_HOURS = 300;
/** Assumption: with less than this share of the planned hours done one is behind, not just late. */
export const BEHIND_SHARE = 0.75;

interface Watch {
  /** "If no place is offered for …". */
  readonly condition: string;
  /** The day by which it should be settled in 8 of 10 runs. */
  readonly day: CalendarDate;
  /** From this day on one can tell. */
  readonly judgedFrom: CalendarDate;
  /** What is said before the day: a loss is "before" it, all else "by" it. */
  readonly preposition: "by" | "before";
}

/**
 * Returns the backups with the day to switch by and the tripwire in words. When the chosen plan meets
 * its deadline, that day is the deadline less what the backup itself takes in 8 of 10 runs; where the
 * feared thing could not have happened by then, being behind is watched instead. Without a deadline
 * that can be met, it is the day by which the feared thing should be settled in 8 of 10 runs, and the
 * tripwire says until when the backup then takes.
 */
export function dateBackups(
  situation: Situation,
  chosen: { readonly plan: RoutePlan; readonly schedule: Schedule },
  backups: readonly Backup[],
  deadline: CalendarDate | undefined,
): readonly Backup[] {
  const { today } = situation;
  const meetsDeadline = deadline !== undefined && chosen.plan.p50 <= deadline;
  return backups.map((backup) => {
    const occupationId = backup.route.stages.at(-1)?.occupationId ?? situation.goal.occupationId;
    const own = planRoute(
      { ...situation, goal: { ...situation.goal, occupationId }, gaps: [] },
      backup.route,
      { runs: BACKUP_RUNS },
    );
    const takes = own.simulation.goal.p80;
    const [condition, begin] = partsOf(backup);
    const watch = watchOf(chosen, condition, today);
    const lastSwitch = meetsDeadline ? addDays(deadline, -Math.ceil(takes)) : undefined;
    if (lastSwitch === undefined || lastSwitch <= today) {
      const until = monthInWords(reachDay(watch.day, takes));
      return {
        ...backup,
        switchBy: watch.day,
        tripwire: `${dated(watch.condition, watch.preposition, watch.day)}, ${begin}. From that day it takes until about ${until}.`,
      };
    }
    const judged =
      watch.judgedFrom <= lastSwitch
        ? dated(watch.condition, watch.preposition, lastDayFor(watch, lastSwitch))
        : dated(behindCondition(chosen, lastSwitch, today), "by", lastSwitch);
    return {
      ...backup,
      switchBy: lastSwitch,
      tripwire:
        `${judged}, ${begin}. ` +
        `Begun later, it misses ${dateInWords(situation.goal.by ?? lastSwitch)} more often than 2 times in 10.`,
    };
  });
}

/** A position that is over cannot be lost any more; all else can be waited for to the last. */
function lastDayFor(watch: Watch, lastSwitch: CalendarDate): CalendarDate {
  return watch.preposition === "before" && watch.day < lastSwitch ? watch.day : lastSwitch;
}

/** Puts the day where it cannot be misread: "If by 1 March 2028 no place is offered". */
function dated(condition: string, preposition: Watch["preposition"], day: CalendarDate): string {
  return condition.replace(/^If /, `If ${preposition} ${dateInWords(day)} `);
}

/** The condition, and what to begin then, of a tripwire without a date. */
function partsOf(backup: Backup): readonly [string, string] {
  const parts = /^(.*?), (start this: .*?)\.?$/.exec(backup.tripwire);
  return parts === null
    ? [backup.tripwire.replace(/[.,;]?\s*$/, ""), `start “${backup.route.name}”`]
    : [parts[1] as string, parts[2] as string];
}

/** The cause that the tripwire names, its action in the chosen plan, and when that is settled. */
function watchOf(
  chosen: { readonly plan: RoutePlan; readonly schedule: Schedule },
  condition: string,
  today: CalendarDate,
): Watch {
  const { plan } = chosen;
  const cause = plan.route.causes.find((one) => condition.includes(lowerFirst(one.label)));
  const action = cause === undefined ? undefined : actionOf(plan, cause);
  const ends = action === undefined ? undefined : plan.simulation.actionEnds.get(action.id);
  if (cause === undefined || action === undefined || ends === undefined) {
    const day = plan.p80;
    return { condition: plainly(condition), day, judgedFrom: day, preposition: "by" };
  }
  const end = reachDay(today, ends.p80 + action.waitWeeks.high * 7);
  if (!cause.id.startsWith("credential:") || action.hours.likely < HALFWAY_FROM_HOURS) {
    // A position can be lost, and an opening waited for, from the first day on.
    const isLoss = cause.id.startsWith("employer:");
    const isSearch = cause.id.startsWith("market:");
    return {
      condition: plainly(condition),
      day: end,
      judgedFrom: isLoss || isSearch ? (startOf(chosen, action) ?? end) : end,
      preposition: isLoss ? "before" : "by",
    };
  }
  const start = startOf(chosen, action) ?? today;
  const halfway = addDays(start, Math.round(daysBetween(start, reachDay(today, ends.p80)) / 2));
  const half = hoursInWords(action.hours.likely / 2);
  return {
    condition: `If fewer than ${half} are done ${towards(action)}`,
    day: halfway,
    judgedFrom: halfway,
    preposition: "by",
  };
}

/** "towards an associate's degree in nursing (ADN)". */
function towards(action: Action): string {
  const noun = /^(?:Earn|Take and finish|Study for and pass|Study for and earn) (.*)$/.exec(
    action.title,
  );
  return noun === null ? `of “${action.title}”` : `towards ${noun[1]}`;
}

/** The condition so that a date can follow it. */
function plainly(condition: string): string {
  return condition
    .replace(/ within \d+ months( of looking)?$/, " has come")
    .replace(/ before it has lasted long enough$/, "");
}

/** Returns the action in which a cause of failure would show, or undefined. */
function actionOf(plan: RoutePlan, cause: FailureCause): Action | undefined {
  const colon = cause.id.indexOf(":");
  const [kind, what] = [cause.id.slice(0, colon), cause.id.slice(colon + 1)];
  const byId = (id: string): Action | undefined => plan.actions.find((action) => action.id === id);
  switch (kind) {
    case "admission":
      return byId(`admission:${what}`);
    case "exam":
    case "credential":
      return byId(`credential:${what}`);
    case "market":
      return byId(`search:${what}`);
    case "employer":
      return what.startsWith("new:")
        ? byId(`hold:${what.slice("new:".length)}`)
        : plan.actions.find((action) => action.kind === "hold");
    default:
      return undefined;
  }
}

function startOf(
  chosen: { readonly schedule: Schedule },
  action: Action,
): CalendarDate | undefined {
  return chosen.schedule.actions.find((dates) => dates.id === action.id)?.start;
}

/** "If fewer than 900 hours are done …": what is under way on that day, and clearly behind. */
function behindCondition(
  chosen: { readonly plan: RoutePlan; readonly schedule: Schedule },
  day: CalendarDate,
  today: CalendarDate,
): string {
  let under: { readonly action: Action; readonly dates: ActionDates } | undefined;
  chosen.plan.actions.forEach((action, index) => {
    const dates = chosen.schedule.actions[index];
    if (dates === undefined || dates.start > day || dates.end < day) return;
    if (under === undefined || action.hours.likely > under.action.hours.likely) {
      under = { action, dates };
    }
  });
  if (under === undefined) {
    const next = chosen.plan.actions.find(
      (_, index) => (chosen.schedule.actions[index]?.start ?? today) > day,
    );
    return next === undefined
      ? "If you have not reached the goal"
      : `If you cannot see the day on which to ${lowerFirst(next.title)}`;
  }
  const { action, dates } = under;
  const share = (daysBetween(dates.start, day) + 1) / (daysBetween(dates.start, dates.end) + 1);
  const hours = action.hours.likely * share * BEHIND_SHARE;
  return action.landingRate !== undefined || hours < 1
    ? `If you are not through with “${action.title}”`
    : `If fewer than ${hoursInWords(hours)} are done ${towards(action)}`;
}
