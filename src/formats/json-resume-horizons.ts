// The person's words on horizons, and their career statements, in the "x-throughline" extension <-> the
// record's. What is not exactly in the form is told and kept as it was written, like a self-rating.

import { parseCalendarDate } from "../domain/calendar-date.ts";
import { HORIZONS, type Horizon, type HorizonWord } from "../domain/horizons/horizon.ts";
import { type CareerStatement, MOST_STATEMENT_LETTERS } from "../domain/record/career-statement.ts";
import { isJsonObject, type JsonObject } from "./json-text.ts";

/** What a word on a horizon should be; completes "should be …". */
export const HORIZON_WORD_EXPECTED = `subject and one or more horizons (${HORIZONS.join(", ")})`;

/** What a statement should be; completes "should be …". */
export const STATEMENT_EXPECTED = `text of at most ${MOST_STATEMENT_LETTERS} letters and date of a career statement`;

export function readHorizonWord(raw: unknown): HorizonWord | undefined {
  if (!isJsonObject(raw) || Object.keys(raw).length !== 2) return undefined;
  const { subject, horizons } = raw;
  if (typeof subject !== "string" || subject === "" || !Array.isArray(horizons)) return undefined;
  const inOrder = HORIZONS.filter((horizon) => horizons.includes(horizon));
  if (inOrder.length === 0 || String(inOrder) !== String(horizons)) return undefined;
  return { subject, horizons: horizons as readonly Horizon[] }; // the same list as inOrder
}

export function writeHorizonWord({ subject, horizons }: HorizonWord): JsonObject {
  return { subject, horizons };
}

/** Returns the statement, its id empty where none is given; undefined for what is not exactly one. */
export function readStatement(raw: unknown): CareerStatement | undefined {
  if (!isJsonObject(raw)) return undefined;
  const { id = "", text, date, ...others } = raw;
  if (typeof id !== "string" || typeof text !== "string" || typeof date !== "string") {
    return undefined;
  }
  if (Object.keys(others).length > 0 || text === "" || text.length > MOST_STATEMENT_LETTERS) {
    return undefined;
  }
  const day = parseCalendarDate(date);
  return day.ok ? { id, text, date: day.value } : undefined;
}

export function writeStatement({ id, text, date }: CareerStatement): JsonObject {
  return { id, text, date };
}
