// Figures of the U.S. Bureau of Labor Statistics by occupation, from any of its tables that is there:
// Employment Projections (its own export, or a table with one clean column a figure) and the national
// Occupational Employment and Wage Statistics. Tables are known by their headers, not by their names.

import { blankCatalogue, type Catalogue } from "../domain/occupations/catalogue.ts";
import { ProblemList } from "./problem-list.ts";
import { listSourceFiles, plainName, type SourceFile, type SourceFiles } from "./source-files.ts";
import type { SourceProblem } from "./source-problem.ts";
import { headerRowsOf, openTable, type TableRows } from "./table-scan.ts";

/** BLS typical entry education, in its words, as EDUCATION_LEVELS counts. */
const EDUCATION: Readonly<Record<string, number>> = {
  "no formal educational credential": 1,
  "high school diploma or equivalent": 2,
  "postsecondary nondegree award": 3,
  "some college, no degree": 4,
  "associate's degree": 5,
  "bachelor's degree": 6,
  "master's degree": 8,
  "doctoral or professional degree": 11,
};

/** Hours with which BLS makes a year's pay of an hour's (OEWS, technical notes). */
export const HOURS_PER_YEAR = 2080;

/**
 * From how much a year on OEWS only says "#": May 2016 to 2021, and since May 2022. The file does not
 * say which; it is the lowest that no figure in it exceeds.
 */
const TOP_CODES = [208000, 239200];

/** Thousands, as in the projections. */
const THOUSAND = 1000;

/** What is known of one occupation; a missing number is NaN. */
interface Figures {
  title: string;
  aliases: readonly string[];
  typicalEducation: number;
  employment: number;
  annualOpenings: number;
  growth: number;
  payLow: number;
  payMedian: number;
  payHigh: number;
}

interface Reading {
  readonly problems: ProblemList;
  readonly figures: Map<string, Figures>;
  /** Codes read from the table at hand, so that a code that stands twice is seen. */
  seen: Set<string>;
  topCoded: number;
  topCode: number;
  hourlyOnly: number;
}

/**
 * Returns the catalogue: id "bls", ids SOC 2018 codes (and the few wider rows BLS makes of them), groups
 * the broad occupation each is in. Employment is that of the projections, which count the self-employed;
 * pay is that of OEWS, or its median alone from the projections.
 */
export function readBls(files: SourceFiles): {
  catalogue: Catalogue;
  problems: readonly SourceProblem[];
} {
  const reading: Reading = {
    problems: new ProblemList(),
    figures: new Map(),
    seen: new Set(),
    topCoded: 0,
    topCode: 0,
    hourlyOnly: 0,
  };
  const { wages, projections } = sortTables(listSourceFiles(files));
  // Wages first: where the projections know better, they write over.
  const releases = [
    ...wages.map((file) => readWages(reading, file)),
    ...projections.map((file) => readProjections(reading, file)),
  ].filter((release) => release !== "");
  noteLacks(reading, { wages: wages.length, projections: projections.length });
  const catalogue = catalogueOf(reading.figures, [...new Set(releases)].join(", "));
  return { catalogue, problems: reading.problems.list() };
}

/** Where each figure of the projections stands; the year is a part of some columns' names. */
interface ProjectionColumns {
  readonly code: string;
  readonly title: string;
  readonly employment: string;
  readonly percentChange: string;
  readonly openings: string;
  readonly education: string;
  readonly medianPay: string;
  readonly firstYear: string;
  readonly lastYear: string;
}

function projectionColumnsOf(file: SourceFile): ProjectionColumns | undefined {
  for (const names of headerRowsOf(file)) {
    const columns = projectionColumnsIn(names);
    if (columns !== undefined) return columns;
  }
  return undefined;
}

