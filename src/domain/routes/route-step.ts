// One step of a route: from where the person would then stand, through preparing, holding or serving,
// to an occupation; and how they stand after it. Abilities and credentials accumulate.

import type { Standing } from "../abilities/standing.ts";
import { WEEKS_A_MONTH } from "../calendar-date.ts";
import { capital, lowerFirst } from "../first-letter.ts";
import { hoursInWords, monthsInWords } from "../length-of-time.ts";
import type { ThreePoint } from "../money.ts";
import { earnInWords } from "../moves/credential-in-sentence.ts";
import { educationTowards } from "../moves/credential-path.ts";
import { experienceCreditOf } from "../moves/experience-credit.ts";
import { degreeFieldsAfter } from "../moves/field-of-study.ts";
import { FULL_TIME_HOURS_A_MONTH } from "../moves/full-time.ts";
import { chanceWithin, landingRateOf, medianSearchMonths } from "../moves/landing-rate.ts";
import { knownShortfalls, levelsAfterHolding } from "../moves/levels-after.ts";
import type { LandingRate } from "../moves/move.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import {
  hasWorkedIn,
  missingExperienceOf,
  type PreparedStanding,
  prepareFor,
} from "../moves/prepare-for.ts";
import {
  LESS_SCHOOLING_SHARE,
  licencesOf,
  usualEducationOf,
  usualExperienceOf,
} from "../moves/usual-requirements.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import { credentialCauses, employerCause, marketCause } from "./failure-causes.ts";
import type { FailureCause, Stage } from "./route.ts";

/** Assumption: months in a step before the next move, so that it shows as experience and not as flight. */
export const LEAST_HOLD_MONTHS = 12;

/** Assumption: a stay of more years than this is a plan of its own, not a step. */
export const LONGEST_HOLD_MONTHS = 84;

/** Assumption: missing experience up to this many full-time months can be earned by volunteering. */
export const MOST_SERVED_MONTHS = 6;

/** Assumption: nobody is let in with less than this share of the experience where years are asked for. */
export const LEAST_EXPERIENCE_SHARE = 0.5;
/** Years asked for: from this many months on. Assumption. */
export const EXPERIENCE_MATTERS_FROM = 18;

/** What a hold's title ends with when less than this share of it is left over for the stage itself. */
const MOSTLY_BESIDE = 0.5;
export const BESIDE = ", mostly beside what comes next";

/** Assumption: less practice than this is done along the way and is no stage of its own. */
export const LEAST_PRACTICE_HOURS = 20;

/** Months of looking within which a search is called a success; beyond it a backup is due. Assumption. */
export const SEARCH_WINDOW_MONTHS = 12;

/** Assumption: the person's own hours in finding a position: applications, talks, interviews. */
export const SEARCH_HOURS: ThreePoint = { low: 15, likely: 30, high: 60 };

/** Assumption: volunteering that would take more calendar months than this is no step. */
export const LONGEST_SERVICE_MONTHS = 36;

/** How missing experience is come by before a move. */
export const EXPERIENCE_WAYS = ["held", "served", "as it is"] as const;
export type ExperienceWay = (typeof EXPERIENCE_WAYS)[number];

/** A place on the way: how the person stands there, and which occupation they hold. */
export interface Place {
  readonly standing: Standing;
  /** Undefined when nothing is held. */
  readonly row: number | undefined;
  /** True for an occupation moved to on this route; false for where the person is today. */
  readonly isStone: boolean;
  /** Whether a paid position is held there now, so that its months go on counting. */
  readonly isHeld: boolean;
}

export interface RouteStep {
  readonly stages: readonly Omit<Stage, "id">[];
  readonly prepared: PreparedStanding;
  readonly landing: LandingRate;
  /** Months spent at the place it starts from, until the new position begins. */
  readonly monthsBefore: ThreePoint;
  readonly after: Place;
}

export interface StepQuestion {
  readonly catalogue: Catalogue;
  readonly from: Place;
  readonly to: number;
  readonly hoursPerWeek: number;
  readonly way: ExperienceWay;
  readonly avoid: ReadonlySet<string>;
  /** True to go with less schooling than usual, where some do. */
  readonly withLessSchooling: boolean;
  /** True to give the step however much experience is missing. */
  readonly whateverIsMissing: boolean;
}

