// Answers to the items -> a score for each dimension with its band, and whether two scores differ by more
// than chance. No total, no percentile: there are no norms, and one number would say nothing of a person.

import { DIMENSIONS, type Dimension, LEAST_VALUE, MOST_VALUE } from "./dimension.ts";
import { ITEMS, type Item } from "./items.ts";

/** One item answered, as it was asked. */
export interface ItemAnswer {
  readonly itemId: string;
  /** The version of the item that was asked. */
  readonly itemVersion: number;
  /** 1 to 5, the place of the answer that was chosen. */
  readonly value: number;
}

export interface DimensionScore {
  readonly dimension: Dimension;
  /** 0, as job-like as the items can say, to 100, as career-like. Neither is better. */
  readonly score: number;
  /** The 90 % band, never outside 0 to 100. */
  readonly low: number;
  readonly high: number;
}

/** Share of a dimension's items that must be answered for a score: four of five, an assumption. */
export const LEAST_ANSWERED = 0.8;

/** *Assumption* until there are norms: how well a dimension's items hang together (Cronbach's α). */
export const ASSUMED_ALPHA = 0.8;
/** *Assumption* until there are norms: how far people differ, the standard deviation in points. */
export const ASSUMED_SPREAD = 20;
/** 90 of 100 draws of a normal distribution lie within so many standard deviations. */
const WITHIN_90 = 1.645;

/**
 * Standard error of measurement, SD·√(1 − α): 20·√0.2 = 8.94 points (classical test theory; Lord and
 * Novick 1968, Statistical Theories of Mental Test Scores, chapter 3).
 */
export const STANDARD_ERROR = ASSUMED_SPREAD * Math.sqrt(1 - ASSUMED_ALPHA);

/** Half the 90 % band: 1.645 × 8.94 = 14.71, said as 14.7 points. */
export const BAND = Math.round(WITHIN_90 * STANDARD_ERROR * 10) / 10;

/**
 * Points by which two scores of one person must differ to be told as a change. Both are uncertain, so
 * their difference has √2 × 8.94 = 12.65 points of error; 1.96 of those are 24.8, said as 25. That is the
 * 95 % level, stricter than the band's 90 % (which would be 20.8), since seven dimensions are looked at each
 * time: of a hundred people in whom nothing changed, five to eight are told of one on any one dimension (eight
 * since scores go in steps of five), and thirty to forty on one of the seven at least.
 */
export const CLEAR_CHANGE = 25;

const SHARES = 100;

/**
 * Returns a score for each dimension of which at least four in five items were answered, in the order of
 * DIMENSIONS: 100·(mean − 1)/4 over the answers given, reversed items turned round. The order of answers
 * does not matter. A missing answer is never filled in: a dimension with too few has no score, and
 * is left out. An answer to an item or version that is not known counts as none; so do two to one item
 * that differ, since nothing says which one is meant.
 *
 * @throws RangeError for a value that is not between 1 and 5.
 */
export function scoreAssessment(
  answers: readonly ItemAnswer[],
  items: readonly Item[] = ITEMS,
): DimensionScore[] {
  const values = countedValues(answers, items);
  return DIMENSIONS.flatMap((dimension) => {
    const asked = new Set(items.filter((one) => one.dimension === dimension).map(({ id }) => id));
    // Smallest first, so that the sum too does not depend on the order in which answers came.
    const given = [...asked].flatMap((id) => values.get(id) ?? []).sort((a, b) => a - b);
    if (given.length === 0 || given.length < LEAST_ANSWERED * asked.size) return [];
    // 100·(mean − 1)/4 with one division, so that scores 25 points apart are not 24.99… apart.
    const above = given.reduce((sum, value) => sum + value - LEAST_VALUE, 0);
    const score = (SHARES * above) / (given.length * (MOST_VALUE - LEAST_VALUE));
    const [low, high] = [Math.max(0, score - BAND), Math.min(SHARES, score + BAND)];
    return [{ dimension, score, low, high }];
  });
}

/** Values by item id, turned so that 5 is the career-like end. */
function countedValues(
  answers: readonly ItemAnswer[],
  items: readonly Item[],
): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  const unclear = new Set<string>();
  for (const { itemId, itemVersion, value } of answers) {
    if (!(value >= LEAST_VALUE && value <= MOST_VALUE)) {
      throw new RangeError(`Cannot score the answer to "${itemId}": ${value} is not from 1 to 5`);
    }
    const item = items.find(({ id, version }) => id === itemId && version === itemVersion);
    if (item === undefined) continue;
    const counted = item.reversed ? LEAST_VALUE + MOST_VALUE - value : value;
    if (values.has(itemId) && values.get(itemId) !== counted) unclear.add(itemId);
    values.set(itemId, counted);
  }
  for (const itemId of unclear) values.delete(itemId);
  return values;
}

/** Returns whether two scores of one person differ by more than the items' own uncertainty would make them. */
export function isClearChange(before: number, after: number): boolean {
  return Math.abs(after - before) >= CLEAR_CHANGE;
}

/** Returns where a point of the slider for what is wanted, 1 to 5, lies on the scores' scale. */
export function scoreOfWant(value: number): number {
  return (SHARES * (value - LEAST_VALUE)) / (MOST_VALUE - LEAST_VALUE);
}
