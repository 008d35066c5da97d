// What a person answered in the gap interview, as they said it, and what that came to on the day. The questions are
// src/domain/interview's; of several answers to one question the newest counts.

import type { CalendarDate, PartialDate } from "../calendar-date.ts";

export const EFFECT_KINDS = ["adds", "removes", "asks", "notes"] as const;

/** What an answer came to: a gap added or removed, something to find out, or only a word kept. */
export interface AnswerEffect {
  readonly kind: (typeof EFFECT_KINDS)[number];
  /** The gap that it is about; absent for a word that is only kept. */
  readonly gapId?: string;
  /** As it was told to the person. */
  readonly text: string;
}

export interface InterviewAnswer {
  readonly id: string;
  readonly questionId: string;
  /** Of the question's wording, as it stood then. */
  readonly questionVersion: number;
  readonly date: CalendarDate;
  /** The option's id; UNKNOWN, SKIPPED, or empty where the question has no options. */
  readonly choice: string;
  /** In the person's own words. */
  readonly words?: string;
  /** By the field's id. */
  readonly numbers?: Readonly<Record<string, number>>;
  readonly when?: PartialDate;
  /** The position that was held then, where the question is about it. */
  readonly positionId?: string;
  /** The goal's occupation, where the question is about the goal. */
  readonly goalOccupation?: string;
  readonly effects: readonly AnswerEffect[];
}

/** "I don't know": something to find out. */
export const UNKNOWN = "unknown";
/** "Skip": nothing is made of it, and it can be answered any day. */
export const SKIPPED = "skip";

/** Characters of one's own words that an answer takes; a page of a letter has some 3,000. Assumption. */
export const MOST_WORDS = 4000;
