// What is said of one free-text title: which occupations it may mean and how sure that is. Ranking is
// title-index.ts's work; here is the shape that the rest of the house uses, and when it counts as sure.

/** One occupation that a title may mean. */
export interface TitleCandidate {
  readonly occupationId: string;
  readonly occupation: string;
  /** The catalogue's own label that matched best. */
  readonly label: string;
  /** Raw score, comparable within one ranking only. */
  readonly score: number;
  /** Chance that this is the occupation meant, 0–1. */
  readonly confidence: number;
}

/**
 * - confirmed: the person said so
 * - sure: confidence at or above SURE_CONFIDENCE, and nothing else that is known speaks against it
 * - unsure: candidates exist, none is sure; say so and offer the list
 * - none: nothing matched
 * - declined: the person said that no occupation is like it; it is not guessed at
 */
export type MatchState = "confirmed" | "sure" | "unsure" | "none" | "declined";

export interface TitleMatch {
  readonly title: string;
  readonly state: MatchState;
  /** Best first, at most ten; empty when the state is "none" or "declined". */
  readonly candidates: readonly TitleCandidate[];
}
