// The shape of a plan and of its parts as the faces see them, checked against the domain's types.

import { z } from "zod";
import { GAP_KINDS, type Gap } from "../../domain/gaps/gap.ts";
import { type ImpossibleGoal, LIMIT_KINDS } from "../../domain/routes/impossible-goal.ts";
import {
  BACKUP_DAY_MEANINGS,
  type Backup,
  ROUTE_STRENGTHS,
  type Route,
  STAGE_KINDS,
} from "../../domain/routes/route.ts";
import { WISH_KINDS, type WishAnswer } from "../../domain/routes/wish.ts";
import { ACTION_KINDS } from "../../domain/schedule/action-kind.ts";
import { BEGIN_BOUNDS, END_BOUNDS } from "../../domain/schedule/bounds.ts";
import { MOVE_CAUSES, type Plan, type PositionMatch } from "../../domain/schedule/plan.ts";
import type { TitleMatch } from "../../domain/titles/title-match.ts";
import {
  goalShape,
  reimbursementSchema,
  sessionsSchema,
  threePointSchema,
} from "../record/record-schema.ts";
import { describes } from "../wire.ts";

const titleMatch = z.object({
  title: z.string(),
  state: z.enum(["confirmed", "sure", "unsure", "none", "declined"]),
  candidates: z.array(
    z.object({
      occupationId: z.string(),
      occupation: z.string(),
      label: z.string(),
      score: z.number(),
      confidence: z.number(),
    }),
  ),
});
export const titleMatchSchema: z.ZodType<TitleMatch> = describes<TitleMatch>()(titleMatch);

const positionMatch = z.object({
  positionId: z.string(),
  title: z.string(),
  organisation: z.string(),
  paid: z.boolean(),
  present: z.boolean(),
  match: titleMatch,
  formerWord: z.string().optional(),
});
export const positionMatchSchema: z.ZodType<PositionMatch> =
  describes<PositionMatch>()(positionMatch);

const gap = z.object({
  id: z.string(),
  kind: z.enum(GAP_KINDS),
  title: z.string(),
  explanation: z.string(),
  size: z.number(),
  mustClose: z.boolean(),
  unknown: z.boolean(),
  parts: z.array(
    z.object({
      label: z.string(),
      value: z.number(),
      unit: z.enum(["level", "share", "months", "hours", "money", "count"]),
      source: z.string(),
    }),
  ),
  toDo: z
    .object({
      kind: z.enum(ACTION_KINDS),
      title: z.string(),
      doneWhen: z.string(),
      whoHelps: z.string(),
      questions: z.array(z.string()).optional(),
      hours: threePointSchema,
    })
    .optional(),
});
export const gapSchema: z.ZodType<Gap> = describes<Gap>()(gap);

const cause = z.object({
  id: z.string(),
  label: z.string(),
  chance: z.number(),
  source: z.string(),
});

const route = z.object({
  id: z.string(),
  name: z.string(),
  goalId: z.string(),
  stages: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(STAGE_KINDS),
      title: z.string(),
      occupationId: z.string(),
      credentialIds: z.array(z.string()),
      shortfalls: z.array(
        z.object({
          elementId: z.string(),
          element: z.string(),
          needed: z.number(),
          believed: z.number(),
          shortfall: z.number(),
          weight: z.number(),
        }),
      ),
      months: threePointSchema,
      hours: threePointSchema,
      money: threePointSchema,
      chance: z.number(),
      causes: z.array(cause),
      explanation: z.array(z.string()),
    }),
  ),
  strengths: z.array(z.enum(ROUTE_STRENGTHS)),
  months: threePointSchema,
  hours: threePointSchema,
  money: threePointSchema,
  chance: z.number(),
  payForgone: z.number().optional(),
  payChange: z.number().optional(),
  causes: z.array(cause),
  withinLimits: z.boolean().meta({
    description: "Within hours, pay, money and what was ruled out; the date is told beside it",
  }),
  breaks: z.array(z.string()),
  balance: z.string().optional(),
  isTry: z.literal(true).optional(),
  why: z.string(),
});
export const routeSchema: z.ZodType<Route> = describes<Route>()(route);