/** Returns whether less schooling than usual is a way in that this person could use. */
export function canGoWithLess(catalogue: Catalogue, from: Place, to: number): boolean {
  const counted = educationTowards(catalogue, from.standing, to);
  const usual = usualEducationOf(catalogue, to).level;
  if (hasWorkedIn(from.standing, to)) return false;
  return counted < usual && usualEducationOf(catalogue, to, LESS_SCHOOLING_SHARE).level < usual;
}

/** Returns the ways that can differ for the step: one where no experience is missing. */
export function waysFor(catalogue: Catalogue, from: Place, to: number): readonly ExperienceWay[] {
  return missingExperienceOf(catalogue, from.standing, to) < 0.5 ? ["as it is"] : EXPERIENCE_WAYS;
}

/** Returns the step, or undefined when it cannot be taken that way. */
export function stepTo(question: StepQuestion): RouteStep | undefined {
  const { catalogue, from, to, hoursPerWeek, way, avoid } = question;
  const hold = holdFor(question);
  if (hold === undefined) return undefined;
  const standing = afterHold(catalogue, from, hold.counted);
  const { withLessSchooling } = question;
  const prepared = prepareFor({
    catalogue,
    standing,
    row: to,
    hoursPerWeek,
    avoid,
    withLessSchooling,
  });
  if (prepared === undefined) return undefined;

  const needed = prepared.experienceNeeded.likely;
  let missing = prepared.preparation.experienceMonths;
  const service = way === "served" ? serviceStage(question, missing) : undefined;
  if (way === "served") {
    if (service === undefined) return undefined;
    missing = Math.max(0, missing - MOST_SERVED_MONTHS);
  }
  const tooLittle =
    needed >= EXPERIENCE_MATTERS_FROM && missing > (1 - LEAST_EXPERIENCE_SHARE) * needed;
  if (tooLittle && !question.whateverIsMissing) return undefined;

  const landing = landingRateOf({
    catalogue,
    row: to,
    fit: 1 - prepared.unmet,
    missingMonths: missing,
    neededMonths: needed,
    schoolingMissing: prepared.schoolingMissing,
    someCollegeMissing: prepared.someCollegeMissing,
    anotherField: prepared.anotherField && service === undefined,
    payRatio: payRatioOf(catalogue, standing, to),
  });
  const stages: Omit<Stage, "id">[] = [];
  const preparing = prepareStage(question, prepared);
  const waited = pointwise((point) => {
    const prepare = preparing === undefined ? 0 : preparing.months[point];
    const serve = service === undefined ? 0 : service.months[point];
    return Math.max(0, hold.months[point] - prepare - serve);
  });
  if (waited.likely >= 0.5) stages.push(holdStage(question, hold, waited));
  if (service !== undefined) stages.push(service);
  if (preparing !== undefined) stages.push(preparing);
  // Without a stage to prepare, what it asks for is said with the move.
  const asked = preparing === undefined ? prepared.preparation.explanation : [];
  stages.push(moveStage(question, landing, asked));
  return {
    stages,
    prepared,
    landing,
    monthsBefore: pointwise((point) => stages.reduce((sum, stage) => sum + stage.months[point], 0)),
    after: {
      standing: afterMove(catalogue, standing, prepared, to),
      row: to,
      isStone: true,
      isHeld: true,
    },
  };
}

/** The pay of `to` over the best of what was done for a year or more; 1 for licensed work or unknown pay. */
function payRatioOf(catalogue: Catalogue, standing: Standing, to: number): number {
  if (licencesOf(catalogue, to).length > 0) return 1;
  const pays = [...standing.monthsByRow]
    .filter(([, months]) => months >= LEAST_HOLD_MONTHS - 0.5)
    .map(([row]) => catalogue.payMedian[row] ?? Number.NaN)
    .filter((pay) => pay > 0);
  const ratio = (catalogue.payMedian[to] ?? Number.NaN) / Math.max(0, ...pays);
  return Number.isFinite(ratio) ? ratio : 1;
}

function pointwise(value: (point: keyof ThreePoint) => number): ThreePoint {
  const [a, b, c] = [value("low"), value("likely"), value("high")];
  return { low: Math.min(a, b), likely: b, high: Math.max(b, c) };
}

interface Hold {
  /** Months that the stay lasts at least, the preparation beside it included. */
  readonly months: ThreePoint;
  /** Months of it that count as evidence and experience: the least, whatever the hours a week. */
  readonly counted: number;
}

