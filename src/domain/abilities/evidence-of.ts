// What a record shows, in the form that the estimate takes: positions that are matched with
// confidence, finished education, credentials held. Unpaid work counts exactly as paid work, by its
// hours.

import { type CalendarDate, daysBetween, lastDayOf, monthsBetween } from "../calendar-date.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import { rowOf } from "../occupations/catalogue.ts";
import type { CareerRecord, Credential, Education, Position } from "../record/career-record.ts";
import {
  FULL_TIME_HOURS_PER_WEEK,
  fullTimeMonthsOf,
  type Span,
  widestSpanOf,
} from "../record/position-time.ts";
import type { PositionMatch } from "../schedule/plan.ts";
import type { Evidence } from "./level-estimate.ts";
import { heldCredentialsOf, isEarned } from "./read-credentials.ts";
import {
  educationLevelOf,
  isFinished,
  leastStudyHoursOf,
  studiedRowsOf,
  studyHoursOf,
} from "./read-education.ts";

const DAYS_A_YEAR = 365.2425;
const MONTHS_A_YEAR = 12;
/** Full-time hours in an average month, 40 hours × 52.1775 weeks / 12. */
const FULL_TIME_HOURS_A_MONTH = (FULL_TIME_HOURS_PER_WEEK * (DAYS_A_YEAR / 7)) / MONTHS_A_YEAR;

/**
 * Two positions in one occupation with less than this between them are one stretch of it, and the
 * earlier one fades from the stretch's end. Assumption: changing employers is no break in a practice.
 * Without it, splitting a position in two would change what it shows. Dates are read as widely as they
 * can mean, so that a longer position never parts two others.
 */
export const UNBROKEN_MONTHS = 3;

/** What evidence and standing are read from. */
export interface RecordReading {
  readonly catalogue: Catalogue;
  readonly record: CareerRecord;
  /** One for each position of the record, as the titles were matched. */
  readonly matches: readonly PositionMatch[];
  readonly today: CalendarDate;
}

/** A position with the catalogue row that it is taken for. */
export interface PlacedPosition {
  readonly position: Position;
  readonly match: PositionMatch;
  readonly row: number;
}

/**
 * Returns the positions whose occupation the person confirmed or whose title is sure, in the record's
 * order. What is unsure is left out: it is never guessed silently.
 */
export function placedPositionsOf(reading: RecordReading): readonly PlacedPosition[] {
  const matches = new Map(reading.matches.map((match) => [match.positionId, match]));
  return reading.record.positions.flatMap((position) => {
    const match = matches.get(position.id);
    if (match === undefined) return [];
    const { state, candidates } = match.match;
    if (state !== "confirmed" && state !== "sure") return [];
    const row = rowOf(reading.catalogue, candidates[0]?.occupationId ?? "");
    return row < 0 ? [] : [{ position, match, row }];
  });
}

/**
 * Returns everything the record shows, positions first, then education, then credentials, each in the
 * record's order. A position without a start shows no months and is left out; so is what has nothing to
 * do with any occupation of the catalogue.
 */
export function evidenceOf(reading: RecordReading): readonly Evidence[] {
  return [
    ...workEvidenceOf(reading),
    ...reading.record.educations.flatMap((education) => educationEvidenceOf(reading, education)),
    ...reading.record.credentials.flatMap((held) => credentialEvidenceOf(reading, held)),
  ];
}

function workEvidenceOf(reading: RecordReading): readonly Evidence[] {
  const { today } = reading;
  const placed = placedPositionsOf(reading).flatMap(({ position, match, row }) => {
    const span = widestSpanOf(position, today);
    const fullTimeMonths = fullTimeMonthsOf(position, today);
    // One of no hours joins no two others: it is as if it were not there.
    return span === undefined || fullTimeMonths <= 0
      ? []
      : [{ position, match, row, span, fullTimeMonths }];
  });
  const spans = new Map<number, Span[]>();
  for (const { row, span } of placed) spans.set(row, [...(spans.get(row) ?? []), span]);
  const stretches = new Map([...spans].map(([row, inRow]) => [row, stretchesOf(inRow)]));
  return placed.map(({ position, match, row, span, fullTimeMonths }) => ({
    id: position.id,
    label: labelOf(position.title, position.organisation),
    kind: match.paid ? "paid work" : "unpaid work",
    row,
    fullTimeMonths,
    yearsSinceEnd: yearsBetween(stretchEndOf(span, stretches.get(row) ?? []), today),
  }));
}

/** The unbroken stretches that the spans make together, in order. */
function stretchesOf(spans: readonly Span[]): readonly Span[] {
  const stretches: Span[] = [];
  for (const next of spans.toSorted((a, b) => daysBetween(b.start, a.start))) {
    const last = stretches.at(-1);
    if (last === undefined || monthsBetween(last.end, next.start) >= UNBROKEN_MONTHS) {
      stretches.push(next);
    } else if (next.end > last.end) {
      stretches[stretches.length - 1] = { start: last.start, end: next.end };
    }
  }
  return stretches;
}

/** The day on which the stretch ended that the span is part of. */
function stretchEndOf(span: Span, stretches: readonly Span[]): CalendarDate {
  const stretch = stretches.find(({ start, end }) => start <= span.start && span.end <= end);
  return stretch?.end ?? span.end;
}

function yearsBetween(from: CalendarDate, today: CalendarDate): number {
  return Math.max(0, daysBetween(from, today) / DAYS_A_YEAR);
}

function labelOf(title: string, organisation: string): string {
  return [title, organisation].filter((part) => part !== "").join(", ");
}

function educationEvidenceOf(
  { catalogue, today }: RecordReading,
  education: Education,
): readonly Evidence[] {
  if (!isFinished(education, today)) return [];
  const level = educationLevelOf(education.studyType, education.area);
  const [hours, leastHours] = [studyHoursOf(level), leastStudyHoursOf(level)];
  const rows = [...studiedRowsOf(catalogue, education)];
  if (leastHours === 0) return [];
  return rows.map((row) => ({
    id: education.id,
    label: labelOf(
      [education.studyType, education.area].filter((part) => part !== "").join(" in "),
      education.institution,
    ),
    kind: "education",
    row,
    fullTimeMonths: hours / FULL_TIME_HOURS_A_MONTH,
    leastMonths: leastHours / FULL_TIME_HOURS_A_MONTH,
    yearsSinceEnd: education.end === undefined ? 0 : yearsBetween(lastDayOf(education.end), today),
    share: 1 / rows.length,
  }));
}

function credentialEvidenceOf(
  { catalogue, today }: RecordReading,
  held: Credential,
): readonly Evidence[] {
  if (!isEarned(held, today)) return [];
  const ended = held.date ?? held.expires;
  return heldCredentialsOf(catalogue, held).templates.flatMap((template) =>
    template.preparesFor.map((row) => ({
      id: held.id,
      label: labelOf(held.name, held.issuer),
      kind: "credential" as const,
      row,
      fullTimeMonths: template.hours.likely / FULL_TIME_HOURS_A_MONTH,
      yearsSinceEnd: ended === undefined ? 0 : yearsBetween(lastDayOf(ended), today),
      share: 1 / template.preparesFor.length,
    })),
  );
}
