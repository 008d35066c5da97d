import { expect, test } from "vitest";
import { SMALL, smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { parseStageSubject, refusalsMet, subjectInWords } from "./stage-subject.ts";

const catalogue = smallCatalogue();

test.each([
  ["occupation:31-9092.00", { kind: "occupation", id: "31-9092.00" }],
  ["credential:medical-assistant", { kind: "credential", id: "medical-assistant" }],
  ["occupation:", undefined],
  ["work:31-9092.00", undefined],
  ["31-9092.00", undefined],
  ["", undefined],
])("parseStageSubject() reads %j", (text, subject) => {
  expect(parseStageSubject(text)).toEqual(subject);
});

test.each([
  [`occupation:${SMALL.registeredNurse}`, "working as a staff nurse"],
  [`serve:${SMALL.registeredNurse}`, "volunteering as a staff nurse"],
  [`hold:${SMALL.registeredNurse}`, "staying on as a staff nurse"],
  ["credential:nclex-rn", "the nursing exam for registered nurses (NCLEX-RN)"],
  ["credential:nothing", undefined],
  ["occupation:99-9999.00", undefined],
])("subjectInWords() says %j", (text, words) => {
  expect(subjectInWords(catalogue, text)).toBe(words);
});

test("refusalsMet() gives the refusals that a route meets, in the order said", () => {
  const refusals = [
    { subject: "serve:a", reason: "hours" },
    { subject: "occupation:b", reason: "place" },
    { subject: "credential:c", reason: "not this" },
  ] as const;
  expect(refusalsMet(["credential:c", "serve:a", "hold:b"], refusals)).toEqual([
    refusals[0],
    refusals[2],
  ]);
  expect(refusalsMet(["occupation:a"], refusals)).toEqual([]);
});