/** How long to stay where one is before the step; undefined when that is no sensible way. */
function holdFor(question: StepQuestion): Hold | undefined {
  const { catalogue, from, to, way } = question;
  const least = from.isStone ? LEAST_HOLD_MONTHS : 0;
  const nothing = { low: least, likely: least, high: least };
  if (from.row === undefined || !from.isHeld) {
    return way === "held" ? undefined : { months: nothing, counted: 0 };
  }
  if (way !== "held") return { months: nothing, counted: least };
  const credit = experienceCreditOf(catalogue, from.row, to);
  const needed = usualExperienceOf(catalogue, to).months;
  const missing = missingExperienceOf(catalogue, from.standing, to);
  const credited = needed.likely - missing;
  if (missing === 0 || credit <= 0)
    return from.isStone ? { months: nothing, counted: least } : undefined;
  const monthsAt = (point: keyof ThreePoint): number =>
    Math.max(least, Math.max(0, needed[point] - credited) / credit);
  const months = { low: monthsAt("low"), likely: monthsAt("likely"), high: monthsAt("high") };
  if (months.likely <= LONGEST_HOLD_MONTHS) return { months, counted: months.likely };
  // From a step one may go on with what the longest stay gives; today's place is no step.
  if (!from.isStone) return undefined;
  const most = LONGEST_HOLD_MONTHS;
  return { months: { low: Math.min(months.low, most), likely: most, high: most }, counted: most };
}

function afterHold(catalogue: Catalogue, from: Place, months: number): Standing {
  if (from.row === undefined || months <= 0) return from.standing;
  const monthsByRow = new Map(from.standing.monthsByRow);
  monthsByRow.set(from.row, (monthsByRow.get(from.row) ?? 0) + months);
  const levels = levelsAfterHolding(catalogue, from.standing.levels, from.row, months);
  return { ...from.standing, monthsByRow, levels };
}

function afterMove(
  catalogue: Catalogue,
  standing: Standing,
  prepared: PreparedStanding,
  to: number,
): Standing {
  return {
    ...standing,
    levels: prepared.levels,
    educationLevel: Math.max(
      standing.educationLevel,
      ...prepared.templates.map((one) => one.educationLevel),
    ),
    heldCredentialIds: new Set([
      ...standing.heldCredentialIds,
      ...prepared.templates.map((one) => one.id),
    ]),
    degreeFields: degreeFieldsAfter(catalogue, standing, {
      templates: prepared.templates,
      row: to,
    }),
    heldLicences: new Set([
      ...standing.heldLicences,
      ...licencesOf(catalogue, to).map((licence) => licence.name),
    ]),
    presentRows: [to],
  };
}

function productOf(causes: readonly FailureCause[]): number {
  return causes.reduce((chance, cause) => chance * (1 - cause.chance), 1);
}

const NOTHING: ThreePoint = { low: 0, likely: 0, high: 0 };

function prepareStage(
  question: StepQuestion,
  prepared: PreparedStanding,
): Omit<Stage, "id"> | undefined {
  const { catalogue, to } = question;
  const { preparation, templates } = prepared;
  if (templates.length === 0 && preparation.hours.likely < LEAST_PRACTICE_HOURS) return undefined;
  const causes = credentialCauses(prepared.required);
  const name = plainNameOf(catalogue, to);
  const title =
    templates.length === 0 ? `Practise what ${withArticle(name)} needs` : earnInWords(templates);
  return {
    kind: "prepare",
    title,
    occupationId: catalogue.ids[to] ?? "",
    credentialIds: preparation.credentialIds,
    // Only for those that are shown: a search looks at many more.
    get shortfalls() {
      return knownShortfalls(catalogue, to, prepared.levels).slice(0, 5);
    },
    months: preparation.months,
    hours: preparation.hours,
    money: preparation.money,
    chance: productOf(causes),
    causes,
    explanation: [
      ...preparation.explanation,
      ...(templates.some((one) => one.daytime)
        ? ["Part of it is in the daytime on working days; ask your employer about your hours."]
        : []),
      ...chanceOfCausesInWords(causes),
    ],
  };
}

/** Returns what the stage's chance is made of, with the source of each figure; empty for no risk. */
export function chanceOfCausesInWords(causes: readonly FailureCause[]): readonly string[] {
  if (causes.length === 0) return [];
  const parts = causes.map(
    (cause) =>
      `${lowerFirst(cause.label)}: ${Math.round(cause.chance * 100)} in 100 (${cause.source})`,
  );
  return [
    `About ${Math.round(productOf(causes) * 100)} in 100 come through. What can stop it: ${parts.join("; ")}.`,
  ];
}

