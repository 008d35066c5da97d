// The O*NET database in its text layout, any release from 26 on, to the columns in memory: by what
// tables and columns are there. Opening the zip is host/'s work. What a release does not have is noted
// and left unknown.

import {
  blankCatalogue,
  type Catalogue,
  EDUCATION_CATEGORIES,
  EXPERIENCE_CATEGORIES,
  type IncumbentShares,
  TRAINING_CATEGORIES,
} from "../domain/occupations/catalogue.ts";
import { RATED_TABLES, readRatings } from "./onet-ratings.ts";
import {
  CODE,
  CodeFinder,
  isMissing,
  notePartlyKnown,
  numberIn,
  type OnetReading,
  openOptional,
} from "./onet-table.ts";
import { ProblemList } from "./problem-list.ts";
import {
  baseNameOf,
  listSourceFiles,
  type SourceFile,
  type SourceFiles,
  tableNameOf,
} from "./source-files.ts";
import type { SourceProblem } from "./source-problem.ts";
import { type ColumnNames, hasColumn, openTable, textOf } from "./table-scan.ts";

/** What is looked for besides; from 30.3 on, alternate titles are called job titles. */
const OTHER_TABLES = [
  "Occupation Data",
  "Scales Reference",
  "Job Zones",
  "Education, Training, and Experience",
  "Related Occupations",
  "Task Statements",
  "Alternate Titles",
  "Job Titles",
  "Sample of Reported Titles",
  "Read Me",
] as const;

/** The tables that readOnet reads; of a download nothing else need be unpacked. */
export const ONET_TABLES: readonly string[] = [
  ...OTHER_TABLES,
  ...RATED_TABLES.map(([name]) => name),
];

/** Shares of incumbents by scale: the column in memory, and how many categories it has. */
const SHARES = {
  RL: ["education", EDUCATION_CATEGORIES],
  RW: ["experience", EXPERIENCE_CATEGORIES],
  PT: ["inPlantTraining", TRAINING_CATEGORIES],
  OJ: ["onTheJobTraining", TRAINING_CATEGORIES],
} as const satisfies Record<string, readonly [keyof IncumbentShares, number]>;

/** Percentages of one occupation are rounded to two digits; further off 100, one is missing. */
const SHARE_SLACK = 2;

/**
 * Returns the catalogue of a release: id "onet", ids O*NET-SOC codes, groups their SOC codes. Mean and
 * spread of each element are over occupations, each counted once, as the release has no employment:
 * weighElementPriors() makes them those of people. A figure with Recommend Suppress = Y is left out; in
 * the shares of incumbents it is kept, since without one the others would be false.
 */
export function readOnet(files: SourceFiles): {
  catalogue: Catalogue;
  problems: readonly SourceProblem[];
} {
  const problems = new ProblemList();
  const tables = tablesOf(listSourceFiles(files), problems);
  const occupations = readOccupations(tables, problems);
  const { ids, titles } = occupations;
  const rowOfCode = new Map(ids.map((id, row) => [id, row]));
  const reading: OnetReading = { tables, problems, rowOfCode };
  const blank = blankCatalogue("onet", ids);
  if (ids.length === 0) return { catalogue: blank, problems: problems.list() };
  const release = releaseOf(tables, files);
  const catalogue: Catalogue = {
    ...blank,
    release,
    attribution: [attributionOf(release)],
    ...occupations,
    groups: ids.map((id) => id.slice(0, id.indexOf("."))),
    aliases: readAliases(reading, titles),
    tasks: readTasks(reading),
    zones: readZones(reading),
    ...readRatings(reading),
    incumbents: { ...blank.incumbents, ...readIncumbents(reading) },
    related: readRelated(reading),
  };
  return { catalogue, problems: problems.list() };
}

/** Returns the line that O*NET's licence (CC BY 4.0) asks for. */
function attributionOf(release: string): string {
  return (
    `This product includes information from the ${release} Database by the U.S. Department of Labor, ` +
    "Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a " +
    "trademark of USDOL/ETA. The information was selected and modified; USDOL/ETA has not approved, " +
    "endorsed, or tested these modifications."
  );
}

/** The files that are read, by the table's name; of two with one name the first by path. */
function tablesOf(
  files: readonly SourceFile[],
  problems: ProblemList,
): ReadonlyMap<string, SourceFile> {
  const wanted = new Map(ONET_TABLES.map((name) => [tableNameOf(name), name]));
  const tables = new Map<string, SourceFile>();
  for (const file of files) {
    const name = wanted.get(tableNameOf(file.path));
    // ESCO has a table called skills too; where both releases lie together it is none of O*NET's.
    if (name === undefined || hasColumn(file, "conceptUri")) continue;
    if (!tables.has(name)) tables.set(name, file);
    else {
      const reason = `there is another "${baseNameOf(file.path)}" beside it, which was read`;
      problems.add({ code: "source/unreadable-file", file: file.path, reason });
    }
  }
  return tables;
}

