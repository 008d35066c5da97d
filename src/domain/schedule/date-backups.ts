// Backups get their dates: the last day on which switching still reaches the goal in time, and the
// condition to watch. Which backups there are is routes/'s work; whether going over on a day is best is
// policy/switch-days.ts's, which has the last word on day and text.

import {
  addDays,
  addMonths,
  type CalendarDate,
  DAYS_A_MONTH,
  dateInWords,
  daysBetween,
} from "../calendar-date.ts";
import { lowerFirst } from "../first-letter.ts";
import { hoursInWords, monthsInWords } from "../length-of-time.ts";
import { happenedInWords, kindOfCause } from "../routes/failure-causes.ts";
import {
  type BackupWay,
  beginInWords,
  OTHER_GOAL_BACKUPS,
  SAME_GOAL_BACKUPS,
  stagesLeft,
} from "../routes/find-backups.ts";
import type { Backup, DatedBackup, FailureCause, Stage } from "../routes/route.ts";
import { SEARCH_WINDOW_MONTHS } from "../routes/route-step.ts";
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

/**
 * Assumption: a backup that comes to its goal later than this after the plan itself would (8 times in
 * 10) is no help: a quarter as long again, or two years where that is more. Another goal is second best
 * already and may be two years later at most.
 */
export const LATEST_BACKUP = { share: 1.25, days: 730 } as const;

interface Watch {
  /** What has happened then, to stand after "If by 1 March 2028". */
  readonly happened: string;
  /** The day by which it should be settled in 8 of 10 runs. */
  readonly day: CalendarDate;
  /** From this day on one can tell. */
  readonly judgedFrom: CalendarDate;
  /** What is said before the day: a loss is "before" it, all else "by" it. */
  readonly preposition: "by" | "before";
  readonly behind?: DatedBackup["behind"];
}

interface Chosen {
  readonly plan: RoutePlan;
  readonly schedule: Schedule;
  /** Hours noted already, by action, beyond which the plan's are what is left; none when left out. */
  readonly hoursDone?: ReadonlyMap<string, number>;
}

/**
 * Returns the backups that help, up to two to the same goal and one other, with the day to switch by and
 * the tripwire in words. When the chosen plan meets its deadline, that day is the deadline less what
 * the backup itself takes in 8 of 10 runs; where the feared thing could not have happened by then, being
 * behind is watched instead. Otherwise it is the day by which the feared thing should be settled in 8
 * of 10 runs, and the tripwire says until when the backup then takes. What would come too late either
 * way (LATEST_BACKUP) is left out, and so is another goal that begins as a backup before it does.
 */
export function dateBackups(
  situation: Situation,
  chosen: Chosen,
  ways: readonly BackupWay[],
  deadline: CalendarDate | undefined,
): readonly Backup[] {
  const dated: Backup[] = [];
  const begun = new Set<string>();
  const room = { "same goal": SAME_GOAL_BACKUPS, "nearest other goal": OTHER_GOAL_BACKUPS };
  for (const way of ways) {
    const { kind } = way.backup;
    if (room[kind] <= 0) continue;
    for (const cause of way.watched) {
      const stages = stagesLeft(chosen.plan.route, way.backup.route, cause);
      const begin = `${cause.id} ${stages[0]?.title ?? ""}`;
      const one = begun.has(begin)
        ? undefined
        : dateBackup(situation, chosen, { backup: way.backup, cause, stages }, deadline);
      if (one === undefined) continue;
      begun.add(begin);
      dated.push(one);
      room[kind] -= 1;
      break;
    }
  }
  return dated;
}

