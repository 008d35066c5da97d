// The entries of a JSON Resume document <-> the record's facts: which key holds what, section by section,
// with the "x-throughline" extension (docs/reference/json-resume.md). Whole documents: json-resume.ts.

import {
  firstDayOf,
  lastDayOf,
  type PartialDate,
  parsePartialDate,
} from "../domain/calendar-date.ts";
import type { Pay } from "../domain/money.ts";
import {
  type Credential,
  type Education,
  FACT_STATES,
  type FactSource,
  type FactState,
  type NamedSkill,
  POSITION_KINDS,
  type Position,
  type PositionKind,
  type Provenance,
  type SelfRating,
  type Unread,
} from "../domain/record/career-record.ts";
import {
  checkedField,
  dateField,
  excerptOf,
  type Field,
  type Fields,
  type FieldTrouble,
  kindInWords,
  maybeTextField,
  readFields,
  textField,
  textListField,
  writeFields,
} from "./json-fields.ts";
import { isPay } from "./json-money.ts";
import { hasOnly, isJsonObject, type JsonObject } from "./json-text.ts";

/** The key of Throughline's own fields, at the top of a document and in each entry. */
export const EXTENSION = "x-throughline";

/** Provenance of what a document does not say otherwise about. */
const IMPORTED: Provenance = { source: "imported from JSON Resume", state: "stated" };

export const POSITION_SECTIONS = ["work", "volunteer", "breaks"] as const;
export type PositionSection = (typeof POSITION_SECTIONS)[number];

const USUAL_KIND: Readonly<Record<PositionSection, PositionKind>> = {
  work: "employment",
  volunteer: "volunteering",
  breaks: "caring",
};

/** Something about one entry that the person should know; the entry was kept. */
export type EntryTrouble =
  | (FieldTrouble & { readonly field: string })
  | { readonly kind: "end-before-start"; readonly start: string; readonly end: string };

export interface EntryRead<T> {
  readonly value: T;
  readonly troubles: readonly EntryTrouble[];
}

type Facts<T> = Omit<T, "id" | "provenance" | "unread">;

/** The same with each optional key always there, so that every one has its field. */
type Spelled<T> = { [K in keyof Required<T>]: T[K & keyof T] };

// ---- Fields ----------------------------------------------------------------------------------------

/** Hours that a week has. */
export const HOURS_A_WEEK = 168;

/** Returns whether the value is a number of hours that a week has: above 0, at most 168. */
export function isHoursPerWeek(raw: unknown): raw is number {
  return typeof raw === "number" && raw > 0 && raw <= HOURS_A_WEEK;
}

function isSource(raw: unknown): raw is FactSource {
  return typeof raw === "string" && /^(?:typed|inferred|imported from .+)$/s.test(raw);
}

function isState(raw: unknown): raw is FactState {
  return FACT_STATES.some((state) => state === raw);
}

function isKind(raw: unknown): raw is PositionKind {
  return POSITION_KINDS.some((kind) => kind === raw);
}

/** A checked field whose usual value is not written. */
function usualField<T>(
  key: string,
  usual: T,
  expected: string,
  check: (raw: unknown) => raw is T,
): Field<T> {
  const checked = checkedField(key, expected, check);
  return {
    key,
    read: (raw) => {
      const { value, ...others } = checked.read(raw);
      return { value: value ?? usual, ...others };
    },
    write: (value) => (value === usual ? undefined : value),
  };
}

type PositionFacts = Spelled<
  Omit<Facts<Position>, "kind" | "hoursPerWeek" | "pay" | "confirmedOccupation">
>;

function positionFields(organisation: Field<string>): Fields<PositionFacts> {
  return {
    title: textField("position"),
    organisation,
    start: dateField("startDate"),
    end: dateField("endDate"),
    location: maybeTextField("location"),
    summary: maybeTextField("summary"),
    highlights: textListField("highlights"),
  };
}

const POSITION_FIELDS: Readonly<Record<PositionSection, Fields<PositionFacts>>> = {
  work: positionFields(textField("name", "company")),
  volunteer: positionFields(textField("organization", "organisation")),
  breaks: positionFields(textField("name")),
};

