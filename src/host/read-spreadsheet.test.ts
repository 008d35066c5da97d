import { expect, test } from "vitest";
import { zipOf } from "../../test/zip-bytes.ts";
import { readSpreadsheet, SHEET_ROOM } from "./read-spreadsheet.ts";
import { ZIP_LIMITS } from "./read-zip.ts";

const SHARED = `<?xml version="1.0"?><sst><si><t>OCC_CODE</t></si><si><r><t>Lamp, </t></r><r><t>"Lighters" &amp; co</t></r><rPh><t>reading</t></rPh></si></sst>`;
const ROWS = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>A_MEDIAN</t></is></c></row><row r="3"><c r="A3" t="str"><v>91-1001</v></c><c r="B3" t="s"><v>1</v></c><c r="C3"><f>1+1</f><v>41500</v></c></row>`;
const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

async function readOf(files: Readonly<Record<string, string>>, room = SHEET_ROOM) {
  const signal = new AbortController().signal;
  return readSpreadsheet(await zipOf(files), { name: "x.xlsx", signal, limits: ZIP_LIMITS, room });
}

async function csvOf(files: Readonly<Record<string, string>>, sheet = "sheet1.csv") {
  const result = await readOf(files);
  if (!result.ok) throw new Error(result.problem.code);
  return new TextDecoder().decode(result.value.files.get(sheet));
}

test("readSpreadsheet() gives the values of each sheet, empty cells too", async () => {
  const files = {
    "xl/sharedStrings.xml": SHARED,
    "xl/worksheets/sheet1.xml": sheetOf(ROWS),
    "xl/worksheets/sheet2.xml": `<x:worksheet xmlns:x="y"><x:row><x:c><x:v>7</x:v></x:c></x:row></x:worksheet>`,
    "xl/styles.xml": "not read",
  };
  expect(await csvOf(files)).toBe('OCC_CODE,,A_MEDIAN\n91-1001,"Lamp, ""Lighters"" & co",41500\n');
  expect(await csvOf(files, "sheet2.csv")).toBe("7\n");
});

test.each([
  ["no sheet", { "xl/workbook.xml": "<workbook/>" }, "it has no sheet"],
  [
    "a document type",
    { "xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY a "b">]>${sheetOf(ROWS)}` },
    "it declares a document type",
  ],
  ["broken XML", { "xl/worksheets/sheet1.xml": "<worksheet><row><" }, "its XML is broken"],
  [
    "too many columns",
    { "xl/worksheets/sheet1.xml": sheetOf('<row><c r="ZZZ1"><v>1</v></c></row>') },
    "it has too many columns",
  ],
  [
    "too many cells in one row",
    { "xl/worksheets/sheet1.xml": sheetOf(`<row>${"<c><v>1</v></c>".repeat(20_000)}</row>`) },
    "it has too many columns",
  ],
] as const)("readSpreadsheet() says what is wrong: %s", async (_, files, reason) => {
  expect(await readOf(files)).toEqual({
    ok: false,
    problem: { code: "source/spreadsheet", file: "x.xlsx", reason },
  });
});

test("readSpreadsheet() gives every line of a sheet that is read in several goes", async () => {
  const texts = Array.from({ length: 60_000 }, (_, i) => `line ${i} ${(i * i * 7919) % 1_000_003}`);
  const rows = texts.map((text) => `<row><c t="str"><v>${text}</v></c></row>`).join("");
  expect(await csvOf({ "xl/worksheets/sheet1.xml": sheetOf(rows) })).toBe(`${texts.join("\n")}\n`);
});

test("readSpreadsheet() stops where one text in many cells would fill the memory", async () => {
  // Not so regular that the zip itself would be refused.
  const long = Array.from({ length: 100_000 }, (_, i) => (i * i * 7919) % 1_000_003).join("");
  const shared = `<sst><si><t>${long}</t></si></sst>`;
  const cells = '<c t="s"><v>0</v></c>'.repeat(2000);
  // In many rows, and in one alone, whose line no string could hold.
  for (const rows of [
    cells.replaceAll("<c", "<row><c").replaceAll("/c>", "/c></row>"),
    `<row>${cells}</row>`,
  ]) {
    const files = { "xl/sharedStrings.xml": shared, "xl/worksheets/sheet1.xml": sheetOf(rows) };
    expect(await readOf(files)).toMatchObject({
      problem: { code: "source/spreadsheet", reason: "it is larger than any release" },
    });
  }
});

test("readSpreadsheet() says what is left for the next, and stops where that is too little", async () => {
  const files = { "xl/worksheets/sheet1.xml": sheetOf(ROWS) };
  const first = await readOf(files);
  const room = first.ok ? first.value.room : SHEET_ROOM;
  expect(SHEET_ROOM.xmlBytes - room.xmlBytes).toBe(sheetOf(ROWS).length);
  expect(room.textLength).toBeLessThan(SHEET_ROOM.textLength);
  expect(await readOf(files, { ...SHEET_ROOM, xmlBytes: 100 })).toMatchObject({
    problem: { code: "source/too-large", what: "unpacked size", most: 100 },
  });
  expect(await readOf(files, { ...SHEET_ROOM, textLength: 10 })).toMatchObject({
    problem: { code: "source/spreadsheet" },
  });
});

test("readSpreadsheet() takes what is no spreadsheet for a damaged zip", async () => {
  const signal = new AbortController().signal;
  const options = { name: "x.xlsx", signal, limits: ZIP_LIMITS, room: SHEET_ROOM };
  expect(await readSpreadsheet(Buffer.from("PK no"), options)).toMatchObject({
    problem: { code: "source/damaged-zip" },
  });
});
