// The one way that values without a column of their own become text and come back. Text columns on both
// engines, never jsonb: the drivers would give a string on one and an object on the other.

import { cleanText } from "./clean-text.ts";

/**
 * Returns the value as JSON text with every string and every key cleaned. Undefined fields are left
 * out, undefined list items become null. When two keys clean to the same one, the later wins.
 * @throws RangeError for a number that JSON has no word for (NaN, Infinity): silence would turn it into null.
 */
export function makeJson(value: unknown): string {
  return JSON.stringify(cleaned(value, "")) ?? "null";
}

/** Returns the value of a text that `makeJson` made. */
export function parseJson(text: string): unknown {
  return JSON.parse(text);
}

function cleaned(value: unknown, path: string): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "number" && !Number.isFinite(value))
    throw new RangeError(`Cannot store the number ${value} at "${path}": it is not finite`);
  if (Array.isArray(value)) return value.map((item, i) => cleaned(item, `${path}/${i}`));
  if (typeof value === "object" && value !== null)
    // fromEntries defines keys, so that "__proto__" stays a plain key.
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [cleanText(key), cleaned(item, `${path}/${key}`)]),
    );
  return value;
}
