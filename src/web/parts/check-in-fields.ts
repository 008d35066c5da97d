// What a person types into a check-in, and what is kept of it. A line that was only proposed, and of which
// nothing was said, is not kept.

import type { Agenda, CheckIn, CheckInKind, CheckInLine } from "../../domain/agenda/check-in.ts";
import type { InputOf } from "../../http/client.ts";

/** One thing in the form; numbers as the boxes hold them, empty when not said. */
export interface LineFields {
  /** Tells the boxes apart while lines come and go. */
  readonly key: string;
  readonly what: string;
  readonly hours: number | string;
  readonly agenda: Agenda | "";
  readonly energy: number | undefined;
  readonly position: string;
  readonly action: string;
  readonly skills: readonly string[];
  /** Written by the form, not by the person: kept only when hours, energy or other words are said. */
  readonly proposed: boolean;
}

export type WordField =
  | "wins"
  | "whoHelped"
  | "whatChanged"
  | "onPlan"
  | "onGoal"
  | "keep"
  | "stop";

export interface CheckInFields {
  readonly kind: CheckInKind;
  readonly on: string;
  readonly lines: readonly LineFields[];
  readonly words: Readonly<Record<WordField, string>>;
}

const NO_WORDS: CheckInFields["words"] = {
  wins: "",
  whoHelped: "",
  whatChanged: "",
  onPlan: "",
  onGoal: "",
  keep: "",
  stop: "",
};

/** Returns an empty line. */
export function emptyLine(key: string): LineFields {
  return {
    key,
    what: "",
    hours: "",
    agenda: "",
    energy: undefined,
    position: "",
    action: "",
    skills: [],
    proposed: false,
  };
}

function lineFieldsOf(key: string, line: CheckInLine): LineFields {
  const { what, hours, agenda, energy, positionId, action, elementIds } = line;
  return {
    key,
    what,
    hours: hours ?? "",
    agenda: agenda ?? "",
    energy,
    position: positionId ?? "",
    action: action?.id ?? "",
    skills: elementIds ?? [],
    proposed: false,
  };
}

/** Lines that a new check-in proposes at most. */
const PROPOSED_AT_MOST = 3;

interface Proposal {
  readonly today: string;
  /** The newest check-in with lines, if there is one. */
  readonly last: CheckIn | undefined;
  readonly positions: readonly {
    readonly id: string;
    readonly title: string;
    /** Whether somebody employs the person in it. */
    readonly isEmployed: boolean;
  }[];
  /** What a line can be tied to now. */
  readonly actions: readonly { readonly id: string }[];
  readonly elements: readonly { readonly id: string }[];
  /** Hours noted for actions and in no check-in yet. */
  readonly offered: readonly { readonly actionId: string; readonly hours: number }[];
}

/** Returns a line of hours that were noted for an action. */
export function notedLine({ actionId, hours }: Proposal["offered"][number]): LineFields {
  return { ...emptyLine(`noted-${actionId}`), action: actionId, hours, agenda: "mine" };
}

/** Returns the id where it can still be chosen: what was taken away since is not proposed again. */
function ifKnown(id: string, known: readonly { readonly id: string }[]): string {
  return known.some((one) => one.id === id) ? id : "";
}

/**
 * Returns what a new check-in begins with: hours that were noted, the things of the last one or else the
 * positions of today, without hours and energy; one empty line where there is none of these.
 */
export function newFields(proposal: Proposal): CheckInFields {
  const { today, last, positions, actions, elements, offered } = proposal;
  const noted = offered.map(notedLine);
  const named = (last?.lines ?? []).filter(({ what }) => what !== "");
  const proposals: readonly LineFields[] =
    named.length > 0
      ? named.map((line, place) => ({
          ...lineFieldsOf(`last-${place}`, line),
          position: ifKnown(line.positionId ?? "", positions),
          action: ifKnown(line.action?.id ?? "", actions),
          skills: (line.elementIds ?? []).filter((id) => ifKnown(id, elements) !== ""),
          hours: "",
          energy: undefined,
        }))
      : positions.map(({ id, title, isEmployed }, place) => ({
          ...emptyLine(`position-${place}`),
          what: title,
          position: id,
          agenda: isEmployed ? "employer" : "",
        }));
  const proposed = proposals
    .slice(0, PROPOSED_AT_MOST)
    .map((line) => ({ ...line, proposed: true }));
  const begun = [...noted, ...proposed];
  const lines = begun.length === 0 ? [emptyLine("new-0")] : begun;
  return { kind: "weekly", on: today, lines, words: NO_WORDS };
}

/** Returns the boxes for a check-in that is changed. */
export function fieldsOf(checkIn: CheckIn): CheckInFields {
  const { kind, date, lines } = checkIn;
  const words = Object.fromEntries(
    Object.keys(NO_WORDS).map((field) => [field, checkIn[field as WordField] ?? ""]),
  );
  return {
    kind,
    on: date,
    lines: lines.map((line, place) => lineFieldsOf(`known-${place}`, line)),
    words: { ...NO_WORDS, ...words },
  };
}

/** What makes a check-in one that looks back. */
const LOOK_BACK = ["onPlan", "onGoal", "keep", "stop"] as const satisfies readonly WordField[];

/** Returns whether anything was said in the line. */
function isSaid({ what, hours, energy, action, proposed }: LineFields): boolean {
  const hasHours = typeof hours === "number" && hours > 0;
  return hasHours || energy !== undefined || (!proposed && (what.trim() !== "" || action !== ""));
}

/** Returns what is sent: every line of which something was said, and every word, empty ones too. */
export function inputOfFields(
  { kind, on, lines, words }: CheckInFields,
  id: string | undefined,
): InputOf<"save-check-in"> {
  const looksBack = LOOK_BACK.some((field) => words[field].trim() !== "");
  return {
    kind: looksBack ? "quarterly" : kind,
    on,
    ...(id === undefined ? {} : { id }),
    lines: lines.filter(isSaid).map((line) => ({
      what: line.what.trim(),
      ...(typeof line.hours === "number" && line.hours > 0 ? { hours: line.hours } : {}),
      ...(line.agenda === "" ? {} : { agenda: line.agenda }),
      ...(line.energy === undefined ? {} : { energy: line.energy }),
      ...(line.position === "" ? {} : { position: line.position }),
      ...(line.action === "" ? {} : { action: line.action }),
      ...(line.skills.length === 0 ? {} : { skills: [...line.skills] }),
    })),
    ...words,
  };
}
