// What a search looks through: the working catalogue and, where it was added, ESCO, each with its
// indexes. Beginnings of words are indexed at the first search and kept as long as the catalogue is.

import type { Catalogue } from "../../domain/occupations/catalogue.ts";
import { buildPrefixIndex, type PrefixIndex } from "../../domain/occupations/find-by-prefix.ts";
import type { SearchedCatalogue } from "../../domain/occupations/search-titles.ts";
import type { OperationContext } from "../context.ts";

/** "working" is what plans are made with; "esco" the European list beside it. */
export const SEARCHED = ["working", "esco"] as const;
export type SearchedName = (typeof SEARCHED)[number];

const prefixesOf = new WeakMap<Catalogue, PrefixIndex>();

/** Returns the one named, or undefined where it was not added. */
export async function searchedCatalogue(
  context: OperationContext,
  name: SearchedName,
): Promise<SearchedCatalogue | undefined> {
  const isWorking = name === "working";
  const catalogue = isWorking ? await context.catalogue() : await context.esco();
  const titles = isWorking ? await context.titles() : await context.escoTitles();
  if (catalogue === undefined || titles === undefined) return undefined;
  const prefixes = prefixesOf.get(catalogue) ?? buildPrefixIndex(catalogue);
  prefixesOf.set(catalogue, prefixes);
  return { catalogue, titles, prefixes };
}