/** One backup for one cause, or undefined when it would come too late. */
function dateBackup(
  situation: Situation,
  chosen: Chosen,
  way: {
    readonly backup: Backup;
    readonly cause: FailureCause;
    readonly stages: readonly Stage[];
  },
  deadline: CalendarDate | undefined,
): Backup | undefined {
  const { today, catalogue } = situation;
  const { backup, cause, stages } = way;
  const occupationId = stages.at(-1)?.occupationId ?? situation.goal.occupationId;
  const own = planRoute(
    { ...situation, goal: { ...situation.goal, occupationId }, gaps: [] },
    { ...backup.route, stages },
    { runs: BACKUP_RUNS },
  );
  const takes = own.simulation.goal.p80;
  const begin = beginInWords(stages[0], backup.route);
  const watch = watchOf(chosen, cause, happenedInWords(catalogue, cause), today);
  const meetsDeadline = deadline !== undefined && chosen.plan.p50 <= deadline;
  const lastSwitch = meetsDeadline ? addDays(deadline, -Math.ceil(takes)) : undefined;
  if (lastSwitch !== undefined && lastSwitch > today) {
    const [{ happened, preposition, behind }, day] =
      watch.judgedFrom <= lastSwitch
        ? [watch, lastDayFor(watch, lastSwitch)]
        : [behindOn(chosen, lastSwitch, today), lastSwitch];
    const condition = `${preposition} ${dateInWords(day)} ${happened}`;
    const after = `Begun later, it misses ${dateInWords(situation.goal.by ?? lastSwitch)} more often than 2 times in 10 even if nothing stops it.`;
    return {
      ...backup,
      switchBy: lastSwitch,
      tripwire: `If ${condition}, ${begin}. ${after}`,
      dated: {
        lastDay: lastSwitch,
        condition: preposition === "by" ? condition : undefined,
        behind,
        after,
      },
    };
  }
  const planned = chosen.plan.simulation.goal.p80;
  const share = backup.kind === "same goal" ? LATEST_BACKUP.share : 1;
  const latest = reachDay(today, Math.max(share * planned, planned + LATEST_BACKUP.days));
  const until = reachDay(watch.day, takes);
  if (until > latest && (deadline === undefined || until > deadline)) return undefined;
  const condition = `${watch.preposition} ${dateInWords(watch.day)} ${watch.happened}`;
  const after = `From that day it takes until about ${monthInWords(until)}${laterInWords(chosen.plan.p80, until)}.`;
  return {
    ...backup,
    switchBy: watch.day,
    tripwire: `If ${condition}, ${begin}. ${after}`,
    dated: {
      condition: watch.preposition === "by" ? condition : undefined,
      behind: watch.behind,
      after,
    },
  };
}

/** Later than this is said: half a year. */
const SAID_LATER_FROM_DAYS = 182;

/** ", 2 years later than the plan itself": both as they come 8 times in 10. */
function laterInWords(planned: CalendarDate, until: CalendarDate): string {
  const days = daysBetween(planned, until);
  return days < SAID_LATER_FROM_DAYS
    ? ""
    : `, ${monthsInWords(days / DAYS_A_MONTH)} later than the plan itself`;
}

/** A position that is over cannot be lost any more; all else can be waited for to the last. */
function lastDayFor(watch: Watch, lastSwitch: CalendarDate): CalendarDate {
  return watch.preposition === "before" && watch.day < lastSwitch ? watch.day : lastSwitch;
}

