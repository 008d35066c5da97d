// The plan and its backups as a policy: the chance with and without them, when to go over, what luck does,
// what to find out next, and the hazards behind it all. Stores nothing.

import { z } from "zod";
import { type CalendarDate, dateInWords, daysBetween } from "../../domain/calendar-date.ts";
import { type Currency, moneyInWords } from "../../domain/money.ts";
import { HAZARD_SPANS } from "../../domain/policy/career-hazards.ts";
import type { CareerOutlook } from "../../domain/policy/career-outlook.ts";
import { TRACK_KINDS } from "../../domain/policy/career-track.ts";
import { findOutOf, UNKNOWNS } from "../../domain/policy/find-out.ts";
import {
  answerInWords,
  causeInWords,
  findOutInWords,
  groundsInWords,
  headlineOf,
  horizonInWords,
  nowInWords,
  type OutlookWords,
  scenarioInWords,
} from "../../domain/policy/outlook-in-words.ts";
import { SCENARIOS, stressTestsOf } from "../../domain/policy/stress-test.ts";
import {
  trackOfBackup,
  tripwireOf,
  weighingOf,
  withSwitchDays,
} from "../../domain/policy/switch-days.ts";
import type { Replan } from "../../domain/replanning/replan.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { BACKUP_DAY_MEANINGS, type Backup } from "../../domain/routes/route.ts";
import { makePlan } from "../../domain/schedule/make-plan.ts";
import type { Plan } from "../../domain/schedule/plan.ts";
import { countInWords } from "../../domain/schedule/plan-in-words.ts";
import type { Situation } from "../../domain/schedule/plan-route.ts";
import type { OperationContext } from "../context.ts";
import { operation } from "../operation.ts";
import type { Problem } from "../problem-text.ts";
import { type SituationInput, situationInput, situationOf } from "../situation.ts";
import { madeAnew } from "./replan.ts";

const chance = z.number().meta({ description: "0–1, on the assumptions named" });

export const hazardShape = z.object({
  id: z.string(),
  label: z.string(),
  span: z.enum(HAZARD_SPANS).meta({ description: "What the chance is counted on" }),
  usual: chance,
  own: chance.optional().meta({ description: "The person's own value (set-hazard)" }),
  source: z.string(),
});

const backupShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(TRACK_KINDS),
  /** The same day and sentence as in the plan. */
  day: z.string().optional(),
  means: z.enum(BACKUP_DAY_MEANINGS).optional().meta({ description: "What the day is" }),
  text: z.string(),
  /** Where the kept plan has another day by more than a month. */
  otherDay: z.string().optional(),
  goingOn: chance.optional(),
  goingOver: chance.optional(),
  share: chance.optional().meta({ description: "How often it comes to that" }),
});

export const showBackups = operation({
  input: z.object(situationInput),
  output: z.object({
    headline: z.string(),
    horizon: z.string().optional().meta({ description: "Why another day than the goal's" }),
    basis: z.string().meta({ description: "From which plan, and from how much of it done" }),
    madeOn: z.string(),
    until: z.string(),
    goalOccupation: z.string(),
    route: z.string(),
    alone: z.object({ chance, half: z.string().optional() }),
    withBackups: z.object({ chance, either: chance, half: z.string().optional() }),
    now: z.string(),
    backups: z.array(backupShape),
    answers: z.array(z.object({ happens: z.string(), doThen: z.string(), either: chance })),
    scenarios: z.array(
      z.object({
        kind: z.enum(SCENARIOS),
        title: z.string(),
        rule: z.string(),
        alone: chance,
        chance,
        either: chance,
        half: z.string().optional(),
      }),
    ),
    findOut: z.array(
      z.object({
        kind: z.enum(UNKNOWNS),
        title: z.string(),
        ends: z.string(),
        knowing: z.string(),
        gain: z.number().meta({
          description:
            "By how much knowing it now raises the chance; at most this for what the employer pays",
        }),
        chanceLow: chance,
        chanceHigh: chance,
      }),
    ),
    hazards: z.array(hazardShape),
    grounds: z.array(z.string()),
  }),
  async run(context, input) {
    const found = await standingPlanOf(context, input);
    if (!found.ok) return found;
    const { situation, plan, outlook, basis } = found.value;
    const { catalogue, goal, today } = situation;
    if (outlook === undefined) return fail({ code: "backups/no-route", goal: goal.title });
    const words: OutlookWords = { catalogue, plan, outlook };
    const { outcome } = outlook.policy;
    const currency = catalogue.currency as Currency;
    const horizon = horizonInWords(words);
    const backups = plan.backups.flatMap((one) => shownBackup(words, one, found.value.kept) ?? []);
    const half = (day: string | undefined) => (day === undefined ? {} : { half: day });
    return ok({
      headline: headlineOf(words),
      ...(horizon === undefined ? {} : { horizon }),
      basis,
      madeOn: today,
      until: outlook.until,
      goalOccupation: plan.goalOccupation,
      route: outlook.tracks[0]?.name ?? "",
      alone: { chance: outlook.alone.chance, ...half(outlook.alone.half) },
      withBackups: {
        chance: outcome.chance,
        either: outcome.withOther,
        ...half(outlook.half),
      },
      now: nowInWords(words, nextOf(backups)),
      backups,
      answers: outlook.answers.map((answer) => ({
        happens: causeInWords(words, answer),
        doThen: answerInWords(words, answer),
        either: answer.withOther,
      })),
      scenarios: stressTestsOf(situation, plan, outlook).map((test) => ({
        kind: test.kind,
        ...scenarioInWords(test, outlook),
        alone: test.alone,
        chance: test.chance,
        either: test.withOther,
        ...half(test.half),
      })),
      findOut: findOutOf(outlook).map((one) => ({
        kind: one.kind,
        ...findOutInWords(one, (amount) => moneyInWords({ amount, currency })),
        gain: one.gain,
        chanceLow: one.chanceLow,
        chanceHigh: one.chanceHigh,
      })),
      hazards: outlook.hazards.map(({ own, ...hazard }) => ({
        ...hazard,
        ...(own === undefined ? {} : { own }),
      })),
      grounds: [...groundsInWords()],
    });
  },
});

