// What must be earned or lived before a move, nothing counted twice: licence first, then schooling,
// then a certificate that employers know, then the skill that is still missing after all these.

import type { LevelEstimates } from "../abilities/level-estimate.ts";
import type { Standing } from "../abilities/standing.ts";
import { WEEKS_A_MONTH } from "../calendar-date.ts";
import { lowerFirst } from "../first-letter.ts";
import { hoursInWords, monthsInWords } from "../length-of-time.ts";
import { addThreePoints, moneyInWords, type ThreePoint } from "../money.ts";
import type { Catalogue, CredentialTemplate } from "../occupations/catalogue.ts";
import { credentialOf, credentialsFor } from "../occupations/licence-paths.ts";
import {
  type CredentialPath,
  EMPTY_PATH,
  educationTowards,
  isProgramme,
  pathOf,
  pathToCredential,
  pathToEducation,
  pathToLicences,
  quickerPath,
} from "./credential-path.ts";
import { creditedMonthsOf } from "./experience-credit.ts";
import { FIRST_DEGREE, missingFieldOf } from "./field-of-study.ts";
import { FULL_TIME_HOURS_A_MONTH } from "./full-time.ts";
import { certificateFor } from "./helpful-certificate.ts";
import { risesFromWork } from "./led-work.ts";
import { knownUnmetShare, levelsAfterEarning } from "./levels-after.ts";
import type { Preparation } from "./move.ts";
import { demandOf } from "./occupation-demand.ts";
import { plainNameOf, withArticle } from "./plain-name.ts";
import {
  EXPERIENCE_ASKED_FROM,
  educationInWords,
  LESS_SCHOOLING_SHARE,
  licencesOf,
  SOME_COLLEGE,
  SVP_MONTHS,
  schoolingMonthsOf,
  usualEducationOf,
  usualExperienceOf,
} from "./usual-requirements.ts";

/**
 * Assumption: share of the missing practice that must come before the move; the rest is learned in
 * the new position, as everyone who begins does.
 */
export const PRACTICE_BEFORE_MOVE: ThreePoint = { low: 0.05, likely: 0.15, high: 0.35 };

/**
 * Assumption: months of related experience that the placements of a programme for a licence stand
 * for; employers take newly licensed people on the strength of them.
 */
export const PLACEMENT_MONTHS = 12;

/** Assumption: who has done the work for this many full-time months is not asked for its schooling. */
export const WORKED_MONTHS = 12;

const NOTHING_AVOIDED: ReadonlySet<string> = new Set();

/** Assumption: work whose skills take at least this many months has a field of its own. */
export const FIELD_FROM_MONTHS = 18;

export interface PreparationQuestion {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly row: number;
  readonly hoursPerWeek: number;
  /** Credential templates not to use, to look for another way. */
  readonly avoid?: ReadonlySet<string>;
  /** True to go with less schooling than usual, where some do. */
  readonly withLessSchooling?: boolean;
}

/** A preparation with what the search needs besides: what it leaves the person with. */
export interface PreparedStanding {
  readonly preparation: Preparation;
  readonly templates: readonly CredentialTemplate[];
  /**
   * Those of them that the law or the usual schooling asks for, or that alone lead into another field;
   * the others only help.
   */
  readonly required: readonly CredentialTemplate[];
  /** Levels once the credentials are earned, before the move. */
  readonly levels: LevelEstimates;
  /** Unmet share of the demand with those levels. */
  readonly unmet: number;
  /** Hours of practice within the preparation's hours, besides the credentials. */
  readonly practiceHours: ThreePoint;
  /** Related experience asked for; likely is the middle of its range. */
  readonly experienceNeeded: ThreePoint;
  /** True when it goes without the usual schooling, or no credential of the catalogue gives it. */
  readonly schoolingMissing: boolean;
  /** True when some college is usual and the person would have less. */
  readonly someCollegeMissing: boolean;
  /** True when nothing done, studied, licensed or planned as a degree is in the occupation's field. */
  readonly anotherField: boolean;
}

