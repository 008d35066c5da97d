// The answers of the gap interview in the "x-throughline" extension <-> the record's. An answer that is not
// exactly in the form is told and kept as it was written, like a self-rating.

import { parseCalendarDate, parsePartialDate } from "../domain/calendar-date.ts";
import { EFFECT_KINDS, type InterviewAnswer } from "../domain/record/interview-answer.ts";
import { isJsonObject, type JsonObject } from "./json-text.ts";

/** What an answer should be; completes "should be …". */
export const INTERVIEW_EXPECTED =
  "questionId, questionVersion, date, choice and effects of an answer of the interview";

type Checks<T> = Readonly<Record<keyof T, (raw: unknown) => boolean>>;

const EFFECT_CHECKS: Checks<InterviewAnswer["effects"][number]> = {
  kind: (raw) => EFFECT_KINDS.some((kind) => kind === raw),
  gapId: isText,
  text: isText,
};

const CHECKS: Checks<InterviewAnswer> = {
  id: isText,
  questionId: isFilled,
  questionVersion: (raw) => Number.isInteger(raw) && Number(raw) > 0,
  date: (raw) => typeof raw === "string" && parseCalendarDate(raw).ok,
  choice: isText,
  words: isText,
  numbers: (raw) =>
    isJsonObject(raw) &&
    Object.values(raw).every((value) => typeof value === "number" && Number.isFinite(value)),
  when: (raw) => typeof raw === "string" && parsePartialDate(raw).ok,
  positionId: isText,
  goalOccupation: isText,
  effects: (raw) =>
    Array.isArray(raw) && raw.every((one) => isExactly(one, EFFECT_CHECKS, ["kind", "text"])),
};

const ALWAYS = ["questionId", "questionVersion", "date", "choice", "effects"] as const;

function isText(raw: unknown): boolean {
  return typeof raw === "string";
}

function isFilled(raw: unknown): boolean {
  return typeof raw === "string" && raw !== "";
}

function isExactly<T>(
  raw: unknown,
  checks: Checks<T>,
  always: readonly (keyof T & string)[],
): raw is JsonObject {
  if (!isJsonObject(raw) || !always.every((key) => Object.hasOwn(raw, key))) return false;
  return Object.entries(raw).every(
    ([key, value]) => Object.hasOwn(checks, key) && checks[key as keyof T](value),
  );
}

/** Returns the answer, its id empty where none is given; undefined for what is not exactly one. */
export function readInterviewAnswer(raw: unknown): InterviewAnswer | undefined {
  if (!isExactly<InterviewAnswer>(raw, CHECKS, ALWAYS)) return undefined;
  const answer: { id: string } & JsonObject = { id: "", ...raw };
  return answer as { id: string } & JsonObject & InterviewAnswer; // CHECKS has looked at each field
}

export function writeInterviewAnswer(answer: InterviewAnswer): JsonObject {
  return { ...answer };
}