const backup = z.object({
  id: z.string(),
  kind: z.enum(["same goal", "nearest other goal"]),
  route,
  standsWhen: z.array(cause),
  worth: z.number(),
  commonStages: z.array(z.string()).optional(),
  why: z.string().optional(),
  switchBy: z.string().optional(),
  tripwire: z.string(),
  dayMeans: z.enum(BACKUP_DAY_MEANINGS).optional(),
  dated: z
    .object({
      lastDay: z.string().optional(),
      condition: z.string().optional(),
      behind: z.object({ actionId: z.string(), share: z.number() }).optional(),
      after: z.string(),
    })
    .optional(),
});
export const backupSchema: z.ZodType<Backup> = describes<Backup>()(backup);

const rate = z.object({ low: z.number(), likely: z.number(), high: z.number() });

const actionShape = {
  id: z.string(),
  kind: z.enum(ACTION_KINDS),
  title: z.string(),
  doneWhen: z.string(),
  stageId: z.string(),
  closesGapIds: z.array(z.string()),
  hours: threePointSchema,
  money: threePointSchema,
  minimumMonths: z.number(),
  waitWeeks: threePointSchema,
  landingRate: rate.optional(),
  passRate: z.number().optional(),
  after: z.array(z.string()),
  daytime: z.boolean(),
  source: z.string(),
  whoHelps: z.string().optional(),
  questions: z.array(z.string()).optional(),
  reimbursement: reimbursementSchema.optional(),
  terms: z.array(z.string()).optional(),
  elsewhere: z.string().optional(),
  sessions: sessionsSchema.optional(),
  isOwn: z.boolean().optional(),
};

const scheduledAction = z.object({
  ...actionShape,
  start: z.string(),
  end: z.string(),
  endP50: z.string(),
  endP80: z.string(),
  endP95: z.string().optional(),
  critical: z.boolean(),
  slackDays: z.number(),
  bounds: z
    .object({
      begins: z.object({
        kind: z.enum(BEGIN_BOUNDS),
        actionIds: z.array(z.string()),
        waitDays: z.number(),
      }),
      ends: z.object({ kind: z.enum(END_BOUNDS), actionIds: z.array(z.string()) }),
      sentence: z.string(),
    })
    .optional()
    .meta({ description: "What its dates hang on" }),
  criticality: z.number().optional(),
  rankCorrelation: z.number().optional(),
});

const relaxation = z.object({
  limit: z.enum(LIMIT_KINDS),
  subject: z.string().optional(),
  helps: z.boolean(),
  amount: z.number().optional(),
  date: z.string().optional(),
  text: z.string(),
});

const impossible = z.object({
  text: z.string(),
  relaxations: z.array(relaxation),
  together: z.array(z.enum(LIMIT_KINDS)),
  nearerGoals: z.array(
    z.object({
      occupationId: z.string(),
      occupation: z.string(),
      everydayName: z.string(),
      date: z.string(),
      countsTowardsGoal: z.number(),
      text: z.string(),
    }),
  ),
});
export const impossibleSchema: z.ZodType<ImpossibleGoal> = describes<ImpossibleGoal>()(impossible);

const wish = z.object({
  wish: z.enum(WISH_KINDS),
  asked: z.number().optional(),
  met: z.boolean(),
  best: z.number(),
  routeId: z.string(),
  routeName: z.string(),
  parts: z.array(z.object({ title: z.string(), amount: z.number() })),
  text: z.string(),
  changes: z.array(z.object({ limit: z.enum(LIMIT_KINDS), best: z.number(), text: z.string() })),
});
export const wishSchema: z.ZodType<WishAnswer> = describes<WishAnswer>()(wish);

const learnedPace = z.object({
  actions: z.number(),
  observed: z.number(),
  mean: z.number(),
  low: z.number(),
  high: z.number(),
});

const movedAction = z.object({
  actionId: z.string(),
  title: z.string(),
  from: z.string(),
  to: z.string(),
  cause: z.enum(MOVE_CAUSES),
  why: z.string(),
});

const settledAction = z.object({
  actionId: z.string(),
  title: z.string(),
  outcome: z.enum(["done", "dropped"]),
  on: z.string(),
  why: z.string(),
  neededFor: z.array(z.string()),
});

