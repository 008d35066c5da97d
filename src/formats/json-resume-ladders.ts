// The ladders inside organisations in the "x-throughline" extension <-> the record's. A ladder that is not
// exactly in the form is told and kept as it was written, like a self-rating.

import { NO_OCCUPATION } from "../domain/record/career-record.ts";
import {
  type LadderRung,
  MOST_RUNGS,
  type OrganisationLadder,
} from "../domain/record/organisation-ladder.ts";
import { isMoney } from "./json-money.ts";
import { isJsonObject, type JsonObject } from "./json-text.ts";

/** What a ladder should be; completes "should be …". */
export const LADDER_EXPECTED = `organisation and 1 to ${MOST_RUNGS} rungs, each with a title`;

/** Keys of a rung besides its title, and what each must be. */
const RUNG_CHECKS: Readonly<Record<Exclude<keyof LadderRung, "title">, (raw: unknown) => boolean>> =
  {
    occupationId: (raw) => isFilled(raw) && raw !== NO_OCCUPATION,
    annualPay: isMoney,
    usualMonthsBefore: isCount,
    openingsAYear: isCount,
    othersWanting: isCount,
    note: isFilled,
  };

function isFilled(raw: unknown): raw is string {
  return typeof raw === "string" && raw !== "";
}

function isCount(raw: unknown): boolean {
  return typeof raw === "number" && Number.isFinite(raw) && raw >= 0;
}

function isRung(raw: unknown): boolean {
  if (!isJsonObject(raw) || !isFilled(raw.title)) return false;
  return Object.entries(raw).every(
    ([key, value]) =>
      key === "title" ||
      (Object.hasOwn(RUNG_CHECKS, key) && RUNG_CHECKS[key as keyof typeof RUNG_CHECKS](value)),
  );
}

/** Returns the ladder, its id empty where none is given; undefined for what is not exactly one. */
export function readLadder(raw: unknown): OrganisationLadder | undefined {
  if (!isJsonObject(raw)) return undefined;
  const { id = "", organisation, rungs, ...others } = raw;
  if (typeof id !== "string" || typeof organisation !== "string") return undefined;
  if (Object.keys(others).length > 0 || !Array.isArray(rungs)) return undefined;
  if (rungs.length === 0 || rungs.length > MOST_RUNGS || !rungs.every(isRung)) return undefined;
  return { id, organisation, rungs: rungs as LadderRung[] }; // isRung has looked at each
}

export function writeLadder({ id, organisation, rungs }: OrganisationLadder): JsonObject {
  return { id, organisation, rungs };
}
