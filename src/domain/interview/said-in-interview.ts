// What was said in the interview that says what a person works for: for the draft of the career statement. What
// stands in the way, and what one would ask a manager for, is not taken.

import type { SaidBefore } from "../record/draft-statement.ts";
import { type InterviewAnswer, SKIPPED } from "../record/interview-answer.ts";
import { REASONS } from "./questions-of-reason.ts";

/** Questions whose own words are taken, in the order of the draft; and what completes "from …". */
const TAKEN: readonly { readonly questionId: string; readonly from: string }[] = [
  { questionId: "direction", from: "the interview: what draws you" },
  { questionId: "why", from: "the interview: what made you take your present position" },
  { questionId: "deliberately", from: "the interview: whether you would take it again today" },
];

/** Returns the newest words on each, of the position held today; a reason that was only chosen is its own words. */
export function saidInInterview(
  answers: readonly InterviewAnswer[],
  mainPositionId: string | undefined,
): readonly SaidBefore[] {
  return TAKEN.flatMap(({ questionId, from }) => {
    const answer = answers.findLast((one) => one.questionId === questionId);
    if (answer === undefined || answer.choice === SKIPPED) return [];
    const isOfNow = answer.positionId === undefined || answer.positionId === mainPositionId;
    const reason = questionId === "why" ? REASONS[answer.choice] : undefined;
    const words = answer.words ?? reason;
    return isOfNow && words !== undefined ? [{ words, from }] : [];
  });
}
