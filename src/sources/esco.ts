// ESCO's CSV download, versions 1.0 to 1.2, to the columns in memory: occupations, their labels, and the
// skills that each asks for. File names come with and without a language at their end, relations by
// URI or, where it is missing, by label.

import type { Currency } from "../domain/money.ts";
import {
  blankCatalogue,
  type Catalogue,
  type SkillRequirements,
} from "../domain/occupations/catalogue.ts";
import { ProblemList } from "./problem-list.ts";
import {
  baseNameOf,
  languageOf,
  listSourceFiles,
  type SourceFile,
  type SourceFiles,
  tableNameOf,
} from "./source-files.ts";
import type { SourceProblem } from "./source-problem.ts";
import { hasColumn, openTable, type TableRows } from "./table-scan.ts";

/** The tables that readEsco reads; of a download nothing else need be unpacked. */
export const ESCO_TABLES = ["occupations", "skills", "occupationSkillRelations"] as const;
type EscoTable = (typeof ESCO_TABLES)[number];
type EscoTables = ReadonlyMap<EscoTable, SourceFile>;

const ENGLISH = "en";

/** What a concept that may be used is marked with; versions without the column have no others. */
const RELEASED = "released";
const EURO = "EUR" as Currency;

/**
 * Returns the catalogue of a version: id "esco", ids concept URIs in ascending order, groups ISCO-08
 * codes. It has no ratings, pay or education. Where the same skill is both essential and optional for an
 * occupation, it is essential.
 */
export function readEsco(files: SourceFiles): {
  catalogue: Catalogue;
  problems: readonly SourceProblem[];
} {
  const problems = new ProblemList();
  const tables = tablesOf(listSourceFiles(files), problems);
  const occupations = readOccupations(tables, problems);
  const release = releaseOf(listSourceFiles(files));
  const catalogue: Catalogue = {
    ...blankCatalogue("esco", occupations.ids),
    release,
    attribution: [
      `This service uses the ${release} classification of the European Commission (European Skills, ` +
        "Competences, Qualifications and Occupations). The information was selected and modified.",
    ],
    place: "EU",
    currency: EURO,
    ...occupations,
    skills: readSkills(tables, occupations, problems),
  };
  return { catalogue, problems: problems.list() };
}

