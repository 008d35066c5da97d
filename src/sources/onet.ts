// The O*NET database in its text layout, any release from 26 on, to the columns in memory: by what
// tables and columns are there. Opening the zip is host/'s work. What a release does not have is noted
// and left unknown.

import {
  blankCatalogue,
  type Catalogue,
  EDUCATION_CATEGORIES,
  type Element,
  type ElementGroup,
  EXPERIENCE_CATEGORIES,
  type IncumbentShares,
  TRAINING_CATEGORIES,
} from "../domain/occupations/catalogue.ts";
import { weighElementPriors } from "../domain/occupations/element-priors.ts";
import { ProblemList } from "./problem-list.ts";
import {
  baseNameOf,
  listSourceFiles,
  type SourceFile,
  type SourceFiles,
  tableNameOf,
} from "./source-files.ts";
import type { SourceProblem } from "./source-problem.ts";
import { type ColumnNames, openTable, type TableRows, textOf } from "./table-scan.ts";

/** The columns are spelled in two ways: as in the text files, and as in the database's SQL files. */
const CODE: ColumnNames = ["O*NET-SOC Code", "onetsoc_code"];
const MISSING = "n/a";

/** Tables of rated elements by release: from 30.3 on, skills stand in two of them. */
const RATED_TABLES: readonly (readonly [name: string, group: ElementGroup])[] = [
  ["Skills", "skill"],
  ["Essential Skills", "skill"],
  ["Transferable Skills", "skill"],
  ["Knowledge", "knowledge"],
  ["Abilities", "ability"],
  ["Work Activities", "activity"],
];

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

/** Bounds where the release has no Scales Reference (the same in all releases from 5 to 30). */
const USUAL_BOUNDS: Readonly<Record<string, Bounds>> = {
  IM: { least: 1, most: 5 },
  LV: { least: 0, most: 7 },
};

interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Shares of incumbents by scale: the column in memory, and how many categories it has. */
const SHARES = {
  RL: ["education", EDUCATION_CATEGORIES],
  RW: ["experience", EXPERIENCE_CATEGORIES],
  PT: ["inPlantTraining", TRAINING_CATEGORIES],
  OJ: ["onTheJobTraining", TRAINING_CATEGORIES],
} as const satisfies Record<string, readonly [keyof IncumbentShares, number]>;

/** Percentages of one occupation are rounded to two digits; further off 100, one is missing. */
const SHARE_SLACK = 2;

interface Reading {
  readonly tables: ReadonlyMap<string, SourceFile>;
  readonly problems: ProblemList;
  readonly rowOfCode: ReadonlyMap<string, number>;
}

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
  const reading: Reading = { tables, problems, rowOfCode };
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
    if (name === undefined) continue;
    if (!tables.has(name)) tables.set(name, file);
    else {
      const reason = `there is another "${baseNameOf(file.path)}" beside it, which was read`;
      problems.add({ code: "source/unreadable-file", file: file.path, reason });
    }
  }
  return tables;
}

/** "O*NET 30.0", from the Read Me or a folder's name; "O*NET" where neither says. */
function releaseOf(tables: ReadonlyMap<string, SourceFile>, files: SourceFiles): string {
  const readMe = tables.get("Read Me");
  const said = readMe && /O\*NET\S*\s+(\d+(?:\.\d+)?)\s+Database/i.exec(textOf(readMe.bytes));
  if (said) return `O*NET ${said[1]}`;
  for (const { path } of listSourceFiles(files)) {
    const named = /db_(\d+)_(\d+)/i.exec(path);
    if (named) return `O*NET ${named[1]}.${named[2]}`;
  }
  return "O*NET";
}

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
    else kept.set(code, { title, description: rows.text("Description") });
  }
  const ids = [...kept.keys()].sort();
  return {
    ids,
    titles: ids.map((id) => kept.get(id)?.title ?? ""),
    descriptions: ids.map((id) => kept.get(id)?.description ?? ""),
  };
}

