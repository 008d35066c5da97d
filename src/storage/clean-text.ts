// The border for text: what is written is well formed, so that both engines give back the same. SQLite
// would keep a NUL that PostgreSQL refuses, and each replaces half a surrogate pair differently.

/**
 * Returns the text in Unicode form NFC, without NUL, with U+FFFD for each lone surrogate. Cleaning
 * twice is cleaning once.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "").normalize("NFC");
}
