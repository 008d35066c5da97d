// How what an answer comes to is made: a gap of the person's own word with what is done about it, something to
// find out, a word kept.

import { inText } from "../first-letter.ts";
import type { Gap, GapKind, GapPart, GapToDo } from "../gaps/gap.ts";
import type { ThreePoint } from "../money.ts";
import type { Outcome } from "./question.ts";

/** Assumption: asking one question of someone who knows, and writing the answer down. */
export const FIND_OUT_HOURS: ThreePoint = { low: 0.5, likely: 1, high: 2 };
/** Assumption: an evening of writing down and looking around. */
export const THINK_HOURS: ThreePoint = { low: 1, likely: 2, high: 4 };

/** Below every computed gap that is worth showing, as questions are (find-gaps.ts). */
const ASKED_SIZE = 0.1;
/** Assumption: what a person says of their own direction weighs like half of what the goal asks. */
const SAID_SIZE = 0.5;

interface Words {
  readonly id: string;
  readonly title: string;
  readonly explanation: string;
  readonly toDo: GapToDo;
}

/** Returns a gap that the person's own answer adds. */
export function added(
  kind: GapKind,
  { id, title, explanation, toDo }: Omit<Words, "toDo"> & { readonly toDo?: GapToDo },
  parts: readonly GapPart[] = [],
): Outcome {
  const gap: Gap = {
    id,
    kind,
    title,
    explanation,
    size: SAID_SIZE,
    mustClose: false,
    unknown: false,
    parts,
    ...(toDo === undefined ? {} : { toDo }),
  };
  return { kind: "adds", gap, text: `Added to your gaps: ${inText(title)}.` };
}

/** Returns something to find out, with whom to ask what. */
export function toFindOut({ id, title, explanation, toDo }: Words): Outcome {
  const gap: Gap = {
    id: `find-out:${id}`,
    kind: "find out",
    title,
    explanation,
    size: ASKED_SIZE,
    mustClose: false,
    unknown: true,
    parts: [],
    toDo,
  };
  return { kind: "asks", gap, text: `To find out: ${inText(title)}.` };
}

/** Returns a talk in which one thing is asked. */
export function askedOf(whoHelps: string, title: string, questions: readonly string[]): GapToDo {
  return {
    kind: "talk",
    title,
    doneWhen: "You have an answer, and have written it down",
    whoHelps,
    questions,
    hours: FIND_OUT_HOURS,
  };
}

export function removed(gapId: string, text: string): Outcome {
  return { kind: "removes", gapId, text };
}

export function noted(text: string): Outcome {
  return { kind: "notes", text };
}

const LONGEST_TITLE = 60;

/** Returns what a person said in one line, as a title has room for. */
export function shortened(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}
