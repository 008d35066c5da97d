// BLS publishes by six-digit SOC code, O*NET by eight: which BLS row speaks for an occupation, and whose
// people its figures count, so that no sum over occupations counts anybody twice.

import type { Catalogue } from "./catalogue.ts";

/** What BLS says of occupations, a value a row. */
export interface BlsFigures
  extends Pick<
    Catalogue,
    | "typicalEducation"
    | "employment"
    | "annualOpenings"
    | "growth"
    | "payLow"
    | "payMedian"
    | "payHigh"
  > {
  /** 1 where BLS has a row for the occupation's group. */
  readonly hasRow: Uint8Array;
}

export interface OccupationsToFill {
  /** O*NET-SOC codes, ascending. */
  readonly ids: readonly string[];
  /** Their SOC 2018 codes. */
  readonly groups: readonly string[];
  readonly isRated: readonly boolean[];
}

/**
 * Returns BLS's figures for each occupation. Pay, growth and typical education are the group's for all in it.
 * People and openings are counted once: a group's own occupation (".00") has all of them where it is
 * described itself, and its specialities have none of their own (not known); where it is a mere remainder
 * ("all other") they are shared equally among the parts that are described. *Assumption*: equal shares,
 * since nobody publishes others.
 */
export function blsFiguresOf(bls: Catalogue, occupations: OccupationsToFill): BlsFigures {
  const { ids, groups } = occupations;
  const rowOfCode = new Map(bls.ids.map((id, row) => [id, row]));
  const rows = Int32Array.from(groups, (group) => blsRowOf(rowOfCode, group));
  const shares = sharesOf(rows, occupations);
  const column = (values: Float64Array, share?: Float64Array) =>
    Float64Array.from(ids, (_, i) => {
      const value = values[rows[i] ?? -1] ?? Number.NaN;
      return share === undefined ? value : value * (share[i] ?? Number.NaN);
    });
  return {
    hasRow: Uint8Array.from(rows, (row) => (row < 0 ? 0 : 1)),
    typicalEducation: Uint8Array.from(rows, (row) => bls.typicalEducation[row] ?? 0),
    employment: column(bls.employment, shares),
    annualOpenings: column(bls.annualOpenings, shares),
    growth: column(bls.growth),
    payLow: column(bls.payLow),
    payMedian: column(bls.payMedian),
    payHigh: column(bls.payHigh),
  };
}

/**
 * SOC 2018 codes that BLS publishes only together, under a code of its own that SOC does not have. Source: the rows
 * of OEWS May 2024 and of the projections 2024–34 that are no SOC 2018 code, with their titles; the last
 * three stand in OEWS May 2019 and 2020 alone.
 */
const COMBINED: Readonly<Record<string, readonly string[]>> = {
  "21-1018": ["21-1011", "21-1014"],
  "25-2052": ["25-2055", "25-2056"],
  "25-9045": ["25-9042", "25-9043", "25-9049"],
  "51-2028": ["51-2022", "51-2023"],
  "53-1047": ["53-1042", "53-1043", "53-1044", "53-1049"],
  "15-1245": ["15-1242", "15-1243"],
  "15-1256": ["15-1252", "15-1253"],
  "15-1257": ["15-1254", "15-1255"],
};
const COMBINED_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(COMBINED).flatMap(([code, parts]) => parts.map((part) => [part, code] as const)),
);

/** The row of the SOC code, else of the wider one that BLS publishes instead ("31-1120" for 31-1121). */
function blsRowOf(rowOfCode: ReadonlyMap<string, number>, group: string): number {
  if (group.length !== 7) return rowOfCode.get(group) ?? -1;
  const wider = [6, 5].map((digits) => group.slice(0, digits).padEnd(7, "0"));
  const codes = [group, COMBINED_OF.get(group) ?? "", ...wider];
  for (const code of codes) {
    const row = rowOfCode.get(code);
    if (row !== undefined) return row;
  }
  return -1;
}

/**
 * Returns what BLS calls the wider occupation whose figures stand for this one: that of a speciality
 * ("29-1141.04") or of codes that are published together; undefined where the figures are its own, or
 * where there are none.
 */
export function widerBlsTitleOf(
  bls: Catalogue,
  { id, group }: { readonly id: string; readonly group: string },
): string | undefined {
  const row = blsRowOf(new Map(bls.ids.map((code, at) => [code, at])), group);
  if (row < 0) return undefined;
  const isOwn = bls.ids[row] === group && (id === group || id.endsWith(".00"));
  return isOwn ? undefined : bls.titles[row];
}

/** Share of its BLS row's people that each occupation has; NaN where it has none of its own. */
function sharesOf(rows: Int32Array, { ids, isRated }: OccupationsToFill): Float64Array {
  const members = new Map<number, number[]>();
  rows.forEach((row, i) => {
    if (row >= 0) members.set(row, [...(members.get(row) ?? []), i]);
  });
  const shares = new Float64Array(rows.length).fill(Number.NaN);
  for (const all of members.values()) {
    const wholes = all.filter((i) => ids[i]?.endsWith(".00"));
    const described = wholes.filter((i) => isRated[i]);
    const parts = all.filter((i) => isRated[i]);
    const holders = described.length > 0 ? described : parts.length > 0 ? parts : wholes;
    const counted = holders.length > 0 ? holders : all;
    for (const i of counted) shares[i] = 1 / counted.length;
  }
  return shares;
}
