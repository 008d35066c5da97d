// The sheets of an .xlsx file as CSV text, for the tables that are published in no other form (OEWS). Values
// only: no formulas, no formats, no dates. Under the limits of zips, and a limit to what may come of it.

import { Parser } from "saxen";
import { fail, ok, type Result } from "../domain/result.ts";
import type { OpeningTrouble } from "../sources/opened-source.ts";
import { readZip, type ZipLimits } from "./read-zip.ts";

/** Columns that a sheet can have (XFD). */
const MOST_COLUMNS = 16_384;

/** Why a sheet cannot be read; only thrown and caught in this file. */
class SheetError extends Error {}

/**
 * What all spreadsheets of a download may come to together, so that many of them do no more harm than one: their
 * XML, and the letters and digits of their sheets (a text that many cells share is written out for each).
 * *Assumption*: twice O*NET 30.0 as spreadsheets, of which 180 MB and 40 MB are read.
 */
export interface SheetRoom {
  readonly xmlBytes: number;
  readonly textLength: number;
}
export const SHEET_ROOM: SheetRoom = { xmlBytes: 360_000_000, textLength: 80_000_000 };

interface SheetOptions {
  readonly name: string;
  readonly signal: AbortSignal;
  readonly limits: ZipLimits;
  readonly room: SheetRoom;
}

export interface Sheets {
  /** A CSV text for each sheet, by "<its place in the file>.csv". */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What is left for the next spreadsheet. */
  readonly room: SheetRoom;
}

/** Returns the sheets of a spreadsheet. */
export async function readSpreadsheet(
  bytes: Uint8Array,
  { name, signal, limits, room }: SheetOptions,
): Promise<Result<Sheets, OpeningTrouble>> {
  const unpacked = await unpackXml(bytes, { name, signal, limits, room });
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  const xmlBytes = [...parts.values()].reduce((sum, { length }) => sum + length, 0);
  try {
    const strings = parts.get("xl/sharedstrings.xml");
    const shared = strings === undefined ? [] : sharedStringsOf(textOf(strings));
    const sheets = new Map<string, Uint8Array>();
    let left = room.textLength;
    for (const [entry, own] of parts) {
      // What is read is let go of: bytes, text and table of a large sheet at once would be too much.
      parts.delete(entry);
      if (!entry.startsWith("xl/worksheets/")) continue;
      const csv = sheetAsCsv(textOf(own), shared, left);
      left -= csv.length;
      sheets.set(entry.slice("xl/worksheets/".length).replace(/xml$/, "csv"), csv);
    }
    if (sheets.size === 0) throw new SheetError("it has no sheet");
    return ok({
      files: sheets,
      room: { xmlBytes: room.xmlBytes - xmlBytes, textLength: left },
    });
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    return fail({ code: "source/spreadsheet", file: name, reason: error.message });
  }
}

/** The shared texts and the sheets, by their names in lower case. */
async function unpackXml(
  bytes: Uint8Array,
  { signal, limits, room }: SheetOptions,
): Promise<Result<Map<string, Uint8Array>, OpeningTrouble>> {
  const opened = await readZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
    wants: (entry) => /^xl\/(sharedStrings|worksheets\/[^/]+)\.xml$/i.test(entry),
    signal,
    onBytes: () => undefined,
    limits: { ...limits, totalBytes: Math.min(limits.totalBytes, room.xmlBytes) },
  });
  if (!opened.ok) return opened;
  return ok(new Map([...opened.value.files].map(([entry, own]) => [entry.toLowerCase(), own])));
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Names without the prefix that some programs write ("x:row"). */
function plainTag(element: string): string {
  return element.slice(element.indexOf(":") + 1);
}

interface Listener {
  readonly open: (tag: string, attributes: () => Record<string, string>) => void;
  readonly close: (tag: string) => void;
  readonly text: (text: string) => void;
}

function walk(xml: string, { open, close, text }: Listener): void {
  const parser = new Parser();
  parser.on("openTag", (element, attributes) => open(plainTag(element), attributes));
  parser.on("closeTag", (element) => close(plainTag(element)));
  parser.on("text", (found, decode) => text(decode(found)));
  parser.on("cdata", text);
  parser.on("attention", () => {
    throw new SheetError("it declares a document type");
  });
  parser.on("error", () => {
    throw new SheetError("its XML is broken");
  });
  parser.parse(xml);
}

/** Texts that cells name by their place; of the parts in several formats one text, without readings. */
function sharedStringsOf(xml: string): readonly string[] {
  const strings: string[] = [];
  let own = "";
  let inText = false;
  let inReading = false;
  walk(xml, {
    open(tag) {
      if (tag === "si") own = "";
      if (tag === "rPh") inReading = true;
      if (tag === "t") inText = !inReading;
    },
    close(tag) {
      if (tag === "si") strings.push(own);
      if (tag === "rPh") inReading = false;
      if (tag === "t") inText = false;
    },
    text(found) {
      if (inText) own += found;
    },
  });
  return strings;
}

/** Letters after which lines become bytes: not each by itself, and never all of a large sheet at once. */
const LINES_AT_ONCE = 1 << 20;

function sheetAsCsv(xml: string, shared: readonly string[], most: number): Uint8Array {
  const chunks: Buffer[] = [];
  let lines = "";
  let cells: string[] = [];
  let value = "";
  let kind = "";
  let column = -1;
  let inValue = false;
  let length = 0;
  walk(xml, {
    open(tag, attributes) {
      if (tag === "row") cells = [];
      if (tag === "c") {
        const { r = "", t = "" } = attributes();
        column = columnOf(r) ?? cells.length;
        if (column >= MOST_COLUMNS) throw new SheetError("it has too many columns");
        kind = t;
        value = "";
      }
      if (tag === "v" || tag === "t") inValue = true;
    },
    close(tag) {
      if (tag === "v" || tag === "t") inValue = false;
      if (tag === "c") {
        const cell = quoted(kind === "s" ? (shared[Number(value)] ?? "") : value);
        // Counted before cells become a line: one row alone could be more than a string can hold.
        length += cell.length + Math.max(1, column - cells.length);
        if (length > most) throw new SheetError("it is larger than any release");
        while (cells.length < column) cells.push("");
        cells[column] = cell;
      }
      if (tag === "row") {
        length += 1;
        lines += `${cells.join(",")}\n`;
        if (lines.length >= LINES_AT_ONCE) {
          chunks.push(Buffer.from(lines));
          lines = "";
        }
      }
    },
    text(found) {
      if (inValue) value += found;
    },
  });
  return Buffer.concat([...chunks, Buffer.from(lines)]);
}

/** The place of a cell's column in a row: 0 of "A7", 27 of "AB7". */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
