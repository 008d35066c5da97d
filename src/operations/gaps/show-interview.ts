// The interview as it stands: the next question, or the one asked for, with what is known of it, and every answer
// with what it came to.

import { z } from "zod";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import {
  conversationIn,
  conversationShape,
  conversationShown,
  interviewSituationOf,
  questionShape,
  questionShown,
} from "./interview-situation.ts";

export const showInterview = operation({
  input: z.object({
    question: z.string().optional().meta({
      description: "Id of the question to look at; without it the next one",
      positional: true,
    }),
  }),
  output: conversationShape.extend({
    turn: questionShape.optional().meta({
      description: "The question asked for, else the next; none when all are answered",
    }),
  }),
  async run(context, input) {
    const situation = await interviewSituationOf(context);
    if (!situation.ok) return situation;
    const { known } = situation.value;
    const conversation = conversationIn(situation.value);
    const turn =
      input.question === undefined
        ? conversation.next
        : conversation.turns.find(({ question }) => question.id === input.question)?.question;
    if (input.question !== undefined && turn === undefined)
      return fail({
        code: "question/not-asked",
        id: input.question,
        known: conversation.turns.map(({ question }) => question.id),
      });
    return ok({
      ...conversationShown(known, conversation, context.today),
      ...(turn === undefined ? {} : { turn: questionShown(turn, { known, conversation }) }),
    });
  },
});
