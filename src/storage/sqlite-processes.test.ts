// What only real processes can show of the store in a file: several at once, one without rights, one that
// is killed.

import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { seededRandom } from "../domain/random-source.ts";
import { killWhileWriting, WRITER_PROGRAM, WRITTEN_PERSON } from "./durability.contract.ts";
import { openSqliteStore } from "./sqlite-store.ts";

/** Several processes start in each test, and a busy machine starts them slowly. */
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-store-"));
  path = join(folder, "data", "throughline.db");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

// Root may write anywhere, so for root a child process gives up its rights first.
test.skipIf(process.platform === "win32")(
  "a folder that may not be written is said so",
  async () => {
    mkdirSync(dirname(path));
    chmodSync(dirname(path), 0o500);
    chmodSync(folder, 0o755);
    const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;
    const { output } = await runProgram(
      `const { openSqliteStore } = await import(${moduleUrl("./sqlite-store.ts")});
     ${account === undefined ? "" : "process.setgid(65534); process.setuid(65534);"}
     await openSqliteStore(process.argv[1]).catch((error) => console.log(error.code));`,
      [path],
    );
    expect(output.trim()).toBe("storage/cannot-write");
  },
);

test("two processes that read and write the same record lose nothing", async () => {
  const times = 100;
  await Promise.all([
    runProgram(WRITER_PROGRAM, [path, String(times)]),
    runProgram(WRITER_PROGRAM, [path, String(times)]),
  ]);
  const store = await openSqliteStore(path);
  expect((await store.findRecord(WRITTEN_PERSON))?.label).toBe(String(2 * times));
  await store.close();
});

test("processes that start at once on an empty folder end with one person", async () => {
  const program = `
    const { openSqliteStore } = await import(${moduleUrl("./sqlite-store.ts")});
    const store = await openSqliteStore(process.argv[1]);
    console.log(await store.ensureLocalPerson(() => "person of " + process.pid));
    await store.close();`;
  const runs = await Promise.all([1, 2, 3].map(() => runProgram(program, [path])));
  expect(new Set(runs.map((run) => run.output)).size).toBe(1);
  const store = await openSqliteStore(path);
  expect(await store.listPersons()).toHaveLength(1);
  await store.close();
});

/** Kills in an ordinary run; a release asks for 1,000. */
const KILLS = Number(process.env.THROUGHLINE_KILLS ?? 10);

test("what was acknowledged is there after kill -9", { timeout: 5000 + KILLS * 3000 }, async () => {
  const report = await killWhileWriting(path, KILLS, seededRandom(KILLS));
  expect(report).toMatchObject({ kills: KILLS, lost: 0, damaged: 0 });
  expect(report.acknowledged).toBeGreaterThanOrEqual(KILLS);
});

test("opening an existing store loads no query builder", async () => {
  await (await openSqliteStore(path)).close();
  const { output } = await runProgram(
    `import { registerHooks } from "node:module";
     const loaded = [];
     registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
     const { openSqliteStore } = await import(${moduleUrl("./sqlite-store.ts")});
     const store = await openSqliteStore(process.argv[1]);
     console.log(loaded.filter((url) => url.includes("/kysely/")).length);
     await store.listPersons();
     console.log(loaded.filter((url) => url.includes("/kysely/")).length > 0);
     await store.close();`,
    [path],
  );
  expect(output).toBe("0\ntrue\n");
});

function moduleUrl(file: string): string {
  return JSON.stringify(new URL(file, import.meta.url).href);
}

/** Runs a program in a process of its own; rejects when it fails. */
function runProgram(program: string, args: readonly string[]): Promise<{ output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", program, ...args]);
    let output = "";
    let complaint = "";
    child.stdout.on("data", (text: Buffer) => {
      output += text.toString();
    });
    child.stderr.on("data", (text: Buffer) => {
      complaint += text.toString();
    });
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0
        ? resolve({ output })
        : reject(new Error(`Program ended with ${code}: ${complaint}`)),
    );
  });
}
