// How long springboards take: from every tenth occupation, by somebody settled in it, on the starter and on the
// full releases where they are at ../shared/data. By itself: node bench/springboards.ts

import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadStarter } from "../src/cli/shelf-making.ts";
import { settledStanding } from "../src/domain/moves/rank-moves.ts";
import type { Catalogue } from "../src/domain/occupations/catalogue.ts";
import { isRated } from "../src/domain/occupations/catalogue.ts";
import { combineCatalogues } from "../src/domain/occupations/combine-catalogues.ts";
import { DEFAULT_HOURS_PER_WEEK } from "../src/domain/record/goal.ts";
import { findOpeners } from "../src/domain/routes/open-most.ts";
import type { SpringboardQuestion } from "../src/domain/routes/springboard-search.ts";
import { findSpringboards } from "../src/domain/routes/springboards.ts";
import { openSource } from "../src/host/open-source.ts";
import { readBls } from "../src/sources/bls.ts";
import { readCrosswalks } from "../src/sources/crosswalks.ts";
import { readOnet } from "../src/sources/onet.ts";
import { type Figure, kernelBaseline, medianOf } from "./figure.ts";

const SHARED = join(import.meta.dirname, "../../shared/data");
const FILES = { onet: "onet_text.zip", bls: "bls", crosswalks: "crosswalks" } as const;
const SPRINGBOARDS_BAR_MS = 300;
const OPENERS_BAR_MS = 1000;
/** Every so many occupations is an origin; all of them would take minutes and say the same. */
const ORIGIN_STEP = 10;
const SHARE_WITHIN = 0.95;

export async function benchSpringboards(): Promise<Figure[]> {
  const baseline = kernelBaseline();
  const starter = await loadStarter();
  const figures = figuresOf("the starter", starter.catalogue, baseline);
  const missing = Object.values(FILES).find((file) => !existsSync(join(SHARED, file)));
  if (missing !== undefined) {
    const skipped = `${missing} is not at ../shared/data`;
    const name = "springboards on full O*NET, 95 in 100";
    const bar = SPRINGBOARDS_BAR_MS;
    return [...figures, { name, value: Number.NaN, unit: "ms", bar, skipped }];
  }
  const full = combineCatalogues({
    starter: starter.catalogue,
    onet: readOnet(await filesOf("onet")).catalogue,
    bls: readBls(await filesOf("bls")).catalogue,
    crosswalks: readCrosswalks(await filesOf("crosswalks")).crosswalks,
    licencesElsewhere: starter.licencesElsewhere,
  });
  return [...figures, ...figuresOf("full O*NET", full, baseline)];
}

async function filesOf(kind: keyof typeof FILES) {
  const opened = await openSource(join(SHARED, FILES[kind]), { kind, temporaryFolder: tmpdir() });
  if (!opened.ok) throw new Error(`Cannot open ${FILES[kind]}: ${opened.problem.code}`);
  return opened.value.files;
}

function figuresOf(name: string, catalogue: Catalogue, baseline: number): Figure[] {
  const open: number[] = [];
  const most: number[] = [];
  for (let row = 0; row < catalogue.ids.length; row += ORIGIN_STEP) {
    if (!isRated(catalogue, row)) continue;
    const question: SpringboardQuestion = {
      catalogue,
      standing: settledStanding(catalogue, row),
      limits: { hoursPerWeek: DEFAULT_HOURS_PER_WEEK, notThese: [] },
      origin: { kind: "today", rows: [row] },
    };
    const started = performance.now();
    const boards = findSpringboards(question);
    const between = performance.now();
    findOpeners(question, boards);
    open.push(between - started);
    most.push(performance.now() - between);
  }
  const shared = { unit: "ms", baseline, baselineName: "multiply-add loop" };
  const figuresFor = (what: string, times: readonly number[], bar: number): Figure[] => {
    const sorted = [...times].sort((a, b) => a - b);
    const slow = sorted[Math.floor(sorted.length * SHARE_WITHIN)] ?? Number.NaN;
    return [
      { name: `${what} on ${name}, median of ${times.length}`, value: medianOf(times), ...shared },
      { name: `${what} on ${name}, 95 in 100`, value: slow, bar, ...shared },
    ];
  };
  return [
    ...figuresFor("springboards", open, SPRINGBOARDS_BAR_MS),
    ...figuresFor("what would open most", most, OPENERS_BAR_MS),
  ];
}

if (import.meta.main) console.table(await benchSpringboards());
