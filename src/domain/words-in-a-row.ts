// Words and parts of sentences in a row, with an "and" before the last.

/** Returns "a", "a and b", "a, b and c"; empty for none. */
export function listInWords(parts: readonly string[]): string {
  if (parts.length <= 1) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