const EDUCATION_FIELDS: Fields<Spelled<Facts<Education>>> = {
  institution: textField("institution"),
  studyType: textField("studyType"),
  area: textField("area"),
  start: dateField("startDate"),
  end: dateField("endDate"),
  courses: textListField("courses"),
};

const CREDENTIAL_FIELDS: Fields<Spelled<Omit<Facts<Credential>, "expires">>> = {
  name: textField("name"),
  issuer: textField("issuer"),
  date: dateField("date"),
};

const SKILL_FIELDS: Fields<Spelled<Facts<NamedSkill>>> = {
  name: textField("name"),
  level: textField("level"),
  keywords: textListField("keywords"),
};

interface Marks {
  readonly id: string;
  readonly source: FactSource;
  readonly state: FactState;
}

const MARK_FIELDS: Fields<Marks> = {
  id: textField("id"),
  source: usualField("source", IMPORTED.source, "typed, inferred or imported from …", isSource),
  state: usualField("state", IMPORTED.state, FACT_STATES.join(", "), isState),
};

interface PositionMarks extends Marks {
  readonly kind: PositionKind;
  readonly hoursPerWeek: number | undefined;
  readonly pay: Pay | undefined;
  readonly confirmedOccupation: string | undefined;
}

function positionMarkFields(section: PositionSection): Fields<PositionMarks> {
  return {
    ...MARK_FIELDS,
    kind: usualField("kind", USUAL_KIND[section], POSITION_KINDS.join(", "), isKind),
    hoursPerWeek: checkedField("hoursPerWeek", "hours above 0, at most 168", isHoursPerWeek),
    pay: checkedField("pay", "amount, currency and period", isPay),
    confirmedOccupation: maybeTextField("occupation"),
  };
}

interface CredentialMarks extends Marks {
  readonly expires: PartialDate | undefined;
}

const CREDENTIAL_MARK_FIELDS: Fields<CredentialMarks> = {
  ...MARK_FIELDS,
  expires: dateField("expires"),
};

/** The scale that people rate themselves on. */
const HIGHEST_LEVEL = 7;

function isLevel(raw: unknown): raw is number {
  return typeof raw === "number" && raw >= 0 && raw <= HIGHEST_LEVEL;
}

/** Returns the self-rating, or undefined for what is not exactly one. */
export function readSelfRating(entry: unknown): SelfRating | undefined {
  if (!isJsonObject(entry) || !hasOnly(entry, ["elementId", "level", "date"])) return undefined;
  const { elementId, level, date } = entry;
  if (typeof elementId !== "string" || elementId === "" || !isLevel(level)) return undefined;
  const day = typeof date === "string" ? parsePartialDate(date) : undefined;
  // What is spelled in another way stays as it was written.
  if (!day?.ok || day.value !== date) return undefined;
  return { elementId, level, date: day.value };
}

// ---- Reading and writing one entry -----------------------------------------------------------------

interface SplitEntry<F, M> {
  readonly facts: F;
  readonly marks: M;
  readonly unread: Unread;
  readonly troubles: readonly EntryTrouble[];
}

function readEntry<F extends object, M extends Marks>(
  entry: JsonObject,
  factFields: Fields<F>,
  markFields: Fields<M>,
): SplitEntry<F, M> {
  const { [EXTENSION]: given, ...plain } = entry;
  const facts = readFields(plain, factFields);
  const extension = given ?? {};
  const marks = readFields(isJsonObject(extension) ? extension : { unread: given }, markFields);
  const troubles: EntryTrouble[] = [
    ...facts.troubles,
    ...marks.troubles.map((trouble) => ({ ...trouble, field: `${EXTENSION}.${trouble.field}` })),
  ];
  if (!isJsonObject(extension)) {
    const found = kindInWords(given);
    troubles.push({ kind: "wrong-type", expected: "an object", found, field: EXTENSION });
  }
  // An id that cannot be used is told and not kept: a new one takes its place.
  const { id: _unusable, ...kept } = marks.rest;
  const unread = hasKeys(kept) ? { ...facts.rest, [EXTENSION]: kept } : facts.rest;
  return { facts: facts.values, marks: marks.values, unread, troubles };
}

