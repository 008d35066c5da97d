// The starter catalogue, from its CSV files (data/starter/) to the columns in memory. Columns are found
// by name; a bad row is left out and reported with its file and line; a missing number stays missing.

import { type Currency, type ThreePoint, US_DOLLAR } from "../domain/money.ts";
import {
  type Anchor,
  blankCatalogue,
  type Catalogue,
  CREDENTIAL_KINDS,
  type CredentialTemplate,
  EDUCATION_CATEGORIES,
  EDUCATION_LEVELS,
  ELEMENT_GROUPS,
  type Element,
  EXPERIENCE_CATEGORIES,
  type IncumbentShares,
  type Licence,
  type LicenceByCode,
  type Rung,
  type StudyField,
} from "../domain/occupations/catalogue.ts";
import { type CsvRow, readCsvTable } from "./csv-table.ts";
import type { SourceProblem } from "./source-problem.ts";

/** The files that make up the starter catalogue. */
export const STARTER_FILES = [
  "aliases.csv",
  "anchors.csv",
  "credentials.csv",
  "elements.csv",
  "fields.csv",
  "incumbents.csv",
  "licences-elsewhere.csv",
  "licences.csv",
  "occupations.csv",
  "related.csv",
  "requirements.csv",
  "rungs.csv",
] as const;

/** What the figures were taken from. */
export const STARTER_RELEASE =
  "Starter catalogue: O*NET 30.0 and 29.3, BLS projections 2024–34, BLS OEWS May 2024, CIP 2020";
/** The attribution that O*NET's licence (CC BY 4.0) asks for, and the other sources. */
export const STARTER_ATTRIBUTION: readonly string[] = [
  "This product includes information from the O*NET 30.0 Database by the U.S. Department of Labor, " +
    "Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is " +
    "a trademark of USDOL/ETA. The information was selected, rounded and modified; USDOL/ETA has not " +
    "approved, endorsed, or tested these modifications.",
  "Employment, openings, growth, typical education and pay: U.S. Bureau of Labor Statistics, " +
    "Employment Projections 2024–34 and Occupational Employment and Wage Statistics, May 2024.",
  "Fields of study: CIP 2020 to SOC 2018 crosswalk, National Center for Education Statistics.",
];

const OCCUPATION_ID = /^\d\d-\d{4}\.\d\d$/;
const TOP_LEVEL = EDUCATION_LEVELS.length;
/** The levels for which anchors.csv has a column ("level_2"), ascending. */
const ANCHOR_LEVELS = [2, 4, 6] as const;

interface Reading {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly problems: SourceProblem[];
  readonly rowOfId: ReadonlyMap<string, number>;
}

/**
 * Returns the catalogue as far as its files can be read, the licences of occupations that only a full
 * release has, and everything that is wrong in the files.
 */
export function readStarter(files: ReadonlyMap<string, Uint8Array>): {
  catalogue: Catalogue;
  licencesElsewhere: readonly LicenceByCode[];
  problems: readonly SourceProblem[];
} {
  const problems: SourceProblem[] = [];
  const occupations = readOccupations(files, problems);
  const { ids } = occupations;
  const rowOfId = new Map(ids.map((id, row) => [id, row]));
  const reading: Reading = { files, problems, rowOfId };
  const elements = readElements(reading);
  const blank = blankCatalogue("starter", ids);
  const catalogue: Catalogue = {
    ...blank,
    release: STARTER_RELEASE,
    attribution: STARTER_ATTRIBUTION,
    place: "US",
    currency: US_DOLLAR,
    ...occupations,
    groups: ids.map((id) => id.slice(0, id.indexOf("."))),
    aliases: readLists(reading, "aliases.csv", "aliases"),
    elements,
    ...readRequirements(reading, elements),
    incumbents: { ...blank.incumbents, ...readIncumbents(reading) },
    licences: readLicences(reading),
    rungs: readRungs(reading),
    credentials: readCredentials(reading),
    fields: readFields(reading),
    related: readRelated(reading),
  };
  const licencesElsewhere = readLicencesElsewhere(reading);
  checkCredentialIds(catalogue, licencesElsewhere, problems);
  return { catalogue, licencesElsewhere, problems };
}

