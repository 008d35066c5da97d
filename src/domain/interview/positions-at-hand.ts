// Positions one or two levels below the goal that a person could take now, to build from. Whether one is open
// now is springboards.ts's to say: a single move, nothing to earn first, at least as likely as not.

import type { Standing } from "../abilities/standing.ts";
import { nameInSentence } from "../moves/credential-in-sentence.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { prepareFor } from "../moves/prepare-for.ts";
import { payRatioOf, zonesBetween } from "../moves/step-down.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import { credentialOf } from "../occupations/licence-paths.ts";
import type { Limits } from "../record/goal.ts";
import { refusedIds } from "../routes/refusals.ts";
import { levelRowOf, payNowOf } from "../routes/route-graph.ts";
import { wayAtHand } from "../routes/springboards.ts";
import {
  helpOf,
  isNearKin,
  lastStonesOf,
  opensCredentialTrack,
  type StoneQuestion,
} from "../routes/stepping-stones.ts";
import { listInWords } from "../words-in-a-row.ts";

/** More than a few at once are no choice. */
export const MOST_AT_HAND = 4;

/** Assumption: one or two levels lower. */
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
 * Assumption: a course of so many hours at most, exam and all, is no schooling: it fits into a season, and opens
 * a position all the same.
 */
export const SHORT_COURSE_HOURS = 200;

interface AtHandQuestion {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly limits: Limits;
  readonly goalRow: number;
}

interface Found {
  readonly row: number;
  readonly months: number;
  readonly help: number;
  /** Credentials of a short course that come first; empty for none. */
  readonly first: readonly string[];
}

/**
 * Returns positions one or two levels lower that are worth looking at on the way to the goal (stepping-stones.ts)
 * and are open now, or after one short course: those that help most first, then the better paid; ties by id.
 * Empty where the goal is not known, or none leads on.
 */
export function positionsAtHand(asked: AtHandQuestion): readonly PositionAtHand[] {
  const { catalogue, standing, limits, goalRow } = asked;
  if (goalRow < 0) return [];
  const stones: StoneQuestion = {
    catalogue,
    goalRow,
    presentRows: standing.presentRows,
    levelRow: levelRowOf(catalogue, standing),
    pay: payNowOf(catalogue, standing),
    excludedRows: new Set([...refusedIds(limits, "occupation")].map((id) => rowOf(catalogue, id))),
  };
  const lower = lastStonesOf(stones).filter((row) => isLower(catalogue, row, goalRow));
  return foundAmong(asked, lower)
    .slice(0, MOST_AT_HAND)
    .map((one) => ({
      occupationId: catalogue.ids[one.row] ?? "",
      inWords: withArticle(plainNameOf(catalogue, one.row)),
      levelsLower: Math.max(0, zonesBetween(catalogue, one.row, goalRow)),
      why: whyOf(asked, one),
      months: one.months,
    }));
}

function foundAmong(asked: AtHandQuestion, rows: readonly number[]): readonly Found[] {
  const { catalogue, standing, limits, goalRow } = asked;
  const origin = { kind: "today", rows: standing.presentRows } as const;
  return rows
    .flatMap((row): Found[] => {
      const help = helpOf(catalogue, row, goalRow);
      const way = wayAtHand({ catalogue, standing, limits, origin }, row);
      if (way !== undefined) return [{ row, months: way.months.likely, help, first: [] }];
      const course = shortCourseTo(asked, row);
      return course === undefined ? [] : [{ row, help, ...course }];
    })
    .sort(
      (a, b) =>
        b.help - a.help ||
        (catalogue.payMedian[b.row] || 0) - (catalogue.payMedian[a.row] || 0) ||
        a.row - b.row,
    );
}

/** What one short course takes, where the position asks for nothing else. */
function shortCourseTo(
  { catalogue, standing, limits }: AtHandQuestion,
  row: number,
): Pick<Found, "months" | "first"> | undefined {
  const prepared = prepareFor({ catalogue, standing, row, hoursPerWeek: limits.hoursPerWeek });
  if (prepared === undefined) return undefined;
  const { credentialIds, hours, months, experienceMonths } = prepared.preparation;
  const isShort = credentialIds.length > 0 && hours.likely <= SHORT_COURSE_HOURS;
  if (!isShort || experienceMonths >= 0.5) return undefined;
  const names = credentialIds.map((id) => credentialOf(catalogue, id)?.name ?? id);
  return { months: months.likely, first: names.map(nameInSentence) };
}

function whyOf({ catalogue, goalRow }: AtHandQuestion, { row, help, first }: Found): string {
  const after = first.length === 0 ? "" : ` First comes a short course: ${listInWords(first)}.`;
  const counts = opensCredentialTrack(catalogue, row, goalRow)
    ? "It opens training that leads on to the goal."
    : help > 0
      ? "Months in it count towards the goal."
      : "It is close to the goal’s work.";
  return `${counts}${after}`;
}

/** One or two job zones lower, or near kin of the goal in the same zone at lower pay. */
function isLower(catalogue: Catalogue, row: number, goalRow: number): boolean {
  const zones = zonesBetween(catalogue, row, goalRow);
  return (
    (zones >= 1 && zones <= MOST_LEVELS_LOWER) ||
    (zones === 0 && payRatioOf(catalogue, row, goalRow) > 1 && isNearKin(catalogue, row, goalRow))
  );
}
