// Somebody who holds an occupation now, for whoever asks for routes without a record: a bench, a researcher.
// Where a real person stands is abilities/standing-of.ts's.

import type { Standing } from "../abilities/standing.ts";
import { settledStanding } from "../moves/rank-moves.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";

/**
 * Returns where somebody stands who has been in the occupation for three years and is in it now, paid, with its usual
 * schooling and licences, and nothing else on record. An occupation that the catalogue does not have: RangeError.
 */
export function settledPerson(catalogue: Catalogue, occupationId: string): Standing {
  const row = rowOf(catalogue, occupationId);
  if (row < 0) throw new RangeError(`Cannot settle a person: unknown occupation "${occupationId}"`);
  const occupation = catalogue.titles[row] ?? "";
  return {
    ...settledStanding(catalogue, row),
    matches: [
      {
        positionId: "position",
        title: occupation,
        organisation: "",
        paid: true,
        present: true,
        match: {
          title: occupation,
          state: "sure",
          candidates: [{ occupationId, occupation, label: occupation, score: 1, confidence: 1 }],
        },
      },
    ],
  };
}
