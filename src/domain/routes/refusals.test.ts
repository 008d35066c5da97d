import { expect, test } from "vitest";
import { refusedIds, refusedSubjects, subjectsOf } from "./refusals.ts";

test("subjectsOf() names what a stage is about, one subject a credential", () => {
  const stage = { occupationId: "29-1141.00", credentialIds: ["nursing-associate", "nclex-rn"] };
  expect(subjectsOf({ ...stage, kind: "prepare" })).toEqual([
    "credential:nursing-associate",
    "credential:nclex-rn",
  ]);
  expect(subjectsOf({ ...stage, kind: "move" })).toEqual(["occupation:29-1141.00"]);
  expect(subjectsOf({ ...stage, kind: "hold" })).toEqual(["hold:29-1141.00"]);
  expect(subjectsOf({ ...stage, kind: "serve" })).toEqual(["serve:29-1141.00"]);
});

test("refusedIds() gives what was refused of one kind, notThese among the occupations", () => {
  const limits = {
    hoursPerWeek: 8,
    notThese: ["41-2031.00"],
    refusals: [
      { subject: "occupation:29-2061.00", reason: "place" as const },
      { subject: "credential:nclex-pn", reason: "not this" as const },
    ],
  };
  expect([...refusedIds(limits, "occupation")]).toEqual(["41-2031.00", "29-2061.00"]);
  expect([...refusedIds(limits, "credential")]).toEqual(["nclex-pn"]);
  expect(refusedIds(limits, "serve").size).toBe(0);
  expect(refusedSubjects({ hoursPerWeek: 8, notThese: [] }).size).toBe(0);
});