function readOccupations(files: ReadonlyMap<string, Uint8Array>, problems: SourceProblem[]) {
  const columns = ["id", "title", "description", "zone", "typical_education"];
  const kept = new Map<string, { row: CsvRow; figures: number[] }>();
  for (const row of readCsvTable(files, "occupations.csv", columns, problems)) {
    const id = row.text("id");
    if (!OCCUPATION_ID.test(id)) row.spoil("source/bad-value", "id");
    if (kept.has(id)) row.spoil("source/duplicate", "id");
    if (row.text("title") === "") row.spoil("source/bad-value", "title");
    const figures = [
      row.number("zone", 1, 5),
      row.number("typical_education", 1, TOP_LEVEL),
      row.number("employment_thousands", 0),
      row.number("annual_openings_thousands", 0),
      row.number("growth_percent", -100) / 100,
      row.number("pay_p10", 0),
      row.number("pay_median", 0),
      row.number("pay_p90", 0),
    ];
    if (row.sound) kept.set(id, { row, figures });
  }
  const ids = [...kept.keys()].sort();
  const rows = ids.map((id) => kept.get(id) as { row: CsvRow; figures: number[] });
  const column = (place: number) => rows.map(({ figures }) => figures[place] ?? Number.NaN);
  return {
    ids,
    titles: rows.map(({ row }) => row.text("title")),
    descriptions: rows.map(({ row }) => row.text("description")),
    zones: Uint8Array.from(column(0)),
    typicalEducation: Uint8Array.from(column(1)),
    employment: Float64Array.from(column(2)),
    annualOpenings: Float64Array.from(column(3)),
    growth: Float64Array.from(column(4)),
    payLow: Float64Array.from(column(5)),
    payMedian: Float64Array.from(column(6)),
    payHigh: Float64Array.from(column(7)),
  };
}

/** The row that the cell's occupation has; spoils the row where there is none. */
function occupationOf(reading: Reading, row: CsvRow): number {
  const place = reading.rowOfId.get(row.text("occupation"));
  if (place === undefined) row.spoil("source/unknown-id", "occupation");
  return place ?? 0;
}

/** The rows of the occupations in a list cell; one that is not known spoils the row. */
function occupationsOf(reading: Reading, row: CsvRow, column: string): readonly number[] {
  const rows: number[] = [];
  for (const id of row.list(column)) {
    const place = reading.rowOfId.get(id);
    if (place === undefined) row.spoil("source/unknown-id", column, id);
    else rows.push(place);
  }
  return rows;
}

function threePointOf(row: CsvRow, name: string): ThreePoint {
  const low = row.needed(`${name}_low`, 0);
  const likely = row.needed(`${name}_likely`, low);
  const high = row.needed(`${name}_high`, likely);
  return { low, likely, high };
}

function yesNo(row: CsvRow, column: string): boolean {
  return row.choice(column, ["no", "yes"]) === "yes";
}

function levelOrNone(row: CsvRow, column: string): number {
  return row.needed(column, 0, TOP_LEVEL);
}

function readLists(reading: Reading, file: string, column: string): readonly (readonly string[])[] {
  const lists: (readonly string[])[] = Array.from({ length: reading.rowOfId.size }, () => []);
  for (const row of readCsvTable(reading.files, file, ["occupation", column], reading.problems)) {
    const place = occupationOf(reading, row);
    if (row.sound) lists[place] = row.list(column);
  }
  return lists;
}

function readRelated(reading: Reading): readonly (readonly number[])[] {
  const related: (readonly number[])[] = Array.from({ length: reading.rowOfId.size }, () => []);
  const columns = ["occupation", "related"];
  for (const row of readCsvTable(reading.files, "related.csv", columns, reading.problems)) {
    const place = occupationOf(reading, row);
    const others = occupationsOf(reading, row, "related");
    if (row.sound) related[place] = others;
  }
  return related;
}

function readElements({ files, problems }: Reading): readonly Element[] {
  const anchors = readAnchors(files, problems);
  const elements = new Map<string, Element>();
  const columns = ["id", "name", "group", "prior_mean", "prior_sd", "unlisted_level"];
  for (const row of readCsvTable(files, "elements.csv", columns, problems)) {
    const element: Element = {
      id: row.text("id"),
      name: row.text("name"),
      group: row.choice("group", ELEMENT_GROUPS),
      priorMean: row.needed("prior_mean", 0, 7),
      priorSd: row.needed("prior_sd", 0.01, 7),
      unlistedLevel: row.needed("unlisted_level", 0, 7),
      anchors: anchors.get(row.text("id"))?.anchors ?? [],
    };
    if (elements.has(element.id)) row.spoil("source/duplicate", "id");
    if (row.sound) elements.set(element.id, element);
  }
  for (const [id, { row }] of anchors) {
    if (!elements.has(id)) row.spoil("source/unknown-id", "element");
  }
  return [...elements.values()];
}