function writeEntry<F extends object, M extends Marks>(
  { facts, marks, unread }: Omit<SplitEntry<F, M>, "troubles">,
  factFields: Fields<F>,
  markFields: Fields<M>,
): JsonObject {
  const { [EXTENSION]: kept, ...plain } = unread;
  const extension = writeFields(marks, isJsonObject(kept) ? kept : {}, markFields);
  const written = writeFields(facts, plain, factFields);
  return hasKeys(extension) ? { ...written, [EXTENSION]: extension } : written;
}

function hasKeys(object: JsonObject): boolean {
  return Object.keys(object).length > 0;
}

function isReversed(start: PartialDate | undefined, end: PartialDate | undefined): boolean {
  return start !== undefined && end !== undefined && lastDayOf(end) < firstDayOf(start);
}

interface Dated {
  readonly start: PartialDate | undefined;
  readonly end: PartialDate | undefined;
}

/** Takes both dates out when the end comes before the start: neither can be believed. */
function withoutReversedDates<F extends Dated, M>(
  entry: JsonObject,
  read: SplitEntry<F, M>,
): SplitEntry<F, M> {
  const { start, end } = read.facts;
  if (!isReversed(start, end)) return read;
  const trouble = { kind: "end-before-start", start: start ?? "", end: end ?? "" } as const;
  const { start: _start, end: _end, ...others } = read.facts;
  const kept = { startDate: entry.startDate, endDate: entry.endDate };
  const facts = others as unknown as F; // Reason: both dates may be undefined by F's own type.
  const troubles = [...read.troubles, trouble];
  return { ...read, facts, unread: { ...read.unread, ...kept }, troubles };
}

/** Puts reversed dates back where no dates have taken their place. */
function withReversedDates(written: JsonObject, facts: Partial<Dated>, unread: Unread): JsonObject {
  if (facts.start !== undefined || facts.end !== undefined) return written;
  const [startDate, endDate] = [unread.startDate, unread.endDate];
  const start = EDUCATION_FIELDS.start.read(startDate ?? null).value;
  const end = EDUCATION_FIELDS.end.read(endDate ?? null).value;
  return isReversed(start, end) ? { ...written, startDate, endDate } : written;
}

function provenanceOf({ source, state }: Marks): Provenance {
  return { source, state };
}

function marksOf({ id, provenance }: { id: string; provenance: Provenance }): Marks {
  return { id, ...provenance };
}

// ---- The kinds of entries --------------------------------------------------------------------------

/** Returns the section that a position is written to: where it came from, else where its kind belongs. */
export function sectionOf(position: Position): PositionSection {
  const kept = position.unread[EXTENSION];
  const section = isJsonObject(kept) ? kept.section : undefined;
  const from = POSITION_SECTIONS.find((known) => known === section);
  return from ?? usualSectionOf(position.kind);
}

function usualSectionOf(kind: PositionKind): PositionSection {
  if (kind === "caring") return "breaks";
  return kind === "volunteering" || kind === "board" ? "volunteer" : "work";
}

/** Returns the position; its id is empty when the entry gives none. */
export function readPosition(entry: JsonObject, section: PositionSection): EntryRead<Position> {
  const read = withoutReversedDates(
    entry,
    readEntry(entry, POSITION_FIELDS[section], positionMarkFields(section)),
  );
  const { id, source, state, ...marks } = read.marks;
  const kept = read.unread[EXTENSION];
  const { section: _reserved, ...extension } = isJsonObject(kept) ? kept : {};
  if (usualSectionOf(marks.kind) !== section) Object.assign(extension, { section });
  const { [EXTENSION]: _kept, ...plain } = read.unread;
  const unread = hasKeys(extension) ? { ...plain, [EXTENSION]: extension } : plain;
  // `as`: readFields leaves out the keys that are undefined, as exact optional properties ask.
  const facts = { ...read.facts, ...marks } as Facts<Position>;
  const value = { id, ...facts, provenance: { source, state }, unread };
  return { value, troubles: read.troubles };
}

