// Whether a person is in an occupation already: then a goal in it is a step up, not a way in.

import type { Catalogue } from "../occupations/catalogue.ts";
import type { Standing } from "./standing.ts";

/**
 * Returns whether the occupation is held now in paid work. Whoever does it unpaid, or did it last, is heading
 * for a position in it.
 */
export function isHeldForPay(catalogue: Catalogue, standing: Standing, row: number): boolean {
  const id = catalogue.ids[row];
  return (
    standing.presentRows.includes(row) &&
    standing.matches.some(
      ({ present, paid, match }) => present && paid && match.candidates[0]?.occupationId === id,
    )
  );
}
