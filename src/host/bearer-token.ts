// The secret that lets programs of the same person in (curl, MCP over HTTP): a file beside the
// database that only its owner can read.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const BEARER_FILE = "token";

/** Returns the installation's token, made with `newSecret` at the first call. */
export function bearerTokenOf(folder: string, newSecret: () => string): string {
  const path = join(folder, BEARER_FILE);
  try {
    // "wx": of two processes that start at once, one makes the file and the other reads it.
    writeFileSync(path, `${newSecret()}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const token = readFileSync(path, "utf8").trim();
  if (token !== "") return token;
  // The process that made the file was killed before it wrote.
  const made = newSecret();
  writeFileSync(path, `${made}\n`, { mode: 0o600 });
  return made;
}
