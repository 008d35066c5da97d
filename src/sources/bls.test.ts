import { expect, test } from "vitest";
import { fixtureFiles } from "../../test/fixture-files.ts";
import { readBls } from "./bls.ts";
import { testSource } from "./source.contract.ts";

const files = fixtureFiles("bls");

function only(...names: string[]): ReadonlyMap<string, Uint8Array> {
  return new Map([...files].filter(([name]) => names.includes(name)));
}

testSource("readBls()", {
  read: (given) => {
    const { catalogue, problems } = readBls(given);
    return { value: catalogue, problems };
  },
  files,
  badRows: [
    ["clean.csv", "kites,Kite Menders,1,1,0,0,0,1,1,None", "bad-value", "soc"],
    ["clean.csv", "91-1002,Kite Menders,1,1,0,0,0,1,1,", "duplicate", "soc"],
    [
      "wages.csv",
      "99,U.S.,1,US,0,All,cross-industry,1,91-1001,Twice,detailed,1",
      "duplicate",
      "OCC_CODE",
    ],
    [
      "wages.csv",
      "99,U.S.,1,US,0,All,cross-industry,1,none,None,detailed,1",
      "bad-value",
      "OCC_CODE",
    ],
  ].map(([file = "", row = "", code, column = ""]) => ({
    file,
    row,
    problem: { code: `source/${code}` as "source/bad-value", column }, // as: one of the codes above
  })),
});

test("readBls() joins the projections and the wages by code", () => {
  const { catalogue } = readBls(only("export.csv", "wages.csv"));
  expect(catalogue.ids).toEqual(["91-1001", "91-1002", "92-2001"]);
  expect(catalogue.groups).toEqual(["91-1000", "91-1000", "92-2000"]);
  expect(catalogue.titles).toEqual(["Lamp lighters", "Kite menders", "Echo keepers"]);
  expect(catalogue.aliases).toEqual([["Lamp Hand", "Lamplighter"], [], []]);
  expect(catalogue.employment).toEqual(Float64Array.of(1234.5, 0.8, 3));
  expect(catalogue.annualOpenings).toEqual(Float64Array.of(120.4, 0.1, 0.2));
  expect(catalogue.growth[1]).toBeCloseTo(-0.125);
  expect(catalogue.typicalEducation).toEqual(Uint8Array.of(2, 8, 11));
  expect(catalogue.release).toContain("Employment Projections 2098–08");
});

test("readBls() takes what is only bounded at its bound, and an hour's pay times 2080", () => {
  const { catalogue, problems } = readBls(only("export.csv", "wages.csv"));
  const payOf = (row: number) =>
    [catalogue.payLow, catalogue.payMedian, catalogue.payHigh].map((pay) => pay[row]);
  expect(payOf(0)).toEqual([22000, 41500, 63000]);
  expect(payOf(1)).toEqual([21840, 41600, 239200]);
  expect(payOf(2)).toEqual([230000, 239200, 239200]);
  expect(problems).toEqual([
    { code: "source/top-coded", count: 3, least: 239200 },
    { code: "source/hourly-only", count: 1, hours: 2080 },
  ]);
});

test("readBls() reads any of its tables alone, and says what the others would tell", () => {
  const wages = readBls(only("wages.csv"));
  expect(wages.catalogue.titles).toEqual(["Lamp Lighters", "Kite Menders", "Echo Keepers"]);
  expect(wages.catalogue.employment).toEqual(Float64Array.of(1.2, Number.NaN, 2.9));
  expect(wages.problems).toContainEqual(
    expect.objectContaining({ code: "source/lacks-table", file: "Employment Projections.csv" }),
  );
  const raw = readBls(only("export.csv"));
  expect(raw.catalogue.payMedian).toEqual(Float64Array.of(41000, Number.NaN, 239200));
  expect(raw.problems.map(({ code }) => code)).toEqual([
    "source/lacks-table",
    "source/partly-known",
  ]);
  const clean = readBls(only("clean.csv"));
  expect({ ...clean.catalogue, aliases: [] }).toEqual({ ...raw.catalogue, aliases: [] });
});

test("readBls() knows tables by their headers, whatever their names, and Table 1.2 with its notes", () => {
  const table = [
    "Table 1.2 Occupational projections and worker characteristics (numbers in thousands),,,,,,,",
    '2098 National Employment Matrix title,2098 National Employment Matrix code,Occupation type,"Employment, 2098","Employment, 2108","Employment change, percent, 2098–2108","Occupational openings, 2098–2108 annual average","Median annual wage, dollars, 2098[1]",Typical education needed for entry',
    '"Total, all occupations",00-0000,Summary,9999,9999,1,1,1,—',
    "Lamp people,91-1000,Summary,9999,9999,1,1,1,—",
    'Lamp lighters [2],91-1001,Line item,"1,234.5",1300,5.3,120.4,"41,000",High school diploma or equivalent',
    "Note: made up,,,,,,,",
  ].join("\n");
  const { catalogue, problems } = readBls({ "anything.csv": new TextEncoder().encode(table) });
  expect(catalogue.ids).toEqual(["91-1001"]);
  expect(catalogue.titles).toEqual(["Lamp lighters"]);
  expect(catalogue.employment[0]).toBe(1234.5);
  expect(catalogue.growth[0]).toBeCloseTo(0.053);
  expect(catalogue.typicalEducation[0]).toBe(2);
  expect(problems.map(({ code }) => code)).toEqual(["source/lacks-table"]);
});

test("readBls() of older wages knows the bound that held then", () => {
  const older = new TextDecoder().decode(files.get("wages.csv")).replaceAll("230000", "200000");
  const { catalogue } = readBls({ "wages.csv": new TextEncoder().encode(older) });
  expect(catalogue.payHigh[2]).toBe(208000);
});

test("readBls() takes the year of the wages from the table's name, where that is the one BLS gives it", () => {
  const wages = new TextEncoder().encode(
    "OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,A_MEDIAN\n91-1001,Lamp Lighters,detailed,1200,41500\n",
  );
  const releaseOf = (path: string) => readBls(new Map([[path, wages]])).catalogue.release;
  const name = "BLS Occupational Employment and Wage Statistics";
  expect(releaseOf("wages/oesm97nat.zip/oesm97nat/national_M2097_dl.xlsx/sheet1.csv")).toBe(
    `${name}, May 2097`,
  );
  expect(releaseOf("wages.csv")).toBe(name);
});