/**
 * Returns what the occupation asks of this person before the move; undefined when a licence has no way
 * open to them from here (a bridge for practical nurses is for practical nurses).
 */
export function prepareFor(question: PreparationQuestion): PreparedStanding | undefined {
  const { catalogue, standing, row, hoursPerWeek } = question;
  const avoid = question.avoid ?? NOTHING_AVOIDED;
  const ask = { catalogue, schooling: standing, row, hoursPerWeek, avoid };
  const explanation: string[] = [];

  const licences = pathToLicences(ask);
  if (licences === undefined) return undefined;
  for (const licence of licencesOf(catalogue, row)) {
    const held = standing.heldLicences.has(licence.name);
    const name = lowerFirst(licence.name);
    explanation.push(
      held
        ? `You hold the ${name} that the law asks for, or have done work that asks for it.`
        : `The law asks for ${withArticle(name)} (${licence.source}).`,
    );
  }

  const usual =
    question.withLessSchooling === true
      ? usualEducationOf(catalogue, row, LESS_SCHOOLING_SHARE)
      : usualEducationOf(catalogue, row);
  const wanted = usual.level;
  const missingField = missingFieldOf(catalogue, standing, row);
  const reached = Math.max(
    educationTowards(catalogue, standing, row),
    ...licences.templates.map((one) => one.educationLevel),
  );
  const worked = hasWorkedIn(standing, row);
  const placed = worked ? undefined : placedProgramme(ask);
  const schooling = worked
    ? EMPTY_PATH
    : (placed ?? (reached >= wanted ? EMPTY_PATH : pathToEducation(ask, wanted)));
  if (avoid.size > 0 && !worked) {
    // Another way was asked for; going without the programme or without any schooling is not one.
    const free = { ...ask, avoid: NOTHING_AVOIDED };
    if (placed === undefined && placedProgramme(free) !== undefined) return undefined;
    if (schooling === undefined && pathToEducation(free, wanted) !== undefined) return undefined;
  }
  const share = usual.shareAtOrBelow;
  if (wanted > 0 && reached < wanted && !worked) {
    const shareText = Number.isNaN(share)
      ? ""
      : `: about ${Math.round(share * 100)} in 100 who do it came in with that or less`;
    explanation.push(
      missingField === undefined || wanted < FIRST_DEGREE
        ? `It ${question.withLessSchooling === true ? "can be had with" : "usually asks for"} ${educationInWords(wanted)}${shareText}.`
        : `It usually asks for ${educationInWords(wanted)} in ${missingField.inWords}, and yours is in another field; about half of it usually counts towards one in this.`,
    );
  }
  if (schooling === undefined) {
    explanation.push("The catalogue knows no course that gives it; ask a college near you.");
  }

  const asked = unique([...licences.templates, ...(schooling?.templates ?? [])]);
  let templates = asked;
  let levels = levelsAfterEarning(catalogue, standing.levels, templates, row);
  const certificate = worked ? undefined : certificateFor(ask, templates, levels, standing);
  if (certificate !== undefined) {
    templates = unique([...templates, ...certificate.templates]);
    levels = levelsAfterEarning(catalogue, levels, certificate.templates, row);
  }
  for (const template of templates) {
    explanation.push(
      `${template.name}: about ${hoursInWords(template.hours.likely)} and ${moneyInWords({
        amount: template.money.likely,
        currency: template.currency,
      })} (${template.source}).`,
    );
  }

  const unmet = knownUnmetShare(catalogue, row, levels);
  const { ratedRow } = demandOf(catalogue, row);
  if (ratedRow >= 0 && ratedRow !== row) {
    explanation.push(
      "The catalogue has no ratings of what it demands; those of its nearest relation, " +
        `${plainNameOf(catalogue, ratedRow)}, are used, so its demand is less sure.`,
    );
  }
  const skill = skillTime(catalogue, row, unmet, templates, explanation);
  const experienceNeeded = usualExperienceOf(catalogue, row).months;
  const placements = hasPlacements(catalogue, row);
  const credited = creditedMonthsOf(catalogue, standing.monthsByRow, row);
  const experienceMonths = missingExperienceOf(catalogue, standing, row);
  if (experienceNeeded.likely >= EXPERIENCE_ASKED_FROM) {
    explanation.push(
      `It usually asks for about ${monthsInWords(experienceNeeded.likely)} of related experience; ` +
        (experienceMonths > 0
          ? `${monthsInWords(experienceMonths)} of it ${isOne(experienceMonths) ? "is" : "are"} missing.`
          : placements && credited < experienceNeeded.likely
            ? "the placements of the programme stand for it."
            : "you have it."),
    );
  }

  const anotherField = isAnotherField(catalogue, standing, row, templates);
  const required = anotherField ? templates : asked;
  const path = pathOf(templates, hoursPerWeek);
  const practiceMonths = inMonths(skill.practiceHours, hoursPerWeek);
  return {
    preparation: {
      credentialIds: templates.map((one) => one.id),
      experienceMonths,
      skillMonths: skill.months,
      hours: addThreePoints([path.hours, skill.practiceHours]),
      money: path.money,
      months: addThreePoints([path.months, practiceMonths]),
      explanation,
    },
    templates,
    required,
    levels,
    unmet,
    practiceHours: skill.practiceHours,
    experienceNeeded,
    schoolingMissing: schooling === undefined || (question.withLessSchooling === true && !worked),
    someCollegeMissing:
      !worked &&
      usual.said === SOME_COLLEGE &&
      Math.max(reached, ...templates.map((one) => one.educationLevel)) < SOME_COLLEGE,
    anotherField,
  };
}

