// The program as a process of its own: what only its real standard streams show.

import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { STORAGE } from "./exit-codes.ts";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

test.skipIf(!existsSync("/dev/full"))("an answer that the disk has no room for is said", () => {
  const full = openSync("/dev/full", "w");
  const { status, stderr } = spawnSync(process.execPath, [MAIN, "--help"], {
    stdio: ["ignore", full, "pipe"],
    encoding: "utf8",
  });
  closeSync(full);
  expect(stderr).toMatch(/^Cannot write the answer: the disk is full\. [^\n]*\n$/);
  expect(status).toBe(STORAGE);
});
