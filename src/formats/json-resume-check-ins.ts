// Check-ins in the "x-throughline" extension <-> the record's. One that is not exactly in the form is told
// and kept as it was written, like a self-rating.

import {
  AGENDAS,
  CHECK_IN_KINDS,
  type CheckIn,
  type CheckInLine,
  DRIFT_ANSWERS,
  HIGHEST_ENERGY,
  HOURS_IN_A_WEEK,
  LOWEST_ENERGY,
  MOST_ELEMENTS,
  MOST_LINES,
} from "../domain/agenda/check-in.ts";
import { parseCalendarDate } from "../domain/calendar-date.ts";
import { isJsonObject, type JsonObject } from "./json-text.ts";

/** What a check-in should be; completes "should be …". */
export const CHECK_IN_EXPECTED = `kind, date and at most ${MOST_LINES} lines of a check-in`;

/** A check-in a day for half a century. */
export const MOST_CHECK_INS = 20_000;

type Checks<T> = Readonly<Record<keyof T, (raw: unknown) => boolean>>;

const LINE_CHECKS: Checks<CheckInLine> = {
  what: (raw) => typeof raw === "string",
  hours: (raw) => isNumber(raw) && raw > 0 && raw <= HOURS_IN_A_WEEK,
  agenda: (raw) => AGENDAS.some((one) => one === raw),
  energy: (raw) => Number.isInteger(raw) && isNumber(raw) && isEnergy(raw),
  positionId: isFilled,
  action: isAction,
  elementIds: (raw) =>
    Array.isArray(raw) && raw.length > 0 && raw.length <= MOST_ELEMENTS && raw.every(isFilled),
};

const CHECKS: Checks<CheckIn> = {
  id: (raw) => typeof raw === "string",
  kind: (raw) => CHECK_IN_KINDS.some((one) => one === raw),
  date: (raw) => typeof raw === "string" && parseCalendarDate(raw).ok,
  lines: (raw) => Array.isArray(raw) && raw.length <= MOST_LINES && raw.every(isLine),
  wins: isFilled,
  whoHelped: isFilled,
  whatChanged: isFilled,
  onPlan: isFilled,
  onGoal: isFilled,
  keep: isFilled,
  stop: isFilled,
  driftAnswer: (raw) => DRIFT_ANSWERS.some((one) => one === raw),
};

function isNumber(raw: unknown): raw is number {
  return typeof raw === "number" && Number.isFinite(raw);
}

function isEnergy(raw: number): boolean {
  return raw >= LOWEST_ENERGY && raw <= HIGHEST_ENERGY;
}

function isFilled(raw: unknown): boolean {
  return typeof raw === "string" && raw !== "";
}

function isAction(raw: unknown): boolean {
  if (!isJsonObject(raw) || Object.keys(raw).length !== 3) return false;
  return isFilled(raw.id) && isFilled(raw.towards) && typeof raw.title === "string";
}

function fits<T>(raw: JsonObject, checks: Checks<T>): boolean {
  return Object.entries(raw).every(
    ([key, value]) => Object.hasOwn(checks, key) && checks[key as keyof T](value),
  );
}

function isLine(raw: unknown): boolean {
  return isJsonObject(raw) && Object.hasOwn(raw, "what") && fits<CheckInLine>(raw, LINE_CHECKS);
}

function isCheckIn(raw: JsonObject): raw is JsonObject & CheckIn {
  const isWhole = ["kind", "date", "lines"].every((key) => Object.hasOwn(raw, key));
  return isWhole && fits<CheckIn>(raw, CHECKS);
}

/** Returns the check-in, its id empty where none is given; undefined for what is not exactly one. */
export function readCheckIn(raw: unknown): CheckIn | undefined {
  if (!isJsonObject(raw)) return undefined;
  const whole: JsonObject = { id: "", ...raw };
  return isCheckIn(whole) ? whole : undefined;
}

export function writeCheckIn(checkIn: CheckIn): JsonObject {
  return { ...checkIn };
}
