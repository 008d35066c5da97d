import { expect, test } from "vitest";
import type { Catalogue, CredentialTemplate, Licence } from "./catalogue.ts";
import { credentialOf, examOf, pathsToLicence, stepsTo } from "./licence-paths.ts";

function template(id: string, after: readonly string[] = []): CredentialTemplate {
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
    after,
    preparesFor: [],
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
  template("degree"),
  template("certificate"),
  template("small exam", ["certificate"]),
  template("bridge", ["small exam"]),
  template("exam"),
]);
const NURSE = licenceOf("The exam", ["degree", "bridge"]);

function idsOf(steps: readonly CredentialTemplate[]): string[] {
  return steps.map((step) => step.id);
}

test("pathsToLicence() gives each way in order, the exam last", () => {
  expect(pathsToLicence(CATALOGUE, NURSE, new Set()).map(idsOf)).toEqual([
    ["degree", "exam"],
    ["certificate", "small exam", "bridge", "exam"],
  ]);
});

test("pathsToLicence() leaves out what is held, with all that led to it", () => {
  expect(pathsToLicence(CATALOGUE, NURSE, new Set(["small exam"])).map(idsOf)).toEqual([
    ["degree", "exam"],
    ["bridge", "exam"],
  ]);
  expect(pathsToLicence(CATALOGUE, NURSE, new Set(["degree", "exam"]))[0]).toEqual([]);
});

test("pathsToLicence() of a licence without credentials is its exam alone, or nothing known", () => {
  expect(pathsToLicence(CATALOGUE, licenceOf("The exam", []), new Set()).map(idsOf)).toEqual([
    ["exam"],
  ]);
  expect(pathsToLicence(CATALOGUE, licenceOf("", []), new Set())).toEqual([]);
});

test("pathsToLicence() names no step twice when the exam itself comes after the credential", () => {
  const catalogue = catalogueOf([template("course"), template("exam", ["course"])]);
  const paths = pathsToLicence(catalogue, licenceOf("The exam", ["course"]), new Set());
  expect(paths.map(idsOf)).toEqual([["course", "exam"]]);
});

test("stepsTo() ends on credentials that come after one another in a ring", () => {
  const ring = catalogueOf([template("a", ["b"]), template("b", ["a"])]);
  expect(idsOf(stepsTo(ring, "a", new Set()))).toEqual(["b", "a"]);
});

test("credentialOf() and examOf() know nothing of what is not on the list", () => {
  expect(credentialOf(CATALOGUE, "nothing")).toBeUndefined();
  expect(examOf(CATALOGUE, licenceOf("Another exam", []))).toBeUndefined();
  expect(examOf(CATALOGUE, licenceOf("", []))).toBeUndefined();
  expect(examOf(CATALOGUE, NURSE)?.id).toBe("exam");
});
