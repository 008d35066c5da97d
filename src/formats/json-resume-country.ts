// The country in a document's basics <-> the record's: the one personal detail that the record has too.

import { isJsonObject } from "./json-text.ts";

/** Returns whether the value is a country's code of two capital letters. */
export function isCountry(value: unknown): value is string {
  return typeof value === "string" && /^[A-Z]{2}$/.test(value);
}

/** Returns the country in basics, and basics without it and without what is empty once it is gone. */
export function splitBasics(basics: unknown): {
  readonly country?: string;
  readonly rest: unknown;
} {
  if (!isJsonObject(basics) || !isJsonObject(basics.location)) return { rest: basics };
  const { countryCode, ...location } = basics.location;
  if (typeof countryCode !== "string" || !isCountry(countryCode.toUpperCase())) {
    return { rest: basics };
  }
  const country = countryCode.toUpperCase();
  if (country !== countryCode) return { country, rest: basics };
  const { location: _location, ...others } = basics;
  if (Object.keys(location).length > 0) return { country, rest: { ...others, location } };
  return { country, rest: Object.keys(others).length > 0 ? others : undefined };
}

/** Returns basics with the country in its place; as it is where that is not in the form of the schema. */
export function joinBasics(basics: unknown, country: string | undefined): unknown {
  const split = splitBasics(basics);
  if (split.country === country) return basics;
  if (country === undefined) return split.rest;
  const known = basics ?? {};
  // What is not in the form of the schema stays as it is; the country then goes to the extension.
  if (!isJsonObject(known)) return basics;
  const location = known.location ?? {};
  if (!isJsonObject(location)) return basics;
  return { ...known, location: { ...location, countryCode: country } };
}
