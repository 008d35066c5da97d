// The launcher and the package's entries in a checkout. The published package has its own test.

import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LAUNCHER = join(ROOT, "bin", "throughline.js");

/** Makes a process take itself for an older Node. */
const PRETEND_OLD =
  "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})";

test("the launcher says on an old Node what is needed and what to do, and ends with 1", () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", PRETEND_OLD, LAUNCHER, "--help"],
    { encoding: "utf8" },
  );
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toContain("Throughline needs Node 26 or newer; this is Node 20.20.2.");
  expect(stderr).toContain("npm ci && npm start");
  expect(stderr.trim().split("\n")).toHaveLength(2);
});

test("a really older Node can read the launcher", ({ skip }) => {
  const old = olderNode();
  if (old === undefined) return skip("no Node older than 26 is installed here");
  const { status, stderr } = spawnSync(old, [LAUNCHER, "--help"], { encoding: "utf8" });
  expect(stderr).toMatch(/^Throughline needs Node 26 or newer; this is Node \d+\.\d+\.\d+\.\n/);
  expect(status).toBe(1);
});

test("every entry of the package gives what it promises, by import and by require", async () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const entries = Object.keys(manifest.exports).filter((name) => name !== "./package.json");
  expect(entries.length).toBeGreaterThan(0);
  for (const entry of entries) {
    const name = entry.replace(".", "throughline");
    const code = `
      const imported = await import("${name}");
      const required = process.getBuiltinModule("module").createRequire(process.cwd() + "/x")("${name}");
      const kinds = (from) => Object.entries(from).filter(([key]) => key !== "module.exports")
        .map(([key, value]) => key + ":" + typeof value).sort();
      console.log(JSON.stringify([kinds(imported), kinds(required)]));`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", code], {
      cwd: ROOT,
    });
    const [imported, required] = JSON.parse(stdout);
    expect(imported.length, name).toBeGreaterThan(0);
    expect(imported.join(" "), name).not.toContain(":undefined");
    expect(required, name).toEqual(imported);
  }
});

/** Returns a Node older than 26 from PATH, or undefined. */
function olderNode(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders
    .map((folder) => join(folder, process.platform === "win32" ? "node.exe" : "node"))
    .find((path) => {
      const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
      return status === 0 && Number(/^v(\d+)/.exec(stdout)?.[1]) < 26;
    });
}
