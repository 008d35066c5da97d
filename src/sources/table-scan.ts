// A table in text, row by row: one row at a time stands in the scan, and only the cells that are asked
// for become strings. For the big releases, whose tables have up to a hundred thousand rows; the
// starter's small files are read by csv-table.ts. Columns are found by name, in any order.

import type { ProblemList } from "./problem-list.ts";
import { plainName, type SourceFile } from "./source-files.ts";
import type { RowProblem } from "./source-problem.ts";

/** A quoted cell longer than this was never closed. The longest in ESCO 1.2 has some 20,000 characters. */
const LONGEST_CELL = 1 << 20;
/** Rows that cannot be used before a table is given up as another one. *Assumption*: no release has that many. */
const MOST_UNUSABLE = 100_000;
/** Bytes of a file in which its header is looked for. */
const LONGEST_HEADER = 1 << 16;
/** Some tables begin with what they are and who made them. The ISCO sheet has six such rows. */
const ROWS_BEFORE_HEADER = 20;
const TAB = "\t";
const COMMA = ",";

/** Walks over the rows of a text; after next() the cells of one row can be read. */
export class TableScan {
  /** Line of the file on which the row begins; the first is 1. */
  line = 0;
  private readonly text: string;
  private readonly separator: string;
  private at: number;
  private nextLine = 1;
  // Where the next of each is, so that none is looked for again and again up to the end of a text that
  // has no more of them; past the end when there is none.
  private nextQuote: number;
  private nextSeparator = -1;
  private nextFeed = -1;
  private cells: string[] | undefined;
  private starts: number[] = [];
  private ends: number[] = [];
  private count = 0;
  /** Cells beyond this many are not looked for. */
  private readonly most: number;

  constructor(text: string, separator: "\t" | ",", most = Number.POSITIVE_INFINITY) {
    this.text = text;
    this.most = most;
    this.separator = separator;
    this.at = text.startsWith("\uFEFF") ? 1 : 0;
    this.nextQuote = separator === COMMA ? -1 : text.length;
  }

  /**
   * Goes to the next row that is not empty. False at the end. "broken" when the row has a quote that is
   * never closed: it has no cells, and reading goes on with the line after its first.
   */
  next(): boolean | "broken" {
    const { text } = this;
    while (this.at < text.length) {
      const start = this.at;
      const end = this.feedFrom(start);
      this.line = this.nextLine;
      if (this.nextQuote < start) this.nextQuote = this.placeOf('"', start);
      if (this.nextQuote < end) return this.nextQuoted(start, end);
      this.at = end + 1;
      this.nextLine += 1;
      const last = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      if (last === start) continue;
      this.split(start, last);
      return true;
    }
    return false;
  }

  /** How many cells the row has. */
  get width(): number {
    return this.cells === undefined ? this.count : this.cells.length;
  }

  /** The cell's text without spaces around it; empty where the row has no such cell. */
  cell(place: number): string {
    if (this.cells !== undefined) return (this.cells[place] ?? "").trim();
    if (place < 0 || place >= this.count) return "";
    return this.text.slice(this.starts[place], this.ends[place]).trim();
  }

  private placeOf(mark: string, from: number): number {
    const place = this.text.indexOf(mark, from);
    return place === -1 ? this.text.length : place;
  }

  private separatorFrom(from: number): number {
    if (this.nextSeparator < from) this.nextSeparator = this.placeOf(this.separator, from);
    return this.nextSeparator;
  }

  private feedFrom(from: number): number {
    if (this.nextFeed < from) this.nextFeed = this.placeOf("\n", from);
    return this.nextFeed;
  }

  private split(start: number, last: number): void {
    this.cells = undefined;
    let count = 0;
    let from = start;
    for (;;) {
      const to = Math.min(last, this.separatorFrom(from));
      this.starts[count] = from;
      this.ends[count] = to;
      count += 1;
      if (to === last || count === this.most) break;
      from = to + 1;
    }
    this.count = count;
  }

  private nextQuoted(start: number, lineEnd: number): boolean | "broken" {
    const { text } = this;
    const cells: string[] = [];
    let at = start;
    let lines = 1;
    for (;;) {
      let cell = "";
      if (text[at] === '"') {
        const opened = at;
        at += 1;
        for (;;) {
          const quote = text.indexOf('"', at);
          if (quote === -1 || quote - opened > LONGEST_CELL) {
            this.at = lineEnd + 1;
            this.nextLine += 1;
            this.cells = [];
            this.nextSeparator = -1;
            this.nextFeed = -1;
            return "broken";
          }
          cell += text.slice(at, quote);
          at = quote + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at += 1;
        }
        lines += feedsIn(cell);
      }
      // The rest up to the comma or the end of the line: all of a plain cell, nothing of a quoted one.
      const end = this.feedFrom(at);
      const comma = this.separatorFrom(at);
      const ends = comma >= end;
      const rest = text.slice(at, ends ? end : comma);
      if (cells.length < this.most) {
        cells.push(cell + (ends && rest.endsWith("\r") ? rest.slice(0, -1) : rest));
      }
      at = (ends ? end : comma) + 1;
      if (ends) break;
    }
    this.cells = cells;
    this.at = at;
    this.nextLine += lines;
    return true;
  }
}

function feedsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Names a column may have, the first of them the one it is known by. */
export type ColumnNames = string | readonly [string, ...string[]];

