// The published package: packed, installed in an empty folder, and used there with nothing else.

import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examplesIn } from "../docs/library-page.ts";
import { startApp } from "./running-app.ts";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** All that may lie in the package. */
const WANTED = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^bin\/throughline\.js$/,
  /^entry\/[a-z-]+\.(js|d\.ts)$/,
  /^dist\/(?!web\/).*\.(js|d\.ts)$/,
  /^dist\/web\/(?!.*\.map$)/,
  /^data\/starter\/([a-z-]+\.csv|SOURCES\.md)$/,
  /^examples\/[a-z-]+\.(json|md)$/i,
];
const UNWANTED = /\.(test|contract)\.|-under-test\./;
/** Assumption: what a person on a slow line (2 Mbit/s) waits 20 seconds for. */
const LARGEST_BYTES = 5_000_000;

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

let folder: string;
let packed: Packed;
let installed: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "throughline-package-"));
  installed = join(folder, "empty");
  await mkdir(installed);
  const { stdout } = await npm(["pack", "--json", "--pack-destination", folder], ROOT);
  // Scripts may print before it; newer versions of npm name the package where older ones list it.
  const answer = JSON.parse(stdout.slice(stdout.search(/^[[{]/m)));
  packed = Array.isArray(answer) ? answer[0] : (answer.throughline ?? answer);
  await writeFile(join(installed, "package.json"), '{ "private": true, "type": "module" }');
  const tarball = join(folder, packed.filename);
  await npm(["install", "--prefer-offline", "--no-audit", "--no-fund", tarball], installed);
});

afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true });
});

test("the tarball is slim: what runs, the starter, the examples, and nothing of the making", () => {
  const paths = packed.files.map((file) => file.path);
  const strange = paths.filter(
    (path) => UNWANTED.test(path) || !WANTED.some((pattern) => pattern.test(path)),
  );
  expect(strange).toEqual([]);
  for (const needed of ["dist/cli/main.js", "dist/web/index.html", "README.md", "LICENSE"])
    expect(paths).toContain(needed);
  console.log(
    `${packed.filename}: ${paths.length} files, ${Math.round(packed.size / 1000)} kB packed, ${Math.round(packed.unpackedSize / 1000)} kB unpacked`,
  );
  expect(packed.size).toBeLessThan(LARGEST_BYTES);
});

test("it installs nothing that is only for the making", async () => {
  const lock = JSON.parse(await readFile(join(installed, "package-lock.json"), "utf8"));
  const names = Object.keys(lock.packages);
  for (const name of ["typescript", "vite", "vitest", "playwright-core", "node", "react"])
    expect(names).not.toContain(`node_modules/${name}`);
});

test("npx throughline --help answers", async () => {
  const { stdout } = await npx(["--help"]);
  expect(stdout).toContain("throughline plan");
});

test("npx throughline plan makes a whole plan from a bundled example", async () => {
  const resume = join(installed, "node_modules/throughline/examples/network-manager.json");
  const { stdout } = await npx(
    ["plan", "--resume", resume, "--goal", "computer network architect", "--json"],
    { maxBuffer: 64_000_000 },
  );
  const plan = JSON.parse(stdout);
  for (const part of ["gaps", "routes", "actions", "milestones", "backups"])
    expect(Array.isArray(plan[part]), part).toBe(true);
  expect(plan.routes.length).toBeGreaterThan(0);
});

test("npx throughline catalogue add reads a release in a worker of the package", async () => {
  const release = join(ROOT, "test/fixtures/onet/db_99_0_text");
  const data = join(installed, "data");
  const words = ["catalogue", "add", "onet", release, "--no-training", "--data", data, "--json"];
  expect(JSON.parse((await npx(words)).stdout)).toMatchObject({ kind: "onet", replaced: false });
});

test("npx throughline serve shows the web app behind its start link", async () => {
  const app = await startApp(join(installed, "node_modules/throughline/bin/throughline.js"));
  try {
    const link = app.startLink;
    const entered = await fetch(link, { redirect: "manual" });
    const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
    const page = await fetch(new URL("/", link), { headers: { cookie, accept: "text/html" } });
    expect(page.status).toBe(200);
    const html = await page.text();
    const script = /<script[^>]+src="([^"]+)"/.exec(html)?.[1] ?? "";
    const loaded = await fetch(new URL(script, link), { headers: { cookie } });
    expect(loaded.status).toBe(200);
    expect(loaded.headers.get("content-type")).toContain("javascript");
  } finally {
    await app.stop();
  }
});

test("every entry resolves there, and its types hold what it gives", async () => {
  const manifest = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const names = Object.keys(manifest.exports).filter((name) => name !== "./package.json");
  const lines: string[] = [];
  for (const name of names.map((entry) => entry.replace(".", "throughline"))) {
    const code = `const all = await import("${name}");
      for (const key in all) if (typeof all[key] !== "function") throw new Error(key);
      console.log(Object.keys(all).join());`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", code], {
      cwd: installed,
    });
    const given = stdout.trim();
    expect(given, name).not.toBe("");
    const room = name.replace("throughline/", "");
    lines.push(`import * as ${room} from "${name}";`);
    // Fails to compile where the types lack one of them, or have it as something else.
    for (const key of given.split(","))
      lines.push(`export const ${room}_${key}: (...all: never[]) => unknown = ${room}.${key};`);
  }
  await writeFile(join(installed, "reader.ts"), lines.join("\n"));
  await compile(["--types", "", "reader.ts"]);
});

test("the examples of the library's page fit its types, and run there", async () => {
  const page = await readFile(join(ROOT, "docs/reference/library.md"), "utf8");
  const examples = examplesIn(page);
  const names = examples.map((_, place) => `example-${place}.js`);
  await Promise.all(names.map((name, i) => writeFile(join(installed, name), examples[i] ?? "")));
  const roots = ["--typeRoots", join(ROOT, "node_modules/@types"), "--types", "node"];
  const asScript = ["--allowJs", "--checkJs", "--noImplicitAny", "false"];
  await compile([...roots, ...asScript, ...names]);
  for (const name of names) await run(process.execPath, [name], { cwd: installed });
});

/** Compiles files in the folder that the package is installed in, strictly, the package's types with them. */
async function compile(words: readonly string[]): Promise<void> {
  const tsc = createRequire(import.meta.url).resolve("typescript/package.json");
  const strictly = ["--noEmit", "--strict", "--skipLibCheck", "false"];
  const compiler = [join(dirname(tsc), "bin", "tsc"), ...strictly];
  const target = ["--module", "nodenext", "--target", "es2024"];
  await run(process.execPath, [...compiler, ...target, ...words], { cwd: installed }).catch(
    (error) => {
      throw new Error(`The entries' types do not hold:\n${error.stdout}`);
    },
  );
}

function npm(words: string[], cwd: string) {
  return run("npm", words, { ...surroundings(), cwd, maxBuffer: 64_000_000 });
}

function npx(words: string[], options: { maxBuffer?: number } = {}) {
  return run("npx", ["--no-install", "throughline", ...words], {
    ...surroundings(),
    cwd: installed,
    ...options,
  });
}

/** As a person's terminal is: the project's Node first in PATH, and nothing of the running `npm test`. */
function surroundings() {
  const kept = Object.entries(process.env).filter(
    ([key]) =>
      !/^(npm_(package|lifecycle|command)|npm_config_(local_)?prefix$|INIT_CWD|NODE_ENV|VITEST)/.test(
        key,
      ),
  );
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  return {
    env: { ...Object.fromEntries(kept), PATH: path },
    encoding: "utf8" as const,
    shell: process.platform === "win32",
  };
}
