// Which credentials to earn, in which order, to come to one: what must be done first, what schooling
// is needed to begin, and what that takes at the person's hours a week. No search over occupations.

import type { Standing } from "../abilities/standing.ts";
import { WEEKS_A_MONTH } from "../calendar-date.ts";
import { addThreePoints, type ThreePoint } from "../money.ts";
import type { Catalogue, CredentialTemplate, EducationLevel } from "../occupations/catalogue.ts";
import { credentialOf, credentialsFor, examOf } from "../occupations/licence-paths.ts";
import { FIRST_DEGREE, levelInAnotherField, missingFieldOf } from "./field-of-study.ts";
import { licencesOf } from "./usual-requirements.ts";

/** Assumption: months from applying for a place to the first day of a programme that admits. */
export const ADMISSION_WAIT_MONTHS: ThreePoint = { low: 1, likely: 3, high: 9 };

/** Assumption: schooling of someone whose record says none; most adults hold at least this much. */
export const ASSUMED_EDUCATION: EducationLevel = 2;

const NOTHING: ThreePoint = { low: 0, likely: 0, high: 0 };

/** What of a person decides on credentials. */
export type Schooling = Pick<
  Standing,
  "educationLevel" | "heldCredentialIds" | "heldLicences" | "studiedRows" | "degreeFields"
> &
  Partial<Pick<Standing, "monthsByRow">>;

export interface CredentialPath {
  /** In the order in which they are earned; empty when all are held. */
  readonly templates: readonly CredentialTemplate[];
  readonly hours: ThreePoint;
  readonly money: ThreePoint;
  /** Calendar months one after another, waits and admission included. */
  readonly months: ThreePoint;
}

export const EMPTY_PATH: CredentialPath = {
  templates: [],
  hours: NOTHING,
  money: NOTHING,
  months: NOTHING,
};

/** Returns the level of schooling counted for the person; see ASSUMED_EDUCATION. */
export function countedEducationOf(schooling: Schooling): EducationLevel {
  return schooling.educationLevel === 0 ? ASSUMED_EDUCATION : schooling.educationLevel;
}

/**
 * Returns the level of schooling that counts towards the occupation: a degree in another field counts for less
 * where the field is asked for.
 */
export function educationTowards(
  catalogue: Catalogue,
  schooling: Schooling,
  row: number,
): EducationLevel {
  const counted = countedEducationOf(schooling);
  const isElsewhere = missingFieldOf(catalogue, schooling, row) !== undefined;
  return isElsewhere ? levelInAnotherField(counted) : counted;
}

/** Returns the calendar months that one credential takes at so many hours a week. */
export function monthsOf(template: CredentialTemplate, hoursPerWeek: number): ThreePoint {
  const admission = template.admission ? ADMISSION_WAIT_MONTHS : NOTHING;
  const at = (point: keyof ThreePoint): number =>
    Math.max(template.minimumMonths, template.hours[point] / hoursPerWeek / WEEKS_A_MONTH) +
    template.waitWeeks[point] / WEEKS_A_MONTH +
    admission[point];
  return { low: at("low"), likely: at("likely"), high: at("high") };
}

/** Returns the templates one after another as a path. */
export function pathOf(
  templates: readonly CredentialTemplate[],
  hoursPerWeek: number,
): CredentialPath {
  return {
    templates,
    hours: addThreePoints(templates.map((template) => template.hours)),
    money: addThreePoints(templates.map((template) => template.money)),
    months: addThreePoints(templates.map((template) => monthsOf(template, hoursPerWeek))),
  };
}

/** Returns the quicker path; ties go to the cheaper, then to the one with the lower ids. */
export function quickerPath(
  a: CredentialPath | undefined,
  b: CredentialPath | undefined,
): CredentialPath | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  const difference = a.months.likely - b.months.likely || a.money.likely - b.money.likely;
  if (difference !== 0) return difference < 0 ? a : b;
  const key = (path: CredentialPath): string => path.templates.map((one) => one.id).join();
  return key(a) <= key(b) ? a : b;
}

