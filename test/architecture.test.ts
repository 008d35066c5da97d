// Holds the house to its rules, and shows of each rule that it can fail. Prints the largest files.

import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import {
  barrels,
  cycles,
  defaultExports,
  impureDomain,
  isTest,
  silentFiles,
  unexplainedSuppressions,
  wrongDirections,
  wrongNames,
} from "./architecture-rules.ts";
import { readSource, type SourceFile } from "./source-file.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = ["src", "test", "bench", "tools", "docs"];
/** Past these, look for the concept that is missing (they are watched, not policed). */
const LONG_FILE = 300;
const LONG_FUNCTION = 60;
const FULL_FOLDER = 25;
/** Exceptions from a rule in the whole house. This number may only fall. */
const MOST_SUPPRESSIONS = 8;

const files = FOLDERS.flatMap((folder) => filesBelow(folder));

test("imports follow the directions of the house", () => {
  expect(wrongDirections(files)).toEqual([]);
});

test("there are no cycles", () => {
  expect(cycles(files)).toEqual([]);
});

test("there are no barrels", () => {
  expect(barrels(files)).toEqual([]);
});

test("files are named for what is in them, and folders are shallow", () => {
  expect(wrongNames(files)).toEqual([]);
});

test("each file opens with a comment that says what is in it", () => {
  expect(silentFiles(files)).toEqual([]);
});

test("the domain has no clock, no randomness and no console", () => {
  expect(impureDomain(files)).toEqual([]);
});

test("every exception from a rule says why, on the same line", () => {
  expect(unexplainedSuppressions(files)).toEqual([]);
});

test("there are no default exports but where a tool asks for one", () => {
  expect(defaultExports(files)).toEqual([]);
});

test("sizes, for looking at", () => {
  const product = files.filter((file) => file.path.startsWith("src/") && !isTest(file.path));
  const lines = product.map((file) => ({ size: file.lines, name: file.path }));
  const functions = product.flatMap((file) =>
    file.functions.map((entry) => ({ size: entry.lines, name: `${entry.name} in ${file.path}` })),
  );
  const folders = Map.groupBy(product, (file) => posix.dirname(file.path));
  const full = [...folders].map(([name, held]) => ({ size: held.length, name }));
  const suppressions = files.reduce((sum, file) => sum + file.suppressions.length, 0);
  const casts = product.reduce((sum, file) => sum + file.casts, 0);
  console.log(
    [
      `${product.length} source files, ${lines.reduce((sum, entry) => sum + entry.size, 0)} lines; suppressions ${suppressions}, casts ${casts}`,
      ...list("Largest files", lines, LONG_FILE),
      ...list("Largest functions", functions, LONG_FUNCTION),
      ...list("Fullest folders", full, FULL_FOLDER),
    ].join("\n"),
  );
  expect(product.length).toBeGreaterThan(0);
  expect(suppressions).toBeLessThanOrEqual(MOST_SUPPRESSIONS);
});

// From here on: each rule can fail. The trees are made up.

