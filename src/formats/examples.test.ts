// The example careers that come with the program: each is a sound document and reads without a notice.

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lastDayOf } from "../domain/calendar-date.ts";
import { makeJsonResume, type ParsedResume, parseJsonResume } from "./json-resume.ts";

const FOLDER = new URL("../../examples/", import.meta.url);
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));

function readExample(name: string): ParsedResume {
  let count = 0;
  const text = readFileSync(new URL(name, FOLDER), "utf8");
  const result = parseJsonResume(text, { newId: () => `id-${++count}` });
  if (!result.ok) throw new Error(`${name}: ${result.problem.code}`);
  return result.value;
}

test("the five examples are there", () => {
  expect(NAMES).toEqual([
    "administrative-assistant.json",
    "call-centre-agent.json",
    "hr-professional.json",
    "network-manager.json",
    "surgery-receptionist.json",
  ]);
});

test.each(NAMES)("%s reads without a notice, with a goal, hours and dates throughout", (name) => {
  const { record, goal, problems } = readExample(name);
  expect(problems).toEqual([]);
  expect(record.label).toMatch(/^Example: /);
  expect(record.country).toMatch(/^(?:US|GB)$/);
  expect(goal?.title).toBeTruthy();
  expect(goal?.by && lastDayOf(goal.by) > "2028").toBe(true);
  expect(record.positions.some(({ kind }) => kind === "volunteering")).toBe(true);
  for (const position of record.positions) {
    expect(position.start, position.title).toBeDefined();
    expect(position.hoursPerWeek, position.title).toBeGreaterThan(0);
  }
});

test.each(NAMES)("%s is the same career when written and read again", (name) => {
  const { record, goal } = readExample(name);
  const made = makeJsonResume(record, goal === undefined ? {} : { goal });
  const again = parseJsonResume(made, { newId: () => "never" });
  expect(again).toEqual({ ok: true, value: { record, goal, progress: [], problems: [] } });
});
