// A search while one types: names that begin so (find-by-prefix.ts) and names that are alike as a whole
// (titles/), in one list. Nothing here decides what a title means; that is match-title.ts.

import { rankTitles, type TitleIndex } from "../titles/title-index.ts";
import { type Catalogue, rowOf } from "./catalogue.ts";
import { bySize, findByPrefix, type PrefixIndex, typedWordsOf } from "./find-by-prefix.ts";

/** One occupation found, by which of its names, and how near that is, 0–1, to order by. */
export interface FoundOccupation {
  readonly row: number;
  readonly label: string;
  readonly score: number;
}

export interface SearchedCatalogue {
  readonly catalogue: Catalogue;
  readonly titles: TitleIndex;
  readonly prefixes: PrefixIndex;
}

/** Results under this share of the best one's score are noise. Read by eye over forty queries. */
const LEAST_SHARE = 0.55;
/** And so is whatever is less alike than this, were it the best. */
const LEAST_SCORE = 0.25;
/** Assumption: two words that make one ("book keeper") are meant a little less surely than one written so. */
const JOINED_SHARE = 0.95;
/** Candidates of which the likeness is looked at. */
const CONSIDERED = 30;

/**
 * Returns the occupations whose names are near what is typed so far, at most `limit`: nearest first,
 * then what more people work in, then by id. Words may stand in any order, the last one may be unfinished;
 * slips, plurals, abbreviations and British spelling are forgiven. Nothing typed finds nothing.
 */
export function searchTitles(
  { catalogue, titles, prefixes }: SearchedCatalogue,
  query: string,
  { limit }: { readonly limit: number },
): readonly FoundOccupation[] {
  if (typedWordsOf(query).length === 0 || !(limit > 0)) return [];
  const best = new Map<number, FoundOccupation>();
  const isOneWord = typedWordsOf(query).length === 1;
  const keep = (found: FoundOccupation) => {
    const known = best.get(found.row);
    // The name that holds what was typed is the one to show, whichever way it scores more.
    if (known === undefined) best.set(found.row, found);
    else if (found.score > known.score) best.set(found.row, { ...known, score: found.score });
  };
  for (const hit of findByPrefix(catalogue, prefixes, query)) keep(hit);
  for (const joined of joinedReadingsOf(query)) {
    for (const hit of findByPrefix(catalogue, prefixes, joined)) {
      keep({ ...hit, score: hit.score * JOINED_SHARE });
    }
  }
  for (const { id, label, score } of rankTitles(titles, query, { limit: CONSIDERED })) {
    const row = rowOf(catalogue, id);
    // Of one word a likeness says no more than where in a name it stands, and takes "nursery" for "nurse".
    if (row >= 0 && !(isOneWord && best.has(row))) keep({ row, label, score });
  }
  const ordered = [...best.values()].sort(
    (a, b) => b.score - a.score || bySize(catalogue, a.row, b.row),
  );
  const least = Math.max(LEAST_SCORE, (ordered[0]?.score ?? 0) * LEAST_SHARE);
  return ordered.filter(({ score }) => score >= least).slice(0, limit);
}

/** Returns the query with each two neighbours as one word: "book keeper" gives "bookkeeper". */
function joinedReadingsOf(query: string): string[] {
  const words = typedWordsOf(query);
  return words
    .slice(1)
    .map((_, at) => [...words.slice(0, at), `${words[at]}${words[at + 1]}`, ...words.slice(at + 2)])
    .map((reading) => reading.join(" "));
}
