// What the check-ins come to: whose agenda the last weeks served, what gives energy beside what one is good
// at, and whether the hours still go where the goal is. With what a form for the next one can offer.

import { z } from "zod";
import {
  agendaInWords,
  driftInWords,
  driftQuestion,
  energyInWords,
} from "../../domain/agenda/agenda-in-words.ts";
import { agendaSharesOf } from "../../domain/agenda/agenda-shares.ts";
import { type CheckIn, DRIFT_ANSWERS } from "../../domain/agenda/check-in.ts";
import { mondayOf } from "../../domain/agenda/check-in-week.ts";
import { type Drift, driftOf, plannedHoursOf } from "../../domain/agenda/drift.ts";
import { ENERGY_WEEKS, energyOf } from "../../domain/agenda/energy.ts";
import {
  ABILITY_PLACES,
  ENERGY_PLACES,
  placeThings,
} from "../../domain/agenda/energy-and-ability.ts";
import { nextCheckInOf } from "../../domain/agenda/next-check-in.ts";
import { offeredHours } from "../../domain/agenda/noted-hours.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import { capital } from "../../domain/first-letter.ts";
import { elementTitle } from "../../domain/moves/element-phrases.ts";
import { EMPLOYED_KINDS } from "../../domain/record/career-record.ts";
import { presentPositions } from "../../domain/record/stays.ts";
import { reckonedActions } from "../../domain/replanning/replan.ts";
import { ok } from "../../domain/result.ts";
import type { Plan } from "../../domain/schedule/plan.ts";
import type { Store } from "../../storage/store.ts";
import type { OperationContext } from "../context.ts";
import { operation } from "../operation.ts";
import { type KeptPlan, keptPlanOf } from "../plan/kept-plan.ts";
import { personOf } from "../situation.ts";

const hoursByAgenda = z.object({
  mine: z.number(),
  employer: z.number(),
  both: z.number(),
  neither: z.number(),
});

export const showAgenda = operation({
  input: z.object({}),
  output: z.object({
    sentence: z.string(),
    from: z.string().meta({ description: "First day of the weeks that are looked at" }),
    weeks: z
      .array(
        z.object({
          monday: z.string(),
          hours: hoursByAgenda,
          unsaid: z.number().meta({ description: "Hours for which no agenda was said" }),
        }),
      )
      .meta({ description: "Weeks with hours, the earliest first" }),
    hours: hoursByAgenda,
    unsaid: z.number(),
    shares: hoursByAgenda.optional().meta({
      description: "Of the hours whose agenda was said; none on too little",
    }),
    hasEmployer: z.boolean().meta({ description: "Whether somebody employs the person today" }),
    energy: z.object({
      sentence: z.string().optional(),
      weeks: z.number().meta({ description: "Weeks that are looked at" }),
      things: z.array(
        z.object({
          kind: z.enum(["element", "activity"]),
          key: z.string(),
          name: z.string(),
          weeks: z.number().meta({ description: "Weeks in which its energy was said" }),
          hours: z.number(),
          energy: z.number().meta({ description: "−2 to 2" }),
          energyPlace: z.enum(ENERGY_PLACES),
          abilityPlace: z.enum(ABILITY_PLACES),
          level: z
            .object({
              mean: z.number(),
              low: z.number(),
              high: z.number(),
              typical: z.number().meta({ description: "Of everyone" }),
            })
            .optional()
            .meta({ description: "Of an element, 0–7" }),
        }),
      ),
    }),
    drift: z
      .object({
        goal: z.string(),
        sentence: z.string().optional(),
        question: z.string().optional(),
        answer: z.enum(DRIFT_ANSWERS).optional(),
        planned: z.number(),
        spent: z.number(),
        weeks: z.array(z.object({ monday: z.string(), planned: z.number(), spent: z.number() })),
      })
      .optional()
      .meta({ description: "None without a plan that was kept" }),
    next: z.object({
      lastOn: z.string().optional(),
      invitation: z.string().optional(),
      timeToLookBack: z.boolean(),
    }),
    offered: z
      .array(z.object({ actionId: z.string(), title: z.string(), hours: z.number() }))
      .meta({ description: "Noted for actions this week, and in no check-in yet" }),
    choices: z
      .object({
        positions: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            organisation: z.string(),
            isEmployed: z.boolean().meta({ description: "Whether somebody employs one in it" }),
          }),
        ),
        actions: z.array(z.object({ id: z.string(), title: z.string() })),
        elements: z.array(z.object({ id: z.string(), name: z.string() })),
      })
      .meta({ description: "What a line may be tied to" }),
  }),
  async run(context) {
    const person = await personOf(context, {});
    if (!person.ok) return person;
    const { catalogue, record, standing } = person.value;
    const { checkIns } = record;
    const { today } = context;
    const present = presentPositions(record, today);
    const shares = agendaSharesOf(checkIns, today);
    const things = placeThings(energyOf(checkIns, today), { catalogue, standing });
    const kept = await keptPlanOf(context);
    const hasEmployer = present.some(({ kind }) => EMPLOYED_KINDS.has(kind));
    const said = energyInWords(things);
    const drift = kept.ok ? await driftShown(context, kept.value, checkIns) : undefined;
    return ok({
      sentence: agendaInWords({ checkIns, shares, hasEmployer }),
      from: shares.from,
      weeks: [...shares.weeks],
      hours: shares.hours,
      unsaid: shares.unsaid,
      ...(shares.shares === undefined ? {} : { shares: shares.shares }),
      hasEmployer,
      energy: {
        ...(said === undefined ? {} : { sentence: said }),
        weeks: ENERGY_WEEKS,
        things: things.map(({ inWords, level, positionIds: _ids, ...thing }) => ({
          ...thing,
          name: thing.kind === "element" ? capital(inWords) : thing.name,
          ...(level === undefined ? {} : { level }),
        })),
      },
      ...(drift === undefined ? {} : { drift }),
      next: shownNext(checkIns, today),
      offered: kept.ok ? offeredNow(kept.value, checkIns, today) : [],
      choices: {
        positions: present.map(({ id, title, organisation, kind }) => ({
          id,
          title,
          organisation,
          isEmployed: EMPLOYED_KINDS.has(kind),
        })),
        actions: kept.ok
          ? reckonedActions(kept.value.plan).map(({ id, title }) => ({ id, title }))
          : [],
        elements: catalogue.elements
          .map((element) => ({ id: element.id, name: elementTitle(element) }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      },
    });
  },
});

