// Problems as they are found, a limited number of each kind: a file of a million bad rows must not make
// a million problems. What is beyond the limit is counted.

import type { RowProblem, SourceProblem } from "./source-problem.ts";

/** Rows listed of one file and one kind of problem. *Assumption*: enough to see the pattern. */
export const ROWS_LISTED = 50;

export class ProblemList {
  private readonly problems: SourceProblem[] = [];
  private readonly counts = new Map<string, { first: RowProblem; count: number }>();

  add(problem: SourceProblem): void {
    this.problems.push(problem);
  }

  /** Notes a row that cannot be used; beyond the limit it is only counted. */
  addRow(problem: RowProblem): void {
    const key = `${problem.code} ${problem.file}`;
    const sofar = this.counts.get(key);
    if (sofar === undefined) this.counts.set(key, { first: problem, count: 1 });
    else sofar.count += 1;
    if ((sofar?.count ?? 1) <= ROWS_LISTED) this.problems.push(problem);
  }

  /** Returns all of them in the order found, with the counts of what is beyond the limit at the end. */
  list(): readonly SourceProblem[] {
    const more: SourceProblem[] = [];
    for (const { first, count } of this.counts.values()) {
      if (count > ROWS_LISTED) {
        more.push({
          code: "source/more-rows",
          problem: first.code,
          file: first.file,
          count: count - ROWS_LISTED,
        });
      }
    }
    return [...this.problems, ...more];
  }
}
