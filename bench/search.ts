// How long one keystroke of a search takes: every beginning of titles as people type them, some with
// slips, over the starter catalogue, and over the full releases where they are at ../shared/data. By
// letters alone; how long a trained encoder takes besides is measured with the titles.

import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Catalogue } from "../src/domain/occupations/catalogue.ts";
import { buildPrefixIndex } from "../src/domain/occupations/find-by-prefix.ts";
import { type SearchedCatalogue, searchTitles } from "../src/domain/occupations/search-titles.ts";
import { titleEntriesOf } from "../src/domain/titles/match-title.ts";
import { buildTitleIndex } from "../src/domain/titles/title-index.ts";
import { openSource } from "../src/host/open-source.ts";
import { readEsco } from "../src/sources/esco.ts";
import { readOnet } from "../src/sources/onet.ts";
import { readStarter, STARTER_FILES } from "../src/sources/starter.ts";
import { type Figure, kernelBaseline, medianOf } from "./figure.ts";

const SHARED = join(import.meta.dirname, "../../shared/data");
const STARTER = join(import.meta.dirname, "../data/starter");

/** Typed letter by letter; made up here. */
const TYPED = [
  "registered nurse",
  "regstered nures",
  "lorry driver",
  "teaching asistant",
  "software developer",
  "electrican",
  "manager sales",
  "call centre agent",
];
/** A keystroke is answered within this. */
const BAR_MS = 30;
const SHARE_WITHIN = 0.95;
const LIMIT = 12;

function searched(catalogue: Catalogue): SearchedCatalogue {
  const titles = buildTitleIndex(titleEntriesOf(catalogue));
  return { catalogue, titles, prefixes: buildPrefixIndex(catalogue) };
}

/** Milliseconds of each keystroke over all the catalogues, after one round to warm up. */
function keystrokes(worlds: readonly SearchedCatalogue[]): number[] {
  const beginnings = TYPED.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
  const round = () =>
    beginnings.map((query) => {
      const started = performance.now();
      for (const world of worlds) searchTitles(world, query, { limit: LIMIT });
      return performance.now() - started;
    });
  round();
  return round();
}

async function readRelease(
  kind: "onet" | "esco",
  file: string,
  read: (files: ReadonlyMap<string, Uint8Array>) => { readonly catalogue: Catalogue },
): Promise<Catalogue> {
  const opened = await openSource(join(SHARED, file), { kind, temporaryFolder: tmpdir() });
  if (!opened.ok) throw new Error(`Cannot open ${file}: ${opened.problem.code}`);
  return read(opened.value.files).catalogue;
}

export async function benchSearch(): Promise<Figure[]> {
  const baseline = kernelBaseline();
  const figuresOf = (name: string, times: readonly number[]): Figure[] => {
    const sorted = [...times].sort((a, b) => a - b);
    const slow = sorted[Math.floor(sorted.length * SHARE_WITHIN)] ?? Number.NaN;
    const shared = { unit: "ms", baseline, baselineName: "multiply-add loop" };
    return [
      { name: `search: a keystroke over ${name}, median`, value: medianOf(times), ...shared },
      { name: `search: a keystroke over ${name}, 95 in 100`, value: slow, bar: BAR_MS, ...shared },
    ];
  };
  const { catalogue } = readStarter(
    new Map(STARTER_FILES.map((name) => [name, readFileSync(join(STARTER, name))])),
  );
  const figures = figuresOf("the starter", keystrokes([searched(catalogue)]));
  const files = ["onet_text.zip", "esco_1_2_0_en.zip"];
  const missing = files.find((file) => !existsSync(join(SHARED, file)));
  if (missing !== undefined) {
    const name = "search: a keystroke over O*NET and ESCO, 95 in 100";
    const skipped = `${missing} is not at ../shared/data`;
    return [...figures, { name, value: Number.NaN, unit: "ms", bar: BAR_MS, skipped }];
  }
  const [onet = "", esco = ""] = files;
  const worlds = [
    searched(await readRelease("onet", onet, readOnet)),
    searched(await readRelease("esco", esco, readEsco)),
  ];
  return [...figures, ...figuresOf("O*NET and ESCO", keystrokes(worlds))];
}
