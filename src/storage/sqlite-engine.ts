// SQLite's answers to what engine.ts asks.

import type { DatabaseSync } from "node:sqlite";
import type { Engine, Fault, SqlSession, SqlWords } from "./engine.ts";
import { beginWrite, SQLITE, sqliteCodeOf } from "./sqlite-connection.ts";

export const SQLITE_WORDS: SqlWords = { text: "text", tableEnd: "strict" };

/** Extended codes for the constraints that the store tells apart, from sqlite3.h. */
const CONSTRAINT = { foreignKey: 787, primaryKey: 1555, unique: 2067 };

const FAULT_OF_CODE: ReadonlyMap<number, Fault> = new Map<number, Fault>([
  [SQLITE.perm, "cannot-write"],
  [SQLITE.busy, "busy"],
  [SQLITE.locked, "busy"],
  [SQLITE.readOnly, "cannot-write"],
  [SQLITE.ioError, "cannot-write"],
  [SQLITE.corrupt, "damaged"],
  [SQLITE.full, "full"],
  [SQLITE.cannotOpen, "cannot-open"],
  [SQLITE.notADatabase, "not-a-database"],
]);

/** Faults of the file system while the file or its folder is made, by Node's error codes. */
const FAULT_OF_SYSTEM_CODE: Readonly<Record<string, Fault>> = {
  EACCES: "cannot-write",
  EPERM: "cannot-write",
  EROFS: "cannot-write",
  ENOSPC: "full",
  EDQUOT: "full",
  EEXIST: "cannot-open",
  ENOTDIR: "cannot-open",
  EISDIR: "cannot-open",
  ENOENT: "cannot-open",
  ELOOP: "cannot-open",
  ENAMETOOLONG: "cannot-open",
};

/** Returns what an error of SQLite or of the file system means; undefined for any other. */
export function sqliteFaultOf(error: unknown): Fault | undefined {
  const code = sqliteCodeOf(error);
  if (code === CONSTRAINT.primaryKey || code === CONSTRAINT.unique) return "duplicate";
  if (code === CONSTRAINT.foreignKey) return "no-parent";
  if (code !== undefined) return FAULT_OF_CODE.get(code & 0xff);
  return error instanceof Error && "syscall" in error && "code" in error
    ? FAULT_OF_SYSTEM_CODE[String(error.code)]
    : undefined;
}

/** Returns the engine over an open connection, which it owns from now on. */
export function sqliteEngine(database: DatabaseSync, place: string, busyTimeoutMs: number): Engine {
  const session = sqliteSession(database);
  return {
    name: "sqlite",
    words: SQLITE_WORDS,
    place,
    async session(mode, work) {
      if (mode === "read") database.exec("begin");
      else await beginWrite(database, busyTimeoutMs);
      try {
        const result = await work(session);
        database.exec("commit");
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec("rollback");
        throw error;
      }
    },
    async dialect() {
      const { sqliteDialect } = await import("./sqlite-dialect.ts");
      return sqliteDialect(database, busyTimeoutMs);
    },
    faultOf: sqliteFaultOf,
    async forgetErased() {
      // The log still holds the rows as they were. When another process reads just now it stays, and
      // goes when the last connection closes.
      database.exec("pragma busy_timeout = 100");
      try {
        database.exec("pragma wal_checkpoint(truncate)");
      } finally {
        database.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
      }
    },
    async close() {
      if (database.isOpen) database.close();
    },
  };
}

/** Returns plain SQL over a connection; transactions are the caller's. */
export function sqliteSession(database: DatabaseSync): SqlSession {
  return {
    run: async (sql) => database.exec(sql),
    all: async (sql) => database.prepare(sql).all(),
    hasTable: async (name) =>
      database
        .prepare("select 1 from sqlite_schema where type = 'table' and name = ?")
        .get(name) !== undefined,
    isEmpty: async () => database.prepare("select 1 from sqlite_schema").get() === undefined,
  };
}
