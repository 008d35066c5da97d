// Where a person's data is on this machine, and that new files there are theirs alone. Making the folder
// and the database in it is storage/sqlite-store.ts's.

import { createRequire } from "node:module";
import { userInfo } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

const require = createRequire(import.meta.url);

/** The database's file name inside the data folder. */
export const DATABASE_FILE = "throughline.db";
/** The file of the public catalogues beside it. It can be made again, so back-ups leave it out. */
export const CATALOGUE_FILE = "catalogue.db";

/**
 * Returns the absolute path of the data folder: the given one, else the platform's usual place
 * (~/.local/share/throughline, ~/Library/Application Support/throughline, %LOCALAPPDATA%\throughline\Data).
 */
export function dataFolderOf(given: string | undefined): string {
  return resolve(given ?? usualFolder());
}

/** Loads the package only when asked: its import takes some 10 ms, which `--help` should not wait for. */
function usualFolder(): string {
  const { default: envPaths } = require("env-paths") as typeof import("env-paths"); // its own types
  const { data } = envPaths("throughline", { suffix: "" });
  // A relative XDG_DATA_HOME or an empty HOME would put the record wherever the command is run; the XDG
  // specification asks to ignore it.
  return isAbsolute(data) ? data : join(userInfo().homedir, ".local", "share", "throughline");
}

/** Returns the path of the database in a data folder. */
export function databasePathOf(folder: string): string {
  return join(folder, DATABASE_FILE);
}

/** Returns the path of the catalogues' database in a data folder. */
export function catalogueDatabasePathOf(folder: string): string {
  return join(folder, CATALOGUE_FILE);
}

/** Returns the folder for what is in use for a moment only: downloads, uploads. */
export function temporaryFolderOf(folder: string): string {
  return join(folder, "temporary");
}

/**
 * From now on, whatever this process makes can be read by its owner alone: files 0600, folders 0700.
 * The system's default lets everyone read. Call it first thing in a process; does nothing on Windows.
 */
export function keepFilesPrivate(): void {
  process.umask(0o077);
}
