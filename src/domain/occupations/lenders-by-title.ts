// Which occupations of the working catalogue come nearest to one of another catalogue (ESCO), by its
// name alone, within what the official crosswalk allows. Where a trained encoder is there, nearness by
// what the words mean goes before this.

import { rankTitles, type TitleIndex } from "../titles/title-index.ts";
import { type Catalogue, rowOf } from "./catalogue.ts";

/** A line of the crosswalk from ISCO-08 to SOC 2018. */
export interface GroupPair {
  readonly isco: string;
  readonly soc: string;
}

/** How many are looked at; the nearest that has a figure lends it. */
export const MOST_LENDERS = 3;
/** Assumption: a name less alike than this, with no crosswalk to vouch for it, lends nothing. */
const LEAST_LIKENESS = 0.35;
const CONSIDERED = 60;

/**
 * Returns rows of the working catalogue, nearest first, at most three. Of the SOC codes that the crosswalk
 * gives for the group, those alike by name come first, then the others by how many people work in them;
 * without a crosswalk only what is clearly alike. May be empty.
 */
export function lendersByTitle(
  borrower: { readonly title: string; readonly group: string },
  working: { readonly catalogue: Catalogue; readonly titles: TitleIndex },
  crosswalk: readonly GroupPair[] | undefined,
): readonly number[] {
  const { catalogue, titles } = working;
  const socs = new Set(
    (crosswalk ?? []).filter(({ isco }) => isco === borrower.group).map(({ soc }) => soc),
  );
  const ranked = rankTitles(titles, borrower.title, { limit: CONSIDERED }).map((found) => ({
    row: rowOf(catalogue, found.id),
    score: found.score,
  }));
  if (socs.size === 0) {
    return ranked
      .filter(({ row, score }) => row >= 0 && score >= LEAST_LIKENESS)
      .slice(0, MOST_LENDERS)
      .map(({ row }) => row);
  }
  const isAllowed = (row: number) =>
    socs.has((catalogue.ids[row] ?? "").slice(0, "00-0000".length));
  const alike = ranked.map(({ row }) => row).filter((row) => row >= 0 && isAllowed(row));
  const size = (row: number) => catalogue.employment[row] || 0;
  const others = catalogue.ids
    .map((_, row) => row)
    .filter((row) => isAllowed(row) && !alike.includes(row))
    .sort((a, b) => size(b) - size(a) || a - b);
  return [...alike, ...others].slice(0, MOST_LENDERS);
}
