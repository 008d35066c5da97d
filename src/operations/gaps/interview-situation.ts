// What the operations on the interview share: the person, with a goal or without, what is known of both, and the
// shapes of a question and of a conversation as the faces see them.

import { z } from "zod";
import { findGaps } from "../../domain/gaps/find-gaps.ts";
import { answerInWords } from "../../domain/interview/answer-question.ts";
import {
  answeredGaps,
  type Conversation,
  conversationOf,
  INTERVIEW,
} from "../../domain/interview/conversation.ts";
import { interviewInWords } from "../../domain/interview/interview-in-words.ts";
import { goalInWords, type Known, knownOf, mainInWords } from "../../domain/interview/known.ts";
import { OPENING_PLACES, openingsChecks } from "../../domain/interview/openings-check.ts";
import { positionsAtHand } from "../../domain/interview/positions-at-hand.ts";
import type { Question } from "../../domain/interview/question.ts";
import type { CareerRecord } from "../../domain/record/career-record.ts";
import type { Goal } from "../../domain/record/goal.ts";
import { mainPositionOf } from "../../domain/record/main-position.ts";
import { ok, type Result } from "../../domain/result.ts";
import type { OperationContext } from "../context.ts";
import { gapSchema } from "../plan/plan-schema.ts";
import type { Problem } from "../problem-text.ts";
import { interviewAnswerSchema } from "../record/record-schema.ts";
import { personOf, situationOf } from "../situation.ts";

/** A person in the interview: what is known, and the record it comes from. */
export interface InterviewSituation {
  readonly known: Known;
  readonly record: CareerRecord;
}

/** Returns the person with their goal, or without one where none is set. */
export async function interviewSituationOf(
  context: OperationContext,
): Promise<Result<InterviewSituation, Problem>> {
  const situation = await situationOf(context, {});
  if (situation.ok) {
    const { goal, record } = situation.value;
    return ok({ known: knownIn(context, situation.value, goal), record });
  }
  if (situation.problem.code !== "goal/none") return situation;
  const person = await personOf(context, {});
  if (!person.ok) return person;
  return ok({ known: knownIn(context, person.value, undefined), record: person.value.record });
}

type Person = Pick<Known, "catalogue" | "standing" | "ladders"> & { readonly record: CareerRecord };

function knownIn(
  { today }: OperationContext,
  { catalogue, standing, ladders, record }: Person,
  goal: Goal | undefined,
): Known {
  const mainPositionId = mainPositionOf(record, today)?.id;
  const { interview: _said, ...before } = standing;
  const goalRow = goal === undefined ? -1 : catalogue.ids.indexOf(goal.occupationId);
  return knownOf({
    catalogue,
    standing,
    goal,
    mainPositionId,
    ladders,
    record,
    gaps: goal === undefined ? [] : findGaps({ catalogue, standing: before, goal, ladders, today }),
    atHand:
      goal === undefined
        ? []
        : positionsAtHand({ catalogue, standing, limits: goal.limits, goalRow }),
  });
}

export const questionShape = z.object({
  id: z.string(),
  question: z.string(),
  meaning: z.string().meta({ description: "What it means and why it is asked" }),
  knows: z.array(z.string()).meta({ description: "What is known of it already" }),
  options: z.array(z.object({ id: z.string(), label: z.string() })).meta({
    description: 'The answers to choose from; "unknown" and "skip" come besides',
  }),
  canBeUnknown: z.boolean(),
  numbers: z.array(
    z.object({ id: z.string(), label: z.string(), least: z.number(), most: z.number() }),
  ),
  words: z.string().optional().meta({ description: "What one's own words are asked for" }),
  when: z.string().optional().meta({ description: "What the date is, where one is asked for" }),
  answer: interviewAnswerSchema.optional().meta({ description: "What was answered before" }),
});

