// What differs between SQLite and PostgreSQL, all of it, in one interface. Queries, migrations and the
// store itself are the same code on both; when they need to know which engine runs, it belongs here.

import type { Dialect } from "kysely";
import type { Store } from "./store.ts";

/** The few words of SQL that the two engines do not share; migrations are written with them. */
export interface SqlWords {
  /** A text column's type. Compared byte by byte on both engines: `collate "C"` on PostgreSQL. */
  readonly text: string;
  /** What closes a table's definition: STRICT on SQLite, nothing on PostgreSQL. */
  readonly tableEnd: string;
}

/** Plain SQL inside one transaction, for the schema's own needs. */
export interface SqlSession {
  run(sql: string): Promise<void>;
  /** Returns the rows; both engines give integers as numbers and text as strings. */
  all(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  hasTable(name: string): Promise<boolean>;
  /** True when there is no table at all. PostgreSQL says true: its databases may be shared. */
  isEmpty(): Promise<boolean>;
}

/**
 * What an engine's error means to the store:
 * - duplicate: a primary key or unique index says no
 * - no-parent: a foreign key says no
 * - the others are the world's failures, each with its sentence in failure.ts
 */
export const FAULTS = [
  "duplicate",
  "no-parent",
  "busy",
  "full",
  "cannot-write",
  "cannot-open",
  "damaged",
  "not-a-database",
  "lost-connection",
] as const;
export type Fault = (typeof FAULTS)[number];

export interface Engine {
  readonly name: Store["engine"];
  readonly words: SqlWords;
  /** Where the data is, fit to be shown: a path, or server and database without any password. */
  readonly place: string;
  /**
   * Runs the work in one transaction: "read" changes nothing, "write" excludes every other "write",
   * those of other processes as well, until the work is done. What the work throws undoes it.
   */
  session<T>(mode: "read" | "write", work: (session: SqlSession) => Promise<T>): Promise<T>;
  /**
   * Returns the query builder's part. Its transactions with access mode "read only" see one state of
   * the data throughout; all others wait for their turn and are flushed to disk when they end.
   */
  dialect(): Promise<Dialect>;
  /** Returns what a driver's error means; undefined when it is a fault of ours, or no driver's. */
  faultOf(error: unknown): Fault | undefined;
  /** Called after a person's rows are gone, to clear what the engine keeps of them elsewhere. */
  forgetErased(): Promise<void>;
  /** Ends every connection. Doing it twice is doing it once. */
  close(): Promise<void>;
}
