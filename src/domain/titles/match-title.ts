// One title of a record -> what the house says of it: sure, unsure with a list, or nothing. It never
// guesses silently. Ranking is title-index.ts's.

import type { Catalogue } from "../occupations/catalogue.ts";
import { wordsOfTitle } from "./normalise-title.ts";
import { type RankedTitle, rankTitles, type TitleEntry, type TitleIndex } from "./title-index.ts";
import type { MatchState, TitleCandidate, TitleMatch } from "./title-match.ts";

/**
 * Confidence from which a match is used without asking. Measured here (docs/method/titles.md): of the
 * matches above it four in five are right, nine in ten where a label is the title word for word.
 * Assumption: a person puts that many right without losing trust, since each is shown and can be changed.
 */
export const SURE_CONFIDENCE = 0.6;

/** Candidates kept in a match. */
export const MOST_CANDIDATES = 10;

/** Scores this near the best one are a tie that the hint may break. Assumption: below it order is noise. */
export const NEAR_TIE = 0.05;

/** Returns every occupation with the labels it is found by: its title, then its aliases. */
export function titleEntriesOf(catalogue: Catalogue): TitleEntry[] {
  return catalogue.ids.map((id, row) => ({
    id,
    labels: [catalogue.titles[row] ?? id, ...(catalogue.aliases[row] ?? [])],
  }));
}

/** Reorders the near-ties at the top by how well they match title and hint together. */
function breakNearTies(
  index: TitleIndex,
  title: string,
  hint: string,
  ranked: readonly RankedTitle[],
): readonly RankedTitle[] {
  const best = ranked[0]?.score ?? 0;
  const tied = ranked.filter(({ score }) => score >= best - NEAR_TIE);
  if (tied.length < 2 || hint.trim() === "") return ranked;
  const hinted = new Map(
    rankTitles(index, `${title} ${hint}`, { limit: index.ids.length }).map((r) => [r.id, r.score]),
  );
  const mean = tied.reduce((sum, { confidence }) => sum + confidence, 0) / tied.length;
  const ordered = [...tied].sort((a, b) => (hinted.get(b.id) ?? 0) - (hinted.get(a.id) ?? 0));
  return [
    ...ordered.map((candidate) => ({ ...candidate, confidence: mean })),
    ...ranked.slice(tied.length),
  ];
}

function stateOf(title: string, candidates: readonly TitleCandidate[]): MatchState {
  const best = candidates[0];
  if (best === undefined) return "none";
  return best.confidence >= SURE_CONFIDENCE && !isExcepted(title, best.label) ? "sure" : "unsure";
}

/** Whether the label itself leaves out what the title names: "Architects, Except Landscape and Naval". */
function isExcepted(title: string, label: string): boolean {
  const [named = "", excepted] = label.split(/\bexcept\b/i);
  if (excepted === undefined) return false;
  const left = new Set(wordsOfTitle(named));
  const out = new Set(wordsOfTitle(excepted).filter((word) => !left.has(word)));
  return wordsOfTitle(title).some((word) => out.has(word));
}

export interface MatchTitleOptions {
  /** Gives an occupation's title by its id. */
  readonly names: (id: string) => string;
  /** The occupation that the person confirmed; it comes first, with confidence 1. */
  readonly confirmed?: string;
  /** Organisation or summary; it may only order candidates that are nearly tied. */
  readonly hint?: string;
  /** Candidates kept; MOST_CANDIDATES when left out. */
  readonly most?: number;
}

/**
 * Returns what the title is taken for, best candidate first, at most ten unless more are asked for. It is not
 * sure of a label that leaves out what the title names.
 */
export function matchTitle(
  index: TitleIndex,
  title: string,
  { names, confirmed, hint, most = MOST_CANDIDATES }: MatchTitleOptions,
): TitleMatch {
  const ranked = rankTitles(index, title, { limit: most });
  const ordered = hint === undefined ? ranked : breakNearTies(index, title, hint, ranked);
  const candidates = ordered.map(({ id, label, score, confidence }) => ({
    occupationId: id,
    occupation: names(id),
    label,
    score,
    confidence,
  }));
  if (confirmed === undefined) return { title, state: stateOf(title, candidates), candidates };
  const chosen: TitleCandidate = {
    occupationId: confirmed,
    occupation: names(confirmed),
    label: title,
    score: 1,
    confidence: 1,
  };
  const others = candidates.filter(({ occupationId }) => occupationId !== confirmed);
  return { title, state: "confirmed", candidates: [chosen, ...others].slice(0, most) };
}
