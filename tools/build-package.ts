// Makes dist/, which is what the published package runs: the source as JavaScript with its types (Node
// strips no types under node_modules) and the built web. Run by `npm run build` and before `npm pack`.

import { execFile } from "node:child_process";
import { mkdir, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { buildWeb, PROJECT } from "./build-web.ts";

const run = promisify(execFile);
const DIST = join(PROJECT, "dist");

await mkdir(DIST, { recursive: true });
for (const name of await readdir(DIST)) {
  // What an earlier build left is no part of this one; the web is kept under its own hash.
  if (!name.startsWith("web")) await rm(join(DIST, name), { recursive: true, force: true });
}

const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
try {
  await run(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: PROJECT });
} catch (cause) {
  const output = cause instanceof Error && "stdout" in cause ? String(cause.stdout) : "";
  throw new Error(`Cannot compile the source:\n${output}`, { cause });
}
await buildWeb();
