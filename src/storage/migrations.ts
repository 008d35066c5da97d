// The schema, step by step, the same for both engines. A released step is never edited: what changes
// comes as a new one at the end. Each runs in one transaction with the note that it ran.

import type { SqlWords } from "./engine.ts";

export interface Migration {
  readonly name: string;
  /** Statements in order. */
  readonly statements: (words: SqlWords) => readonly string[];
}

/** Schema version n is what the first n steps make. */
export const MIGRATIONS: readonly Migration[] = [
  { name: "records, goals and plans", statements: recordsGoalsAndPlans },
  { name: "self-ratings", statements: selfRatings },
  { name: "ladders inside organisations", statements: organisationLadders },
  { name: "progress", statements: progressEvents },
  { name: "calendar feeds", statements: calendarFeeds },
  { name: "interview answers", statements: interviewAnswers },
  { name: "sittings of the assessment", statements: assessmentSittings },
  { name: "check-ins", statements: checkIns },
  { name: "decisions, horizons and career statements", statements: decisionsAndHorizons },
];

/** The columns of a list that belongs to a person, in the order of `ordinal`. */
function listTable(words: SqlWords, name: string, columns: readonly string[]): string {
  const { text, tableEnd } = words;
  return `create table ${name} (
      ${personColumn(words)},
      id ${text} not null,
      ordinal integer not null,
      ${columns.join(",\n      ")},
      rest ${text} not null,
      primary key (person_id, id)
    ) ${tableEnd}`;
}

function personColumn({ text }: SqlWords): string {
  return `person_id ${text} not null references persons (person_id) on delete cascade`;
}

function recordsGoalsAndPlans(words: SqlWords): readonly string[] {
  const { text, tableEnd } = words;
  const person = personColumn(words);
  const list = (name: string, columns: readonly string[]) => listTable(words, name, columns);
  const must = (column: string) => `${column} ${text} not null`;
  const may = (column: string) => `${column} ${text}`;
  return [
    `create table settings (
      name ${text} not null primary key,
      value ${text} not null
    ) ${tableEnd}`,
    `create table persons (
      person_id ${text} not null primary key,
      added_at ${text} not null,
      revision integer not null
    ) ${tableEnd}`,
    `create table record_headers (
      ${person},
      label ${text} not null,
      country ${text},
      unread ${text} not null,
      primary key (person_id)
    ) ${tableEnd}`,
    list("positions", [
      must("kind"),
      must("title"),
      must("organisation"),
      may("start_date"),
      may("end_date"),
      may("confirmed_occupation"),
    ]),
    list("educations", [
      must("institution"),
      must("study_type"),
      must("area"),
      may("start_date"),
      may("end_date"),
    ]),
    list("credentials", [must("name"), must("issuer"), may("issued_on"), may("expires_on")]),
    list("skills", [must("name"), must("level")]),
    list("goals", [must("title"), must("occupation_id"), may("by_date")]),
    `create table plans (
      ${person},
      id ${text} not null,
      ordinal integer not null,
      made_on ${text} not null,
      goal_id ${text} not null,
      headline ${text} not null,
      body ${text} not null,
      primary key (person_id, id)
    ) ${tableEnd}`,
  ];
}

function selfRatings(words: SqlWords): readonly string[] {
  const { text } = words;
  const columns = [`element_id ${text} not null`, `rated_on ${text} not null`];
  return [listTable(words, "self_ratings", columns)];
}

function organisationLadders(words: SqlWords): readonly string[] {
  return [listTable(words, "organisation_ladders", [`organisation ${words.text} not null`])];
}

function progressEvents(words: SqlWords): readonly string[] {
  const columns = ["towards", "action_id", "kind", "noted_for"];
  return [
    listTable(
      words,
      "progress_events",
      columns.map((column) => `${column} ${words.text} not null`),
    ),
  ];
}

function calendarFeeds(words: SqlWords): readonly string[] {
  const { text, tableEnd } = words;
  return [
    `create table calendar_feeds (
      ${personColumn(words)},
      secret_hash ${text} not null,
      made_on ${text} not null,
      options ${text} not null,
      primary key (person_id)
    ) ${tableEnd}`,
  ];
}

function interviewAnswers(words: SqlWords): readonly string[] {
  const columns = [`question_id ${words.text} not null`, `answered_on ${words.text} not null`];
  return [listTable(words, "interview_answers", columns)];
}

function assessmentSittings(words: SqlWords): readonly string[] {
  const columns = [`started_on ${words.text} not null`, `finished_on ${words.text}`];
  return [listTable(words, "assessment_sittings", columns)];
}

function checkIns(words: SqlWords): readonly string[] {
  const columns = ["kind", "checked_on"].map((column) => `${column} ${words.text} not null`);
  return [listTable(words, "check_ins", columns)];
}

function decisionsAndHorizons(words: SqlWords): readonly string[] {
  const list = (name: string, columns: readonly string[]) =>
    listTable(
      words,
      name,
      columns.map((column) => `${column} ${words.text} not null`),
    );
  return [
    list("decisions", ["what", "decided_on", "decided_by"]),
    list("horizon_words", ["subject"]),
    list("career_statements", ["wording", "kept_on"]),
  ];
}
