// A move: one step from where the person is to an occupation. The shape only; assess-move.ts computes
// it. Feasible (fit, preparation), desirable (pay, direction) and common (what people do) stay apart.

import type { ThreePoint } from "../money.ts";

export interface Shortfall {
  readonly elementId: string;
  readonly element: string;
  readonly needed: number;
  /** Believed mean level. */
  readonly believed: number;
  /** E[max(0, needed − X)], levels. */
  readonly shortfall: number;
  /** Share of the occupation's whole weighted demand that this shortfall is, 0–1. */
  readonly weight: number;
}

export type Direction = "up" | "level" | "down";

/** What must be earned or lived before the move, nothing counted twice. */
export interface Preparation {
  /** Credential templates to earn, in order; empty when none is needed. */
  readonly credentialIds: readonly string[];
  /** Months of related experience still missing, after what the record shows. */
  readonly experienceMonths: number;
  /** Months of full-time practice that the unmet share of skill amounts to, less schooling. */
  readonly skillMonths: number;
  /** The person's own hours in all, fees in all. */
  readonly hours: ThreePoint;
  readonly money: ThreePoint;
  /** Calendar months at the person's hours a week. */
  readonly months: ThreePoint;
  readonly explanation: readonly string[];
}

/** The chance of landing: 1 − exp(−rate × months). Low and high are assumptions, always shown. */
export interface LandingRate {
  /** Per month of looking. */
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly explanation: readonly string[];
}

export interface Move {
  readonly fromId: string | undefined;
  readonly toId: string;
  /** 1 − Σ w·shortfall / Σ w·ℓ, 0–1. */
  readonly fit: number;
  /** Largest first, at most ten. */
  readonly shortfalls: readonly Shortfall[];
  readonly preparation: Preparation;
  readonly landing: LandingRate;
  /** Yearly pay after less before, catalogue medians; undefined when either is not known. */
  readonly payChange: number | undefined;
  readonly direction: Direction;
  /** Place in O*NET's related occupations of the origin, 1 nearest; undefined when not listed. */
  readonly relatedRank: number | undefined;
}
