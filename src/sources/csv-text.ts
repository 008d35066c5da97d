// CSV text (RFC 4180) to cells. A reader of our own because the starter catalogue is read at every
// start: with csv-parse that took 165 ms and 40 ms more to load it, with this 30 to 60 (measured here,
// cold, Node 26, on a busy two-core machine). csv-parse is the oracle in its test.

export interface CsvLine {
  readonly cells: readonly string[];
  /** The line of the file on which the row begins; the first is 1. */
  readonly line: number;
}

export type CsvText =
  | { readonly ok: true; readonly lines: readonly CsvLine[] }
  /** A quoted cell that begins on this line never ends. */
  | { readonly ok: false; readonly openQuoteLine: number };

/**
 * Returns the rows with their cells. Empty lines are left out, a byte-order mark is dropped, rows may
 * differ in length. A quote counts only at the beginning of a cell; "" inside a quoted cell is one quote.
 */
export function parseCsvText(text: string): CsvText {
  const lines: CsvLine[] = [];
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const end = endOfLine(source, at);
    const plain = source.slice(at, source[end - 1] === "\r" ? end - 1 : end);
    if (!plain.includes('"')) {
      if (plain !== "") lines.push({ cells: plain.split(","), line });
      at = end + 1;
      line += 1;
      continue;
    }
    const row = readQuotedRow(source, at);
    if (row === undefined) return { ok: false, openQuoteLine: line };
    lines.push({ cells: row.cells, line });
    at = row.next;
    line += row.linesRead;
  }
  return { ok: true, lines };
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf("\n", from);
  return end === -1 ? source.length : end;
}

/** Reads one row in which quotes occur, from its first character; undefined when one stays open. */
function readQuotedRow(
  source: string,
  from: number,
): { cells: string[]; next: number; linesRead: number } | undefined {
  const cells: string[] = [];
  let at = from;
  let linesRead = 1;
  for (;;) {
    let cell = "";
    if (source[at] === '"') {
      at += 1;
      for (;;) {
        const quote = source.indexOf('"', at);
        if (quote === -1) return undefined;
        const part = source.slice(at, quote);
        cell += part;
        linesRead += part.split("\n").length - 1;
        at = quote + 1;
        if (source[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    // The rest up to the comma or the end of the line: all of a plain cell, nothing of a quoted one.
    const end = endOfLine(source, at);
    const comma = source.indexOf(",", at);
    const ends = comma === -1 || comma > end;
    const rest = source.slice(at, ends ? end : comma);
    cells.push(cell + (ends && rest.endsWith("\r") ? rest.slice(0, -1) : rest));
    if (ends) return { cells, next: end + 1, linesRead };
    at = comma + 1;
  }
}
