// Untrusted JSON text -> a JSON value, under caps and without dangerous keys; and where the text stops
// being JSON, so that a person can find the place. Works on any JSON, not only on résumés.

import { fail, ok, type Result } from "../domain/result.ts";

/** Characters that one document may have. Assumption: a long career with pictures stays under 1 MB. */
export const MOST_CHARACTERS = 5 * 1024 * 1024;
/** Levels of nesting that one document may have. Assumption: a résumé needs six. */
export const DEEPEST_NESTING = 60;

export type JsonTextProblem =
  | { readonly code: "json/too-large"; readonly characters: number; readonly most: number }
  | { readonly code: "json/too-deep"; readonly most: number }
  | { readonly code: "json/empty" }
  /** Line and column count from 1; `near` is what stands there, at most 20 characters. */
  | {
      readonly code: "json/not-json";
      readonly line: number;
      readonly column: number;
      readonly near: string;
    };

export type JsonObject = Readonly<Record<string, unknown>>;

/** Returns whether the value is a JSON object: no list, not null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What was read, and whether a "__proto__" key was left out on the way. */
export interface ReadJson {
  readonly value: unknown;
  readonly unsafeKeys: number;
}

/** Returns the value; keys named "__proto__" are left out and counted. A byte-order mark is allowed. */
export function parseJsonText(given: string): Result<ReadJson, JsonTextProblem> {
  const text = given.startsWith("\uFEFF") ? given.slice(1) : given;
  if (text.length > MOST_CHARACTERS) {
    return fail({ code: "json/too-large", characters: text.length, most: MOST_CHARACTERS });
  }
  if (text.trim() === "") return fail({ code: "json/empty" });
  if (deepestNestingOf(text) > DEEPEST_NESTING) {
    return fail({ code: "json/too-deep", most: DEEPEST_NESTING });
  }
  let unsafeKeys = 0;
  try {
    const value: unknown = JSON.parse(text, (key, inner: unknown) => {
      if (key !== "__proto__") return inner;
      unsafeKeys++;
      return undefined;
    });
    return ok({ value, unsafeKeys });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const offset = errorOffsetOf(text);
    const before = text.slice(0, offset).split("\n");
    const near = text.slice(offset, offset + 20).split("\n")[0] ?? "";
    const column = (before.at(-1) ?? "").length + 1;
    return fail({ code: "json/not-json", line: before.length, column, near });
  }
}

function deepestNestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (inString) {
      if (character === "\\") i++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (character === "}" || character === "]") depth--;
  }
  return deepest;
}

type Expected = "value" | "value or ]" | "key" | "key or }" | ":" | ", or end" | "end";

/** Numbers, literals and punctuation; texts are walked by hand. */
const PLAIN_TOKEN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\]:,]/y;

/** Returns where the text first differs from every JSON text: the start of the token that is wrong. */
function errorOffsetOf(text: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  let offset = 0;
  while (true) {
    while (" \t\n\r".includes(text[offset] ?? "x")) offset++;
    const token = tokenAt(text, offset);
    const next: Expected | undefined = token === "" ? undefined : stateAfter(token, expected, open);
    if (next === undefined) return offset;
    expected = next;
    offset += token.length;
  }
}

/** Returns the token that starts there, empty when none does. */
function tokenAt(text: string, start: number): string {
  if (text[start] !== '"') {
    PLAIN_TOKEN.lastIndex = start;
    return PLAIN_TOKEN.exec(text)?.[0] ?? "";
  }
  for (let i = start + 1; i < text.length; i++) {
    const character = text[i] as string;
    if (character === '"') return text.slice(start, i + 1);
    if (character < " ") return "";
    if (character !== "\\") continue;
    if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(i + 1, i + 6))) return "";
    i++;
  }
  return "";
}

/** Returns what must follow the token, or undefined when the token itself may not stand there. */
function stateAfter(token: string, expected: Expected, open: string[]): Expected | undefined {
  const wantsValue = expected === "value" || expected === "value or ]";
  const wantsKey = expected === "key" || expected === "key or }";
  const afterValue = (): Expected => (open.length === 0 ? "end" : ", or end");
  if (token === "{" || token === "[") {
    if (!wantsValue) return undefined;
    open.push(token);
    return token === "{" ? "key or }" : "value or ]";
  }
  if (token === "}" || token === "]") {
    const opener = token === "}" ? "{" : "[";
    const empty = token === "}" ? "key or }" : "value or ]";
    if (open.at(-1) !== opener || (expected !== ", or end" && expected !== empty)) return undefined;
    open.pop();
    return afterValue();
  }
  if (token === ":") return expected === ":" ? "value" : undefined;
  if (token === ",") {
    if (expected !== ", or end") return undefined;
    return open.at(-1) === "{" ? "key" : "value";
  }
  if (wantsKey) return token.startsWith('"') ? ":" : undefined;
  return wantsValue ? afterValue() : undefined;
}

/** Returns whether the object has these keys and no other. */
export function hasOnly(raw: JsonObject, keys: readonly string[]): boolean {
  return Object.keys(raw).length === keys.length && keys.every((key) => Object.hasOwn(raw, key));
}
