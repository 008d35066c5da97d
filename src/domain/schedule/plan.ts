// A plan: a route's actions with dates, month by month, and what to do when it does not fit. The shape
// only; make-actions.ts, schedule-actions.ts and make-plan.ts compute it.

import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import type { Gap } from "../gaps/gap.ts";
import type { Currency, ThreePoint } from "../money.ts";
import type { Goal } from "../record/goal.ts";
import type { Reimbursement } from "../record/own-action.ts";
import type { Sessions } from "../record/sessions.ts";
import type { LimitKind, Relaxation } from "../routes/impossible-goal.ts";
import type { Backup, Route } from "../routes/route.ts";
import type { TitleMatch } from "../titles/title-match.ts";
import type { ActionKind } from "./action-kind.ts";
import type { Bounds } from "./bounds.ts";

/** Something to do. Before scheduling. */
export interface Action {
  readonly id: string;
  readonly kind: ActionKind;
  readonly title: string;
  /** How one sees that it is done. */
  readonly doneWhen: string;
  readonly stageId: string;
  readonly closesGapIds: readonly string[];
  /** The person's own hours. */
  readonly hours: ThreePoint;
  readonly money: ThreePoint;
  /** Calendar months it takes at least, however many hours a week are given. */
  readonly minimumMonths: number;
  /** Weeks that must pass after it before what comes after may start. */
  readonly waitWeeks: ThreePoint;
  /** Monthly rate at which a search succeeds; undefined for what simply takes its hours. */
  readonly landingRate?: { readonly low: number; readonly likely: number; readonly high: number };
  /** Share of attempts that pass; undefined when there is nothing to fail. */
  readonly passRate?: number;
  readonly after: readonly string[];
  readonly daytime: boolean;
  readonly source: string;
  /** "your manager"; not in plans kept before. */
  readonly whoHelps?: string | undefined;
  /** What to ask, in a talk. */
  readonly questions?: readonly string[] | undefined;
  /** What the employer pays back of the money; undefined until the person knows. */
  readonly reimbursement?: Reimbursement | undefined;
  /** Days of each year on which alone it can begin, "09-01", in order; undefined for any day. */
  readonly terms?: readonly string[] | undefined;
  /** Of a search: the place of the position, where it takes a move of house. */
  readonly elsewhere?: string | undefined;
  /**
   * Classes at fixed hours of the week, from the day it begins on (one of its terms, where it has any), for
   * so many weeks. They are part of its hours, which are never fewer, and its months are never fewer than
   * their weeks. What a schedule must do: (1) each class takes its hours on its own day, in every one of the
   * weeks, and cannot be put elsewhere or split; (2) it begins where none of its classes meets a class of
   * another step at the same hours, and, where there is such a day, where each of its weeks has room for its
   * classes within the person's hours of that week; (3) the hours beyond the classes are splittable work, from
   * the first day on; (4) it ends with its last class, or later. datedSessions() gives the days.
   */
  readonly sessions?: Sessions | undefined;
  /** The person added it, or changed what Throughline says of it. */
  readonly isOwn?: boolean | undefined;
}

export interface ScheduledAction extends Action {
  readonly start: CalendarDate;
  /** Last day of work on it. */
  readonly end: CalendarDate;
  /** Ends on 50 and 80 of 100 simulated runs by these days. */
  readonly endP50: CalendarDate;
  readonly endP80: CalendarDate;
  /** On 95 of 100; not in plans kept before. */
  readonly endP95?: CalendarDate | undefined;
  /** True when a day's slip moves the goal's date. */
  readonly critical: boolean;
  readonly slackDays: number;
  /** What its dates hang on; not in plans kept before. */
  readonly bounds?: Bounds | undefined;
  /** Share of the simulated runs in which a delay of it would have moved the goal; not in plans kept before. */
  readonly criticality?: number | undefined;
  /** Rank correlation of its own time with the time to the goal; not in plans kept before. */
  readonly rankCorrelation?: number | undefined;
}

