// Sittings of the assessment in the "x-throughline" extension <-> the record's. One that is not exactly in
// the form is told and kept as it was written, like a self-rating. Items that are not known here are kept
// as they stand: a later version may have asked them.

import { DIMENSIONS, LEAST_VALUE, MOST_VALUE } from "../domain/assessment/dimension.ts";
import type { ItemAnswer } from "../domain/assessment/score-assessment.ts";
import type { Reflection, Sitting, Want } from "../domain/assessment/sitting.ts";
import { parseCalendarDate } from "../domain/calendar-date.ts";
import { isJsonObject, type JsonObject } from "./json-text.ts";

/** What a sitting should be; completes "should be …". */
export const SITTING_EXPECTED = "started, answers, wants and reflections of one assessment";

type Checks<T> = Readonly<Record<keyof T, (raw: unknown) => boolean>>;

const ANSWER: Checks<ItemAnswer> = {
  itemId: (raw) => typeof raw === "string" && raw !== "",
  itemVersion: (raw) => Number.isInteger(raw) && Number(raw) > 0,
  value: (raw) => Number.isInteger(raw) && isOnScale(raw),
};
const WANT: Checks<Want> = { dimension: isDimension, value: isOnScale };
const REFLECTION: Checks<Reflection> = { dimension: isDimension, text: isText };

const SITTING: Checks<Sitting> = {
  id: isText,
  started: isDay,
  finished: isDay,
  answers: (raw) => isListOf(raw, ANSWER, "itemId"),
  wants: (raw) => isListOf(raw, WANT, "dimension"),
  reflections: (raw) => isListOf(raw, REFLECTION, "dimension"),
};
const ALWAYS = ["started", "answers", "wants", "reflections"] as const;

function isText(raw: unknown): boolean {
  return typeof raw === "string";
}

function isDay(raw: unknown): boolean {
  return typeof raw === "string" && parseCalendarDate(raw).ok;
}

function isOnScale(raw: unknown): boolean {
  return typeof raw === "number" && raw >= LEAST_VALUE && raw <= MOST_VALUE;
}

function isDimension(raw: unknown): boolean {
  return DIMENSIONS.some((dimension) => dimension === raw);
}

function isExactly<T>(raw: unknown, checks: Checks<T>, always: readonly string[]): boolean {
  if (!isJsonObject(raw) || !always.every((key) => Object.hasOwn(raw, key))) return false;
  return Object.entries(raw).every(
    ([key, value]) => Object.hasOwn(checks, key) && checks[key as keyof T](value),
  );
}

/** Each entry exactly as it should be, and no two about the same. */
function isListOf<T>(raw: unknown, checks: Checks<T>, about: keyof T & string): boolean {
  if (!Array.isArray(raw)) return false;
  const keys = Object.keys(checks);
  const isWhole = raw.every((one: unknown) => isExactly(one, checks, keys));
  return isWhole && new Set(raw.map((one: JsonObject) => one[about])).size === raw.length;
}

/** Returns the sitting, its id empty where none is given; undefined for what is not exactly one. */
export function readSitting(raw: unknown): Sitting | undefined {
  if (!isExactly(raw, SITTING, ALWAYS)) return undefined;
  return { id: "", ...(raw as object) } as Sitting; // SITTING has looked at each field
}

export function writeSitting(sitting: Sitting): JsonObject {
  return { ...sitting };
}
