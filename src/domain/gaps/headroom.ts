// Headroom: whether a step up at the present employer is likely to open for this person. The openings
// and the rivals are the person's to say; nothing in the record shows them.

/** DESIGN 6.3: years within which the step up is looked for. */
export const HEADROOM_YEARS = 2;

/** DESIGN 6.3: under an even chance is a red flag. */
export const HEADROOM_RED_FLAG = 0.5;

/**
 * Returns P(a step up is yours within two years) = 1 − exp(−2λ / (1 + r)), with λ openings above you a
 * year and r rivals for each. 0 without openings.
 */
export function headroomChance(openingsPerYear: number, rivals: number): number {
  return 1 - Math.exp((-HEADROOM_YEARS * openingsPerYear) / (1 + rivals));
}

/** Returns whether the chance is under even. */
export function isHeadroomRedFlag(openingsPerYear: number, rivals: number): boolean {
  return headroomChance(openingsPerYear, rivals) < HEADROOM_RED_FLAG;
}
