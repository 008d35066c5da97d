// How long an occupation takes to learn: the months of specific vocational preparation (SVP) that its
// job zone stands for. Used as the half-way point of experience and, by moves/, as the months that
// unmet skill amounts to.

import type { Catalogue } from "../occupations/catalogue.ts";

/**
 * Months of specific vocational preparation by job zone, the middle of each zone's published range
 * (O*NET Job Zones: SVP below 4.0, 4 to < 6, 6 to < 7, 7 to < 8, 8 and above; U.S. Department of
 * Labor, Dictionary of Occupational Titles, Appendix C: up to 3 months, 3 months to 1 year, 1 to 2
 * years, 2 to 4 years, 4 to 10 years). Index 0 is a zone that is not known. Assumption: as zone 3.
 */
export const LEARNING_MONTHS_BY_ZONE = [18, 1.5, 7.5, 18, 36, 84] as const;

/** Returns the months that the occupation takes to learn; as zone 3 when its zone is not known. */
export function learningMonthsOf(catalogue: Catalogue, row: number): number {
  return LEARNING_MONTHS_BY_ZONE[catalogue.zones[row] ?? 0] ?? LEARNING_MONTHS_BY_ZONE[0];
}
