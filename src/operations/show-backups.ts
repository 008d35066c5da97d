// The plan and its backups as a policy: the chance with and without them, when to go over, what luck does,
// what to find out next, and the hazards behind it all. Stores nothing.

import { z } from "zod";
import { dateInWords } from "../domain/calendar-date.ts";
import { type Currency, moneyInWords } from "../domain/money.ts";
import { HAZARD_SPANS } from "../domain/policy/career-hazards.ts";
import {
  type CareerOutlook,
  careerOutlookOf,
  type Underway,
} from "../domain/policy/career-outlook.ts";
import { TRACK_KINDS } from "../domain/policy/career-track.ts";
import { findOutOf, UNKNOWNS } from "../domain/policy/find-out.ts";
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
  tripwireInWords,
  weighingOf,
} from "../domain/policy/outlook-in-words.ts";
import { SCENARIOS, stressTestsOf } from "../domain/policy/stress-test.ts";
import type { Replan } from "../domain/replanning/replan.ts";
import { underwayOf } from "../domain/replanning/underway.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import { makePlan } from "../domain/schedule/make-plan.ts";
import type { Plan } from "../domain/schedule/plan.ts";
import { countInWords } from "../domain/schedule/plan-in-words.ts";
import type { Situation } from "../domain/schedule/plan-route.ts";
import type { OperationContext } from "./context.ts";
import { operation } from "./operation.ts";
import type { Problem } from "./problem-text.ts";
import { madeAnew } from "./replan.ts";
import { type SituationInput, situationInput, situationOf } from "./situation.ts";

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
  /** The month from which on it is better than waiting; where none is, the plan's last day for it. */
  day: z.string().optional(),
  /** Whether going over on that day is best; else it is for the person to weigh. */
  best: z.boolean(),
  text: z.string(),
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
    const { situation, plan, underway, basis } = found.value;
    const { catalogue, goal, today } = situation;
    const outlook = careerOutlookOf(situation, plan, underway);
    if (outlook === undefined) return fail({ code: "backups/no-route", goal: goal.title });
    const words: OutlookWords = { catalogue, plan, outlook };
    const { outcome } = outlook.policy;
    const currency = catalogue.currency as Currency;
    const horizon = horizonInWords(words);
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
      now: nowInWords(words),
      backups: plan.backups.flatMap((backup) => shownBackup(words, backup.id) ?? []),
      answers: outlook.answers.map((answer) => ({
        happens: causeInWords(words, answer),
        doThen: answerInWords(words, answer),
        either: answer.withOther,
      })),
      scenarios: stressTestsOf(situation, plan, outlook).map((test) => ({
        kind: test.kind,
        ...scenarioInWords(test),
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
  readonly underway?: Underway | undefined;
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
    const { made, situation, plan } = kept.value;
    const stored = (await (await context.store()).listGoals(await context.personId())).at(-1);
    const underway = underwayOf(made, context.today);
    if (underway !== undefined && stored?.occupationId === plan.goal.occupationId) {
      const basis = basisInWords(plan, made);
      return ok({ situation, plan: made.plan, underway, basis });
    }
  }
  const found = await situationOf(context, input);
  if (!found.ok) return found;
  const { today, newId } = context;
  const plan = makePlan({ ...found.value, today, newId });
  const { catalogue, standing, goal, ladders } = found.value;
  const situation = { catalogue, standing, goal, ladders, gaps: plan.gaps, today };
  return ok({ situation, plan, basis: "Reckoned from the plan as it would be made today." });
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

/** One of the plan's backups with the policy's day for it, or the plan's where the policy has none. */
function shownBackup(
  words: OutlookWords,
  backupId: string,
): z.output<typeof backupShape> | undefined {
  const { outlook, plan } = words;
  const backup = plan.backups.find(({ id }) => id === backupId);
  const track = trackOfBackup(outlook, backupId);
  const shown = outlook.tracks[track];
  if (backup === undefined || shown === undefined) return undefined;
  const { id, name, kind } = { ...shown, id: backupId };
  const wire = outlook.tripwires.find((one) => one.track === track);
  if (wire !== undefined) {
    const text = tripwireInWords(words, wire);
    return { id, name, kind, day: wire.day, best: true, text, share: wire.share };
  }
  const { switchBy } = backup;
  // as: a backup's last day is a calendar date.
  const weighing =
    switchBy === undefined ? undefined : weighingOf(words, track, switchBy as typeof outlook.today);
  if (switchBy === undefined || weighing === undefined) {
    return { id, name, kind, best: false, text: backup.tripwire };
  }
  return { id, name, kind, day: switchBy, best: false, ...weighing };
}

function trackOfBackup({ plans }: CareerOutlook, backupId: string): number {
  return plans.findIndex((one) => one.backupId === backupId);
}
