// What a degree in another field counts for, on the real starter catalogue: work that is entered by a degree
// in its field, and work that is not.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { standingOf } from "../src/domain/abilities/standing-of.ts";
import type { CalendarDate } from "../src/domain/calendar-date.ts";
import { findGaps } from "../src/domain/gaps/find-gaps.ts";
import { FIRST_DEGREE, missingFieldOf, studyFamilyOf } from "../src/domain/moves/field-of-study.ts";
import { prepareFor } from "../src/domain/moves/prepare-for.ts";
import { licencesOf, usualEducationOf } from "../src/domain/moves/usual-requirements.ts";
import { rowOf } from "../src/domain/occupations/catalogue.ts";
import { type Education, EMPTY_RECORD } from "../src/domain/record/career-record.ts";
import { findRoutes } from "../src/domain/routes/find-routes.ts";
import { readStarter, STARTER_FILES } from "../src/sources/starter.ts";

const STARTER = new URL("../data/starter/", import.meta.url);
const { catalogue } = readStarter(
  new Map(STARTER_FILES.map((file) => [file, readFileSync(new URL(file, STARTER))])),
);
const today = "2026-11-22" as CalendarDate;
const ENGINEER = rowOf(catalogue, "17-2041.00");

function studied(studyType: string, area: string): Education {
  return {
    id: `${studyType} ${area}`,
    institution: "",
    studyType,
    area,
    courses: [],
    provenance: { source: "typed", state: "stated" },
    unread: {},
  };
}

function standing(...educations: readonly Education[]) {
  return standingOf({ catalogue, record: { ...EMPTY_RECORD, educations }, matches: [], today });
}

const NONE = standing(studied("High school", ""));
const ASSOCIATE = standing(studied("Associate", "Liberal arts"));
const ELSEWHERE = standing(studied("Bachelor", "Psychology"));
const IN_FIELD = standing(studied("Bachelor", "Chemical engineering"));
const NEAR = standing(studied("Bachelor", "Physics"));
const NOT_READ = standing(studied("Bachelor", "Studies of things yet unnamed"));

const prepared = (of: ReturnType<typeof standing>, row: number) =>
  prepareFor({ catalogue, standing: of, row, hoursPerWeek: 8 });

test("prepareFor() asks for a further degree where the first one is in another field", () => {
  expect(prepared(ELSEWHERE, ENGINEER)?.preparation.credentialIds).toContain("second-bachelor");
  expect(prepared(ELSEWHERE, ENGINEER)?.preparation.explanation.join(" ")).toContain(
    "a bachelor's degree in engineering or a field near it, and yours is in another field",
  );
  for (const one of [IN_FIELD, NEAR, NOT_READ, NONE, ASSOCIATE]) {
    expect(prepared(one, ENGINEER)?.preparation.credentialIds).not.toContain("second-bachelor");
  }
  expect(prepared(NONE, ENGINEER)?.preparation.credentialIds).toContain("bachelor");
});

test("prepareFor() asks for a first degree in the field before the higher one that rests on it", () => {
  const row = catalogue.ids.findIndex(
    (_, at) =>
      studyFamilyOf(catalogue, at) !== undefined &&
      usualEducationOf(catalogue, at).level > FIRST_DEGREE &&
      licencesOf(catalogue, at).length === 0 &&
      missingFieldOf(catalogue, ELSEWHERE, at) !== undefined,
  );
  const ids = prepared(ELSEWHERE, row)?.preparation.credentialIds ?? [];
  const levels = ids.map(
    (id) => catalogue.credentials.find((one) => one.id === id)?.educationLevel ?? 0,
  );
  expect(ids[0]).toBe("second-bachelor");
  expect(Math.max(...levels)).toBeGreaterThanOrEqual(usualEducationOf(catalogue, row).level);
  expect(prepared(IN_FIELD, row)?.preparation.credentialIds).not.toContain("second-bachelor");
});

test("prepareFor() asks for no field where work is entered from many", () => {
  const manager = rowOf(catalogue, "11-3121.00");
  expect(prepared(ELSEWHERE, manager)?.preparation.credentialIds).not.toContain("second-bachelor");
});

test("law: schooling never lengthens what work in a field of its own asks for", () => {
  const rows = catalogue.ids
    .map((_, row) => row)
    .filter(
      (row) =>
        studyFamilyOf(catalogue, row) !== undefined &&
        licencesOf(catalogue, row).length === 0 &&
        usualEducationOf(catalogue, row).level >= FIRST_DEGREE,
    );
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    const months = [NONE, ASSOCIATE, ELSEWHERE, NOT_READ].map(
      (one) => prepared(one, row)?.preparation.months.likely ?? Number.NaN,
    );
    months.forEach((month, i) => {
      expect(month, catalogue.titles[row]).toBeLessThanOrEqual((months[i - 1] ?? month) + 1e-9);
    });
  }
});

test("missingFieldOf() misses nothing after a year in work of the family", () => {
  const worked = (months: number) => ({
    ...ELSEWHERE,
    monthsByRow: new Map([[rowOf(catalogue, "17-2112.00"), months]]),
  });
  expect(missingFieldOf(catalogue, worked(11), ENGINEER)).toBeDefined();
  expect(missingFieldOf(catalogue, worked(12), ENGINEER)).toBeUndefined();
});

test("findGaps() says that the degree is in another field, and judges nothing", () => {
  const gapsOf = (of: ReturnType<typeof standing>) =>
    findGaps({ catalogue, standing: of, goal: goalOf("17-2041.00"), today });
  const gap = gapsOf(ELSEWHERE).find(({ kind }) => kind === "education");
  expect(gap?.title).toBe("Bachelor's degree in engineering or a field near it");
  expect(gap?.explanation).toContain("yours is in another field (Bachelor, Psychology)");
  expect(gapsOf(IN_FIELD).some(({ kind }) => kind === "education")).toBe(false);
});

test("findRoutes() takes a degree earned on the way in the field of what it is for", () => {
  const routes = findRoutes({ catalogue, standing: NONE, goal: goalOf("17-2041.00"), today });
  expect(routes.length).toBeGreaterThan(0);
  for (const { stages } of routes) {
    const earned = stages.flatMap(({ credentialIds }) => credentialIds);
    expect(earned.includes("bachelor") && earned.includes("second-bachelor")).toBe(false);
  }
});

function goalOf(occupationId: string) {
  const title = catalogue.titles[rowOf(catalogue, occupationId)] ?? "";
  const limits = { hoursPerWeek: 20, notThese: [] };
  return { id: "goal", title, occupationId, why: "", limits };
}
