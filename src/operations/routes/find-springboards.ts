// The careers open within two moves of where the person stands, of one position or of their unpaid work, and
// the one thing that would open most.

import { z } from "zod";
import { placedPositionsOf } from "../../domain/abilities/evidence-of.ts";
import type { PartialDate } from "../../domain/calendar-date.ts";
import { capital } from "../../domain/first-letter.ts";
import { plainNameOf } from "../../domain/moves/plain-name.ts";
import type { Catalogue } from "../../domain/occupations/catalogue.ts";
import { credentialOf } from "../../domain/occupations/licence-paths.ts";
import { placeInWords } from "../../domain/occupations/place-in-words.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { distinctOpeners, findOpeners, OPENER_KINDS } from "../../domain/routes/open-most.ts";
import { STAGE_KINDS } from "../../domain/routes/route.ts";
import { ORIGIN_KINDS, type SpringboardOrigin } from "../../domain/routes/springboard-search.ts";
import {
  furtherRows,
  type Springboard,
  findSpringboards as springboardsFrom,
  withoutSpecialities,
} from "../../domain/routes/springboards.ts";
import {
  OPEN_RULE_IN_WORDS,
  ORDER_IN_WORDS,
  openerInWords,
  type PayFloorBinds,
  springboardsInWords,
  wayInWords,
  whyListed,
} from "../../domain/routes/springboards-in-words.ts";
import type { OperationContext } from "../context.ts";
import { operation } from "../operation.ts";
import type { Problem } from "../problem-text.ts";
import { threePointSchema } from "../record/record-schema.ts";
import { type Limited, limitedPersonOf, situationInput } from "../situation.ts";

/** Openers given; the first is the one that opens most. */
const OPENERS_GIVEN = 5;
/** Careers further off given, the best paid. */
const FURTHER_GIVEN = 8;

const occupationShape = z.object({
  id: z.string(),
  title: z.string(),
  name: z.string().meta({ description: "As people say it: office supervisor" }),
});

const careerShape = occupationShape.extend({
  through: occupationShape.optional().meta({ description: "Held on the way, where one is" }),
  way: z.string(),
  months: threePointSchema,
  hours: threePointSchema,
  money: threePointSchema,
  chance: z.number().meta({ description: "That the whole way works out, 0–1" }),
  pay: z.number().optional().meta({ description: "Typical yearly pay there" }),
  payChange: z.number().optional().meta({ description: "That, less the pay now" }),
  direction: z.enum(["up", "level", "down"]),
  fit: z.number().meta({ description: "Share of what it demands that is met today, 0–1" }),
  needs: z.array(z.string()).meta({ description: "What to earn first, and licences" }),
  gain: z.number().optional().meta({
    description: "Chance × pay change × years left of ten, less fees; the order is by it",
  }),
  why: z.array(z.string()),
  stages: z.array(
    z.object({
      kind: z.enum(STAGE_KINDS),
      title: z.string(),
      months: threePointSchema,
      chance: z.number(),
    }),
  ),
});

const originShape = z.object({
  kind: z.enum(ORIGIN_KINDS),
  positionId: z.string().optional(),
  label: z.string(),
});

const { resume, hours, budget, payFloor, notThese, country } = situationInput;

