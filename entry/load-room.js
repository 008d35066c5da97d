// Finds the code behind an entry of the package: the source in a checkout (never a build that has gone
// stale), the compiled file in the published package, which carries no source.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const load = createRequire(import.meta.url);

/** Returns the module at `path` below src/, without its ending. */
export function loadRoom(path) {
  const source = fileURLToPath(new URL(`../src/${path}.ts`, import.meta.url));
  return load(existsSync(source) ? source : `../dist/${path}.js`);
}