/** Whether it is a programme for the occupation that admits and has placements in the daytime. */
function isPlaced(template: CredentialTemplate, row: number): boolean {
  return template.daytime && template.admission && template.preparesFor.includes(row);
}

/**
 * The quickest programme below a bachelor's degree that is made for the occupation, admits and has
 * placements: schooling in something else does not stand for it, however much (surgical technology,
 * laboratory work). Undefined where there is none, a licence asks for it, or it was studied or is held.
 */
function placedProgramme(ask: Parameters<typeof pathToCredential>[0]): CredentialPath | undefined {
  const { catalogue, schooling, row, avoid } = ask;
  if (licencesOf(catalogue, row).length > 0 || schooling.studiedRows.has(row)) return undefined;
  const programmes = credentialsFor(catalogue, row).filter(
    (one) => isPlaced(one, row) && one.educationLevel < 6 && one.preparesFor[0] === row,
  );
  if (programmes.some((one) => schooling.heldCredentialIds.has(one.id))) return undefined;
  let best: CredentialPath | undefined;
  for (const one of programmes) {
    if (!avoid.has(one.id)) best = quickerPath(best, pathToCredential(ask, one));
  }
  return best;
}

/** Returns whether the person has done the work long enough that its usual schooling is not asked for. */
export function hasWorkedIn(standing: Pick<Standing, "monthsByRow">, row: number): boolean {
  return (standing.monthsByRow.get(row) ?? 0) >= WORKED_MONTHS;
}

/**
 * Whether placements stand for first experience: programmes for a licence that are partly in the
 * daytime have them (nursing, teaching, an apprenticeship), so they count for all who must come through
 * one or have come through one.
 */
function hasPlacements(catalogue: Catalogue, row: number): boolean {
  // Whoever comes out of the work has had the placements there already.
  if (risesFromWork(catalogue.ids[row] ?? "")) return false;
  return licencesOf(catalogue, row).some((licence) =>
    licence.credentials.some((id) => credentialOf(catalogue, id)?.daytime === true),
  );
}

/**
 * Returns the months of related experience that the occupation usually asks for and the person lacks;
 * 0 where little is asked for.
 */
