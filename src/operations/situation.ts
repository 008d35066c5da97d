// The situation that gaps, routes and plans are computed from: a record (given with the call, or the
// stored one), the goal (said with the call, in the document, or the stored one) and where the person
// stands. Stores nothing.

import { z } from "zod";
import type { Standing } from "../domain/abilities/standing.ts";
import { standingOf } from "../domain/abilities/standing-of.ts";
import { type Catalogue, rowOf } from "../domain/occupations/catalogue.ts";
import type { CareerRecord } from "../domain/record/career-record.ts";
import { type Goal, type Limits, MOST_WEEK_STRETCHES } from "../domain/record/goal.ts";
import { withFormerAnswers } from "../domain/record/goal-answers.ts";
import type { PlacedLadder } from "../domain/record/placed-ladders.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import type { PositionMatch } from "../domain/schedule/plan.ts";
import type { TitleIndex } from "../domain/titles/title-index.ts";
import { parseJsonResume } from "../formats/json-resume.ts";
import type { OperationContext } from "./context.ts";
import type { Problem } from "./problem-text.ts";
import { parseCountry } from "./record/country.ts";
import { matchLadders } from "./record/match-ladders.ts";
import { matchPositions } from "./record/match-positions.ts";
import {
  resolveGoal,
  resolveOccupation,
  type SaidGoal,
  saidGoalOf,
} from "./record/resolve-goal.ts";

/** A résumé as text, or as the JSON value itself. */
export const resumeInput = z.union([z.string(), z.record(z.string(), z.unknown())]);

/** The input fields that say whose situation it is; all optional. */
export const situationInput = {
  resume: resumeInput.optional().meta({
    description: "A JSON Resume document; without it the stored record is used",
    file: true,
  }),
  goal: z.string().optional().meta({
    description: "The goal's title or occupation code; without it the record's or the stored goal",
  }),
  by: z.string().optional().meta({ description: "By when: 2031, 2031-06 or 2031-06-30" }),
  hours: z.number().optional().meta({
    description: "Hours a week for learning and looking (8 when not said)",
  }),
  weeks: z
    .array(
      z.object({
        from: z.string(),
        to: z.string(),
        hoursPerWeek: z.number(),
        why: z.string().optional(),
      }),
    )
    .max(MOST_WEEK_STRETCHES)
    .optional()
    .meta({
      description:
        "Weeks with other hours (exams, holidays, a newborn), as JSON: from, to (2027-05 or " +
        "2027-05-10, the last day too), hoursPerWeek from 0, why",
    }),
  budget: z
    .number()
    .optional()
    .meta({ description: "Money for fees in all, in the catalogue's currency" }),
  payFloor: z.number().optional().meta({ description: "Yearly pay below which no stage may go" }),
  notThese: z.array(z.string()).optional().meta({
    description: "Occupation codes that no route may pass through",
  }),
  savings: z.number().optional().meta({ description: "Money put by today" }),
  savingsFloor: z.number().optional().meta({
    description: "Savings below which no stage may go (0 when not said)",
  }),
  savedPerMonth: z.number().optional().meta({
    description: "Money put by in a month at today's pay; below 0 when savings shrink",
  }),
  country: z.string().optional().meta({ description: "Country, ISO code such as US or GB" }),
};

const situationSchema = z.object(situationInput);
export type SituationInput = z.output<typeof situationSchema>;

export interface Situation {
  readonly catalogue: Catalogue;
  readonly record: CareerRecord;
  readonly positions: readonly PositionMatch[];
  readonly standing: Standing;
  /** The ladders described of the organisations where a position is held today. */
  readonly ladders: readonly PlacedLadder[];
  readonly goal: Goal;
}

/** Returns the résumé's text, whichever way it was given. */
export function resumeText(resume: string | Record<string, unknown>): string {
  return typeof resume === "string" ? resume : JSON.stringify(resume);
}

/** Returns the situation, or the first problem that stands in the way. */
export async function situationOf(
  context: OperationContext,
  input: SituationInput,
): Promise<Result<Situation, Problem>> {
  const [catalogue, titles] = [await context.catalogue(), await context.titles()];
  const given = await recordOf(context, input, catalogue);
  if (!given.ok) return given;
  const country = input.country === undefined ? undefined : parseCountry(input.country);
  if (country !== undefined && !country.ok) return country;
  const record: CareerRecord =
    country === undefined ? given.value.record : { ...given.value.record, country: country.value };

  const world = { catalogue, titles, today: context.today, id: context.newId() };
  const goal = goalOf(input, given.value, world);
  if (!goal.ok) return goal;
  return ok({ ...standingIn(record, world), record, catalogue, goal: goal.value });
}

type World = Omit<Parameters<typeof resolveGoal>[1], "id">;

function standingIn(record: CareerRecord, world: World) {
  const { catalogue, today } = world;
  const positions = matchPositions(record, world);
  return {
    positions,
    standing: standingOf({ catalogue, record, matches: positions, today }),
    ladders: matchLadders(record, world),
  };
}

/** The person, and the occupation that their abilities are looked at for. */
export interface Regard extends Omit<Situation, "goal"> {
  readonly titles: TitleIndex;
  /** Row of the occupation asked for, else of the goal, else of the present position. */
  readonly row: number;
}

interface RegardInput {
  readonly resume?: SituationInput["resume"];
  readonly occupation?: string | undefined;
}

/** Returns the person with what they are heading for, or the problem that there is no record. */
export async function personOf(context: OperationContext, input: RegardInput) {
  const [catalogue, titles] = [await context.catalogue(), await context.titles()];
  const given = await recordOf(context, { resume: input.resume }, catalogue);
  if (!given.ok) return given;
  const { record, saidGoal, storedGoal } = given.value;
  const world = { catalogue, titles, today: context.today };
  const goal = saidGoal?.title ?? storedGoal?.occupationId;
  return ok({ catalogue, titles, record, goal, ...standingIn(record, world) });
}

