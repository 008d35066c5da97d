// The three horizons: what is going on in the job, the work and the career, whether one crowds out the
// others, how old positions fade, and which horizon everything belongs to.

import { z } from "zod";
import { crowdingOf, NEITHER_IS_BETTER } from "../../domain/horizons/crowding.ts";
import { HORIZONS } from "../../domain/horizons/horizon.ts";
import { ENTRY_KINDS } from "../../domain/horizons/horizon-entry.ts";
import { horizonEntriesOf } from "../../domain/horizons/horizon-rules.ts";
import { positionFadings } from "../../domain/horizons/position-fading.ts";
import { threeHorizonsOf } from "../../domain/horizons/three-horizons.ts";
import { moneyInWords } from "../../domain/money.ts";
import { plainNameOf, withArticle } from "../../domain/moves/plain-name.ts";
import type { CareerRecord, Position } from "../../domain/record/career-record.ts";
import type { Goal } from "../../domain/record/goal.ts";
import { isPaid, weeklyHoursOf } from "../../domain/record/position-time.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Plan } from "../../domain/schedule/plan.ts";
import type { OperationContext } from "../context.ts";
import { operation } from "../operation.ts";

const fact = z.object({
  text: z.string(),
  place: z
    .enum(["positions", "decisions", "goal", "plan", "check-ins", "abilities"])
    .meta({ description: "Where it comes from and can be changed" }),
});

const horizonEntry = z.object({
  subject: z.string().meta({ description: "For set-horizons" }),
  kind: z.enum(ENTRY_KINDS),
  title: z.string(),
  horizons: z.array(z.enum(HORIZONS)),
  why: z.string(),
  isOwnWord: z.boolean(),
});

const heldNow = z.object({
  positionId: z.string(),
  title: z.string(),
  organisation: z.string(),
  isPaid: z.boolean(),
  hoursPerWeek: z.number(),
  areHoursSaid: z.boolean().meta({ description: "Else they are what is usual for its kind" }),
  pay: z.string().optional().meta({ description: "In words; none where it was not said" }),
  about: z.string().meta({ description: "What it is about, as said; may be empty" }),
});

const stay = z.object({
  organisation: z.string(),
  positions: z.array(z.string()).meta({ description: "Titles, the first one held first" }),
  isPaid: z.boolean(),
  start: z.string().optional(),
  end: z.string().optional().meta({ description: "None where it goes on" }),
});

const fading = z.object({
  positionId: z.string(),
  title: z.string(),
  organisation: z.string(),
  isPaid: z.boolean(),
  start: z.string().optional(),
  end: z.string().optional(),
  left: z
    .number()
    .optional()
    .meta({ description: "Share of its months that still counts; none where it has no dates" }),
  shareOfAll: z.number().meta({ description: "Its share of all that still counts" }),
});

