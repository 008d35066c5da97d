// The four kinds of test that `npm test` runs. One kind alone: npx vitest run --project unit
//   unit      beside the source, and what crosses layers (architecture, docs): no server, no browser
//   contract  the store on a real PostgreSQL server, started once for the run
//   journeys  the web in a real Chromium, started once for the run
//   package   the packed tarball, installed in an empty folder

import { defineConfig } from "vitest/config";

/** Machine-readable results, for .ci/run. */
const REPORT = ".cache/test-report.json";

export default defineConfig({
  test: {
    passWithNoTests: false,
    reporters: ["default", "json"],
    outputFile: { json: REPORT },
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "test/*.test.ts", "tools/**/*.test.ts"],
          exclude: ["src/storage/postgres-store.test.ts", "test/package.test.ts"],
          // Seconds on a quiet machine; a busy one is no reason to fail.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "contract",
          include: ["src/storage/postgres-store.test.ts"],
          globalSetup: ["test/postgres-server.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          globalSetup: ["test/journeys/browser-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // One browser for the machine's few cores: pages are quick, several at once are not.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "package",
          include: ["test/package.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
