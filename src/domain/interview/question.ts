// A question of the gap interview, and what its answer can come to. The shapes only; questions-*.ts hold the
// questions themselves, for the terminal and the web alike.

import type { Gap } from "../gaps/gap.ts";
import type { InterviewAnswer } from "../record/interview-answer.ts";
import type { Known } from "./known.ts";

export interface Option {
  readonly id: string;
  /** As the person would say it. */
  readonly label: string;
}

/** A number that may be given with the answer; each can be left out. */
export interface NumberField {
  readonly id: string;
  readonly label: string;
  readonly least: number;
  readonly most: number;
}

/** What an answer comes to. "asks" is something to find out. */
export type Outcome =
  | { readonly kind: "adds" | "asks"; readonly gap: Gap; readonly text: string }
  | { readonly kind: "removes"; readonly gapId: string; readonly text: string }
  | { readonly kind: "notes"; readonly text: string };

/** What a person says to a question. */
export type Said = Pick<InterviewAnswer, "choice" | "words" | "numbers" | "when">;

/** The answers that count so far, by question. */
export type Given = ReadonlyMap<string, Said>;

export interface Question {
  readonly id: string;
  /** Raised when its meaning or its options change; former answers keep theirs. */
  readonly version: number;
  /** What it is about: an answer counts while that is the same. */
  readonly about: readonly ("goal" | "position")[];
  /** Whether it makes sense to ask, after what was said before. */
  readonly isAsked: (known: Known, given: Given) => boolean;
  /** The question, in a sentence. */
  readonly ask: (known: Known, given: Given) => string;
  /** What it means and why it is asked. */
  readonly meaning: (known: Known) => string;
  /** What the record, the catalogue or an earlier word says of it already; sentences. */
  readonly knows: (known: Known) => readonly string[];
  /** Without "I don't know" and "skip"; empty where one's own words or figures are the answer. */
  readonly options: (known: Known) => readonly Option[];
  readonly numbers?: (known: Known) => readonly NumberField[];
  /** What one's own words are asked for; undefined where none are. */
  readonly words?: (known: Known) => string;
  /** What the date is, where one is asked for. */
  readonly when?: string;
  /** Whether "I don't know" makes sense. */
  readonly canBeUnknown: boolean;
  /** What the answer comes to; empty for nothing. Never called for a skipped question. */
  readonly comesTo: (said: Said, known: Known) => readonly Outcome[];
  /** A gentle question where the record shows otherwise; undefined where it does not. */
  readonly doubt?: (said: Said, known: Known) => string | undefined;
}

/** Figures above this are slips. */
export const MOST_COUNTED = 1000;

/** Returns the option chosen for the question; empty where it was not answered. */
export function choiceIn(given: Given, id: string): string {
  return given.get(id)?.choice ?? "";
}
