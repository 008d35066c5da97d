// One SQLite file that is opened at the first look, made by the first change, and opened anew where another
// one has come into its place. What is in it is sqlite-catalogue-shelf.ts's.

import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { checkedVersion, migrate } from "./migrate.ts";
import type { Migration } from "./migrations.ts";
import { makePrivateFile, makePrivateFolder } from "./private-file.ts";
import { shelfFailureOf } from "./shelf-failure.ts";
import { beginWrite, connect } from "./sqlite-connection.ts";
import { sqliteEngine, sqliteSession } from "./sqlite-engine.ts";

export interface ShelfFile {
  /** Tells this file from another that is put in its place; empty when none is open. */
  fileId(): string;
  /** Reads; gives the fallback where there is no file. @throws StorageError */
  read<Value>(fallback: Value, work: (database: DatabaseSync) => Value): Promise<Value>;
  /**
   * Changes in one transaction, whole or not at all; undefined where there is no file and none is to be
   * made. @throws StorageError
   */
  write<Value>(make: boolean, work: (database: DatabaseSync) => Value): Promise<Value | undefined>;
  /** Changes nothing. @throws StorageError where the file or its folder may not be written */
  checkWritable(): void;
  close(): void;
}

interface OpenFile {
  readonly database: DatabaseSync;
  readonly file: string;
}

/** Returns the file at this path, not open yet. */
export function shelfFile(
  path: string,
  migrations: readonly Migration[],
  busyTimeoutMs: number,
): ShelfFile {
  const place = resolve(path);
  let open: OpenFile | undefined;
  let opening: Promise<OpenFile | undefined> | undefined;

  /** Returns the open file; undefined where there is none and none is to be made. */
  async function openFile(make: boolean): Promise<OpenFile | undefined> {
    const file = fileAt(place);
    if (open !== undefined && open.file === file) return open;
    open?.database.close();
    open = undefined;
    if (file === undefined && !make) return undefined;
    opening ??= openNow().finally(() => {
      opening = undefined;
    });
    return opening;
  }

  async function openNow(): Promise<OpenFile> {
    makePrivateFolder(dirname(place));
    if (makePrivateFile(place)) setPageSize(place, busyTimeoutMs);
    else await lookOnly();
    const database = await connect(place, busyTimeoutMs);
    try {
      await migrate(sqliteEngine(database, place, busyTimeoutMs), migrations);
    } catch (error) {
      database.close();
      throw error;
    }
    open = { database, file: fileAt(place) ?? "" };
    return open;
  }

  /** Refuses a file that is not for this program, over a connection that cannot change it. */
  async function lookOnly(): Promise<void> {
    const database = new DatabaseSync(place, { readOnly: true, timeout: busyTimeoutMs });
    try {
      // One look: another process may be making the tables between two.
      database.exec("begin");
      await checkedVersion(sqliteSession(database), place, migrations.length);
    } finally {
      database.close();
    }
  }

  async function read<Value>(fallback: Value, work: (database: DatabaseSync) => Value) {
    try {
      const opened = await openFile(false);
      return opened === undefined ? fallback : work(opened.database);
    } catch (error) {
      throw shelfFailureOf(place, "read", error);
    }
  }

  async function write<Value>(make: boolean, work: (database: DatabaseSync) => Value) {
    try {
      const opened = await openFile(make);
      if (opened === undefined) return undefined;
      const { database } = opened;
      emptyLog(database, busyTimeoutMs);
      await beginWrite(database, busyTimeoutMs);
      try {
        const value = work(database);
        database.exec("commit");
        return value;
      } catch (error) {
        if (database.isTransaction) database.exec("rollback");
        emptyLog(database, busyTimeoutMs);
        throw error;
      }
    } catch (error) {
      throw shelfFailureOf(place, "save to", error);
    }
  }

  function checkWritable(): void {
    try {
      if (existsSync(place)) accessSync(place, constants.R_OK | constants.W_OK);
      accessSync(existingFolderOf(place), constants.W_OK | constants.X_OK);
    } catch (error) {
      throw shelfFailureOf(place, "save to", error);
    }
  }

  return {
    fileId: () => open?.file ?? "",
    checkWritable,
    read,
    write,
    close() {
      open?.database.close();
      open = undefined;
    },
  };
}

/**
 * The largest that SQLite knows. A block of some 20 MB is then a chain of hundreds of pages instead of
 * thousands. Measured here: 56 MB are read in 25 ms of processor time instead of 75.
 */
const PAGE_BYTES = 65_536;

/** Sets the size of a new file's pages, which must stand before anything else is written. */
function setPageSize(path: string, busyTimeoutMs: number): void {
  // Another process that opens the new file in this moment reads its first page.
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    // Any change writes the first page; the version number that it sets is nobody's.
    database.exec(`pragma page_size = ${PAGE_BYTES}; pragma user_version = 1`);
  } finally {
    database.close();
  }
}

function fileAt(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.dev}:${found.ino}`;
}

/**
 * Empties the log, before a change and after one that failed: a disk that it filled would otherwise stay full, and
 * the person's own record could not be saved. Before as well, since on a full disk nothing can be
 * taken over from the log, and only a log of which nothing is needed can be emptied.
 */
function emptyLog(database: DatabaseSync, busyTimeoutMs: number): void {
  try {
    database.exec("pragma busy_timeout = 0; pragma wal_checkpoint(truncate)");
  } catch {
    // Another process is at it just now: the log goes when the last connection closes.
  } finally {
    database.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
  }
}

/** The folder of a path, or the nearest above it that is there. */
function existingFolderOf(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) || folder === path ? folder : existingFolderOf(folder);
}
