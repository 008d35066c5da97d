// Adds a position to the record, or changes the one whose id is given.

import { z } from "zod";
import type { PartialDate } from "../../domain/calendar-date.ts";
import { firstDayOf, lastDayOf, parsePartialDate } from "../../domain/calendar-date.ts";
import type { Currency } from "../../domain/money.ts";
import { POSITION_KINDS, type Position } from "../../domain/record/career-record.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import type { Problem } from "../problem-text.ts";
import { paySchema, positionSchema } from "./record-schema.ts";

/** A week has 168 hours; caring can take all of them. */
const HOURS_IN_A_WEEK = 168;

const payInput = paySchema.extend({
  amount: z.number().nonnegative(),
  currency: z.string().regex(/^[A-Z]{3}$/, "must be a three-letter code such as USD"),
});

const savePositionInput = z.object({
  id: z.string().optional().meta({ description: "Id of the position to change; none adds one" }),
  title: z.string().trim().min(1).meta({ description: "What it was called", positional: true }),
  organisation: z.string().default("").meta({ description: "With whom" }),
  kind: z.enum(POSITION_KINDS).default("employment").meta({ description: "Kind of position" }),
  start: z.string().optional().meta({ description: "From: 2019, 2019-04 or 2019-04-17" }),
  end: z.string().optional().meta({ description: "Until; without it, it goes on today" }),
  hoursPerWeek: z.number().positive().max(HOURS_IN_A_WEEK).optional().meta({
    description: "Hours a week",
  }),
  pay: payInput.optional().meta({ description: "Pay as JSON: amount, currency, period" }),
  summary: z.string().optional().meta({ description: "What it was about" }),
});

export const savePosition = operation({
  input: savePositionInput,
  output: z.object({ position: positionSchema }),
  async run(context, input) {
    const dates = datesOf(input);
    if (!dates.ok) return dates;
    const [store, personId] = [await context.store(), await context.personId()];
    const id = input.id ?? context.newId();
    const record = await store.changeRecord(personId, (before) => {
      const former = before.positions.find((position) => position.id === id);
      if (input.id !== undefined && former === undefined) return before;
      const position = positionOf(id, input, dates.value, former);
      return {
        ...before,
        positions: former
          ? before.positions.map((other) => (other.id === id ? position : other))
          : [...before.positions, position],
      };
    });
    const saved = record.positions.find((position) => position.id === id);
    return saved === undefined ? fail({ code: "position/unknown", id }) : ok({ position: saved });
  },
});

function datesOf(input: {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}): Result<{ start?: PartialDate; end?: PartialDate }, Problem> {
  const start = input.start === undefined ? undefined : parsePartialDate(input.start);
  const end = input.end === undefined ? undefined : parsePartialDate(input.end);
  if (start !== undefined && !start.ok) return start;
  if (end !== undefined && !end.ok) return end;
  if (start && end && lastDayOf(end.value) < firstDayOf(start.value)) {
    return fail({ code: "position/ends-before-start", start: start.value, end: end.value });
  }
  return ok({
    ...(start === undefined ? {} : { start: start.value }),
    ...(end === undefined ? {} : { end: end.value }),
  });
}

/** Keeps of the former position what the form does not ask for. */
function positionOf(
  id: string,
  input: z.output<typeof savePositionInput>,
  dates: { readonly start?: PartialDate; readonly end?: PartialDate },
  former: Position | undefined,
): Position {
  const { pay } = input;
  return {
    id,
    kind: input.kind,
    title: input.title,
    organisation: input.organisation,
    ...dates,
    ...(input.hoursPerWeek === undefined ? {} : { hoursPerWeek: input.hoursPerWeek }),
    ...(pay === undefined ? {} : { pay: { ...pay, currency: pay.currency as Currency } }),
    ...(input.summary === undefined ? {} : { summary: input.summary }),
    ...(former?.location === undefined ? {} : { location: former.location }),
    highlights: former?.highlights ?? [],
    ...(former?.confirmedOccupation === undefined || former.title !== input.title
      ? {}
      : { confirmedOccupation: former.confirmedOccupation }),
    provenance: { source: "typed", state: "stated" },
    unread: former?.unread ?? {},
  };
}
