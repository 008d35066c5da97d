// Opens the store in one SQLite file on the person's machine: makes the folder and the file private,
// looks before it touches, brings the schema up to date.

import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { failureOf } from "./failure.ts";
import { lazyStore } from "./lazy-store.ts";
import { checkedVersion, migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations.ts";
import { BUSY_TIMEOUT_MS, connect } from "./sqlite-connection.ts";
import { sqliteEngine, sqliteFaultOf, sqliteSession } from "./sqlite-engine.ts";
import type { Store } from "./store.ts";

export interface SqliteOptions {
  /** How long to wait for other processes, in milliseconds. */
  readonly busyTimeoutMs?: number;
}

/**
 * Opens the database file, which is made when missing: 0600 in a folder of 0700.
 * @throws StorageError when the folder or file cannot be used, is another program's or a newer
 *   version's; in the last two cases the file stays as it was
 */
export async function openSqliteStore(path: string, options: SqliteOptions = {}): Promise<Store> {
  const place = resolve(path);
  const busyTimeoutMs = options.busyTimeoutMs ?? BUSY_TIMEOUT_MS;
  try {
    makePrivateFolder(dirname(place));
    if (!makePrivateFile(place)) await lookOnly(place, busyTimeoutMs);
    const database = await connect(place, busyTimeoutMs);
    const engine = sqliteEngine(database, place, busyTimeoutMs);
    try {
      await migrate(engine);
    } catch (error) {
      database.close();
      throw error;
    }
    return lazyStore(engine);
  } catch (error) {
    throw failureOf({ place, faultOf: sqliteFaultOf }, "open", error);
  }
}

/**
 * Makes the folder and those above it that are missing, one at a time: Node's own way of making them all
 * never ends where the system says of a missing folder in an existing one that it is not there (/proc).
 */
function makePrivateFolder(path: string): void {
  if (existsSync(path)) return;
  makePrivateFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}

/** Makes an empty file that only its owner can read; returns false when there is one already. */
function makePrivateFile(path: string): boolean {
  try {
    closeSync(openSync(path, "wx", 0o600));
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  // A file that was copied here may be open to others. The log files take their mode from this one.
  const { mode, uid } = statSync(path);
  if ((mode & 0o077) !== 0 && uid === process.getuid?.()) chmodSync(path, 0o600);
  return false;
}

/** Refuses a file that is not for this program, over a connection that cannot change it. */
async function lookOnly(path: string, busyTimeoutMs: number): Promise<void> {
  const database = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
  try {
    await checkedVersion(sqliteSession(database), path, MIGRATIONS.length);
  } finally {
    database.close();
  }
}
