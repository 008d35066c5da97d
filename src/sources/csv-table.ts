// One CSV file by its header: rows whose cells are asked for by column name, with what is wrong in
// them noted as problems. Nothing here knows what the columns mean.

import { parseCsvText } from "./csv-text.ts";
import type { SourceProblem } from "./source-problem.ts";

interface CsvTable {
  readonly file: string;
  readonly columns: ReadonlyMap<string, number>;
  readonly problems: SourceProblem[];
}

/** One row; asking for a bad cell notes a problem and spoils the row. */
export class CsvRow {
  /** False as soon as a cell that was asked for is wrong; the row should then be left out. */
  sound = true;
  private readonly table: CsvTable;
  private readonly line: number;
  private readonly cells: readonly string[];

  constructor(table: CsvTable, line: number, cells: readonly string[]) {
    this.table = table;
    this.line = line;
    this.cells = cells;
  }

  /** The cell's text without spaces around it; empty where the column or the cell is missing. */
  text(column: string): string {
    const place = this.table.columns.get(column);
    return place === undefined ? "" : (this.cells[place] ?? "").trim();
  }

  /** The cell's parts between semicolons; none for an empty cell. */
  list(column: string): readonly string[] {
    const text = this.text(column);
    return text === "" ? [] : text.split(";").map((part) => part.trim());
  }

  /** The cell's number; NaN where it is empty; spoils the row where it is none or out of range. */
  number(
    column: string,
    least = Number.NEGATIVE_INFINITY,
    most = Number.POSITIVE_INFINITY,
  ): number {
    return this.text(column) === "" ? Number.NaN : this.needed(column, least, most);
  }

  /** The cell's number, which must be there. */
  needed(
    column: string,
    least = Number.NEGATIVE_INFINITY,
    most = Number.POSITIVE_INFINITY,
  ): number {
    const text = this.text(column);
    const value = Number(text);
    // Not written as "least <= value": a bound that is missing itself (NaN) bounds nothing.
    const fits = text !== "" && Number.isFinite(value) && !(value < least) && !(value > most);
    if (fits) return value;
    this.spoil("source/bad-value", column);
    return Number.NaN;
  }

  /** The cell when it is one of the choices; spoils the row and gives the first otherwise. */
  choice<T extends string>(column: string, choices: readonly [T, ...T[]]): T {
    const text = this.text(column);
    const found = choices.find((choice) => choice === text);
    if (found === undefined) this.spoil("source/bad-value", column);
    return found ?? choices[0];
  }

  /** Notes a problem and marks the row as not to be used. */
  spoil(
    code: "source/bad-value" | "source/unknown-id" | "source/duplicate",
    column: string,
    value = this.text(column),
  ): void {
    this.sound = false;
    this.table.problems.push({ code, file: this.table.file, line: this.line, column, value });
  }
}

/**
 * Returns the rows of a CSV file with a header row; none, with the problem noted, when the file is
 * missing, is not CSV at all, or lacks a column. Columns that nobody asks for are ignored.
 */
export function readCsvTable(
  files: ReadonlyMap<string, Uint8Array>,
  file: string,
  columns: readonly string[],
  problems: SourceProblem[],
): readonly CsvRow[] {
  const bytes = files.get(file);
  if (bytes === undefined) {
    problems.push({ code: "source/missing-file", file });
    return [];
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The decoder throws for one cause only: the bytes are not UTF-8.
    problems.push({ code: "source/unreadable-file", file, reason: "not UTF-8 text" });
    return [];
  }
  const parsed = parseCsvText(text);
  if (!parsed.ok) {
    const reason = `the quote opened on line ${parsed.openQuoteLine} is not closed`;
    problems.push({ code: "source/unreadable-file", file, reason });
    return [];
  }
  const [header, ...rest] = parsed.lines;
  const places = new Map((header?.cells ?? []).map((name, place) => [name.trim(), place]));
  const missing = columns.filter((column) => !places.has(column));
  for (const column of missing) problems.push({ code: "source/missing-column", file, column });
  if (missing.length > 0) return [];
  const table = { file, columns: places, problems };
  return rest.map((row) => new CsvRow(table, row.line, row.cells));
}
