// Savings along a route: what is put by each month, what a step that pays more or less changes in it, and
// the fees when they fall due. Where they would run too low, how long to save first.

import type { Catalogue } from "../occupations/catalogue.ts";
import type { Limits } from "../record/goal.ts";
import type { Stage } from "./route.ts";

/** Assumption: share of a difference in pay before tax that shows in what can be put by. */
export const KEPT_OF_PAY = 0.7;

/** Assumption: whoever would have to save first for longer than this has no way there yet. */
export const LONGEST_SAVING_MONTHS = 36;

/** What the person said of their savings, in the catalogue's currency. */
export interface Purse {
  readonly savings: number;
  readonly floor: number;
  readonly savedPerMonth: number;
}

/** Returns the purse; undefined when no savings were said, or in another currency: then nothing is limited. */
export function purseOf(catalogue: Pick<Catalogue, "currency">, limits: Limits): Purse | undefined {
  const { savings, savingsFloor, savedPerMonth } = limits;
  if (savings === undefined || savings.currency !== catalogue.currency) return undefined;
  const amountOf = (money: Limits["savings"]): number =>
    money?.currency === catalogue.currency ? money.amount : 0;
  return {
    savings: savings.amount,
    floor: amountOf(savingsFloor),
    savedPerMonth: amountOf(savedPerMonth),
  };
}

/** Savings after a step. */
export interface SavingsAfter {
  /** Months of saving first, so that the floor holds; 0 when none are needed. */
  readonly waitMonths: number;
  /** At the end of the step, the waiting included. */
  readonly savings: number;
  /** The lowest on the way, the waiting included; below the floor when no waiting helps. */
  readonly lowest: number;
}

/**
 * Returns the savings after a step's stages, by their likely months and fees: a month adds what is put by
 * at the pay of the place, and fees are paid whole when preparing begins. Where that falls below the
 * floor and savings grow, the step is begun later; see LONGEST_SAVING_MONTHS.
 */
export function savingsAfter(
  purse: Purse,
  savings: number,
  /** Yearly pay where the step is taken from, less the pay today; 0 at today's place. */
  payDifference: number,
  stages: readonly Pick<Stage, "kind" | "months" | "money">[],
): SavingsAfter {
  const rate = purse.savedPerMonth + (KEPT_OF_PAY * payDifference) / 12;
  let now = savings;
  let lowest = Number.POSITIVE_INFINITY;
  for (const stage of stages) {
    now -= stage.money.likely;
    lowest = Math.min(lowest, now);
    now += rate * stage.months.likely;
    lowest = Math.min(lowest, now);
  }
  const missing = purse.floor - lowest;
  const waitMonths = missing <= 0 ? 0 : rate > 0 ? missing / rate : Number.POSITIVE_INFINITY;
  if (waitMonths === 0 || waitMonths > LONGEST_SAVING_MONTHS)
    return { waitMonths: 0, savings: now, lowest };
  return { waitMonths, savings: now + missing, lowest: purse.floor };
}
