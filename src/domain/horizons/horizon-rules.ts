// The rule that says which horizons something belongs to, with its reason in a sentence; the person's word
// goes before it. docs/method/horizons.md has the rules as a table.

import type { CheckIn } from "../agenda/check-in.ts";
import {
  addMonths,
  type CalendarDate,
  firstDayOf,
  lastDayOf,
  type PartialDate,
} from "../calendar-date.ts";
import type { Credential, Education, Position } from "../record/career-record.ts";
import type { Decision } from "../record/decision.ts";
import type { ActionKind } from "../schedule/action-kind.ts";
import { HORIZONS, type Horizon } from "./horizon.ts";
import {
  type EntryKind,
  type HorizonEntry,
  type HorizonsInput,
  subjectOf,
} from "./horizon-entry.ts";

/**
 * Years that the horizon of work looks back. Assumption: "several years, perhaps several jobs"; the half-life
 * of what a position contributes is the same, so what is on this horizon still counts half or more.
 */
export const WORK_YEARS = 10;

/** What a rule gives: which horizons, and why. */
interface Ruling {
  readonly horizons: readonly Horizon[];
  readonly why: string;
}

/**
 * Returns everything with its horizons, the record first, then goal, plan and check-ins, each kind in its own
 * order. Each is there once; each has at least one horizon. Milestones are known by their title, because
 * their ids are others in each plan: those of one title are one.
 */
export function horizonEntriesOf(input: HorizonsInput): readonly HorizonEntry[] {
  const { record, goal, actions, milestones, checkIns, today } = input;
  const recent = recentIdsOf(input);
  const entries: HorizonEntry[] = [];
  const place = (kind: EntryKind, { id, title }: Named, ruling: Ruling) => {
    const subject = subjectOf(kind, id);
    // Of several words on one thing the last counts.
    const word = input.words.findLast((one) => one.subject === subject);
    const horizons = inOrder(word?.horizons ?? []);
    const isOwnWord = horizons.length > 0;
    const own = { horizons, why: "You said so." };
    entries.push({ subject, kind, title, ...(isOwnWord ? own : ruling), isOwnWord });
  };
  for (const one of record.positions) place("position", called(one), ofPosition(one, today));
  for (const one of record.educations) {
    const title = [one.studyType, one.area, one.institution]
      .filter((part) => part !== "")
      .join(", ");
    place("education", { id: one.id, title }, ofEducation(one, today));
  }
  for (const one of record.credentials) {
    place("credential", { id: one.id, title: one.name }, ofCredential(one, today));
  }
  for (const one of record.skills) place("skill", { id: one.id, title: one.name }, OF_SKILL);
  for (const one of record.ladders) {
    place("ladder", { id: one.id, title: `The way up at ${one.organisation}` }, OF_LADDER);
  }
  for (const one of record.decisions) {
    place("decision", { id: one.id, title: one.what }, ofDecision(one, recent, today));
  }
  if (goal !== undefined) place("goal", goal, OF_GOAL);
  const ofActions = new Map(actions.map((one) => [one.id, ofAction(one)]));
  for (const one of actions) place("action", one, ofActions.get(one.id) ?? OF_GOAL);
  const placed = new Map(entries.map(({ subject, horizons }) => [subject, horizons]));
  for (const [title, alike] of Map.groupBy(milestones, (one) => one.title)) {
    const shown = alike
      .flatMap(({ actionIds }) => actionIds)
      .map((id) => placed.get(subjectOf("action", id)) ?? []);
    place("milestone", { id: title, title }, ofMilestone(shown));
  }
  for (const one of checkIns) {
    const title = `${one.kind === "weekly" ? "Weekly" : "Quarterly"} check-in, ${one.date}`;
    place("check-in", { id: one.id, title }, ofCheckIn(one));
  }
  return entries;
}

interface Named {
  readonly id: string;
  readonly title: string;
}

function called({ id, title, organisation }: Position): Named {
  return { id, title: title || organisation || "A position" };
}

/** Returns the horizons named, each once, in their own order. */
function inOrder(named: readonly Horizon[]): readonly Horizon[] {
  return HORIZONS.filter((horizon) => named.includes(horizon));
}

/** Returns whether something that ended then is on the horizon of work. */
export function isRecent(end: PartialDate | undefined, today: CalendarDate): boolean {
  return end === undefined || lastDayOf(end) >= addMonths(today, -12 * WORK_YEARS);
}

