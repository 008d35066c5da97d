// The shapes of the record and of a goal as the faces see them, checked against the domain's types.

import { z } from "zod";
import {
  AGENDAS,
  CHECK_IN_KINDS,
  type CheckIn,
  DRIFT_ANSWERS,
} from "../../domain/agenda/check-in.ts";
import { DIMENSIONS } from "../../domain/assessment/dimension.ts";
import { HORIZONS, type HorizonWord } from "../../domain/horizons/horizon.ts";
import { PAY_PERIODS } from "../../domain/money.ts";
import type { CareerRecord, Position } from "../../domain/record/career-record.ts";
import { FACT_STATES, POSITION_KINDS } from "../../domain/record/career-record.ts";
import type { CareerStatement } from "../../domain/record/career-statement.ts";
import { DECIDERS, type Decision } from "../../domain/record/decision.ts";
import { type Goal, REFUSAL_REASONS } from "../../domain/record/goal.ts";
import { EFFECT_KINDS, type InterviewAnswer } from "../../domain/record/interview-answer.ts";
import type { OrganisationLadder } from "../../domain/record/organisation-ladder.ts";
import type { OwnAction } from "../../domain/record/own-action.ts";
import { WEEKDAYS } from "../../domain/record/sessions.ts";
import { ACTION_KINDS } from "../../domain/schedule/action-kind.ts";
import { describes } from "../wire.ts";

export const moneySchema = z.object({ amount: z.number(), currency: z.string() });
export const paySchema = moneySchema.extend({ period: z.enum(PAY_PERIODS) });
export const threePointSchema = z.object({ low: z.number(), likely: z.number(), high: z.number() });

const provenance = z.object({
  source: z.union([
    z.enum(["typed", "inferred"]),
    z.templateLiteral(["imported from ", z.string()]),
  ]),
  state: z.enum(FACT_STATES),
});
const unread = z.record(z.string(), z.unknown());

const position = z.object({
  id: z.string(),
  kind: z.enum(POSITION_KINDS),
  title: z.string(),
  organisation: z.string(),
  start: z.string().optional(),
  end: z.string().optional(),
  hoursPerWeek: z.number().optional(),
  pay: paySchema.optional(),
  location: z.string().optional(),
  summary: z.string().optional(),
  highlights: z.array(z.string()),
  confirmedOccupation: z.string().optional(),
  provenance,
  unread,
});
export const positionSchema: z.ZodType<Position> = describes<Position>()(position);

const rungShape = z.object({
  title: z.string(),
  occupationId: z.string().optional(),
  annualPay: moneySchema.optional(),
  usualMonthsBefore: z.number().optional(),
  openingsAYear: z.number().optional(),
  othersWanting: z.number().optional(),
  note: z.string().optional(),
});
const ladder = z.object({ id: z.string(), organisation: z.string(), rungs: z.array(rungShape) });
export const ladderSchema: z.ZodType<OrganisationLadder> = describes<OrganisationLadder>()(ladder);

const interviewAnswer = z.object({
  id: z.string(),
  questionId: z.string(),
  questionVersion: z.number(),
  date: z.string(),
  choice: z.string(),
  words: z.string().optional(),
  numbers: z.record(z.string(), z.number()).optional(),
  when: z.string().optional(),
  positionId: z.string().optional(),
  goalOccupation: z.string().optional(),
  effects: z.array(
    z.object({ kind: z.enum(EFFECT_KINDS), gapId: z.string().optional(), text: z.string() }),
  ),
});
export const interviewAnswerSchema: z.ZodType<InterviewAnswer> =
  describes<InterviewAnswer>()(interviewAnswer);

const sitting = z.object({
  id: z.string(),
  started: z.string(),
  finished: z.string().optional(),
  answers: z.array(z.object({ itemId: z.string(), itemVersion: z.number(), value: z.number() })),
  wants: z.array(z.object({ dimension: z.enum(DIMENSIONS), value: z.number() })),
  reflections: z.array(z.object({ dimension: z.enum(DIMENSIONS), text: z.string() })),
});
const decision = z.object({
  id: z.string(),
  what: z.string(),
  date: z.string(),
  alternatives: z.array(z.string()),
  why: z.string(),
  decidedBy: z.enum(DECIDERS),
  who: z.string(),
  touches: z.array(z.string()),
  outcomes: z.array(z.object({ date: z.string(), text: z.string() })),
});
export const decisionSchema: z.ZodType<Decision> = describes<Decision>()(decision);

const horizonWord = z.object({ subject: z.string(), horizons: z.array(z.enum(HORIZONS)) });
export const horizonWordSchema: z.ZodType<HorizonWord> = describes<HorizonWord>()(horizonWord);