/** Returns the position as an entry of its section. */
export function writePosition(position: Position): JsonObject {
  const section = sectionOf(position);
  const { id, provenance, unread, kind, hoursPerWeek, pay, confirmedOccupation, ...facts } =
    position;
  const { [EXTENSION]: kept, ...plain } = unread;
  const { section: _reserved, ...extension } = isJsonObject(kept) ? kept : {};
  const written = writeEntry(
    {
      // `as`: a key that is absent is read as undefined.
      facts: facts as PositionFacts,
      marks: { ...marksOf({ id, provenance }), kind, hoursPerWeek, pay, confirmedOccupation },
      unread: { ...plain, [EXTENSION]: extension },
    },
    POSITION_FIELDS[section],
    positionMarkFields(section),
  );
  return withReversedDates(written, position, unread);
}

export function readEducation(entry: JsonObject): EntryRead<Education> {
  const read = withoutReversedDates(entry, readEntry(entry, EDUCATION_FIELDS, MARK_FIELDS));
  const { facts, marks, unread, troubles } = read;
  const value = { id: marks.id, ...facts, provenance: provenanceOf(marks), unread };
  // `as`: readFields leaves out the keys that are undefined, as exact optional properties ask.
  return { value: value as Education, troubles };
}

export function writeEducation(education: Education): JsonObject {
  const { id, provenance, unread, ...facts } = education;
  const marks = marksOf({ id, provenance });
  // `as`: a key that is absent is read as undefined.
  const spelled = facts as Spelled<Facts<Education>>;
  const written = writeEntry({ facts: spelled, marks, unread }, EDUCATION_FIELDS, MARK_FIELDS);
  return withReversedDates(written, education, unread);
}

export function readCredential(entry: JsonObject): EntryRead<Credential> {
  const read = readEntry(entry, CREDENTIAL_FIELDS, CREDENTIAL_MARK_FIELDS);
  const { id, source, state, ...marks } = read.marks;
  const value = {
    id,
    ...read.facts,
    ...marks,
    provenance: { source, state },
    unread: read.unread,
  };
  // `as`: readFields leaves out the keys that are undefined, as exact optional properties ask.
  return { value: value as Credential, troubles: read.troubles };
}

export function writeCredential(credential: Credential): JsonObject {
  const { id, provenance, unread, expires, ...facts } = credential;
  const marks = { ...marksOf({ id, provenance }), expires };
  // `as`: a key that is absent is read as undefined.
  const spelled = facts as Spelled<Omit<Facts<Credential>, "expires">>;
  return writeEntry({ facts: spelled, marks, unread }, CREDENTIAL_FIELDS, CREDENTIAL_MARK_FIELDS);
}

export function readSkill(entry: JsonObject): EntryRead<NamedSkill> {
  const { facts, marks, unread, troubles } = readEntry(entry, SKILL_FIELDS, MARK_FIELDS);
  return { value: { id: marks.id, ...facts, provenance: provenanceOf(marks), unread }, troubles };
}

export function writeSkill(skill: NamedSkill): JsonObject {
  const { id, provenance, unread, ...facts } = skill;
  return writeEntry(
    { facts, marks: marksOf({ id, provenance }), unread },
    SKILL_FIELDS,
    MARK_FIELDS,
  );
}

/** Returns why a break cannot be read as one, or undefined: only caring is a kind of break so far. */
export function breakTroubleOf(entry: JsonObject): EntryTrouble | undefined {
  const extension = entry[EXTENSION];
  const kind = isJsonObject(extension) ? extension.kind : undefined;
  if (kind === undefined || isKind(kind)) return undefined;
  const found = excerptOf(kind);
  return { kind: "wrong-value", expected: "caring", found, field: `${EXTENSION}.kind` };
}
