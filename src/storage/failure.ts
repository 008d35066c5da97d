// What the person reads when storing fails: one sentence for each fault, with the next step.

import type { Engine, Fault } from "./engine.ts";
import { StorageError } from "./store.ts";

/** A database's version is not one this program may touch. */
export function newerVersion(place: string, found: number, known: number): StorageError {
  return new StorageError(
    "storage/newer-version",
    `Cannot open the database at "${place}": it was made by a newer Throughline (schema ${found}, this one knows ${known}). Update Throughline, or choose another folder with --data`,
  );
}

/** The file is a database, but another program's. */
export function notOurs(place: string): StorageError {
  return new StorageError(
    "storage/not-a-database",
    `Cannot open the database at "${place}": it belongs to another program. Choose another folder with --data`,
  );
}

/** The file was moved, removed or replaced while it was open. */
export function movedAway(place: string): StorageError {
  return new StorageError(
    "storage/moved",
    `Cannot save to the database at "${place}": the file was moved or removed while Throughline ran. Nothing was changed. Put it back, or start Throughline again`,
  );
}

export function unknownPerson(personId: string, cause?: unknown): StorageError {
  return new StorageError(
    "storage/unknown-person",
    `Cannot find the person "${personId}": there is no record under this id`,
    { cause },
  );
}

export function duplicatePlan(planId: string, cause?: unknown): StorageError {
  return new StorageError(
    "storage/duplicate",
    `Cannot keep the plan "${planId}": a plan of this id is kept already. Make the plan again`,
    { cause },
  );
}

const SENTENCES: Readonly<Record<Exclude<Fault, "duplicate" | "no-parent">, string>> = {
  busy: "another program is writing to it and did not finish in time. Nothing was changed. Close other Throughline windows, then try again",
  full: "the disk is full. Nothing was changed. Free some space, then try again",
  "cannot-write":
    "it may not be written, which is needed even to read it. Check the permissions of the file and its folder, or choose another folder with --data",
  "cannot-open":
    "it cannot be opened. Check that the folder exists and is yours, or choose another folder with --data",
  damaged:
    "the file is damaged. Keep a copy of it, restore your latest backup, or choose another folder with --data",
  "not-a-database":
    "the file is not a Throughline database. Move it away, or choose another folder with --data",
  "lost-connection":
    "the database server does not answer. Check that it runs and that its address is right, then try again",
};

/** Returns the StorageError that an engine's error amounts to; the error itself when it is none. */
export function failureOf(
  engine: Pick<Engine, "faultOf" | "place"> & { readonly what?: string },
  doing: "open" | "read" | "save to",
  error: unknown,
): unknown {
  if (error instanceof StorageError) return error;
  const fault = engine.faultOf(error);
  if (fault === undefined || fault === "duplicate" || fault === "no-parent") return error;
  return new StorageError(
    `storage/${fault}`,
    `Cannot ${doing} ${engine.what ?? "the database"} at "${engine.place}": ${SENTENCES[fault]}`,
    { cause: error },
  );
}
