// Keeps a check-in: what was done, whose agenda it served, what gave energy, what changed. Everything may be
// left out; what is not said of an earlier one stays as it was.

import { z } from "zod";
import {
  AGENDAS,
  type Agenda,
  CHECK_IN_KINDS,
  CHECK_IN_WORDS,
  type CheckIn,
  type CheckInLine,
  DRIFT_ANSWERS,
  HIGHEST_ENERGY,
  HOURS_IN_A_WEEK,
  LOWEST_ENERGY,
  MOST_ELEMENTS,
  MOST_LINES,
} from "../../domain/agenda/check-in.ts";
import { hoursInWeek, mondayOf } from "../../domain/agenda/check-in-week.ts";
import { offeredHours } from "../../domain/agenda/noted-hours.ts";
import { type CalendarDate, parseCalendarDate } from "../../domain/calendar-date.ts";
import type { CareerRecord } from "../../domain/record/career-record.ts";
import { reckonedActions } from "../../domain/replanning/replan.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { findElement } from "../abilities/find-element.ts";
import type { OperationContext } from "../context.ts";
import { operation } from "../operation.ts";
import { actionOf, keptPlanOf } from "../plan/kept-plan.ts";
import type { Problem } from "../problem-text.ts";
import { checkInSchema } from "../record/record-schema.ts";

/** Letters that one box holds; more is a letter to somebody. */
const MOST_LETTERS = 4000;

const words = z.string().trim().max(MOST_LETTERS).optional();
const hours = z.number().nonnegative().optional();
const energy = z.number().int().min(LOWEST_ENERGY).max(HIGHEST_ENERGY).optional();
const skills = z.array(z.string()).max(MOST_ELEMENTS).optional();

const lineInput = z.object({
  what: words,
  hours,
  agenda: z.enum(AGENDAS).optional(),
  energy,
  position: z.string().optional(),
  action: z.string().optional(),
  skills,
});
type SaidLine = z.output<typeof lineInput>;

const saveCheckInInput = z.object({
  what: words.meta({ description: "One thing that was done", positional: true }),
  hours: hours.meta({ description: "Hours it took" }),
  agenda: z.enum(AGENDAS).optional().meta({
    description: "Whose agenda it served; employer is whoever you work for, paid or not",
  }),
  energy: energy.meta({ description: "Energy it took or gave, −2 to 2" }),
  position: z.string().optional().meta({ description: "Id or title of the position it was for" }),
  action: z.string().optional().meta({
    description: "Id or title of the plan's action it was for (show-today)",
  }),
  skills: skills.meta({
    description: "What it used: ids or names of skills, knowledge, abilities (show-abilities)",
  }),
  mine: hours.meta({ description: "Hours on your own agenda, with nothing more said" }),
  employer: hours.meta({ description: "Hours on your employer's agenda" }),
  both: hours.meta({ description: "Hours that served both" }),
  neither: hours.meta({ description: "Hours that served neither" }),
  lines: z.array(lineInput).max(MOST_LINES).optional().meta({
    description:
      "Several things, as JSON: each with any of what, hours, agenda, energy, position, action, skills",
  }),
  noted: z.boolean().optional().meta({
    description: "Take in the hours noted for actions this week (log-hours), as your own agenda",
  }),
  wins: words.meta({ description: "What went well" }),
  whoHelped: words.meta({ description: "Who helped" }),
  whatChanged: words.meta({ description: "What changed" }),
  onPlan: words.meta({ description: "Looking back on the plan" }),
  onGoal: words.meta({ description: "Looking back on the goal" }),
  keep: words.meta({ description: "What to keep doing" }),
  stop: words.meta({ description: "What to stop doing" }),
  driftAnswer: z.enum(DRIFT_ANSWERS).optional().meta({
    description: "The answer to why hours go elsewhere than to the goal (show-agenda asks)",
  }),
  kind: z.enum(CHECK_IN_KINDS).optional().meta({
    description: "weekly, or quarterly with a look back; weekly when not said",
  }),
  on: z
    .string()
    .optional()
    .meta({ description: "A day of the week it is about; today if not said" }),
  id: z.string().optional().meta({
    description: "Id of the check-in to change (list-check-ins); without it a new one",
  }),
});
type SaidCheckIn = z.output<typeof saveCheckInInput>;

