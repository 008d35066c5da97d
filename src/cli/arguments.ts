// From an operation's input schema to command-line flags, and from the words typed to its input.
// Nothing here knows any one operation. A file is read by whoever calls.

import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { z } from "zod";
import type { FieldMeta } from "../operations/operation.ts";

export interface Flag {
  /** The input field, "payFloor". */
  readonly field: string;
  /** Without the dashes, "pay-floor". */
  readonly name: string;
  readonly kind: "text" | "number" | "switch" | "list" | "json";
  readonly choices: readonly string[];
  readonly required: boolean;
  readonly fallback: string;
  readonly description: string;
  readonly file: boolean;
  readonly positional: boolean;
}

/** Returns the flags of an input schema, in the order of its fields. */
export function flagsOf(input: z.ZodObject): readonly Flag[] {
  return Object.entries(input.shape).map(([field, schema]) => flagOf(field, schema));
}

function flagOf(field: string, schema: z.core.$ZodType): Flag {
  const meta = metaOf(schema);
  let inner = schema;
  let required = true;
  let fallback = "";
  while (inner._zod.def.type === "optional" || inner._zod.def.type === "default") {
    required = false;
    const def = inner._zod.def as z.core.$ZodDefaultDef;
    if (def.type === "default") fallback = String(def.defaultValue);
    inner = def.innerType;
  }
  return {
    field,
    name: field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    kind: kindOf(inner),
    choices: choicesOf(inner),
    required,
    fallback,
    description: meta.description ?? "",
    file: meta.file === true,
    positional: meta.positional === true,
  };
}

function metaOf(schema: z.core.$ZodType): FieldMeta {
  return ((schema as z.ZodType).meta() ?? {}) as FieldMeta;
}

function kindOf(schema: z.core.$ZodType): Flag["kind"] {
  switch (schema._zod.def.type) {
    case "number":
      return "number";
    case "boolean":
      return "switch";
    case "array":
      return isListOfObjects(schema) ? "json" : "list";
    case "object":
    case "record":
      return "json";
    default:
      return "text";
  }
}

/** Objects are no single words, so a list of them is typed as one piece of JSON. */
function isListOfObjects(schema: z.core.$ZodType): boolean {
  const { def } = schema._zod;
  return "element" in def && kindOf(def.element as z.core.$ZodType) === "json"; // an array's own
}

function choicesOf(schema: z.core.$ZodType): readonly string[] {
  const { def } = schema._zod;
  if (def.type === "enum") return Object.keys((def as z.core.$ZodEnumDef).entries);
  if (def.type === "literal") return (def as z.core.$ZodLiteralDef<string>).values.map(String);
  return [];
}

function optionsOf(flags: readonly Flag[]): ParseArgsOptionsConfig {
  return Object.fromEntries(
    flags.map((flag) => [
      flag.name,
      flag.kind === "switch"
        ? { type: "boolean" as const }
        : { type: "string" as const, multiple: flag.kind === "list" },
    ]),
  );
}

export interface TypedWords {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

/**
 * Returns what is typed for each flag, and the words that are no flag's. A list takes every word up to the next
 * flag ("--backups one two"), or up to "--"; with an equals sign, that one alone. Throws what
 * node:util's parseArgs throws for a flag that there is not, and for one without its value.
 */
export function readWords(
  words: readonly string[],
  flags: readonly Flag[],
  others: ParseArgsOptionsConfig,
): TypedWords {
  const { values, tokens } = parseArgs({
    args: [...words],
    options: { ...optionsOf(flags), ...others },
    allowPositionals: true,
    tokens: true,
  });
  const lists = new Map<string, string[]>();
  const positionals: string[] = [];
  let open: string[] | undefined;
  for (const token of tokens) {
    if (token.kind === "positional") {
      (open ?? positionals).push(token.value);
      continue;
    }
    open = undefined;
    if (token.kind !== "option" || token.value === undefined) continue;
    if (!flags.some(({ kind, name }) => kind === "list" && name === token.name)) continue;
    const list = lists.get(token.name) ?? [];
    list.push(token.value);
    lists.set(token.name, list);
    if (!token.inlineValue) open = list;
  }
  return { values: { ...values, ...Object.fromEntries(lists) }, positionals };
}

/**
 * Returns the unchecked input: numbers and JSON are read where they can be and left as typed where
 * not, for the schema to refuse by name. A word that belongs to no positional field is given back.
 */
export function inputOf(
  flags: readonly Flag[],
  words: TypedWords,
): { readonly input: Record<string, unknown>; readonly leftOver: readonly string[] } {
  const input: Record<string, unknown> = {};
  for (const flag of flags) {
    const value = words.values[flag.name];
    if (value !== undefined) input[flag.field] = readValue(flag, value);
  }
  const leftOver = [...words.positionals];
  for (const flag of flags) {
    const [word] = leftOver;
    if (!flag.positional || input[flag.field] !== undefined || word === undefined) continue;
    input[flag.field] = readValue(flag, word);
    leftOver.shift();
  }
  return { input, leftOver };
}

function readValue(flag: Flag, value: unknown): unknown {
  if (flag.kind === "list") return readList(typeof value === "string" ? [value] : value);
  if (typeof value !== "string") return value;
  if (flag.kind === "number") {
    const number = Number(value);
    return value.trim() === "" || Number.isNaN(number) ? value : number;
  }
  if (flag.kind === "json") {
    try {
      return JSON.parse(value);
    } catch {
      return value; // Not JSON: the schema says what it should have been.
    }
  }
  return value;
}

/** What is typed for a list with nothing in it. */
const NO_VALUES: ReadonlySet<unknown> = new Set(["none", ""]);

/** An empty list is said by "none", or by nothing after the equals sign. */
function readList(values: unknown): unknown {
  const isEmpty = Array.isArray(values) && values.length === 1 && NO_VALUES.has(values[0]);
  return isEmpty ? [] : values;
}
