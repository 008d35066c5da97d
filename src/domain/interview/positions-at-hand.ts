// Positions one or two levels below the goal that a person could take now, to build from. Whether one is open
// now is springboards.ts's to say: a single move, nothing to earn first, at least as likely as not.

import type { Standing } from "../abilities/standing.ts";
import { experienceSourcesOf } from "../moves/experience-sources.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { payRatioOf, zonesBetween } from "../moves/step-down.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import type { Limits } from "../record/goal.ts";
import { careerFieldOf } from "../routes/career-fields.ts";
import { wayAtHand } from "../routes/springboards.ts";
import { helpOf, opensCredentialTrack } from "../routes/stepping-stones.ts";

/** More than a few at once are no choice. */
export const MOST_AT_HAND = 4;

/** DESIGN 6.3: one or two levels lower. */
export const MOST_LEVELS_LOWER = 2;

export interface PositionAtHand {
  readonly occupationId: string;
  /** "a nursing assistant". */
  readonly inWords: string;
  /** Levels below the goal by job zone; 0 where only the pay is lower. */
  readonly levelsLower: number;
  /** What makes it worth a look, in a sentence. */
  readonly why: string;
  /** Likely months until one holds it. */
  readonly months: number;
}

/**
 * Returns positions in the goal's field, or that lead on to the goal, one or two levels lower, that are open now:
 * those that help towards it first, then the better paid; ties by id. Empty where the goal is not known.
 */
export function positionsAtHand(asked: {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly limits: Limits;
  readonly goalRow: number;
}): readonly PositionAtHand[] {
  const { catalogue, standing, limits, goalRow } = asked;
  if (goalRow < 0) return [];
  const field = careerFieldOf(catalogue.ids[goalRow] ?? "");
  const sources = new Set(experienceSourcesOf(catalogue, goalRow));
  const origin = { kind: "today", rows: standing.presentRows } as const;
  const helps = (row: number): number => helpOf(catalogue, row, goalRow);
  return [...catalogue.ids.keys()]
    .filter(
      (row) =>
        row !== goalRow &&
        isLower(catalogue, row, goalRow) &&
        (sources.has(row) ||
          opensCredentialTrack(catalogue, row, goalRow) ||
          careerFieldOf(catalogue.ids[row] ?? "") === field),
    )
    .flatMap((row) => {
      const way = wayAtHand({ catalogue, standing, limits, origin }, row);
      return way === undefined ? [] : [{ row, months: way.months.likely, help: helps(row) }];
    })
    .sort(
      (a, b) =>
        b.help - a.help ||
        (catalogue.payMedian[b.row] || 0) - (catalogue.payMedian[a.row] || 0) ||
        a.row - b.row,
    )
    .slice(0, MOST_AT_HAND)
    .map(({ row, months, help }) => ({
      occupationId: catalogue.ids[row] ?? "",
      inWords: withArticle(plainNameOf(catalogue, row)),
      levelsLower: Math.max(0, zonesBetween(catalogue, row, goalRow)),
      why: opensCredentialTrack(catalogue, row, goalRow)
        ? "It opens the training that the goal asks for."
        : help > 0
          ? "Months in it count towards the goal."
          : "It is in the same field: you would see the work from nearby, though its months count little.",
      months,
    }));
}

/** One or two job zones lower, or in the same zone at lower pay. */
function isLower(catalogue: Catalogue, row: number, goalRow: number): boolean {
  const zones = zonesBetween(catalogue, row, goalRow);
  return (
    (zones >= 1 && zones <= MOST_LEVELS_LOWER) ||
    (zones === 0 && payRatioOf(catalogue, row, goalRow) > 1)
  );
}
