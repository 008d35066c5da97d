// How long a person waits for the full catalogues once they were added: O*NET, ESCO, their titles and the
// encoder from catalogue.db to the first ranked title, and what they take of the memory; and the plan
// that is made from them. Alone: node bench/catalogue.ts

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Figure, medianOf } from "./figure.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const LAUNCHER = `${PROJECT}bin/throughline.js`;
const LOADER = `${PROJECT}bench/load-catalogue.ts`;
const SHARED = fileURLToPath(new URL("../../shared/data/", import.meta.url));
const RELEASES = [
  ["onet", "onet_text.zip"],
  ["esco", "esco_1_2_0_en.zip"],
  ["bls", "bls"],
  ["crosswalks", "crosswalks"],
] as const;

const RUNS = 7;
const LOAD_BAR_MS = 500;
const ENCODER_BAR_MS = 300;
const RESIDENT_BAR_MB = 250;
const PLAN_BAR_MS = 2000;

/** Adds the releases and learns their titles, which takes minutes, then measures what every start takes. */
export async function bench(): Promise<Figure[]> {
  const missing = RELEASES.find(([, name]) => !existsSync(join(SHARED, name)));
  if (missing !== undefined) {
    const skipped = `${missing[1]} is not here`;
    return [{ name: "catalogue: full load", value: Number.NaN, unit: "ms", skipped }];
  }
  const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
  try {
    for (const [kind, name] of RELEASES) {
      run([
        LAUNCHER,
        "catalogue",
        "add",
        kind,
        join(SHARED, name),
        "--no-training",
        "--data",
        folder,
      ]);
    }
    const training = timed([LAUNCHER, "catalogue", "train", "--data", folder]);
    return [
      { name: "catalogue: learning titles, as a command", value: training / 1000, unit: "s" },
      ...measure(folder),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(folder: string): Figure[] {
  const loads: { milliseconds: number; resident: number }[] = [];
  const [encoders, plans, bares]: [number[], number[], number[]] = [[], [], []];
  const resume = `${PROJECT}examples/network-manager.json`;
  const plan = [LAUNCHER, "plan", "--resume", resume, "--data", folder, "--json"];
  for (let turn = 0; turn < RUNS; turn++) {
    loads.push(JSON.parse(run([LOADER, folder])));
    encoders.push(JSON.parse(run([LOADER, folder, "encoder"])).milliseconds);
    plans.push(timed(plan));
    bares.push(timed(["-e", "0"]));
  }
  const bare = medianOf(bares);
  const baseline = { baseline: bare, baselineName: "node -e 0" };
  return [
    {
      name: "catalogue: O*NET, ESCO, titles and encoder to the first ranked title",
      value: medianOf(loads.map(({ milliseconds }) => milliseconds)),
      unit: "ms",
      bar: LOAD_BAR_MS,
      ...baseline,
    },
    {
      name: "catalogue: resident then",
      value: medianOf(loads.map(({ resident }) => resident)) / 1e6,
      unit: "MB",
      bar: RESIDENT_BAR_MB,
    },
    {
      name: "catalogue: encoder taken up again",
      value: medianOf(encoders),
      unit: "ms",
      bar: ENCODER_BAR_MS,
      ...baseline,
    },
    {
      name: "start: plan on full O*NET",
      value: medianOf(plans),
      unit: "ms",
      bar: PLAN_BAR_MS,
      ...baseline,
    },
  ];
}

function run(command: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  if (status !== 0) throw new Error(`Cannot measure "${command.join(" ")}": ${stderr}`);
  return stdout;
}

function timed(command: readonly string[]): number {
  const started = performance.now();
  run(command);
  return performance.now() - started;
}

if (import.meta.main) console.table(await bench());
