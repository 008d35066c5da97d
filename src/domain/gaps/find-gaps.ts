// What stands between a person and their goal, computed: licence, education, experience, skills, pay;
// and what the record cannot show, as questions. How gaps are closed is routes' and schedule's work.

import { isHeldForPay } from "../abilities/held-for-pay.ts";
import type { Standing } from "../abilities/standing.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { capital } from "../first-letter.ts";
import { type AnsweredGaps, answeredGaps, conversationOf } from "../interview/conversation.ts";
import { knownOf } from "../interview/known.ts";
import { hoursInWords, monthsInWords } from "../length-of-time.ts";
import { moneyInWords } from "../money.ts";
import { nameInSentence } from "../moves/credential-in-sentence.ts";
import { countedEducationOf, educationTowards, pathToLicences } from "../moves/credential-path.ts";
import { experienceCreditOf } from "../moves/experience-credit.ts";
import { FIRST_DEGREE, missingFieldOf, type StudyFamily } from "../moves/field-of-study.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { hasWorkedIn, prepareFor } from "../moves/prepare-for.ts";
import {
  educationInWords,
  incumbentsAtOrBelow,
  licencesOf,
  usualEducationOf,
  usualExperienceOf,
} from "../moves/usual-requirements.ts";
import { type Catalogue, EDUCATION_LEVELS, rowOf } from "../occupations/catalogue.ts";
import type { Goal } from "../record/goal.ts";
import type { PlacedLadder } from "../record/placed-ladders.ts";
import { compassGaps } from "./compass-gaps.ts";
import type { Gap, GapPart } from "./gap.ts";
import { oddsInWords, USUAL_HEADROOM } from "./headroom.ts";
import { ladderGaps, rungTowards } from "./ladder-gaps.ts";
import { skillGaps } from "./skill-gaps.ts";

/** Gaps given at most: more than seven nobody keeps in mind (assumption). */
export const MOST_GAPS = 7;

/** Questions come last, so they are given a size below that of any computed gap worth showing. */
const QUESTION_SIZE = 0.1;

/** Kinds of gap that a record cannot show; they come last while they are questions. */
const ASKED_KINDS: ReadonlySet<Gap["kind"]> = new Set(["network", "headroom", "find out"]);

export interface GapQuestion {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly goal: Goal;
  readonly today: CalendarDate;
  /** The ladders where the person stands today; none when left out. */
  readonly ladders?: readonly PlacedLadder[];
}

/**
 * Returns the gaps, those that must close first, then the larger first, questions last; at most
 * MOST_GAPS, what no longer has room gathered in one. What was answered in the interview adds to them
 * and takes from them; an answer about another goal or position does not count. What the person wants
 * otherwise than it is comes last, since it stands in no way.
 * Without answers empty when nothing is missing or the occupation is held already; empty when it is unknown.
 */
export function findGaps(question: GapQuestion): readonly Gap[] {
  const row = rowOf(question.catalogue, question.goal.occupationId);
  if (row < 0) return [];
  const { added, removedIds } = saidOf(question);
  const wanted = compassGaps(question.standing.wantsApart);
  const addedIds = new Set(added.map(({ id }) => id));
  const others = added.length + wanted.length;
  const computed = computedGaps(question, row, others).filter(
    ({ id }) => !removedIds.has(id) && !addedIds.has(id),
  );
  const isQuestion = ({ kind, unknown }: Gap): boolean => unknown && ASKED_KINDS.has(kind);
  const all = [...added, ...computed];
  const questions = all.filter(isQuestion);
  // What the person said of how they want it keeps its place; of the questions the last gives way.
  const over = Math.max(0, all.length + wanted.length - MOST_GAPS);
  return [
    ...all.filter((gap) => !isQuestion(gap)).sort(compareGaps),
    ...questions.slice(0, Math.max(0, questions.length - over)),
    ...wanted,
  ].slice(0, MOST_GAPS);
}