export const showHorizons = operation({
  input: z.object({}),
  output: z.object({
    sentence: z.string(),
    today: z.string(),
    crowding: z.object({
      horizon: z.enum(HORIZONS).optional().meta({ description: "That crowds out the others" }),
      isKnown: z.boolean(),
      sentence: z.string(),
      grounds: z.string(),
      hours: z.array(z.object({ horizon: z.enum(HORIZONS), hours: z.number() })),
    }),
    neitherIsBetter: z.string(),
    job: z.object({ facts: z.array(fact), positions: z.array(heldNow) }),
    work: z.object({ facts: z.array(fact), stays: z.array(stay) }),
    career: z.object({ facts: z.array(fact), positions: z.array(fading) }),
    entries: z.array(horizonEntry).meta({ description: "Everything, with its horizons" }),
  }),
  async run(context) {
    const { today } = context;
    const [store, personId] = [await context.store(), await context.personId()];
    const record = await store.findRecord(personId);
    if (record === undefined) return fail({ code: "record/none" });
    const goal = (await store.listGoals(personId)).at(-1);
    const plan = await lastPlanOf(context);
    const { checkIns, horizonWords: words } = record;
    const goalInWords = await goalInWordsOf(goal, context);
    const { sentence, job, work, career, present, stays } = threeHorizonsOf({
      record,
      goal,
      goalInWords,
      checkIns,
      today,
    });
    const { horizon, ...crowding } = crowdingOf(record, checkIns, today);
    const entries = horizonEntriesOf({
      record,
      goal: goal === undefined ? undefined : { ...goal, title: goalInWords ?? goal.title },
      actions: plan?.actions ?? [],
      milestones: plan?.milestones ?? [],
      checkIns,
      words,
      today,
    });
    return ok({
      sentence,
      today,
      crowding: {
        ...(horizon === undefined ? {} : { horizon }),
        ...crowding,
        hours: [...crowding.hours],
      },
      neitherIsBetter: NEITHER_IS_BETTER,
      job: { facts: [...job], positions: present.map(heldNowOf) },
      work: {
        facts: [...work],
        stays: stays.map(({ organisation, positions }) => ({
          organisation,
          positions: positions.map(({ title }) => title),
          isPaid: positions.some(isPaid),
          ...stretchOf(positions),
        })),
      },
      career: { facts: [...career], positions: fadingsOf(record, context) },
      entries: entries.map((entry) => ({ ...entry, horizons: [...entry.horizons] })),
    });
  },
});

async function lastPlanOf(context: OperationContext): Promise<Plan | undefined> {
  const [store, personId] = [await context.store(), await context.personId()];
  const id = (await store.listPlans(personId)).at(-1)?.id;
  return id === undefined ? undefined : store.findPlan(personId, id);
}

/** Returns the goal as one person of it: "a registered nurse". */
export async function goalInWordsOf(
  goal: Goal | undefined,
  context: OperationContext,
): Promise<string | undefined> {
  if (goal === undefined) return undefined;
  const catalogue = await context.catalogue();
  const row = catalogue.ids.indexOf(goal.occupationId);
  return row < 0 ? goal.title : withArticle(plainNameOf(catalogue, row));
}

function heldNowOf(position: Position): z.output<typeof heldNow> {
  const { id, title, organisation, hoursPerWeek, pay, summary } = position;
  return {
    positionId: id,
    title,
    organisation,
    isPaid: isPaid(position),
    hoursPerWeek: weeklyHoursOf(position),
    areHoursSaid: hoursPerWeek !== undefined,
    ...(pay === undefined
      ? {}
      : { pay: `${payAmount(pay)} ${pay.period === "hour" ? "an" : "a"} ${pay.period}` }),
    about: summary ?? "",
  };
}

/** Pay by the hour has cents. */
function payAmount(pay: NonNullable<Position["pay"]>): string {
  const whole = moneyInWords({ ...pay, amount: Math.trunc(pay.amount) });
  const cents = Math.round((pay.amount - Math.trunc(pay.amount)) * 100);
  return cents === 0 ? whole : `${whole}.${String(cents).padStart(2, "0")}`;
}

/** From the first start to the last end; no end where one of them goes on. */
function stretchOf(positions: readonly Position[]): { start?: string; end?: string } {
  const [start] = positions.flatMap((one) => one.start ?? []).sort();
  const ends = positions.map((one) => one.end);
  const end = ends.includes(undefined) ? undefined : [...ends].sort().at(-1);
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

/** The latest first. */
function fadingsOf(
  { positions }: CareerRecord,
  { today }: OperationContext,
): z.output<typeof fading>[] {
  return positionFadings(positions, today)
    .flatMap(({ positionId, left, shareOfAll }) => {
      const position = positions.find(({ id }) => id === positionId);
      if (position === undefined) return [];
      const { title, organisation, start, end } = position;
      return {
        positionId,
        title,
        organisation,
        isPaid: isPaid(position),
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
        ...(left === undefined ? {} : { left }),
        shareOfAll,
      };
    })
    .sort((a, b) => ((a.start ?? "") < (b.start ?? "") ? 1 : -1));
}
