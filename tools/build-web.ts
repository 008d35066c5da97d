// Builds the web into dist/web, once: the build is kept under a hash of everything it is made of, and
// nothing happens while that stays the same. Run alone by `npm start`.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

export const PROJECT = fileURLToPath(new URL("..", import.meta.url));

const BUILT = join(PROJECT, "dist", "web");
/** Lies inside the build, so that the two can never be of different ages. */
const HASH_FILE = join(BUILT, "sources.sha256");
/** The web imports http/client.ts and the domain's words, so they count as its sources too. */
const SOURCES = [
  "src/web",
  "src/http",
  "src/domain",
  "vite.config.ts",
  "package-lock.json",
  "tsconfig.json",
];

/** Brings dist/web up to date; returns whether it had to build. */
export async function buildWeb(): Promise<boolean> {
  if (!existsSync(join(PROJECT, "vite.config.ts"))) {
    throw new Error("Cannot build the web: vite.config.ts is missing");
  }
  const hash = await hashOf(PROJECT, SOURCES);
  if ((await builtHash()) === hash) return false;
  const work = join(PROJECT, "dist", `web-${process.pid}`);
  try {
    await mkdir(dirname(work), { recursive: true });
    await viteBuild(work);
    await writeFile(join(work, "sources.sha256"), hash);
    await rm(BUILT, { recursive: true, force: true });
    await rename(work, BUILT);
  } catch (cause) {
    await rm(work, { recursive: true, force: true });
    // Another run may have built the same sources at the same time.
    if ((await builtHash()) === hash) return false;
    throw new Error(`Cannot build the web into "${BUILT}"`, { cause });
  }
  return true;
}

/** Returns one hash of all files below the places, by path and content; missing places count as empty. */
export async function hashOf(root: string, places: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const place of places) {
    for (const file of (await filesBelow(join(root, place))).sort()) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(`${relative(root, file).split(sep).join("/")}\0`);
      hash.update(
        createHash("sha256")
          .update(await readFile(file))
          .digest(),
      );
    }
  }
  return hash.digest("hex");
}

async function filesBelow(place: string): Promise<string[]> {
  if (!existsSync(place)) return [];
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return [place]; // A file, not a folder.
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

async function builtHash(): Promise<string | undefined> {
  return readFile(HASH_FILE, "utf8").catch(() => undefined);
}

/** Vite runs as a process of its own: it reads its settings from the environment it finds. */
async function viteBuild(folder: string): Promise<void> {
  const require = createRequire(import.meta.url);
  const vite = join(dirname(require.resolve("vite/package.json")), "bin", "vite.js");
  const options = ["build", "--outDir", folder, "--emptyOutDir", "--logLevel", "warn"];
  await run(process.execPath, [vite, ...options], {
    cwd: PROJECT,
    env: { ...process.env, NODE_ENV: "production" },
  });
}

if (import.meta.main) {
  const started = performance.now();
  if (await buildWeb()) {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`Built the web in ${seconds} s\n`);
  }
}
