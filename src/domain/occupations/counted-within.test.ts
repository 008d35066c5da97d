// Which occupation's figures a part of it has: by its code, with and without the whole in the catalogue.

import { expect, test } from "vitest";
import { blankCatalogue } from "./catalogue.ts";
import { countedWithin } from "./counted-within.ts";

const CATALOGUE = {
  ...blankCatalogue("made-up", ["29-1141.00", "29-1141.03", "15-1299.08"]),
  titles: ["Registered Nurses", "Critical Care Nurses", "Computer Systems Engineers/Architects"],
};

test("countedWithin() names the whole of a part, and nothing for what is counted by itself", () => {
  expect(countedWithin(CATALOGUE, 0)).toBeUndefined();
  expect(countedWithin(CATALOGUE, 1)).toEqual({ id: "29-1141.00", title: "Registered Nurses" });
  expect(countedWithin(blankCatalogue("made-up", ["http://data.europa.eu/esco/x"]), 0)).toBe(
    undefined,
  );
});

test("countedWithin() gives the code alone where the catalogue does not have the whole", () => {
  expect(countedWithin(CATALOGUE, 2)).toEqual({ id: "15-1299.00", title: "" });
});