/** What the answers of the interview add and remove; nothing where there are none. */
function saidOf({ catalogue, standing, goal, ladders }: GapQuestion): AnsweredGaps {
  const { interview } = standing;
  if (interview === undefined) return { added: [], removedIds: new Set() };
  const { answers, mainPositionId } = interview;
  const known = knownOf({ catalogue, standing, goal, mainPositionId, ladders });
  return answeredGaps(conversationOf(answers, known), known);
}

function compareGaps(a: Gap, b: Gap): number {
  return Number(b.mustClose) - Number(a.mustClose) || b.size - a.size || (a.id < b.id ? -1 : 1);
}

/** What the record and the catalogue show, with room left for so many others. */
function computedGaps(question: GapQuestion, row: number, others: number): readonly Gap[] {
  const { catalogue, standing } = question;
  const isHeld = isHeldForPay(catalogue, standing, row);
  const pay = payGap(question, row);
  const tight = ladderGaps(question, row);
  if (isHeld) return pay === undefined ? tight : [pay, ...tight];
  const asked = [
    ...licenceGaps(question, row),
    educationGap(question, row),
    experienceGap(question, row),
    pay,
    ...tight,
  ].filter((gap) => gap !== undefined);
  const questions = questionsOf(question, row);
  // Beside what the person said, the largest skill keeps its own line: a question gives way to it.
  const least = others > 0 ? 2 : 1;
  const room = MOST_GAPS - asked.length - questions.length - others;
  const gaps = [...asked, ...skillGaps(catalogue, standing.levels, row, Math.max(least, room))];
  return gaps.length === 0 ? [] : [...gaps, ...questions];
}

function licenceGaps({ catalogue, standing, goal }: GapQuestion, row: number): readonly Gap[] {
  const missing = licencesOf(catalogue, row).filter((one) => !standing.heldLicences.has(one.name));
  return missing.map((licence) => {
    const path = pathToLicences({
      catalogue,
      schooling: standing,
      row,
      hoursPerWeek: goal.limits.hoursPerWeek,
      avoid: new Set(),
    });
    const parts: GapPart[] = (path?.templates ?? []).map((one) => ({
      label: one.name,
      value: one.hours.likely,
      unit: "hours",
      source: one.source,
    }));
    const exam = path?.templates.find((one) => !Number.isNaN(one.passRate));
    if (exam !== undefined) {
      parts.push({
        label: `Pass at the first attempt: ${exam.name}`,
        value: exam.passRate,
        unit: "share",
        source: exam.source,
      });
    }
    const way =
      path === undefined
        ? "The ways to it that the catalogue knows begin from another licence."
        : path.templates.length === 0
          ? "Your record shows what leads to it; what is left is the paperwork."
          : `The quickest way from here: ${path.templates.map((one) => nameInSentence(one.name)).join(", then ")}; ` +
            `about ${hoursInWords(path.hours.likely)} in all.`;
    const elsewhere = standing.figuresAreLocal
      ? ""
      : ` This is the law in ${catalogue.place}; ask what it is where you live.`;
    return {
      id: `licence:${catalogue.ids[row] ?? ""}${missing.length > 1 ? `:${licence.name}` : ""}`,
      kind: "licence",
      title: licence.name,
      explanation:
        `The law asks for it before one may work as ${withArticle(plainNameOf(catalogue, row))} ` +
        `(${licence.source}), and your record does not show it. ${way}${elsewhere}`,
      size: 1,
      mustClose: standing.figuresAreLocal,
      unknown: !standing.figuresAreLocal,
      parts,
    };
  });
}