export const saveCheckIn = operation({
  input: saveCheckInInput,
  output: z.object({ sentence: z.string(), checkIn: checkInSchema }),
  async run(context, said) {
    const [store, personId] = [await context.store(), await context.personId()];
    const before = await store.findRecord(personId);
    const known = before?.checkIns ?? [];
    const former = known.find(({ id }) => id === said.id);
    if (said.id !== undefined && former === undefined) {
      return fail({ code: "check-in/unknown", id: said.id });
    }
    const date = dayOf(said.on, former, context.today);
    if (!date.ok) return date;
    const lines = await linesOf(context, { said, former, date: date.value, record: before });
    if (!lines.ok) return lines;
    const id = former?.id ?? context.newId();
    const checkIn = checkInOf(said, { id, former, date: date.value, lines: lines.value });
    if (isEmpty(checkIn)) return fail({ code: "check-in/nothing-said" });
    if (checkIn.lines.length > MOST_LINES) {
      return fail({
        code: "check-in/too-many-lines",
        count: checkIn.lines.length,
        most: MOST_LINES,
      });
    }
    const week = mondayOf(checkIn.date);
    let total = 0;
    await store.changeRecord(personId, (record) => {
      const checkIns = placed(record.checkIns, checkIn);
      total = hoursInWeek(checkIns, week);
      return total > HOURS_IN_A_WEEK ? record : { ...record, checkIns };
    });
    return total > HOURS_IN_A_WEEK
      ? fail({ code: "check-in/too-many-hours", hours: total, most: HOURS_IN_A_WEEK, week })
      : ok({ sentence: keptInWords(checkIn, total), checkIn });
  },
});

function placed(checkIns: readonly CheckIn[], checkIn: CheckIn): readonly CheckIn[] {
  return checkIns.some(({ id }) => id === checkIn.id)
    ? checkIns.map((one) => (one.id === checkIn.id ? checkIn : one))
    : [...checkIns, checkIn];
}

function keptInWords(checkIn: CheckIn, total: number): string {
  const hoursSaid = Math.round(total * 100) / 100;
  return total === 0
    ? "Kept."
    : `Kept: ${hoursSaid} ${hoursSaid === 1 ? "hour" : "hours"} said for the week of this check-in${checkIn.lines.length > 0 ? "" : " so far"}.`;
}

function dayOf(
  said: string | undefined,
  former: CheckIn | undefined,
  today: CalendarDate,
): Result<CalendarDate, Problem> {
  const day = said === undefined ? ok(former?.date ?? today) : parseCalendarDate(said);
  if (!day.ok) return day;
  // The week that has begun may be said as a whole: its last day is not ahead.
  return mondayOf(day.value) > mondayOf(today)
    ? fail({ code: "action/day-ahead", day: day.value, today })
    : day;
}

interface Around {
  readonly said: SaidCheckIn;
  readonly former: CheckIn | undefined;
  readonly date: CalendarDate;
  readonly record: CareerRecord | undefined;
}

/** The lines said now; those there were where none is said. */
async function linesOf(
  context: OperationContext,
  around: Around,
): Promise<Result<readonly CheckInLine[], Problem>> {
  const { said, former } = around;
  const { what, hours: took, agenda, energy: gave, position, action, skills: used } = said;
  const single = { what, hours: took, agenda, energy: gave, position, action, skills: used };
  const byAgenda = AGENDAS.flatMap((one: Agenda): SaidLine[] =>
    said[one] === undefined ? [] : [{ hours: said[one], agenda: one }],
  );
  const all = [...(said.lines ?? []), single, ...byAgenda];
  const lines: CheckInLine[] = [];
  for (const one of all) {
    const line = await lineOf(context, around, one);
    if (!line.ok) return line;
    if (line.value !== undefined) lines.push(line.value);
  }
  const stays = lines.length === 0 && said.lines === undefined;
  const first = stays ? (former?.lines ?? []) : lines;
  if (said.noted !== true) return ok(first);
  const offered = await offeredLines(context, around, first);
  return offered.ok ? ok([...first, ...offered.value]) : offered;
}

/** Undefined for a line in which nothing is said. */
async function lineOf(
  context: OperationContext,
  { former, record }: Around,
  said: SaidLine,
): Promise<Result<CheckInLine | undefined, Problem>> {
  const what = said.what ?? "";
  const took = said.hours === undefined || said.hours === 0 ? undefined : said.hours;
  const action =
    said.action === undefined ? ok(undefined) : await actionFor(context, said.action, former);
  if (!action.ok) return action;
  const position = positionFor(said.position, record, former);
  if (!position.ok) return position;
  const elements = await elementsFor(context, said.skills ?? [], former);
  if (!elements.ok) return elements;
  const isSaid = what !== "" || took !== undefined || said.energy !== undefined;
  if (!isSaid && action.value === undefined) return ok(undefined);
  return ok({
    what,
    ...(took === undefined ? {} : { hours: took }),
    ...(said.agenda === undefined ? {} : { agenda: said.agenda }),
    ...(said.energy === undefined ? {} : { energy: said.energy }),
    ...(position.value === undefined ? {} : { positionId: position.value }),
    ...(action.value === undefined ? {} : { action: action.value }),
    ...(elements.value.length === 0 ? {} : { elementIds: elements.value }),
  });
}