function readAnchors(
  files: ReadonlyMap<string, Uint8Array>,
  problems: SourceProblem[],
): ReadonlyMap<string, { row: CsvRow; anchors: readonly Anchor[] }> {
  const anchors = new Map<string, { row: CsvRow; anchors: readonly Anchor[] }>();
  const names = ANCHOR_LEVELS.map((level) => `level_${level}`);
  for (const row of readCsvTable(files, "anchors.csv", ["element", ...names], problems)) {
    const id = row.text("element");
    const own = ANCHOR_LEVELS.map((level) => ({ level, text: row.text(`level_${level}`) }));
    for (const anchor of own) {
      if (anchor.text === "") row.spoil("source/bad-value", `level_${anchor.level}`);
    }
    if (anchors.has(id)) row.spoil("source/duplicate", "element");
    if (row.sound) anchors.set(id, { row, anchors: own });
  }
  return anchors;
}

function readRequirements(
  reading: Reading,
  elements: readonly Element[],
): { importance: Float32Array; level: Float32Array } {
  const width = elements.length;
  const placeOfElement = new Map(elements.map((element, place) => [element.id, place]));
  const importance = new Float32Array(reading.rowOfId.size * width).fill(Number.NaN);
  const level = new Float32Array(reading.rowOfId.size * width).fill(Number.NaN);
  const columns = ["occupation", "element", "importance", "level"];
  for (const row of readCsvTable(reading.files, "requirements.csv", columns, reading.problems)) {
    const occupation = occupationOf(reading, row);
    const element = placeOfElement.get(row.text("element"));
    if (element === undefined) row.spoil("source/unknown-id", "element");
    const values = [row.needed("importance", 1, 5), row.needed("level", 0, 7)] as const;
    const place = occupation * width + (element ?? 0);
    if (!Number.isNaN(level[place]) && row.sound) row.spoil("source/duplicate", "element");
    if (!row.sound) continue;
    importance[place] = values[0];
    level[place] = values[1];
  }
  return { importance, level };
}

function readIncumbents(reading: Reading): Pick<IncumbentShares, "education" | "experience"> {
  const count = reading.rowOfId.size;
  const education = new Float32Array(count * EDUCATION_CATEGORIES).fill(Number.NaN);
  const experience = new Float32Array(count * EXPERIENCE_CATEGORIES).fill(Number.NaN);
  const names = (scale: string, categories: number) =>
    Array.from({ length: categories }, (_, i) => `${scale}_${i + 1}`);
  const groups = [
    { shares: education, columns: names("rl", EDUCATION_CATEGORIES) },
    { shares: experience, columns: names("rw", EXPERIENCE_CATEGORIES) },
  ];
  const columns = ["occupation", ...groups.flatMap((group) => group.columns)];
  for (const row of readCsvTable(reading.files, "incumbents.csv", columns, reading.problems)) {
    const occupation = occupationOf(reading, row);
    for (const group of groups) {
      const values = group.columns.map((column) => row.number(column, 0, 1));
      const total = values.reduce((sum, value) => sum + value, 0);
      // Rounded shares rarely sum to 1; none at all, or a missing one, leaves the row unknown.
      if (!row.sound || !(total > 0)) continue;
      const shares = values.map((value) => value / total);
      group.shares.set(shares, occupation * group.columns.length);
    }
  }
  return { education, experience };
}

const LICENCE_COLUMNS = ["occupation", "licence", "minimum_education", "exam", "place", "source"];

function licenceOf(row: CsvRow): Omit<Licence, "occupation"> {
  for (const column of ["licence", "place", "source"]) {
    if (row.text(column) === "") row.spoil("source/bad-value", column);
  }
  return {
    name: row.text("licence"),
    minimumEducation: levelOrNone(row, "minimum_education"),
    exam: row.text("exam"),
    place: row.text("place"),
    source: row.text("source"),
    credentials: row.list("credentials"),
    ...(row.text("part_only") !== "" && yesNo(row, "part_only") ? { partOnly: true } : {}),
  };
}

function readLicences(reading: Reading): readonly Licence[] {
  const licences: Licence[] = [];
  const { files, problems } = reading;
  for (const row of readCsvTable(files, "licences.csv", LICENCE_COLUMNS, problems)) {
    const licence = { occupation: occupationOf(reading, row), ...licenceOf(row) };
    if (row.sound) licences.push(licence);
  }
  return licences;
}

