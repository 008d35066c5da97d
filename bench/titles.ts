// How well titles find their occupations, and how honest the stated confidence is: O*NET's reported
// titles held out of the index, split by occupation into a half that was fitted on and one that was not
// (docs/method/titles.md). Reads ../shared/data where it is present, and says so where it is not.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import {
  buildTitleIndex,
  rankTitles,
  type TitleEntry,
  type TitleIndex,
} from "../src/domain/titles/title-index.ts";
import type { Figure } from "./figure.ts";

const ONET = `${import.meta.dirname}/../../shared/data/onet_text.zip`;

export interface HeldOutTitles {
  /** Occupation titles and alternate titles, without those that equal a query. */
  readonly entries: readonly TitleEntry[];
  /** The same with every label. */
  readonly whole: readonly TitleEntry[];
  /** Reported titles in lower case, each with every occupation that reports it. */
  readonly queries: ReadonlyMap<string, ReadonlySet<string>>;
}

function readRows(table: string): string[][] {
  const text = execFileSync("unzip", ["-p", ONET, `db_30_0_text/${table}.txt`], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = text.split(/\r?\n/).slice(1);
  return lines.filter((line) => line !== "").map((line) => line.split("\t"));
}

/** Returns the held-out titles, or undefined where the release is not at hand. */
export function readHeldOutTitles(): HeldOutTitles | undefined {
  if (!existsSync(ONET)) return undefined;
  const queries = new Map<string, Set<string>>();
  for (const [id = "", title = ""] of readRows("Sample of Reported Titles")) {
    const query = title.toLowerCase();
    queries.set(query, (queries.get(query) ?? new Set()).add(id));
  }
  const labels = new Map<string, string[]>();
  for (const [id = "", label = ""] of [
    ...readRows("Occupation Data"),
    ...readRows("Alternate Titles"),
  ]) {
    labels.set(id, [...(labels.get(id) ?? []), label]);
  }
  const whole = [...labels].map(([id, all]) => ({ id, labels: all }));
  const entries = whole.map(({ id, labels: all }) => ({
    id,
    labels: all.filter((label) => !queries.has(label.toLowerCase())),
  }));
  return { entries, whole, queries };
}

/**
 * Which half an occupation is in: constants are fitted on one, figures on confidence reported on the
 * other. By the first five digits of the code, so that near neighbours stay together.
 */
export function isFittedOn(id: string): boolean {
  let hash = 0;
  for (const character of id.slice(0, 6)) hash = (hash * 31 + character.charCodeAt(0)) % 1009;
  return hash % 2 === 0;
}

interface Ranking {
  readonly first: number;
  readonly ten: number;
  readonly reciprocal: number;
}

function rankingOf(index: TitleIndex, queries: HeldOutTitles["queries"]): Ranking {
  let [first, ten, reciprocal] = [0, 0, 0];
  for (const [query, right] of queries) {
    const rank = rankTitles(index, query, { limit: 1016 }).findIndex(({ id }) => right.has(id)) + 1;
    if (rank === 0) continue;
    if (rank === 1) first++;
    if (rank <= 10) ten++;
    reciprocal += 1 / rank;
  }
  const count = queries.size;
  return { first: first / count, ten: ten / count, reciprocal: reciprocal / count };
}

/** Returns the mean gap between stated and true share over ten bins of stated confidence, by size. */
export function calibrationErrorOf(
  stated: readonly { readonly confidence: number; readonly right: boolean }[],
): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = stated.filter(
      ({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin,
    );
    const gap = inside.reduce((sum, { confidence, right }) => sum + confidence - Number(right), 0);
    error += Math.abs(gap) / stated.length;
  }
  return error;
}

/** Returns the first candidate's confidence and whether it is right, for the half not fitted on. */
export function firstAnswersOf(
  index: TitleIndex,
  queries: HeldOutTitles["queries"],
): { readonly confidence: number; readonly right: boolean }[] {
  const stated: { confidence: number; right: boolean }[] = [];
  for (const [query, right] of queries) {
    if ([...right].some(isFittedOn)) continue;
    const [best] = rankTitles(index, query, { limit: 2 });
    if (best !== undefined) stated.push({ confidence: best.confidence, right: right.has(best.id) });
  }
  return stated;
}

const SKIPPED = "../shared/data/onet_text.zip is not here";

/** Returns the figures; one skipped figure where the release is not at hand. */
export function benchTitles(): Promise<Figure[]> {
  const held = readHeldOutTitles();
  if (held === undefined) {
    return Promise.resolve([
      { name: "titles, O*NET reported titles", value: Number.NaN, unit: "", skipped: SKIPPED },
    ]);
  }
  const { entries, queries } = held;
  const started = performance.now();
  const index = buildTitleIndex(entries);
  const built = performance.now() - started;
  const asked = performance.now();
  const ranking = rankingOf(index, queries);
  const each = (performance.now() - asked) / queries.size;
  const error = calibrationErrorOf(firstAnswersOf(index, queries));
  const name = (what: string): string => `titles, O*NET reported titles: ${what}`;
  return Promise.resolve([
    { name: name("hit@1"), value: ranking.first, unit: "", bar: 0.448, atLeast: true },
    { name: name("hit@10"), value: ranking.ten, unit: "", bar: 0.805, atLeast: true },
    { name: name("MRR"), value: ranking.reciprocal, unit: "", bar: 0.574, atLeast: true },
    { name: "titles, error of stated confidence, held out", value: error, unit: "", bar: 0.05 },
    { name: "titles, index of all O*NET labels", value: built, unit: "ms", bar: 2000 },
    { name: "titles, one query over all O*NET labels", value: each, unit: "ms", bar: 2 },
  ]);
}
