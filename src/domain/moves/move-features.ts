// What the likelihood of a move is made of: one row of plain figures for each pair of occupations. The
// likelihood itself, its coefficients and where they come from are move-likelihood.ts's.

import type { Catalogue, ElementGroup } from "../occupations/catalogue.ts";
import { LISTED_IMPORTANCE } from "../occupations/combine-catalogues.ts";
import {
  type PairTable,
  profileNearness,
  relatedNearness,
  wordNearness,
} from "./profile-nearness.ts";

/** In the order of a row's figures. The first three grow with the destination's size. */
export const MOVE_FEATURES = [
  "size",
  "size, by pay left",
  "size, by related occupations",
  "knowledge left unused",
  "skill missing",
  "skill left unused",
  "nearness of knowledge",
  "nearness of abilities",
  "nearness by related occupations",
  "nearness of titles",
  "nearness of tasks",
  "pay rise",
  "pay fall",
  "pay distance, squared",
  "same family of work",
  "to supervising",
  "to managing",
] as const;

export interface MoveFeatures {
  /** The catalogue's rows that the places below stand for. */
  readonly rows: readonly number[];
  /** Figures from one place to all, row-major: destination × feature. */
  readonly from: (place: number) => Float64Array;
}

/** Natural logarithm of the median yearly pay over all occupations: OEWS May 2024, A_MEDIAN of 00-0000. */
export const USUAL_LOG_PAY = Math.log(49_500);

/** Kept above 0 before a logarithm is taken: about what two occupations chosen blindly have. */
export const LEAST_NEARNESS = 0.01;

/**
 * Returns the pair features of the rows given. Size is the natural logarithm of thousands employed, pay
 * that of the yearly median; where either is not known it counts as the mean over the rows. Of the elements
 * only those count that an occupation asks for.
 */
export function moveFeaturesOf(whole: Catalogue, rows: readonly number[]): MoveFeatures {
  const catalogue = askedOnly(whole);
  const count = rows.length;
  const width = MOVE_FEATURES.length;
  const sizes = logsOf(catalogue.employment, rows);
  const pays = logsOf(catalogue.payMedian, rows);
  const knowledge = profileNearness(catalogue, rows, "knowledge");
  const ability = profileNearness(catalogue, rows, "ability");
  const related = relatedNearness(catalogue, rows);
  const titles = wordNearness(
    rows.map((row) => [catalogue.titles[row] ?? "", ...(catalogue.aliases[row] ?? [])]),
  );
  const tasks = wordNearness(rows.map((row) => catalogue.tasks[row] ?? []));
  const knowledgeMissing = missingShares(catalogue, rows, "knowledge");
  const skillMissing = missingShares(catalogue, rows, "skill");
  const logOf = (table: PairTable, at: number) =>
    Math.log(LEAST_NEARNESS + (table.values[at] as number));
  const from = (place: number): Float64Array => {
    const figures = new Float64Array(count * width);
    const group = catalogue.groups[rows[place] as number] ?? "";
    for (let to = 0; to < count; to++) {
      const there = place * count + to;
      const back = to * count + place;
      const size = sizes[to] as number;
      const pay = (pays[to] as number) - (pays[place] as number);
      const other = catalogue.groups[rows[to] as number] ?? "";
      const isManaging = other.startsWith(MANAGERS);
      figures.set(
        [
          size,
          size * ((pays[place] as number) - USUAL_LOG_PAY),
          size * logOf(related, there),
          knowledgeMissing[back] as number,
          skillMissing[there] as number,
          skillMissing[back] as number,
          knowledge.values[there] as number,
          ability.values[there] as number,
          logOf(related, there),
          logOf(titles, there),
          logOf(tasks, there),
          Math.max(0, pay),
          Math.max(0, -pay),
          pay * pay,
          Number(group !== "" && group.slice(0, MINOR_GROUP) === other.slice(0, MINOR_GROUP)),
          Number(!isManaging && SUPERVISORS.test(other)),
          Number(isManaging),
        ],
        to * width,
      );
    }
    return figures;
  };
  return { rows, from };
}

/**
 * The catalogue with only the elements that each occupation asks for, so that a full release and the
 * working catalogue made from it give the same figures.
 */
function askedOnly(catalogue: Catalogue): Catalogue {
  const isAsked = (i: number) =>
    (catalogue.importance[i] ?? Number.NaN) >= LISTED_IMPORTANCE - 1e-6;
  const level = catalogue.level.map((value, i) => (isAsked(i) ? value : Number.NaN));
  const importance = catalogue.importance.map((value, i) => (isAsked(i) ? value : Number.NaN));
  return { ...catalogue, level, importance };
}

/** SOC 2018: managers are major group 11; supervisors of a field the first minor group of its own. */
const MANAGERS = "11";
const SUPERVISORS = /^\d\d-10/;
/** "29-1" is the minor group that 29-1141 is in. */
const MINOR_GROUP = 4;

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

/** Natural logarithms of a column; the mean of those known where one is not, 0 where none is. */
function logsOf(column: Float64Array, rows: readonly number[]): Float64Array {
  const logs = Float64Array.from(rows, (row) => Math.log(column[row] ?? Number.NaN));
  const known = logs.filter((value) => Number.isFinite(value));
  const usual = meanOf(known);
  return logs.map((value) => (Number.isFinite(value) ? value : usual));
}

/**
 * Σ w·max(0, ℓ_to − ℓ_from) / Σ w·ℓ_to over a group of elements, w from the destination's importance;
 * row = origin, column = destination. Elements that either does not list count as nothing.
 */
function missingShares(
  catalogue: Catalogue,
  rows: readonly number[],
  group: ElementGroup,
): Float64Array {
  const columns = catalogue.elements.flatMap((element, i) => (element.group === group ? [i] : []));
  const count = rows.length;
  const wide = columns.length;
  const cells = (table: Float32Array, unknown: number) =>
    Float64Array.from({ length: count * wide }, (_, cell) => {
      const row = rows[Math.floor(cell / wide)] as number;
      const value = table[row * catalogue.elements.length + (columns[cell % wide] as number)];
      return value === undefined || Number.isNaN(value) ? unknown : value;
    });
  const levels = cells(catalogue.level, 0);
  const weights = cells(catalogue.importance, 1).map((importance) => (importance - 1) / 4);
  const values = new Float64Array(count * count);
  for (let to = 0; to < count; to++) {
    let total = 0;
    for (let i = to * wide; i < (to + 1) * wide; i++) {
      total += (levels[i] as number) * (weights[i] as number);
    }
    if (total === 0) continue;
    for (let from = 0; from < count; from++) {
      let unmet = 0;
      for (let i = 0; i < wide; i++) {
        const at = to * wide + i;
        const short = (levels[at] as number) - (levels[from * wide + i] as number);
        if (short > 0) unmet += short * (weights[at] as number);
      }
      values[from * count + to] = unmet / total;
    }
  }
  return values;
}