/** An occupation of this catalogue spoils its row: its licences stand in licences.csv. */
function readLicencesElsewhere({ files, problems, rowOfId }: Reading): readonly LicenceByCode[] {
  const licences: LicenceByCode[] = [];
  for (const row of readCsvTable(files, "licences-elsewhere.csv", LICENCE_COLUMNS, problems)) {
    const occupationId = row.text("occupation");
    if (!OCCUPATION_ID.test(occupationId)) row.spoil("source/bad-value", "occupation");
    if (rowOfId.has(occupationId)) row.spoil("source/duplicate", "occupation");
    const licence = { occupationId, ...licenceOf(row) };
    if (row.sound) licences.push(licence);
  }
  return licences;
}

function readRungs(reading: Reading): readonly Rung[] {
  const rungs: Rung[] = [];
  const columns = ["occupation", "id", "name", "order", "usual_months_before", "source"];
  for (const row of readCsvTable(reading.files, "rungs.csv", columns, reading.problems)) {
    const rung: Rung = {
      occupation: occupationOf(reading, row),
      id: row.text("id"),
      name: row.text("name"),
      order: row.needed("order", 1, 20),
      titleWords: row.list("title_words"),
      usualMonthsBefore: row.needed("usual_months_before", 0, 600),
      source: row.text("source"),
    };
    if (row.sound) rungs.push(rung);
  }
  return rungs;
}

function readCredentials(reading: Reading): readonly CredentialTemplate[] {
  const credentials = new Map<string, CredentialTemplate>();
  const columns = [
    "id",
    "name",
    "kind",
    "education_level",
    "entry_level",
    "hours_likely",
    "source",
  ];
  for (const row of readCsvTable(reading.files, "credentials.csv", columns, reading.problems)) {
    const credential: CredentialTemplate = {
      id: row.text("id"),
      name: row.text("name"),
      kind: row.choice("kind", CREDENTIAL_KINDS),
      educationLevel: levelOrNone(row, "education_level"),
      entryLevel: levelOrNone(row, "entry_level"),
      hours: threePointOf(row, "hours"),
      money: threePointOf(row, "money"),
      currency: row.text("currency") as Currency,
      minimumMonths: row.needed("minimum_months", 0, 240),
      waitWeeks: threePointOf(row, "wait_weeks"),
      daytime: yesNo(row, "daytime"),
      passRate: row.number("pass_rate", 0.01, 1),
      admission: yesNo(row, "admission"),
      after: row.list("after"),
      preparesFor: occupationsOf(reading, row, "prepares_for"),
      source: row.text("source"),
    };
    if (!/^[A-Z]{3}$/.test(credential.currency)) row.spoil("source/bad-value", "currency");
    if (credential.source === "") row.spoil("source/bad-value", "source");
    if (credentials.has(credential.id)) row.spoil("source/duplicate", "id");
    if (row.sound) credentials.set(credential.id, credential);
  }
  return [...credentials.values()];
}

function readFields(reading: Reading): readonly StudyField[] {
  const fields: StudyField[] = [];
  const columns = ["cip", "name", "keywords", "occupations"];
  for (const row of readCsvTable(reading.files, "fields.csv", columns, reading.problems)) {
    const field: StudyField = {
      cip: row.text("cip"),
      name: row.text("name"),
      keywords: row.list("keywords"),
      occupations: occupationsOf(reading, row, "occupations"),
    };
    if (row.sound) fields.push(field);
  }
  return fields;
}

/** Notes credentials that another one or a licence names and that are not there. */
function checkCredentialIds(
  catalogue: Catalogue,
  licencesElsewhere: readonly LicenceByCode[],
  problems: SourceProblem[],
): void {
  const known = new Set(catalogue.credentials.map((credential) => credential.id));
  const note = (file: string, column: string, ids: readonly string[]) => {
    for (const value of ids.filter((id) => !known.has(id))) {
      problems.push({ code: "source/unknown-id", file, line: 0, column, value });
    }
  };
  for (const credential of catalogue.credentials)
    note("credentials.csv", "after", credential.after);
  for (const licence of catalogue.licences)
    note("licences.csv", "credentials", licence.credentials);
  for (const licence of licencesElsewhere)
    note("licences-elsewhere.csv", "credentials", licence.credentials);
}
