// Releases that are published as several tables, on pages of their own, and so are added one by one: what is
// given now takes the place of the same tables from before and is completed by the others.

import { blsPartOf } from "./bls.ts";
import { crosswalkPartsOf } from "./crosswalks.ts";
import { listSourceFiles, type SourceFile, type SourceFiles } from "./source-files.ts";
import type { SourceKind } from "./wanted-files.ts";

/** A table with what it is of the release: "wages", "projections". */
export interface PartTable {
  readonly part: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What each part is called in a sentence. */
export const PART_NAMES: Readonly<Record<string, string>> = {
  wages: "the wages (OEWS)",
  projections: "the Employment Projections",
  studyFields: "the fields of study (CIP 2020 × SOC 2018)",
  soc2010: "the older SOC codes (SOC 2010 × 2018)",
  isco: "the ISCO-08 codes",
};

/** Returns whether a release of this kind comes in parts that can be added one by one. */
export function comesInParts(kind: SourceKind): kind is "bls" | "crosswalks" {
  return kind === "bls" || kind === "crosswalks";
}

/** Returns the tables that a reader of this kind reads, by their parts; files that are none are left out. */
export function partTablesOf(kind: SourceKind, files: SourceFiles): readonly PartTable[] {
  if (!comesInParts(kind)) return [];
  const partsOf = kind === "bls" ? partsOfBls : crosswalkPartsOf;
  return listSourceFiles(files).flatMap(({ path, bytes }) =>
    partsOf({ path, bytes }).map((part) => ({ part, path, bytes })),
  );
}

function partsOfBls(file: SourceFile): readonly string[] {
  const part = blsPartOf(file);
  return part === undefined ? [] : [part];
}

/**
 * Returns the tables of both: what is given, and of the earlier ones those of parts that are not given. The result
 * is what giving all of them at once would be, in whatever order they came.
 */
export function completeTables<Table extends PartTable>(
  given: readonly Table[],
  earlier: readonly Table[],
): { readonly tables: readonly Table[]; readonly kept: readonly string[] } {
  const parts = new Set(given.map(({ part }) => part));
  const rest = earlier.filter(({ part }) => !parts.has(part));
  return { tables: [...given, ...rest], kept: [...new Set(rest.map(({ part }) => part))].sort() };
}

/** Returns the tables as files for a reader; two parts may have come in files of one name. */
export function filesOfTables(tables: readonly PartTable[]): ReadonlyMap<string, Uint8Array> {
  return new Map(tables.map(({ part, path, bytes }) => [`${part}/${path}`, bytes]));
}