function projectionColumnsIn(names: readonly string[]): ProjectionColumns | undefined {
  const find = (pattern: RegExp) => names.find((name) => pattern.test(plainName(name))) ?? "";
  const years = names.flatMap((name) => /^employment(\d{4})$/.exec(plainName(name))?.[1] ?? []);
  const [firstYear = "", lastYear = ""] = [...new Set(years)].sort();
  const columns = {
    code: find(
      /^(occupationcode|soc|soccode|(\d{4})?(nationalemploymentmatrix|sococcupation)code)$/,
    ),
    title: find(/^(occupationtitle|title|(\d{4})?nationalemploymentmatrixtitle)$/),
    employment: find(new RegExp(`^employment${firstYear}$`)),
    percentChange: find(/^employment(percentchange|changepct|changepercent)/),
    openings: find(/openings/),
    education: find(/^typical(entryleveleducation|education)|^typicaleducation/),
    medianPay: find(/^medianannualwage/),
    firstYear,
    lastYear,
  };
  const known = columns.code !== "" && columns.title !== "" && firstYear !== "";
  return known && columns.percentChange + columns.openings !== "" ? columns : undefined;
}

/** Returns whether it is one of the tables that readBls reads. */
export function isBlsTable(file: SourceFile): boolean {
  return blsPartOf(file) !== undefined;
}

/** Returns which of the tables that readBls reads it is; undefined where it is none. */
export function blsPartOf(file: SourceFile): "wages" | "projections" | undefined {
  if (isWageTable(file)) return "wages";
  return projectionColumnsOf(file) === undefined ? undefined : "projections";
}

function isWageTable(file: SourceFile): boolean {
  return headerRowsOf(file).some((row) => {
    const names = new Set(row.map(plainName));
    return ["occcode", "totemp", "amedian"].every((name) => names.has(name));
  });
}

function sortTables(files: readonly SourceFile[]) {
  return {
    wages: files.filter((file) => blsPartOf(file) === "wages"),
    projections: files.filter((file) => blsPartOf(file) === "projections"),
  };
}

function noteLacks(reading: Reading, found: { wages: number; projections: number }): void {
  const { problems, figures } = reading;
  if (found.wages === 0) {
    const file = "national_M2024_dl.csv";
    problems.add({ code: "source/lacks-table", what: "range of pay (OEWS, national)", file });
  }
  if (found.projections === 0) {
    const what = "openings, growth and typical education (Employment Projections)";
    problems.add({ code: "source/lacks-table", what, file: "Employment Projections.csv" });
  }
  if (reading.topCoded > 0) {
    const { topCoded: count, topCode: least } = reading;
    problems.add({ code: "source/top-coded", count, least });
  }
  if (reading.hourlyOnly > 0) {
    const count = reading.hourlyOnly;
    problems.add({ code: "source/hourly-only", count, hours: HOURS_PER_YEAR });
  }
  const all = [...figures.values()];
  for (const [what, known] of [
    ["pay", all.filter(({ payMedian }) => !Number.isNaN(payMedian)).length],
    ["openings", all.filter(({ annualOpenings }) => !Number.isNaN(annualOpenings)).length],
  ] as const) {
    if (known > 0 && known < all.length) {
      problems.add({ code: "source/partly-known", what, known, of: all.length });
    }
  }
}

/** The row's SOC code, also where a spreadsheet was kept from eating it (="13-2011"); "" if it has none. */
function codeIn(rows: TableRows, column: string, seen: Set<string>): string {
  const text = rows.text(column);
  const code = /^=?"*(\d\d-\d{4})"*$/.exec(text)?.[1] ?? "";
  if (code === "") rows.note("source/bad-value", column);
  else if (seen.has(code)) rows.note("source/duplicate", column);
  const isNew = code !== "" && !seen.has(code);
  if (isNew) seen.add(code);
  return isNew ? code : "";
}

function figuresFor(figures: Map<string, Figures>, code: string): Figures {
  const known = figures.get(code);
  if (known !== undefined) return known;
  const blank: Figures = {
    title: "",
    aliases: [],
    typicalEducation: 0,
    employment: Number.NaN,
    annualOpenings: Number.NaN,
    growth: Number.NaN,
    payLow: Number.NaN,
    payMedian: Number.NaN,
    payHigh: Number.NaN,
  };
  figures.set(code, blank);
  return blank;
}

/** What stands for a figure that is not published. */
const NOT_PUBLISHED = new Set(["", "*", "**", "***", "~", "-", "—", "–", "N/A", "n/a", "NA"]);

