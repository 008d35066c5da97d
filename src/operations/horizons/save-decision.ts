// Adds a decision about work to the record, or changes one.

import { z } from "zod";
import {
  type CalendarDate,
  firstDayOf,
  lastDayOf,
  type PartialDate,
  parsePartialDate,
} from "../../domain/calendar-date.ts";
import type { CareerRecord } from "../../domain/record/career-record.ts";
import {
  DECIDERS,
  type Decision,
  type DecisionOutcome,
  MOST_ALTERNATIVES,
  MOST_OUTCOMES,
} from "../../domain/record/decision.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import type { Problem } from "../problem-text.ts";
import { decisionSchema } from "../record/record-schema.ts";

const said = z.string().trim().min(1);

const saveDecisionInput = z.object({
  what: said.meta({ description: "What was decided", positional: true }),
  id: z.string().optional().meta({
    description: "Id of the decision to change; what is left out then stays as it was",
  }),
  date: z.string().optional().meta({
    description: "When: 2019, 2019-04 or 2019-04-17; without it, today",
  }),
  decidedBy: z.enum(DECIDERS).optional().meta({
    description: "Who decided; without it, me",
  }),
  who: z.string().trim().optional().meta({
    description: "Who else it was, such as my employer or my family",
  }),
  why: z.string().trim().optional().meta({ description: "Why" }),
  alternatives: z.array(said).max(MOST_ALTERNATIVES).optional().meta({
    description: "What else there was",
  }),
  touches: z.array(said).optional().meta({
    description: "Positions and educations that it is about, by id or title (show-record)",
  }),
  outcomes: z
    .array(z.object({ date: z.string(), text: said }))
    .max(MOST_OUTCOMES)
    .optional()
    .meta({ description: "What came of it, as JSON: date and text each; see add-outcome" }),
});
type SaveDecisionInput = z.output<typeof saveDecisionInput>;

export const saveDecision = operation({
  input: saveDecisionInput,
  output: z.object({ decision: decisionSchema }),
  async run(context, input) {
    const [store, personId] = [await context.store(), await context.personId()];
    const id = input.id ?? context.newId();
    let made: Result<Decision, Problem> = fail({ code: "decision/unknown", id });
    await store.changeRecord(personId, (before) => {
      const former = before.decisions.find((one) => one.id === id);
      if (input.id !== undefined && former === undefined) return before;
      made = decisionOf(input, { id, former, record: before, today: context.today });
      return made.ok ? withDecision(before, made.value) : before;
    });
    // The closure above may have changed it; the compiler cannot know.
    const result = made as Result<Decision, Problem>;
    return result.ok ? ok({ decision: result.value }) : result;
  },
});

/** Returns the record with the decision in its place, or at the end when it is new. */
function withDecision(record: CareerRecord, decision: Decision): CareerRecord {
  const isKnown = record.decisions.some(({ id }) => id === decision.id);
  return {
    ...record,
    decisions: isKnown
      ? record.decisions.map((other) => (other.id === decision.id ? decision : other))
      : [...record.decisions, decision],
  };
}

interface Setting {
  readonly id: string;
  readonly former: Decision | undefined;
  readonly record: CareerRecord;
  readonly today: CalendarDate;
}

function decisionOf(
  input: SaveDecisionInput,
  { id, former, record, today }: Setting,
): Result<Decision, Problem> {
  const date =
    input.date === undefined ? ok(former?.date ?? dayOf(today)) : pastDateOf(input.date, today);
  if (!date.ok) return date;
  const touches = entriesOf(input.touches, record);
  if (!touches.ok) return touches;
  const outcomes: DecisionOutcome[] = [];
  for (const outcome of input.outcomes ?? former?.outcomes ?? []) {
    const read = outcomeOf(outcome, date.value, today);
    if (!read.ok) return read;
    outcomes.push(read.value);
  }
  return ok({
    id,
    what: input.what,
    date: date.value,
    alternatives: input.alternatives ?? former?.alternatives ?? [],
    why: input.why ?? former?.why ?? "",
    decidedBy: input.decidedBy ?? former?.decidedBy ?? "me",
    who: input.who ?? former?.who ?? "",
    touches: touches.value ?? former?.touches ?? [],
    outcomes,
  });
}

function dayOf(today: CalendarDate): PartialDate {
  return today as string as PartialDate; // A day is a date of the fullest precision.
}

/** What lies ahead is not decided yet: it belongs into the goal and the plan. */
function pastDateOf(text: string, today: CalendarDate): Result<PartialDate, Problem> {
  const date = parsePartialDate(text);
  if (!date.ok) return date;
  return firstDayOf(date.value) > today
    ? fail({ code: "decision/date-ahead", date: date.value, today })
    : date;
}

/** Returns what came of a decision, its date read and held to be after the decision. */
export function outcomeOf(
  { date: text, text: words }: { readonly date: string; readonly text: string },
  decided: PartialDate,
  today: CalendarDate,
): Result<DecisionOutcome, Problem> {
  const date = pastDateOf(text, today);
  if (!date.ok) return date;
  return lastDayOf(date.value) < firstDayOf(decided)
    ? fail({ code: "decision/outcome-before", date: date.value, decided })
    : ok({ date: date.value, text: words });
}

/** Returns the ids of the entries named by id, or by title, case aside; undefined where nothing was said. */
function entriesOf(
  names: readonly string[] | undefined,
  { positions, educations }: CareerRecord,
): Result<readonly string[] | undefined, Problem> {
  if (names === undefined) return ok(undefined);
  const entries = [
    ...positions.map(({ id, title, organisation }) => ({ id, called: [title, organisation] })),
    ...educations.map(({ id, area, institution }) => ({ id, called: [area, institution] })),
  ];
  const ids: string[] = [];
  for (const name of names) {
    const key = name.toLowerCase();
    const found =
      entries.find(({ id }) => id === name) ??
      entries.find(({ called }) => called.some((one) => one.toLowerCase() === key));
    if (found === undefined) return fail({ code: "decision/unknown-entry", text: name });
    if (!ids.includes(found.id)) ids.push(found.id);
  }
  return ok(ids);
}
