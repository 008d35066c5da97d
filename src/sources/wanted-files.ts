// Which files of a download each reader wants, and how to tell that it is the right download at all.
// Everything else in a zip or a folder is left where it is.

import { isBlsTable } from "./bls.ts";
import { isCrosswalk } from "./crosswalks.ts";
import { ESCO_TABLES } from "./esco.ts";
import { ONET_TABLES } from "./onet.ts";
import { baseNameOf, folderOf, languageOf, type SourceFile, tableNameOf } from "./source-files.ts";

export const SOURCE_KINDS = ["onet", "esco", "bls", "crosswalks"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface WantedFiles {
  /** What people call it. */
  readonly name: string;
  /** Whether a file of this path may be read. */
  readonly wants: (path: string) => boolean;
  /** Whether this file shows that the download is what it should be. */
  readonly proves: (file: SourceFile) => boolean;
  /** Whether all tables of a release lie in one folder. */
  readonly isOneFolder: boolean;
  /** What such a download has in it, for people to look for. */
  readonly expected: string;
}

const ONET_NAMES = new Set(ONET_TABLES.map(tableNameOf));
const ESCO_NAMES = new Set(ESCO_TABLES.map(tableNameOf));

export const WANTED: Readonly<Record<SourceKind, WantedFiles>> = {
  onet: {
    name: "O*NET",
    wants: (path) => (isTable(path) || isSheet(path)) && ONET_NAMES.has(tableNameOf(path)),
    proves: ({ path }) => tableNameOf(path) === "occupationdata",
    isOneFolder: true,
    expected: "“Occupation Data”, as in the database's text edition (db_30_0_text.zip)",
  },
  esco: {
    name: "ESCO",
    wants: (path) => isTable(path) && ESCO_NAMES.has(tableNameOf(path)),
    proves: ({ path }) => tableNameOf(path) === "occupations",
    isOneFolder: true,
    expected: "“occupations_en.csv”, as in the classification's CSV download",
  },
  bls: {
    name: "BLS",
    wants: (path) => isTable(path) || isSheet(path),
    proves: isBlsTable,
    isOneFolder: false,
    expected: "the Employment Projections or the national OEWS table",
  },
  crosswalks: {
    name: "crosswalks",
    wants: (path) => isTable(path) || isSheet(path),
    proves: isCrosswalk,
    isOneFolder: false,
    expected: "CIP 2020 × SOC 2018, SOC 2010 × 2018 or ISCO-08 × SOC 2010",
  },
};

/** Returns the kind of download that files of these names are in, where the names tell it. */
export function kindByNames(paths: readonly string[]): SourceKind | undefined {
  const names = new Set(paths.filter((path) => isTable(path) || isSheet(path)).map(tableNameOf));
  if (names.has("occupationdata")) return "onet";
  return names.has("occupations") && names.has("skills") ? "esco" : undefined;
}

/**
 * Returns whether what proves a release lies in more than one folder: two releases side by side, whose tables
 * would be mixed. The same release in several languages is one.
 */
export function holdsSeveralReleases(kind: SourceKind, files: readonly SourceFile[]): boolean {
  const { isOneFolder, proves } = WANTED[kind];
  if (!isOneFolder) return false;
  const paths = files.filter(proves).map(({ path }) => path);
  const byLanguage = [...Map.groupBy(paths, languageOf).values()];
  return byLanguage.some((same) => new Set(same.map(folderOf)).size > 1);
}

/** What a Mac or an editor leaves behind is no table. */
function isHidden(path: string): boolean {
  return /(^|[/\\])(\.|__MACOSX[/\\]|~\$)/.test(path);
}

function isTable(path: string): boolean {
  return /\.(txt|tsv|csv)$/i.test(baseNameOf(path)) && !isHidden(path);
}

/** Returns whether it is a spreadsheet file, by its name. */
export function isSheet(path: string): boolean {
  return /\.xlsx$/i.test(baseNameOf(path)) && !isHidden(path);
}
