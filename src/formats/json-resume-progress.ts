// What was noted about a plan's actions in the "x-throughline" extension <-> the domain's. A note that is
// not exactly in the form is told and kept as it was written, like a self-rating.

import { parseCalendarDate } from "../domain/calendar-date.ts";
import { PROGRESS_KINDS, type ProgressEvent } from "../domain/schedule/progress.ts";
import { isJsonObject, type JsonObject } from "./json-text.ts";

/** What a note should be; completes "should be …". */
export const PROGRESS_EXPECTED = "id, towards, actionId, kind and date of a note on an action";

const CHECKS: Readonly<Record<keyof ProgressEvent, (raw: unknown) => boolean>> = {
  id: isFilled,
  towards: isFilled,
  actionId: isFilled,
  kind: (raw) => PROGRESS_KINDS.some((kind) => kind === raw),
  date: isDay,
  hours: (raw) => typeof raw === "number" && Number.isFinite(raw) && raw > 0,
  until: isDay,
  why: (raw) => typeof raw === "string",
  undoes: (raw) => Array.isArray(raw) && raw.every(isFilled),
};

const ALWAYS = ["id", "towards", "actionId", "kind", "date"] as const;

function isFilled(raw: unknown): boolean {
  return typeof raw === "string" && raw !== "";
}

function isDay(raw: unknown): boolean {
  return typeof raw === "string" && parseCalendarDate(raw).ok;
}

/** Returns the note; undefined for what is not exactly one. */
export function readProgress(raw: unknown): ProgressEvent | undefined {
  if (!isJsonObject(raw) || !ALWAYS.every((key) => Object.hasOwn(raw, key))) return undefined;
  const isNote = Object.entries(raw).every(
    ([key, value]) => Object.hasOwn(CHECKS, key) && CHECKS[key as keyof ProgressEvent](value),
  );
  return isNote ? (raw as unknown as ProgressEvent) : undefined; // CHECKS has looked at each field
}

export function writeProgress(note: ProgressEvent): JsonObject {
  return { ...note };
}
