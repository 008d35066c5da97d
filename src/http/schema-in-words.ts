// JSON Schema in words: what a person reads in the API page and in the reference about a field. Says
// the essential; the whole is in the schema itself.

import type { JsonObject } from "../operations/json-schema.ts";

export interface FieldInWords {
  readonly name: string;
  /** "text", "a number, more than 0", "one of paid, unpaid", "a list of objects (id, title)". */
  readonly type: string;
  readonly required: boolean;
  /** What it is for; empty where nothing was written. */
  readonly description: string;
}

/** Returns the fields of an object's schema in their order; none for anything else. */
export function listFields(schema: JsonObject): readonly FieldInWords[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(objectOf(schema.properties)).map(([name, property]) => {
    const field = objectOf(property);
    return {
      name,
      type: typeInWords(field),
      required: required.includes(name),
      description: typeof field.description === "string" ? field.description : "",
    };
  });
}

/** Returns what values the schema allows, in a few words. */
export function typeInWords(schema: JsonObject): string {
  const { const: only, enum: options, anyOf, type, items, default: otherwise } = schema;
  const ending = otherwise === undefined ? "" : `; ${JSON.stringify(otherwise)} if not given`;
  if (only !== undefined) return `exactly ${JSON.stringify(only)}`;
  if (Array.isArray(options)) return `one of ${options.map(String).join(", ")}${ending}`;
  if (Array.isArray(anyOf)) {
    return [...new Set(anyOf.map((option) => typeInWords(objectOf(option))))].join(" or ") + ending;
  }
  if (Array.isArray(type)) {
    return (
      type.map((each) => typeInWords({ ...schema, default: undefined, type: each })).join(" or ") +
      ending
    );
  }
  if (type === "array") return `a list of ${pluralOf(typeInWords(objectOf(items)))}${ending}`;
  if (type === "number" || type === "integer") {
    return `a ${type === "integer" ? "whole " : ""}number${limitsInWords(schema)}${ending}`;
  }
  if (type === "object") return `an object${partsInWords(schema)}${ending}`;
  return `${WORDS[String(type)] ?? "any value"}${ending}`;
}

const WORDS: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "true or false",
  null: "null",
};

/** Returns the names of an object's fields in brackets; nothing where they can be any. */
function partsInWords(schema: JsonObject): string {
  const names = Object.keys(objectOf(schema.properties));
  return names.length === 0 ? "" : ` (${names.join(", ")})`;
}

function pluralOf(words: string): string {
  const match = /^an? ([^,(]+?)( \(.*|,.*)?$/.exec(words);
  return match === null ? words : `${match[1]}s${match[2] ?? ""}`;
}

function limitsInWords(schema: JsonObject): string {
  const limits: string[] = [];
  const add = (key: string, words: string) => {
    const limit = schema[key];
    // Every whole-number schema carries the safe-integer bounds; they tell a reader nothing.
    if (typeof limit !== "number" || Math.abs(limit) === Number.MAX_SAFE_INTEGER) return;
    limits.push(`${words} ${limit}`);
  };
  add("minimum", "at least");
  add("exclusiveMinimum", "more than");
  add("maximum", "at most");
  add("exclusiveMaximum", "less than");
  return limits.length === 0 ? "" : `, ${limits.join(" and ")}`;
}

function objectOf(value: unknown): JsonObject {
  // `as`: an object's keys are strings; what they hold stays unknown.
  return typeof value === "object" && value !== null ? (value as JsonObject) : {};
}