/** Its first line names the release. */
const LONGEST_READ_ME = 2000;

/** "O*NET 30.0", from the Read Me or a folder's name; "O*NET" where neither says. */
function releaseOf(tables: ReadonlyMap<string, SourceFile>, files: SourceFiles): string {
  const readMe = tables.get("Read Me");
  const start = readMe && textOf(readMe.bytes.subarray(0, LONGEST_READ_ME));
  const said = start && /O\*NET\S{0,3}\s+(\d+(?:\.\d+)?)\s+Database/i.exec(start);
  if (said) return `O*NET ${said[1]}`;
  for (const { path } of listSourceFiles(files)) {
    const named = /db_(\d+)_(\d+)/i.exec(path);
    if (named) return `O*NET ${named[1]}.${named[2]}`;
  }
  return "O*NET";
}

/** Releases have 1,016; a file of ever new codes must not fill the memory. */
const MOST_OCCUPATIONS = 5000;

function readOccupations(tables: ReadonlyMap<string, SourceFile>, problems: ProblemList) {
  const file = tables.get("Occupation Data");
  if (file === undefined)
    problems.add({ code: "source/missing-file", file: "Occupation Data.txt" });
  const wanted = { needed: [CODE, "Title"], optional: ["Description"] };
  const rows = file && openTable(file, wanted, problems);
  const kept = new Map<string, { title: string; description: string }>();
  while (rows?.next()) {
    const code = rows.text("O*NET-SOC Code");
    const title = rows.text("Title");
    if (!/^\d\d-\d{4}\.\d\d$/.test(code)) rows.note("source/bad-value", "O*NET-SOC Code");
    else if (title === "") rows.note("source/bad-value", "Title");
    else if (kept.has(code)) rows.note("source/duplicate", "O*NET-SOC Code");
    else if (kept.size >= MOST_OCCUPATIONS) rows.note("source/unknown-id", "O*NET-SOC Code");
    else kept.set(code, { title, description: rows.text("Description") });
  }
  const ids = [...kept.keys()].sort();
  return {
    ids,
    titles: ids.map((id) => kept.get(id)?.title ?? ""),
    descriptions: ids.map((id) => kept.get(id)?.description ?? ""),
  };
}

function readZones(reading: OnetReading): Uint8Array {
  const zones = new Uint8Array(reading.rowOfCode.size);
  const columns = { needed: [CODE, "Job Zone"] };
  const rows = openOptional(reading, "Job Zones", "job zones", columns);
  const finder = new CodeFinder(reading.rowOfCode);
  while (rows?.next()) {
    if (isMissing(rows.text("Job Zone"))) continue;
    const row = finder.rowOf(rows);
    if (row === -1) continue;
    const zone = numberIn(rows, "Job Zone", { least: 1, most: 5 });
    if (!Number.isNaN(zone)) zones[row] = zone;
  }
  const known = zones.reduce((sum, zone) => sum + (zone > 0 ? 1 : 0), 0);
  notePartlyKnown(reading.problems, "job zone", known, zones.length);
  return zones;
}

function readIncumbents(reading: OnetReading): IncumbentShares {
  const count = reading.rowOfCode.size;
  const name = "Education, Training, and Experience";
  const needed = [CODE, "Scale ID", "Category", "Data Value"];
  const what = "the education and training of those who work in it";
  const rows = openOptional(reading, name, what, { needed });
  const unknown = (width: number) => new Float32Array(count * width).fill(Number.NaN);
  const shares = {
    education: unknown(EDUCATION_CATEGORIES),
    experience: unknown(EXPERIENCE_CATEGORIES),
    inPlantTraining: unknown(TRAINING_CATEGORIES),
    onTheJobTraining: unknown(TRAINING_CATEGORIES),
  };
  const finder = new CodeFinder(reading.rowOfCode);
  while (rows?.next()) {
    const scale = rows.text("Scale ID");
    if (!isShareScale(scale) || isMissing(rows.text("Data Value"))) continue;
    const [column, width] = SHARES[scale];
    const row = finder.rowOf(rows);
    if (row === -1) continue;
    const category = numberIn(rows, "Category", { least: 1, most: width });
    const percent = numberIn(rows, "Data Value", { least: 0, most: 100 });
    if (!Number.isInteger(category) || Number.isNaN(percent)) continue;
    shares[column][row * width + category - 1] = percent;
  }
  const scales = Object.values(SHARES).map(
    ([column, width]) => [WORDS_OF_SHARES[column], makeShares(shares[column], width)] as const,
  );
  // Nearly always the same occupations have all four.
  const isSame = new Set(scales.map(([, known]) => known)).size === 1;
  for (const [words, known] of isSame ? scales.slice(0, 1) : scales) {
    notePartlyKnown(reading.problems, isSame ? WORDS_OF_ALL_SHARES : words, known, count);
  }
  return shares;
}

