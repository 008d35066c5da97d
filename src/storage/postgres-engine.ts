// PostgreSQL's answers to what engine.ts asks.

import type { Pool, PoolClient } from "pg";
import type { Engine, Fault, SqlSession, SqlWords } from "./engine.ts";

/** Byte order, whatever the server's locale, as SQLite sorts. */
export const POSTGRES_WORDS: SqlWords = { text: 'text collate "C"', tableEnd: "" };

/** Any number that no other program uses; it is the ASCII for "THRL". */
const MIGRATION_LOCK = 0x5448524c;

/** SQLSTATE codes, and those of Node's sockets, from the PostgreSQL 18 manual, appendix A. */
const FAULT_OF_CODE: Readonly<Record<string, Fault>> = {
  "23505": "duplicate",
  "23503": "no-parent",
  "40001": "busy",
  "40P01": "busy",
  "55P03": "busy",
  "57014": "busy",
  "53100": "full",
  "25006": "cannot-write",
  "42501": "cannot-write",
  "28000": "cannot-open",
  "28P01": "cannot-open",
  "3D000": "cannot-open",
  "53300": "cannot-open",
  XX001: "damaged",
  XX002: "damaged",
  "57P01": "lost-connection",
  "57P02": "lost-connection",
  "57P03": "lost-connection",
  ECONNREFUSED: "lost-connection",
  ECONNRESET: "lost-connection",
  ENOTFOUND: "lost-connection",
  ETIMEDOUT: "lost-connection",
  EPIPE: "lost-connection",
  ENOENT: "lost-connection",
};

/** What the driver says, without a code, when a connection ends, has just ended or cannot be had in time. */
const LOST =
  /connection terminated|is not queryable|timeout exceeded when trying to connect|connection timeout/i;

/** Returns what an error of the server or the connection means; undefined for any other. */
export function postgresFaultOf(error: unknown): Fault | undefined {
  if (!(error instanceof Error)) return undefined;
  // Node gives one error for several addresses that all refused.
  if (error instanceof AggregateError)
    return error.errors.map(postgresFaultOf).find((fault) => fault !== undefined);
  const code = "code" in error ? String(error.code) : "";
  if (Object.hasOwn(FAULT_OF_CODE, code)) return FAULT_OF_CODE[code];
  return LOST.test(error.message) ? "lost-connection" : undefined;
}

/** Returns the engine over a pool, which it owns from now on. */
export function postgresEngine(pool: Pool, place: string): Engine {
  return {
    name: "postgres",
    words: POSTGRES_WORDS,
    place,
    async session(mode, work) {
      const client = await pool.connect();
      let broken = false;
      try {
        await client.query(mode === "read" ? "begin read only" : "begin");
        if (mode === "write") await client.query(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
        const result = await work(postgresSession(client));
        await client.query("commit");
        return result;
      } catch (error) {
        // When even this fails the connection is gone, and the server has rolled back by itself.
        await client.query("rollback").catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async dialect() {
      const { PostgresDialect } = await import("kysely");
      return new PostgresDialect({ pool });
    },
    faultOf: postgresFaultOf,
    async forgetErased() {
      // Erased rows stay in the server's files until its own vacuum has passed over them.
    },
    async close() {
      if (!pool.ended) await pool.end();
    },
  };
}

function postgresSession(client: PoolClient): SqlSession {
  return {
    async run(sql) {
      await client.query(sql);
    },
    all: async (sql) => (await client.query(sql)).rows,
    // Not to_regclass: it may answer from before the lock, out of the connection's own cache.
    hasTable: async (name) =>
      (
        await client.query(
          "select 1 from pg_catalog.pg_class where relname = $1 and relkind = 'r' and relnamespace = current_schema()::regnamespace",
          [name],
        )
      ).rows.length > 0,
    isEmpty: async () => true,
  };
}
