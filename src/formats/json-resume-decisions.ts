// Decisions in the "x-throughline" extension <-> the record's. One that is not exactly in the form is told
// and kept as it was written, like a self-rating.

import { parsePartialDate } from "../domain/calendar-date.ts";
import {
  DECIDERS,
  type Decision,
  MOST_ALTERNATIVES,
  MOST_OUTCOMES,
} from "../domain/record/decision.ts";
import { isJsonObject, type JsonObject } from "./json-text.ts";

/** What a decision should be; completes "should be …". */
export const DECISION_EXPECTED = `what, date and decidedBy (${DECIDERS.join(", ")}) of a decision`;

type Check = (raw: unknown) => boolean;

const CHECKS: Readonly<Record<keyof Decision, Check>> = {
  id: isText,
  what: isFilled,
  date: isDate,
  alternatives: (raw) => isListOf(raw, MOST_ALTERNATIVES, isFilled),
  why: isText,
  decidedBy: (raw) => DECIDERS.some((decider) => decider === raw),
  who: isText,
  touches: (raw) => Array.isArray(raw) && raw.every(isFilled),
  outcomes: (raw) => isListOf(raw, MOST_OUTCOMES, isOutcome),
};

const UNSAID = { id: "", alternatives: [], why: "", who: "", touches: [], outcomes: [] } as const;

function isText(raw: unknown): boolean {
  return typeof raw === "string";
}

function isFilled(raw: unknown): boolean {
  return typeof raw === "string" && raw !== "";
}

function isDate(raw: unknown): boolean {
  return typeof raw === "string" && parsePartialDate(raw).ok;
}

function isListOf(raw: unknown, most: number, isOne: Check): boolean {
  return Array.isArray(raw) && raw.length <= most && raw.every(isOne);
}

function isOutcome(raw: unknown): boolean {
  if (!isJsonObject(raw) || Object.keys(raw).length !== 2) return false;
  return isDate(raw.date) && isFilled(raw.text);
}

/** Returns the decision, its id empty where none is given; undefined for what is not exactly one. */
export function readDecision(raw: unknown): Decision | undefined {
  if (!isJsonObject(raw)) return undefined;
  const whole: Readonly<Record<string, unknown>> = { ...UNSAID, ...raw };
  const isDecision =
    Object.keys(whole).every((key) => Object.hasOwn(CHECKS, key)) &&
    Object.entries(CHECKS).every(([key, check]) => check(whole[key]));
  // `as`: CHECKS has looked at each field.
  return isDecision ? (whole as Readonly<Record<keyof Decision, unknown>> as Decision) : undefined;
}

/** Leaves out what was not said. */
export function writeDecision(decision: Decision): JsonObject {
  return Object.fromEntries(
    Object.entries(decision).filter(([, value]) => value !== "" && !isEmptyList(value)),
  );
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