const replanned = z.object({
  fromId: z.string(),
  sentence: z.string(),
  moved: z.array(movedAction),
  settled: z.array(settledAction),
  pace: learnedPace,
  reckoned: z.array(z.object(actionShape)),
});

export const planSchema: z.ZodType<Plan> = describes<Plan>()(
  z.object({
    id: z.string(),
    madeOn: z.string(),
    headline: z.string(),
    goal: goalShape,
    statement: z.string().optional().meta({ description: "Your career statement" }),
    goalOccupation: z.string(),
    currency: z.string(),
    figures: z
      .object({ release: z.string(), attribution: z.array(z.string()) })
      .optional()
      .meta({ description: "The catalogue it was reckoned with, and the attribution it asks for" }),
    positions: z.array(positionMatch),
    gaps: z.array(gap),
    routes: z.array(route),
    chosenRouteId: z.string().optional(),
    actions: z.array(scheduledAction),
    milestones: z.array(
      z.object({
        id: z.string(),
        month: z.string(),
        date: z.string(),
        title: z.string(),
        actionIds: z.array(z.string()),
        hours: z.number(),
        money: z.number(),
        mark: z.object({ actionId: z.string(), share: z.number() }).optional(),
        odds: z.object({ p50: z.string(), p80: z.string(), p95: z.string() }).optional(),
      }),
    ),
    backups: z.array(backup),
    payments: z
      .array(
        z.object({
          actionId: z.string(),
          title: z.string(),
          amount: z.number(),
          from: z.string(),
          to: z.string(),
          back: z.number(),
          backOn: z.string().optional(),
          stayUntil: z.string().optional(),
        }),
      )
      .optional(),
    reach: z
      .object({
        planned: z.string(),
        p50: z.string(),
        p80: z.string(),
        p95: z.string(),
        monthsLow: z.number(),
        monthsLikely: z.number(),
        monthsHigh: z.number(),
      })
      .optional(),
    chanceByDate: z.number().optional(),
    feasible: z.boolean(),
    infeasibility: z
      .object({
        binds: z.enum(["hours", "money", "pay", "date", "calendar"]),
        explanation: z.string(),
        earliest: z.string().optional(),
        hoursPerWeek: z.number().optional(),
        budget: z.number().optional(),
        payFloor: z.number().optional(),
        relaxations: z.array(relaxation).optional(),
        leftOut: z
          .array(
            z.object({
              actionId: z.string(),
              title: z.string(),
              p50: z.string(),
            }),
          )
          .optional(),
        leftOutText: z.string().optional(),
        together: z.array(z.enum(LIMIT_KINDS)).optional(),
        nearerGoals: z.array(
          z.object({
            occupationId: z.string(),
            occupation: z.string(),
            everydayName: z.string(),
            date: z.string(),
            months: z.number(),
            countsTowardsGoal: z.number(),
            explanation: z.string(),
          }),
        ),
      })
      .optional(),
    totals: z.object({ hours: z.number(), money: z.number() }),
    placement: z
      .object({
        order: z.array(z.string()),
        hoursPerWeek: z.number(),
        isEarliest: z.boolean().optional(),
        rule: z.enum(["exact", "serial"]).optional().meta({
          description:
            "exact: no schedule ends earlier; serial: the best found, a better one may exist",
        }),
      })
      .optional(),
    drivers: z
      .array(
        z.object({
          actionId: z.string(),
          title: z.string(),
          criticality: z.number(),
          rankCorrelation: z.number(),
          sentence: z.string(),
        }),
      )
      .optional(),
    savings: z.array(z.object({ month: z.string(), left: z.number() })).optional(),
    replanned: replanned.optional(),
    notices: z.array(
      z.object({
        code: z.enum([
          "title/unsure",
          "title/none",
          "title/gone",
          "record/empty",
          "record/no-dates",
          "record/no-schooling",
          "figures/borrowed",
          "licence/unknown",
          "calendar/daytime",
          "calendar/classes",
          "savings/short",
          "choice/route-gone",
          "choice/backup-left-out",
          "goal/held",
          "hazards/own",
          "backup/none",
          "backup/shared",
        ]),
        text: z.string(),
      }),
    ),
  }),
);
