// Generated records, goals and plans for the contract: any text that a person's file may hold, any field
// left out that may be left out.

import fc from "fast-check";
import { AGENDAS, CHECK_IN_KINDS, type CheckIn, DRIFT_ANSWERS } from "../domain/agenda/check-in.ts";
import { DIMENSIONS } from "../domain/assessment/dimension.ts";
import type { Sitting } from "../domain/assessment/sitting.ts";
import type { CalendarDate, PartialDate } from "../domain/calendar-date.ts";
import { HORIZONS, type HorizonWord } from "../domain/horizons/horizon.ts";
import type { Currency, Money, Pay } from "../domain/money.ts";
import {
  type CareerRecord,
  type Credential,
  type Education,
  FACT_STATES,
  type NamedSkill,
  POSITION_KINDS,
  type Position,
  type Provenance,
  type SelfRating,
} from "../domain/record/career-record.ts";
import type { CareerStatement } from "../domain/record/career-statement.ts";
import { DECIDERS, type Decision } from "../domain/record/decision.ts";
import { type Goal, REFUSAL_REASONS } from "../domain/record/goal.ts";
import { EFFECT_KINDS, type InterviewAnswer } from "../domain/record/interview-answer.ts";
import type { OrganisationLadder } from "../domain/record/organisation-ladder.ts";
import type { OwnAction } from "../domain/record/own-action.ts";
import { WEEKDAYS } from "../domain/record/sessions.ts";
import { ACTION_KINDS } from "../domain/schedule/action-kind.ts";
import type { Plan } from "../domain/schedule/plan.ts";
import { PROGRESS_KINDS, type ProgressEvent } from "../domain/schedule/progress.ts";

/** Words, emoji, other scripts, and code units that are no text at all. */
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc
    .array(
      fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0xd83d, 0xdc69, 0x301)),
      {
        maxLength: 12,
      },
    )
    .map((units) => String.fromCharCode(...units)),
);
const id = fc.uuid({ version: 7 });
const unread = fc.dictionary(text, fc.jsonValue(), { maxKeys: 3 });
const texts = fc.array(text, { maxLength: 3 });
const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as CalendarDate);
const partialDate = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([date, length]) => date.slice(0, length) as PartialDate);
const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const money: fc.Arbitrary<Money> = fc.record({
  amount,
  currency: fc.constantFrom("USD" as Currency, "EUR" as Currency),
});
const pay: fc.Arbitrary<Pay> = fc.record({
  amount,
  currency: fc.constant("GBP" as Currency),
  period: fc.constantFrom("year", "hour"),
});
const provenance: fc.Arbitrary<Provenance> = fc.record({
  source: fc.constantFrom("typed", "inferred", "imported from JSON Resume"),
  state: fc.constantFrom(...FACT_STATES),
});
const stretch = { start: partialDate, end: partialDate };

const position: fc.Arbitrary<Position> = optional(
  {
    id,
    kind: fc.constantFrom(...POSITION_KINDS),
    title: text,
    organisation: text,
    highlights: texts,
    provenance,
    unread,
  },
  {
    ...stretch,
    hoursPerWeek: amount,
    pay,
    location: text,
    summary: text,
    confirmedOccupation: text,
  },
);
const education: fc.Arbitrary<Education> = optional(
  { id, institution: text, studyType: text, area: text, courses: texts, provenance, unread },
  stretch,
);
const credential: fc.Arbitrary<Credential> = optional(
  { id, name: text, issuer: text, provenance, unread },
  { date: partialDate, expires: partialDate },
);
const namedSkill: fc.Arbitrary<NamedSkill> = fc.record({
  id,
  name: text,
  level: text,
  keywords: texts,
  provenance,
  unread,
});

const selfRating: fc.Arbitrary<SelfRating> = fc.record({
  elementId: text,
  level: amount,
  date: partialDate,
});

const ladder: fc.Arbitrary<OrganisationLadder> = fc.record({
  id,
  organisation: text,
  rungs: fc.array(
    optional(
      { title: text },
      {
        occupationId: text,
        annualPay: money,
        usualMonthsBefore: amount,
        openingsAYear: amount,
        othersWanting: amount,
        note: text,
      },
    ),
    { maxLength: 3 },
  ),
});

const interviewAnswer: fc.Arbitrary<InterviewAnswer> = optional(
  {
    id,
    questionId: text,
    questionVersion: fc.integer({ min: 1, max: 9 }),
    date: day,
    choice: text,
    effects: fc.array(optional({ kind: fc.constantFrom(...EFFECT_KINDS), text }, { gapId: text }), {
      maxLength: 2,
    }),
  },
  {
    words: text,
    numbers: fc.dictionary(text, amount, { maxKeys: 2 }),
    when: partialDate,
    positionId: text,
    goalOccupation: text,
  },
);

const dimension = fc.constantFrom(...DIMENSIONS);
const sitting: fc.Arbitrary<Sitting> = optional(
  {
    id,
    started: day,
    answers: fc.array(fc.record({ itemId: text, itemVersion: amount, value: amount }), {
      maxLength: 3,
    }),
    wants: fc.array(fc.record({ dimension, value: amount }), { maxLength: 2 }),
    reflections: fc.array(fc.record({ dimension, text }), { maxLength: 2 }),
  },
  { finished: day },
);
const decision: fc.Arbitrary<Decision> = fc.record({
  id,
  what: text,
  date: partialDate,
  alternatives: texts,
  why: text,
  decidedBy: fc.constantFrom(...DECIDERS),
  who: text,
  touches: texts,
  outcomes: fc.array(fc.record({ date: partialDate, text }), { maxLength: 3 }),
});
const horizonWord: fc.Arbitrary<HorizonWord> = fc.record({
  subject: text,
  horizons: fc.subarray([...HORIZONS], { minLength: 1 }),
});
const statement: fc.Arbitrary<CareerStatement> = fc.record({ id, text, date: day });

