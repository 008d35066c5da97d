// What is said of one title: sure, unsure, confirmed or nothing.

import { expect, test } from "vitest";
import { matchTitle, SURE_CONFIDENCE } from "./match-title.ts";
import { buildTitleIndex } from "./title-index.ts";

const INDEX = buildTitleIndex([
  { id: "nurse", labels: ["Registered Nurses", "nurse"] },
  { id: "school", labels: ["Primary School Teachers", "teacher", "school teacher"] },
  { id: "college", labels: ["College Lecturers", "teacher", "college teacher"] },
]);
const names = (id: string): string => `The ${id}`;

test("a title that is a label of one occupation alone is sure", () => {
  const match = matchTitle(INDEX, "Nurse", { names });
  expect(match.state).toBe("sure");
  expect(match.candidates[0]).toMatchObject({ occupationId: "nurse", occupation: "The nurse" });
  expect(match.candidates[0]?.confidence).toBeGreaterThanOrEqual(SURE_CONFIDENCE);
});

test("a title that two occupations share is unsure, with both in the list", () => {
  const match = matchTitle(INDEX, "Teacher", { names });
  expect(match.state).toBe("unsure");
  expect(match.candidates.slice(0, 2).map(({ occupationId }) => occupationId)).toEqual([
    "college",
    "school",
  ]);
});

test("a title that is like nothing is none, with an empty list", () => {
  expect(matchTitle(INDEX, "Zzyzx", { names })).toEqual({
    title: "Zzyzx",
    state: "none",
    candidates: [],
  });
});

test("a confirmed occupation comes first, whatever the title is like", () => {
  const match = matchTitle(INDEX, "Teacher", { names, confirmed: "school" });
  expect(match.state).toBe("confirmed");
  expect(match.candidates[0]).toMatchObject({ occupationId: "school", confidence: 1 });
  expect(match.candidates.filter(({ occupationId }) => occupationId === "school")).toHaveLength(1);
});

test("a hint orders near-ties and nothing else, and makes nothing sure", () => {
  const hinted = matchTitle(INDEX, "Teacher", { names, hint: "A primary school" });
  expect(hinted.candidates[0]?.occupationId).toBe("school");
  expect(hinted.state).toBe("unsure");
  const clear = matchTitle(INDEX, "Nurse", { names, hint: "A primary school with teachers" });
  expect(clear.candidates[0]?.occupationId).toBe("nurse");
  expect(clear.state).toBe("sure");
});
