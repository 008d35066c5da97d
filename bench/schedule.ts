// How good and how fast the schedule engine is: PSPLIB J30 (Kolisch and Sprecher 1996) against its
// proved optima at 1,000 schedules, every schedule checked. Alone: node bench/schedule.ts

import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Project } from "../src/domain/scheduler/project.ts";
import { scheduleActivities } from "../src/domain/scheduler/schedule-activities.ts";
import { simulateSchedule } from "../src/domain/scheduler/simulate-schedule.ts";
import { breachesOf } from "../test/fixtures/schedule-oracle.ts";
import { type Figure, kernelBaseline } from "./figure.ts";

const INSTANCES = `${import.meta.dirname}/../../shared/data/bench/psplib-j30`;
/** The bar: so many draws of a plan of so many actions within this. */
const DRAWS = 10_000;
const DRAWS_BAR_MS = 300;
const ACTIONS = 40;
const BUDGET = 1000;
const DEVIATION_BAR_PERCENT = 0.45;
const TIME_BAR_MS = 15;

export async function bench(): Promise<Figure[]> {
  return [...benchQuality(), ...benchDraws()];
}

/** Plans of several stages: chains side by side, retries and waits; with and without splitting. */
function benchDraws(): Figure[] {
  const baseline = kernelBaseline();
  return [false, true].map((splittable) => {
    const activities = Array.from({ length: ACTIONS }, (_, k) => ({
      id: `action ${k}`,
      duration: { low: 10, likely: 20 + k, high: 60 + k },
      wait: { low: 0, likely: k % 3, high: 4 },
      demands: [1],
      after: k < 4 ? [] : [`action ${k - 4}`],
      splittable,
      ...(k % 10 === 0 ? { attempts: { passRate: 0.7, share: 0.4, wait: 6 } } : {}),
    }));
    const pace = { low: 0.85, likely: 1, high: 1.15 };
    const started = performance.now();
    simulateSchedule({ activities, capacities: [splittable ? 1 : 2], pace }, { draws: DRAWS });
    return {
      name: `schedule: ${DRAWS} re-scheduled draws of ${ACTIONS} ${splittable ? "splittable " : ""}actions`,
      value: performance.now() - started,
      unit: "ms",
      bar: DRAWS_BAR_MS,
      baseline,
      baselineName: "kernel",
    };
  });
}

function benchQuality(): Figure[] {
  const name = `schedule, PSPLIB J30 at ${BUDGET} schedules`;
  if (!existsSync(INSTANCES)) {
    const skipped = "../shared/data/bench/psplib-j30 is not here";
    return [{ name, value: Number.NaN, unit: "%", bar: DEVIATION_BAR_PERCENT, skipped }];
  }
  const optima = readOptima();
  const baseline = kernelBaseline();
  const files = readdirSync(INSTANCES).filter((file) => file.endsWith(".sm"));
  let [deviation, optimal, wrong, spent] = [0, 0, 0, 0];
  for (const file of files) {
    const project = readProject(readFileSync(`${INSTANCES}/${file}`, "utf8"));
    const optimum = optima.get(file.replace(/\.sm$/, "")) ?? Number.NaN;
    const started = performance.now();
    const schedule = scheduleActivities(project, { budget: BUDGET });
    spent += performance.now() - started;
    deviation += (100 * (schedule.makespan - optimum)) / optimum;
    if (schedule.makespan === optimum) optimal += 1;
    if (!(schedule.makespan >= optimum) || breachesOf(project, schedule).length > 0) wrong += 1;
  }
  return [
    {
      name: `${name}: mean deviation from the optimum`,
      value: deviation / files.length,
      unit: "%",
      bar: DEVIATION_BAR_PERCENT,
    },
    { name: `${name}: optimal, of ${files.length}`, value: optimal, unit: "instances" },
    { name: `${name}: below the optimum or not feasible`, value: wrong, unit: "instances", bar: 0 },
    {
      name: `${name}: time for one`,
      value: spent / files.length,
      unit: "ms",
      bar: TIME_BAR_MS,
      baseline,
      baselineName: "kernel",
    },
  ];
}

function readOptima(): ReadonlyMap<string, number> {
  const lines = readFileSync(`${INSTANCES}/bounds.csv`, "utf8").trim().split(/\r?\n/).slice(1);
  return new Map(
    lines.map((line) => {
      const [problem, upper, lower] = line.split(",");
      if (upper !== lower) throw new Error(`No proved optimum for ${problem}`);
      // bounds.csv writes j301_1, the files j301_1.sm.
      return [problem ?? "", Number(upper)];
    }),
  );
}

/** Reads the layout of PSPLIB's single-mode files (.sm). */
function readProject(text: string): Project {
  const lines = text.split(/\r?\n/);
  const tableAfter = (title: string, headings: number): number[][] => {
    const from = lines.findIndex((line) => line.startsWith(title)) + 1 + headings;
    const until = lines.findIndex((line, k) => k > from && line.startsWith("***"));
    return lines.slice(from, until).map((line) => line.trim().split(/\s+/).map(Number));
  };
  const successors = tableAfter("PRECEDENCE RELATIONS", 1).map((row) => row.slice(3));
  const activities = tableAfter("REQUESTS/DURATIONS", 2).map((row) => ({
    id: String(row[0]),
    duration: row[2] ?? 0,
    demands: row.slice(3),
    after: successors.flatMap((later, k) => (later.includes(row[0] ?? 0) ? [String(k + 1)] : [])),
  }));
  return { activities, capacities: tableAfter("RESOURCEAVAILABILITIES", 1)[0] ?? [] };
}

if (import.meta.main) console.table(await bench());