export const findSpringboards = operation({
  input: z.object({
    position: z.string().optional().meta({
      description: "Look from this position of the record: its id (show-record) or its title",
      positional: true,
    }),
    unpaid: z.boolean().optional().meta({ description: "Look from the unpaid work of the record" }),
    resume,
    hours,
    budget,
    payFloor,
    notThese,
    country,
  }),
  output: z.object({
    headline: z.string(),
    from: originShape.extend({ occupations: z.array(occupationShape) }),
    origins: z.array(originShape).meta({ description: "Where else one can look from" }),
    rule: z.string(),
    order: z.string(),
    currency: z.string(),
    hoursPerWeek: z.number(),
    /** Fields in the order of their best career; careers best first. */
    fields: z.array(z.object({ name: z.string(), careers: z.array(careerShape) })),
    openers: z.array(
      z.object({
        kind: z.enum(OPENER_KINDS),
        id: z.string(),
        name: z.string(),
        inWords: z.string(),
        hours: threePointSchema,
        money: threePointSchema,
        opens: z.array(occupationShape),
      }),
    ),
    further: z.array(occupationShape).meta({
      description: "What is done counts there too, but they ask for more than open ones may",
    }),
    notices: z.array(z.string()),
  }),
  async run(context, input) {
    const person = await limitedPersonOf(context, input);
    if (!person.ok) return person;
    const { catalogue, standing, limits } = person.value;
    const found = originOf(input, person.value, context);
    if (!found.ok) return found;
    const { origin, from } = found.value;
    const question = { catalogue, standing, limits, origin };
    const all = springboardsFrom(question);
    const boards = withoutSpecialities(catalogue, all);
    const fields = new Map<string, Springboard[]>();
    for (const board of boards)
      fields.set(board.field, [...(fields.get(board.field) ?? []), board]);
    const openers = distinctOpeners(findOpeners(question, all)).slice(0, OPENERS_GIVEN);
    return ok({
      headline: springboardsInWords(
        catalogue,
        origin,
        boards,
        boards.length > 0 ? undefined : payFloorBinds(question),
      ),
      from: { ...from, occupations: origin.rows.map((row) => shownRow(catalogue, row)) },
      origins: originsOf(person.value, context),
      rule: OPEN_RULE_IN_WORDS,
      order: ORDER_IN_WORDS,
      currency: catalogue.currency,
      hoursPerWeek: limits.hoursPerWeek,
      fields: [...fields].map(([name, careers]) => ({
        name,
        careers: careers.map((board) => shown(catalogue, origin, board)),
      })),
      openers: openers.map((one) => ({
        kind: one.kind,
        id: one.id,
        name: one.kind === "skill" ? capital(one.name) : one.name,
        inWords: openerInWords(catalogue, one),
        hours: one.hours,
        money: one.money,
        opens: one.opens.map(({ row }) => shownRow(catalogue, row)),
      })),
      further: furtherRows(question, all)
        .slice(0, FURTHER_GIVEN)
        .map((row) => shownRow(catalogue, row)),
      notices: noticesOf(person.value),
    });
  },
});

/** The least pay, where careers are open without it and none with it. */
function payFloorBinds(
  question: Parameters<typeof springboardsFrom>[0],
): PayFloorBinds | undefined {
  const { payFloor: amount, ...limits } = question.limits;
  if (amount === undefined) return undefined;
  const open = springboardsFrom({ ...question, limits });
  const { length } = withoutSpecialities(question.catalogue, open);
  return length === 0 ? undefined : { amount, openWithout: length };
}

type Origin = z.output<typeof originShape>;

interface OriginInput {
  readonly position?: string | undefined;
  readonly unpaid?: boolean | undefined;
}

function placedOf({ catalogue, record, positions }: Limited, { today }: OperationContext) {
  return placedPositionsOf({ catalogue, record, matches: positions, today });
}

/** Where to look from: the position asked for, the unpaid work, else the paid work held now. */
function originOf(
  input: OriginInput,
  person: Limited,
  context: OperationContext,
): Result<{ readonly origin: SpringboardOrigin; readonly from: Origin }, Problem> {
  const placed = placedOf(person, context);
  if (input.position !== undefined) {
    const wanted = input.position.trim();
    const { positions } = person.record;
    const position =
      positions.find(({ id }) => id === wanted) ??
      positions.find(({ title }) => title.toLowerCase() === wanted.toLowerCase());
    if (position === undefined) return fail({ code: "position/unknown", id: wanted });
    const there = placed.find((one) => one.position.id === position.id);
    if (there === undefined) return fail({ code: "position/not-placed", title: position.title });
    const from = positionOrigin(position);
    return ok({ origin: { kind: "position", rows: [there.row] }, from });
  }
  if (input.unpaid === true) {
    const rows = placed.filter(({ match }) => !match.paid).map(({ row }) => row);
    if (rows.length === 0) return fail({ code: "position/none-unpaid" });
    const origin = { kind: "unpaid work" as const, rows: [...new Set(rows)] };
    return ok({ origin, from: UNPAID });
  }
  const { presentRows } = person.standing;
  const isPaid = new Set(
    placed.filter(({ match }) => match.paid && match.present).map(({ row }) => row),
  );
  const paidRows = presentRows.filter((row) => isPaid.has(row));
  const rows = paidRows.length > 0 ? paidRows : presentRows;
  return ok({ origin: { kind: "today", rows }, from: TODAY });
}

