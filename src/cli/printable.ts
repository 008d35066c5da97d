// Text from files and words that a terminal only shows and never obeys: a résumé may hold the control
// characters with which a terminal is cleared, renamed or made to type.

/**
 * Returns the text without control characters, and without the two that turn all letters after them round; line
 * ends and tabs stay, and so does writing from right to left.
 */
export function printableText(text: string): string {
  return text.replace(/[[\p{Cc}--[\n\t]]\u202d\u202e]/gv, "");
}

/** Returns the value with every text in it printable; keys stay as they are. */
export function printable(value: unknown): unknown {
  if (typeof value === "string") return printableText(value);
  if (Array.isArray(value)) return value.map(printable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printable(item)]));
}