function holdStage(question: StepQuestion, hold: Hold, waited: ThreePoint): Omit<Stage, "id"> {
  const { catalogue, from, to } = question;
  const row = from.row ?? 0;
  const name = plainNameOf(catalogue, row);
  const goal = plainNameOf(catalogue, to);
  const employer = from.isStone
    ? `new:${catalogue.ids[row] ?? ""}`
    : (from.standing.presentOrganisations[0] ?? "present");
  const cause = employerCause(
    employer,
    from.isStone
      ? `The position as ${name} is lost before it has lasted long enough`
      : "Your present position is lost before it has lasted long enough",
    waited.likely,
  );
  const credit = experienceCreditOf(catalogue, row, to);
  const needed = usualExperienceOf(catalogue, to).months;
  const isBeside = waited.likely + 0.5 < hold.months.likely;
  const isMostlyBeside = waited.likely < MOSTLY_BESIDE * hold.months.likely;
  return {
    kind: "hold",
    title: from.isStone
      ? `Work as ${withArticle(name)} for ${monthsInWords(hold.months.likely)} in all` +
        (isMostlyBeside ? BESIDE : "")
      : `Take on more where you are, for another ${monthsInWords(hold.months.likely)}`,
    occupationId: catalogue.ids[row] ?? "",
    credentialIds: [],
    shortfalls: [],
    months: waited,
    hours: NOTHING,
    money: NOTHING,
    chance: 1 - cause.chance,
    causes: [cause],
    explanation: [
      needed.likely > 0 && credit > 0
        ? `${capital(withArticle(goal))} is usually asked for about ${monthsInWords(needed.likely)} of related ` +
          `experience; a month here counts as ${credit >= 0.995 ? "a full one" : `${Math.round(credit * 100)} % of one`}.`
        : `At least ${monthsInWords(LEAST_HOLD_MONTHS)} in a position, so that it counts (assumption).`,
      ...(isBeside
        ? [
            `The ${monthsInWords(hold.months.likely - waited.likely)} of preparation beside it count too; this is the rest, and a loss is counted for the rest: before it, there is time to find another such position (assumption).`,
          ]
        : []),
    ],
  };
}

function serviceStage(question: StepQuestion, missing: number): Omit<Stage, "id"> | undefined {
  const { catalogue, from, to, hoursPerWeek } = question;
  // Who gives unpaid hours now and has no paid work can give more of them, though not all that is missing.
  const isVolunteer = from.row !== undefined && !from.isHeld && !from.isStone;
  if (missing < 0.5 || (missing > MOST_SERVED_MONTHS && !isVolunteer)) return undefined;
  const served = Math.min(missing, MOST_SERVED_MONTHS);
  const hours = served * FULL_TIME_HOURS_A_MONTH;
  const months = hours / hoursPerWeek / WEEKS_A_MONTH;
  if (months > LONGEST_SERVICE_MONTHS) return undefined;
  const name = plainNameOf(catalogue, to);
  return {
    kind: "serve",
    title: `Volunteer where ${withArticle(name)} works`,
    occupationId: catalogue.ids[to] ?? "",
    credentialIds: [],
    shortfalls: [],
    months: { low: months * 0.7, likely: months, high: months * 1.3 },
    hours: { low: hours * 0.7, likely: hours, high: hours * 1.3 },
    money: NOTHING,
    chance: 1,
    causes: [],
    explanation: [
      `About ${monthsInWords(missing)} of related experience is missing; ${served < missing ? `${monthsInWords(served)} of it are` : "that is"} ${hoursInWords(hours)}. ` +
        "Unpaid work counts by its hours, as paid work does.",
    ],
  };
}

function moveStage(
  question: StepQuestion,
  landing: LandingRate,
  asked: readonly string[],
): Omit<Stage, "id"> {
  const { catalogue, to } = question;
  const chance = chanceWithin(landing.likely, SEARCH_WINDOW_MONTHS);
  const name = plainNameOf(catalogue, to);
  const within = (rate: number): number => Math.min(SEARCH_WINDOW_MONTHS, medianSearchMonths(rate));
  return {
    kind: "move",
    title: `Find a position as ${withArticle(name)}`,
    occupationId: catalogue.ids[to] ?? "",
    credentialIds: [],
    shortfalls: [],
    months: {
      low: within(landing.high),
      likely: within(landing.likely),
      high: SEARCH_WINDOW_MONTHS,
    },
    hours: SEARCH_HOURS,
    money: NOTHING,
    chance,
    causes: [marketCause(catalogue, to, 1 - chance, SEARCH_WINDOW_MONTHS)],
    explanation: [...asked, ...landing.explanation],
  };
}
