// Where a person stands, computed once from the record: what is held now, level estimates, education,
// credentials, months in each occupation, pay. Whatever the record does not say stays unknown.

import { wantsApartOf } from "../assessment/compass.ts";
import { firstDayOf, lastDayOf } from "../calendar-date.ts";
import { annualAmountOf } from "../money.ts";
import { FIRST_DEGREE, fieldsFor } from "../moves/field-of-study.ts";
import type { Catalogue, EducationLevel, Licence } from "../occupations/catalogue.ts";
import { credentialOf, examOf } from "../occupations/licence-paths.ts";
import type { CareerRecord } from "../record/career-record.ts";
import { mainPositionOf } from "../record/main-position.ts";
import { fullTimeMonthsOf, weeklyHoursOf } from "../record/position-time.ts";
import { estimateLevels } from "./estimate-levels.ts";
import {
  evidenceOf,
  type PlacedPosition,
  placedPositionsOf,
  type RecordReading,
} from "./evidence-of.ts";
import {
  type HeldCredential,
  heldCredentialsOf,
  isInForce,
  templatesStudied,
} from "./read-credentials.ts";
import { educationLevelOf, isFinished, studiedFieldsOf, studiedRowsOf } from "./read-education.ts";
import { countedRatingsOf } from "./self-rating.ts";
import type { Standing } from "./standing.ts";

/** Returns where the person stands today; an empty record gives everyone's prior and nothing else. */
export function standingOf(reading: RecordReading): Standing {
  const { catalogue, record, matches } = reading;
  const placed = placedPositionsOf(reading);
  const studied = studiesOf(reading);
  const held = [...credentialsOf(reading), ...shownByWork(reading, placed)].map((one) => ({
    ...one,
    implied: impliedBy(catalogue, one),
  }));
  const education = highestEducationOf(studied, held);
  return {
    matches,
    presentRows: presentRowsOf(placed, reading),
    levels: estimateLevels(
      catalogue,
      evidenceOf(reading),
      countedRatingsOf(catalogue, record.selfRatings, reading.today),
    ),
    educationLevel: education.level,
    educationLabel: education.label,
    studiedRows: new Set(studied.flatMap(({ rows }) => [...rows])),
    degreeFields: degreeFieldsOf(catalogue, studied, held),
    heldCredentialIds: new Set([
      ...studied.flatMap(({ templateIds }) => templateIds),
      ...held.flatMap(({ templates, implied }) => [
        ...templates.map((template) => template.id),
        ...implied.templateIds,
      ]),
    ]),
    heldLicences: new Set(held.flatMap(({ licences }) => licences)),
    monthsByRow: monthsByRowOf(placed, reading),
    annualPay: annualPayOf(reading),
    presentOrganisations: presentOrganisationsOf(reading),
    figuresAreLocal: figuresAreLocal(catalogue, record),
    ...(record.interviewAnswers.length === 0
      ? {}
      : {
          interview: {
            answers: record.interviewAnswers,
            mainPositionId: mainPositionOf(record, reading.today)?.id,
          },
        }),
    wantsApart: wantsApartOf(record.sittings),
  };
}

/** Returns whether the catalogue's pay, openings and licences are those of the person's country. */
function figuresAreLocal(catalogue: Catalogue, record: CareerRecord): boolean {
  return record.country === undefined || record.country.toUpperCase() === catalogue.place;
}

function presentRowsOf(
  placed: readonly PlacedPosition[],
  { today }: RecordReading,
): readonly number[] {
  const present = placed
    .filter(({ match }) => match.present)
    .toSorted(
      (a, b) =>
        Number(b.match.paid) - Number(a.match.paid) ||
        weeklyHoursOf(b.position) - weeklyHoursOf(a.position) ||
        a.row - b.row,
    );
  if (present.length > 0) return [...new Set(present.map(({ row }) => row))];
  let last: { readonly row: number; readonly end: string } | undefined;
  for (const { position, row } of placed) {
    if (position.start !== undefined && firstDayOf(position.start) > today) continue;
    const end = position.end === undefined ? "" : lastDayOf(position.end);
    if (last === undefined || end > last.end) last = { row, end };
  }
  return last === undefined ? [] : [last.row];
}

interface Study {
  readonly label: string;
  readonly level: EducationLevel;
  readonly rows: ReadonlySet<number>;
  /** CIP codes of what was studied; empty when that is not understood. */
  readonly fields: readonly string[];
  readonly templateIds: readonly string[];
}

function studiesOf({ catalogue, record, today }: RecordReading): readonly Study[] {
  return record.educations
    .filter((education) => isFinished(education, today))
    .map((education) => ({
      label: [education.studyType, education.area, education.institution]
        .filter((part) => part !== "")
        .join(", "),
      level: educationLevelOf(education.studyType, education.area),
      rows: studiedRowsOf(catalogue, education),
      fields: studiedFieldsOf(catalogue, education).map(({ cip }) => cip),
      templateIds: templatesStudied(catalogue, education),
    }));
}

interface Held extends HeldCredential {
  readonly label: string;
}

function credentialsOf({ catalogue, record, today }: RecordReading): readonly Held[] {
  return record.credentials
    .filter((credential) => isInForce(credential, today))
    .map((credential) => ({ label: credential.name, ...heldCredentialsOf(catalogue, credential) }));
}

/**
 * Assumption: who was paid for licensed work for this many full-time months holds its licence, though
 * the record does not list it among the certificates.
 */
