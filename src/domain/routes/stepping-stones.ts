// Which occupations are worth looking at as steps on the way. It rests on the catalogue, the present
// occupation and the goal alone, never on levels or hours, so that knowing more never hides a step.

import { areNearKin, experienceCreditOf } from "../moves/experience-credit.ts";
import { experienceSourcesOf } from "../moves/experience-sources.ts";
import {
  EXPERIENCE_ASKED_FROM,
  licencesOf,
  usualEducationOf,
  usualExperienceOf,
} from "../moves/usual-requirements.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import { credentialOf } from "../occupations/licence-paths.ts";

/** Assumption: a step counts when at least this share of its months is experience for the next. */
export const LEAST_STEP_CREDIT = 0.5;

/** Assumption: on the way to a far goal this share is enough for a step to count; see isFarGoal. */
export const LEAST_FAR_STEP_CREDIT = 0.4;

/** Largest step down in job zones (Nesta causeways: one zone either way). */
export const LARGEST_ZONE_DROP = 1;

/** Least share of the present pay that a step may bring (Nesta causeways: 0.75). */
export const LEAST_PAY_SHARE = 0.75;

/**
 * Assumption: a step that pays this much more than the goal is past it, not on the way; a little more where
 * the goal is far and few steps lead there.
 */
export const MOST_PAY_OVER_GOAL = 1.15;
export const MOST_PAY_OVER_FAR_GOAL = 1.25;

/**
 * Assumption: anyone may try to begin where less related experience than this is asked for, up to this
 * job zone; above it where none is.
 */
export const OPEN_TO_ALL = { underMonths: 12, upToZone: 3 } as const;

/** Steps looked at before the goal, the most helpful. Measured here: more change no shown route. */
export const STEPS_CONSIDERED = 12;

export interface StoneQuestion {
  readonly catalogue: Catalogue;
  readonly goalRow: number;
  readonly presentRows: readonly number[];
  /** The paid occupation whose level a step may fall little below; undefined when there is none. */
  readonly levelRow: number | undefined;
  /** Yearly pay now; undefined when not known. */
  readonly pay: number | undefined;
  readonly excludedRows: ReadonlySet<number>;
}

/**
 * Returns whether the goal is far: experience is asked for, and no paid work done now counts towards it. Then
 * steps are looked at more widely, since the direct way is a long shot.
 */
export function isFarGoal(question: StoneQuestion): boolean {
  const known = farByQuestion.get(question);
  if (known !== undefined) return known;
  const isFar = isFarFrom(question);
  farByQuestion.set(question, isFar);
  return isFar;
}

const farByQuestion = new WeakMap<StoneQuestion, boolean>();

function isFarFrom(question: StoneQuestion): boolean {
  const { catalogue, goalRow, presentRows } = question;
  if (usualExperienceOf(catalogue, goalRow).months.likely < EXPERIENCE_ASKED_FROM) return false;
  if (question.levelRow === undefined) return true;
  return presentRows.every((row) => experienceCreditOf(catalogue, row, goalRow) === 0);
}

/** Whether anyone may begin there: little experience is asked for, and no licence. */
function isOpenToAll(catalogue: Catalogue, row: number): boolean {
  const under =
    (catalogue.zones[row] ?? 0) <= OPEN_TO_ALL.upToZone
      ? OPEN_TO_ALL.underMonths
      : EXPERIENCE_ASKED_FROM;
  return (
    usualExperienceOf(catalogue, row).months.likely < under &&
    licencesOf(catalogue, row).length === 0
  );
}

/** Returns whether a credential towards `to` is open to those who came through `from` alone. */
export function opensCredentialTrack(catalogue: Catalogue, from: number, to: number): boolean {
  return licencesOf(catalogue, to).some((licence) =>
    licence.credentials.some((id) => {
      const template = credentialOf(catalogue, id);
      return template?.after.some((before) => {
        const rows = credentialOf(catalogue, before)?.preparesFor ?? [];
        return rows.includes(from) && !rows.includes(to);
      });
    }),
  );
}