const TODAY: Origin = { kind: "today", label: "Where you stand today" };
const UNPAID: Origin = { kind: "unpaid work", label: "Your unpaid work" };

interface PositionSaid {
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  readonly start?: PartialDate | undefined;
  readonly end?: PartialDate | undefined;
}

function positionOrigin({ id, title, organisation, start, end }: PositionSaid): Origin {
  const [first, last] = [start?.slice(0, 4), end?.slice(0, 4)];
  const years = first === undefined || first === last ? (last ?? "") : `${first}–${last}`;
  const when = last === undefined && first !== undefined ? `since ${first}` : years;
  const name = [title, organisation].filter((part) => part !== "").join(", ");
  return { kind: "position", positionId: id, label: when === "" ? name : `${name} (${when})` };
}

/** Today, each position whose occupation is sure, and unpaid work where there is any. */
function originsOf(person: Limited, context: OperationContext): Origin[] {
  const placed = placedOf(person, context);
  return [
    TODAY,
    ...placed.map(({ position }) => positionOrigin(position)),
    ...(placed.some(({ match }) => !match.paid) ? [UNPAID] : []),
  ];
}

function shownRow(catalogue: Catalogue, row: number): z.output<typeof occupationShape> {
  return {
    id: catalogue.ids[row] ?? "",
    title: catalogue.titles[row] ?? "",
    name: plainNameOf(catalogue, row),
  };
}

function shown(
  catalogue: Catalogue,
  origin: SpringboardOrigin,
  board: Springboard,
): z.output<typeof careerShape> {
  const { row, throughRow, months, hours, money, chance, payChange, direction, fit, gain } = board;
  const pay = catalogue.payMedian[row] ?? Number.NaN;
  return {
    ...shownRow(catalogue, row),
    ...(throughRow === undefined ? {} : { through: shownRow(catalogue, throughRow) }),
    way: wayInWords(catalogue, board),
    months,
    hours,
    money,
    chance,
    ...(Number.isNaN(pay) ? {} : { pay }),
    ...(payChange === undefined ? {} : { payChange }),
    direction,
    fit,
    needs: [
      ...board.credentialIds.map((id) => credentialOf(catalogue, id)?.name ?? id),
      ...board.licences.map((name) => `${name}, as the law asks`),
    ],
    ...(gain === undefined ? {} : { gain }),
    why: [...whyListed(catalogue, origin, board)],
    stages: board.stages.map(({ kind, title, months: each, chance: sure }) => ({
      kind,
      title,
      months: each,
      chance: sure,
    })),
  };
}

function noticesOf({ catalogue, standing, positions }: Limited): string[] {
  const unsure = positions.filter(({ match }) => match.state === "unsure").length;
  return [
    ...(standing.presentRows.length > 0
      ? []
      : [
          "Nothing in your record is surely one occupation yet; say what a position is taken for, and what it opens is shown here.",
        ]),
    ...(unsure === 0
      ? []
      : [
          `${unsure === 1 ? "One position is" : `${unsure} positions are`} not counted, since ${unsure === 1 ? "its" : "their"} occupation is not sure.`,
        ]),
    ...(standing.figuresAreLocal
      ? []
      : [
          `Pay, openings and licences are those of ${placeInWords(catalogue.place)}; where you live they differ.`,
        ]),
    "Steps down, and careers that take more than a year to prepare for, are left out here; make one your goal to see its routes.",
  ];
}
