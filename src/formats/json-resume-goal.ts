// The goal in a document's extension <-> the goal as a document says it: its title is free text, to be matched.

import {
  firstDayOf,
  lastDayOf,
  type PartialDate,
  parsePartialDate,
} from "../domain/calendar-date.ts";
import type { Money } from "../domain/money.ts";
import type { Unread } from "../domain/record/career-record.ts";
import {
  type Goal,
  type Hazards,
  MOST_WEEK_STRETCHES,
  REFUSAL_REASONS,
  type Refusal,
  type RouteChoice,
  type WeekStretch,
} from "../domain/record/goal.ts";
import type { OwnAction } from "../domain/record/own-action.ts";
import {
  checkedField,
  dateField,
  type Fields,
  kindInWords,
  readFields,
  textField,
  textListField,
  writeFields,
} from "./json-fields.ts";
import { isAmount, isMoney, isMoneyEitherWay } from "./json-money.ts";
import { EXTENSION, HOURS_A_WEEK, isHoursPerWeek } from "./json-resume-entries.ts";
import { noticeOf, type Reading } from "./json-resume-lists.ts";
import { isOwnActions, OWN_ACTIONS_EXPECTED } from "./json-resume-own-actions.ts";
import { hasOnly, isJsonObject, type JsonObject } from "./json-text.ts";

/** A goal as a document says it: the title is free text, to be matched. */
export interface ResumeGoal {
  readonly title: string;
  readonly why: string;
  readonly by?: PartialDate;
  readonly hoursPerWeek?: number;
  readonly weeks?: readonly WeekStretch[];
  readonly budget?: Money;
  readonly payFloor?: Money;
  readonly notThese: readonly string[];
  readonly savings?: Money;
  readonly savingsFloor?: Money;
  readonly savedPerMonth?: Money;
  readonly refusals?: readonly Refusal[];
  readonly choice?: RouteChoice;
  readonly ownActions?: readonly OwnAction[];
  readonly hazards?: Hazards;
  readonly unread: Unread;
}

interface GoalFacts {
  readonly title: string;
  readonly why: string;
  readonly by: PartialDate | undefined;
  readonly hoursPerWeek: number | undefined;
  readonly weeks: readonly WeekStretch[] | undefined;
  readonly budget: Money | undefined;
  readonly payFloor: Money | undefined;
  readonly notThese: readonly string[];
  readonly savings: Money | undefined;
  readonly savingsFloor: Money | undefined;
  readonly savedPerMonth: Money | undefined;
  readonly refusals: readonly Refusal[] | undefined;
  readonly choice: RouteChoice | undefined;
  readonly ownActions: readonly OwnAction[] | undefined;
  readonly hazards: Hazards | undefined;
}

/** Whether it is a list of stages answered with no. */
function isRefusals(raw: unknown): raw is readonly Refusal[] {
  return (
    Array.isArray(raw) &&
    raw.every(
      (one) =>
        isJsonObject(one) &&
        hasOnly(one, ["subject", "reason"]) &&
        typeof one.subject === "string" &&
        REFUSAL_REASONS.some((reason) => reason === one.reason),
    )
  );
}

/** Whether it is chances by the name of what can go wrong. */
function isHazards(raw: unknown): raw is Hazards {
  return (
    isJsonObject(raw) &&
    Object.values(raw).every((value) => typeof value === "number" && value >= 0 && value <= 1)
  );
}

/** Whether it says which routes were chosen and pinned. */
function isRouteChoice(raw: unknown): raw is RouteChoice {
  const isTexts = (list: unknown): boolean =>
    Array.isArray(list) && list.every((one) => typeof one === "string");
  return (
    isJsonObject(raw) &&
    Object.keys(raw).every((key) => ["routeId", "backupIds", "pinnedIds"].includes(key)) &&
    (raw.routeId === undefined || typeof raw.routeId === "string") &&
    isTexts(raw.backupIds) &&
    isTexts(raw.pinnedIds)
  );
}

/** Whether it is a list of weeks in which the hours differ. */
function isWeeks(raw: unknown): raw is readonly WeekStretch[] {
  const isDate = (date: unknown): boolean => typeof date === "string" && parsePartialDate(date).ok;
  return (
    Array.isArray(raw) &&
    raw.length <= MOST_WEEK_STRETCHES &&
    raw.every(
      (one) =>
        isJsonObject(one) &&
        hasOnly(one, ["from", "to", "hoursPerWeek", "why"]) &&
        isDate(one.from) &&
        isDate(one.to) &&
        // `as`: isDate has looked at both.
        firstDayOf(one.from as PartialDate) <= lastDayOf(one.to as PartialDate) &&
        isAmount(one.hoursPerWeek) &&
        one.hoursPerWeek >= 0 &&
        one.hoursPerWeek <= HOURS_A_WEEK &&
        typeof one.why === "string",
    )
  );
}

const GOAL_FIELDS: Fields<GoalFacts> = {
  title: textField("title"),
  why: textField("why"),
  by: dateField("by"),
  hoursPerWeek: checkedField("hoursPerWeek", "hours above 0, at most 168", isHoursPerWeek),
  weeks: checkedField("weeks", "a list of from, to, hoursPerWeek and why", isWeeks),
  budget: checkedField("budget", "amount and currency", isMoney),
  payFloor: checkedField("payFloor", "amount and currency", isMoney),
  notThese: textListField("notThese"),
  savings: checkedField("savings", "amount and currency", isMoney),
  savingsFloor: checkedField("savingsFloor", "amount and currency", isMoney),
  savedPerMonth: checkedField("savedPerMonth", "amount and currency", isMoneyEitherWay),
  refusals: checkedField("refusals", "a list of subject and reason", isRefusals),
  choice: checkedField("choice", "routeId, backupIds and pinnedIds", isRouteChoice),
  ownActions: checkedField("ownActions", OWN_ACTIONS_EXPECTED, isOwnActions),
  hazards: checkedField("hazards", "chances from 0 to 1 by name", isHazards),
};

/** Returns the goal as a document says it. */
export function resumeGoalOf(goal: Goal): ResumeGoal {
  const { title, why, by, limits, choice, hazards, ownActions } = goal;
  return {
    title,
    why,
    ...(by === undefined ? {} : { by }),
    ...limits,
    ...(choice === undefined ? {} : { choice }),
    ...(ownActions === undefined ? {} : { ownActions }),
    ...(hazards === undefined ? {} : { hazards }),
    unread: {},
  };
}

/** Returns the goal; undefined where there is none, or none with a title. */
export function readGoal(raw: unknown, reading: Reading): ResumeGoal | undefined {
  if (raw === undefined || raw === null) return undefined;
  const place = { section: EXTENSION, entry: 0, label: "" } as const;
  if (!isJsonObject(raw)) {
    const found = kindInWords(raw);
    const trouble = { kind: "wrong-type", expected: "an object", found, field: "goal" } as const;
    reading.notices.push(noticeOf(place, trouble));
    return undefined;
  }
  const { values, rest, troubles } = readFields(raw, GOAL_FIELDS);
  for (const trouble of troubles) {
    reading.notices.push(noticeOf(place, { ...trouble, field: `goal.${trouble.field}` }));
  }
  if (values.title.trim() === "") return undefined;
  // `as`: readFields leaves out the keys that are undefined, as exact optional properties ask.
  return { ...values, unread: rest } as ResumeGoal;
}

/** Returns the goal as it stands in a document. */
export function writeGoal({ unread, ...facts }: ResumeGoal): JsonObject {
  // `as`: a key that is absent is read as undefined.
  return writeFields(facts as GoalFacts, unread, GOAL_FIELDS);
}
