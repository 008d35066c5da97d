import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BEARER_FILE, bearerTokenOf } from "./bearer-token.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-token-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("bearerTokenOf() makes the token once, for its owner's eyes only", () => {
  expect(bearerTokenOf(folder, () => "first")).toBe("first");
  expect(bearerTokenOf(folder, () => "second")).toBe("first");
  if (process.platform !== "win32")
    expect(statSync(join(folder, BEARER_FILE)).mode & 0o777).toBe(0o600);
});

test("bearerTokenOf() fills a file that was left empty", () => {
  writeFileSync(join(folder, BEARER_FILE), "");
  expect(bearerTokenOf(folder, () => "made")).toBe("made");
  expect(readFileSync(join(folder, BEARER_FILE), "utf8")).toBe("made\n");
});
