// An answer taken: what it comes to on the day, against what was said before, and what it makes one ask back.

import { type CalendarDate, dateInWords } from "../calendar-date.ts";
import {
  type AnswerEffect,
  type InterviewAnswer,
  SKIPPED,
  UNKNOWN,
} from "../record/interview-answer.ts";
import { type Conversation, conversationOf, outcomesOf, subjectOf } from "./conversation.ts";
import type { Known } from "./known.ts";
import type { Outcome, Question, Said } from "./question.ts";

export interface AnswerTaken {
  readonly answer: InterviewAnswer;
  /** With the answer. */
  readonly after: Conversation;
  /** A gentle question where the record shows otherwise; undefined where it does not. */
  readonly doubt: string | undefined;
  /** Answers that counted before and do not any more. */
  readonly setAside: readonly InterviewAnswer[];
}

/** Returns the answer as it is kept, with what it came to, and the conversation after it. */
export function takeAnswer(
  question: Question,
  said: Said,
  {
    answers,
    known,
    id,
    today,
  }: {
    readonly answers: readonly InterviewAnswer[];
    readonly known: Known;
    readonly id: string;
    readonly today: CalendarDate;
  },
): AnswerTaken {
  const before = conversationOf(answers, known);
  const former = before.given.get(question.id);
  const outcomes = outcomesOf(question, said, known);
  const formerOutcomes = former === undefined ? [] : outcomesOf(question, former, known);
  const answer: InterviewAnswer = {
    id,
    questionId: question.id,
    questionVersion: question.version,
    date: today,
    ...said,
    ...subjectOf(question, known),
    effects: [...outcomes.map(effectOf), ...noLonger(formerOutcomes, outcomes)],
  };
  const after = conversationOf([...answers, answer], known);
  const asideBefore = new Set(before.setAside.map((one) => one.id));
  return {
    answer,
    after,
    doubt: said.choice === SKIPPED ? undefined : question.doubt?.(said, known),
    setAside: after.setAside.filter((one) => !asideBefore.has(one.id)),
  };
}

function effectOf(outcome: Outcome): AnswerEffect {
  switch (outcome.kind) {
    case "adds":
    case "asks":
      return { kind: outcome.kind, gapId: outcome.gap.id, text: outcome.text };
    case "removes":
      return { kind: "removes", gapId: outcome.gapId, text: outcome.text };
    case "notes":
      return { kind: "notes", text: outcome.text };
  }
}

/** What the former answer had put on the list and this one does not. */
function noLonger(former: readonly Outcome[], now: readonly Outcome[]): readonly AnswerEffect[] {
  const kept = new Set(now.flatMap((one) => ("gap" in one ? [one.gap.id] : [])));
  return former.flatMap((one) =>
    "gap" in one && !kept.has(one.gap.id)
      ? [
          {
            kind: "removes" as const,
            gapId: one.gap.id,
            text: `No longer on your list: ${one.gap.title}.`,
          },
        ]
      : [],
  );
}

/** Returns an answer as one reads it back: the option chosen, one's own words, the figures. */
export function answerInWords(question: Question, said: Said, known: Known): string {
  const option = question.options(known).find(({ id }) => id === said.choice)?.label;
  const chosen =
    said.choice === UNKNOWN ? "I don’t know" : said.choice === SKIPPED ? "Skipped" : option;
  const figures = (question.numbers?.(known) ?? []).flatMap(({ id, label }) => {
    const value = said.numbers?.[id];
    return value === undefined ? [] : [`${label.toLowerCase()}: ${value}`];
  });
  const words = said.words === undefined ? [] : [`“${said.words}”`];
  const when = said.when === undefined ? [] : [dateInWords(said.when)];
  return [...(chosen === undefined ? [] : [chosen]), ...words, ...figures, ...when].join("; ");
}