/** The number in a cell: grouped, a bound (">=239,200") or none; a wrong one is noted and missing. */
function numberIn(rows: TableRows, column: string, least = 0): number {
  if (column === "") return Number.NaN;
  const text = rows.text(column);
  if (NOT_PUBLISHED.has(text)) return Number.NaN;
  const value = Number(text.replace(/^(>=|≥)\s*/, "").replace(/[,$]/g, ""));
  if (value >= least) return value;
  rows.note("source/bad-value", column);
  return Number.NaN;
}

/** Returns what the table is called, or nothing when it could not be read. */
function readProjections(reading: Reading, file: SourceFile): string {
  const columns = projectionColumnsOf(file) as ProjectionColumns;
  const { code: codeColumn, title: titleColumn, ...rest } = columns;
  const figures = Object.values(rest).filter((name) => name !== "" && !/^\d+$/.test(name));
  const optional = [...figures, "Occupation type"];
  const needed = [codeColumn, titleColumn];
  const rows = openTable(file, { needed, optional }, reading.problems);
  if (rows === undefined) return "";
  reading.seen = new Set();
  while (rows.next()) {
    if (isSummary(rows, codeColumn)) continue;
    const code = codeIn(rows, codeColumn, reading.seen);
    if (code === "") continue;
    const own = figuresFor(reading.figures, code);
    const { title, aliases } = titleAndAliases(rows.text(titleColumn));
    own.title = title;
    if (aliases.length > 0) own.aliases = aliases;
    own.employment = better(numberIn(rows, columns.employment), own.employment);
    own.annualOpenings = better(numberIn(rows, columns.openings), own.annualOpenings);
    const percent = numberIn(rows, columns.percentChange, -100);
    own.growth = better(percent / 100, own.growth);
    own.payMedian = better(own.payMedian, numberIn(rows, columns.medianPay));
    own.typicalEducation = educationIn(rows, columns.education) || own.typicalEducation;
  }
  return `BLS Employment Projections ${columns.firstYear}–${columns.lastYear.slice(-2)}`;
}

/** Totals and major groups; where there are others, a column of their own says so. Notes have no code. */
function isSummary(rows: TableRows, codeColumn: string): boolean {
  const code = rows.text(codeColumn);
  return code === "" || /-0000"*$/.test(code) || /summary/i.test(rows.text("Occupation type"));
}

function better(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value;
}

/** "Actors    * Actress* Monologist": the title, then the names people use, each behind a star. */
function titleAndAliases(text: string): { title: string; aliases: readonly string[] } {
  const [title = "", ...names] = text.split("*").map(inOneLine);
  const seen = new Set([title.toLowerCase(), ""]);
  const aliases = names.filter((name) => {
    const isNew = !seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return isNew;
  });
  return { title, aliases };
}

/** Without the marks of footnotes ("[3]") that BLS puts behind some titles. */
function inOneLine(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/ ?\[\d{1,3}\]/g, "")
    .trim();
}

function educationIn(rows: TableRows, column: string): number {
  const text = column === "" ? "" : rows.text(column);
  if (NOT_PUBLISHED.has(text)) return 0;
  const level = EDUCATION[text.toLowerCase().replaceAll("’", "'")];
  if (level === undefined) rows.note("source/bad-value", column);
  return level ?? 0;
}

const PERCENTILES = [
  ["payLow", "A_PCT10", "H_PCT10"],
  ["payMedian", "A_MEDIAN", "H_MEDIAN"],
  ["payHigh", "A_PCT90", "H_PCT90"],
] as const;

function openWages({ problems }: Reading, file: SourceFile): TableRows | undefined {
  const needed = ["OCC_CODE", "TOT_EMP", "A_MEDIAN"];
  const pay = PERCENTILES.flatMap(([, annual, hourly]) => [annual, hourly]);
  const more = ["OCC_TITLE", "O_GROUP", "OCC_GROUP", "AREA_TYPE", "I_GROUP", "OWN_CODE"];
  return openTable(file, { needed, optional: [...pay, ...more] }, problems);
}

