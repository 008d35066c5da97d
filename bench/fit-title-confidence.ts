// Fits the constants of src/domain/titles/title-confidence.ts and prints them with what they are worth on
// occupations that were not fitted on. Run by hand: npx node bench/fit-title-confidence.ts

import {
  buildTitleIndex,
  listFoundTitles,
  type TitleIndex,
} from "../src/domain/titles/title-index.ts";
import { starterEntries } from "./starter-titles.ts";
import { isFittedOn, type RightAnswers, readTitleData, SKIPPED } from "./title-data.ts";

/** Score, lead, coverage and 1; what came of it; how much it counts. */
interface Row {
  readonly facts: readonly number[];
  readonly right: boolean;
  readonly weight: number;
  readonly fitted: boolean;
  readonly place: number;
}

/** Assumption: of the titles that people bring, so many have no occupation in the starter. */
const OUTSIDE_SHARE = 0.3;

/** Every second title is enough for four constants. */
const EVERY = 2;

/** Exact matches by one entry alone: how many, and how many of those are right, on all titles. */
function exactOf(
  index: TitleIndex,
  queries: RightAnswers,
  isCounted: (right: ReadonlySet<string>) => boolean,
): string {
  let [count, hits] = [0, 0];
  for (const [query, right] of queries) {
    const exact = listFoundTitles(index, query).filter(({ isExact }) => isExact);
    const [only] = exact;
    if (only === undefined || exact.length > 1 || !isCounted(right)) continue;
    count++;
    if (right.has(only.id)) hits++;
  }
  return `${count} word for word, ${(hits / count).toFixed(3)} of them right`;
}

function rowsOf(
  index: TitleIndex,
  queries: RightAnswers,
  weightOf: (right: ReadonlySet<string>) => number,
): Row[] {
  const rows: Row[] = [];
  let count = 0;
  for (const [query, right] of queries) {
    if (count++ % EVERY !== 0) continue;
    const found = listFoundTitles(index, query).slice(0, 5);
    const [first, second] = [found[0]?.score ?? 0, found[1]?.score ?? 0];
    // What is so word for word has a constant of its own.
    if (found[0]?.isExact) continue;
    for (const [place, { id, score, coverage }] of found.entries()) {
      const lead = place === 0 ? first - second : score - first;
      const facts = [score, lead, coverage, 1];
      const fitted = [...right].every(isFittedOn);
      rows.push({ facts, right: right.has(id), weight: weightOf(right), fitted, place });
    }
  }
  return rows;
}

function chanceOf(facts: readonly number[], constants: readonly number[]): number {
  const logit = facts.reduce((sum, fact, i) => sum + fact * (constants[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-logit));
}

/** Plain gradient ascent with momentum on the weighted log-likelihood; small, slow and certain. */
function fittedTo(rows: readonly Row[]): number[] {
  const constants = [0, 0, 0, 0];
  const speed = [0, 0, 0, 0];
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < 4000; step++) {
    const gradient = [0, 0, 0, 0];
    for (const { facts, right, weight } of rows) {
      const miss = (Number(right) - chanceOf(facts, constants)) * weight;
      for (const [i, fact] of facts.entries()) gradient[i] = (gradient[i] ?? 0) + miss * fact;
    }
    for (const [i, slope] of gradient.entries()) {
      speed[i] = (speed[i] ?? 0) * 0.9 + slope / total;
      constants[i] = (constants[i] ?? 0) + (speed[i] ?? 0) * 0.4;
    }
  }
  return constants;
}

function report(name: string, rows: readonly Row[], constants: readonly number[]): void {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  let error = 0;
  const bins: string[] = [];
  for (let bin = 0; bin < 10; bin++) {
    const inside = rows.filter(
      ({ facts }) => Math.min(9, Math.floor(chanceOf(facts, constants) * 10)) === bin,
    );
    const weight = inside.reduce((sum, row) => sum + row.weight, 0);
    const right = inside.reduce((sum, row) => sum + row.weight * Number(row.right), 0);
    const stated = inside.reduce((s, row) => s + row.weight * chanceOf(row.facts, constants), 0);
    error += Math.abs(stated - right) / total;
    bins.push(`${((100 * weight) / total).toFixed(0)}%:${(right / weight).toFixed(2)}`);
  }
  const sure = rows.filter(({ facts }) => chanceOf(facts, constants) >= 0.6);
  const weight = sure.reduce((sum, row) => sum + row.weight, 0);
  const right = sure.reduce((sum, row) => sum + row.weight * Number(row.right), 0);
  console.log(`${name}: error ${error.toFixed(3)}; ${bins.join(" ")}`);
  console.log(
    `  sure (0.6): ${((100 * weight) / total).toFixed(0)} %, right ${(right / weight).toFixed(2)}`,
  );
}

const held = readTitleData();
if (held === undefined) {
  console.log(`Skipped: ${SKIPPED}`);
} else {
  const starter = starterEntries();
  const starterIndex = buildTitleIndex(starter);
  const inStarter = new Set(starter.map(({ id }) => id));
  const isInside = (right: ReadonlySet<string>) => [...right].some((id) => inStarter.has(id));
  const inside = [...held.queries.values()].filter(isInside).length;
  const outside = held.queries.size - inside;
  const outsideWeight = (OUTSIDE_SHARE / (1 - OUTSIDE_SHARE)) * (inside / outside);
  // Both catalogues count the same.
  const scale = held.queries.size / (inside / (1 - OUTSIDE_SHARE));
  const sets = {
    "full release, titles held out": rowsOf(buildTitleIndex(held.entries), held.queries, () => 1),
    starter: rowsOf(starterIndex, held.queries, (right) =>
      isInside(right) ? scale : scale * outsideWeight,
    ),
  };
  console.log(`starter: ${exactOf(starterIndex, held.queries, isInside)}`);
  const all = Object.values(sets).flat();
  const names = "score, lead, coverage, intercept";
  for (const [label, isPlace] of [
    ["first", (place: number) => place === 0],
    ["others", (place: number) => place > 0],
  ] as const) {
    const rows = all.filter(({ place }) => isPlace(place));
    const constants = fittedTo(rows.filter(({ fitted }) => fitted));
    console.log(`${label} (${names}): ${constants.map((value) => value.toFixed(2)).join(", ")}`);
    for (const [name, set] of Object.entries(sets)) {
      report(
        `  ${name}, not fitted on`,
        set.filter(({ place, fitted }) => isPlace(place) && !fitted),
        constants,
      );
    }
  }
}
