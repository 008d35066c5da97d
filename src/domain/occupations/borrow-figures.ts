// What an occupation's own catalogue does not know (ESCO has no zone, education or pay) is borrowed from
// the nearest occupation that has it, one occupation for each figure, so that it can be said whose it is.
// Counts of people and openings are never borrowed: they are of that occupation and of no other.

import type { OccupationFigures } from "./occupation-figures.ts";

/** The figures that may be borrowed, in the order in which they are told. */
export const BORROWABLE = [
  "pay",
  "zone",
  "typicalEducation",
  "education",
  "experience",
  "inPlantTraining",
  "onTheJobTraining",
] as const satisfies readonly (keyof OccupationFigures)[];
export type Borrowable = (typeof BORROWABLE)[number];

/** An occupation that may lend its figures. */
export interface Lender {
  readonly id: string;
  readonly title: string;
  readonly figures: OccupationFigures;
}

export interface Borrowed {
  readonly figure: Borrowable;
  readonly from: Pick<Lender, "id" | "title">;
}

/**
 * Returns the figures with what is missing taken from the first of the lenders (nearest first) that has
 * it, and a list of what was borrowed from whom. What is known is never replaced; without lenders nothing
 * changes.
 */
export function borrowFigures(
  figures: OccupationFigures,
  lenders: readonly Lender[],
): { readonly figures: OccupationFigures; readonly borrowed: readonly Borrowed[] } {
  const borrowed: Borrowed[] = [];
  const taken: { -readonly [Figure in Borrowable]?: OccupationFigures[Figure] } = {};
  const take = <Figure extends Borrowable>(figure: Figure) => {
    if (figures[figure] !== undefined) return;
    const lender = lenders.find((one) => one.figures[figure] !== undefined);
    if (lender === undefined) return;
    taken[figure] = lender.figures[figure];
    borrowed.push({ figure, from: { id: lender.id, title: lender.title } });
  };
  for (const figure of BORROWABLE) take(figure);
  return { figures: { ...figures, ...taken }, borrowed };
}
