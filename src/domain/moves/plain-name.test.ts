// How an occupation is called in a sentence.

import { expect, test } from "vitest";
import { blankCatalogue } from "../occupations/catalogue.ts";
import { plainNameOf, singularTitle, withArticle } from "./plain-name.ts";

const nameOf = (title: string, aliases: readonly string[]) =>
  plainNameOf({ ...blankCatalogue("made-up", ["a"]), titles: [title], aliases: [aliases] }, 0);

test.each([
  ["Registered Nurses", ["RN", "registered nurse"], "registered nurse"],
  ["Human Resources Assistants", ["HR assistant"], "HR assistant"],
  ["Public Safety Telecommunicators", ["911 dispatcher"], "911 dispatcher"],
  ["Secondary School Teachers", ["A-level teacher"], "A-level teacher"],
  // The releases' own other names stand in capitals, by the alphabet.
  ["Legislators", ["Alderman", "Assembly Member"], "legislator"],
  ["Radiologic Technologists", ["X-ray Technician", "Xray Tech"], "radiologic technologist"],
  ["Emergency Medical Technicians", ["EMT"], "emergency medical technician"],
  // ESCO's titles are written small.
  ["web developer", ["front-end developer"], "web developer"],
  ["ICT help desk agent", [], "ICT help desk agent"],
] as const)("plainNameOf() gives the everyday name of %s", (title, aliases, name) => {
  expect(nameOf(title, aliases)).toBe(name);
});

test("singularTitle() gives one person of it, small", () => {
  expect(singularTitle("Secretaries and Administrative Assistants, Except Legal")).toBe(
    "secretary and administrative assistant",
  );
});

test("singularTitle() gives one of a body of people", () => {
  expect(withArticle(singularTitle("Infantry"))).toBe("an infantry soldier");
  expect(singularTitle("Special Forces")).toBe("special forces soldier");
  expect(singularTitle("Infantry Officers")).toBe("infantry officer");
});

test("singularTitle() gives one person of either side of a slash", () => {
  expect(singularTitle("Media Technical Directors/Managers")).toBe(
    "media technical director/manager",
  );
});

test("singularTitle() gives one of those whom a title puts over others", () => {
  expect(singularTitle("First-Line Supervisors of Personal Service Workers")).toBe(
    "first-line supervisor of personal service workers",
  );
  expect(singularTitle("Agents and Business Managers of Artists, Performers, and Athletes")).toBe(
    "agent and business manager of artists, performers, and athletes",
  );
});

test("singularTitle() knows wives from drives", () => {
  expect(["Nurse Midwives", "Archives", "Secretaries"].map(singularTitle)).toEqual([
    "nurse midwife",
    "archive",
    "secretary",
  ]);
});

test("withArticle() follows the sound", () => {
  expect(["HR assistant", "usher", "user researcher", "nurse"].map(withArticle)).toEqual([
    "an HR assistant",
    "an usher",
    "a user researcher",
    "a nurse",
  ]);
});