export function missingExperienceOf(
  catalogue: Catalogue,
  standing: Pick<Standing, "monthsByRow">,
  row: number,
): number {
  const needed = usualExperienceOf(catalogue, row).months.likely;
  if (needed < EXPERIENCE_ASKED_FROM) return 0;
  const credited =
    creditedMonthsOf(catalogue, standing.monthsByRow, row) +
    (hasPlacements(catalogue, row) ? PLACEMENT_MONTHS : 0);
  return Math.max(0, needed - credited);
}

/**
 * Whether the occupation is in a field of which the person has nothing: no month in it or in anything that
 * counts towards it, no studies for it, no degree or licence for it to be earned first. Work that is
 * learned within a year is in nobody's field.
 */
function isAnotherField(
  catalogue: Catalogue,
  standing: Standing,
  row: number,
  planned: readonly CredentialTemplate[],
): boolean {
  if ((SVP_MONTHS[catalogue.zones[row] ?? 0] ?? 0) < FIELD_FROM_MONTHS) return false;
  // Where experience is asked for, its lack says the same already.
  if (usualExperienceOf(catalogue, row).months.likely >= EXPERIENCE_ASKED_FROM) return false;
  if (licencesOf(catalogue, row).length > 0 || standing.studiedRows.has(row)) return false;
  if (planned.some((one) => one.kind === "degree" || isPlaced(one, row))) return false;
  return creditedMonthsOf(catalogue, standing.monthsByRow, row) < EXPERIENCE_ASKED_FROM;
}

/** Months of skill still to gain, and the hours of practice that should come before the move. */
function skillTime(
  catalogue: Catalogue,
  row: number,
  unmet: number,
  templates: readonly CredentialTemplate[],
  explanation: string[],
): { readonly months: number; readonly practiceHours: ThreePoint } {
  const whole = SVP_MONTHS[catalogue.zones[row] ?? 0] ?? 0;
  const earned = templates
    .filter((one) => one.preparesFor.includes(row) && isProgramme(one) && one.educationLevel > 0)
    .reduce((sum, one) => sum + one.hours.likely / FULL_TIME_HOURS_A_MONTH, 0);
  const included = Math.max(schoolingMonthsOf(usualEducationOf(catalogue, row).level), earned);
  const months = Math.max(0, whole - included) * unmet;
  const courseHours = templates
    .filter((one) => one.educationLevel === 0 && one.preparesFor.length > 0)
    .reduce((sum, one) => sum + one.hours.likely, 0);
  const at = (point: keyof ThreePoint): number =>
    Math.max(0, months * FULL_TIME_HOURS_A_MONTH * PRACTICE_BEFORE_MOVE[point] - courseHours);
  const practiceHours = { low: at("low"), likely: at("likely"), high: at("high") };
  if (months >= 0.5) {
    explanation.push(
      `About ${percentInWords(unmet)} of what it demands is still open. Its skills take about ` +
        `${monthsInWords(whole)}${included > 0 ? `, ${monthsInWords(Math.min(whole, included))} of them in schooling` : ""}; ` +
        `what is open is ${monthsInWords(months)} of full-time practice, most of it learned on the job` +
        `${practiceHours.likely >= 1 ? ` and about ${hoursInWords(practiceHours.likely)} before` : ""}.`,
    );
  }
  return { months, practiceHours };
}

function unique(templates: readonly CredentialTemplate[]): readonly CredentialTemplate[] {
  return [...new Set(templates)];
}

function inMonths(hours: ThreePoint, hoursPerWeek: number): ThreePoint {
  const rate = hoursPerWeek * WEEKS_A_MONTH;
  return { low: hours.low / rate, likely: hours.likely / rate, high: hours.high / rate };
}

function isOne(months: number): boolean {
  return Math.round(months) === 1;
}

/** Returns a share as "about"-able words: "12 %". */
export function percentInWords(share: number): string {
  return `${Math.round(share * 100)} %`;
}
