// Crosswalks between classifications, each known by its header: fields of study (CIP 2020 × SOC 2018),
// SOC 2010 × 2018, ISCO-08 × SOC 2010 (taken on to SOC 2018).

import type { Crosswalks } from "../domain/occupations/crosswalks.ts";
import { ProblemList } from "./problem-list.ts";
import { listSourceFiles, plainName, type SourceFile, type SourceFiles } from "./source-files.ts";
import type { SourceProblem } from "./source-problem.ts";
import { headerRowsOf, openTable, type TableRows } from "./table-scan.ts";

/** The columns by which each table is known. */
const TABLES = {
  studyFields: ["CIP2020Code", "CIP2020Title", "SOC2018Code"],
  soc2010: ["2010 SOC Code", "2018 SOC Code"],
  isco: ["ISCO-08 Code", "2010 SOC Code"],
} as const;
type TableName = keyof typeof TABLES;

/** What each is called where it is not there. */
const WORDS: Readonly<Record<TableName, string>> = {
  studyFields: "fields of study (CIP 2020 × SOC 2018)",
  soc2010: "older SOC codes (SOC 2010 × 2018)",
  isco: "ISCO-08 codes (ISCO-08 × SOC 2010)",
};

/** How the file is called on its official page. */
const FILES: Readonly<Record<TableName, string>> = {
  studyFields: "CIP2020_SOC2018_Crosswalk.xlsx",
  soc2010: "soc_2010_to_2018_crosswalk.xlsx",
  isco: "ISCO_SOC_Crosswalk.xls",
};

/** NCES writes this where a field of study leads to no occupation. */
const NO_MATCH = "99-9999";
const SOC = /^\d\d-\d{4}$/;

/**
 * Returns what the tables that are there say, and a notice of the others. ISCO needs the SOC 2010 table beside it; without it, only codes that did not change would be
 * right, so there is none.
 */
export function readCrosswalks(files: SourceFiles): {
  crosswalks: Crosswalks;
  problems: readonly SourceProblem[];
} {
  const problems = new ProblemList();
  const tables = findTables(listSourceFiles(files));
  for (const name of Object.keys(TABLES) as TableName[]) {
    if (tables[name] === undefined) {
      problems.add({ code: "source/lacks-table", what: WORDS[name], file: FILES[name] });
    }
  }
  if (tables.isco !== undefined && tables.soc2010 === undefined) {
    const reason = `its codes are of SOC 2010 and need the ${WORDS.soc2010} first. Add that table, or both together`;
    problems.add({ code: "source/unreadable-file", file: tables.isco.path, reason });
  }
  const soc2010 = readSoc2010(tables.soc2010, problems);
  const crosswalks: Crosswalks = {
    studyFields: readStudyFields(tables.studyFields, problems),
    soc2010,
    isco: readIsco(tables.isco, soc2010, problems),
  };
  return { crosswalks, problems: problems.list() };
}

/** Returns whether it is one of the tables that readCrosswalks reads. */
export function isCrosswalk(file: SourceFile): boolean {
  return crosswalkPartsOf(file).length > 0;
}

/** Returns which of the tables that readCrosswalks reads it is: "studyFields", "soc2010", "isco". */
export function crosswalkPartsOf(file: SourceFile): readonly string[] {
  return Object.keys(findTables([file]));
}

function findTables(files: readonly SourceFile[]): Partial<Record<TableName, SourceFile>> {
  const found: Partial<Record<TableName, SourceFile>> = {};
  for (const file of files) {
    const headers = headerRowsOf(file).map((row) => new Set(row.map(plainName)));
    for (const name of Object.keys(TABLES) as TableName[]) {
      const known = headers.some((header) =>
        TABLES[name].every((column) => header.has(plainName(column))),
      );
      if (known) found[name] ??= file;
    }
  }
  return found;
}

/** The code in a cell; empty, with the problem noted, where it is none. */
function codeIn(rows: TableRows, column: string, pattern: RegExp): string {
  const text = rows.text(column);
  if (pattern.test(text)) return text;
  rows.note("source/bad-value", column);
  return "";
}

function readStudyFields(
  file: SourceFile | undefined,
  problems: ProblemList,
): Crosswalks["studyFields"] {
  const rows = file && openTable(file, { needed: TABLES.studyFields }, problems);
  const fields = new Map<string, { name: string; socs: Set<string> }>();
  while (rows?.next()) {
    const cip = codeIn(rows, "CIP2020Code", /^\d\d\.\d{2,4}$/);
    const soc = codeIn(rows, "SOC2018Code", SOC);
    if (cip === "" || soc === "" || soc === NO_MATCH) continue;
    const name = rows.text("CIP2020Title").replace(/\.$/, "");
    const field = fields.get(cip) ?? { name, socs: new Set<string>() };
    field.socs.add(soc);
    fields.set(cip, field);
  }
  return [...fields]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cip, { name, socs }]) => ({ cip, name, socs: [...socs].sort() }));
}

function readSoc2010(file: SourceFile | undefined, problems: ProblemList): Crosswalks["soc2010"] {
  const rows = file && openTable(file, { needed: TABLES.soc2010 }, problems);
  const pairs = new Map<string, { from: string; to: string }>();
  while (rows?.next()) {
    const from = codeIn(rows, "2010 SOC Code", SOC);
    const to = codeIn(rows, "2018 SOC Code", SOC);
    if (from !== "" && to !== "") pairs.set(`${from} ${to}`, { from, to });
  }
  return byKey(pairs);
}

function readIsco(
  file: SourceFile | undefined,
  soc2010: Crosswalks["soc2010"],
  problems: ProblemList,
): Crosswalks["isco"] {
  const rows = file && openTable(file, { needed: TABLES.isco, optional: ["part"] }, problems);
  const newCodes = new Map<string, string[]>();
  for (const { from, to } of soc2010) newCodes.set(from, [...(newCodes.get(from) ?? []), to]);
  const pairs = new Map<string, { isco: string; soc: string; partial: boolean }>();
  while (rows?.next()) {
    if (rows.text("ISCO-08 Code") === "" && rows.text("2010 SOC Code") === "") continue;
    const isco = codeIn(rows, "ISCO-08 Code", /^\d{4}$/);
    const old = codeIn(rows, "2010 SOC Code", SOC);
    if (isco === "" || old === "") continue;
    const socs = newCodes.get(old) ?? [];
    if (socs.length === 0 && soc2010.length > 0) rows.note("source/unknown-id", "2010 SOC Code");
    for (const soc of socs) {
      const key = `${isco} ${soc}`;
      // A code that was split in 2018 is a part as well; where several rows lead there, all must be.
      const partial =
        (rows.text("part") !== "" || socs.length > 1) && (pairs.get(key)?.partial ?? true);
      pairs.set(key, { isco, soc, partial });
    }
  }
  return byKey(pairs);
}

function byKey<T>(pairs: ReadonlyMap<string, T>): readonly T[] {
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}