function ofPosition({ start, end }: Position, today: CalendarDate): Ruling {
  if (start === undefined) {
    return { horizons: ["career"], why: "It has no dates, so it counts to the whole alone." };
  }
  if (firstDayOf(start) > today) {
    return { horizons: ["work", "career"], why: "It begins later." };
  }
  if (end === undefined || lastDayOf(end) >= today) {
    return {
      horizons: HORIZONS,
      why: "You hold it today, and it is part of the years and the whole.",
    };
  }
  return isRecent(end, today)
    ? { horizons: ["work", "career"], why: `It ended within the last ${WORK_YEARS} years.` }
    : { horizons: ["career"], why: `It ended more than ${WORK_YEARS} years ago and has faded.` };
}

function ofEducation({ end }: Education, today: CalendarDate): Ruling {
  if (end !== undefined && lastDayOf(end) >= addMonths(today, -12 * WORK_YEARS)) {
    return { horizons: ["work", "career"], why: `It is from the last ${WORK_YEARS} years.` };
  }
  return { horizons: ["career"], why: "Education is part of the whole." };
}

function ofCredential({ date, expires }: Credential, today: CalendarDate): Ruling {
  if (expires !== undefined && lastDayOf(expires) < today) {
    return { horizons: ["career"], why: "It has run out, and is part of the whole." };
  }
  return expires !== undefined || (date !== undefined && isRecent(date, today))
    ? { horizons: ["work", "career"], why: "It is recent, or still valid." }
    : { horizons: ["career"], why: "It is part of the whole." };
}

const OF_SKILL: Ruling = {
  horizons: ["work", "career"],
  why: "What you can do goes with you from one position to the next.",
};
const OF_LADDER: Ruling = {
  horizons: ["work"],
  why: "What you can rise to where you are takes some years, and is half theirs.",
};
const OF_GOAL: Ruling = { horizons: ["career"], why: "The direction is yours." };

/** Ids of the positions and educations on the horizon of work. */
function recentIdsOf({ record, today }: HorizonsInput): ReadonlySet<string> {
  return new Set(
    [
      ...record.positions.map((one) => ({ id: one.id, ...ofPosition(one, today) })),
      ...record.educations.map((one) => ({ id: one.id, ...ofEducation(one, today) })),
    ]
      .filter(({ horizons }) => horizons.includes("work"))
      .map(({ id }) => id),
  );
}

function ofDecision(
  { date, touches }: Decision,
  recent: ReadonlySet<string>,
  today: CalendarDate,
): Ruling {
  return isRecent(date, today) || touches.some((id) => recent.has(id))
    ? {
        horizons: ["work", "career"],
        why: `It is from the last ${WORK_YEARS} years, or about a position that is.`,
      }
    : { horizons: ["career"], why: "A career is the sum of such decisions." };
}

/** Steps that change or use one's position, and are therefore work's as much as the career's. */
const WORK_STEPS: ReadonlySet<ActionKind> = new Set([
  "practice",
  "project",
  "volunteering",
  "application",
  "employers",
  "talk",
  "house move",
]);

/** Words of who helps that mean the employer. */
const EMPLOYER_HELPS = /\b(?:manager|employer|supervisor|boss|colleagues?)\b/i;

function ofAction(action: HorizonsInput["actions"][number]): Ruling {
  const { kind, whoHelps = "", reimbursement } = action;
  if (kind === "hold") {
    return { horizons: HORIZONS, why: "It is done in a position, and leads on from it." };
  }
  if (reimbursement !== undefined || EMPLOYER_HELPS.test(whoHelps)) {
    return { horizons: HORIZONS, why: "Your employer has a part in it." };
  }
  return WORK_STEPS.has(kind)
    ? {
        horizons: ["work", "career"],
        why: "It is about the work you do next, on the way to your goal.",
      }
    : { horizons: ["career"], why: "You learn it for your goal, whoever you work for." };
}

function ofMilestone(shown: readonly (readonly Horizon[])[]): Ruling {
  const horizons = inOrder(shown.flat());
  return horizons.length === 0
    ? { horizons: ["career"], why: "It is on the way to your goal." }
    : { horizons, why: "It shows how far these steps are." };
}

function ofCheckIn({ kind, lines }: CheckIn): Ruling {
  if (kind === "quarterly") {
    return { horizons: HORIZONS, why: "It looks back from the week to the whole." };
  }
  const isBoth = lines.some(({ agenda, energy }) => agenda === "both" || energy !== undefined);
  const isMine = lines.some(({ agenda, action }) => agenda === "mine" || action !== undefined);
  return {
    horizons: [
      "job",
      ...(isBoth ? (["work"] as const) : []),
      ...(isMine ? (["career"] as const) : []),
    ],
    why: [
      "It is about one week",
      ...(isBoth ? ["it says what serves both, or gives energy"] : []),
      ...(isMine ? ["hours of it were for your own ends"] : []),
    ]
      .join("; ")
      .concat("."),
  };
}
