// One table: what the process says of how it went. Kept in docs/reference/cli.md.

import { isNotThere } from "../operations/not-there.ts";

/** 0: done. */
export const DONE = 0;
/** 1: something that should not happen happened; the message says what is known. */
export const UNEXPECTED = 1;
/** 2: the command was not understood: an unknown command or flag, or a value of the wrong kind. */
export const USAGE = 2;
/** 3: what was given cannot be used: a file, a date, a goal, a record. Nothing was changed. */
export const UNUSABLE = 3;
/** 4: what was asked for is not there. */
export const NOT_FOUND = 4;
/** 5: the disk or the database did not do its part. */
export const STORAGE = 5;

/** Returns the exit code for a problem's code. */
export function exitCodeOf(problemCode: string): number {
  if (problemCode === "input/invalid" || problemCode.startsWith("command/")) return USAGE;
  return isNotThere(problemCode) ? NOT_FOUND : UNUSABLE;
}
