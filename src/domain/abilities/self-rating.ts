// What people say of their own level on the anchored scale, as the estimate takes it: one factor an
// element, two-sided and wide. When nearly all ratings are alike they say little of any one, and weigh
// less. The factor itself is estimate-levels.ts's.

import { type CalendarDate, daysBetween, lastDayOf } from "../calendar-date.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import type { SelfRating } from "../record/career-record.ts";
import { HALF_LIFE_YEARS } from "./evidence-strength.ts";
import type { CountedRating } from "./level-estimate.ts";

/**
 * Standard deviation, in levels, of a self-rating about what the person can do. Assumption: over many
 * studies self-ratings go with measured performance at r = .29 (Mabe & West 1982, Journal of Applied
 * Psychology 67; Zell & Krizan 2014, Perspectives on Psychological Science 9), which with a spread of
 * 0.8 levels between people would be 2.6; anchors of behaviour do better, so 1.5 (r about .5) is taken.
 */
export const SELF_RATING_SD = 1.5;

/** Assumption: with fewer ratings than this, being alike is no sign of anything. */
export const FLAT_FROM = 8;

/**
 * Ratings that spread by less than this (standard deviation, in levels) are nearly all alike: of eight
 * all but one are the same, and that one is a step away. Assumption.
 */
export const FLAT_BELOW = 0.4;

/** What each of nearly equal ratings still weighs, as an exponent. Assumption. */
export const FLAT_WEIGHT = 0.25;

const DAYS_A_YEAR = 365.2425;

/** Returns the newest rating of each element, by element id; of two at one date the lower level, in whatever order they come. */
export function newestRatingsOf(ratings: readonly SelfRating[]): readonly SelfRating[] {
  const newest = new Map<string, SelfRating>();
  for (const rating of ratings) {
    const known = newest.get(rating.elementId);
    if (known === undefined || isNewer(rating, known)) {
      newest.set(rating.elementId, rating);
    }
  }
  return [...newest.values()].sort((a, b) => (a.elementId < b.elementId ? -1 : 1));
}

/** Of two said at one date neither is the newer; the one that claims less is taken. */
function isNewer(rating: SelfRating, known: SelfRating): boolean {
  const [day, knownDay] = [lastDayOf(rating.date), lastDayOf(known.date)];
  if (day !== knownDay) return day > knownDay;
  return rating.level !== known.level ? rating.level < known.level : rating.date < known.date;
}

/** Returns whether there are many ratings (one an element) and nearly all are alike. */
export function areFlat(ratings: readonly SelfRating[]): boolean {
  const { length } = ratings;
  if (length < FLAT_FROM) return false;
  const mean = ratings.reduce((sum, { level }) => sum + level, 0) / length;
  const variance = ratings.reduce((sum, { level }) => sum + (level - mean) ** 2, 0) / length;
  return Math.sqrt(variance) < FLAT_BELOW;
}

/**
 * Returns what the ratings count for today, by element: the newest of each element that the catalogue
 * has, faded as work is by the years since it was given.
 */
export function countedRatingsOf(
  catalogue: Catalogue,
  ratings: readonly SelfRating[],
  today: CalendarDate,
): readonly CountedRating[] {
  const newest = newestRatingsOf(ratings);
  const weight = areFlat(newest) ? FLAT_WEIGHT : 1;
  return newest.flatMap(({ elementId, level, date }) => {
    const element = catalogue.elements.findIndex(({ id }) => id === elementId);
    if (element < 0 || !Number.isFinite(level)) return [];
    const years = Math.max(0, daysBetween(lastDayOf(date), today) / DAYS_A_YEAR);
    return [{ element, level, weight: weight * 2 ** (-years / HALF_LIFE_YEARS) }];
  });
}
