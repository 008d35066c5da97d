// The one line that a run of all tests ends with.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "throughline-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

const PASSED_FILE = { name: "a.test.ts", status: "passed", assertionResults: [] };

/** Returns the last line and the exit code for a made-up report. */
function endOf(report: object | string, exitCode: string) {
  const path = join(folder, "report.json");
  writeFileSync(path, typeof report === "string" ? report : JSON.stringify(report));
  const words = [join(import.meta.dirname, "report-tests.cjs"), path, exitCode];
  const { stdout, status } = spawnSync(process.execPath, words, { encoding: "utf8" });
  return [stdout.trim().split("\n").at(-1), status];
}

function report(
  numbers: { passed: number; failed?: number; skipped?: number },
  files = [PASSED_FILE],
) {
  return {
    numPassedTests: numbers.passed,
    numFailedTests: numbers.failed ?? 0,
    numPendingTests: numbers.skipped ?? 0,
    numTodoTests: 0,
    testResults: files,
  };
}

test("the report's last line counts what passed, failed and was skipped", () => {
  expect(endOf(report({ passed: 7 }), "0")).toEqual(["7 passed, 0 failed", 0]);
  expect(endOf(report({ passed: 7, skipped: 2 }), "0")).toEqual([
    "7 passed, 0 failed, 2 skipped",
    0,
  ]);
  expect(endOf(report({ passed: 7, failed: 3 }), "1")).toEqual(["7 passed, 3 failed", 1]);
});

test("a run that went wrong without a failed test has failed all the same", () => {
  const broken = { ...PASSED_FILE, status: "failed" };
  expect(endOf(report({ passed: 7 }, [broken]), "1")).toEqual(["7 passed, 1 failed", 1]);
  expect(endOf(report({ passed: 7 }), "1")).toEqual(["7 passed, 1 failed", 1]);
  expect(endOf(report({ passed: 0 }), "0")).toEqual(["0 passed, 1 failed", 1]);
  expect(endOf("not a report", "0")).toEqual(["0 passed, 1 failed", 1]);
});