export interface TableWanted {
  readonly needed: readonly ColumnNames[];
  /** Where one of these is not there, its cells are empty. */
  readonly optional?: readonly ColumnNames[];
}

/** A table found: its rows one after another, cells by their column's name. */
export interface TableRows {
  readonly file: string;
  /** Whether the column is there. */
  has(column: string): boolean;
  /** Goes to the next row; false at the end. Broken rows are noted and skipped. */
  next(): boolean;
  readonly line: number;
  text(column: string): string;
  /** Notes what is wrong with the row. */
  note(code: RowProblem["code"], column: string, value?: string): void;
}

/** Decodes a file as UTF-8, or as Windows-1252 when it is not (older releases, saved by Excel). */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The decoder throws for one cause only: the bytes are not UTF-8.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Returns the text with line feeds where its lines end in carriage returns alone (old Macintosh, some exports). */
function withFeeds(text: string): string {
  return text.includes("\n") ? text : text.replaceAll("\r", "\n");
}

/** Returns the cells of the first rows, in one of which the header is. */
function firstRowsOf(scan: TableScan): readonly (readonly string[])[] {
  const rows: string[][] = [];
  while (rows.length < ROWS_BEFORE_HEADER) {
    const found = scan.next();
    if (found === false) break;
    rows.push(Array.from({ length: scan.width }, (_, place) => scan.cell(place)));
  }
  return rows;
}

/** Returns tab where the first line has one, else comma. Tables with tabs have no quoting. */
function separatorOf(text: string): "\t" | "," {
  const feed = text.indexOf("\n");
  const line = text.slice(0, Math.min(feed === -1 ? text.length : feed, LONGEST_HEADER));
  return line.includes(TAB) ? TAB : COMMA;
}

/**
 * Opens a table; undefined, with the problem noted, where it cannot be read or lacks a column that is
 * needed. Columns that nobody asks for are ignored.
 */
export function openTable(
  file: SourceFile,
  wanted: TableWanted,
  problems: ProblemList,
): TableRows | undefined {
  const text = withFeeds(textOf(file.bytes));
  const name = file.path;
  if (text.includes("\0")) {
    const reason = "it is not text";
    problems.add({ code: "source/unreadable-file", file: name, reason });
    return undefined;
  }
  const separator = separatorOf(text);
  const columns = [...wanted.needed, ...(wanted.optional ?? [])];
  const needed = wanted.needed.map(firstOf);
  const first = firstRowsOf(new TableScan(text.slice(0, LONGEST_HEADER), separator));
  const headers = first.map((header) => placesOf(header, columns));
  const found = headers.findIndex((places) => needed.every((column) => places.has(column)));
  const places = headers[Math.max(0, found)] ?? new Map<string, number>();
  if (found === -1) {
    for (const column of needed.filter((one) => !places.has(one))) {
      problems.add({ code: "source/missing-column", file: name, column });
    }
    return undefined;
  }
  const scan = new TableScan(text, separator, Math.max(0, ...places.values()) + 1);
  for (let row = 0; row <= found; row++) scan.next();
  return rowsOf(name, scan, places, problems);
}

function rowsOf(
  file: string,
  scan: TableScan,
  places: ReadonlyMap<string, number>,
  problems: ProblemList,
): TableRows {
  const text = (column: string) => scan.cell(places.get(column) ?? -1);
  let unusable = 0;
  const note = (code: RowProblem["code"], column: string, value = text(column)) => {
    unusable += 1;
    problems.addRow({ code, file, line: scan.line, column, value });
  };
  return {
    file,
    has: (column) => places.has(column),
    next() {
      if (unusable > MOST_UNUSABLE) {
        const reason = `more than ${MOST_UNUSABLE} of its rows cannot be used, the rest was not read`;
        problems.add({ code: "source/unreadable-file", file, reason });
        return false;
      }
      for (;;) {
        const found = scan.next();
        if (found !== "broken") return found;
        note("source/broken-row", "", "a quote that opens in it is never closed");
      }
    },
    get line() {
      return scan.line;
    },
    text,
    note,
  };
}

function firstOf(names: ColumnNames): string {
  return typeof names === "string" ? names : names[0];
}

/** Where each column is, by the name it is known by; names are compared by letters and digits alone. */
function placesOf(
  header: readonly string[],
  columns: readonly ColumnNames[],
): ReadonlyMap<string, number> {
  const byName = new Map<string, number>();
  header.forEach((name, place) => {
    const plain = plainName(name);
    if (!byName.has(plain)) byName.set(plain, place);
  });
  const places = new Map<string, number>();
  for (const names of columns) {
    const choices = typeof names === "string" ? [names] : names;
    const place = choices
      .map((name) => byName.get(plainName(name)))
      .find((found) => found !== undefined);
    if (place !== undefined) places.set(firstOf(names), place);
  }
  return places;
}

/** Returns whether the table has a column of that name, however it is cased. */
export function hasColumn(file: SourceFile, column: string): boolean {
  const name = plainName(column);
  return headerRowsOf(file).some((row) => row.some((one) => plainName(one) === name));
}

/** Returns the first rows of a table, in one of which its header is; none of what is not text. */
export function headerRowsOf(file: SourceFile): readonly (readonly string[])[] {
  const text = withFeeds(new TextDecoder().decode(file.bytes.subarray(0, LONGEST_HEADER)));
  return text.includes("\0") ? [] : firstRowsOf(new TableScan(text, separatorOf(text)));
}
