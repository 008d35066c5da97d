// Writes the generated pages of docs/reference; with --check only says whether they are current, and
// ends with 1 when they are not.

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { CATALOG } from "../src/operations/catalog.ts";
import { makeOperationsPage } from "./operations-page.ts";

const PAGE = fileURLToPath(new URL("reference/operations.md", import.meta.url));

const made = await makeOperationsPage(CATALOG);
const stored = await readFile(PAGE, "utf8").catch(() => "");
if (!process.argv.includes("--check")) {
  await writeFile(PAGE, made);
} else if (stored !== made) {
  process.stderr.write(
    'docs/reference/operations.md is not what the catalog says: run "npm run docs"\n',
  );
  process.exitCode = 1;
}
