// The person's own steps as the goal of the "x-throughline" extension holds them: whether a list is
// exactly one, since a step that is half understood would be planned wrongly.

import {
  isDayOfYear,
  isOwnStep,
  MOST_OWN_ACTIONS,
  type OwnAction,
} from "../domain/record/own-action.ts";
import { areSessions, parseSession, type Session } from "../domain/record/sessions.ts";
import { ACTION_KINDS } from "../domain/schedule/action-kind.ts";
import { isAmount } from "./json-money.ts";
import { isJsonObject } from "./json-text.ts";

/** What the list should be; completes "should be …". */
export const OWN_ACTIONS_EXPECTED = `a list of at most ${MOST_OWN_ACTIONS} steps, each with an id`;

type Check = (raw: unknown) => boolean;

const CHECKS: Readonly<Record<keyof OwnAction, Check>> = {
  id: isFilled,
  kind: (raw) => ACTION_KINDS.some((kind) => kind === raw),
  title: isFilled,
  doneWhen: isText,
  whoHelps: isText,
  questions: isTexts,
  hours: isThreePoint,
  money: isThreePoint,
  minimumMonths: isAmount,
  waitWeeks: isThreePoint,
  terms: (raw) => isTexts(raw) && raw.length > 0 && raw.every(isDayOfYear),
  elsewhere: isFilled,
  sessions: isSessions,
  after: isTexts,
  reimbursement: isReimbursement,
};

function isText(raw: unknown): raw is string {
  return typeof raw === "string";
}

function isFilled(raw: unknown): boolean {
  return isText(raw) && raw !== "";
}

function isTexts(raw: unknown): raw is readonly string[] {
  return Array.isArray(raw) && raw.every(isText);
}

function isThreePoint(raw: unknown): boolean {
  if (!isJsonObject(raw) || Object.keys(raw).length !== 3) return false;
  const { low, likely, high } = raw;
  return isAmount(low) && isAmount(likely) && isAmount(high) && low <= likely && likely <= high;
}

function isReimbursement(raw: unknown): boolean {
  if (!isJsonObject(raw)) return false;
  const { share, most, afterMonths, stayMonths, ...others } = raw;
  return (
    Object.keys(others).length === 0 &&
    isAmount(share) &&
    share <= 1 &&
    (most === undefined || isAmount(most)) &&
    isAmount(afterMonths) &&
    isAmount(stayMonths)
  );
}

/** Exactly days, hours and weeks, in the order of the week. */
function isSessions(raw: unknown): boolean {
  if (!isJsonObject(raw) || Object.keys(raw).length !== 2 || !Array.isArray(raw.each)) return false;
  const each = raw.each.flatMap((one) => sessionOf(one) ?? []);
  return (
    each.length === raw.each.length &&
    typeof raw.weeks === "number" &&
    areSessions({ each, weeks: raw.weeks })
  );
}

/** The session where it is written exactly so, "18:00" and not "18". */
function sessionOf(raw: unknown): Session | undefined {
  if (!isJsonObject(raw) || Object.keys(raw).length !== 3) return undefined;
  const { day, from, to } = raw;
  const session = parseSession(`${day} ${from}-${to}`);
  const isExact = session?.day === day && session?.from === from && session?.to === to;
  return isExact ? session : undefined;
}

function isOwnAction(raw: unknown): boolean {
  if (!isJsonObject(raw) || !isFilled(raw.id)) return false;
  const fits = Object.entries(raw).every(
    ([key, value]) => Object.hasOwn(CHECKS, key) && CHECKS[key as keyof OwnAction](value),
  );
  const isStep = isOwnStep({ id: String(raw.id) });
  return fits && (!isStep || (raw.kind !== undefined && raw.title !== undefined));
}

/** Whether it is a list of steps of one's own, each once. */
export function isOwnActions(raw: unknown): raw is readonly OwnAction[] {
  if (!Array.isArray(raw) || raw.length > MOST_OWN_ACTIONS || !raw.every(isOwnAction)) return false;
  // `as`: isOwnAction has looked at each.
  return new Set((raw as OwnAction[]).map(({ id }) => id)).size === raw.length;
}