/** When the feared thing is settled in the chosen plan, and what of it one sees first. */
function watchOf(
  chosen: Chosen,
  cause: FailureCause,
  happened: string,
  today: CalendarDate,
): Watch {
  const { plan } = chosen;
  const action = actionOf(plan, cause);
  const ends = action === undefined ? undefined : plan.simulation.actions.get(action.id);
  if (action === undefined || ends === undefined) {
    return { happened, day: plan.p80, judgedFrom: plan.p80, preposition: "by" };
  }
  const end = reachDay(today, ends.p80 + action.waitWeeks.high * 7);
  const done = chosen.hoursDone?.get(action.id) ?? 0;
  const half = (done + action.hours.likely) / 2;
  const isLong = done + action.hours.likely >= HALFWAY_FROM_HOURS && done < half;
  if (!cause.id.startsWith("credential:") || !isLong) {
    // A position can be lost, and an opening waited for, from the first day on.
    const isLoss = cause.id.startsWith("employer:");
    const isSearch = cause.id.startsWith("market:");
    const start = startOf(chosen, action) ?? end;
    // Who has looked for as long as a search is given has looked long enough.
    const longest = addMonths(start, SEARCH_WINDOW_MONTHS);
    return {
      happened,
      day: isSearch && longest < end ? longest : end,
      judgedFrom: isLoss || isSearch ? start : end,
      preposition: isLoss ? "before" : "by",
    };
  }
  const start = startOf(chosen, action) ?? today;
  // Half of the whole, so that going on as planned does not move the day.
  const share = (half - done) / action.hours.likely;
  const days = daysBetween(start, reachDay(today, ends.p80)) * share;
  const halfway = addDays(start, Math.round(days));
  return {
    happened: `fewer than ${hoursInWords(half)} are done ${towards(action)}`,
    day: halfway,
    judgedFrom: halfway,
    preposition: "by",
    behind: { actionId: action.id, share },
  };
}

/** "towards an associate's degree in nursing (ADN)". */
function towards(action: Action): string {
  const noun = /^(?:Earn|Take and finish|Study for and pass|Study for and earn) (.*)$/.exec(
    action.title,
  );
  return noun === null ? `of “${action.title}”` : `towards ${noun[1]}`;
}

/** Returns the action in which a cause of failure would show, or undefined. */
function actionOf(plan: RoutePlan, cause: FailureCause): Action | undefined {
  const [kind, what] = kindOfCause(cause);
  const byId = (id: string): Action | undefined => plan.actions.find((action) => action.id === id);
  switch (kind) {
    case "admission":
      return byId(`admission:${what}`);
    case "exam":
    case "sitting":
    case "credential":
      return byId(`credential:${what}`);
    case "market":
      return byId(`search:${what}`) ?? searchFor(plan, cause);
    case "employer":
      return what.startsWith("new:")
        ? byId(`hold:${what.slice("new:".length)}`)
        : plan.actions.find((action) => action.kind === "hold");
    default:
      return undefined;
  }
}

/** The search of the first stage that can fail so: a step up where one is has no occupation's own search. */
function searchFor({ route, actions }: RoutePlan, cause: FailureCause): Action | undefined {
  const stage = route.stages.find(({ causes }) => causes.some(({ id }) => id === cause.id));
  return actions.find((action) => action.stageId === stage?.id && action.landingRate !== undefined);
}

function startOf(
  chosen: { readonly schedule: Schedule },
  action: Action,
): CalendarDate | undefined {
  return chosen.schedule.actions.find((dates) => dates.id === action.id)?.start;
}

/** "fewer than 900 hours are done …": what is under way on that day, and clearly behind. */
function behindOn(
  chosen: Chosen,
  day: CalendarDate,
  today: CalendarDate,
): Pick<Watch, "happened" | "preposition" | "behind"> {
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
    const happened =
      next === undefined
        ? "you have not reached the goal"
        : `you cannot see the day on which to ${lowerFirst(next.title)}`;
    return { happened, preposition: "by" };
  }
  const { action, dates } = under;
  const planned = (daysBetween(dates.start, day) + 1) / (daysBetween(dates.start, dates.end) + 1);
  const share = planned * BEHIND_SHARE;
  const hours = (chosen.hoursDone?.get(action.id) ?? 0) + action.hours.likely * share;
  return action.landingRate !== undefined || hours < 1
    ? { happened: `you are not through with “${action.title}”`, preposition: "by" }
    : {
        happened: `fewer than ${hoursInWords(hours)} are done ${towards(action)}`,
        preposition: "by",
        behind: { actionId: action.id, share },
      };
}