test("wrongDirections() finds each kind of wrong import", () => {
  const wrong = (path: string, text: string) => wrongDirections([source(path, text)]).length;
  // Domain: no other layer, no package, no node:, not even as types.
  expect(wrong("src/domain/a.ts", 'import { b } from "../storage/store.ts";')).toBe(1);
  expect(wrong("src/domain/a.ts", 'import { z } from "zod";')).toBe(1);
  expect(wrong("src/domain/a.ts", 'import { readFile } from "node:fs";')).toBe(1);
  expect(wrong("src/domain/record/a.ts", 'export * from "../../formats/b.ts";')).toBe(1);
  expect(wrong("src/domain/a.ts", 'type B = import("../http/app.ts").B;')).toBe(1);
  expect(wrong("src/domain/a.ts", 'import { b } from "./record/b.ts";')).toBe(0);
  expect(wrong("src/sources/a.ts", 'import { b } from "../formats/b.ts";')).toBe(1);
  expect(wrong("src/formats/a.ts", 'import { b } from "../sources/b.ts";')).toBe(1);
  expect(wrong("src/formats/a.ts", 'import "node:path";')).toBe(1);
  expect(wrong("src/formats/a.ts", 'import { b } from "csv-parse/sync";')).toBe(0);
  expect(wrong("src/storage/a.ts", 'import { b } from "../operations/b.ts";')).toBe(1);
  expect(wrong("src/storage/a.ts", 'import { sql } from "kysely";')).toBe(0);
  expect(wrong("src/operations/a.ts", 'import { sql } from "kysely";')).toBe(1);
  // Operations see the Store's type and nothing else of storage, and nothing of Node.
  expect(wrong("src/operations/a.ts", 'import type { S } from "../storage/store.ts";')).toBe(0);
  expect(wrong("src/operations/a.ts", 'import { S } from "../storage/store.ts";')).toBe(1);
  expect(wrong("src/operations/a.ts", 'import type { S } from "../storage/sql.ts";')).toBe(1);
  expect(wrong("src/operations/a.ts", 'const a = await import("../host/a.ts");')).toBe(1);
  expect(wrong("src/operations/a.ts", 'import { join } from "path";')).toBe(1);
  // Faces: shapes of the domain, not its functions; no other face; the real things in main.ts only.
  for (const face of ["http", "cli", "mcp"]) {
    expect(wrong(`src/${face}/a.ts`, 'import { b } from "../operations/b.ts";')).toBe(0);
    expect(wrong(`src/${face}/a.ts`, 'import type { B } from "../domain/routes/b.ts";')).toBe(0);
    expect(wrong(`src/${face}/a.ts`, 'import { b } from "../domain/routes/b.ts";')).toBe(1);
    expect(wrong(`src/${face}/a.ts`, 'import { b } from "../host/b.ts";')).toBe(1);
    expect(wrong(`src/${face}/a.ts`, 'import { b } from "../storage/sqlite-store.ts";')).toBe(1);
  }
  expect(wrong("src/http/a.ts", 'import { b } from "../cli/b.ts";')).toBe(1);
  expect(wrong("src/cli/main.ts", 'const b = await import("../storage/b.ts");')).toBe(0);
  expect(wrong("src/cli/main.ts", 'import { b } from "../web/b.ts";')).toBe(1);
  // The web talks to the client only.
  expect(wrong("src/web/a.tsx", 'import { b } from "../http/client.ts";')).toBe(0);
  expect(wrong("src/web/a.tsx", 'import { b } from "../http/app.ts";')).toBe(1);
  expect(wrong("src/web/a.tsx", 'import { b } from "../operations/b.ts";')).toBe(1);
  expect(wrong("src/http/client.ts", 'import { app } from "./app.ts";')).toBe(1);
  expect(wrong("src/http/client.ts", 'import { type A, app } from "./app.ts";')).toBe(1);
  expect(wrong("src/http/client.ts", 'import { type A } from "./app.ts";')).toBe(0);
  expect(wrong("src/cellar/a.ts", "export const a = 1;")).toBe(1);
  // A comment or a text is no import, and tests are free.
  expect(wrong("src/domain/a.ts", '// import "zod"\nconst a = `import "zod"`;')).toBe(0);
  expect(wrong("src/domain/a.test.ts", 'import { test } from "vitest";')).toBe(0);
});

test("cycles() finds a ring once, through types and dynamic imports too", () => {
  const ring = [
    source("src/domain/a.ts", 'import type { B } from "./b.ts";'),
    source("src/domain/b.ts", 'const c = import("./c.ts");'),
    source("src/domain/c.ts", 'export { a } from "./a.ts";'),
  ];
  expect(cycles(ring)).toEqual([
    "src/domain/a.ts → src/domain/b.ts → src/domain/c.ts → src/domain/a.ts",
  ]);
  expect(cycles([...ring].reverse())).toEqual(cycles(ring));
  expect(cycles(ring.slice(0, 2))).toEqual([]);
});

