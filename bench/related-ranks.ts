// What a place in a list of related occupations means, by observed moves and by shared knowledge: whether
// CREDIT_BY_RANK holds for the short lists of the starter and the long ones of full O*NET.
// node bench/related-ranks.ts

import { knowledgeCoverage, relatedRankOf } from "../src/domain/moves/experience-credit.ts";
import type { Catalogue } from "../src/domain/occupations/catalogue.ts";
import { readStarter } from "../src/sources/starter.ts";
import { FULL_CATALOGUE_SKIPPED, filesOf, readFullCatalogue } from "./full-catalogue.ts";
import { MOVES_SKIPPED, type ObservedMoves, readObservedMoves } from "./observed-moves.ts";

/** The last place of each group; beyond the last nothing is looked at. */
const LAST_PLACES = [1, 2, 4, 8, 12, 20] as const;

/** The better of the two places where both list each other, as the last place of its group. */
function groupOf(catalogue: Catalogue, from: number, to: number): number | undefined {
  const [there, back] = [relatedRankOf(catalogue, from, to), relatedRankOf(catalogue, to, from)];
  if (there === undefined || back === undefined) return undefined;
  return LAST_PLACES.find((last) => Math.min(there, back) <= last);
}

/** How many times as often people go there as the destination's size alone would have it. */
function liftsOf({ catalogue, rows, shares }: ObservedMoves): Map<number, number> {
  const all = rows.reduce((sum, row) => sum + (catalogue.employment[row] ?? 0), 0);
  const sums = new Map<number, { observed: number; bySize: number }>();
  for (const [place, observed] of shares) {
    const from = rows[place] as number;
    rows.forEach((to, toPlace) => {
      const group = groupOf(catalogue, from, to);
      if (group === undefined) return;
      const sum = sums.get(group) ?? { observed: 0, bySize: 0 };
      sum.observed += observed.get(toPlace) ?? 0;
      sum.bySize += (catalogue.employment[to] ?? 0) / (all - (catalogue.employment[from] ?? 0));
      sums.set(group, sum);
    });
  }
  return new Map([...sums].map(([group, { observed, bySize }]) => [group, observed / bySize]));
}

/** The mean share of the destination's particular knowledge that the origin also asks for. */
function coveragesOf(catalogue: Catalogue): Map<number, number> {
  const found = new Map<number, number[]>();
  catalogue.related.forEach((listed, from) => {
    for (const to of listed) {
      const group = groupOf(catalogue, from, to);
      if (group === undefined) continue;
      found.set(group, [...(found.get(group) ?? []), knowledgeCoverage(catalogue, from, to)]);
    }
  });
  return new Map(
    [...found].map(([group, some]) => [group, some.reduce((a, b) => a + b, 0) / some.length]),
  );
}

const moves = readObservedMoves();
const full = readFullCatalogue();
if (moves === undefined) throw new Error(MOVES_SKIPPED);
if (full === undefined) throw new Error(FULL_CATALOGUE_SKIPPED);
const starter = readStarter(filesOf(`${import.meta.dirname}/../data/starter`)).catalogue;
const columns = [liftsOf(moves), coveragesOf(full), coveragesOf(starter)];
console.log("to place  moves over size  knowledge shared: full O*NET  starter");
for (const last of LAST_PLACES) {
  const [lift, onFull, onStarter] = columns.map((column) => column.get(last) ?? Number.NaN);
  console.log(
    String(last).padEnd(9),
    lift?.toFixed(1).padEnd(16),
    onFull?.toFixed(2).padEnd(28),
    onStarter?.toFixed(2),
  );
}
