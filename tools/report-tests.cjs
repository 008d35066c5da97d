// Reads Vitest's JSON report and prints "N passed, N failed" as the last line. Old syntax: where
// `npm ci` failed, only the system's Node is there to run it.
// Usage: report-tests.cjs REPORT EXIT_CODE

const { readFileSync } = require("node:fs");

const [, , path, exitCode] = process.argv;
const say = (line) => process.stdout.write(`${line}\n`);
let passed = 0;
let failed = 0;
let skipped = 0;
try {
  const report = JSON.parse(readFileSync(path, "utf8"));
  passed = report.numPassedTests;
  failed = report.numFailedTests;
  skipped = report.numPendingTests + report.numTodoTests;
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === "failed") say(`failed: ${file.name}: ${test.fullName}`);
    }
    // A file that cannot be loaded has no test to count, and is a failure all the same.
    if (file.status === "failed" && file.assertionResults.length === 0) {
      failed += 1;
      say(`failed to load: ${file.name}`);
    }
  }
} catch (error) {
  say(`No test report: ${error.message}`);
}
// A run that ends badly without a failed test (a set-up, an error outside a test) has failed.
if (failed === 0 && (exitCode !== "0" || passed === 0)) failed = 1;
say(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed > 0 ? 1 : 0;