/** A dated, checkable result. Every month of a plan has at least one. */
export interface Milestone {
  readonly id: string;
  readonly month: PartialDate;
  readonly date: CalendarDate;
  /** "Finish 35 of 280 hours of anatomy and physiology". */
  readonly title: string;
  readonly actionIds: readonly string[];
  readonly hours: number;
  readonly money: number;
  /** How much of which action is done by then, of what was left of it on the plan's first day. */
  readonly mark?: { readonly actionId: string; readonly share: number } | undefined;
  /** It is passed on 50, 80 and 95 of 100 simulated runs by these days; undefined where nothing is uncertain. */
  readonly odds?:
    | { readonly p50: CalendarDate; readonly p80: CalendarDate; readonly p95: CalendarDate }
    | undefined;
}

/** An action that drives the date of the goal. */
export interface DateDriver {
  readonly actionId: string;
  readonly title: string;
  /** Share of the simulated runs in which a delay of it would have moved the goal. */
  readonly criticality: number;
  /** Rank correlation of its own time with the time to the goal. */
  readonly rankCorrelation: number;
  readonly sentence: string;
}

/** What is left of the savings at the end of a month, in the plan's currency. */
export interface SavingsMonth {
  readonly month: PartialDate;
  readonly left: number;
}

/** What the person pays for one step, and what the employer pays back of it. In the plan's currency. */
export interface Payment {
  readonly actionId: string;
  readonly title: string;
  readonly amount: number;
  /** First and last month in which it is paid. */
  readonly from: PartialDate;
  readonly to: PartialDate;
  /** 0 when nothing comes back, as far as is known. */
  readonly back: number;
  readonly backOn?: CalendarDate | undefined;
  /** Who leaves before this day pays it back. */
  readonly stayUntil?: CalendarDate | undefined;
}

/** Why the goal cannot be reached by its date, and what each single change would make of it. */
export interface Infeasibility {
  readonly binds: "hours" | "money" | "pay" | "date" | "calendar";
  readonly explanation: string;
  /** The day it is reached with everything else as it is (P80); undefined when a later date does not help. */
  readonly earliest: CalendarDate | undefined;
  /** Hours a week that would do by the date; undefined when no number of hours does. */
  readonly hoursPerWeek: number | undefined;
  readonly budget: number | undefined;
  /** The highest pay floor, a year, that would do; undefined when pay is not what binds. */
  readonly payFloor?: number | undefined;
  /** What each limit alone would have to be, those that help first; not in plans kept before. */
  readonly relaxations?: readonly Relaxation[] | undefined;
  /** Actions each of which, left out alone, would bring the goal in time; not in plans kept before. */
  readonly leftOut?: readonly LeftOut[] | undefined;
  /** The same in one sentence, also where none would. */
  readonly leftOutText?: string | undefined;
  /** Where none helps alone, what does together; else empty; not in plans kept before. */
  readonly together?: readonly LimitKind[] | undefined;
  /** Nearer goals on the way that fit: route, its date, and its own plan's hours. */
  readonly nearerGoals: readonly NearerGoal[];
}

/** What leaving out one action would do. */
export interface LeftOut {
  readonly actionId: string;
  readonly title: string;
  /** As likely as not by this day without it. */
  readonly p50: CalendarDate;
}

export interface NearerGoal {
  readonly occupationId: string;
  /** The catalogue's title, "Nursing Assistants". */
  readonly occupation: string;
  /** What people call it, "Nursing assistant". */
  readonly everydayName: string;
  readonly date: CalendarDate;
  readonly months: number;
  /** Share of its work that also counts towards the goal, 0–1. */
  readonly countsTowardsGoal: number;
  readonly explanation: string;
}

/** One position of the record and what it is taken for. */
export interface PositionMatch {
  readonly positionId: string;
  readonly title: string;
  readonly organisation: string;
  readonly paid: boolean;
  readonly present: boolean;
  readonly match: TitleMatch;
  /** The occupation that the person had chosen, where no catalogue has it any more: the match is then the title's. */
  readonly formerWord?: string;
}

/** Something the reader should know about the figures, with a stable code. */
export interface Notice {
  readonly code:
    | "title/unsure"
    | "title/none"
    | "title/gone"
    | "record/empty"
    | "record/no-dates"
    | "record/no-schooling"
    | "figures/borrowed"
    | "licence/unknown"
    | "calendar/daytime"
    | "savings/short"
    | "calendar/classes"
    | "choice/route-gone"
    | "choice/backup-left-out"
    | "goal/held"
    | "hazards/own"
    | "backup/none"
    | "backup/shared";
  readonly text: string;
}

