// The compass: for each dimension how it is by the answers, how the person wants it, and how both have
// been before. Is, want and what the record shows are never mixed; the last is record-signs.ts's.

import type { CalendarDate } from "../calendar-date.ts";
import { DIMENSIONS, type Dimension } from "./dimension.ts";
import { askedItems } from "./items.ts";
import {
  BAND,
  type DimensionScore,
  isClearChange,
  scoreAssessment,
  scoreOfWant,
} from "./score-assessment.ts";
import type { Sitting } from "./sitting.ts";

/** What one sitting said of a dimension. */
export interface PastScore extends Omit<DimensionScore, "dimension"> {
  readonly sittingId: string;
  /** When the sitting was finished, or begun where it is not. */
  readonly date: CalendarDate;
}

export interface DatedWant {
  /** As on the slider, 1 to 5. */
  readonly value: number;
  /** The same on the scores' scale, 0 to 100. */
  readonly score: number;
  readonly date: CalendarDate;
}

/** Towards which end something goes; neither is better. */
export type Direction = "career" | "job";

export interface DimensionPicture {
  readonly dimension: Dimension;
  /** By the newest sitting that has a score; undefined while there is none. */
  readonly is: PastScore | undefined;
  /** The newest that was said, whenever that was. */
  readonly want: DatedWant | undefined;
  /** All scores, the oldest first; `is` is the last. */
  readonly history: readonly PastScore[];
  /** All wants, the oldest first. */
  readonly wants: readonly DatedWant[];
  /** The newest words on its reflection; empty when there are none. */
  readonly reflection: string;
  /** Of the newest sitting: how many of its items have an answer, of how many. */
  readonly answered: number;
  readonly asked: number;
  /** Towards where the want lies, when it lies outside the score's band; undefined otherwise. */
  readonly apart: Direction | undefined;
  /** Between the last two scores; undefined while there are no two. */
  readonly change: ScoreChange | undefined;
}

export interface ScoreChange {
  readonly before: PastScore;
  /** Undefined where the difference is less than can be told from chance. */
  readonly towards: Direction | undefined;
}

/** Returns a picture for every dimension, in the order of DIMENSIONS; without sittings they are empty. */
export function compassOf(sittings: readonly Sitting[]): readonly DimensionPicture[] {
  const scored = sittings.map((sitting) => ({
    sitting,
    scores: new Map(scoreAssessment(sitting.answers).map((one) => [one.dimension, one])),
  }));
  return DIMENSIONS.map((dimension) => {
    const history = scored.flatMap(({ sitting, scores }) => {
      const found = scores.get(dimension);
      if (found === undefined) return [];
      const { score, low, high } = found;
      return [{ score, low, high, sittingId: sitting.id, date: dateOf(sitting) }];
    });
    const wants = sittings.flatMap((sitting) =>
      sitting.wants
        .filter((want) => want.dimension === dimension)
        .map(({ value }) => ({ value, score: scoreOfWant(value), date: dateOf(sitting) })),
    );
    const [is, want] = [history.at(-1), wants.at(-1)];
    const said = sittings.flatMap(({ reflections }) =>
      reflections.filter((one) => one.dimension === dimension),
    );
    return {
      dimension,
      is,
      want,
      history,
      wants,
      reflection: said.at(-1)?.text ?? "",
      ...answeredOf(sittings.at(-1), dimension),
      apart: is === undefined || want === undefined ? undefined : apartOf(is.score, want.score),
      change: changeOf(history),
    };
  });
}

function dateOf({ started, finished }: Sitting): CalendarDate {
  return finished ?? started;
}

function answeredOf(sitting: Sitting | undefined, dimension: Dimension) {
  const items = askedItems().filter((item) => item.dimension === dimension);
  const answered = new Set(sitting?.answers.map(({ itemId }) => itemId));
  return { answered: items.filter(({ id }) => answered.has(id)).length, asked: items.length };
}

/** The same least distance either way: no direction is taken more seriously than the other. */
function apartOf(score: number, want: number): Direction | undefined {
  if (Math.abs(want - score) <= BAND) return undefined;
  return want > score ? "career" : "job";
}

function changeOf(history: readonly PastScore[]): ScoreChange | undefined {
  const [before, now] = [history.at(-2), history.at(-1)];
  if (before === undefined || now === undefined) return undefined;
  if (!isClearChange(before.score, now.score)) return { before, towards: undefined };
  return { before, towards: now.score > before.score ? "career" : "job" };
}

/** Returns whether what is wanted lies far enough from what is to do something about it. */
export function isFarApart(score: number, want: number): boolean {
  return isClearChange(score, want);
}

/** A dimension that the person wants clearly otherwise than it is. */
export interface WantApart {
  readonly dimension: Dimension;
  readonly direction: Direction;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  /** On the scores' scale. */
  readonly want: number;
}

/** Returns what is wanted clearly otherwise than it is, the furthest apart first, then in the order of DIMENSIONS. */
export function wantsApartOf(sittings: readonly Sitting[]): readonly WantApart[] {
  return compassOf(sittings)
    .flatMap(({ dimension, is, want, apart }) => {
      if (is === undefined || want === undefined || apart === undefined) return [];
      const { score, low, high } = is;
      if (!isFarApart(score, want.score)) return [];
      return [{ dimension, direction: apart, score, low, high, want: want.score }];
    })
    .sort((a, b) => Math.abs(b.want - b.score) - Math.abs(a.want - a.score));
}
