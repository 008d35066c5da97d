// What an occupation usually asks before one is let in: education, related experience, and the time
// its skills take. Read from what its incumbents say, never under what the law asks.

import type { ThreePoint } from "../money.ts";
import {
  type Catalogue,
  EDUCATION_CATEGORIES,
  EDUCATION_LEVELS,
  type EducationLevel,
  EXPERIENCE_CATEGORIES,
  type Licence,
} from "../occupations/catalogue.ts";
import { risesFromWork } from "./led-work.ts";

/** Assumption: what is usual is the lowest category at or below which this share of the incumbents stand. */
export const INCUMBENT_SHARE = 0.25;

/**
 * Assumption: a level of schooling at or below which at least this share of the incumbents stand is a
 * way in too, though a harder one.
 */
export const LESS_SCHOOLING_SHARE = 0.1;

/**
 * Assumption: related experience of less than this many months keeps nobody out; it is learned in a
 * placement or in the first weeks.
 */
export const EXPERIENCE_ASKED_FROM = 6;

/**
 * Nobody earns "some college" on purpose. Where a level falls on it, a high-school diploma is taken as
 * asked, and landing is somewhat harder with no more than that.
 */
export const SOME_COLLEGE: EducationLevel = 4;
const HIGH_SCHOOL: EducationLevel = 2;

/**
 * O*NET-SOC codes of managers begin so. Assumption: nobody is put in charge of a field's work who has not
 * done it for the months that its job zone asks and schooling does not stand for, whatever some of
 * those who do it now were let in with.
 */
export const MANAGERS = "11-";

/** Shares are published rounded, so a quarter is met within this much. Measured: two decimals. */
const ROUNDING = 0.005;

/** Months of each O*NET RW category 1–11: its bounds and middle (category text, O*NET 29.3). */
export const EXPERIENCE_MONTHS: readonly ThreePoint[] = [
  { low: 0, likely: 0, high: 0 },
  { low: 0, likely: 0.5, high: 1 },
  { low: 1, likely: 2, high: 3 },
  { low: 3, likely: 4.5, high: 6 },
  { low: 6, likely: 9, high: 12 },
  { low: 12, likely: 18, high: 24 },
  { low: 24, likely: 36, high: 48 },
  { low: 48, likely: 60, high: 72 },
  { low: 72, likely: 84, high: 96 },
  { low: 96, likely: 108, high: 120 },
  { low: 120, likely: 132, high: 144 },
];

/**
 * Months of specific vocational preparation by job zone 0–5: the middle of the zone's SVP range
 * (O*NET Job Zone Reference with the SVP scale of the Dictionary of Occupational Titles, appendix C;
 * zone 5, over four years, is taken as seven). An unknown zone is taken as zone 2.
 */
export const SVP_MONTHS: readonly number[] = [7.5, 1.5, 7.5, 18, 36, 84];

/**
 * SVP months that a level of schooling stands for (US Department of Labor field memorandum 48-94:
 * bachelor two years, master four, doctorate seven); lower levels stand for their programme's hours.
 */
export function schoolingMonthsOf(level: EducationLevel): number {
  if (level >= 10) return 84;
  if (level >= 8) return 48;
  return level >= 6 ? 24 : 0;
}

/**
 * Returns the licences that the catalogue's place asks for all of the occupation's work; empty means
 * unknown.
 */
export function licencesOf(catalogue: Catalogue, row: number): readonly Licence[] {
  return keep(knownOf(catalogue).licences, row, () =>
    catalogue.licences.filter(
      (licence) =>
        licence.occupation === row &&
        licence.place === catalogue.place &&
        licence.partOnly !== true,
    ),
  );
}

export interface UsualEducation {
  /** What must be held; 0 when not known, never SOME_COLLEGE. */
  readonly level: EducationLevel;
  /** The level as its incumbents say it, SOME_COLLEGE included, to compare occupations by. */
  readonly said: EducationLevel;
  /** The least that a licence allows; 0 when no licence is listed. */
  readonly legalMinimum: EducationLevel;
  /** Share of incumbents at or below the level; NaN when not known. */
  readonly shareAtOrBelow: number;
}

interface Known {
  readonly licences: Map<number, readonly Licence[]>;
  readonly education: Map<number, UsualEducation>;
  readonly lessEducation: Map<number, UsualEducation>;
  readonly experience: Map<number, UsualExperience>;
}

/** A search asks for the same again and again, so what was worked out for a catalogue is kept. */
const knownByCatalogue = new WeakMap<Catalogue, Known>();

function knownOf(catalogue: Catalogue): Known {
  const known = knownByCatalogue.get(catalogue);
  if (known !== undefined) return known;
  const fresh: Known = {
    licences: new Map(),
    education: new Map(),
    lessEducation: new Map(),
    experience: new Map(),
  };
  knownByCatalogue.set(catalogue, fresh);
  return fresh;
}

function keep<T>(known: Map<number, T>, row: number, workOut: () => T): T {
  const before = known.get(row);
  if (before !== undefined) return before;
  const value = workOut();
  known.set(row, value);
  return value;
}

/**
 * Returns the education that opens the occupation: the lowest at or below which a quarter of the incumbents
 * stand (or, for less than usual, LESS_SCHOOLING_SHARE), or the legal minimum above it.
 */
