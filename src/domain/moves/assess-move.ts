// One step from where the person is to an occupation: fit, what it takes, the chance, pay, direction.
// Feasible, desirable and common stay apart; nothing here says whether the step is a good one.

import type { Standing } from "../abilities/standing.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import type { Limits } from "../record/goal.ts";
import { relatedRankOf } from "./experience-credit.ts";
import { landingRateOf } from "./landing-rate.ts";
import { knownUnmetShare } from "./levels-after.ts";
import type { Direction, Move } from "./move.ts";
import { shortfallsOf } from "./occupation-demand.ts";
import { type PreparedStanding, prepareFor } from "./prepare-for.ts";

/** Shortfalls shown with a move. */
export const SHORTFALLS_SHOWN = 10;

/** Assumption: within one job zone, pay that differs by less than this share is the same level. */
export const SAME_LEVEL_PAY = 0.1;

export interface MoveQuestion {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly toRow: number;
  /** Row moved from; the person's first present one when left out. */
  readonly fromRow?: number;
  readonly limits: Pick<Limits, "hoursPerWeek">;
  readonly avoid?: ReadonlySet<string>;
}

/**
 * Returns the move. Fit and shortfalls are as the person stands today; preparation and landing are
 * for after it is done. Undefined when a licence has no way open to this person from here.
 */
export function assessMove(question: MoveQuestion): Move | undefined {
  const { catalogue, standing, toRow, limits } = question;
  const prepared = prepareFor({
    catalogue,
    standing,
    row: toRow,
    hoursPerWeek: limits.hoursPerWeek,
    ...(question.avoid === undefined ? {} : { avoid: question.avoid }),
  });
  return prepared === undefined ? undefined : moveOf(question, prepared);
}

/** Returns the move for a preparation already worked out. */
export function moveOf(question: MoveQuestion, prepared: PreparedStanding): Move {
  const { catalogue, standing, toRow } = question;
  const fromRow = question.fromRow ?? standing.presentRows[0];
  return {
    fromId: fromRow === undefined ? undefined : catalogue.ids[fromRow],
    toId: catalogue.ids[toRow] ?? "",
    fit: 1 - knownUnmetShare(catalogue, toRow, standing.levels),
    shortfalls: shortfallsOf(catalogue, toRow, standing.levels).slice(0, SHORTFALLS_SHOWN),
    preparation: prepared.preparation,
    landing: landingRateOf({
      catalogue,
      row: toRow,
      fit: 1 - prepared.unmet,
      missingMonths: prepared.preparation.experienceMonths,
      neededMonths: prepared.experienceNeeded.likely,
      schoolingMissing: prepared.schoolingMissing,
      someCollegeMissing: prepared.someCollegeMissing,
      anotherField: prepared.anotherField,
    }),
    payChange: fromRow === undefined ? undefined : payDifference(catalogue, fromRow, toRow),
    direction: fromRow === undefined ? "up" : directionOf(catalogue, fromRow, toRow),
    relatedRank: fromRow === undefined ? undefined : relatedRankOf(catalogue, fromRow, toRow),
  };
}

/** Returns median yearly pay after less before; undefined when either is not known. */
export function payDifference(catalogue: Catalogue, from: number, to: number): number | undefined {
  const difference =
    (catalogue.payMedian[to] ?? Number.NaN) - (catalogue.payMedian[from] ?? Number.NaN);
  return Number.isNaN(difference) ? undefined : difference;
}

/** Returns the direction by job zone, and within one zone by median pay. */
export function directionOf(catalogue: Catalogue, from: number, to: number): Direction {
  const zones = (catalogue.zones[to] ?? 0) - (catalogue.zones[from] ?? 0);
  if (zones !== 0) return zones > 0 ? "up" : "down";
  const before = catalogue.payMedian[from] ?? Number.NaN;
  const change = (payDifference(catalogue, from, to) ?? 0) / (before > 0 ? before : 1);
  if (change > SAME_LEVEL_PAY) return "up";
  return change < -SAME_LEVEL_PAY ? "down" : "level";
}
