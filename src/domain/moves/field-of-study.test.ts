import { expect, test } from "vitest";
import { smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { degreeFieldsAfter, missingFieldOf } from "./field-of-study.ts";

const NURSE = 3;
/** The small catalogue with codes of work that asks for its field, and of work that excepts itself. */
const catalogue = smallCatalogue({
  ids: ["17-2041.00", "17-2112.01", "17-2141.00", ...smallCatalogue().ids.slice(NURSE)],
  fields: [
    { cip: "14.07", name: "Chemical engineering", keywords: [], occupations: [0] },
    { cip: "51.38", name: "Nursing", keywords: [], occupations: [NURSE] },
  ],
});
const [CHEMICAL, HUMAN_FACTORS, MECHANICAL] = [0, 1, 2];
const [general] = catalogue.credentials.filter(({ id }) => id === "bachelor");
const degree = general === undefined ? [] : [general];
const psychologist = { degreeFields: new Set(["42.01"]) };

test("missingFieldOf() misses the family's fields, but not where other fields lead there as well", () => {
  expect(missingFieldOf(catalogue, psychologist, CHEMICAL)?.inWords).toContain("engineering");
  expect(missingFieldOf(catalogue, psychologist, HUMAN_FACTORS)).toBeUndefined();
  expect(missingFieldOf(catalogue, psychologist, NURSE)).toBeUndefined();
  expect(missingFieldOf(catalogue, {}, CHEMICAL)).toBeUndefined();
});

test("degreeFieldsAfter() adds the field of the work that a general degree was taken for", () => {
  const after = (row: number, degreeFields?: ReadonlySet<string>) =>
    degreeFieldsAfter(
      catalogue,
      { educationLevel: degreeFields === undefined ? 2 : 6, degreeFields },
      { templates: degree, row },
    );
  expect(degree).toHaveLength(1);
  expect([...(after(CHEMICAL, psychologist.degreeFields) ?? [])]).toEqual(["42.01", "14", "14.07"]);
  expect([...(after(NURSE) ?? [])]).toEqual(["51.38"]);
  // No field is listed for it: its family's own.
  expect([...(after(MECHANICAL) ?? [])]).toEqual(["14"]);
  const learnt = after(CHEMICAL, psychologist.degreeFields);
  expect(missingFieldOf(catalogue, { degreeFields: learnt }, MECHANICAL)).toBeUndefined();
});

test("degreeFieldsAfter() knows no more than before of a degree whose field was not known", () => {
  const unknown = { educationLevel: 6, degreeFields: undefined } as const;
  expect(degreeFieldsAfter(catalogue, unknown, { templates: degree, row: NURSE })).toBeUndefined();
  const school = { educationLevel: 2, degreeFields: undefined } as const;
  expect(degreeFieldsAfter(catalogue, school, { templates: [], row: NURSE })).toBeUndefined();
});

test("degreeFieldsAfter() takes a degree for work of which nothing is listed for one in no family's field", () => {
  const receptionist = catalogue.ids.indexOf("43-4171.00");
  const fields = degreeFieldsAfter(
    catalogue,
    { educationLevel: 2, degreeFields: undefined },
    { templates: degree, row: receptionist },
  );
  expect(fields?.size).toBe(1);
  expect(missingFieldOf(catalogue, { degreeFields: fields }, CHEMICAL)).toBeDefined();
});