const checkIn: fc.Arbitrary<CheckIn> = optional(
  {
    id,
    kind: fc.constantFrom(...CHECK_IN_KINDS),
    date: day,
    lines: fc.array(
      optional(
        { what: text },
        {
          hours: amount,
          agenda: fc.constantFrom(...AGENDAS),
          energy: amount,
          positionId: text,
          action: fc.record({ id: text, towards: text, title: text }),
          elementIds: texts,
        },
      ),
      { maxLength: 3 },
    ),
  },
  {
    wins: text,
    whoHelped: text,
    whatChanged: text,
    onPlan: text,
    onGoal: text,
    keep: text,
    stop: text,
    driftAnswer: fc.constantFrom(...DRIFT_ANSWERS),
  },
);

export const anyRecord: fc.Arbitrary<CareerRecord> = optional(
  {
    label: text,
    positions: listOf(position),
    educations: listOf(education),
    credentials: listOf(credential),
    skills: listOf(namedSkill),
    selfRatings: fc.array(selfRating, { maxLength: 4 }),
    ladders: listOf(ladder),
    interviewAnswers: listOf(interviewAnswer),
    sittings: listOf(sitting),
    checkIns: listOf(checkIn),
    decisions: listOf(decision),
    horizonWords: fc.array(horizonWord, { maxLength: 4 }),
    statements: listOf(statement),
    unread,
  },
  { country: fc.constantFrom("US", "DE") },
);

const threePoint = fc.record({ low: amount, likely: amount, high: amount });
const ownAction: fc.Arbitrary<OwnAction> = optional(
  { id: text },
  {
    kind: fc.constantFrom(...ACTION_KINDS),
    title: text,
    doneWhen: text,
    whoHelps: text,
    questions: texts,
    hours: threePoint,
    money: threePoint,
    minimumMonths: amount,
    waitWeeks: threePoint,
    terms: texts,
    elsewhere: text,
    sessions: fc.record({
      each: fc.array(fc.record({ day: fc.constantFrom(...WEEKDAYS), from: text, to: text }), {
        maxLength: 2,
      }),
      weeks: amount,
    }),
    after: texts,
    reimbursement: optional(
      { share: amount, afterMonths: amount, stayMonths: amount },
      { most: amount },
    ),
  },
);

export const anyGoal: fc.Arbitrary<Goal> = optional(
  {
    id,
    title: text,
    occupationId: text,
    why: text,
    limits: optional(
      { hoursPerWeek: amount, notThese: texts },
      {
        weeks: fc.array(
          fc.record({ from: partialDate, to: partialDate, hoursPerWeek: amount, why: text }),
          { maxLength: 2 },
        ),
        budget: money,
        payFloor: money,
        refusals: fc.array(
          fc.record({ subject: text, reason: fc.constantFrom(...REFUSAL_REASONS) }),
          {
            maxLength: 2,
          },
        ),
        savings: money,
        savingsFloor: money,
        savedPerMonth: money,
      },
    ),
  },
  {
    by: partialDate,
    choice: optional({ backupIds: texts, pinnedIds: texts }, { routeId: text }),
    ownActions: fc.array(ownAction, { maxLength: 2 }),
    hazards: fc.dictionary(text, amount, { maxKeys: 2 }),
  },
);

export const anyProgress: fc.Arbitrary<readonly ProgressEvent[]> = fc.uniqueArray(
  optional(
    {
      id,
      towards: text,
      actionId: text,
      kind: fc.constantFrom(...PROGRESS_KINDS),
      date: day,
    },
    { hours: amount, until: day, why: text, undoes: texts },
  ),
  { selector: (one) => one.id, maxLength: 4 },
);

/** A plan as far as storing is concerned: its head, and lists with anything in them. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({ id, madeOn: day, headline: text, goal: anyGoal, goalOccupation: text, body: unread })
  .map(({ body, ...head }) => ({
    ...head,
    currency: "USD" as Currency,
    positions: [],
    gaps: [],
    routes: [],
    chosenRouteId: undefined,
    actions: [],
    milestones: [],
    backups: [],
    reach: undefined,
    chanceByDate: undefined,
    feasible: true,
    infeasibility: undefined,
    totals: { hours: 0, money: 0 },
    notices: [{ code: "title/unsure", text: JSON.stringify(body) }],
  }));

/** Records with every field of the first, and any of the second. */
function optional<Must extends object, May extends object>(
  must: { [Field in keyof Must]: fc.Arbitrary<Must[Field]> },
  may: { [Field in keyof May]: fc.Arbitrary<May[Field]> },
): fc.Arbitrary<Must & Partial<May>> {
  const optionalFields = fc.record(may, { requiredKeys: [] });
  return fc
    .tuple(fc.record(must), optionalFields)
    .map(([one, other]) => ({ ...one, ...other }) as Must & Partial<May>); // no field is in both
}

function listOf<Item extends { readonly id: string }>(
  item: fc.Arbitrary<Item>,
): fc.Arbitrary<readonly Item[]> {
  return fc.uniqueArray(item, { selector: (one) => one.id, maxLength: 4 });
}