const WORDS_OF_ALL_SHARES = "figures on the education and training of those who work in them";
const WORDS_OF_SHARES: Readonly<Record<keyof IncumbentShares, string>> = {
  education: "figures on the education of those who work in them",
  experience: "figures on the experience of those who work in them",
  inPlantTraining: "figures on the training in classes of those who work in them",
  onTheJobTraining: "figures on the training on the job of those who work in them",
};

function isShareScale(scale: string): scale is keyof typeof SHARES {
  return scale in SHARES;
}

/** Turns percentages into shares that sum to 1, in place; a row that lacks some becomes unknown. */
function makeShares(percentages: Float32Array, width: number): number {
  let known = 0;
  for (let start = 0; start < percentages.length; start += width) {
    const row = percentages.subarray(start, start + width);
    const total = row.reduce((sum, value) => sum + value, 0);
    // A missing category makes the total NaN, which is not near 100 either.
    const whole = Math.abs(total - 100) <= SHARE_SLACK;
    for (const [place, value] of row.entries()) row[place] = whole ? value / total : Number.NaN;
    if (whole) known += 1;
  }
  return known;
}

function readRelated(reading: OnetReading): readonly (readonly number[])[] {
  const ranked = Array.from({ length: reading.rowOfCode.size }, (): [number, number][] => []);
  const needed: ColumnNames[] = [CODE, ["Related O*NET-SOC Code", "related_onetsoc_code"]];
  const optional: ColumnNames[] = [["Index", "related_index"]];
  const columns = { needed, optional };
  const rows = openOptional(reading, "Related Occupations", "related occupations", columns);
  const finder = new CodeFinder(reading.rowOfCode);
  const others = new CodeFinder(reading.rowOfCode);
  let order = 0;
  while (rows?.next()) {
    const row = finder.rowOf(rows);
    const other = row === -1 ? -1 : others.rowOf(rows, "Related O*NET-SOC Code");
    if (other === -1) continue;
    const index = Number(rows.text("Index"));
    order += 1;
    ranked[row]?.push([index > 0 ? index : order, other]);
  }
  return ranked.map((own) => {
    const sorted = own.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return [...new Set(sorted.map(([, other]) => other))];
  });
}

/** Core tasks first, then supplemental ones, then those not rated yet; each as the release orders them. */
const TASK_ORDER = ["Core", "Supplemental"];

function readTasks(reading: OnetReading): readonly (readonly string[])[] {
  const lists = Array.from({ length: reading.rowOfCode.size }, (): string[][] => [[], [], []]);
  const columns = { needed: [CODE, "Task"], optional: ["Task Type"] };
  const rows = openOptional(reading, "Task Statements", "tasks", columns);
  const finder = new CodeFinder(reading.rowOfCode);
  while (rows?.next()) {
    const row = finder.rowOf(rows);
    const task = rows.text("Task");
    if (row === -1 || task === "") continue;
    const kind = TASK_ORDER.indexOf(rows.text("Task Type"));
    lists[row]?.[kind === -1 ? TASK_ORDER.length : kind]?.push(task);
  }
  return lists.map((kinds) => kinds.flat());
}

function readAliases(
  reading: OnetReading,
  titles: readonly string[],
): readonly (readonly string[])[] {
  // By lower case, so that the first spelling stays; the title itself is no other name for it.
  const names = titles.map((title) => new Map<string, string>([[title.toLowerCase(), ""]]));
  const add = (row: number, name: string) => {
    const own = names[row];
    const key = name.toLowerCase();
    if (!isMissing(name) && own !== undefined && !own.has(key)) own.set(key, name);
  };
  const modern = reading.tables.has("Job Titles") && !reading.tables.has("Alternate Titles");
  const alternate = modern ? "Job Titles" : "Alternate Titles";
  for (const [table, column, what] of [
    [alternate, ["Alternate Title", "Job Title"], "other titles"],
    ["Sample of Reported Titles", ["Reported Job Title"], "reported titles"],
  ] as const) {
    const columns = { needed: [CODE, column], optional: ["Short Title"] };
    const rows = openOptional(reading, table, what, columns);
    const finder = new CodeFinder(reading.rowOfCode);
    while (rows?.next()) {
      const row = finder.rowOf(rows);
      if (row === -1) continue;
      add(row, rows.text(column[0]));
      add(row, rows.text("Short Title"));
    }
  }
  return names.map((own) => [...own.values()].filter((name) => name !== ""));
}