test("barrels() finds files that only pass on", () => {
  const passing = source(
    "src/domain/all.ts",
    'export * from "./a.ts";\nexport { b } from "./b.ts";',
  );
  expect(barrels([passing])).toHaveLength(1);
  expect(barrels([passing], ["src/domain/all.ts"])).toEqual([]);
  expect(barrels([source("src/a.ts", 'export * from "./b.ts";\nexport const a = 1;')])).toEqual([]);
});

test("wrongNames() finds empty names, other cases and deep folders", () => {
  const wrong = (path: string) => wrongNames([source(path, "export const a = 1;")]).length;
  for (const name of ["utils.ts", "helpers.test.ts", "index.tsx", "types.ts"])
    expect(wrong(`src/domain/${name}`)).toBe(1);
  expect(wrong("src/domain/skillGap.ts")).toBe(1);
  expect(wrong("src/domain/skill_gap.ts")).toBe(1);
  expect(wrong("src/domain/record/past/a.ts")).toBe(1);
  expect(wrong("src/domain/record/skill-gap.test.ts")).toBe(0);
});

test("silentFiles() finds a file without its opening comment", () => {
  expect(silentFiles([source("src/a.ts", "export const a = 1;")])).toHaveLength(1);
  expect(silentFiles([source("src/a.ts", "// What is here.\nexport const a = 1;")])).toEqual([]);
});

test("impureDomain() finds clock, randomness and console, and lets dates with arguments pass", () => {
  const wrong = (text: string) => impureDomain([source("src/domain/a.ts", text)]).length;
  for (const text of [
    "Date.now()",
    "new Date()",
    "Date()",
    "Math.random()",
    "console.log(1)",
    "performance.now()",
    "crypto.randomUUID()",
    "Temporal.Now.plainDateISO()",
    "process.env",
    "globalThis.x",
  ])
    expect(wrong(`export const a = ${text};`), text).toBe(1);
  expect(wrong("export const a = Math.max(1, new Date(0).getTime());")).toBe(0);
  expect(wrong("// Date.now()\nexport const a = 'Math.random()';")).toBe(0);
});

test("unexplainedSuppressions() wants a reason on the same line", () => {
  const wrong = (text: string) =>
    unexplainedSuppressions([source("src/a.ts", `${text}\nexport const b = 1;`)]).length;
  expect(wrong("// biome-ignore lint/suspicious/noConsole")).toBe(1);
  expect(wrong("// biome-ignore lint/suspicious/noConsole: the command line prints here")).toBe(0);
  expect(wrong("// @ts-expect-error")).toBe(1);
  expect(wrong("// @ts-expect-error: the wrong type is what is tested")).toBe(0);
  expect(wrong("const a = b as any;")).toBe(1);
  expect(wrong("const a = b as unknown as string; // the schema was checked above")).toBe(0);
  expect(wrong("const a = b as unknown as string;")).toBe(1);
  expect(wrong("// seen as any other word\nconst a = b as string;")).toBe(0);
});

test("defaultExports() finds one outside a tool's configuration", () => {
  expect(defaultExports([source("src/a.ts", "export default 1;")])).toHaveLength(1);
  expect(defaultExports([source("vite.config.ts", "export default {};")])).toEqual([]);
});

function source(path: string, text: string): SourceFile {
  return readSource(path, text);
}

function filesBelow(folder: string): SourceFile[] {
  return readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((path) =>
      source(path.slice(ROOT.length).split("\\").join("/"), readFileSync(path, "utf8")),
    );
}

/** The five largest, and all past the mark. */
function list(heading: string, entries: { size: number; name: string }[], mark: number): string[] {
  const sorted = entries.sort((a, b) => b.size - a.size);
  const shown = sorted.filter((entry, place) => place < 5 || entry.size > mark);
  return [
    `${heading} (watched past ${mark}):`,
    ...shown.map((entry) => `${String(entry.size).padStart(6)}  ${entry.name}`),
  ];
}
