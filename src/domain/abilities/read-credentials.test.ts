import { expect, test } from "vitest";
import { smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import type { CredentialTemplate } from "../occupations/catalogue.ts";
import type { Credential } from "../record/career-record.ts";
import { heldCredentialsOf, isInForce, templatesStudied } from "./read-credentials.ts";

const TODAY = "2026-11-22" as CalendarDate;
const catalogue = withTemplates(smallCatalogue(), [
  ["cna", "Nursing assistant training (CNA)", "course"],
  ["network-plus", "CompTIA Network+", "certificate"],
  ["pmp", "Project Management Professional (PMP)", "certificate"],
  ["ccnp", "Cisco Certified Network Professional (CCNP Enterprise)", "exam"],
  ["a-plus", "CompTIA A+", "exam"],
  ["aphr", "Associate Professional in Human Resources (aPHR)", "exam"],
  ["phr", "Professional in Human Resources (PHR)", "exam"],
  ["cpa", "CPA exam", "exam"],
  ["scrum", "Scrum master certificate (PSM or CSM)", "exam"],
  ["rn-bsn", "Bachelor's degree for registered nurses (RN to BSN)", "degree"],
]);
const RN = "Registered nurse licence (RN)";
const LPN = "Practical nurse licence (LPN or LVN)";

function withTemplates(
  base: ReturnType<typeof smallCatalogue>,
  more: readonly (readonly [id: string, name: string, kind: CredentialTemplate["kind"]])[],
) {
  const [pattern] = base.credentials;
  if (pattern === undefined) throw new Error("Cannot extend the catalogue: it has no credential");
  const added = more.map(([id, name, kind]) => ({ ...pattern, id, name, kind, educationLevel: 0 }));
  return { ...base, credentials: [...base.credentials, ...added] };
}

function found(name: string, issuer = ""): readonly string[] {
  const { templates, licences } = heldCredentialsOf(catalogue, { name, issuer });
  return [...templates.map(({ id }) => id), ...licences];
}

test.each([
  ["CCNA", "Cisco", ["ccna"]],
  ["Cisco CCNA", "", ["ccna"]],
  ["CCNA 200-301", "", ["ccna"]],
  ["Cisco Certified Network Associate", "", ["ccna"]],
  ["Cisco Certified Network Associate (CCNA)", "", ["ccna"]],
  ["Certified Network Associate", "Cisco", ["ccna"]],
  ["ccna certification", "", []],
  ["CCNA prep course", "", []],
  ["CCNA Instructor", "", []],
  ["CCNP", "Cisco", ["ccnp"]],
  ["CCNP Enterprise", "", ["ccnp"]],
  ["CCNP Security", "Cisco", []],
  ["A+", "CompTIA", ["a-plus"]],
  ["CompTIA A+ ce", "", []],
  ["aPHR", "HRCI", ["aphr"]],
  ["PHR", "HRCI", ["phr"]],
  ["Professional in Human Resources", "", ["phr"]],
  ["Associate Professional in Human Resources", "", ["aphr"]],
  ["Certified Public Accountant", "", ["cpa"]],
  ["CPA, State of Maine", "", ["cpa"]],
  ["Certified ScrumMaster (CSM)", "Scrum Alliance", ["scrum"]],
  ["Certified Scrum Master", "", ["scrum"]],
  ["BSN", "", []],
  ["CompTIA Network+", "", ["network-plus"]],
  ["Network+ N10-008", "CompTIA", ["network-plus"]],
  ["SHRM-CP", "", ["shrm-cp"]],
  ["SHRM Certified Professional (SHRM-CP)", "SHRM", ["shrm-cp"]],
  ["SHRM-SCP", "", []],
  ["PMP", "PMI", ["pmp"]],
  ["Project Management Professional", "", ["pmp"]],
  ["Project Management Professional (PMP)®", "PMI", ["pmp"]],
  ["Project Management", "", []],
  ["RN", "", [RN]],
  ["RN license", "Ohio Board of Nursing", [RN]],
  ["RN License, State of Ohio", "", [RN]],
  ["Registered Nurse First Assistant", "", []],
  ["Notes for RNs", "", []],
  ["NCLEX-RN", "", ["nclex-rn"]],
  ["NCLEX-RN exam scheduled", "", []],
  ["LVN", "", [LPN]],
  ["LPN licence", "", [LPN]],
  ["CNA", "", ["cna"]],
  ["Certified Nursing Assistant", "", ["cna"]],
  ["Certified Nurse Assistant (CNA), Texas", "", ["cna"]],
  ["Certified Novell Administrator", "", []],
  ["Certified Medical Assistant", "AAMA", ["medical-assistant"]],
  ["First aid at work", "", []],
  ["Employee of the month", "", []],
  ["", "", []],
  ["constructor", "__proto__", []],
] as const)("heldCredentialsOf(%j, issued by %j) is %j", (name, issuer, expected) => {
  expect(found(name, issuer)).toEqual(expected);
});

test("heldCredentialsOf() takes a registered nurse for the licence and its exam, never the degree", () => {
  expect(found("Registered Nurse")).toEqual(["nclex-rn", RN]);
  expect(found("Registered Nurse")).not.toContain("nursing-associate");
});

test("isInForce() holds to the last day of an expiry, and from the day it was given", () => {
  const credential = (given: { date?: string; expires?: string }): Credential => ({
    id: "c1",
    name: "CCNA",
    issuer: "Cisco",
    provenance: { source: "typed", state: "stated" },
    unread: {},
    ...(given.date === undefined ? {} : { date: given.date as PartialDate }),
    ...(given.expires === undefined ? {} : { expires: given.expires as PartialDate }),
  });
  expect(isInForce(credential({}), TODAY)).toBe(true);
  expect(isInForce(credential({ expires: "2026-11-21" }), TODAY)).toBe(false);
  expect(isInForce(credential({ expires: "2026-11" }), TODAY)).toBe(true);
  expect(isInForce(credential({ expires: "2025" }), TODAY)).toBe(false);
  expect(isInForce(credential({ date: "2027-01" }), TODAY)).toBe(false);
  expect(isInForce(credential({ date: "2026" }), TODAY)).toBe(true);
});

test.each([
  [{ studyType: "Associate of Applied Science", area: "Nursing" }, ["nursing-associate"]],
  [{ studyType: "BSN", area: "Nursing" }, ["nursing-associate", "bachelor"]],
  [{ studyType: "Certificate", area: "Practical nursing" }, ["practical-nursing"]],
  [{ studyType: "Bachelor", area: "History" }, ["bachelor"]],
  [{ studyType: "Associate", area: "Business" }, []],
  [{ studyType: "", area: "" }, []],
] as const)("templatesStudied(%j) is %j", (education, expected) => {
  expect(templatesStudied(catalogue, education)).toEqual(expected);
});

test("templatesStudied() takes a degree for no further one that begins where it ends", () => {
  const [general] = catalogue.credentials.filter(({ id }) => id === "bachelor");
  if (general === undefined) throw new Error("Cannot look: the catalogue has no general degree");
  const second = { ...general, id: "second", entryLevel: general.educationLevel };
  const both = { ...catalogue, credentials: [...catalogue.credentials, second] };
  expect(templatesStudied(both, { studyType: "Bachelor", area: "History" })).toEqual(["bachelor"]);
});
