// The sentence that the interview opens with: how far it is, without any hurry.

import type { Conversation } from "./conversation.ts";
import { goalInWords, type Known } from "./known.ts";

/** Returns how far the conversation is. */
export function interviewInWords({ turns, next }: Conversation, known: Known): string {
  const answered = turns.filter(({ answer }) => answer !== undefined).length;
  const towards =
    known.goalRow < 0 ? "what could come next" : `your way to work as ${goalInWords(known)}`;
  if (answered === 0)
    return `A conversation about where you are and ${towards}: one question at a time, any of them skipped, and a pause whenever you like.`;
  if (next === undefined)
    return `You have been through every question about where you are and ${towards}; any answer can be changed.`;
  return `You have answered ${answered} of about ${turns.length} questions about where you are and ${towards}; go on whenever you like.`;
}
