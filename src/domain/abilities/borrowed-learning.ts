// How long an occupation takes to learn where its own catalogue does not say (ESCO): borrowed from the
// occupations nearest by title in one that does. What is borrowed is marked as such where it is shown.

import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import { rankTitles, type TitleIndex } from "../titles/title-index.ts";
import { LEARNING_MONTHS_BY_ZONE, learningMonthsOf } from "./learning-time.ts";

/** Occupations that are borrowed from, each in proportion to how sure its title is. */
export const LENDERS = 3;

export interface BorrowedLearning {
  readonly months: number;
  /** Job zone of the nearest; 0 when none is near or it has none. */
  readonly zone: number;
  /** Ids of the occupations that lent, nearest first; empty when none is near, and months as zone 3's. */
  readonly from: readonly string[];
}

/** Returns the learning time of the occupation that has this title, from those nearest to it. */
export function borrowedLearningOf(
  title: string,
  lenders: { readonly catalogue: Catalogue; readonly titles: TitleIndex },
): BorrowedLearning {
  const { catalogue, titles } = lenders;
  const near = rankTitles(titles, title, { limit: LENDERS }).flatMap(({ id, confidence }) => {
    const row = rowOf(catalogue, id);
    return row < 0 || confidence <= 0 ? [] : [{ id, row, confidence }];
  });
  const [nearest] = near;
  if (nearest === undefined) return { months: LEARNING_MONTHS_BY_ZONE[0], zone: 0, from: [] };
  const all = near.reduce((sum, { confidence }) => sum + confidence, 0);
  const months = near.reduce(
    (sum, { row, confidence }) => sum + (learningMonthsOf(catalogue, row) * confidence) / all,
    0,
  );
  return { months, zone: catalogue.zones[nearest.row] ?? 0, from: near.map(({ id }) => id) };
}
