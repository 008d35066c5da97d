// Writes what is made from the code: the reference of operations, what the library's examples print and
// README's transcript. With --check it only says whether they are current, and ends with 1 when they are not.

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { CATALOG } from "../src/operations/catalog.ts";
import { makeLibraryPage } from "./library-page.ts";
import { makeOperationsPage } from "./operations-page.ts";
import { makeReadme } from "./transcript.ts";

const PAGES: readonly (readonly [string, (stored: string) => Promise<string>])[] = [
  ["docs/reference/operations.md", () => makeOperationsPage(CATALOG)],
  ["docs/reference/library.md", makeLibraryPage],
  ["README.md", makeReadme],
];

const checkOnly = process.argv.includes("--check");
for (const [page, make] of PAGES) {
  const path = fileURLToPath(new URL(`../${page}`, import.meta.url));
  const stored = await readFile(path, "utf8").catch(() => "");
  const made = await make(stored);
  if (stored === made) continue;
  if (checkOnly) {
    process.stderr.write(`${page} is not what the code says: run "npm run docs"\n`);
    process.exitCode = 1;
  } else {
    await writeFile(path, made);
  }
}