interface PathQuestion {
  readonly catalogue: Catalogue;
  readonly schooling: Schooling;
  /** The occupation that it is for. */
  readonly row: number;
  readonly hoursPerWeek: number;
  /** Templates not to use. */
  readonly avoid: ReadonlySet<string>;
}

/** Whether practising what the template prepares for needs a licence that is not this occupation's. */
function leadsToAnotherLicence(question: PathQuestion, template: CredentialTemplate): boolean {
  const { catalogue, row } = question;
  if (template.preparesFor.includes(row)) return false;
  return template.preparesFor.some((other) => licencesOf(catalogue, other).length > 0);
}

/**
 * Returns the quickest way to hold the credential, with what must be done first; undefined when a
 * prerequisite belongs to another licensed occupation that the person has not come through.
 */
export function pathToCredential(
  question: PathQuestion,
  template: CredentialTemplate,
): CredentialPath | undefined {
  const templates = chainTo(question, template, new Set());
  return templates === undefined ? undefined : pathOf(templates, question.hoursPerWeek);
}

function chainTo(
  question: PathQuestion,
  template: CredentialTemplate,
  underway: ReadonlySet<string>,
): readonly CredentialTemplate[] | undefined {
  const { catalogue, schooling, avoid } = question;
  if (schooling.heldCredentialIds.has(template.id)) return [];
  if (avoid.has(template.id) || underway.has(template.id)) return undefined;
  const inside = new Set([...underway, template.id]);
  const chain: CredentialTemplate[] = [];
  for (const alternatives of prerequisitesOf(catalogue, template)) {
    if (alternatives.some((one) => schooling.heldCredentialIds.has(one.id))) continue;
    const best = alternatives
      .filter((one) => !leadsToAnotherLicence(question, one))
      .map((one) => chainTo(question, one, inside))
      .filter((one) => one !== undefined)
      .map((one) => pathOf(one, question.hoursPerWeek))
      .reduce<CredentialPath | undefined>(quickerPath, undefined);
    if (best === undefined) return undefined;
    append(chain, best.templates);
  }
  const reached = Math.max(
    countedEducationOf(schooling),
    ...chain.map((one) => one.educationLevel),
  );
  if (reached < template.entryLevel) {
    const entry = quickestSchooling(question, template.entryLevel, inside);
    if (entry === undefined) return undefined;
    append(chain, entry);
  }
  append(chain, [template]);
  return chain;
}

function append(chain: CredentialTemplate[], more: readonly CredentialTemplate[]): void {
  for (const one of more) if (!chain.includes(one)) chain.push(one);
}

/**
 * Returns what must be done first, as groups of which one each is enough: programmes that prepare for
 * a common occupation stand for one another (a nursing degree or a bridge before the nursing exam).
 */