/** Detailed occupations of the whole country in all industries; some files have others besides. */
function isNationalDetail(rows: TableRows): boolean {
  const group = rows.text("O_GROUP") || rows.text("OCC_GROUP");
  const area = rows.text("AREA_TYPE");
  const industry = rows.text("I_GROUP");
  return (
    (group === "" || group.toLowerCase() === "detailed") &&
    (area === "" || area === "1") &&
    (industry === "" || industry.toLowerCase() === "cross-industry")
  );
}

function readWages(reading: Reading, file: SourceFile): string {
  const topCode = topCodeOf(openWages(reading, file));
  const rows = openWages(reading, file);
  if (rows === undefined) return "";
  reading.seen = new Set();
  reading.topCode = topCode;
  while (rows.next()) {
    if (!isNationalDetail(rows)) continue;
    const code = codeIn(rows, "OCC_CODE", reading.seen);
    if (code === "") continue;
    const own = figuresFor(reading.figures, code);
    own.title ||= inOneLine(rows.text("OCC_TITLE"));
    own.employment = better(own.employment, numberIn(rows, "TOT_EMP") / THOUSAND);
    let hourly = false;
    for (const [figure, annual, hour] of PERCENTILES) {
      const byHour = NOT_PUBLISHED.has(rows.text(annual)) && !NOT_PUBLISHED.has(rows.text(hour));
      const factor = byHour ? HOURS_PER_YEAR : 1;
      hourly ||= byHour;
      own[figure] = payIn(reading, rows, { column: byHour ? hour : annual, factor, topCode });
    }
    if (hourly) reading.hourlyOnly += 1;
  }
  const year = WAGE_YEAR.exec(file.path)?.[1];
  return `BLS Occupational Employment and Wage Statistics${year === undefined ? "" : `, May ${year}`}`;
}

/** The year in the name that BLS gives the table, national_M2024_dl; it stands in no column. OEWS is of May. */
const WAGE_YEAR = /_M(20\d\d)_/;

function payIn(
  reading: Reading,
  rows: TableRows,
  { column, factor, topCode }: { column: string; factor: number; topCode: number },
): number {
  if (rows.text(column) !== "#") return Math.round(numberIn(rows, column) * factor);
  reading.topCoded += 1;
  return topCode;
}

/** What "#" stands for in a table: see TOP_CODES; the highest figure where it exceeds them all. */
function topCodeOf(rows: TableRows | undefined): number {
  let highest = 0;
  while (rows?.next()) {
    for (const [, annual] of PERCENTILES) {
      const value = Number(rows.text(annual).replaceAll(",", ""));
      if (value > highest) highest = value;
    }
  }
  return TOP_CODES.find((code) => code >= highest) ?? highest;
}

function catalogueOf(figures: ReadonlyMap<string, Figures>, release: string): Catalogue {
  const ids = [...figures.keys()].sort();
  const all = ids.map((id) => figures.get(id) as Figures);
  const column = (figure: (own: Figures) => number) => Float64Array.from(all, figure);
  return {
    ...blankCatalogue("bls", ids),
    release,
    attribution:
      release === ""
        ? []
        : [
            `Employment, openings, growth, typical education and pay: U.S. Bureau of Labor Statistics (${release}).`,
          ],
    groups: ids.map(broadOf),
    titles: all.map(({ title }) => title),
    aliases: all.map(({ aliases }) => aliases),
    typicalEducation: Uint8Array.from(all, ({ typicalEducation }) => typicalEducation),
    employment: column(({ employment }) => employment),
    annualOpenings: column(({ annualOpenings }) => annualOpenings),
    growth: column(({ growth }) => growth),
    payLow: column(({ payLow }) => payLow),
    payMedian: column(({ payMedian }) => payMedian),
    payHigh: column(({ payHigh }) => payHigh),
  };
}

/** The broad occupation ("29-1140" of "29-1141"), or the minor group of what is broad itself. */
function broadOf(code: string): string {
  return code.endsWith("0") ? `${code.slice(0, 4)}000` : `${code.slice(0, 6)}0`;
}
