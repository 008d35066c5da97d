// A first draft of the career statement, by rule, from what the person has already said. Every sentence is
// made of their own words, or of the anchor that they chose, and says which answer it comes from; nothing is added to them.

import type { CheckIn } from "../agenda/check-in.ts";
import {
  DIMENSION_WORDS,
  DIMENSIONS,
  type Dimension,
  LEAST_VALUE,
  MOST_VALUE,
} from "../assessment/dimension.ts";
import type { Sitting } from "../assessment/sitting.ts";
import { dateInWords, yearOf } from "../calendar-date.ts";
import { capital, lowerFirst } from "../first-letter.ts";
import { MOST_STATEMENT_LETTERS } from "./career-statement.ts";
import type { Decision } from "./decision.ts";
import { decisionsInOrder, isMadeByOthers } from "./decision.ts";

/** Something that the person said once, and where. Later parts of the app join by giving theirs. */
export interface SaidBefore {
  readonly words: string;
  /** Completes "from …": "your goal: why a registered nurse". */
  readonly from: string;
}

export interface DraftSentence {
  readonly text: string;
  readonly from: string;
}

/** What the draft may take from each kind of answer. Assumption: more than this is no statement any more. */
export const MOST_DECISIONS_DRAFTED = 2;
export const MOST_WINS_DRAFTED = 2;

/** The middle of the scale of what is wanted. */
const MIDDLE_VALUE = (LEAST_VALUE + MOST_VALUE) / 2;
/** A want this far from the middle is one. Assumption: a whole anchor. */
const LEAST_WANTED = 1;

export interface StatementSources {
  readonly goal: { readonly why: string } | undefined;
  /** "a registered nurse" */
  readonly goalInWords: string | undefined;
  /** What was said in the interview (src/domain/interview/said-in-interview.ts). */
  readonly interview: readonly SaidBefore[];
  readonly decisions: readonly Decision[];
  /** The oldest first; of several words on a dimension the newest counts, as in Compass. */
  readonly sittings: readonly Sitting[];
  readonly checkIns: readonly CheckIn[];
}

/** Returns what the person said that a statement can be drafted from, in the order of the draft. */
export function saidBefore(sources: StatementSources): readonly SaidBefore[] {
  const { goal, goalInWords, interview, decisions, sittings, checkIns } = sources;
  const why: SaidBefore = {
    words: goal?.why ?? "",
    from: `your goal: why you want to be ${goalInWords ?? "there"}`,
  };
  const wants = newestByDimension(sittings.flatMap((sitting) => sitting.wants))
    .filter(({ value }) => Math.abs(value - MIDDLE_VALUE) >= LEAST_WANTED)
    .map(({ dimension, value }) => ({ ...DIMENSION_WORDS[dimension], value }))
    .map(({ name, about, anchors, value }) => ({
      words: `${name}: ${lowerFirst(anchors[Math.round(value) - LEAST_VALUE] ?? "")}`,
      from: `what you want of ${about}`,
    }));
  const reflections = newestByDimension(sittings.flatMap((sitting) => sitting.reflections)).map(
    ({ dimension, text }) => ({
      words: text,
      from: `your thoughts on ${DIMENSION_WORDS[dimension].about}`,
    }),
  );
  const own = decisionsInOrder(decisions)
    .filter((one) => !isMadeByOthers(one) && one.why.trim() !== "")
    .slice(-MOST_DECISIONS_DRAFTED)
    .map(({ what, date, why: words }) => ({
      words: `${what.trim().replace(/[.!?…]$/, "")} (${yearOf(date)}). ${words}`,
      from: `your decision of ${dateInWords(date)}, and why`,
    }));
  const wins = checkIns
    .flatMap(({ wins: words = "", date }) => ({ words, date }))
    .filter(({ words }) => words.trim() !== "")
    .slice(-MOST_WINS_DRAFTED)
    .map(({ words, date }) => ({
      words,
      from: `your check-in of ${dateInWords(date)}: what went well`,
    }));
  return [why, ...interview, ...wants, ...reflections, ...own, ...wins];
}

/** Returns the last of each dimension, in the order of DIMENSIONS. */
function newestByDimension<T extends { readonly dimension: Dimension }>(
  list: readonly T[],
): readonly T[] {
  return DIMENSIONS.flatMap(
    (dimension) => list.findLast((one) => one.dimension === dimension) ?? [],
  );
}

/** Returns the draft, one sentence or more from each answer, as said; nothing said gives nothing. */
export function draftStatement(said: readonly SaidBefore[]): readonly DraftSentence[] {
  const seen = new Set<string>();
  return said.flatMap(({ words, from }) => {
    const text = asSentence(words);
    if (text === "" || seen.has(text)) return [];
    seen.add(text);
    return [{ text, from }];
  });
}

/** The words on one line, with a capital first and an end; otherwise as said. */
function asSentence(words: string): string {
  const text = capital(words.trim().replace(/\s+/g, " "));
  return text === "" || /[.!?…]["”’)]?$/.test(text) ? text : `${text}.`;
}

/** Returns as many whole sentences of the draft, from its beginning, as a statement takes; one a line. */
export function draftInText(draft: readonly { readonly text: string }[]): string {
  let text = "";
  for (const sentence of draft) {
    const longer = text === "" ? sentence.text : `${text}\n${sentence.text}`;
    if (longer.length <= MOST_STATEMENT_LETTERS) text = longer;
  }
  return text;
}
