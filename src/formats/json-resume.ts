// JSON Resume documents <-> the record, losing nothing either way. Personal details (basics) stay where
// they are and are copied nowhere. One bad entry never stops the rest: json-resume-lists.ts. What an entry
// is, is said by a file for each kind of them.

import type { CheckIn } from "../domain/agenda/check-in.ts";
import type { Sitting } from "../domain/assessment/sitting.ts";
import type { HorizonWord } from "../domain/horizons/horizon.ts";
import type { CareerRecord, Position, SelfRating } from "../domain/record/career-record.ts";
import type { CareerStatement } from "../domain/record/career-statement.ts";
import type { Decision } from "../domain/record/decision.ts";
import type { InterviewAnswer } from "../domain/record/interview-answer.ts";
import type { OrganisationLadder } from "../domain/record/organisation-ladder.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import type { ProgressEvent } from "../domain/schedule/progress.ts";
import type { ResumeNotice, ResumeProblem } from "./format-problem.ts";
import { kindInWords } from "./json-fields.ts";
import {
  CHECK_IN_EXPECTED,
  MOST_CHECK_INS,
  readCheckIn,
  writeCheckIn,
} from "./json-resume-check-ins.ts";
import { isCountry, joinBasics, splitBasics } from "./json-resume-country.ts";
import { DECISION_EXPECTED, readDecision, writeDecision } from "./json-resume-decisions.ts";
import {
  EXTENSION,
  POSITION_SECTIONS,
  type PositionSection,
  readCredential,
  readEducation,
  readPosition,
  readSelfRating,
  readSkill,
  sectionOf,
  writeCredential,
  writeEducation,
  writePosition,
  writeSkill,
} from "./json-resume-entries.ts";
import { type ResumeGoal, readGoal, writeGoal } from "./json-resume-goal.ts";
import {
  HORIZON_WORD_EXPECTED,
  readHorizonWord,
  readStatement,
  STATEMENT_EXPECTED,
  writeHorizonWord,
  writeStatement,
} from "./json-resume-horizons.ts";
import {
  INTERVIEW_EXPECTED,
  readInterviewAnswer,
  writeInterviewAnswer,
} from "./json-resume-interview.ts";
import { LADDER_EXPECTED, readLadder, writeLadder } from "./json-resume-ladders.ts";
import {
  mergedUnreadable,
  type Reading,
  readBreaks,
  readExactly,
  readSection,
  withOwnIds,
} from "./json-resume-lists.ts";
import { PROGRESS_EXPECTED, readProgress, writeProgress } from "./json-resume-progress.ts";
import { readSitting, SITTING_EXPECTED, writeSitting } from "./json-resume-sittings.ts";
import { isJsonObject, type JsonObject, parseJsonText } from "./json-text.ts";

/** Entries that one section may have. Assumption: no career has a tenth of it. */
export const MOST_ENTRIES = 2000;

const RESUME_SECTIONS = ["work", "volunteer", "education", "certificates", "skills"] as const;

/** Every list of the extension. */
const OWN_SECTIONS = [
  "breaks",
  "selfRatings",
  "ladders",
  "interview",
  "sittings",
  "checkIns",
  "decisions",
  "horizonWords",
  "statements",
  "progress",
] as const;

/** Keys of which a document has at least one, or it is no résumé. */
const KNOWN_KEYS = [
  "basics",
  ...RESUME_SECTIONS,
  "awards",
  "publications",
  "projects",
  "languages",
  "interests",
  "references",
  EXTENSION,
];

export interface ParsedResume {
  readonly record: CareerRecord;
  /** From the extension; undefined when it has none with a title. */
  readonly goal?: ResumeGoal;
  /** What was noted about a plan's actions; empty when nothing was. */
  readonly progress: readonly ProgressEvent[];
  /** In the document's order; empty when everything was read as it stands. */
  readonly problems: readonly ResumeNotice[];
}

function readSelfRatings(raw: unknown, reading: Reading): readonly SelfRating[] {
  const expected = "elementId, level from 0 to 7, and date";
  return readExactly({ section: "selfRatings", raw, expected }, reading, readSelfRating);
}

function readLadders(raw: unknown, reading: Reading): readonly OrganisationLadder[] {
  const list = { section: "ladders", raw, expected: LADDER_EXPECTED } as const;
  return withOwnIds(readExactly(list, reading, readLadder), reading);
}

function readInterview(raw: unknown, reading: Reading): readonly InterviewAnswer[] {
  const list = { section: "interview", raw, expected: INTERVIEW_EXPECTED } as const;
  return withOwnIds(readExactly(list, reading, readInterviewAnswer), reading);
}

function readSittings(raw: unknown, reading: Reading): readonly Sitting[] {
  const list = { section: "sittings", raw, expected: SITTING_EXPECTED } as const;
  return withOwnIds(readExactly(list, reading, readSitting), reading);
}

function readCheckIns(raw: unknown, reading: Reading): readonly CheckIn[] {
  const list = { section: "checkIns", raw, expected: CHECK_IN_EXPECTED } as const;
  return withOwnIds(readExactly(list, reading, readCheckIn), reading);
}

