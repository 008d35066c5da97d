// What is said when the world fails under an operation: the disk, the network, or a mistake of ours.
// Only what was written to be read is passed on; any other error may quote the record.

/** The code and the sentence of a failure that is nobody's expected answer. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** Returns the storage's own words for its failures, and for any other one that it was ours. */
export function failureOf(error: unknown): Failure {
  const code = codeOf(error);
  return error instanceof Error && code?.startsWith("storage/")
    ? { code, message: error.message }
    : {
        code: "internal",
        message:
          "Cannot finish this: something inside Throughline failed. Try once more; if it fails again, please report what you were doing",
      };
}

/** Returns the error's kind and where in the program it was, without its words. */
export function failureTrace(error: unknown): {
  readonly name: string;
  readonly at: readonly string[];
} {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  // The stack begins with the message, whose own lines could look like places.
  const places = (error.stack ?? "").replace(error.message, "").split("\n");
  const at = places.filter((line) => /^ {4}at /.test(line));
  return { name: codeOf(error) ?? error.name, at: at.map((line) => line.trim()) };
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
