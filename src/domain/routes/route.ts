// A route: an ordered list of stages to the goal, with what it takes and why it could fail. The shape
// only; find-routes.ts computes them and find-backups.ts the backups.

import type { ThreePoint } from "../money.ts";
import type { Shortfall } from "../moves/move.ts";

export const STAGE_KINDS = ["prepare", "move", "hold", "serve"] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/**
 * Why a stage could fail, as data: two routes with a cause in common can fall together. The id names
 * the kind and the thing: "exam:nclex-rn", "market:29-1141.00", "admission:adn",
 * "employer:elm street surgery", "place:…".
 */
export interface FailureCause {
  readonly id: string;
  /** "The nursing exam is failed". */
  readonly label: string;
  /** Chance that it happens on this route, an assumption unless its source says otherwise. */
  readonly chance: number;
  readonly source: string;
}

export interface Stage {
  /** Unique within its route. */
  readonly id: string;
  readonly kind: StageKind;
  /** "Earn the practical nursing certificate", "Move to medical assistant". */
  readonly title: string;
  /** The occupation prepared for, moved to, held or served in. */
  readonly occupationId: string;
  /** Credential templates earned in a prepare stage. */
  readonly credentialIds: readonly string[];
  /** Shortfalls that a prepare stage works on, largest first. */
  readonly shortfalls: readonly Shortfall[];
  readonly months: ThreePoint;
  /** The person's own hours in all; 0 for a hold. */
  readonly hours: ThreePoint;
  readonly money: ThreePoint;
  /** Chance that the stage works out within its high months. */
  readonly chance: number;
  readonly causes: readonly FailureCause[];
  /** Why it is here and where its figures come from. */
  readonly explanation: readonly string[];
}

export const ROUTE_STRENGTHS = [
  "fastest",
  "cheapest",
  "safest",
  "balanced",
  "least upheaval",
] as const;
export type RouteStrength = (typeof ROUTE_STRENGTHS)[number];

export interface Route {
  readonly id: string;
  /** "Direct", "Through medical assistant and practical nurse". */
  readonly name: string;
  readonly goalId: string;
  readonly stages: readonly Stage[];
  /** What it is best at among those shown; may be empty. */
  readonly strengths: readonly RouteStrength[];
  readonly months: ThreePoint;
  readonly hours: ThreePoint;
  readonly money: ThreePoint;
  /** Product of the stages' chances. */
  readonly chance: number;
  /** Pay forgone against staying, summed over the route; negative when it earns more on the way. */
  readonly payForgone: number | undefined;
  /** Pay at the goal less pay now, yearly. */
  readonly payChange: number | undefined;
  readonly causes: readonly FailureCause[];
  readonly withinLimits: boolean;
  /** Which limits it breaks, in plain words; empty when withinLimits. */
  readonly breaks: readonly string[];
  /** The sum that makes it the best balanced of those shown, beside the next one's. */
  readonly balance?: string | undefined;
  /** Set where nothing leads to the goal step by step and it is only tried, whatever is missing. */
  readonly isTry?: true;
  /** Why one would take it, with its arithmetic. */
  readonly why: string;
}

export interface Backup {
  readonly id: string;
  readonly kind: "same goal" | "nearest other goal";
  readonly route: Route;
  /** Causes that could stop the first route and leave this one standing. */
  readonly standsWhen: readonly FailureCause[];
  /** Chance that this one stands when the first falls, by those causes. */
  readonly worth: number;
  /** Titles of its stages that the first route has too; empty for one that has none. Not in plans kept before. */
  readonly commonStages?: readonly string[] | undefined;
  /** "When the first way falls, this one stands about 5 times in 10; …". Not in plans kept before. */
  readonly why?: string | undefined;
  /** The day on which to look at it; what that day is, dayMeans says. */
  readonly switchBy: string | undefined;
  /** What to do or to weigh on that day: "If by 1 March 2028 no nursing place is offered, start …". */
  readonly tripwire: string;
  /** Not in plans kept before, nor where the policy has no word on it: then it is for the person to weigh. */
  readonly dayMeans?: BackupDayMeaning | undefined;
  /** What its day follows from by the dates alone; the policy says the rest. Not in plans kept before. */
  readonly dated?: DatedBackup | undefined;
}

export const BACKUP_DAY_MEANINGS = ["go over", "last day", "look again"] as const;
/**
 * What the day of a backup is: from it on going over is best; or it is the last one from which the backup still
 * comes in time, and going over is for the person to weigh; or on it one sees how the riskiest stage went.
 */
export type BackupDayMeaning = (typeof BACKUP_DAY_MEANINGS)[number];

export interface DatedBackup {
  /** The last day from which it comes by the goal's date in 8 of 10 runs; undefined where there is none. */
  readonly lastDay?: string | undefined;
  /** What one looks at, to stand after "If": "by 1 March 2028 no opening has come"; undefined for a loss. */
  readonly condition?: string | undefined;
  /** Where being behind is looked at: in which action, and of how much of what is left of it. */
  readonly behind?: { readonly actionId: string; readonly share: number } | undefined;
  /** What it comes to from that day on, a sentence. */
  readonly after: string;
}