/** Returns the question as the faces show it. */
export function questionShown(
  question: Question,
  { known, conversation }: { readonly known: Known; readonly conversation: Conversation },
): z.output<typeof questionShape> {
  const words = question.words?.(known);
  const answer = conversation.turns.find((turn) => turn.question === question)?.answer;
  return {
    id: question.id,
    question: question.ask(known, conversation.given),
    meaning: question.meaning(known),
    knows: [...question.knows(known)],
    options: [...question.options(known)],
    canBeUnknown: question.canBeUnknown,
    numbers: [...(question.numbers?.(known) ?? [])],
    ...(words === undefined ? {} : { words }),
    ...(question.when === undefined ? {} : { when: question.when }),
    ...(answer === undefined ? {} : { answer }),
  };
}

const turnShape = z.object({
  id: z.string(),
  question: z.string(),
  said: z.string().optional().meta({ description: "The answer as one reads it back" }),
  date: z.string().optional(),
  effects: z.array(z.string()).meta({ description: "What the answer came to" }),
});

export const conversationShape = z.object({
  sentence: z.string(),
  today: z.string(),
  goalInWords: z.string().optional(),
  position: z.string().optional().meta({ description: "The position asked about" }),
  answered: z.number(),
  asked: z.number(),
  next: z.string().optional().meta({ description: "Id of the next question" }),
  turns: z.array(turnShape),
  setAside: z.array(turnShape).meta({ description: "Kept, and not counted now" }),
  openings: z.array(
    z.object({
      place: z.enum(OPENING_PLACES),
      title: z.string(),
      openingsAYear: z.number(),
      othersWanting: z.number(),
      chance: z.number().meta({ description: "That one is theirs within two years" }),
      isRedFlag: z.boolean(),
      inWords: z.string(),
      arithmetic: z.string(),
      sources: z.array(z.string()),
    }),
  ),
  atHand: z
    .array(
      z.object({
        occupationId: z.string(),
        inWords: z.string(),
        levelsLower: z.number(),
        why: z.string(),
        months: z.number(),
      }),
    )
    .meta({ description: "One or two levels below the goal, open now" }),
  gaps: z
    .array(gapSchema)
    .meta({ description: "What the answers put on the list, with what to do" }),
});

/** Returns the whole conversation as it stands, for the faces. */
export function conversationShown(
  known: Known,
  conversation: Conversation,
  today: string,
): z.output<typeof conversationShape> {
  const { turns, setAside, next } = conversation;
  const main = mainInWords(known);
  return {
    sentence: interviewInWords(conversation, known),
    today,
    ...(known.goalRow < 0 ? {} : { goalInWords: goalInWords(known) }),
    ...(main === "" ? {} : { position: main }),
    answered: turns.filter(({ answer }) => answer !== undefined).length,
    asked: turns.length,
    ...(next === undefined ? {} : { next: next.id }),
    turns: turns.map(({ question, answer }) => ({
      id: question.id,
      question: question.ask(known, conversation.given),
      ...(answer === undefined
        ? {}
        : { said: answerInWords(question, answer, known), date: answer.date }),
      effects: answer?.effects.map(({ text }) => text) ?? [],
    })),
    setAside: setAside.flatMap((answer) => {
      const question = questionOf(answer.questionId);
      return question === undefined
        ? []
        : [
            {
              id: question.id,
              question: question.ask(known, conversation.given),
              said: answerInWords(question, answer, known),
              date: answer.date,
              effects: [],
            },
          ];
    }),
    openings: openingsChecks(known, conversation.given).map((check) => ({
      ...check,
      sources: [...check.sources],
    })),
    atHand: [...(known.atHand ?? [])],
    gaps: [...answeredGaps(conversation, known).added],
  };
}

function questionOf(id: string): Question | undefined {
  return INTERVIEW.find((one) => one.id === id);
}

/** Returns the conversation of the record. */
export function conversationIn({ known, record }: InterviewSituation): Conversation {
  return conversationOf(record.interviewAnswers, known);
}
