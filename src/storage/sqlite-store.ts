// Opens the store in one SQLite file on the person's machine: makes the folder and the file private,
// looks before it touches, brings the schema up to date.

import { dirname, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { failureOf } from "./failure.ts";
import { lazyStore } from "./lazy-store.ts";
import { checkedVersion, migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations.ts";
import { makePrivateFile, makePrivateFolder } from "./private-file.ts";
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

/** Refuses a file that is not for this program, over a connection that cannot change it. */
async function lookOnly(path: string, busyTimeoutMs: number): Promise<void> {
  const database = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
  try {
    await checkedVersion(sqliteSession(database), path, MIGRATIONS.length);
  } finally {
    database.close();
  }
}
