// The house rules that a machine can hold: who may import whom, no cycles, no barrels, no file named
// for nothing, a pure domain. Each rule takes the facts of all files and returns what breaks it.

import { isBuiltin } from "node:module";
import { posix } from "node:path";
import type { SourceFile, SourceImport } from "./source-file.ts";

/** Where a file may import from: a folder ("domain/") or one file below src/, or its types alone. */
type Permission = string | { readonly types: string };

/** Words of the domain that belong to no room: results, dates, money. Their functions are for all. */
const WORDS: readonly Permission[] = [
  "domain/result.ts",
  "domain/calendar-date.ts",
  "domain/money.ts",
  "domain/random-source.ts",
  "domain/first-letter.ts",
  "domain/length-of-time.ts",
  "domain/words-in-a-row.ts",
];

/** The faces translate and decide nothing: of the domain's rooms they see shapes, not functions. */
const FACE: readonly Permission[] = ["operations/", ...WORDS, { types: "domain/" }];

/** How a step reads, on a page and in the terminal alike: pure, and small enough for the web. */
const SAME_WORDS: readonly Permission[] = ["domain/record/sessions.ts"];

/** The one place where the real things meet: all but the web. */
const WIRING: readonly Permission[] = [
  "cli/",
  "http/",
  "mcp/",
  "host/",
  "storage/",
  "sources/",
  "formats/",
  "operations/",
  "domain/",
];

/** Who may import whom; the longest matching name counts. Every folder may import from itself. */
export const MAY_IMPORT: Readonly<Record<string, readonly Permission[]>> = {
  "domain/": ["domain/"],
  "sources/": ["sources/", "domain/"],
  "formats/": ["formats/", "domain/"],
  "storage/": ["storage/", "domain/"],
  "operations/": [
    "operations/",
    "domain/",
    "sources/",
    "formats/",
    { types: "storage/store.ts" },
    { types: "storage/catalogue-shelf.ts" },
  ],
  // What only Node can do, behind the plain interfaces that others declare.
  "host/": [
    "host/",
    "domain/",
    "sources/",
    "formats/",
    { types: "operations/" },
    { types: "storage/store.ts" },
    { types: "storage/catalogue-shelf.ts" },
  ],
  "http/": ["http/", ...FACE],
  // The web loads it: nothing of the server may come along.
  "http/client.ts": [
    ...WORDS,
    "http/upload-limits.ts",
    { types: "domain/" },
    { types: "operations/" },
    { types: "http/" },
  ],
  "cli/": ["cli/", ...FACE, ...SAME_WORDS],
  "cli/main.ts": WIRING,
  // Parts of main.ts that it loads only when a command needs them: help must not wait for a database.
  "cli/local-context.ts": WIRING,
  "cli/serve-command.ts": WIRING,
  "cli/shelf-contents.ts": WIRING,
  "cli/shelf-keys.ts": WIRING,
  "cli/shelf-making.ts": WIRING,
  "cli/kept-tables.ts": WIRING,
  "cli/catalogue-worker.ts": WIRING,
  "cli/mcp-command.ts": WIRING,
  "mcp/": ["mcp/", ...FACE],
  "web/": [
    "web/",
    "http/client.ts",
    "domain/routes/refusals.ts",
    ...SAME_WORDS,
    ...WORDS,
    { types: "domain/" },
  ],
};

/** These use web-standard APIs only, so that they can run in a browser. */
const WITHOUT_NODE = ["domain/", "sources/", "formats/", "operations/", "web/", "http/client.ts"];

/** Only storage/ knows SQL. */
const SQL_PACKAGES = ["kysely", "pg", "node:sqlite"];

export const FORBIDDEN_NAMES = [
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "misc",
  "types",
  "constants",
  "manager",
  "service",
  "index",
];

/** Depth of folders below src/. */
const DEEPEST = 2;

export function isTest(path: string): boolean {
  return /\.(test|contract)\.tsx?$/.test(path);
}

/** Imports against the directions; tests are free, they cross layers on purpose. */
export function wrongDirections(files: readonly SourceFile[]): string[] {
  return productOf(files).flatMap((file) => {
    const from = file.path.slice("src/".length);
    const permissions = permissionsOf(from);
    if (permissions === undefined) return [`${file.path}: no rule for this folder`];
    return file.imports.flatMap((entry) => {
      const target = targetOf(file, entry);
      if (target === undefined) return wrongPackage(from, entry).map((why) => at(file, entry, why));
      const inside = target.startsWith("src/") ? target.slice("src/".length) : undefined;
      const allowed =
        inside !== undefined &&
        permissions.some((permission) => permits(permission, inside, entry));
      const kind = entry.typesOnly ? "types of" : "";
      return allowed
        ? []
        : [at(file, entry, `may not import ${kind} ${target}`.replace("  ", " "))];
    });
  });
}