export function usualEducationOf(
  catalogue: Catalogue,
  row: number,
  openShare: typeof INCUMBENT_SHARE | typeof LESS_SCHOOLING_SHARE = INCUMBENT_SHARE,
): UsualEducation {
  const { education, lessEducation } = knownOf(catalogue);
  return keep(openShare === INCUMBENT_SHARE ? education : lessEducation, row, () =>
    educationAt(catalogue, row, openShare),
  );
}

function educationAt(catalogue: Catalogue, row: number, openShare: number): UsualEducation {
  let legalMinimum = 0;
  for (const licence of licencesOf(catalogue, row)) {
    legalMinimum = Math.max(legalMinimum, licence.minimumEducation);
  }
  const shares = catalogue.incumbents.education;
  const first = row * EDUCATION_CATEGORIES;
  let sum = 0;
  for (let category = 0; category < EDUCATION_CATEGORIES; category++) {
    const share = shares[first + category] ?? Number.NaN;
    if (Number.isNaN(share)) break;
    sum += share;
    const enough = sum >= openShare - ROUNDING;
    if (enough && category + 1 >= legalMinimum) {
      const said = category + 1;
      const level = Math.max(heldFor(said), legalMinimum);
      const shareAtOrBelow = incumbentsAtOrBelow(catalogue, row, level);
      return { level, said, legalMinimum, shareAtOrBelow };
    }
  }
  const said = Math.max(catalogue.typicalEducation[row] ?? 0, legalMinimum);
  const level = Math.max(heldFor(said), legalMinimum);
  return { level, said, legalMinimum, shareAtOrBelow: Number.NaN };
}

/**
 * Returns the schooling of the middle one of those in the occupation: the lowest level at or below which half
 * of them say a newcomer stands, never under what opens it.
 */
export function middleEducationOf(catalogue: Catalogue, row: number): EducationLevel {
  const { level } = usualEducationOf(catalogue, row);
  for (let middle = level; middle <= EDUCATION_CATEGORIES; middle++) {
    if (incumbentsAtOrBelow(catalogue, row, middle) >= MIDDLE_SHARE - ROUNDING) return middle;
  }
  return level;
}

const MIDDLE_SHARE = 0.5;

/** The level to hold where this one is said: itself, or what stands for SOME_COLLEGE. */
function heldFor(said: EducationLevel): EducationLevel {
  return said === SOME_COLLEGE ? HIGH_SCHOOL : said;
}

/** Returns the share of incumbents at or below a level of education; NaN when not known. */
export function incumbentsAtOrBelow(
  catalogue: Catalogue,
  row: number,
  level: EducationLevel,
): number {
  let sum = 0;
  for (let category = 0; category < level; category++) {
    sum += catalogue.incumbents.education[row * EDUCATION_CATEGORIES + category] ?? Number.NaN;
  }
  return Math.min(1, sum);
}

/**
 * Assumption: related experience of who comes to lead work out of it. Those who were promoted where they
 * were often say that none was asked for (fire captains, detectives), but nobody begins there.
 */
const OF_WHO_LEADS: ThreePoint = { low: 12, likely: 18, high: 24 };

export interface UsualExperience {
  readonly months: ThreePoint;
  /** False when the catalogue has no figures; the months are then 0. */
  readonly known: boolean;
  /** True when the months are assumed and not its incumbents' own. */
  readonly isAssumed: boolean;
}

/**
 * Returns the related experience that a quarter of the incumbents were let in with or under; for
 * managers at least what their job zone asks beyond schooling, see MANAGERS.
 */
export function usualExperienceOf(catalogue: Catalogue, row: number): UsualExperience {
  return keep(knownOf(catalogue).experience, row, () => askedExperienceOf(catalogue, row));
}

function askedExperienceOf(catalogue: Catalogue, row: number): UsualExperience {
  const said = saidExperienceOf(catalogue, row);
  const id = catalogue.ids[row] ?? "";
  if (risesFromWork(id) && said.months.likely < OF_WHO_LEADS.likely)
    return { months: OF_WHO_LEADS, known: true, isAssumed: true };
  if (!id.startsWith(MANAGERS)) return said;
  const zone = SVP_MONTHS[catalogue.zones[row] ?? 0] ?? 0;
  const rest = zone - schoolingMonthsOf(usualEducationOf(catalogue, row).said);
  const least = EXPERIENCE_MONTHS.findLast((months) => months.likely <= rest);
  return least === undefined || least.likely <= said.months.likely
    ? said
    : { months: least, known: true, isAssumed: true };
}

function saidExperienceOf(catalogue: Catalogue, row: number): UsualExperience {
  let sum = 0;
  for (let category = 0; category < EXPERIENCE_CATEGORIES; category++) {
    sum += catalogue.incumbents.experience[row * EXPERIENCE_CATEGORIES + category] ?? Number.NaN;
    const months = EXPERIENCE_MONTHS[category];
    if (sum >= INCUMBENT_SHARE - ROUNDING && months !== undefined)
      return { months, known: true, isAssumed: false };
  }
  return { months: { low: 0, likely: 0, high: 0 }, known: false, isAssumed: false };
}

/** Returns the level in words with its article: "a bachelor's degree", "some college". */
export function educationInWords(level: EducationLevel): string {
  const name = EDUCATION_LEVELS[level - 1];
  if (name === undefined) return "an unknown level of schooling";
  if (level === 1 || level === 4 || level === 12) return name;
  if (level === 2) return "a high-school diploma";
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}
