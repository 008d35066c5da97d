// How the lists of a record, and goals, become rows and come back: which fields have a column of their
// own, and that everything else goes into `rest`. No SQL here.

import type { CheckIn } from "../domain/agenda/check-in.ts";
import type { Sitting } from "../domain/assessment/sitting.ts";
import type { HorizonWord } from "../domain/horizons/horizon.ts";
import type {
  Credential,
  Education,
  NamedSkill,
  Position,
  SelfRating,
} from "../domain/record/career-record.ts";
import type { CareerStatement } from "../domain/record/career-statement.ts";
import type { Decision } from "../domain/record/decision.ts";
import type { Goal } from "../domain/record/goal.ts";
import type { InterviewAnswer } from "../domain/record/interview-answer.ts";
import type { OrganisationLadder } from "../domain/record/organisation-ladder.ts";
import type { ProgressEvent } from "../domain/schedule/progress.ts";
import { cleanText } from "./clean-text.ts";
import { makeJson, parseJson } from "./json-codec.ts";
import type { ListTable, ListTableName } from "./schema.ts";

/** A list's table: its name, and which text field stands in which column. */
export interface ListShape<Item> {
  readonly table: ListTableName;
  /** Fields are text or undefined, which is null in the table. */
  readonly columns: Readonly<Partial<Record<keyof Item & string, string>>>;
}

export const POSITIONS: ListShape<Position> = {
  table: "positions",
  columns: {
    kind: "kind",
    title: "title",
    organisation: "organisation",
    start: "start_date",
    end: "end_date",
    confirmedOccupation: "confirmed_occupation",
  },
};

export const EDUCATIONS: ListShape<Education> = {
  table: "educations",
  columns: {
    institution: "institution",
    studyType: "study_type",
    area: "area",
    start: "start_date",
    end: "end_date",
  },
};

export const CREDENTIALS: ListShape<Credential> = {
  table: "credentials",
  columns: { name: "name", issuer: "issuer", date: "issued_on", expires: "expires_on" },
};

export const SKILLS: ListShape<NamedSkill> = {
  table: "skills",
  columns: { name: "name", level: "level" },
};

/** A self-rating with an id for its row: its place in the list, since an element may be rated twice. */
export type PlacedRating = SelfRating & { readonly id: string };

export const SELF_RATINGS: ListShape<PlacedRating> = {
  table: "self_ratings",
  columns: { elementId: "element_id", date: "rated_on" },
};

export const LADDERS: ListShape<OrganisationLadder> = {
  table: "organisation_ladders",
  columns: { organisation: "organisation" },
};

export const INTERVIEW_ANSWERS: ListShape<InterviewAnswer> = {
  table: "interview_answers",
  columns: { questionId: "question_id", date: "answered_on" },
};

export const SITTINGS: ListShape<Sitting> = {
  table: "assessment_sittings",
  columns: { started: "started_on", finished: "finished_on" },
};

export const CHECK_INS: ListShape<CheckIn> = {
  table: "check_ins",
  columns: { kind: "kind", date: "checked_on" },
};

export const DECISIONS: ListShape<Decision> = {
  table: "decisions",
  columns: { what: "what", date: "decided_on", decidedBy: "decided_by" },
};

/** A word on a horizon with an id for its row: its place in the list. */
export type PlacedWord = HorizonWord & { readonly id: string };

export const HORIZON_WORDS: ListShape<PlacedWord> = {
  table: "horizon_words",
  columns: { subject: "subject" },
};

export const STATEMENTS: ListShape<CareerStatement> = {
  table: "career_statements",
  columns: { text: "wording", date: "kept_on" },
};

export const GOALS: ListShape<Goal> = {
  table: "goals",
  columns: { title: "title", occupationId: "occupation_id", by: "by_date" },
};

export const PROGRESS: ListShape<ProgressEvent> = {
  table: "progress_events",
  columns: { towards: "towards", actionId: "action_id", kind: "kind", date: "noted_for" },
};

/** A row with its own columns besides the shared ones. */
export type ListRow = ListTable & Readonly<Record<string, string | number | null>>;

/** Returns the row of an item at its place in the list, with all text cleaned. */
export function rowOf<Item extends { readonly id: string }>(
  shape: ListShape<Item>,
  personId: string,
  place: { readonly item: Item; readonly ordinal: number },
): ListRow {
  const own: Record<string, string | null> = {};
  const rest: [string, unknown][] = [];
  for (const [field, value] of Object.entries(place.item)) {
    if (field === "id") continue;
    const column = columnOf(shape, field);
    if (column === undefined) rest.push([field, value]);
    else if (typeof value === "string") own[column] = cleanText(value);
  }
  for (const column of Object.values<string | undefined>(shape.columns))
    if (column !== undefined) own[column] ??= null;
  return {
    ...own,
    person_id: personId,
    id: cleanText(place.item.id),
    ordinal: place.ordinal,
    rest: makeJson(Object.fromEntries(rest)),
  };
}

/** Returns the item that `rowOf` made the row from, cleaned. */
export function itemOf<Item extends { readonly id: string }>(
  shape: ListShape<Item>,
  row: ListRow,
): Item {
  const own: Record<string, unknown> = { id: row.id };
  for (const [field, column] of Object.entries<string | undefined>(shape.columns)) {
    const value = column === undefined ? null : row[column];
    if (value !== null && value !== undefined) own[field] = value;
  }
  const rest = parseJson(row.rest) as Partial<Item>; // only rowOf writes this column
  return { ...rest, ...own } as unknown as Item; // rest and own columns together are the whole item
}

function columnOf<Item>(shape: ListShape<Item>, field: string): string | undefined {
  return Object.hasOwn(shape.columns, field)
    ? shape.columns[field as keyof Item & string] // hasOwn says that it is one of the shape's fields
    : undefined;
}
