// `npm run bench`: runs every file of this folder that exports a bench and prints one table; with
// --json the figures. Name some to run only those: npm run bench -- start titles

import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { type Figure, kernelBaseline, meetsBar, ratioOf } from "./figure.ts";

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false } },
  allowPositionals: true,
});

const figures: Figure[] = [
  { name: "kernel baseline: multiply-add loop", value: kernelBaseline(), unit: "ms" },
];
let failed = false;
for (const name of benchNames()) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const bench = await benchOf(name);
  if (bench === undefined) continue;
  if (!values.json) process.stderr.write(`${name} …\n`);
  try {
    figures.push(...(await bench()));
  } catch (error) {
    failed = true;
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

if (values.json) console.log(JSON.stringify(asJson(), null, 2));
else printTable();
if (failed) process.exitCode = 1;

function benchNames(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".ts") && !["run.ts", "figure.ts"].includes(name))
    .map((name) => name.slice(0, -".ts".length))
    .sort();
}

/** A bench file exports `bench` or, where the name should say more, one `benchSomething`. */
async function benchOf(name: string): Promise<(() => Promise<Figure[]>) | undefined> {
  const text = readFileSync(`${import.meta.dirname}/${name}.ts`, "utf8");
  // Other programs of this folder do their work when they are loaded.
  if (!/^export (async )?(function|const) bench/m.test(text)) return undefined;
  const exports: Record<string, unknown> = await import(`./${name}.ts`);
  const key = Object.keys(exports).find((found) => /^bench([A-Z]|$)/.test(found));
  const bench = key === undefined ? undefined : exports[key];
  // as: what is exported under this name is a bench by the folder's rule
  return typeof bench === "function" ? (bench as () => Promise<Figure[]>) : undefined;
}

function asJson() {
  return {
    node: process.version,
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? "unknown",
    figures: figures.map((figure) => ({
      ...figure,
      ratio: ratioOf(figure),
      met: meetsBar(figure),
    })),
  };
}

function printTable(): void {
  const rows = figures.map((figure) => [
    figure.name,
    figure.skipped === undefined ? `${rounded(figure.value)} ${figure.unit}` : "skipped",
    figure.bar === undefined ? "" : `${figure.atLeast ? "≥" : "≤"} ${figure.bar}`,
    { true: "met", false: "MISSED", undefined: "" }[String(meetsBar(figure))] ?? "",
    ratioText(figure),
  ]);
  const table = [["what", "figure", "bar", "", "ratio"], ...rows];
  const widths = table[0]?.map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of table) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  }
}

function ratioText(figure: Figure): string {
  if (figure.skipped !== undefined) return figure.skipped;
  const ratio = ratioOf(figure);
  return ratio === undefined ? "" : `${rounded(ratio)} × ${figure.baselineName ?? "baseline"}`;
}

/** Three figures that count, and no more noise than that. */
function rounded(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)));
}
