// A country as people write its code.

import { fail, ok, type Result } from "../../domain/result.ts";
import type { Problem } from "../problem-text.ts";

/** CLDR's code for a region that nobody knows. */
const UNKNOWN_REGION = "ZZ";

/** Returns the ISO 3166 code, two capitals, of a country there is; "uk" is GB. */
export function parseCountry(text: string): Result<string, Problem> {
  const problem = { code: "country/unknown", text } as const;
  const code = text.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return fail(problem);
  const country = new Intl.Locale(`und-${code}`).region ?? UNKNOWN_REGION;
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const known = country !== UNKNOWN_REGION && names.of(country) !== undefined;
  return known ? ok(country) : fail(problem);
}
