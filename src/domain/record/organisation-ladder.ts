// The ladder inside an organisation, as the person describes it: the positions above the one they hold
// there, how often one opens and who else would want it. Facts as said; where the person
// stands on it is placed-ladders.ts's.

import type { Money } from "../money.ts";

/** One position on a ladder. What is left out is not known. */
export interface LadderRung {
  /** As it is called there. */
  readonly title: string;
  /** The occupation that the person said it is. */
  readonly occupationId?: string;
  /** Pay a year there. */
  readonly annualPay?: Money;
  /** Months that people usually stay on the rung below before they come here. */
  readonly usualMonthsBefore?: number;
  /** How many of these positions open in a year; 0.25 is one in four years, 0 that none does. */
  readonly openingsAYear?: number;
  /** How many colleagues would want one. */
  readonly othersWanting?: number;
  readonly note?: string;
}

export interface OrganisationLadder {
  readonly id: string;
  /** Names a stay's organisation, case and spaces aside. */
  readonly organisation: string;
  /** From the one held to the top; at least one. */
  readonly rungs: readonly LadderRung[];
}

/** Rungs that a ladder may have. Assumption: more than a dozen steps nobody plans inside one house. */
export const MOST_RUNGS = 12;