function educationGap({ catalogue, standing }: GapQuestion, row: number): Gap | undefined {
  const usual = usualEducationOf(catalogue, row);
  const counted = countedEducationOf(standing);
  if (hasWorkedIn(standing, row)) return undefined;
  if (educationTowards(catalogue, standing, row) >= usual.level) return undefined;
  const field = missingFieldOf(catalogue, standing, row);
  if (field !== undefined && usual.level >= FIRST_DEGREE) {
    return fieldGap({ catalogue, standing }, row, field);
  }
  const name = plainNameOf(catalogue, row);
  const have =
    standing.educationLevel === 0
      ? `Your record says nothing of schooling, so ${educationInWords(counted)} is assumed`
      : `Your record shows ${educationInWords(counted)}`;
  const below = incumbentsAtOrBelow(catalogue, row, counted);
  const byLaw = counted < usual.legalMinimum;
  const share = Number.isNaN(below)
    ? ""
    : below < 0.005
      ? "; hardly anyone who does the work has that or less"
      : `; about ${Math.round(below * 100)} in 100 who do the work have that or less`;
  const license = licencesOf(catalogue, row).length > 0;
  return {
    id: `education:${usual.level}`,
    kind: "education",
    title: capital(educationInWords(usual.level).replace(/^an? /, "")),
    explanation:
      `${capital(withArticle(name))} ${byLaw ? "must by law have" : "usually has"} at least ${educationInWords(usual.level)}. ` +
      `${have}${share}.${license && byLaw ? " The schooling for the licence closes this too." : ""}`,
    size: Number.isNaN(below) ? 0.5 : Math.max(0, Math.min(0.99, 1 - below)),
    mustClose: byLaw && standing.figuresAreLocal,
    unknown: standing.educationLevel === 0,
    parts: [
      {
        label: `Have ${EDUCATION_LEVELS[counted - 1] ?? "that"} or less`,
        value: Number.isNaN(below) ? 0 : below,
        unit: "share",
        source: sourceOf(catalogue),
      },
      ...(Number.isNaN(usual.shareAtOrBelow)
        ? []
        : [
            {
              label: `Have ${EDUCATION_LEVELS[usual.level - 1] ?? "the level asked for"} or less`,
              value: usual.shareAtOrBelow,
              unit: "share" as const,
              source: sourceOf(catalogue),
            },
          ]),
    ],
  };
}

/** Size of a degree that is there, in another field. *Assumption*: half of it counts. */
const FIELD_GAP = 0.5;

/** The degree is there, and in another field than the work asks for. */
function fieldGap(
  { catalogue, standing }: Pick<GapQuestion, "catalogue" | "standing">,
  row: number,
  field: StudyFamily,
): Gap {
  const { level } = usualEducationOf(catalogue, row);
  const degree = educationInWords(level);
  return {
    id: `education:${level}`,
    kind: "education",
    title: capital(`${degree.replace(/^an? /, "")} in ${field.inWords}`),
    explanation:
      `${capital(withArticle(plainNameOf(catalogue, row)))} usually has ${degree} in ${field.inWords}, ` +
      `and yours is in another field${standing.educationLabel === "" ? "" : ` (${standing.educationLabel})`}. ` +
      "About half of it usually counts towards one in this; some employers take another degree with the right courses, so asking is worth it.",
    size: FIELD_GAP,
    mustClose: false,
    unknown: false,
    parts: [
      {
        label: "Of a first degree that usually counts in another field",
        value: 1 - FIELD_GAP,
        unit: "share",
        source: "assumption",
      },
    ],
  };
}

function experienceGap({ catalogue, standing, goal }: GapQuestion, row: number): Gap | undefined {
  const prepared = prepareFor({
    catalogue,
    standing,
    row,
    hoursPerWeek: goal.limits.hoursPerWeek,
  });
  const { months: needed, isAssumed } = usualExperienceOf(catalogue, row);
  const missing = prepared?.preparation.experienceMonths ?? needed.likely;
  if (missing < 0.5) return undefined;
  const counting = [...standing.monthsByRow]
    .map(([held, months]) => ({
      held,
      months,
      credit: experienceCreditOf(catalogue, held, row),
    }))
    .filter((one) => one.credit > 0 && one.months * one.credit >= 0.5)
    .sort((a, b) => b.months * b.credit - a.months * a.credit || a.held - b.held);
  const shown = counting
    .slice(0, 3)
    .map(
      (one) =>
        `${monthsInWords(one.months)} as ${withArticle(plainNameOf(catalogue, one.held))}` +
        (one.credit < 0.995 ? ` (counted at ${Math.round(one.credit * 100)} %)` : ""),
    );
  return {
    id: `experience:${catalogue.ids[row] ?? ""}`,
    kind: "experience",
    title: `${capital(monthsInWords(missing))} of related experience`,
    explanation:
      `People usually come to it with ${monthsInWords(needed.low)} to ${monthsInWords(needed.high)} of related experience` +
      `, taken here as ${monthsInWords(needed.likely)}. ` +
      (shown.length > 0
        ? `Your record counts ${shown.join(", ")}.`
        : "Your record shows none that is closely related; unpaid work would count too."),
    size: Math.min(1, missing / needed.likely),
    mustClose: false,
    unknown: false,
    parts: [
      {
        label: "Usually asked for",
        value: needed.likely,
        unit: "months",
        source: isAssumed
          ? "assumption: what its job zone asks of those who lead the work, beyond schooling"
          : sourceOf(catalogue),
      },
      ...counting.map(
        (one): GapPart => ({
          label: `${capital(plainNameOf(catalogue, one.held))}, counted at ${Math.round(one.credit * 100)} %`,
          value: one.months * one.credit,
          unit: "months",
          source: "your record; the share is an assumption from how closely the two are related",
        }),
      ),
    ],
  };
}

