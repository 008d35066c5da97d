// Keeps an answer of the interview as it was said, and says what it came to. A former answer to the same question
// stays and counts no more.

import { z } from "zod";
import { type PartialDate, parsePartialDate } from "../../domain/calendar-date.ts";
import { answerInWords, takeAnswer } from "../../domain/interview/answer-question.ts";
import type { Known } from "../../domain/interview/known.ts";
import type { Question, Said } from "../../domain/interview/question.ts";
import { MOST_WORDS, SKIPPED, UNKNOWN } from "../../domain/record/interview-answer.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import type { Problem } from "../problem-text.ts";
import {
  conversationIn,
  conversationShape,
  conversationShown,
  interviewSituationOf,
  questionShape,
  questionShown,
} from "./interview-situation.ts";

const count = (description: string) => z.number().nonnegative().optional().meta({ description });

const input = z.object({
  question: z.string().meta({ description: "Id of the question", positional: true }),
  choice: z.string().optional().meta({
    description: "Id of the option, or unknown, or skip",
    positional: true,
  }),
  words: z.string().trim().max(MOST_WORDS).optional().meta({ description: "In your own words" }),
  openings: count("Openings in a year"),
  others: count("Others who would want each"),
  positions: count("Such positions that there are"),
  share: count("Of a fee that the employer pays, in 100"),
  most: count("Up to how much, in money"),
  stay: count("Months to stay afterwards"),
  when: z.string().optional().meta({ description: "A date: 2027, 2027-03 or 2027-03-15" }),
});

export const answerQuestion = operation({
  input,
  output: conversationShape.extend({
    said: z.string().meta({ description: "The answer as one reads it back" }),
    effects: z.array(z.string()).meta({ description: "What it came to" }),
    doubt: z.string().optional().meta({
      description:
        "A gentle question where the record shows otherwise; the answer stands as it was said",
    }),
    aside: z.string().optional().meta({ description: "What of other answers counts no more" }),
    turn: questionShape.optional().meta({ description: "The next question" }),
  }),
  async run(context, given) {
    const situation = await interviewSituationOf(context);
    if (!situation.ok) return situation;
    const { known, record } = situation.value;
    const before = conversationIn(situation.value);
    const asked = before.turns.map(({ question }) => question);
    const question = asked.find(({ id }) => id === given.question);
    if (question === undefined)
      return fail({
        code: "question/not-asked",
        id: given.question,
        known: asked.map(({ id }) => id),
      });
    const said = saidOf(question, given, known);
    if (!said.ok) return said;
    const world = { known, id: context.newId(), today: context.today };
    const taken = takeAnswer(question, said.value, { ...world, answers: record.interviewAnswers });
    const [store, personId] = [await context.store(), await context.personId()];
    await store.changeRecord(personId, (now) => ({
      ...now,
      interviewAnswers: [...now.interviewAnswers, taken.answer],
    }));
    const { after, answer, doubt, setAside } = taken;
    return ok({
      ...conversationShown(known, after, context.today),
      said: answerInWords(question, answer, known),
      effects: answer.effects.map(({ text }) => text),
      ...(doubt === undefined ? {} : { doubt }),
      ...(setAside.length === 0
        ? {}
        : {
            aside: `${setAside.length === 1 ? "One later answer does" : `${setAside.length} later answers do`} not apply any more: kept, and not counted.`,
          }),
      ...(after.next === undefined
        ? {}
        : { turn: questionShown(after.next, { known, conversation: after }) }),
    });
  },
});

function saidOf(
  question: Question,
  { choice, words, when, ...figures }: z.output<typeof input>,
  known: Known,
): Result<Said, Problem> {
  const options = question.options(known).map(({ id }) => id);
  const choices = [...options, ...(question.canBeUnknown ? [UNKNOWN] : []), SKIPPED];
  if (choice !== undefined && !choices.includes(choice))
    return fail({ code: "answer/no-such-choice", choice, known: choices });
  const fields = question.numbers?.(known) ?? [];
  const numbers: Record<string, number> = {};
  for (const { id, label, most } of fields) {
    const value: unknown = figures[id as keyof typeof figures];
    if (typeof value !== "number") continue;
    if (value > most) return fail({ code: "answer/out-of-range", label, most });
    numbers[id] = value;
  }
  const date =
    when === undefined || question.when === undefined ? undefined : parsePartialDate(when);
  if (date !== undefined && !date.ok) return fail({ code: "answer/no-date", text: when ?? "" });
  const hasNumbers = Object.keys(numbers).length > 0;
  if (choice === undefined && !hasNumbers)
    return fail({ code: "answer/nothing-said", known: choices });
  return ok({
    choice: choice ?? "",
    ...(words === undefined || words === "" || question.words === undefined ? {} : { words }),
    ...(hasNumbers ? { numbers } : {}),
    ...(date === undefined ? {} : { when: date.value as PartialDate }),
  });
}