function readDecisions(raw: unknown, reading: Reading): readonly Decision[] {
  const list = { section: "decisions", raw, expected: DECISION_EXPECTED } as const;
  return withOwnIds(readExactly(list, reading, readDecision), reading);
}

function readHorizonWords(raw: unknown, reading: Reading): readonly HorizonWord[] {
  const list = { section: "horizonWords", raw, expected: HORIZON_WORD_EXPECTED } as const;
  return readExactly(list, reading, readHorizonWord);
}

function readStatements(raw: unknown, reading: Reading): readonly CareerStatement[] {
  const list = { section: "statements", raw, expected: STATEMENT_EXPECTED } as const;
  return withOwnIds(readExactly(list, reading, readStatement), reading);
}

/** Notes keep their ids, since others name them; of two with one id the first is the note. */
function readNotes(raw: unknown, reading: Reading): readonly ProgressEvent[] {
  const list = { section: "progress", raw, expected: PROGRESS_EXPECTED } as const;
  const notes = readExactly(list, reading, readProgress);
  return notes.filter(({ id }, place) => notes.findIndex((other) => other.id === id) === place);
}

function foreignFormatOf(document: JsonObject): string | undefined {
  const meta = document.meta;
  const format = isJsonObject(meta) ? meta.format : undefined;
  if (typeof format === "string" && format.startsWith("FRESH")) return "FRESH";
  if (isJsonObject(document.sections) && !Array.isArray(document.work)) {
    return "Reactive Resume";
  }
  return undefined;
}

/**
 * Returns the record, the goal if the document has one, and what was not taken as it stands. `newId` is
 * called once for each entry without an id of its own. Nothing is invented: a date that cannot be is left
 * out and told, and a document's every other word is kept in `unread`.
 */
export function parseJsonResume(
  text: string,
  { newId }: { readonly newId: () => string },
): Result<ParsedResume, ResumeProblem> {
  const json = parseJsonText(text);
  if (!json.ok) return json;
  const { value: document, unsafeKeys } = json.value;
  if (!isJsonObject(document)) {
    return fail({ code: "resume/not-a-resume", found: kindInWords(document) });
  }
  const format = foreignFormatOf(document);
  if (format !== undefined) return fail({ code: "resume/other-format", format });
  if (!KNOWN_KEYS.some((key) => Object.hasOwn(document, key))) {
    return fail({ code: "resume/not-a-resume", found: "an object" });
  }
  const extension = isJsonObject(document[EXTENSION]) ? document[EXTENSION] : {};
  for (const section of [...RESUME_SECTIONS, ...OWN_SECTIONS] as const) {
    const isOwn = OWN_SECTIONS.some((own) => own === section);
    const list = isOwn ? extension[section] : document[section];
    const most = section === "checkIns" ? MOST_CHECK_INS : MOST_ENTRIES;
    if (Array.isArray(list) && list.length > most) {
      return fail({ code: "resume/too-many-entries", section, count: list.length, most });
    }
  }
  const parsed = readDocument(document, extension, newId);
  if (unsafeKeys === 0) return ok(parsed);
  const unsafe = { code: "resume/unsafe-key", count: unsafeKeys } as const;
  return ok({ ...parsed, problems: [...parsed.problems, unsafe] });
}

function readDocument(
  document: JsonObject,
  extension: JsonObject,
  newId: () => string,
): ParsedResume {
  const reading: Reading = { newId, ids: new Set(), notices: [], unreadable: {} };
  const { basics, work, volunteer, education, certificates, skills, ...others } = document;
  const { [EXTENSION]: given, ...plain } = others;
  const {
    goal: saidGoal,
    label,
    country: saidCountry,
    breaks,
    selfRatings,
    ladders,
    interview,
    sittings,
    checkIns,
    decisions,
    horizonWords,
    statements,
    progress,
    order,
    ...rest
  } = extension;
  const { country, rest: keptBasics } = splitBasics(basics);
  const positions = [
    ...readSection("work", work, reading, (entry) => readPosition(entry, "work")),
    ...readSection("volunteer", volunteer, reading, (entry) => readPosition(entry, "volunteer")),
    ...readBreaks(breaks, reading),
  ];
  const educations = readSection("education", education, reading, readEducation);
  const credentials = readSection("certificates", certificates, reading, readCredential);
  const named = readSection("skills", skills, reading, readSkill);
  const ratings = readSelfRatings(selfRatings, reading);
  const described = readLadders(ladders, reading);
  const answers = readInterview(interview, reading);
  const sat = readSittings(sittings, reading);
  const checked = readCheckIns(checkIns, reading);
  const decided = readDecisions(decisions, reading);
  const words = readHorizonWords(horizonWords, reading);
  const stated = readStatements(statements, reading);
  const notes = readNotes(progress, reading);
  const goal = readGoal(saidGoal, reading);

  const kept = new Map(Object.entries(rest));
  if (saidGoal !== undefined && goal === undefined) kept.set("goal", saidGoal);
  if (label !== undefined && (typeof label !== "string" || label === "")) kept.set("label", label);
  if (saidCountry !== undefined && !isCountry(saidCountry)) kept.set("country", saidCountry);
  for (const key of OWN_SECTIONS) {
    const list = extension[key];
    if (list === null || (Array.isArray(list) && list.length === 0)) kept.set(key, list);
  }
  if (given !== undefined && !isJsonObject(given)) reading.unreadable[EXTENSION] = [given];
  if (Object.keys(reading.unreadable).length > 0) {
    kept.set("unread", mergedUnreadable(kept.get("unread"), reading.unreadable));
  }
  const unread = new Map(Object.entries(plain));
  if (keptBasics !== undefined) unread.set("basics", keptBasics);
  for (const [section, raw] of Object.entries({
    work,
    volunteer,
    education,
    certificates,
    skills,
  })) {
    if (raw === null || (Array.isArray(raw) && raw.length === 0)) unread.set(section, raw);
  }
  if (kept.size > 0) unread.set(EXTENSION, Object.fromEntries(kept));
  const place = isCountry(saidCountry) ? saidCountry : country;
  const record: CareerRecord = {
    label: typeof label === "string" ? label : "",
    ...(place === undefined ? {} : { country: place }),
    positions: inOrder(positions, order),
    educations,
    credentials,
    skills: named,
    selfRatings: ratings,
    ladders: described,
    interviewAnswers: answers,
    sittings: sat,
    checkIns: checked,
    decisions: decided,
    horizonWords: words,
    statements: stated,
    unread: Object.fromEntries(unread),
  };
  return {
    record,
    ...(goal === undefined ? {} : { goal }),
    progress: notes,
    problems: reading.notices,
  };
}