/** Opens a table that a release may lack; what it lacks then is noted. */
function openOptional(
  { tables, problems }: Reading,
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
class CodeFinder {
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
function numberIn(rows: TableRows, column: string, { least, most }: Bounds): number {
  const text = rows.text(column);
  const value = text === "" ? Number.NaN : Number(text);
  if (value >= least && value <= most) return value;
  rows.note("source/bad-value", column);
  return Number.NaN;
}

function readBounds({ tables, problems }: Reading): Readonly<Record<string, Bounds>> {
  const file = tables.get("Scales Reference");
  const rows = file && openTable(file, { needed: ["Scale ID", "Minimum", "Maximum"] }, problems);
  const bounds: Record<string, Bounds> = { ...USUAL_BOUNDS };
  while (rows?.next()) {
    const id = rows.text("Scale ID");
    const least = Number(rows.text("Minimum"));
    const most = Number(rows.text("Maximum"));
    if (id in USUAL_BOUNDS && least < most) bounds[id] = { least, most };
  }
  return bounds;
}

/** One rated element as its table is read: a value for each occupation, NaN where it has none. */
interface RatedElement {
  readonly id: string;
  readonly name: string;
  readonly group: ElementGroup;
  readonly importance: Float32Array;
  readonly level: Float32Array;
  /** Sum and number of the levels that the source advises against showing. */
  suppressedSum: number;
  suppressedCount: number;
}

function readRatings(reading: Reading): Pick<Catalogue, "elements" | "importance" | "level"> {
  const bounds = readBounds(reading);
  const found = new Map<string, RatedElement>();
  noteMissingRatings(reading);
  for (const [name, group] of RATED_TABLES) {
    const file = reading.tables.get(name);
    if (file !== undefined) readRatedTable(reading, file, { group, bounds, found });
  }
  const rated = [...found.values()]
    .filter(({ level }) => level.some((value) => !Number.isNaN(value)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return columnsOfRatings(reading, rated);
}

function noteMissingRatings({ tables, problems }: Reading): void {
  if (!tables.has("Skills")) {
    const halves = ["Essential Skills", "Transferable Skills"];
    const missing = halves.filter((name) => !tables.has(name));
    for (const name of missing.length === 2 ? ["Skills"] : missing) {
      problems.add({ code: "source/lacks-table", what: "ratings of skills", file: `${name}.txt` });
    }
  }
  for (const [name, what] of [
    ["Knowledge", "ratings of knowledge"],
    ["Abilities", "ratings of abilities"],
    ["Work Activities", "ratings of work activities"],
  ] as const) {
    if (!tables.has(name)) problems.add({ code: "source/lacks-table", what, file: `${name}.txt` });
  }
}

function readRatedTable(
  { problems, rowOfCode }: Reading,
  file: SourceFile,
  into: {
    readonly group: ElementGroup;
    readonly bounds: Readonly<Record<string, Bounds>>;
    readonly found: Map<string, RatedElement>;
  },
): void {
  const needed = [CODE, "Element ID", "Scale ID", "Data Value"];
  const optional = ["Element Name", "Recommend Suppress"];
  const rows = openTable(file, { needed, optional }, problems);
  if (rows === undefined) return;
  if (!rows.has("Recommend Suppress")) {
    problems.add({ code: "source/lacks-column", file: file.path, column: "Recommend Suppress" });
  }
  const finder = new CodeFinder(rowOfCode);
  let suppressed = 0;
  while (rows.next()) {
    const scale = rows.text("Scale ID");
    const bounds = into.bounds[scale];
    const text = rows.text("Data Value");
    if (bounds === undefined || text === MISSING) continue;
    const row = finder.rowOf(rows);
    const id = rows.text("Element ID");
    if (row === -1) continue;
    if (id === "") {
      rows.note("source/bad-value", "Element ID");
      continue;
    }
    const value = numberIn(rows, "Data Value", bounds);
    if (Number.isNaN(value)) continue;
    const element = elementIn(
      into.found,
      id,
      rows.text("Element Name"),
      into.group,
      rowOfCode.size,
    );
    if (rows.text("Recommend Suppress") === "Y") {
      suppressed += 1;
      if (scale === "LV") {
        element.suppressedSum += value;
        element.suppressedCount += 1;
      }
      continue;
    }
    const column = scale === "LV" ? element.level : element.importance;
    if (Number.isNaN(column[row])) column[row] = value;
    else rows.note("source/duplicate", "Element ID");
  }
  if (suppressed > 0) {
    problems.add({ code: "source/suppressed", file: file.path, count: suppressed });
  }
}

function elementIn(
  found: Map<string, RatedElement>,
  id: string,
  name: string,
  group: ElementGroup,
  count: number,
): RatedElement {
  const known = found.get(id);
  if (known !== undefined) return known;
  const element: RatedElement = {
    id,
    name: name === "" ? id : name,
    group,
    importance: new Float32Array(count).fill(Number.NaN),
    level: new Float32Array(count).fill(Number.NaN),
    suppressedSum: 0,
    suppressedCount: 0,
  };
  found.set(id, element);
  return element;
}

function columnsOfRatings(
  { rowOfCode, problems }: Reading,
  rated: readonly RatedElement[],
): Pick<Catalogue, "elements" | "importance" | "level"> {
  const width = rated.length;
  const count = rowOfCode.size;
  const importance = new Float32Array(count * width);
  const level = new Float32Array(count * width);
  let known = 0;
  for (let row = 0; row < count; row++) {
    let any = false;
    for (const [place, element] of rated.entries()) {
      const value = element.level[row] ?? Number.NaN;
      level[row * width + place] = value;
      importance[row * width + place] = element.importance[row] ?? Number.NaN;
      any ||= !Number.isNaN(value);
    }
    if (any) known += 1;
  }
  notePartlyKnown(problems, "ratings", known, count);
  const blank: readonly Element[] = rated.map(({ id, name, group }) => ({
    id,
    name,
    group,
    priorMean: 0,
    priorSd: 1,
    unlistedLevel: 0,
    anchors: [],
  }));
  const ids = [...rowOfCode.keys()];
  const weighed = weighElementPriors(
    { elements: blank, level, ids },
    new Uint8Array(count).fill(1),
  );
  const elements = weighed.map((element, place) => {
    const { suppressedSum, suppressedCount } = rated[place] as RatedElement;
    const enough = suppressedCount >= LEAST_SUPPRESSED;
    const unlistedLevel = enough ? suppressedSum / suppressedCount : element.priorMean;
    return { ...element, unlistedLevel };
  });
  return { elements, importance, level };
}

/**
 * A level that is left out is nearly always a low one (knowledge that hardly anybody in the occupation
 * has; in 30.0 those 4,860 levels have a median of 0.4, the others of 2.9), so the mean of those left
 * out stands for each of them. With fewer than this the mean of the others does. *Assumption.*
 */
const LEAST_SUPPRESSED = 5;

function notePartlyKnown(problems: ProblemList, what: string, known: number, of: number): void {
  if (known > 0 && known < of) problems.add({ code: "source/partly-known", what, known, of });
}

function readZones(reading: Reading): Uint8Array {
  const zones = new Uint8Array(reading.rowOfCode.size);
  const columns = { needed: [CODE, "Job Zone"] };
  const rows = openOptional(reading, "Job Zones", "job zones", columns);
  const finder = new CodeFinder(reading.rowOfCode);
  while (rows?.next()) {
    if (rows.text("Job Zone") === MISSING) continue;
    const row = finder.rowOf(rows);
    if (row === -1) continue;
    const zone = numberIn(rows, "Job Zone", { least: 1, most: 5 });
    if (!Number.isNaN(zone)) zones[row] = zone;
  }
  const known = zones.reduce((sum, zone) => sum + (zone > 0 ? 1 : 0), 0);
  notePartlyKnown(reading.problems, "a job zone", known, zones.length);
  return zones;
}

function readIncumbents(reading: Reading): IncumbentShares {
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
    if (!isShareScale(scale) || rows.text("Data Value") === MISSING) continue;
    const [column, width] = SHARES[scale];
    const row = finder.rowOf(rows);
    if (row === -1) continue;
    const category = numberIn(rows, "Category", { least: 1, most: width });
    const percent = numberIn(rows, "Data Value", { least: 0, most: 100 });
    if (!Number.isInteger(category) || Number.isNaN(percent)) continue;
    shares[column][row * width + category - 1] = percent;
  }
  for (const [column, width] of Object.values(SHARES)) {
    const known = makeShares(shares[column], width);
    notePartlyKnown(reading.problems, WORDS_OF_SHARES[column], known, count);
  }
  return shares;
}

const WORDS_OF_SHARES: Readonly<Record<keyof IncumbentShares, string>> = {
  education: "shares by education",
  experience: "shares by experience",
  inPlantTraining: "shares by training in classes at work",
  onTheJobTraining: "shares by training on the job",
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

function readRelated(reading: Reading): readonly (readonly number[])[] {
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

function readTasks(reading: Reading): readonly (readonly string[])[] {
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

function readAliases(reading: Reading, titles: readonly string[]): readonly (readonly string[])[] {
  // By lower case, so that the first spelling stays; the title itself is no other name for it.
  const names = titles.map((title) => new Map<string, string>([[title.toLowerCase(), ""]]));
  const add = (row: number, name: string) => {
    const own = names[row];
    const key = name.toLowerCase();
    if (name !== "" && name !== MISSING && own !== undefined && !own.has(key)) own.set(key, name);
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