function payGap({ catalogue, standing, goal }: GapQuestion, row: number): Gap | undefined {
  const floor = goal.limits.payFloor;
  if (floor === undefined || floor.currency !== catalogue.currency) return undefined;
  const median = catalogue.payMedian[row] ?? Number.NaN;
  const low = catalogue.payLow[row] ?? Number.NaN;
  if (!(median < floor.amount) && !(low < floor.amount)) return undefined;
  const words = (amount: number): string => moneyInWords({ ...floor, amount });
  const marked = standing.figuresAreLocal ? "" : ` These are figures for ${catalogue.place}.`;
  const short = median < floor.amount;
  return {
    id: `pay:${catalogue.ids[row] ?? ""}`,
    kind: "pay",
    title: short ? "Pay below what you need" : "Pay at the start",
    explanation: short
      ? `Half of those who do it earn under ${words(median)} a year; you need ${words(floor.amount)}.${marked}`
      : `Half earn over ${words(median)} a year, but one in ten under ${words(low)}, and beginners are often among ` +
        `them; you need ${words(floor.amount)}.${marked}`,
    size: Math.min(1, (floor.amount - (short ? median : low)) / floor.amount),
    mustClose: short && standing.figuresAreLocal,
    unknown: !short || !standing.figuresAreLocal,
    parts: [
      { label: "Median pay a year", value: median, unit: "money", source: sourceOf(catalogue) },
      {
        label: "Pay a year at the 10th percentile",
        value: low,
        unit: "money",
        source: sourceOf(catalogue),
      },
      { label: "What you need", value: floor.amount, unit: "money", source: "your own figure" },
    ].filter((part) => !Number.isNaN(part.value)) as GapPart[],
  };
}

/** What the record cannot show and the person can find out. */
function questionsOf(asked: GapQuestion, row: number): readonly Gap[] {
  const { catalogue, standing } = asked;
  const name = withArticle(plainNameOf(catalogue, row));
  const question = { size: QUESTION_SIZE, mustClose: false, unknown: true, parts: [] } as const;
  const gaps: Gap[] = [
    {
      ...question,
      id: "network",
      kind: "network",
      title: "Someone who does this already",
      explanation:
        `Whom do you know who works as ${name}, or with one? Many positions are found through people; ` +
        "half an hour with one of them tells you more than any table.",
    },
  ];
  const present = standing.presentRows[0];
  const isRelated =
    present !== undefined &&
    (experienceCreditOf(catalogue, present, row) > 0 ||
      (catalogue.related[row] ?? []).includes(present));
  const isDescribed = rungTowards(asked, row)?.headroom.isAssumed === false;
  if (standing.presentOrganisations.length > 0 && isRelated && !isDescribed) {
    gaps.push({
      ...question,
      id: "headroom",
      kind: "headroom",
      title: "Openings where you work",
      explanation:
        `How often does a position as ${name} open where you work now, and how many colleagues would want it? ` +
        `${oddsInWords(USUAL_HEADROOM.openingsAYear, USUAL_HEADROOM.othersWanting)}.`,
    });
  }
  return gaps;
}

function sourceOf(catalogue: Catalogue): string {
  return catalogue.release;
}