export const LICENSED_WORK_MONTHS = 6;

/** The licences that paid work shows; a position that is not sure to be that occupation shows none. */
function shownByWork(
  { catalogue, today }: RecordReading,
  placed: readonly PlacedPosition[],
): readonly Held[] {
  return placed.flatMap(({ position, match, row }) => {
    if (!match.paid || fullTimeMonthsOf(position, today) < LICENSED_WORK_MONTHS) return [];
    const licences = catalogue.licences
      .filter(
        (licence) =>
          licence.occupation === row &&
          licence.place === catalogue.place &&
          licence.partOnly !== true,
      )
      .map((licence) => licence.name);
    return licences.length === 0 ? [] : [{ label: position.title, templates: [], licences }];
  });
}

/**
 * What a licence held shows besides itself: that its exam is passed and, where only one credential
 * leads to it, that one with its level of schooling; at least its legal minimum of education; and, where a
 * bridge leads to it from another licence (practical nurses become registered nurses by one), the programme
 * for that other, which is the smaller. Its exam was not sat.
 */
function impliedBy(
  catalogue: Catalogue,
  held: Held,
): { readonly templateIds: readonly string[]; readonly level: EducationLevel } {
  const licences = catalogue.licences.filter((licence) => held.licences.includes(licence.name));
  const only = licences.flatMap(({ credentials }) => (credentials.length === 1 ? credentials : []));
  const levels = only
    .map((id) => credentialOf(catalogue, id)?.educationLevel ?? 0)
    // Degrees are said by the legal minimum.
    .filter((level) => level < FIRST_DEGREE);
  return {
    templateIds: [
      ...only,
      ...licences.flatMap((licence) => [
        ...[examOf(catalogue, licence)].flatMap((exam) => exam?.id ?? []),
        ...programmesBelow(catalogue, licence),
      ]),
    ],
    level: Math.max(0, ...licences.map((licence) => licence.minimumEducation), ...levels),
  };
}

/** Ids of the programmes before the exams that the licence's credentials are built on. */
function programmesBelow(catalogue: Catalogue, { credentials }: Licence): readonly string[] {
  return credentials
    .flatMap((id) => credentialOf(catalogue, id)?.after ?? [])
    .map((id) => credentialOf(catalogue, id))
    .filter((one) => one?.kind === "exam")
    .flatMap((exam) => exam?.after ?? []);
}

/** The highest level, by study or by a credential that gives one; the first in the record at a tie. */
function highestEducationOf(
  studied: readonly Study[],
  held: readonly (Held & { readonly implied: ReturnType<typeof impliedBy> })[],
): { readonly level: EducationLevel; readonly label: string } {
  const levels = [
    ...studied.map(({ level, label }) => ({ level, label })),
    ...held.flatMap(({ label, templates, implied }) => [
      ...templates.map((template) => ({ level: template.educationLevel, label })),
      { level: implied.level, label },
    ]),
  ];
  return levels.reduce((best, next) => (next.level > best.level ? next : best), {
    level: 0,
    label: "",
  });
}

/** What the degrees held were in; undefined where there is none, or one of which that is not known. */
function degreeFieldsOf(
  catalogue: Catalogue,
  studied: readonly Study[],
  held: readonly (Held & { readonly implied: ReturnType<typeof impliedBy> })[],
): ReadonlySet<string> | undefined {
  const degrees = [
    ...studied.filter(({ level }) => level >= FIRST_DEGREE).map(({ fields }) => fields),
    ...held.flatMap(({ templates, implied }) => [
      ...templates
        .filter(({ educationLevel }) => educationLevel >= FIRST_DEGREE)
        .map(({ preparesFor }) => preparesFor.flatMap((row) => fieldsFor(catalogue, row))),
      ...(implied.level >= FIRST_DEGREE ? [[]] : []),
    ]),
  ];
  if (degrees.length === 0 || degrees.some((fields) => fields.length === 0)) return undefined;
  return new Set(degrees.flat());
}

function monthsByRowOf(
  placed: readonly PlacedPosition[],
  { today }: RecordReading,
): ReadonlyMap<number, number> {
  const months = new Map<number, number>();
  for (const { position, row } of placed) {
    const more = fullTimeMonthsOf(position, today);
    if (more > 0) months.set(row, (months.get(row) ?? 0) + more);
  }
  return months;
}

/** The yearly pay of all positions held now, as far as it is said in the catalogue's currency. */
function annualPayOf({ catalogue, record, matches }: RecordReading): number | undefined {
  const present = new Set(
    matches.filter((match) => match.present).map((match) => match.positionId),
  );
  const amounts = record.positions.flatMap((position) => {
    const { pay } = position;
    if (pay === undefined || !present.has(position.id) || pay.currency !== catalogue.currency) {
      return [];
    }
    return [annualAmountOf(pay, weeklyHoursOf(position))];
  });
  return amounts.length === 0 ? undefined : amounts.reduce((sum, amount) => sum + amount, 0);
}

function presentOrganisationsOf({ record, matches }: RecordReading): readonly string[] {
  const employing = new Set(
    matches.filter((match) => match.present && match.paid).map((match) => match.positionId),
  );
  const names = record.positions
    .filter((position) => employing.has(position.id))
    .map((position) => position.organisation.trim().toLowerCase())
    .filter((name) => name !== "");
  return [...new Set(names)];
}