/** How long the person's finished actions took, against what was reckoned. */
export interface LearnedPace {
  /** Finished actions with hours noted; 0 when nothing could be learned. */
  readonly actions: number;
  /** Hours noted for them over the hours reckoned; 1 when nothing could be learned. */
  readonly observed: number;
  /** What the hours of the rest are multiplied by: between 1 and what was observed. */
  readonly mean: number;
  /** The band around the mean that the simulated runs draw from. */
  readonly low: number;
  readonly high: number;
}

export const MOVE_CAUSES = [
  "late",
  "blocked",
  "hours",
  "search",
  "before",
  "said",
  "limits",
  "pace",
  "room",
] as const;
export type MoveCause = (typeof MOVE_CAUSES)[number];

/** An action whose planned end is another than before. */
export interface MovedAction {
  readonly actionId: string;
  readonly title: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly cause: MoveCause;
  /** The cause as a sentence. */
  readonly why: string;
}

/** An action that needs no more time: done, or left out. */
export interface SettledAction {
  readonly actionId: string;
  readonly title: string;
  readonly outcome: "done" | "dropped";
  readonly on: CalendarDate;
  readonly why: string;
  /** Open actions that were to come after one left out; empty for what is done. */
  readonly neededFor: readonly string[];
}

/** What a plan made anew goes back to, and what became of it. */
export interface Replanned {
  /** Id of the plan before. */
  readonly fromId: string;
  /** What moved and why, in one sentence. */
  readonly sentence: string;
  readonly moved: readonly MovedAction[];
  readonly settled: readonly SettledAction[];
  readonly pace: LearnedPace;
  /** Every action as it was first reckoned, also what is settled by now. */
  readonly reckoned: readonly Action[];
}

export interface Plan {
  readonly id: string;
  readonly madeOn: CalendarDate;
  /** One plain sentence that says what is so. */
  readonly headline: string;
  readonly goal: Goal;
  /** The person's career statement, in their own words; undefined where none was kept. */
  readonly statement?: string | undefined;
  readonly goalOccupation: string;
  readonly currency: Currency;
  /** The catalogue it was reckoned with, and the attribution its licences ask for; not in plans kept before. */
  readonly figures?:
    | { readonly release: string; readonly attribution: readonly string[] }
    | undefined;
  readonly positions: readonly PositionMatch[];
  readonly gaps: readonly Gap[];
  /** A handful; the chosen one first. */
  readonly routes: readonly Route[];
  readonly chosenRouteId: string | undefined;
  readonly actions: readonly ScheduledAction[];
  readonly milestones: readonly Milestone[];
  readonly backups: readonly Backup[];
  /** What is paid for which step, when; not in plans kept before. */
  readonly payments?: readonly Payment[] | undefined;
  /** Day of reaching the goal: the plain schedule and the simulated ones. */
  readonly reach:
    | {
        readonly planned: CalendarDate;
        readonly p50: CalendarDate;
        readonly p80: CalendarDate;
        readonly p95: CalendarDate;
        readonly monthsLow: number;
        readonly monthsLikely: number;
        readonly monthsHigh: number;
      }
    | undefined;
  /** Chance of the goal by its date on these assumptions; undefined without a date. */
  readonly chanceByDate: number | undefined;
  readonly feasible: boolean;
  readonly infeasibility: Infeasibility | undefined;
  readonly totals: { readonly hours: number; readonly money: number };
  readonly notices: readonly Notice[];
  /** How the actions are placed; not in plans kept before. */
  readonly placement?:
    | {
        /** Ids of the actions, most urgent first. */
        readonly order: readonly string[];
        /** The most hours a week that they use. */
        readonly hoursPerWeek: number;
        /** Whether no schedule ends earlier, or a better one than the best found may exist. */
        readonly rule?: "exact" | "serial" | undefined;
        /** Whether it is known that no schedule ends earlier. */
        readonly isEarliest?: boolean | undefined;
      }
    | undefined;
  /** What drives the date of the goal, most first; not in plans kept before. */
  readonly drivers?: readonly DateDriver[] | undefined;
  /** What is left of the savings month by month; undefined where no savings were said. */
  readonly savings?: readonly SavingsMonth[] | undefined;
  /** Undefined in a plan that was made afresh. */
  readonly replanned?: Replanned | undefined;
}