function prerequisitesOf(
  catalogue: Catalogue,
  template: CredentialTemplate,
): readonly (readonly CredentialTemplate[])[] {
  const groups: CredentialTemplate[][] = [];
  for (const id of template.after) {
    const one = credentialOf(catalogue, id);
    if (one === undefined) continue;
    const group = isProgramme(one)
      ? groups.find((others) => others.some((other) => standFor(one, other)))
      : undefined;
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups;
}

/** Whether it is schooling, as against an exam or the paper itself. */
export function isProgramme(template: CredentialTemplate): boolean {
  return (
    template.kind === "degree" || template.kind === "certificate" || template.kind === "course"
  );
}

function standFor(one: CredentialTemplate, other: CredentialTemplate): boolean {
  return isProgramme(other) && one.preparesFor.some((row) => other.preparesFor.includes(row));
}

/**
 * The quickest general programme to a level: one of exactly that level where there is one, and one that
 * can be begun as the person stands before any that needs other schooling first.
 */
function quickestSchooling(
  question: PathQuestion,
  level: EducationLevel,
  underway: ReadonlySet<string>,
): readonly CredentialTemplate[] | undefined {
  const reached = countedEducationOf(question.schooling);
  const general = question.catalogue.credentials.filter(
    (one) => one.educationLevel >= level && one.preparesFor.length === 0 && !isFurtherDegree(one),
  );
  const exact = general.filter((one) => one.educationLevel === level);
  const candidates = exact.length > 0 ? exact : general;
  const open = candidates.filter((one) => one.entryLevel <= reached && one.after.length === 0);
  let best: CredentialPath | undefined;
  for (const template of open.length > 0 ? open : candidates) {
    const chain = chainTo(question, template, underway);
    if (chain !== undefined) best = quickerPath(best, pathOf(chain, question.hoursPerWeek));
  }
  return best?.templates;
}

/**
 * Returns the quickest way to a level of schooling for an occupation: a programme made for it when
 * there is one, else a general one; undefined when no template gives the level.
 */
export function pathToEducation(
  question: PathQuestion,
  level: EducationLevel,
): CredentialPath | undefined {
  const { catalogue, schooling, row, hoursPerWeek } = question;
  if (educationTowards(catalogue, schooling, row) >= level) return EMPTY_PATH;
  let specific: CredentialPath | undefined;
  for (const template of credentialsFor(catalogue, row)) {
    if (template.educationLevel < level) continue;
    if (!isProgramme(template)) continue;
    specific = quickerPath(specific, pathToCredential(question, template));
  }
  if (specific !== undefined) return specific;
  if (missingFieldOf(catalogue, schooling, row) !== undefined) {
    return pathToField(question, level);
  }
  const general = quickestSchooling(question, level, new Set());
  return general === undefined ? undefined : pathOf(general, hoursPerWeek);
}

/** A first degree for those who have one: it raises no level and is taken for its field. */
export function isFurtherDegree(template: CredentialTemplate): boolean {
  return (
    template.kind === "degree" &&
    template.preparesFor.length === 0 &&
    template.entryLevel >= template.educationLevel
  );
}

/** The quickest further degree, and what the level asks for above it. */
function pathToField(question: PathQuestion, level: EducationLevel): CredentialPath | undefined {
  let first: CredentialPath | undefined;
  for (const template of question.catalogue.credentials) {
    if (!isFurtherDegree(template) || template.educationLevel !== FIRST_DEGREE) continue;
    first = quickerPath(first, pathToCredential(question, template));
  }
  if (first === undefined || countedEducationOf(question.schooling) >= level) return first;
  const rest = quickestSchooling(question, level, new Set());
  if (rest === undefined) return undefined;
  return pathOf([...first.templates, ...rest], question.hoursPerWeek);
}

/**
 * Returns the quickest way to every licence that the occupation asks for and the person lacks: one of
 * its alternatives and its exam. Undefined when a licence has no way open to this person.
 */
export function pathToLicences(question: PathQuestion): CredentialPath | undefined {
  const { catalogue, schooling, row, hoursPerWeek } = question;
  const templates: CredentialTemplate[] = [];
  for (const licence of licencesOf(catalogue, row)) {
    if (schooling.heldLicences.has(licence.name)) continue;
    const exam = examOf(catalogue, licence);
    const examNeeded = exam !== undefined && !schooling.heldCredentialIds.has(exam.id);
    if (examNeeded && question.avoid.has(exam.id)) return undefined;
    const withExam = (path: CredentialPath): CredentialPath =>
      examNeeded && !path.templates.includes(exam)
        ? pathOf([...path.templates, exam], hoursPerWeek)
        : path;
    let best = licence.credentials.length === 0 ? withExam(EMPTY_PATH) : undefined;
    for (const id of licence.credentials) {
      const template = credentialOf(catalogue, id);
      const path = template === undefined ? undefined : pathToCredential(question, template);
      if (path !== undefined) best = quickerPath(best, withExam(path));
    }
    if (best === undefined) return undefined;
    append(templates, best.templates);
  }
  return pathOf(templates, hoursPerWeek);
}