interface StandingPlan {
  readonly situation: Situation;
  readonly plan: Plan;
  readonly outlook: CareerOutlook | undefined;
  /** The plan that was kept last, where it is this one that is looked at. */
  readonly kept?: Plan;
  readonly basis: string;
}

/**
 * The plan that was kept last, from where the person is on it; the plan as it would be made today where something
 * else is asked, where none was kept for this goal, or where every step of it is settled.
 */
async function standingPlanOf(
  context: OperationContext,
  input: SituationInput,
): Promise<Result<StandingPlan, Problem>> {
  const asksElse = Object.values(input).some((said) => said !== undefined);
  const kept = asksElse ? undefined : await madeAnew(context, { backups: true });
  if (kept?.ok === true && kept.value.situation !== undefined) {
    const { made, situation, plan, outlook } = kept.value;
    const stored = (await (await context.store()).listGoals(await context.personId())).at(-1);
    if (outlook !== undefined && stored?.occupationId === plan.goal.occupationId) {
      const basis = basisInWords(plan, made);
      return ok({ situation, plan: made.plan, outlook, kept: plan, basis });
    }
  }
  const found = await situationOf(context, input);
  if (!found.ok) return found;
  const { today, newId } = context;
  const plan = makePlan({ ...found.value, today, newId });
  const { catalogue, standing, goal, ladders } = found.value;
  const situation = { catalogue, standing, goal, ladders, gaps: plan.gaps, today };
  const basis = "Reckoned from the plan as it would be made today.";
  return ok({ situation, ...withSwitchDays(situation, plan), basis });
}

/** "Reckoned from your plan of 3 May 2027 as it stands: 3 steps done, 1 left out." */
function basisInWords({ madeOn }: Plan, { left }: Replan): string {
  const count = (outcome: "done" | "dropped"): number =>
    left.settled.filter((one) => one.outcome === outcome).length;
  const [done, dropped] = [count("done"), count("dropped")];
  const parts = [
    ...(done > 0 ? [`${countInWords(done, "step")} done`] : []),
    ...(dropped > 0 ? [`${countInWords(dropped, "step")} left out`] : []),
  ];
  const so = parts.length === 0 ? "" : ` as it stands: ${parts.join(", ")}`;
  const needed = left.settled.filter(({ neededFor }) => neededFor.length > 0);
  const without =
    needed.length === 0
      ? ""
      : ` What was left out counts as not needed: ${needed.map(({ title }) => `“${title}”`).join("; ")}.`;
  return `Reckoned from your plan of ${dateInWords(madeOn)}${so}.${without}`;
}

type ShownBackup = z.output<typeof backupShape>;

/** The policy knows months: days of the kept plan that are no further away stay as they are. */
const SAME_DAY_DAYS = 31;

/**
 * A backup as the plan has it, with the chances on its day. Of the kept plan, if its day is about the same; else as
 * it is reckoned today, and the kept plan's day is named.
 */
function shownBackup(
  { outlook }: OutlookWords,
  backup: Backup,
  kept: Plan | undefined,
): ShownBackup | undefined {
  const track = outlook.tracks[trackOfBackup(outlook, backup)];
  if (track === undefined) return undefined;
  const before = kept?.backups.find(({ id }) => id === backup.id);
  const isNear = before !== undefined && areNear(before, backup);
  const isSame = isNear && before.dayMeans === backup.dayMeans;
  const { switchBy: day, dayMeans: means, tripwire: text } = isSame ? before : backup;
  const wire = tripwireOf(outlook, backup);
  const weighing = wire === undefined ? weighingOf(outlook, backup) : undefined;
  return {
    ...{ id: backup.id, name: track.name, kind: track.kind, text },
    ...(day === undefined ? {} : { day }),
    ...(means === undefined ? {} : { means }),
    ...(isNear || before?.switchBy === undefined ? {} : { otherDay: before.switchBy }),
    ...(wire === undefined ? {} : { share: wire.share, goingOn: wire.goingOn }),
    ...(weighing === undefined ? {} : { goingOn: weighing.goingOn, goingOver: weighing.goingOver }),
  };
}

function areNear({ switchBy: one }: Backup, { switchBy: other }: Backup): boolean {
  if (one === undefined || other === undefined) return one === other;
  // as: a backup's day is a calendar date.
  return Math.abs(daysBetween(one as CalendarDate, other as CalendarDate)) <= SAME_DAY_DAYS;
}

/** The soonest day on which going over is best. */
function nextOf(backups: readonly ShownBackup[]): CalendarDate | undefined {
  const days = backups.flatMap(({ means, day }) =>
    means === "go over" && day !== undefined ? [day] : [],
  );
  // as: a backup's day is a calendar date.
  return days.sort()[0] as CalendarDate | undefined;
}
