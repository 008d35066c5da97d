// The career statement: what the person works for, in their own words. Every version that was kept stays;
// the newest one counts. What it can be drafted from is draft-statement.ts.

import type { CalendarDate } from "../calendar-date.ts";

export interface CareerStatement {
  readonly id: string;
  readonly text: string;
  /** When it was kept. */
  readonly date: CalendarDate;
}

/** Letters that a statement may have. Assumption: half a page; what is longer is no statement any more. */
export const MOST_STATEMENT_LETTERS = 1500;

/** Returns the statement that counts, the newest; undefined where none was kept. */
export function presentStatement(
  statements: readonly CareerStatement[],
): CareerStatement | undefined {
  return statements.at(-1);
}
