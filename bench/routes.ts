// Routes on full O*NET: how long the exact search of up to four moves takes, and how many goals without a
// good single move it finds a way to. Alone: node bench/routes.ts prints the table of docs/method/routes.md.

import type { Standing } from "../src/domain/abilities/standing.ts";
import type { CalendarDate } from "../src/domain/calendar-date.ts";
import { knownUnmetShare } from "../src/domain/moves/levels-after.ts";
import { type Catalogue, isRated } from "../src/domain/occupations/catalogue.ts";
import { seededRandom } from "../src/domain/random-source.ts";
import type { Goal } from "../src/domain/record/goal.ts";
import { findRoutes } from "../src/domain/routes/find-routes.ts";
import type { FoundRoute } from "../src/domain/routes/found-route.ts";
import { bestRoutes } from "../src/domain/routes/search-routes.ts";
import { settledPerson } from "../src/domain/routes/settled-person.ts";
import { type Figure, kernelBaseline } from "./figure.ts";
import { FULL_CATALOGUE_SKIPPED, readFullCatalogue } from "./full-catalogue.ts";

/** The bar for four stages on full O*NET; held to at four moves, which are up to sixteen. */
const P95_BAR_MS = 50;
/** Preparing and moving, twice; with a stay between them it is five stages. */
const MOVES_IN_FOUR_STAGES = 2;
const TIMED_PAIRS = 400;
const TABLE_PAIRS = 2000;
/** A single move is a good one at this fit and with at most one job zone up (issue: routes). */
const GOOD_MOVE = { fit: 0.85, zonesUp: 1 } as const;
const TODAY = "2026-11-27" as CalendarDate;

interface Pair {
  readonly from: number;
  readonly to: number;
}

/** Returns random pairs of two rated occupations, the same ones for the same seed. */
function randomPairs(catalogue: Catalogue, count: number, seed: number): readonly Pair[] {
  const random = seededRandom(seed);
  const rated = catalogue.ids.flatMap((_, row) => (isRated(catalogue, row) ? [row] : []));
  const pick = (): number => rated[Math.floor(random() * rated.length)] ?? 0;
  return Array.from({ length: count }, () => {
    const from = pick();
    let to = pick();
    while (to === from) to = pick();
    return { from, to };
  });
}

function goalOf(catalogue: Catalogue, row: number): Goal {
  return {
    id: "goal",
    title: catalogue.titles[row] ?? "",
    occupationId: catalogue.ids[row] ?? "",
    why: "",
    limits: { hoursPerWeek: 8, notThese: [] },
  };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function atShare(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}

export async function bench(): Promise<Figure[]> {
  const catalogue = readFullCatalogue();
  const name = "routes on full O*NET";
  if (catalogue === undefined)
    return [{ name, value: Number.NaN, unit: "ms", skipped: FULL_CATALOGUE_SKIPPED }];
  const baseline = { baseline: kernelBaseline(), baselineName: "kernel" };
  const exact: number[] = [];
  const fourStages: number[] = [];
  const shown: number[] = [];
  for (const { from, to } of randomPairs(catalogue, TIMED_PAIRS, 1)) {
    const goal = goalOf(catalogue, to);
    // A standing of its own each time: what a search works out is kept as long as the standing is.
    const ask = () => ({
      catalogue,
      standing: settledPerson(catalogue, catalogue.ids[from] ?? ""),
      goal,
      today: TODAY,
    });
    const first = ask();
    exact.push(timed(() => bestRoutes(first, to)));
    const third = { ...ask(), mostMoves: MOVES_IN_FOUR_STAGES };
    fourStages.push(timed(() => bestRoutes(third, to)));
    const second = ask();
    shown.push(timed(() => findRoutes(second)));
  }
  exact.sort((a, b) => a - b);
  fourStages.sort((a, b) => a - b);
  shown.sort((a, b) => a - b);
  return [
    {
      name: `${name}: exact search of two moves (four stages and more), p95 of ${TIMED_PAIRS} pairs`,
      value: atShare(fourStages, 0.95),
      unit: "ms",
      bar: P95_BAR_MS,
      ...baseline,
    },
    {
      name: `${name}: exact search of four moves, p95 of ${TIMED_PAIRS} pairs`,
      value: atShare(exact, 0.95),
      unit: "ms",
      bar: P95_BAR_MS,
      ...baseline,
    },
    { name: `${name}: the same, median`, value: atShare(exact, 0.5), unit: "ms", ...baseline },
    {
      name: `${name}: found and chosen, p95`,
      value: atShare(shown, 0.95),
      unit: "ms",
      bar: P95_BAR_MS,
      ...baseline,
    },
  ];
}

/** Whether the move is a good one as the person stands. */
function isGoodMove(catalogue: Catalogue, person: Standing, { from, to }: Pair): boolean {
  const zonesUp = (catalogue.zones[to] ?? 0) - (catalogue.zones[from] ?? 0);
  return (
    1 - knownUnmetShare(catalogue, to, person.levels) >= GOOD_MOVE.fit &&
    zonesUp <= GOOD_MOVE.zonesUp
  );
}

function printTable(catalogue: Catalogue): void {
  const lengths = new Map<number, number[]>();
  const fastest: number[] = [];
  let good = 0;
  let none = 0;
  let single = 0;
  let tries = 0;
  let several = 0;
  for (const pair of randomPairs(catalogue, TABLE_PAIRS, 2026)) {
    const standing = settledPerson(catalogue, catalogue.ids[pair.from] ?? "");
    if (isGoodMove(catalogue, standing, pair)) {
      good += 1;
      continue;
    }
    const goal = goalOf(catalogue, pair.to);
    const found = bestRoutes({ catalogue, standing, goal }, pair.to);
    const throughSteps = found.filter((one) => one.rows.length > 1);
    if (found.length === 0) none += 1;
    else if (found.some((one) => one.isTry === true)) {
      tries += 1;
      continue;
    }
    if (found.length === 0) continue;
    if (throughSteps.length === 0) single += 1;
    else {
      several += 1;
      const [first] = throughSteps as [FoundRoute];
      fastest.push(first.costs[0] ?? Number.NaN);
    }
    for (const moves of new Set(found.map((one) => one.rows.length))) {
      const months = found.find((one) => one.rows.length === moves)?.costs[0] ?? Number.NaN;
      lengths.set(moves, [...(lengths.get(moves) ?? []), months]);
    }
  }
  const without = TABLE_PAIRS - good;
  const share = (count: number): string => `${count} (${Math.round((100 * count) / without)} %)`;
  console.log(`pairs: ${TABLE_PAIRS}; with a good single move: ${good}; without: ${without}`);
  console.log(`of these, a route of two to four moves among the best: ${share(several)}`);
  console.log(
    `only a direct one, with its preparation: ${share(single)}; a mere try: ${share(tries)}; none: ${share(none)}`,
  );
  for (const [moves, months] of [...lengths].sort((a, b) => a[0] - b[0])) {
    months.sort((a, b) => a - b);
    const at = (part: number): string => String(Math.round(atShare(months, part)));
    console.log(
      `${moves} moves: ${share(months.length)}, fastest in months: quarter ${at(0.25)}, half ${at(0.5)}, ` +
        `three quarters ${at(0.75)}`,
    );
  }
  fastest.sort((a, b) => a - b);
  console.log(
    `fastest of two to four moves: half within ${Math.round(atShare(fastest, 0.5))} months`,
  );
}

if (process.argv[1] === import.meta.filename) {
  const catalogue = readFullCatalogue();
  if (catalogue === undefined) throw new Error(FULL_CATALOGUE_SKIPPED);
  printTable(catalogue);
}
