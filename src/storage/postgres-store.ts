// Opens the store in a PostgreSQL database, as an organisation's server would use it. No command opens one yet: the
// contract tests hold both engines to the same answers (docs/decisions/0003).

import pg from "pg";
import { failureOf } from "./failure.ts";
import { lazyStore } from "./lazy-store.ts";
import { migrate } from "./migrate.ts";
import { postgresEngine, postgresFaultOf } from "./postgres-engine.ts";
import type { Store } from "./store.ts";

/** Assumption: connections one process needs at once; every call holds one for a few milliseconds. */
const CONNECTIONS = 5;
/** As patient as SQLite's busy timeout, in milliseconds. */
const PATIENCE_MS = 5000;

/**
 * Opens the database that a connection string names ("postgres://person@host:5432/name").
 * @throws StorageError when the server cannot be reached or the database is a newer version's
 */
export async function openPostgresStore(connectionString: string): Promise<Store> {
  const place = placeOf(connectionString);
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE_MS,
    lock_timeout: PATIENCE_MS,
    // A server may be set to answer before it has flushed; what this store promises is after.
    options: "-c synchronous_commit=on",
  });
  // A connection that breaks while idle is replaced at the next use; without this the process would end.
  pool.on("error", () => {});
  // So does one that is lost while it is lent out, once more besides failing its query.
  pool.on("connect", (client) => client.on("error", () => {}));
  const engine = postgresEngine(pool, place);
  try {
    await migrate(engine);
    return lazyStore(engine);
  } catch (error) {
    await engine.close();
    throw failureOf({ place, faultOf: postgresFaultOf }, "open", error);
  }
}

/** Returns server and database, never the password. */
function placeOf(connectionString: string): string {
  const url = URL.parse(connectionString);
  return url === null || url.host === "" ? "PostgreSQL" : `${url.host}${url.pathname}`;
}
