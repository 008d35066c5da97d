import { expect, test } from "vitest";
import { blsFiguresOf, widerBlsTitleOf } from "./bls-figures.ts";
import { blankCatalogue, type Catalogue } from "./catalogue.ts";

const CODES = ["15-1256", "25-9045", "29-1141", "31-1120", "51-2028", "53-1041", "53-1047"];
const bls: Catalogue = {
  ...blankCatalogue("bls", CODES),
  titles: CODES.map((code) => `Row ${code}`),
  employment: Float64Array.from(CODES, () => 120),
  payMedian: Float64Array.from(CODES, (_, row) => 10_000 * (row + 1)),
};

function payOf(ids: readonly string[]): readonly number[] {
  const groups = ids.map((id) => id.slice(0, 7));
  return [...blsFiguresOf(bls, { ids, groups, isRated: ids.map(() => true) }).payMedian];
}

test("blsFiguresOf() gives occupations that BLS publishes only together what it publishes", () => {
  expect(payOf(["53-1041.00", "53-1042.00", "53-1042.01", "53-1043.00", "53-1049.00"])).toEqual([
    60_000, 70_000, 70_000, 70_000, 70_000,
  ]);
  expect(payOf(["15-1252.00", "25-9043.00", "31-1122.00", "51-2023.00"])).toEqual([
    10_000, 20_000, 40_000, 50_000,
  ]);
  // Coil winders have a row of their own, which is not in this release; soldiers have none at all.
  expect(payOf(["51-2021.00", "55-3016.00"])).toEqual([NaN, NaN]);
});

test("blsFiguresOf() counts the people of a combined row once", () => {
  const ids = ["53-1042.00", "53-1043.00", "53-1044.00", "53-1049.00"];
  const groups = ids.map((id) => id.slice(0, 7));
  const { employment } = blsFiguresOf(bls, { ids, groups, isRated: ids.map(() => true) });
  expect([...employment]).toEqual([30, 30, 30, 30]);
});

test("widerBlsTitleOf() names the wider occupation, and nothing where the figures are its own", () => {
  const title = (id: string) => widerBlsTitleOf(bls, { id, group: id.slice(0, 7) });
  expect(title("53-1042.00")).toBe("Row 53-1047");
  expect(title("31-1121.00")).toBe("Row 31-1120");
  expect(title("29-1141.04")).toBe("Row 29-1141");
  expect(title("29-1141.00")).toBeUndefined();
  expect(title("55-3016.00")).toBeUndefined();
});
