// What operations get in the tests of one file: a store of its own in a temporary folder, with the starter
// catalogue; both are gone after the tests.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { localContexts } from "../src/cli/local-context.ts";
import type { OperationContext } from "../src/operations/context.ts";

/** Returns the context of a person with nothing on record yet. */
export function contextOfFile(): OperationContext {
  const folder = mkdtempSync(join(tmpdir(), "throughline-test-"));
  const contexts = localContexts(folder);
  afterAll(async () => {
    await contexts.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return contexts.contextFor({ signal: new AbortController().signal });
}
