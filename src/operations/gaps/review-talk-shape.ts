// What the operations on the page for a talk with one's manager share: the page as it is computed, and the
// person's own text where there is one.

import { z } from "zod";
import { findGaps } from "../../domain/gaps/find-gaps.ts";
import { ownTalkText, reviewTalk, talkInText } from "../../domain/interview/review-talk.ts";
import type { ScheduledAction } from "../../domain/schedule/plan.ts";
import type { OperationContext } from "../context.ts";
import { keptPlanOf } from "../plan/kept-plan.ts";
import { conversationIn, type InterviewSituation } from "./interview-situation.ts";

export const reviewTalkShape = z.object({
  sentence: z.string(),
  text: z.string().meta({ description: "The page: headings, and lines that begin with a dash" }),
  isOwn: z.boolean().meta({ description: "Whether the person changed it" }),
  changedOn: z.string().optional(),
});

const LEARNING: ReadonlySet<ScheduledAction["kind"]> = new Set([
  "course",
  "certificate",
  "degree",
  "exam",
]);

/** Returns the page for the talk: the person's own text, else the one that is computed today. */
export async function reviewTalkShown(
  context: OperationContext,
  { known, record }: InterviewSituation,
): Promise<z.output<typeof reviewTalkShape>> {
  const own = ownTalkText(record.interviewAnswers, known);
  const who =
    known.main === undefined
      ? "a talk about where you are going"
      : "your next talk about how things go";
  if (own?.words !== undefined)
    return {
      sentence: `A page to bring to ${who}, in your own words.`,
      text: own.words,
      isOwn: true,
      changedOn: own.date,
    };
  const conversation = conversationIn({ known, record });
  const { catalogue, standing, goal, ladders } = known;
  const { today } = context;
  const kept = await keptPlanOf(context);
  const actions = kept.ok ? kept.value.plan.actions : [];
  const done = kept.ok
    ? new Set(
        kept.value.events.filter(({ kind }) => kind === "done").map(({ actionId }) => actionId),
      )
    : new Set<string>();
  const sections = reviewTalk({
    known,
    conversation,
    gaps: goal === undefined ? [] : findGaps({ catalogue, standing, goal, ladders, today }),
    done: actions.filter(({ id }) => done.has(id)),
    ahead: actions.filter(({ kind, id }) => LEARNING.has(kind) && !done.has(id)),
    today,
  });
  return {
    sentence: `A page to bring to ${who}, made from your record, your plan and your answers; every word is yours to change.`,
    text: talkInText({ known, conversation }, sections),
    isOwn: false,
  };
}
