// Free-text titles -> ranked entries, each with the chance that it is meant. With a trained encoder the
// order is its own (learnt-ranking.ts), else it is by letters (lexical-ranking.ts). How sure a match is:
// title-confidence.ts.

import { labelOfText, type TitleIndex } from "./indexed-labels.ts";
import { listByVectors } from "./learnt-ranking.ts";
import { listByLetters } from "./lexical-ranking.ts";
import { type CandidateFacts, confidencesOf } from "./title-confidence.ts";
import { coverageOf, questionOf } from "./title-question.ts";

export {
  buildTitleIndex,
  type TitleEntry,
  type TitleIndex,
  type TitleIndexOptions,
} from "./indexed-labels.ts";

/** One answer: the entry, its label that matched best, the raw score 0–1, and the chance it is meant. */
export interface RankedTitle {
  readonly id: string;
  readonly label: string;
  readonly score: number;
  readonly confidence: number;
}

/** One entry that a title may mean, with what its confidence is worked out from. */
export interface FoundTitle extends CandidateFacts {
  readonly id: string;
  readonly label: string;
}

/** Candidates whose coverage is worked out; further down confidence is too small to say. */
const CONSIDERED = 10;

/** Coverage from which a label holds the whole title, but for rounding. */
const WHOLE = 1 - 1e-9;

/**
 * Returns the entries that the title may mean, at most `limit` (all unless told), best score first, ties by
 * id; coverage for the first ten.
 */
export function listFoundTitles(index: TitleIndex, query: string, limit = Infinity): FoundTitle[] {
  const question = index.ids.length === 0 ? undefined : questionOf(index, query);
  if (question === undefined) return [];
  const { meanings, words } = question;
  const found = listByVectors(index, question, limit) ?? listByLetters(index, question);
  return found.slice(0, limit).map(({ owner, text, score, isExact, chance }, place) => {
    const label = labelOfText(index, text);
    const isLooked = place < CONSIDERED && (chance === undefined || words.length === 1);
    const coverage = isLooked ? coverageOf(index, label, question) : 0;
    const isPart = !isExact && words.length === 1 && coverage >= WHOLE;
    const id = index.ids[owner] as string;
    return { id, label, score, isExact, isPart, coverage, meanings, chance };
  });
}

/**
 * Returns the entries that the title may mean, likeliest first, at most `limit` (10 unless told). Ties go
 * by id. Empty when nothing is alike: an empty title, another script, only signs. Any text is allowed;
 * its first 400 characters are read. A score of 1 means that a label is the title, word for word. From
 * the eleventh on confidence is 0: too small to say.
 */
export function rankTitles(
  index: TitleIndex,
  query: string,
  { limit = 10 }: { readonly limit?: number } = {},
): RankedTitle[] {
  if (typeof query !== "string") {
    throw new TypeError("Cannot rank titles: the query is not a string");
  }
  if (!(limit > 0)) return [];
  const found = listFoundTitles(index, query, Math.max(limit, CONSIDERED));
  const confidences = confidencesOf(found.slice(0, CONSIDERED));
  return found.slice(0, limit).map(({ id, label, score }, place) => {
    return { id, label, score, confidence: confidences[place] ?? 0 };
  });
}
