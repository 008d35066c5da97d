// Which occupations of the working catalogue come nearest to one of another catalogue (ESCO), to borrow
// figures from: by what a trained encoder has learnt of both where there is one, else by the names alone;
// within what the official crosswalk allows where that is there. Nobody says that two are the same.

import { nearestOccupations } from "../titles/nearest-occupations.ts";
import type { TitleEncoder } from "../titles/title-encoder.ts";
import { rankTitles, type TitleIndex } from "../titles/title-index.ts";
import { type Catalogue, rowOf } from "./catalogue.ts";
import { socOf } from "./soc-code.ts";

/** A line of the crosswalk from ISCO-08 to SOC 2018. */
export interface GroupPair {
  readonly isco: string;
  readonly soc: string;
}

export interface Borrower {
  /** Of the catalogue that the occupation is in. */
  readonly catalogueId: string;
  readonly id: string;
  readonly title: string;
  /** ISCO-08 code; empty if none. */
  readonly group: string;
}

/** How many are looked at; the nearest that has a figure lends it. */
export const MOST_LENDERS = 3;
/**
 * How near is near: within the crosswalk's codes, and with nothing to vouch for it. By names, assumptions
 * (read over a dozen of them); by what was learnt, see nearest-occupations.ts: .6 and more where people would
 * agree.
 */
const NAME_BARS = [0.3, 0.45] as const;
const LEARNT_BARS = [0.35, 0.5] as const;
/** Assumption: of what is clearly less alike than the nearest, no figure is taken either. */
const SHARE_OF_NEAREST = 0.8;
const CONSIDERED = 60;

interface Near {
  readonly row: number;
  readonly nearness: number;
}

/**
 * Returns rows of the working catalogue, nearest first, at most three: those that are alike among the SOC
 * codes that the crosswalk gives for the group; else whatever is clearly alike, since a group may be all
 * that fits no other; else the codes of the group by how many people work in them. May be empty.
 */
export function findLenders(
  borrower: Borrower,
  working: { readonly catalogue: Catalogue; readonly titles: TitleIndex },
  crosswalk: readonly GroupPair[] | undefined,
): readonly number[] {
  const { catalogue } = working;
  const learnt = learntNeighbours(borrower, working);
  const near = learnt.length > 0 ? learnt : alikeByName(borrower, working);
  const [alike, clearly] = learnt.length > 0 ? LEARNT_BARS : NAME_BARS;
  const socs = new Set(
    (crosswalk ?? []).filter(({ isco }) => isco === borrower.group).map(({ soc }) => soc),
  );
  const isAllowed = (row: number) => socs.has(socOf(catalogue.ids[row] ?? ""));
  const vouched = nearestOf(
    near.filter(({ row }) => isAllowed(row)),
    alike,
  );
  if (vouched.length > 0) return vouched;
  const others = nearestOf(near, clearly);
  if (others.length > 0) return others;
  const size = (row: number) => catalogue.employment[row] || 0;
  return catalogue.ids
    .map((_, row) => row)
    .filter(isAllowed)
    .sort((a, b) => size(b) - size(a) || a - b)
    .slice(0, MOST_LENDERS);
}

/** Returns the nearest, as far as they are that near and not clearly behind the first. */
function nearestOf(near: readonly Near[], bar: number): readonly number[] {
  const least = Math.max(bar, (near[0]?.nearness ?? 0) * SHARE_OF_NEAREST);
  return near
    .filter(({ nearness }) => nearness >= least)
    .slice(0, MOST_LENDERS)
    .map(({ row }) => row);
}

/** Nearest first; empty where no encoder has learnt both catalogues. */
function learntNeighbours(
  { catalogueId, id }: Borrower,
  { catalogue, titles }: { readonly catalogue: Catalogue; readonly titles: TitleIndex },
): readonly Near[] {
  const encoder: TitleEncoder | undefined = titles.learnt?.encoder;
  const heads = encoder?.heads.filter((head) => head.catalogueId !== catalogueId) ?? [];
  if (encoder === undefined) return [];
  return heads
    .flatMap((head) =>
      nearestOccupations(encoder, {
        fromCatalogueId: catalogueId,
        occupationId: id,
        toCatalogueId: head.catalogueId,
        limit: CONSIDERED,
      }),
    )
    .map((near) => ({ row: rowOf(catalogue, near.id), nearness: near.nearness }))
    .filter(({ row }) => row >= 0)
    .sort((a, b) => b.nearness - a.nearness);
}

function alikeByName(
  { title }: Borrower,
  { catalogue, titles }: { readonly catalogue: Catalogue; readonly titles: TitleIndex },
): readonly Near[] {
  return rankTitles(titles, title, { limit: CONSIDERED })
    .map(({ id, score }) => ({ row: rowOf(catalogue, id), nearness: score }))
    .filter(({ row }) => row >= 0);
}
