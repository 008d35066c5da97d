// What all of O*NET's tables share: where each is, how an occupation's code finds its row, how a number
// is read.

import type { ProblemList } from "./problem-list.ts";
import type { SourceFile } from "./source-files.ts";
import { type ColumnNames, openTable, type TableRows } from "./table-scan.ts";

/** The columns are spelled in two ways: as in the text files, and as in the database's SQL files. */
export const CODE: ColumnNames = ["O*NET-SOC Code", "onetsoc_code"];
export const MISSING = "n/a";

/** Whether a cell says that nothing is known: "n/a", or empty, as some editions have it. */
export function isMissing(text: string): boolean {
  return text === "" || text.toLowerCase() === MISSING;
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export interface OnetReading {
  readonly tables: ReadonlyMap<string, SourceFile>;
  readonly problems: ProblemList;
  readonly rowOfCode: ReadonlyMap<string, number>;
}

/** Opens a table that a release may lack; what it lacks then is noted. */
export function openOptional(
  { tables, problems }: OnetReading,
  name: string,
  what: string,
  columns: { needed: readonly ColumnNames[]; optional?: readonly ColumnNames[] },
): TableRows | undefined {
  const file = tables.get(name);
  if (file !== undefined) return openTable(file, columns, problems);
  problems.add({ code: "source/lacks-table", what, file: `${name}.txt` });
  return undefined;
}

/** Finds the row of a table's occupation code; most rows have the same code as the one before. */
export class CodeFinder {
  private last = "";
  private lastRow = -1;
  private readonly rowOfCode: ReadonlyMap<string, number>;

  constructor(rowOfCode: ReadonlyMap<string, number>) {
    this.rowOfCode = rowOfCode;
  }

  /** The occupation's row; −1, with the problem noted, where there is no such occupation. */
  rowOf(rows: TableRows, column = "O*NET-SOC Code"): number {
    const code = rows.text(column);
    if (code !== this.last) {
      this.last = code;
      this.lastRow = this.rowOfCode.get(code) ?? -1;
    }
    if (this.lastRow === -1) rows.note("source/unknown-id", column);
    return this.lastRow;
  }
}

/** The number in a cell; NaN, with the problem noted, where it is none or out of bounds. */
export function numberIn(rows: TableRows, column: string, { least, most }: Bounds): number {
  const text = rows.text(column);
  const value = text === "" ? Number.NaN : Number(text);
  if (value >= least && value <= most) return value;
  rows.note("source/bad-value", column);
  return Number.NaN;
}

export function notePartlyKnown(
  problems: ProblemList,
  what: string,
  known: number,
  of: number,
): void {
  if (known > 0 && known < of) problems.add({ code: "source/partly-known", what, known, of });
}
