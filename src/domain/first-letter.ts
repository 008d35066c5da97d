// A text with its first letter large or small, as its place in a sentence asks.

/** Returns the text with a capital first letter. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Returns the text with a small first letter, unless it starts with an abbreviation. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !PROPER.test(text)
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;
}

/** Returns what was said by itself as it stands inside a sentence: small, its article too, but for an abbreviation. */
export function inText(said: string): string {
  return lowerFirst(said).replace(/^A (?=[a-z])/, "a ");
}

/** Names that keep their capital inside a sentence. */
const PROPER =
  /^(Cisco|Google|Microsoft|Salesforce|HubSpot|Project Management Professional|Certified)/;