/**
 * Returns how much a step helps towards an occupation, 0–2: the share of its months that count as
 * experience when any is asked for, and 1 for a credential track that it opens.
 */
export function helpOf(
  catalogue: Catalogue,
  step: number,
  to: number,
  leastCredit = LEAST_STEP_CREDIT,
): number {
  const credit = experienceCreditOf(catalogue, step, to);
  return (credit >= leastCredit ? credit : 0) + (opensCredentialTrack(catalogue, step, to) ? 1 : 0);
}

/**
 * Returns whether the step is one that a good coach would look at: not past the goal, not down by more
 * than a zone, not a pay cut of more than a quarter. A step that opens a credential track to the goal
 * is let through whatever it pays.
 */
export function isSensibleStep(question: StoneQuestion, step: number, next: number): boolean {
  const { catalogue, goalRow, presentRows, pay } = question;
  if (step === goalRow || presentRows.includes(step) || question.excludedRows.has(step))
    return false;
  const zone = catalogue.zones[step] ?? 0;
  const goalZone = catalogue.zones[goalRow] ?? 0;
  const isFar = isFarGoal(question);
  if (zone > goalZone + (isFar ? 1 : 0)) return false;
  const stepPay = catalogue.payMedian[step] ?? Number.NaN;
  const mostOver = isFar ? MOST_PAY_OVER_FAR_GOAL : MOST_PAY_OVER_GOAL;
  if (stepPay > mostOver * (catalogue.payMedian[goalRow] ?? Number.NaN)) return false;
  const asked = usualExperienceOf(catalogue, step).months.likely;
  const askedNext = usualExperienceOf(catalogue, next).months.likely;
  const isKnown = presentRows.some((row) => experienceCreditOf(catalogue, row, step) > 0);
  if (asked >= EXPERIENCE_ASKED_FROM && asked > askedNext && !isKnown) return false;
  const [schooling, goalSchooling] = [
    usualEducationOf(catalogue, step).said,
    usualEducationOf(catalogue, goalRow).said,
  ];
  if (schooling > goalSchooling && !isFar) return false;
  if (opensCredentialTrack(catalogue, step, next)) return true;
  if (isPartlyOfTheGoalsLicence(catalogue, step, goalRow)) return false;
  if (isAnotherProfession(catalogue, step, goalRow)) return false;
  if (presentRows.some((row) => isProfession(catalogue, row)) && isProfession(catalogue, step))
    return false;
  const { levelRow } = question;
  const presentZone = levelRow === undefined ? 0 : (catalogue.zones[levelRow] ?? 0);
  if (zone < presentZone - LARGEST_ZONE_DROP) return false;
  return !(pay !== undefined && stepPay < LEAST_PAY_SHARE * pay);
}

/**
 * Whether the law asks some of those in the step for schooling that the goal's licence needs (judges, for who
 * wants to be a lawyer): then it is where the goal leads, not a step to it.
 */
function isPartlyOfTheGoalsLicence(catalogue: Catalogue, step: number, goal: number): boolean {
  const needed = licencesOf(catalogue, goal).flatMap((licence) => licence.credentials);
  return catalogue.licences.some(
    (licence) =>
      licence.occupation === step &&
      licence.partOnly === true &&
      licence.credentials.some((id) => needed.includes(id)),
  );
}

/** Assumption: schooling for a licence of at least this many hours is a profession of its own. */
export const PROFESSION_HOURS = 500;

/**
 * Returns whether the step has a licence with long schooling of its own while the goal has another: two
 * professions, of which one is no step to the other (plumber and electrician, therapist and nurse).
 */
export function isAnotherProfession(catalogue: Catalogue, step: number, goal: number): boolean {
  const hours = professionHoursOf(catalogue);
  return isProfession(catalogue, step) && !Number.isNaN(hours[goal] ?? Number.NaN);
}

/** Whether its licence takes long schooling; who has one profession takes no other on the way. */
function isProfession(catalogue: Catalogue, row: number): boolean {
  return (professionHoursOf(catalogue)[row] ?? 0) >= PROFESSION_HOURS;
}

