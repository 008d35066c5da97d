// How long a person waits for the first answer: a command started from nothing, beside a bare
// `node -e 0` of the same run. Alone: node bench/start.ts

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Figure, medianOf } from "./figure.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const LAUNCHER = `${PROJECT}bin/throughline.js`;
const RUNS = 11;
/** `throughline --help` may take this long, and this much more than a bare Node. */
const HELP_BAR_MS = 150;
const HELP_OVER_BARE_BAR_MS = 120;
const PLAN_BAR_MS = 1000;

/** Starts are taken in turn, so that a busy moment of the machine falls on all of them. */
export async function bench(): Promise<Figure[]> {
  const plan = planCommand();
  const commands = { bare: ["-e", "0"], help: [LAUNCHER, "--help"], ...(plan ? { plan } : {}) };
  const times = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
  for (const command of Object.values(commands)) start(command); // The first fills the caches.
  for (let run = 0; run < RUNS; run++) {
    for (const [name, command] of Object.entries(commands)) times.get(name)?.push(start(command));
  }
  const timeOf = (name: string) => medianOf(times.get(name) ?? []);
  const bare = timeOf("bare");
  const baseline = { baseline: bare, baselineName: "node -e 0" };
  return [
    { name: "start: node -e 0", value: bare, unit: "ms" },
    { name: "start: --help", value: timeOf("help"), unit: "ms", bar: HELP_BAR_MS, ...baseline },
    {
      name: "start: --help beyond node -e 0",
      value: timeOf("help") - bare,
      unit: "ms",
      bar: HELP_OVER_BARE_BAR_MS,
    },
    {
      name: "start: plan on the starter",
      value: plan ? timeOf("plan") : Number.NaN,
      unit: "ms",
      bar: PLAN_BAR_MS,
      ...baseline,
      ...(plan ? {} : { skipped: "the example is not here" }),
    },
  ];
}

function planCommand(): string[] | undefined {
  const resume = `${PROJECT}examples/network-manager.json`;
  if (!existsSync(resume)) return undefined;
  return [LAUNCHER, "plan", "--resume", resume, "--goal", "computer network architect", "--json"];
}

/** Returns the milliseconds from start to exit. */
function start(command: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  const elapsed = performance.now() - started;
  if (status !== 0) throw new Error(`Cannot measure "${command.join(" ")}": ${stderr}`);
  return elapsed;
}

if (import.meta.main) console.table(await bench());