/** Files of one language; where several lie together English ones are read, else those that come first. */
function tablesOf(files: readonly SourceFile[], problems: ProblemList): EscoTables {
  const wanted = new Map(ESCO_TABLES.map((name) => [tableNameOf(name), name]));
  // O*NET has a table called skills too; where both releases lie together it is none of ESCO's.
  const known = files.filter(
    (file) => wanted.has(tableNameOf(file.path)) && !hasColumn(file, "O*NET-SOC Code"),
  );
  const occupations = known.filter(({ path }) => wanted.get(tableNameOf(path)) === "occupations");
  const languages = [...new Set(known.map(({ path }) => languageOf(path)))].sort();
  const whole = [...new Set(occupations.map(({ path }) => languageOf(path)))].sort();
  const language = [ENGLISH, ""].find((one) => whole.includes(one)) ?? whole[0] ?? "";
  const read = new Set([language, ""]);
  const others = languages.filter((one) => !read.has(one));
  const isForeign = language !== "" && language !== ENGLISH;
  if (isForeign || others.length > 0) {
    problems.add({ code: "source/language", read: language === "" ? ENGLISH : language, others });
  }
  const tables = new Map<EscoTable, SourceFile>();
  for (const file of known.filter(({ path }) => read.has(languageOf(path)))) {
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

/** "ESCO v1.2.0" where a folder or file name says it; the files themselves never do. */
function releaseOf(files: readonly SourceFile[]): string {
  for (const { path } of files) {
    const named = /(?:^|[^0-9a-z])v?(\d)[._](\d)(?:[._](\d))?(?![0-9])/i.exec(path);
    if (named) return `ESCO v${named.slice(1).filter(Boolean).join(".")}`;
  }
  return "ESCO";
}

interface Occupation {
  readonly title: string;
  readonly description: string;
  readonly isco: string;
  readonly aliases: readonly string[];
}

function readOccupations(tables: EscoTables, problems: ProblemList) {
  const file = tables.get("occupations");
  if (file === undefined) problems.add({ code: "source/missing-file", file: "occupations_en.csv" });
  const needed = ["conceptUri", "preferredLabel"];
  const optional = [
    "iscoGroup",
    "altLabels",
    "hiddenLabels",
    "status",
    "description",
    "definition",
  ];
  const rows = file && openTable(file, { needed, optional }, problems);
  for (const column of rows === undefined ? [] : ["iscoGroup", "altLabels", "description"]) {
    if (!rows?.has(column) && file !== undefined) {
      problems.add({ code: "source/lacks-column", file: file.path, column });
    }
  }
  const kept = new Map<string, Occupation>();
  while (rows?.next()) {
    const uri = rows.text("conceptUri");
    if (!isCurrent(rows)) continue;
    if (!/^https?:\/\/\S+$/.test(uri)) rows.note("source/bad-value", "conceptUri");
    else if (rows.text("preferredLabel") === "") rows.note("source/bad-value", "preferredLabel");
    else if (kept.has(uri)) rows.note("source/duplicate", "conceptUri");
    else if (kept.size >= MOST_OCCUPATIONS) rows.note("source/unknown-id", "conceptUri");
    else kept.set(uri, occupationOf(rows));
  }
  const ids = [...kept.keys()].sort();
  const all = ids.map((id) => kept.get(id) as Occupation);
  return {
    ids,
    titles: all.map(({ title }) => title),
    descriptions: all.map(({ description }) => description),
    groups: all.map(({ isco }) => isco),
    aliases: all.map(({ aliases }) => aliases),
  };
}

function isCurrent(rows: TableRows): boolean {
  const status = rows.text("status");
  return status === "" || status === RELEASED;
}

function occupationOf(rows: TableRows): Occupation {
  const title = inOneLine(rows.text("preferredLabel"));
  const isco = rows.text("iscoGroup").replace(/^.*\/C?/, "");
  if (isco !== "" && !/^\d{1,4}$/.test(isco)) rows.note("source/bad-value", "iscoGroup");
  const description = rows.text("description") || rows.text("definition");
  return {
    title,
    description: inOneLine(description),
    isco: /^\d{1,4}$/.test(isco) ? isco : "",
    aliases: labelsOf([rows.text("altLabels"), rows.text("hiddenLabels")], title),
  };
}

/** Labels between line breaks (or " | ", as ESCO's collections have them), each once, without the title. */
function labelsOf(cells: readonly string[], title: string): readonly string[] {
  const names = new Map<string, string>([[title.toLowerCase(), ""]]);
  for (const cell of cells) {
    for (const part of cell === "" ? [] : cell.split(/\r?\n| \| /)) {
      const name = inOneLine(part);
      const key = name.toLowerCase();
      if (name !== "" && !names.has(key)) names.set(key, name);
    }
  }
  return [...names.values()].filter((name) => name !== "");
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Names of skills by URI, and URIs by label where only the label is given. */
interface SkillNames {
  readonly nameOf: ReadonlyMap<string, string>;
  readonly uriOf: ReadonlyMap<string, string>;
}

function readSkillNames(tables: EscoTables, problems: ProblemList): SkillNames {
  const nameOf = new Map<string, string>();
  const uriOf = new Map<string, string>();
  const file = tables.get("skills");
  if (file === undefined) {
    problems.add({ code: "source/lacks-table", what: "list of skills", file: "skills_en.csv" });
  }
  const columns = { needed: ["conceptUri", "preferredLabel"], optional: ["status"] };
  const rows = file && openTable(file, columns, problems);
  while (rows?.next()) {
    const uri = rows.text("conceptUri");
    const name = inOneLine(rows.text("preferredLabel"));
    if (uri === "" || name === "" || !isCurrent(rows) || nameOf.size >= MOST_SKILLS) continue;
    nameOf.set(uri, name);
    const first = uriOf.get(name.toLowerCase());
    // Two skills of one name: the lower URI, whatever order they stand in.
    if (first === undefined || uri < first) uriOf.set(name.toLowerCase(), uri);
  }
  return { nameOf, uriOf };
}

/** ESCO 1.2 has 3,039 occupations and 13,939 skills; ever new ones must not fill the memory. */
const MOST_OCCUPATIONS = 20_000;
const MOST_SKILLS = 100_000;

const NO_SKILLS = { ids: [], names: [], skills: new Int32Array(0), essential: new Uint8Array(0) };

function readSkills(
  tables: EscoTables,
  occupations: { readonly ids: readonly string[]; readonly titles: readonly string[] },
  problems: ProblemList,
): SkillRequirements {
  const names = readSkillNames(tables, problems);
  const file = tables.get("occupationSkillRelations");
  if (file === undefined) {
    const name = "occupationSkillRelations_en.csv";
    problems.add({ code: "source/lacks-table", what: "skills of occupations", file: name });
  }
  const needed = ["occupationUri", "relationType", "skillUri"];
  const optional = ["occupationLabel", "skillLabel"];
  const rows = file && openTable(file, { needed, optional }, problems);
  const count = occupations.ids.length;
  if (rows === undefined) return { ...NO_SKILLS, starts: new Int32Array(count + 1) };
  const relations = readRelations(rows, occupations, names);
  const without = relations.byRow.filter((own) => own.size === 0).length;
  if (without > 0) {
    const known = count - without;
    problems.add({ code: "source/partly-known", what: "skills", known, of: count });
  }
  return columnsOfSkills(relations);
}

interface Relations {
  /** Every skill asked for, in the order found, with its name. */
  readonly skills: ReadonlyMap<string, { readonly place: number; readonly name: string }>;
  /** For each occupation its skills (by place) and whether they are essential. */
  readonly byRow: readonly ReadonlyMap<number, boolean>[];
}

function readRelations(
  rows: TableRows,
  { ids, titles }: { readonly ids: readonly string[]; readonly titles: readonly string[] },
  { nameOf, uriOf }: SkillNames,
): Relations {
  const rowOfUri = new Map(ids.map((id, row) => [id, row]));
  const rowOfTitle = new Map(titles.map((title, row) => [title.toLowerCase(), row]));
  const skills = new Map<string, { place: number; name: string }>();
  const byRow = ids.map(() => new Map<number, boolean>());
  let lastUri = "";
  let row: number | undefined;
  while (rows.next()) {
    const uri = rows.text("occupationUri");
    if (uri === "") row = rowOfTitle.get(inOneLine(rows.text("occupationLabel")).toLowerCase());
    else if (uri !== lastUri) row = rowOfUri.get(uri);
    lastUri = uri;
    if (row === undefined) {
      rows.note("source/unknown-id", "occupationUri", uri || rows.text("occupationLabel"));
      continue;
    }
    const kind = rows.text("relationType");
    if (kind !== "essential" && kind !== "optional") {
      rows.note("source/bad-value", "relationType");
      continue;
    }
    const given = rows.text("skillUri");
    const label = given === "" ? inOneLine(rows.text("skillLabel")) : "";
    const id = given || (uriOf.get(label.toLowerCase()) ?? label);
    if (id === "") {
      rows.note("source/bad-value", "skillUri");
      continue;
    }
    let skill = skills.get(id);
    if (skill === undefined && skills.size >= MOST_SKILLS) {
      rows.note("source/unknown-id", "skillUri", id);
      continue;
    }
    if (skill === undefined) {
      const name = nameOf.get(id) ?? (inOneLine(rows.text("skillLabel")) || id);
      skill = { place: skills.size, name };
      skills.set(id, skill);
    }
    const own = byRow[row];
    if (own?.has(skill.place)) rows.note("source/duplicate", "skillUri", id);
    if (own !== undefined && own.get(skill.place) !== true) {
      own.set(skill.place, kind === "essential");
    }
  }
  return { skills, byRow };
}

function columnsOfSkills({ skills, byRow }: Relations): SkillRequirements {
  const sorted = [...skills].sort(([a], [b]) => (a < b ? -1 : 1));
  const newPlace = new Int32Array(sorted.length);
  for (const [place, [, skill]] of sorted.entries()) newPlace[skill.place] = place;
  const starts = new Int32Array(byRow.length + 1);
  for (const [row, own] of byRow.entries()) starts[row + 1] = (starts[row] ?? 0) + own.size;
  const total = starts[byRow.length] ?? 0;
  const places = new Int32Array(total);
  const essential = new Uint8Array(total);
  let at = 0;
  for (const own of byRow) {
    const ordered = [...own]
      .map(([place, must]): [number, boolean] => [newPlace[place] ?? 0, must])
      .sort((a, b) => a[0] - b[0]);
    for (const [place, must] of ordered) {
      places[at] = place;
      essential[at] = must ? 1 : 0;
      at += 1;
    }
  }
  return {
    ids: sorted.map(([id]) => id),
    names: sorted.map(([, { name }]) => name),
    starts,
    skills: places,
    essential,
  };
}
