// Keeps the person's own text of the page for the talk, or makes it anew from record, plan and answers. It stands
// among the answers of the interview; former texts stay there.

import { z } from "zod";
import { MOST_TALK_LETTERS, REVIEW_TALK } from "../../domain/interview/review-talk.ts";
import type { InterviewAnswer } from "../../domain/record/interview-answer.ts";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { interviewSituationOf } from "./interview-situation.ts";
import { reviewTalkShape, reviewTalkShown } from "./review-talk-shape.ts";

export const saveReviewTalk = operation({
  input: z.object({
    text: z.string().trim().min(1).max(MOST_TALK_LETTERS).optional().meta({
      description: "The page as you want it: headings, and lines that begin with a dash",
      file: true,
      positional: true,
    }),
    anew: z.boolean().optional().meta({ description: "Make it anew, and leave your text behind" }),
  }),
  output: reviewTalkShape,
  async run(context, { text, anew }) {
    if ((text === undefined) === (anew !== true)) return fail({ code: "review-talk/nothing-said" });
    const situation = await interviewSituationOf(context);
    if (!situation.ok) return situation;
    const { known, record } = situation.value;
    const kept: InterviewAnswer = {
      id: context.newId(),
      questionId: REVIEW_TALK,
      questionVersion: 1,
      date: context.today,
      choice: "",
      ...(text === undefined ? {} : { words: text }),
      ...(known.main === undefined ? {} : { positionId: known.main.id }),
      effects: [],
    };
    const [store, personId] = [await context.store(), await context.personId()];
    const saved = await store.changeRecord(personId, (now) => ({
      ...now,
      interviewAnswers: [...now.interviewAnswers, kept],
    }));
    return ok(
      await reviewTalkShown(context, {
        known,
        record: { ...record, interviewAnswers: saved.interviewAnswers },
      }),
    );
  },
});