/** An action that the check-in had before stays, whatever the plan is now. */
async function actionFor(
  context: OperationContext,
  said: string,
  former: CheckIn | undefined,
): Promise<Result<CheckInLine["action"], Problem>> {
  const had = former?.lines.find(({ action }) => action?.id === said)?.action;
  if (had !== undefined) return ok(had);
  const kept = await keptPlanOf(context);
  if (!kept.ok) return kept;
  const found = actionOf(kept.value, said);
  if (!found.ok) return found;
  const { id, title } = found.value;
  return ok({ id, towards: kept.value.plan.goal.occupationId, title });
}

function positionFor(
  said: string | undefined,
  record: CareerRecord | undefined,
  former: CheckIn | undefined,
): Result<string | undefined, Problem> {
  if (said === undefined) return ok(undefined);
  const text = said.trim().toLowerCase();
  const positions = record?.positions ?? [];
  const found =
    positions.find(({ id }) => id === said) ??
    positions.findLast(({ title }) => title.toLowerCase() === text);
  if (found !== undefined) return ok(found.id);
  // One that was taken out of the record since is still what was said.
  return former?.lines.some(({ positionId }) => positionId === said) === true
    ? ok(said)
    : fail({ code: "position/unknown", id: said });
}

async function elementsFor(
  context: OperationContext,
  said: readonly string[],
  former: CheckIn | undefined,
): Promise<Result<readonly string[], Problem>> {
  if (said.length === 0) return ok([]);
  const catalogue = await context.catalogue();
  // What the check-in had before stays, whatever the catalogue is now.
  const had = new Set(former?.lines.flatMap(({ elementIds = [] }) => elementIds));
  const ids: string[] = [];
  for (const text of said) {
    const id = had.has(text) ? text : catalogue.elements[findElement(catalogue, text)]?.id;
    if (id === undefined) return fail({ code: "element/unknown", text });
    if (!ids.includes(id)) ids.push(id);
  }
  return ok(ids);
}

async function offeredLines(
  context: OperationContext,
  { former, date, record }: Around,
  lines: readonly CheckInLine[],
): Promise<Result<readonly CheckInLine[], Problem>> {
  const kept = await keptPlanOf(context);
  if (!kept.ok) return kept;
  const { plan, noted } = kept.value;
  const towards = plan.goal.occupationId;
  const others = (record?.checkIns ?? []).filter((one) => one !== former);
  const weekly = { id: "", kind: "weekly", date, lines } as const;
  const titles = new Map(reckonedActions(plan).map(({ id, title }) => [id, title]));
  return ok(
    offeredHours(noted, [...others, weekly], { towards, monday: mondayOf(date) }).map((offer) => ({
      what: "",
      hours: offer.hours,
      agenda: "mine",
      action: {
        id: offer.actionId,
        towards,
        title: titles.get(offer.actionId) ?? offer.actionId,
      },
    })),
  );
}

/** What is said now over what was said before; a word left empty is taken away. */
function checkInOf(
  said: SaidCheckIn,
  {
    former,
    ...fixed
  }: Pick<CheckIn, "id" | "date" | "lines"> & { readonly former: CheckIn | undefined },
): CheckIn {
  const driftAnswer = said.driftAnswer ?? former?.driftAnswer;
  const texts = CHECK_IN_WORDS.flatMap((field) => {
    const text = said[field] ?? former?.[field] ?? "";
    return text === "" ? [] : [[field, text] as const];
  });
  return {
    ...fixed,
    kind: said.kind ?? former?.kind ?? "weekly",
    ...Object.fromEntries(texts),
    ...(driftAnswer === undefined ? {} : { driftAnswer }),
  };
}

function isEmpty(checkIn: CheckIn): boolean {
  return (
    checkIn.lines.length === 0 &&
    checkIn.driftAnswer === undefined &&
    CHECK_IN_WORDS.every((field) => checkIn[field] === undefined)
  );
}
