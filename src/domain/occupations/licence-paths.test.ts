import { expect, test } from "vitest";
import type { Catalogue, CredentialTemplate, Licence } from "./catalogue.ts";
import { credentialOf, credentialsFor, examOf } from "./licence-paths.ts";

function template(id: string, preparesFor: readonly number[] = []): CredentialTemplate {
  const nothing = { low: 0, likely: 0, high: 0 };
  return {
    id,
    name: `The ${id}`,
    kind: "course",
    educationLevel: 0,
    entryLevel: 0,
    hours: nothing,
    money: nothing,
    currency: "USD" as CredentialTemplate["currency"],
    minimumMonths: 0,
    waitWeeks: nothing,
    daytime: false,
    passRate: Number.NaN,
    admission: false,
    after: [],
    preparesFor,
    source: "made up for this test",
  };
}

function catalogueOf(credentials: readonly CredentialTemplate[]): Catalogue {
  return { credentials } as Partial<Catalogue> as Catalogue;
}

function licenceOf(exam: string, credentials: readonly string[]): Licence {
  const source = "made up for this test";
  return {
    occupation: 0,
    name: "Licence",
    minimumEducation: 5,
    exam,
    place: "US",
    source,
    credentials,
  };
}

const CATALOGUE = catalogueOf([
  template("degree", [0]),
  template("course", [1, 0, 0]),
  template("exam"),
]);
const NURSE = licenceOf("The exam", ["degree"]);

test("credentialOf() and examOf() know nothing of what is not on the list", () => {
  expect(credentialOf(CATALOGUE, "nothing")).toBeUndefined();
  expect(examOf(CATALOGUE, licenceOf("Another exam", []))).toBeUndefined();
  expect(examOf(CATALOGUE, licenceOf("", []))).toBeUndefined();
  expect(examOf(CATALOGUE, NURSE)?.id).toBe("exam");
});

test("credentialsFor() gives what prepares for the occupation, each once, in the catalogue's order", () => {
  const idsFor = (row: number) => credentialsFor(CATALOGUE, row).map(({ id }) => id);
  expect(idsFor(0)).toEqual(["degree", "course"]);
  expect(idsFor(1)).toEqual(["course"]);
  expect(idsFor(2)).toEqual([]);
});
