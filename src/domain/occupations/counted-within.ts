// Whose figures an occupation's pay and numbers of people are, where the statistics do not tell it apart.

import { type Catalogue, rowOf } from "./catalogue.ts";

/** An O*NET-SOC code: the SOC occupation's six digits, and which part of it. */
const PART_CODE = /^(\d{2}-\d{4})\.(\d{2})$/;
/** The part that is the whole SOC occupation, or what is left of it. */
const WHOLE = "00";

export interface CountedWithin {
  /** The code of the whole, such as 29-1141.00. */
  readonly id: string;
  /** Empty where the catalogue does not have the whole. */
  readonly title: string;
}

/**
 * Returns the occupation within which pay, employment, openings and growth of this one are counted: BLS counts
 * SOC occupations alone, while O*NET-SOC divides some of them ("29-1141.03" is a part of "29-1141"; the
 * O*NET-SOC 2019 taxonomy). Undefined where it is counted by itself.
 */
export function countedWithin(catalogue: Catalogue, row: number): CountedWithin | undefined {
  const [, whole, part] = PART_CODE.exec(catalogue.ids[row] ?? "") ?? [];
  if (whole === undefined || part === WHOLE) return undefined;
  const id = `${whole}.${WHOLE}`;
  const wholeRow = rowOf(catalogue, id);
  return { id, title: wholeRow < 0 ? "" : (catalogue.titles[wholeRow] ?? "") };
}
