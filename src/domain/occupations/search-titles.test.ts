// A search while one types: beginnings and likeness in one list.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readStarter, STARTER_FILES } from "../../sources/starter.ts";
import { titleEntriesOf } from "../titles/match-title.ts";
import { buildTitleIndex } from "../titles/title-index.ts";
import { buildPrefixIndex } from "./find-by-prefix.ts";
import { searchTitles } from "./search-titles.ts";

const folder = join(import.meta.dirname, "../../../data/starter");
const { catalogue } = readStarter(
  new Map(STARTER_FILES.map((name) => [name, readFileSync(join(folder, name))])),
);
const WORLD = {
  catalogue,
  titles: buildTitleIndex(titleEntriesOf(catalogue)),
  prefixes: buildPrefixIndex(catalogue),
};
const idsOf = (query: string) =>
  searchTitles(WORLD, query, { limit: 10 }).map(({ row }) => catalogue.ids[row]);

test.each([
  ["phleb", "31-9097.00"],
  ["regstered nur", "29-1141.00"],
  ["RN", "29-1141.00"],
  ["nurses", "29-1141.00"],
  ["lorry driver", "53-3032.00"],
  ["electrican", "47-2111.00"],
  ["teaching asistant", "25-9042.00"],
  ["cal cen", "43-4051.00"],
  ["manager sales", "11-2022.00"],
  ["labourer", "47-2061.00"],
] as const)("searchTitles() finds first what is meant: %s", (query, id) => {
  expect(idsOf(query)[0]).toBe(id);
});

test.each(["", "   ", "!?", "zzyzx"])("searchTitles() finds nothing for nothing: “%s”", (query) => {
  expect(idsOf(query)).toEqual([]);
});

test("searchTitles() keeps to the limit, best first, and leaves out what is only noise", () => {
  expect(searchTitles(WORLD, "nur", { limit: 3 })).toHaveLength(3);
  expect(searchTitles(WORLD, "nur", { limit: 0 })).toEqual([]);
  const scores = searchTitles(WORLD, "cashier", { limit: 50 }).map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(idsOf("cashier")).not.toContain("21-1022.00"); // By likeness alone it would be there.
});

test("searchTitles() takes a whole word for meant, before longer words that begin so", () => {
  const found = idsOf("nurse");
  const place = (id: string) => (found.includes(id) ? found.indexOf(id) : found.length);
  expect(found[0]).toBe("29-1141.00");
  expect(place("31-1131.00")).toBeLessThan(place("39-9011.00")); // "nurse aide" before "nursery nurse".
});
