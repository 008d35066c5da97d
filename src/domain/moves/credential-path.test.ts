import { expect, test } from "vitest";
import { smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { credentialOf } from "../occupations/licence-paths.ts";
import { pathToCredential, pathToLicences, type Schooling } from "./credential-path.ts";

const catalogue = smallCatalogue();
const NURSE = smallRow("registeredNurse");
const PRACTICAL_NURSE = "Practical nurse licence (LPN or LVN)";
const DIPLOMA: Schooling = {
  educationLevel: 2,
  heldCredentialIds: new Set(),
  heldLicences: new Set(),
  studiedRows: new Set(),
};

function questionOf(schooling: Partial<Schooling> = {}, avoid: readonly string[] = []) {
  return {
    catalogue,
    schooling: { ...DIPLOMA, ...schooling },
    row: NURSE,
    hoursPerWeek: 20,
    avoid: new Set(avoid),
  };
}

function idsTo(id: string, schooling: Partial<Schooling> = {}, avoid: readonly string[] = []) {
  const template = credentialOf(catalogue, id);
  if (template === undefined) throw new Error(`Cannot look for "${id}": there is none`);
  return pathToCredential(questionOf(schooling, avoid), template)?.templates.map((one) => one.id);
}

function idsToLicence(schooling: Partial<Schooling> = {}, avoid: readonly string[] = []) {
  return pathToLicences(questionOf(schooling, avoid))?.templates.map((one) => one.id);
}

test("pathToLicences() takes the quickest way that is open, the exam last", () => {
  expect(idsToLicence()).toEqual(["nursing-associate", "nclex-rn"]);
  const held = {
    educationLevel: 3,
    heldCredentialIds: new Set(["practical-nursing", "nclex-pn"]),
    heldLicences: new Set([PRACTICAL_NURSE]),
  } as const;
  expect(idsToLicence(held)).toEqual(["practical-to-registered-bridge", "nclex-rn"]);
});

test("pathToLicences() leaves out what is held, and ends nowhere where all ways are refused", () => {
  const held = (...ids: readonly string[]) => ({ heldCredentialIds: new Set(ids) });
  expect(idsToLicence(held("nursing-associate"))).toEqual(["nclex-rn"]);
  expect(idsToLicence(held("nclex-rn", "nursing-associate"))).toEqual([]);
  expect(idsToLicence({ heldLicences: new Set(["Registered nurse licence (RN)"]) })).toEqual([]);
  expect(idsToLicence({}, ["nclex-rn"])).toBeUndefined();
  expect(idsToLicence({}, ["nursing-associate"])).toBeUndefined();
});

test("pathToCredential() goes through no other licensed occupation", () => {
  const bridge = "practical-to-registered-bridge";
  expect(idsTo(bridge)).toBeUndefined();
  const held = { educationLevel: 3, heldCredentialIds: new Set(["practical-nursing"]) } as const;
  expect(idsTo(bridge, held)).toEqual([bridge]);
});

test("pathToCredential() begins with the schooling that entry asks for, and is empty for what is held", () => {
  const further = {
    ...catalogue.credentials.at(-1),
    id: "further",
    entryLevel: 6,
    educationLevel: 7,
  };
  const all = { ...catalogue, credentials: [...catalogue.credentials, further] };
  const question = { ...questionOf(), catalogue: all as typeof catalogue };
  const template = credentialOf(question.catalogue, "further");
  expect(template && pathToCredential(question, template)?.templates.map(({ id }) => id)).toEqual([
    "bachelor",
    "further",
  ]);
  expect(idsTo("bachelor", { heldCredentialIds: new Set(["bachelor"]) })).toEqual([]);
});

test("pathToCredential() ends on credentials that come after one another in a ring", () => {
  const [one] = catalogue.credentials;
  if (one === undefined) throw new Error("Cannot look: the catalogue has no credential");
  const ring = {
    ...catalogue,
    credentials: [
      { ...one, id: "a", after: ["b"] },
      { ...one, id: "b", after: ["a"] },
    ],
  };
  const [first = one] = ring.credentials;
  expect(pathToCredential({ ...questionOf(), catalogue: ring }, first)).toBeUndefined();
});
