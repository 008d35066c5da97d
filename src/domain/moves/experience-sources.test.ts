import { expect, test } from "vitest";
import { smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { experienceCreditOf } from "./experience-credit.ts";
import { experienceSourcesOf } from "./experience-sources.ts";

test("experienceSourcesOf() finds every occupation whose months count, and no other", () => {
  const catalogue = smallCatalogue();
  let counted = 0;
  catalogue.ids.forEach((_, to) => {
    const every = [...catalogue.ids.keys()].filter(
      (row) => row !== to && experienceCreditOf(catalogue, row, to) > 0,
    );
    expect(experienceSourcesOf(catalogue, to)).toEqual(every);
    counted += every.length;
  });
  expect(counted).toBeGreaterThan(10);
});
