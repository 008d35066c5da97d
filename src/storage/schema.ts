// The tables as queries see them. migrations.ts makes them; this file only names their columns. A person
// table has person_id as the first column of its primary key, and no query on it leaves person_id out.

/** Who there is. `revision` counts the person's writes; raising it is how a write locks the person. */
export interface PersonsTable {
  person_id: string;
  /** Instant in ISO 8601, for the order of listing. */
  added_at: string;
  revision: number;
}

/** What stands at the top of a record: one row a person, none until something was saved. */
export interface RecordHeadersTable {
  person_id: string;
  label: string;
  country: string | null;
  unread: string;
}

/**
 * What the tables of lists have in common: positions, educations, credentials, skills, self-ratings, ladders,
 * answers of the interview, check-ins, progress and goals. Their own columns are what is asked for in queries; list-tables.ts names them. `rest` is JSON of all else.
 * answers of the interview, progress and goals. Their own columns are what is asked for in queries; list-tables.ts names them. `rest` is JSON of all else.
 * decisions, words on horizons, statements, progress and goals. Their own columns are what is asked for in queries; list-tables.ts names them. `rest` is JSON of all else.
 */
export interface ListTable {
  person_id: string;
  id: string;
  /** Place in the list, from 0, with holes after a deletion. */
  ordinal: number;
  rest: string;
}

/** Plans as they were made, for good: rows are added and never changed. */
export interface PlansTable {
  person_id: string;
  id: string;
  ordinal: number;
  made_on: string;
  goal_id: string;
  headline: string;
  /** The whole plan as JSON. */
  body: string;
}

/** At most one a person: the hash of a feed's secret, and what it gives as JSON. */
export interface CalendarFeedsTable {
  person_id: string;
  secret_hash: string;
  made_on: string;
  options: string;
}

/** Facts about this installation, such as which person is the local one. */
export interface SettingsTable {
  name: string;
  value: string;
}

export interface Tables {
  persons: PersonsTable;
  record_headers: RecordHeadersTable;
  positions: ListTable;
  educations: ListTable;
  credentials: ListTable;
  skills: ListTable;
  self_ratings: ListTable;
  organisation_ladders: ListTable;
  check_ins: ListTable;
  decisions: ListTable;
  horizon_words: ListTable;
  career_statements: ListTable;
  progress_events: ListTable;
  goals: ListTable;
  plans: PlansTable;
  interview_answers: ListTable;
  assessment_sittings: ListTable;
  calendar_feeds: CalendarFeedsTable;
  settings: SettingsTable;
}

export type ListTableName =
  | "positions"
  | "educations"
  | "credentials"
  | "skills"
  | "self_ratings"
  | "organisation_ladders"
  | "check_ins"
  | "decisions"
  | "horizon_words"
  | "career_statements"
  | "progress_events"
  | "interview_answers"
  | "assessment_sittings"
  | "goals";

/** Tables that belong to the installation and hold nothing about a person's career. */
export const CONTROL_TABLES: ReadonlySet<string> = new Set(["settings", "schema_versions"]);
