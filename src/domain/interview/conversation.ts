// The gap interview: its questions in order, which of them are asked after what was said, which answers count,
// and what they come to together. It can stop at any question and go on from there.

import { inText } from "../first-letter.ts";
import type { Gap } from "../gaps/gap.ts";
import { type InterviewAnswer, SKIPPED } from "../record/interview-answer.ts";
import type { Known } from "./known.ts";
import type { Given, Outcome, Question, Said } from "./question.ts";
import { POSITION_QUESTIONS } from "./questions-of-position.ts";
import { WAY_QUESTIONS } from "./questions-of-way.ts";

/** Every question, in the order in which they would come up. */
export const INTERVIEW: readonly Question[] = [...POSITION_QUESTIONS, ...WAY_QUESTIONS];

/** One question of the way that the conversation takes, with its answer where there is one. */
export interface Turn {
  readonly question: Question;
  readonly answer: InterviewAnswer | undefined;
}

export interface Conversation {
  /** The questions that are asked, after what was said so far, in order. */
  readonly turns: readonly Turn[];
  /** The answers that count, by question; skipped ones are among them. */
  readonly given: Given;
  /** The newest answers that do not count: their question is not asked now, or was about something else. */
  readonly setAside: readonly InterviewAnswer[];
  /** The first question without an answer; undefined when all are answered. */
  readonly next: Question | undefined;
}

/** Returns the newest answer to each question that there is, in the order of the questions. */
export function newestAnswers(answers: readonly InterviewAnswer[]): readonly InterviewAnswer[] {
  return INTERVIEW.flatMap(
    ({ id }) => answers.findLast(({ questionId }) => questionId === id) ?? [],
  );
}

/** Returns the conversation as it stands. */
export function conversationOf(answers: readonly InterviewAnswer[], known: Known): Conversation {
  const newest = new Map(newestAnswers(answers).map((answer) => [answer.questionId, answer]));
  const given = new Map<string, Said>();
  const turns: Turn[] = [];
  const setAside: InterviewAnswer[] = [];
  for (const question of INTERVIEW) {
    const answer = newest.get(question.id);
    const isAsked = question.isAsked(known, given);
    const counts = isAsked && answer !== undefined && isAboutNow(question, answer, known);
    if (counts) given.set(question.id, answer);
    else if (answer !== undefined) setAside.push(answer);
    if (isAsked) turns.push({ question, answer: counts ? answer : undefined });
  }
  return {
    turns,
    given,
    setAside,
    next: turns.find(({ answer }) => answer === undefined)?.question,
  };
}

/** Whether the position and the goal that the answer was about are those of today. */
function isAboutNow(
  { about }: Question,
  { positionId, goalOccupation }: InterviewAnswer,
  { main, goal }: Known,
): boolean {
  const samePosition = !about.includes("position") || positionId === main?.id;
  return samePosition && (!about.includes("goal") || goalOccupation === goal?.occupationId);
}

/** Returns what an answer is about today, to be kept with it. */
export function subjectOf(
  { about }: Question,
  { main, goal }: Known,
): Pick<InterviewAnswer, "positionId" | "goalOccupation"> {
  return {
    ...(about.includes("position") && main !== undefined ? { positionId: main.id } : {}),
    ...(about.includes("goal") && goal !== undefined ? { goalOccupation: goal.occupationId } : {}),
  };
}

/** Returns what one answer comes to; nothing for a skipped question. */
export function outcomesOf(question: Question, said: Said, known: Known): readonly Outcome[] {
  return said.choice === SKIPPED ? [] : question.comesTo(said, known);
}

/** Returns what all answers that count come to, in the order of the questions. */
export function allOutcomes({ turns }: Conversation, known: Known): readonly Outcome[] {
  return turns.flatMap(({ question, answer }) =>
    answer === undefined ? [] : outcomesOf(question, answer, known),
  );
}

/** What the interview adds to the computed gaps and takes from them. */
export interface AnsweredGaps {
  /** Of the person's own word, those with a size first, then what is to be found out. */
  readonly added: readonly Gap[];
  readonly removedIds: ReadonlySet<string>;
}

/** What is found out by itself has an action of its own; the rest is gathered in one gap. */
const FOUND_OUT_ALONE: ReadonlySet<string> = new Set(["find-out:reimburses"]);

/** Returns the gaps that the answers add, and the ids of those that they remove. */
export function answeredGaps(conversation: Conversation, known: Known): AnsweredGaps {
  const outcomes = allOutcomes(conversation, known);
  const removedIds = new Set(
    outcomes.flatMap((one) => (one.kind === "removes" ? [one.gapId] : [])),
  );
  const gaps = outcomes.flatMap((one) =>
    (one.kind === "adds" || one.kind === "asks") && !removedIds.has(one.gap.id) ? [one.gap] : [],
  );
  const isGathered = (gap: Gap): boolean => gap.kind === "find out" && !FOUND_OUT_ALONE.has(gap.id);
  return {
    added: [...gaps.filter((gap) => !isGathered(gap)), ...gathered(gaps.filter(isGathered))],
    removedIds,
  };
}

/** Several things to find out are one gap and one list to take along. */
function gathered(gaps: readonly Gap[]): readonly Gap[] {
  const [first] = gaps;
  if (first === undefined || gaps.length === 1) return gaps;
  const hours = gaps.map(({ toDo }) => toDo?.hours ?? { low: 0, likely: 0, high: 0 });
  const sum = (of: (one: (typeof hours)[number]) => number): number =>
    hours.reduce((total, one) => total + of(one), 0);
  return [
    {
      ...first,
      id: "find-out",
      title: `${capitalNumber(gaps.length)} things to find out`,
      explanation: `Each takes an hour or two: ${gaps.map(({ title }) => inText(title)).join("; ")}.`,
      toDo: {
        kind: "talk",
        title: `Find out ${capitalNumber(gaps.length).toLowerCase()} things, one at a time`,
        doneWhen: "Each has an answer, or the name of someone who knows",
        whoHelps: [...new Set(gaps.map(({ toDo }) => toDo?.whoHelps ?? ""))][0] ?? "",
        questions: gaps.flatMap(({ toDo }) => toDo?.title ?? []),
        hours: {
          low: sum((one) => one.low),
          likely: sum((one) => one.likely),
          high: sum((one) => one.high),
        },
      },
    },
  ];
}

const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

function capitalNumber(count: number): string {
  return NUMBERS[count] ?? String(count);
}
