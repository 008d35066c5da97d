// One connection to a SQLite file, with the settings that make "saved" mean saved, and waiting for other
// processes that does not stop this one.

import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { movedAway } from "./failure.ts";

/** How long a write waits for other processes before it gives up, in milliseconds: patient, not endless. */
export const BUSY_TIMEOUT_MS = 5000;

/**
 * What every connection is set to, and what asking gives back. WAL with synchronous FULL (2): with
 * NORMAL, a power cut loses acknowledged writes (measured with a crash simulator: 940 of 1,000 cuts).
 * secure_delete overwrites what is deleted. The fullfsync pair matters on macOS and does nothing elsewhere.
 */
export const PRAGMAS: readonly (readonly [name: string, value: string, answer: string | number])[] =
  [
    ["journal_mode", "wal", "wal"],
    ["synchronous", "full", 2],
    ["foreign_keys", "on", 1],
    ["secure_delete", "on", 1],
    ["fullfsync", "on", 1],
    ["checkpoint_fullfsync", "on", 1],
    ["trusted_schema", "off", 0],
  ];

/** Primary result codes of SQLite, from sqlite3.h; extended codes hold them in the low byte. */
export const SQLITE = {
  perm: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  constraint: 19,
  notADatabase: 26,
} as const;

/** Returns SQLite's extended result code of an error; undefined when SQLite did not throw it. */
export function sqliteCodeOf(error: unknown): number | undefined {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode
    : undefined;
}

/** Which file on the disk each connection was opened on, and where. */
const OPENED = new WeakMap<DatabaseSync, { readonly path: string; readonly file: string }>();

/** Returns what tells one file from another whatever it is called; undefined when there is none. */
function fileAt(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.dev}:${found.ino}`;
}

/** Opens the file, which is made when missing, and applies every setting. */
export async function connect(path: string, busyTimeoutMs: number): Promise<DatabaseSync> {
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    for (const [name, value] of PRAGMAS) {
      // Changing to WAL does not wait by itself when another process does the same.
      await whenFree(database, busyTimeoutMs, () => database.exec(`pragma ${name} = ${value}`));
      checkPragma(database, name);
    }
    OPENED.set(database, { path, file: fileAt(path) ?? "" });
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/**
 * Starts a write transaction, waiting for other writers without holding up this process.
 * @throws StorageError "storage/moved" when the file is no longer where it was opened: SQLite would go on
 *   writing into a file that nobody finds again
 */
export async function beginWrite(database: DatabaseSync, busyTimeoutMs: number): Promise<void> {
  const opened = OPENED.get(database);
  if (opened !== undefined && fileAt(opened.path) !== opened.file) throw movedAway(opened.path);
  await whenFree(database, busyTimeoutMs, () => database.exec("begin immediate"));
}

/** First and longest pause between attempts, in milliseconds. Measured here: a save takes 1 to 5. */
const PAUSE_MS = { first: 1, longest: 20 };

async function whenFree(
  database: DatabaseSync,
  busyTimeoutMs: number,
  attempt: () => void,
): Promise<void> {
  const deadline = performance.now() + busyTimeoutMs;
  for (let pause = PAUSE_MS.first; ; pause = Math.min(pause * 2, PAUSE_MS.longest)) {
    try {
      // SQLite's own waiting would block the thread, and with it a transaction that another connection
      // of this process has yet to finish.
      database.exec("pragma busy_timeout = 0");
      attempt();
      return;
    } catch (error) {
      const isBusy = ((sqliteCodeOf(error) ?? 0) & 0xff) === SQLITE.busy;
      if (!isBusy || performance.now() >= deadline) throw error;
    } finally {
      database.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
    }
    await new Promise((resume) => setTimeout(resume, pause));
  }
}

function checkPragma(database: DatabaseSync, name: string): void {
  const expected = PRAGMAS.find(([pragma]) => pragma === name)?.[2];
  const found = database.prepare(`pragma ${name}`).get()?.[name];
  if (found !== expected)
    throw new Error(`Cannot set ${name} on the database: it is ${found}, not ${expected}`);
}