function shownNext(checkIns: readonly CheckIn[], today: CalendarDate) {
  const { lastOn, invitation, timeToLookBack } = nextCheckInOf(checkIns, today);
  return {
    ...(lastOn === undefined ? {} : { lastOn }),
    ...(invitation === undefined ? {} : { invitation }),
    timeToLookBack,
  };
}

function offeredNow({ plan, noted }: KeptPlan, checkIns: readonly CheckIn[], today: CalendarDate) {
  const titles = new Map(reckonedActions(plan).map(({ id, title }) => [id, title]));
  const week = { towards: plan.goal.occupationId, monday: mondayOf(today) };
  return offeredHours(noted, checkIns, week).map(({ actionId, hours }) => ({
    actionId,
    title: titles.get(actionId) ?? actionId,
    hours,
  }));
}

async function driftShown(context: OperationContext, kept: KeptPlan, checkIns: readonly CheckIn[]) {
  const { plan, noted } = kept;
  const plans = await plansOf(await context.store(), await context.personId());
  const towards = plan.goal.occupationId;
  const planOf = (monday: CalendarDate) =>
    plans.findLast(({ madeOn }) => madeOn <= monday) ?? plans.find(({ madeOn }) => madeOn > monday);
  const plannedIn = (monday: CalendarDate) => {
    const then = planOf(monday);
    return then?.goal.occupationId === towards ? plannedHoursOf(then, monday) : undefined;
  };
  const drift: Drift = driftOf({ checkIns, notes: noted, towards, plannedIn }, context.today);
  const sentence = driftInWords(drift);
  return {
    goal: plan.goalOccupation,
    ...(sentence === undefined ? {} : { sentence }),
    ...(drift.asks ? { question: driftQuestion() } : {}),
    ...(drift.answer === undefined ? {} : { answer: drift.answer }),
    planned: drift.planned,
    spent: drift.spent,
    weeks: [...drift.weeks],
  };
}

/** Plans that are looked at: one a week of those in regard, and some to spare. */
const MOST_PLANS = 12;

/** The plans kept last, the newest last; of those of one day the last alone. */
async function plansOf(store: Store, personId: string): Promise<readonly Plan[]> {
  const byDay = new Map((await store.listPlans(personId)).map((one) => [one.madeOn, one.id]));
  const ids = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).slice(-MOST_PLANS);
  const plans: Plan[] = [];
  for (const [, id] of ids) {
    const plan = await store.findPlan(personId, id);
    if (plan !== undefined) plans.push(plan);
  }
  return plans;
}
