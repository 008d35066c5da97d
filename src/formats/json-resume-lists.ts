// The lists of a document, whatever is in them: each entry read, or told and set aside as it was; ids made
// where there is none. What an entry is, is said by the file of its kind.

import type { Position } from "../domain/record/career-record.ts";
import type { Place, ResumeNotice, ResumeSection } from "./format-problem.ts";
import { excerptOf, kindInWords } from "./json-fields.ts";
import {
  breakTroubleOf,
  type EntryRead,
  type EntryTrouble,
  readPosition,
} from "./json-resume-entries.ts";
import { isJsonObject, type JsonObject } from "./json-text.ts";

/** What has been read so far; filled while a document is walked through. */
export interface Reading {
  readonly newId: () => string;
  readonly ids: Set<string>;
  readonly notices: ResumeNotice[];
  /** What could not be read at all, by section. */
  readonly unreadable: Record<string, unknown[]>;
}

/** Returns the notice of what was wrong with an entry, with its place. */
export function noticeOf(place: Place, trouble: EntryTrouble): ResumeNotice {
  switch (trouble.kind) {
    case "end-before-start":
      return { code: "resume/end-before-start", ...place, start: trouble.start, end: trouble.end };
    case "impossible-date":
      return { code: "resume/impossible-date", ...place, field: trouble.field, text: trouble.text };
    default: {
      const { kind, field, expected, found } = trouble;
      return { code: `resume/${kind}`, ...place, field, expected, found };
    }
  }
}

function labelOf(entry: JsonObject): string {
  const named = ["position", "title", "name", "studyType", "institution", "organization"]
    .map((key) => entry[key])
    .find((value) => typeof value === "string" && value !== "");
  return typeof named === "string" ? named.slice(0, 80) : "";
}

interface Identified {
  readonly id: string;
}

/** Reads a section's entries. What is no entry goes to `unreadable`; a missing or double id is made new. */
export function readSection<T extends Identified>(
  section: ResumeSection,
  raw: unknown,
  reading: Reading,
  read: (entry: JsonObject) => EntryRead<T>,
): T[] {
  if (raw === undefined || raw === null) return [];
  const wrong = (entry: number, expected: string, found: unknown): void => {
    const place = { section, entry, label: "" };
    const trouble = { kind: "wrong-type", expected, found: kindInWords(found) } as const;
    reading.notices.push(noticeOf(place, { ...trouble, field: "" }));
    reading.unreadable[section] = [...(reading.unreadable[section] ?? []), found];
  };
  if (!Array.isArray(raw)) {
    wrong(0, "a list", raw);
    return [];
  }
  const values: T[] = [];
  for (const [index, entry] of raw.entries()) {
    if (!isJsonObject(entry)) {
      wrong(index + 1, "an object", entry);
      continue;
    }
    const { value, troubles } = read(entry);
    const place = { section, entry: index + 1, label: labelOf(entry) };
    for (const trouble of troubles) reading.notices.push(noticeOf(place, trouble));
    values.push(identified(value, reading));
  }
  return values;
}

/** Reads the breaks; one of a kind that is not known is told and set aside as it was. */
export function readBreaks(raw: unknown, reading: Reading): Position[] {
  const list = Array.isArray(raw) ? raw : [];
  const kept: unknown[] = [];
  for (const [index, entry] of list.entries()) {
    const trouble = isJsonObject(entry) ? breakTroubleOf(entry) : undefined;
    if (trouble === undefined) kept.push(entry);
    else {
      const place = { section: "breaks", entry: index + 1, label: labelOf(entry) } as const;
      reading.notices.push(noticeOf(place, trouble));
      reading.unreadable.breaks = [...(reading.unreadable.breaks ?? []), entry];
    }
  }
  const read = (entry: JsonObject) => readPosition(entry, "breaks");
  return readSection("breaks", Array.isArray(raw) ? kept : raw, reading, read);
}

/** Reads a list of the extension; what does not have its form is told and set aside, kept as it was. */
export function readExactly<T extends object>(
  { section, raw, expected }: { section: ResumeSection; raw: unknown; expected: string },
  reading: Reading,
  read: (entry: unknown) => T | undefined,
): readonly T[] {
  if (raw === undefined || raw === null) return [];
  const wrong = (entry: number, expectation: string, found: unknown): void => {
    const place = { section, entry, label: "" } as const;
    const trouble = { expected: expectation, found: excerptOf(found), field: "" };
    reading.notices.push(noticeOf(place, { kind: "wrong-value", ...trouble }));
    reading.unreadable[section] = [...(reading.unreadable[section] ?? []), found];
  };
  if (!Array.isArray(raw)) {
    wrong(0, "a list", raw);
    return [];
  }
  return raw.flatMap((entry: unknown, index) => {
    const value = read(entry);
    if (value === undefined) wrong(index + 1, expected, entry);
    return value ?? [];
  });
}

/** An entry without an id, or with one that is taken, gets its own. */
export function withOwnIds<T extends { readonly id: string }>(
  entries: readonly T[],
  reading: Reading,
): readonly T[] {
  return entries.map((entry) => identified(entry, reading));
}

/** Returns the value with an id of its own: a new one where it has none, or one that is taken. */
function identified<T extends Identified>(value: T, reading: Reading): T {
  const isTaken = value.id === "" || reading.ids.has(value.id);
  const id = isTaken ? reading.newId() : value.id;
  reading.ids.add(id);
  return { ...value, id };
}

/** Returns what could not be read before and now, by section. */
export function mergedUnreadable(
  known: unknown,
  found: Readonly<Record<string, unknown[]>>,
): unknown {
  const merged: Record<string, unknown> = isJsonObject(known) ? { ...known } : {};
  if (known !== undefined && !isJsonObject(known)) merged.other = [known];
  for (const [section, values] of Object.entries(found)) {
    const before = Array.isArray(merged[section]) ? (merged[section] as unknown[]) : [];
    merged[section] = [...before, ...values];
  }
  return merged;
}