function wrongPackage(from: string, entry: SourceImport): string[] {
  const { specifier } = entry;
  const within = (places: readonly string[]) => places.some((place) => from.startsWith(place));
  if (from.startsWith("domain/")) return [`domain imports only itself, not "${specifier}"`];
  if (isBuiltin(specifier) && within(WITHOUT_NODE)) return [`may not use "${specifier}"`];
  const isSql = SQL_PACKAGES.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  if (isSql && !from.startsWith("storage/")) return [`only storage/ may use "${specifier}"`];
  return [];
}

/** Cycles among files, each once, from its first file by name; types count as well. */
export function cycles(files: readonly SourceFile[]): string[] {
  const known = new Map(files.map((file) => [file.path, file]));
  const state = new Map<string, "open" | "done">();
  const trail: string[] = [];
  const found = new Set<string>();
  const visit = (path: string) => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      const ring = trail.slice(trail.indexOf(path));
      const first = ring.indexOf([...ring].sort()[0] ?? path);
      const turned = [...ring.slice(first), ...ring.slice(0, first)];
      found.add([...turned, turned[0]].join(" → "));
      return;
    }
    state.set(path, "open");
    trail.push(path);
    const file = known.get(path);
    for (const entry of file?.imports ?? []) {
      const target = file && targetOf(file, entry);
      if (target !== undefined && known.has(target)) visit(target);
    }
    trail.pop();
    state.set(path, "done");
  };
  for (const path of [...known.keys()].sort()) visit(path);
  return [...found];
}

/** Files that only pass on what others export, unless they are entries of the package. */
export function barrels(files: readonly SourceFile[], entries: readonly string[] = []): string[] {
  return files
    .filter((file) => file.onlyPassesOn && !entries.includes(file.path))
    .map((file) => `${file.path}: only re-exports`);
}

/** Names that say nothing, names not in kebab-case, folders too deep, and imports without their ending. */
export function wrongNames(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const name = posix.basename(file.path);
    const stem = name.split(".")[0] ?? "";
    const folders = file.path.split("/").length - 2;
    const wrong: string[] = [];
    if (FORBIDDEN_NAMES.includes(stem)) wrong.push(`${file.path}: "${stem}" names nothing`);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(name))
      wrong.push(`${file.path}: not in kebab-case`);
    if (file.path.startsWith("src/") && folders > DEEPEST)
      wrong.push(`${file.path}: ${folders} folders deep, at most ${DEEPEST}`);
    return wrong;
  });
}

/** Files that do not say first what is in them; a test's name says it. */
export function silentFiles(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !file.opensWithComment && !isTest(file.path))
    .map((file) => `${file.path}: does not open with a comment`);
}

/** Clock, randomness and console in the domain. */
export function impureDomain(files: readonly SourceFile[]): string[] {
  return productOf(files)
    .filter((file) => file.path.startsWith("src/domain/"))
    .flatMap((file) => file.impurities.map((found) => `${file.path}:${found.line}: ${found.text}`));
}

/** Rules switched off without a reason on the same line. */
export function unexplainedSuppressions(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    file.suppressions
      .filter((found) => !found.hasReason)
      .map((found) => `${file.path}:${found.line}: ${found.text} without a reason`),
  );
}

/** Default exports, except where a tool asks for one. */
export function defaultExports(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => file.hasDefaultExport && !/\.config\.ts$/.test(file.path))
    .map((file) => `${file.path}: default export`);
}

function productOf(files: readonly SourceFile[]): SourceFile[] {
  return files.filter((file) => file.path.startsWith("src/") && !isTest(file.path));
}

function permissionsOf(from: string): readonly Permission[] | undefined {
  const names = Object.keys(MAY_IMPORT).filter((name) =>
    name.endsWith("/") ? from.startsWith(name) : from === name,
  );
  const longest = names.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : MAY_IMPORT[longest];
}

function permits(permission: Permission, target: string, entry: SourceImport): boolean {
  const place = typeof permission === "string" ? permission : permission.types;
  if (typeof permission !== "string" && !entry.typesOnly) return false;
  return place.endsWith("/") ? target.startsWith(place) : target === place;
}

/** The imported file's path from the root, or undefined for a package. */
function targetOf(file: SourceFile, entry: SourceImport): string | undefined {
  if (!entry.specifier.startsWith(".")) return undefined;
  const [path = ""] = entry.specifier.split("?");
  return posix.normalize(posix.join(posix.dirname(file.path), path));
}

function at(file: SourceFile, entry: SourceImport, why: string): string {
  return `${file.path}:${entry.line}: ${why}`;
}