const statement = z.object({ id: z.string(), text: z.string(), date: z.string() });
export const statementSchema: z.ZodType<CareerStatement> = describes<CareerStatement>()(statement);

const checkIn = z.object({
  id: z.string(),
  kind: z.enum(CHECK_IN_KINDS),
  date: z.string(),
  lines: z.array(
    z.object({
      what: z.string(),
      hours: z.number().optional(),
      agenda: z.enum(AGENDAS).optional(),
      energy: z.number().optional(),
      positionId: z.string().optional(),
      action: z.object({ id: z.string(), towards: z.string(), title: z.string() }).optional(),
      elementIds: z.array(z.string()).optional(),
    }),
  ),
  wins: z.string().optional(),
  whoHelped: z.string().optional(),
  whatChanged: z.string().optional(),
  onPlan: z.string().optional(),
  onGoal: z.string().optional(),
  keep: z.string().optional(),
  stop: z.string().optional(),
  driftAnswer: z.enum(DRIFT_ANSWERS).optional(),
});
export const checkInSchema: z.ZodType<CheckIn> = describes<CheckIn>()(checkIn);

export const careerRecordSchema: z.ZodType<CareerRecord> = describes<CareerRecord>()(
  z.object({
    label: z.string(),
    country: z.string().optional(),
    positions: z.array(position),
    educations: z.array(
      z.object({
        id: z.string(),
        institution: z.string(),
        studyType: z.string(),
        area: z.string(),
        start: z.string().optional(),
        end: z.string().optional(),
        courses: z.array(z.string()),
        provenance,
        unread,
      }),
    ),
    credentials: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        issuer: z.string(),
        date: z.string().optional(),
        expires: z.string().optional(),
        provenance,
        unread,
      }),
    ),
    skills: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        level: z.string(),
        keywords: z.array(z.string()),
        provenance,
        unread,
      }),
    ),
    selfRatings: z.array(z.object({ elementId: z.string(), level: z.number(), date: z.string() })),
    ladders: z.array(ladder),
    interviewAnswers: z.array(interviewAnswer),
    sittings: z.array(sitting),
    checkIns: z.array(checkIn),
    decisions: z.array(decision),
    horizonWords: z.array(horizonWord),
    statements: z.array(statement),
    unread,
  }),
);

export const reimbursementSchema = z.object({
  share: z.number(),
  most: z.number().optional(),
  afterMonths: z.number(),
  stayMonths: z.number(),
});
export const sessionsSchema = z.object({
  each: z.array(z.object({ day: z.enum(WEEKDAYS), from: z.string(), to: z.string() })),
  weeks: z.number(),
});
const ownAction = z.object({
  id: z.string(),
  kind: z.enum(ACTION_KINDS).optional(),
  title: z.string().optional(),
  doneWhen: z.string().optional(),
  whoHelps: z.string().optional(),
  questions: z.array(z.string()).optional(),
  hours: threePointSchema.optional(),
  money: threePointSchema.optional(),
  minimumMonths: z.number().optional(),
  waitWeeks: threePointSchema.optional(),
  terms: z.array(z.string()).optional(),
  elsewhere: z.string().optional(),
  sessions: sessionsSchema.optional(),
  after: z.array(z.string()).optional(),
  reimbursement: reimbursementSchema.optional(),
});
export const ownActionSchema: z.ZodType<OwnAction> = describes<OwnAction>()(ownAction);

export const goalShape = z.object({
  id: z.string(),
  title: z.string(),
  occupationId: z.string(),
  why: z.string(),
  by: z.string().optional(),
  limits: z.object({
    hoursPerWeek: z.number(),
    weeks: z
      .array(
        z.object({
          from: z.string(),
          to: z.string(),
          hoursPerWeek: z.number(),
          why: z.string(),
        }),
      )
      .optional(),
    budget: moneySchema.optional(),
    payFloor: moneySchema.optional(),
    notThese: z.array(z.string()),
    refusals: z
      .array(z.object({ subject: z.string(), reason: z.enum(REFUSAL_REASONS) }))
      .optional(),
    savings: moneySchema.optional(),
    savingsFloor: moneySchema.optional(),
    savedPerMonth: moneySchema.optional(),
  }),
  choice: z
    .object({
      routeId: z.string().optional(),
      backupIds: z.array(z.string()),
      pinnedIds: z.array(z.string()),
    })
    .optional(),
  ownActions: z.array(ownAction).optional(),
  hazards: z.record(z.string(), z.number()).optional(),
});
export const goalSchema: z.ZodType<Goal> = describes<Goal>()(goalShape);
