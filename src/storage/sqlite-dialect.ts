// Kysely on Node's own SQLite: its compiler and adapter for SQLite, and a driver over one connection.
// Kysely gives the connection to one transaction or query at a time.

import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from "kysely";
import { beginWrite } from "./sqlite-connection.ts";

/** Returns the dialect over an open connection, which stays its owner's to close. */
export function sqliteDialect(database: DatabaseSync, busyTimeoutMs: number): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => sqliteDriver(database, busyTimeoutMs),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function sqliteDriver(database: DatabaseSync, busyTimeoutMs: number): Driver {
  const connection = new SqliteQueries(database);
  const run = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql));
  return {
    async init() {},
    acquireConnection: async () => connection,
    async beginTransaction(_, settings: TransactionSettings) {
      // A transaction that starts by reading and writes later would fail at once under WAL when
      // another process wrote in between, so a writer takes the lock at its start.
      if (settings.accessMode === "read only") await run("begin");
      else await beginWrite(database, busyTimeoutMs);
    },
    async commitTransaction() {
      await run("commit");
    },
    async rollbackTransaction() {
      // After some failures (a full disk) SQLite has rolled back by itself.
      if (database.isTransaction) await run("rollback");
    },
    async releaseConnection() {},
    async destroy() {},
  };
}

class SqliteQueries implements DatabaseConnection {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const statement = this.#database.prepare(query.sql);
    const values = query.parameters as readonly SQLInputValue[]; // the tables hold text and integers only
    if (statement.columns().length > 0) return { rows: statement.all(...values) as Row[] }; // Kysely knows the row from the query
    const { changes } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("Cannot stream a query: rows of one person are read whole");
  }
}