/**
 * Returns the person and the occupation in regard, or the first problem that stands in the way; a goal's
 * date and limits play no part.
 */
export async function regardOf(
  context: OperationContext,
  input: RegardInput,
): Promise<Result<Regard, Problem>> {
  const found = await personOf(context, input);
  if (!found.ok) return found;
  const { goal, ...person } = found.value;
  const { catalogue, titles } = person;
  const title = input.occupation ?? goal;
  if (title !== undefined) {
    const id = resolveOccupation(title.trim(), { catalogue, titles });
    return id.ok ? ok({ ...person, row: rowOf(catalogue, id.value) }) : id;
  }
  const [present] = person.standing.presentRows;
  return present === undefined
    ? fail({ code: "occupation/not-named" })
    : ok({ ...person, row: present });
}

/** The person and the limits within which to look; a goal is not needed. */
export interface Limited extends Omit<Situation, "goal"> {
  readonly limits: Limits;
}

/**
 * Returns the person with the limits said with the call, else those of the document's or the stored goal; or
 * the first problem that stands in the way.
 */
export async function limitedPersonOf(
  context: OperationContext,
  input: Pick<SituationInput, "resume" | "hours" | "budget" | "payFloor" | "notThese" | "country">,
): Promise<Result<Limited, Problem>> {
  const [catalogue, titles] = [await context.catalogue(), await context.titles()];
  const given = await recordOf(context, input, catalogue);
  if (!given.ok) return given;
  const country = input.country === undefined ? undefined : parseCountry(input.country);
  if (country !== undefined && !country.ok) return country;
  const record: CareerRecord =
    country === undefined ? given.value.record : { ...given.value.record, country: country.value };
  // Limits are checked with a goal; which one plays no part in them, nor does its date.
  const anyId = catalogue.ids[0] ?? "";
  const { saidGoal, storedGoal } = given.value;
  const { by: _date, ...stored } = storedGoal ?? { by: undefined };
  const anyGoal: GivenRecord = {
    record,
    saidGoal: { ...saidGoal, title: anyId, by: undefined },
    storedGoal: "id" in stored ? { ...stored, occupationId: anyId } : undefined,
  };
  const world = { catalogue, titles, today: context.today, id: "" };
  const goal = goalOf(input, anyGoal, world);
  if (!goal.ok) return goal;
  return ok({ ...standingIn(record, world), record, catalogue, limits: goal.value.limits });
}

interface GivenRecord {
  readonly record: CareerRecord;
  readonly saidGoal: SaidGoal | undefined;
  readonly storedGoal: Goal | undefined;
}

async function recordOf(
  context: OperationContext,
  input: Pick<SituationInput, "resume">,
  catalogue: Catalogue,
): Promise<Result<GivenRecord, Problem>> {
  if (input.resume !== undefined) {
    const parsed = parseJsonResume(resumeText(input.resume), { newId: context.newId });
    if (!parsed.ok) return parsed;
    const { goal } = parsed.value;
    const saidGoal = goal === undefined ? undefined : saidGoalOf(goal, catalogue.currency);
    return ok({ record: parsed.value.record, saidGoal, storedGoal: undefined });
  }
  const [store, personId] = [await context.store(), await context.personId()];
  const record = await store.findRecord(personId);
  if (record === undefined) return fail({ code: "record/none" });
  const goals = await store.listGoals(personId);
  return ok({ record, saidGoal: undefined, storedGoal: goals.at(-1) });
}

function goalOf(
  input: SituationInput,
  given: GivenRecord,
  world: Parameters<typeof resolveGoal>[1],
): Result<Goal, Problem> {
  const { saidGoal, storedGoal } = given;
  const title = input.goal ?? saidGoal?.title ?? storedGoal?.occupationId;
  if (title === undefined) return fail({ code: "goal/none" });
  const sameGoal = input.goal === undefined;
  const limits = sameGoal ? storedGoal?.limits : undefined;
  const resolved = resolveGoal(
    {
      title,
      by: input.by ?? (sameGoal ? (saidGoal?.by ?? storedGoal?.by) : undefined),
      hours: input.hours ?? saidGoal?.hours ?? limits?.hoursPerWeek,
      weeks: input.weeks ?? saidGoal?.weeks ?? limits?.weeks,
      budget: input.budget ?? saidGoal?.budget ?? limits?.budget?.amount,
      payFloor: input.payFloor ?? saidGoal?.payFloor ?? limits?.payFloor?.amount,
      notThese: input.notThese ?? saidGoal?.notThese ?? limits?.notThese,
      savings: input.savings ?? saidGoal?.savings ?? limits?.savings?.amount,
      savingsFloor: input.savingsFloor ?? saidGoal?.savingsFloor ?? limits?.savingsFloor?.amount,
      savedPerMonth:
        input.savedPerMonth ?? saidGoal?.savedPerMonth ?? limits?.savedPerMonth?.amount,
      refusals: sameGoal ? saidGoal?.refusals : undefined,
      choice: sameGoal ? saidGoal?.choice : undefined,
      ownActions: sameGoal ? saidGoal?.ownActions : undefined,
      hazards: sameGoal ? saidGoal?.hazards : undefined,
      why: (sameGoal ? (saidGoal?.why ?? storedGoal?.why) : undefined) ?? "",
    },
    world,
  );
  if (!resolved.ok) return resolved;
  const answered = withFormerAnswers(resolved.value, storedGoal);
  if (!sameGoal || storedGoal === undefined) return ok(answered);
  return ok({ ...answered, id: storedGoal.id, title: storedGoal.title });
}
