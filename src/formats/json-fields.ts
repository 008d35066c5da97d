// Fields of a JSON object <-> typed values, so that nothing is lost either way: what a field cannot hold
// exactly stays in the rest, and is written back as long as it still says the same.

import { type PartialDate, parsePartialDate } from "../domain/calendar-date.ts";
import type { JsonObject } from "./json-text.ts";

/** Why a field's value was not taken as it stands. */
export type FieldTrouble =
  | { readonly kind: "wrong-type"; readonly expected: string; readonly found: string }
  | { readonly kind: "wrong-value"; readonly expected: string; readonly found: string }
  | { readonly kind: "impossible-date"; readonly text: string };

export interface Reading<T> {
  readonly value: T;
  readonly trouble?: FieldTrouble;
}

/** How one key of a JSON object is read and written. */
export interface Field<T> {
  readonly key: string;
  /** Read when `key` is absent; never written. An older name for the same thing. */
  readonly oldKey?: string;
  /** Gives the empty value for null and for what cannot be read. */
  read(raw: unknown): Reading<T>;
  /** Gives undefined for the empty value. */
  write(value: T): unknown;
}

export type Fields<R> = { readonly [K in keyof R]-?: Field<R[K]> };

export interface FieldsRead<R> {
  readonly values: R;
  /** Everything that the values do not say exactly. */
  readonly rest: JsonObject;
  readonly troubles: readonly (FieldTrouble & { readonly field: string })[];
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Returns the values of the fields and the rest of the object. */
export function readFields<R extends object>(object: JsonObject, fields: Fields<R>): FieldsRead<R> {
  const rest = new Map(Object.entries(object));
  const values = new Map<string, unknown>();
  const troubles: (FieldTrouble & { field: string })[] = [];
  for (const [name, field] of Object.entries(fields) as [string, Field<unknown>][]) {
    const key = sourceKeyOf(rest, field);
    const raw = rest.get(key);
    const { value, trouble } = raw === undefined ? field.read(null) : field.read(raw);
    if (trouble !== undefined) troubles.push({ ...trouble, field: key });
    if (key === field.key && isSame(field.write(value), raw)) rest.delete(key);
    if (value !== undefined) values.set(name, value);
  }
  // `as`: every field of R was read, and undefined only where the field's type allows it.
  return { values: Object.fromEntries(values) as R, rest: Object.fromEntries(rest), troubles };
}

/** Returns the object: the rest, with the values over it wherever the rest does not say the same. */
export function writeFields<R extends object>(
  values: R,
  rest: JsonObject,
  fields: Fields<R>,
): JsonObject {
  const written = new Map(Object.entries(rest));
  const given = new Map<string, unknown>(Object.entries(values));
  for (const [name, field] of Object.entries(fields) as [string, Field<unknown>][]) {
    const key = sourceKeyOf(written, field);
    const value = given.get(name) ?? field.read(null).value;
    if (written.has(key) && isSame(field.read(written.get(key)).value, value)) continue;
    const raw = field.write(value);
    if (raw !== undefined) written.set(field.key, raw);
    else for (const empty of [key, field.key]) written.delete(empty);
  }
  return Object.fromEntries(written);
}

function sourceKeyOf(object: ReadonlyMap<string, unknown>, field: Field<unknown>): string {
  const { key, oldKey } = field;
  return oldKey !== undefined && !object.has(key) && object.has(oldKey) ? oldKey : key;
}

/** Returns "text", "a number", "a list", "an object", "yes or no" or "nothing". */
export function kindInWords(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
      return "a number";
    case "boolean":
      return "yes or no";
    default:
      return "an object";
  }
}

/** What was found, short enough for a message. */
export function excerptOf(value: unknown): string {
  return String(typeof value === "string" ? value : JSON.stringify(value)).slice(0, 40);
}

function wrongType<T>(value: T, expected: string, raw: unknown): Reading<T> {
  const trouble = { kind: "wrong-type", expected, found: kindInWords(raw) } as const;
  return raw === null ? { value } : { value, trouble };
}

/** A text; empty when not said. */
export function textField(key: string, oldKey?: string): Field<string> {
  return {
    key,
    ...(oldKey === undefined ? {} : { oldKey }),
    read: (raw) => (typeof raw === "string" ? { value: raw } : wrongType("", "text", raw)),
    write: (value) => (value === "" ? undefined : value),
  };
}

/** A text, undefined when not said or empty. */
export function maybeTextField(key: string): Field<string | undefined> {
  const text = textField(key);
  return {
    key,
    read: (raw) => {
      const { value, ...others } = text.read(raw);
      return { value: value === "" ? undefined : value, ...others };
    },
    write: (value) => value,
  };
}

/** A list of texts; items of other kinds are told and left out. */
export function textListField(key: string): Field<readonly string[]> {
  return {
    key,
    read: (raw) => {
      if (!Array.isArray(raw)) return wrongType([], "a list of texts", raw);
      const value = raw.filter((item) => typeof item === "string");
      const other = raw.find((item) => typeof item !== "string" && item !== null);
      return other === undefined ? { value } : wrongType(value, "a list of texts", other);
    },
    write: (value) => (value.length === 0 ? undefined : value),
  };
}

/** What people write for an end that has not come. */
const STILL_GOING = /^(?:present|current|currently|now|today|ongoing|-|–)?$/i;
/** A timestamp; only its day is read, so that no time zone can shift it. */
const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?$/;

/** A date of any precision; undefined when not said, when it goes on, and when it cannot be. */
export function dateField(key: string): Field<PartialDate | undefined> {
  return {
    key,
    read: (raw) => {
      if (typeof raw !== "string") return wrongType(undefined, "a date as text", raw);
      const text = raw.trim();
      if (STILL_GOING.test(text)) return { value: undefined };
      const parsed = parsePartialDate(TIMESTAMP.exec(text)?.[1] ?? text);
      if (parsed.ok) return { value: parsed.value };
      return { value: undefined, trouble: { kind: "impossible-date", text: excerptOf(raw) } };
    },
    write: (value) => value,
  };
}

/** A value that must pass a check, undefined otherwise. `expected` completes "should be …". */
export function checkedField<T>(
  key: string,
  expected: string,
  check: (raw: unknown) => raw is T,
): Field<T | undefined> {
  return {
    key,
    read: (raw) => {
      if (check(raw)) return { value: raw };
      if (raw === null) return { value: undefined };
      const trouble = { kind: "wrong-value", expected, found: excerptOf(raw) } as const;
      return { value: undefined, trouble };
    },
    write: (value) => value,
  };
}
