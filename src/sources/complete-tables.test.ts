import fc from "fast-check";
import { expect, test } from "vitest";
import { fixtureFiles } from "../../test/fixture-files.ts";
import { readBls } from "./bls.ts";
import { completeTables, filesOfTables, type PartTable, partTablesOf } from "./complete-tables.ts";
import { readCrosswalks } from "./crosswalks.ts";

const RELEASES = { bls: fixtureFiles("bls"), crosswalks: fixtureFiles("crosswalks") };

function read(kind: keyof typeof RELEASES, tables: readonly PartTable[]) {
  const files = filesOfTables(tables);
  return kind === "bls" ? readBls(files) : readCrosswalks(files);
}

test("partTablesOf() knows each table by its header, and what is none", () => {
  const parts = (kind: keyof typeof RELEASES) =>
    partTablesOf(kind, RELEASES[kind]).map(({ part, path }) => [path, part]);
  expect(parts("bls")).toEqual([
    ["clean.csv", "projections"],
    ["export.csv", "projections"],
    ["wages.csv", "wages"],
  ]);
  expect(parts("crosswalks")).toEqual([
    ["fields.csv", "studyFields"],
    ["isco.csv", "isco"],
    ["soc.csv", "soc2010"],
  ]);
  expect(partTablesOf("onet", RELEASES.bls)).toEqual([]);
});

test("completeTables() gives what all at once would give, in whatever order tables come", () => {
  for (const kind of ["bls", "crosswalks"] as const) {
    const all = partTablesOf(kind, RELEASES[kind]);
    const parts = [...new Set(all.map(({ part }) => part))];
    const whole = read(kind, all);
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (order) => {
        const tables = order.reduce<readonly PartTable[]>(
          (earlier, part) =>
            completeTables(
              all.filter((table) => table.part === part),
              earlier,
            ).tables,
          [],
        );
        expect(read(kind, tables)).toEqual(whole);
      }),
    );
  }
});

test("completeTables() takes the new table of a part, and names the parts that stay", () => {
  const table = (part: string, path: string): PartTable => ({ part, path, bytes: Uint8Array.of() });
  const earlier = [table("wages", "2023.csv"), table("projections", "old.csv")];
  expect(completeTables([table("wages", "2024.csv")], earlier)).toEqual({
    tables: [table("wages", "2024.csv"), table("projections", "old.csv")],
    kept: ["projections"],
  });
  expect(completeTables(earlier, earlier)).toEqual({ tables: earlier, kept: [] });
  // Two parts may have come in files of one name.
  const files = filesOfTables([table("wages", "data.csv"), table("projections", "data.csv")]);
  expect(files.size).toBe(2);
});