/** Returns the positions in the order of the ids listed; those not listed come last, as they stood. */
function inOrder(positions: readonly Position[], order: unknown): readonly Position[] {
  if (!Array.isArray(order)) return positions;
  const places = new Map(order.map((id: unknown, place) => [id, place]));
  const placeOf = ({ id }: Position) => places.get(id) ?? order.length;
  return [...positions].sort((a, b) => placeOf(a) - placeOf(b));
}

/**
 * Returns the record as a JSON Resume document, indented, ending in a newline. Read again it gives the
 * same record, ids included, the same goal and the same notes on a plan's actions.
 */
export function makeJsonResume(
  record: CareerRecord,
  {
    goal,
    progress = [],
  }: { readonly goal?: ResumeGoal; readonly progress?: readonly ProgressEvent[] } = {},
): string {
  const { [EXTENSION]: kept, basics, ...plain } = record.unread;
  const bySection = new Map<PositionSection, Position[]>(POSITION_SECTIONS.map((s) => [s, []]));
  for (const position of record.positions) bySection.get(sectionOf(position))?.push(position);
  const entriesOf = (section: PositionSection) => (bySection.get(section) ?? []).map(writePosition);

  const extension = new Map(Object.entries(isJsonObject(kept) ? kept : {}));
  const put = (map: Map<string, unknown>, key: string, entries: readonly JsonObject[]): void => {
    if (entries.length > 0) map.set(key, entries);
  };
  if (record.label !== "") extension.set("label", record.label);
  if (goal !== undefined) {
    extension.set("goal", writeGoal(goal));
  }
  put(extension, "breaks", entriesOf("breaks"));
  if (record.selfRatings.length > 0) {
    extension.set(
      "selfRatings",
      record.selfRatings.map(({ elementId, level, date }) => ({ elementId, level, date })),
    );
  }
  put(extension, "ladders", record.ladders.map(writeLadder));
  put(extension, "interview", record.interviewAnswers.map(writeInterviewAnswer));
  put(extension, "sittings", record.sittings.map(writeSitting));
  put(extension, "checkIns", record.checkIns.map(writeCheckIn));
  put(extension, "decisions", record.decisions.map(writeDecision));
  put(extension, "horizonWords", record.horizonWords.map(writeHorizonWord));
  put(extension, "statements", record.statements.map(writeStatement));
  put(extension, "progress", progress.map(writeProgress));
  const sectioned = POSITION_SECTIONS.flatMap((section) => bySection.get(section) ?? []);
  if (sectioned.some((position, i) => position !== record.positions[i])) {
    extension.set(
      "order",
      record.positions.map(({ id }) => id),
    );
  }
  const document = new Map<string, unknown>();
  const joined = joinBasics(basics, record.country);
  if (record.country !== undefined && splitBasics(joined).country !== record.country) {
    extension.set("country", record.country);
  }
  if (joined !== undefined) document.set("basics", joined);
  for (const [key, value] of Object.entries(plain)) document.set(key, value);
  put(document, "work", entriesOf("work"));
  put(document, "volunteer", entriesOf("volunteer"));
  put(document, "education", record.educations.map(writeEducation));
  put(document, "certificates", record.credentials.map(writeCredential));
  put(document, "skills", record.skills.map(writeSkill));
  // An empty record too makes a document that is seen to be a résumé.
  if (extension.size > 0 || document.size === 0) {
    document.set(EXTENSION, Object.fromEntries(extension));
  }
  return `${JSON.stringify(Object.fromEntries(document), null, 2)}\n`;
}
