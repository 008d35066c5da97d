// How long an occupation takes to learn where its own catalogue does not say (ESCO): borrowed from the
// occupations of the working catalogue that come nearest. What is borrowed is marked where it is shown.

import type { Catalogue } from "../occupations/catalogue.ts";
import { findLenders, type GroupPair } from "../occupations/find-lenders.ts";
import type { TitleIndex } from "../titles/title-index.ts";
import { LEARNING_MONTHS_BY_ZONE, learningMonthsOf } from "./learning-time.ts";

export interface BorrowedLearning {
  /** The mean of the lenders'; zone 3's where there are none. */
  readonly months: number;
  /** Rows of the working catalogue, nearest first; may be empty. */
  readonly from: readonly number[];
}

/** Where to borrow from: the working catalogue, and the crosswalk where there is one. */
export interface Lending {
  readonly catalogue: Catalogue;
  readonly titles: TitleIndex;
  readonly crosswalk: readonly GroupPair[] | undefined;
}

/** Returns the learning time of the other catalogue's occupation, from the nearest whose zone is known. */
export function borrowedLearningOf(
  other: Catalogue,
  row: number,
  { catalogue, titles, crosswalk }: Lending,
): BorrowedLearning {
  const borrower = {
    catalogueId: other.id,
    id: other.ids[row] ?? "",
    title: other.titles[row] ?? "",
    group: other.groups[row] ?? "",
  };
  const from = findLenders(borrower, { catalogue, titles }, crosswalk).filter(
    (lender) => (catalogue.zones[lender] ?? 0) > 0,
  );
  if (from.length === 0) return { months: LEARNING_MONTHS_BY_ZONE[0], from };
  const sum = from.reduce((total, lender) => total + learningMonthsOf(catalogue, lender), 0);
  return { months: sum / from.length, from };
}