const hoursByCatalogue = new WeakMap<Catalogue, readonly number[]>();

/** Least hours of schooling for each row's licences, by row, worked out once; NaN without a licence. */
function professionHoursOf(catalogue: Catalogue): readonly number[] {
  const known = hoursByCatalogue.get(catalogue);
  if (known !== undefined) return known;
  const hours = catalogue.ids.map((_, row) => {
    const licences = licencesOf(catalogue, row);
    if (licences.length === 0) return Number.NaN;
    const each = licences
      .flatMap((licence) => licence.credentials)
      .map((id) => credentialOf(catalogue, id)?.hours.likely ?? 0);
    return each.length === 0 ? 0 : Math.min(...each);
  });
  hoursByCatalogue.set(catalogue, hours);
  return hours;
}

/** Returns whether the step is near kin of the next, or opens its schooling. */
export function isNearKin(catalogue: Catalogue, step: number, next: number): boolean {
  return areNearKin(catalogue, step, next) || opensCredentialTrack(catalogue, step, next);
}

/**
 * Returns the steps worth looking at right before the goal, the most helpful first, ties by id: its
 * near kin, and what helps it a little less but is related to where the person is.
 */
export function lastStonesOf(question: StoneQuestion): readonly number[] {
  const { catalogue, goalRow, presentRows } = question;
  const isFar = isFarGoal(question);
  return mostHelpful(question, goalRow, (row) => {
    if (isNearKin(catalogue, row, goalRow)) return true;
    if (isFar && isOpenToAll(catalogue, row)) return true;
    return presentRows.some((present) => experienceCreditOf(catalogue, present, row) > 0);
  });
}

/**
 * Returns the steps worth looking at before another step on the way to the goal: near kin of that step
 * which also count towards the goal, open the step's schooling, or are related to where the person is.
 */
export function stonesBefore(question: StoneQuestion, next: number): readonly number[] {
  const { catalogue, goalRow, presentRows } = question;
  return mostHelpful(
    question,
    next,
    (row) =>
      isNearKin(catalogue, row, next) &&
      (helpOf(catalogue, row, goalRow) > 0 ||
        opensCredentialTrack(catalogue, row, next) ||
        presentRows.some((present) => experienceCreditOf(catalogue, present, row) > 0)),
  );
}

function mostHelpful(
  question: StoneQuestion,
  next: number,
  isWanted: (row: number) => boolean,
): readonly number[] {
  const { catalogue } = question;
  const leastCredit = isFarGoal(question) ? LEAST_FAR_STEP_CREDIT : LEAST_STEP_CREDIT;
  const stones: { row: number; help: number }[] = [];
  for (const row of rowsThatHelp(catalogue, next)) {
    const help = row === next ? 0 : helpOf(catalogue, row, next, leastCredit);
    if (help > 0 && isWanted(row) && isSensibleStep(question, row, next))
      stones.push({ row, help });
  }
  stones.sort((a, b) => b.help - a.help || a.row - b.row);
  return stones.slice(0, STEPS_CONSIDERED).map((stone) => stone.row);
}

const helpersByCatalogue = new WeakMap<Catalogue, Map<number, readonly number[]>>();

/** Every row that could help towards another, in ascending order: by experience, or by opening its schooling. */
function rowsThatHelp(catalogue: Catalogue, to: number): readonly number[] {
  let known = helpersByCatalogue.get(catalogue);
  if (known === undefined) {
    known = new Map();
    helpersByCatalogue.set(catalogue, known);
  }
  const rows = known.get(to);
  if (rows !== undefined) return rows;
  const opening = licencesOf(catalogue, to)
    .flatMap((licence) => licence.credentials)
    .flatMap((id) => credentialOf(catalogue, id)?.after ?? [])
    .flatMap((id) => credentialOf(catalogue, id)?.preparesFor ?? []);
  const found = [...new Set([...experienceSourcesOf(catalogue, to), ...opening])];
  found.sort((a, b) => a - b);
  known.set(to, found);
  return found;
}
