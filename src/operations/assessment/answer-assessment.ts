// Keeps answers to the assessment's items, one or many at once, or takes them back; what the person wrote
// on a dimension's reflection; that a sitting is finished, or that a new one begins. What is not said stays
// as it is, so that one can pause at any point.

import { z } from "zod";
import { askedItems, type Item } from "../../domain/assessment/items.ts";
import {
  isUntouched,
  newSitting,
  type Sitting,
  unansweredItems,
  withItemAnswer,
  withReflection,
} from "../../domain/assessment/sitting.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CareerRecord } from "../../domain/record/career-record.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import type { Problem } from "../problem-text.ts";
import {
  answerNoticeShape,
  dimensionInput,
  noticesOfSitting,
  presentSittingOf,
  sittingAnswer,
  sittingShape,
  withPresentSitting,
} from "./assessment-shape.ts";

const valueInput = z.number().int().min(1).max(5);
/** A page of one's own words on one dimension, and some. */
const MOST_LETTERS = 20_000;

const answerInput = z.object({
  item: z.string().optional().meta({
    description: "Which question, by its id (show-assessment)",
    positional: true,
  }),
  value: valueInput.optional().meta({ description: "The answer, 1 to 5", positional: true }),
  remove: z.boolean().optional().meta({ description: "Take the answer to it back" }),
  answers: z
    .record(z.string(), valueInput.nullable())
    .optional()
    .meta({ description: 'Several as JSON: {"commit-stay": 4}; null takes one back' }),
  lines: z.string().optional().meta({
    description:
      "Several as text, an item and its answer a line: commit-stay 4 (- reads standard input)",
    file: true,
  }),
  dimension: dimensionInput.optional().meta({ description: "The dimension that words are about" }),
  reflection: z.string().max(MOST_LETTERS).optional().meta({
    description: "Your own words on the dimension; empty takes them back",
  }),
  finish: z.boolean().optional().meta({ description: "This sitting is done" }),
  anew: z.boolean().optional().meta({ description: "Begin a new sitting; earlier ones stay" }),
});

export const answerAssessment = operation({
  input: answerInput,
  output: z.object({
    sentence: z.string(),
    sitting: sittingShape,
    next: z
      .object({ id: z.string(), question: z.string(), anchors: z.array(z.string()) })
      .optional()
      .meta({ description: "The next question without an answer" }),
    notices: z.array(answerNoticeShape),
  }),
  async run(context, input) {
    const said = saidIn(input);
    if (!said.ok) return said;
    const [store, personId] = [await context.store(), await context.personId()];
    const { today, newId } = context;
    const record = await store.changeRecord(personId, (before) => {
      const begun = input.anew === true ? withNewSitting(before, { today, newId }) : before;
      return withPresentSitting(begun, { today, newId }, (sitting) => said.value(sitting, today));
    });
    const sitting = record.sittings.at(-1) ?? newSitting("", today); // changeRecord has put one there
    const [next] = unansweredItems(sitting);
    const state = sittingAnswer(sitting);
    return ok({
      sentence: sentenceOf(state),
      sitting: state,
      ...(next === undefined
        ? {}
        : { next: { id: next.id, question: next.question, anchors: [...next.anchors] } }),
      notices: noticesOfSitting(sitting),
    });
  },
});

type Change = (sitting: Sitting, today: CalendarDate) => Sitting;

/** What the input asks to change, or what is wrong with it; nothing is changed then. */
function saidIn(input: z.output<typeof answerInput>): Result<Change, Problem> {
  const { item, value, remove, answers, lines, dimension, reflection, finish, anew } = input;
  const given: [string, number | null][] = Object.entries(answers ?? {});
  if (item !== undefined) {
    if (value === undefined && remove !== true) return fail({ code: "assessment/no-value", item });
    given.push([item, remove === true ? null : (value ?? null)]);
  }
  const written = linesOf(lines ?? "");
  if (!written.ok) return written;
  given.push(...written.value);
  if (reflection !== undefined && dimension === undefined) {
    return fail({ code: "assessment/no-dimension" });
  }
  const saysWords = dimension !== undefined && reflection !== undefined;
  if (given.length === 0 && !saysWords && finish !== true && anew !== true) {
    return fail({ code: "assessment/nothing-said" });
  }
  const chosen: [Item, number | null][] = [];
  for (const [id, one] of given) {
    const found = askedItems().find((asked) => asked.id === id);
    if (found === undefined) return fail({ code: "assessment/unknown-item", id });
    chosen.push([found, one]);
  }
  return ok((sitting, today) => {
    let changed = sitting;
    for (const [found, one] of chosen) changed = withItemAnswer(changed, found, one);
    if (saysWords) changed = withReflection(changed, dimension, reflection);
    return finish === true ? { ...changed, finished: today } : changed;
  });
}

/** "commit-stay 4", "commit-stay: 4", "commit-stay=4"; empty lines and those after # are passed over. */
const LINE = /^(?<item>[\w-]+)[\s:=,]+(?<value>[1-5])$/;

function linesOf(text: string): Result<readonly [string, number][], Problem> {
  const read: [string, number][] = [];
  for (const [place, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.replace(/#.*/, "").trim();
    if (line === "") continue;
    const found = LINE.exec(line)?.groups;
    if (found === undefined)
      return fail({ code: "assessment/bad-line", line: place + 1, text: line });
    read.push([found.item ?? "", Number(found.value)]);
  }
  return ok(read);
}

/** An open sitting in which something was said is closed as it is; one in which nothing was is used. */
function withNewSitting(
  record: CareerRecord,
  { today, newId }: { readonly today: CalendarDate; readonly newId: () => string },
): CareerRecord {
  const present = presentSittingOf(record.sittings, today);
  const fresh = newSitting(newId(), today);
  if (present === undefined) return { ...record, sittings: [...record.sittings, fresh] };
  const former = record.sittings.slice(0, -1);
  if (isUntouched(present)) return { ...record, sittings: [...former, fresh] };
  const closed = { ...present, finished: present.finished ?? present.started };
  return { ...record, sittings: [...former, closed, fresh] };
}

function sentenceOf({ answered, asked, finished }: z.output<typeof sittingShape>): string {
  const count = answered === asked ? `All ${asked}` : `${answered} of ${asked}`;
  const kept = `${count} questions ${answered === 1 ? "is" : "are"} answered`;
  return finished === undefined ? `${kept}.` : `${kept}, and this sitting is finished.`;
}
