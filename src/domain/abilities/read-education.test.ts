import { expect, test } from "vitest";
import { smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import type { Education } from "../record/career-record.ts";
import { educationLevelOf, isFinished, studiedRowsOf, studyHoursOf } from "./read-education.ts";

const TODAY = "2026-11-22" as CalendarDate;

function study(given: {
  studyType?: string;
  area?: string;
  start?: string;
  end?: string;
}): Education {
  const { start, end } = given;
  return {
    id: "e1",
    institution: "A college",
    studyType: given.studyType ?? "",
    area: given.area ?? "",
    courses: [],
    provenance: { source: "typed", state: "stated" },
    unread: {},
    ...(start === undefined ? {} : { start: start as PartialDate }),
    ...(end === undefined ? {} : { end: end as PartialDate }),
  };
}

test.each([
  // American
  ["High school diploma", "", 2],
  ["High School", "General", 2],
  ["GED", "", 2],
  ["G.E.D.", "", 2],
  ["HiSET", "", 2],
  ["Diploma", "High school", 2],
  ["Some high school", "", 1],
  ["Post-secondary certificate", "Medical assisting", 3],
  ["Certificate", "Medical assisting", 3],
  ["Certificate in Practical Nursing", "", 3],
  ["Trade school", "Welding", 3],
  ["Apprenticeship", "Electrician", 3],
  ["Some college", "Business", 4],
  ["Associate", "Nursing", 5],
  ["Associate's degree", "Nursing", 5],
  ["Associate of Applied Science", "Networking", 5],
  ["A.A.S.", "Information technology", 5],
  ["AAS", "", 5],
  ["ADN", "", 5],
  ["Bachelor", "Business administration", 6],
  ["Bachelor's", "", 6],
  ["Bachelors of Science", "Computer Science", 6],
  ["B.S.", "Biology", 6],
  ["BA", "History", 6],
  ["BSN", "", 6],
  ["BBA", "", 6],
  ["Post-baccalaureate certificate", "Accounting", 7],
  ["Graduate Certificate", "Human resources", 7],
  ["Master", "", 8],
  ["Master of Science", "Nursing", 8],
  ["M.S.", "", 8],
  ["MBA", "", 8],
  ["Master's Degree", "Education", 8],
  ["Bachelor and Master of Arts", "English", 8],
  ["Post-master's certificate", "Nursing", 9],
  ["Education Specialist", "", 9],
  ["JD", "Law", 10],
  ["Juris Doctor", "", 10],
  ["M.D.", "", 10],
  ["Doctor of Pharmacy", "", 10],
  ["PhD", "Chemistry", 11],
  ["Ph.D.", "Chemistry", 11],
  ["Doctorate", "", 11],
  ["Doctor of Nursing Practice", "", 11],
  ["Postdoctoral fellowship", "", 12],
  // British
  ["GCSE", "Mathematics", 2],
  ["GCSEs", "", 2],
  ["O-levels", "", 2],
  ["A-levels", "Biology, Chemistry", 2],
  ["A Levels", "", 2],
  ["Scottish Highers", "", 2],
  ["International Baccalaureate", "", 2],
  ["NVQ Level 3", "Health and social care", 3],
  ["NVQ 2", "Customer service", 2],
  ["BTEC Level 3", "Business", 3],
  ["BTEC", "IT", 3],
  ["City & Guilds", "Plumbing", 3],
  ["HNC", "Computing", 4],
  ["CertHE", "", 4],
  ["HND", "Computing", 5],
  ["Foundation degree", "Nursing associate", 5],
  ["FdSc", "", 5],
  ["BSc (Hons)", "Nursing", 6],
  ["LLB", "", 6],
  ["PGCE", "Primary", 7],
  ["Postgraduate Diploma", "", 7],
  ["MSc", "", 8],
  ["MBChB", "", 10],
  ["DPhil", "", 11],
  // In the subject, and in capitals
  ["", "BSc Nursing", 6],
  ["", "BA (Hons) History", 6],
  ["BACHELOR'S DEGREE", "", 6],
  // Unfinished in words
  ["Bachelor (in progress)", "Business", 4],
  ["Coursework toward BA", "History", 4],
  ["PhD candidate", "Physics", 0],
  // Not understood
  ["", "", 0],
  ["Diploma", "", 0],
  ["Certificate", "", 0],
  ["Workshop", "Scrum Master", 0],
  ["Scrum Master", "", 0],
  ["Solutions Architect Associate", "Cloud", 0],
  ["Trained as a nurse", "", 0],
  ["Курсы", "русский", 0],
  ["🎓", "", 0],
] as const)("educationLevelOf(%j, %j) is %d", (studyType, area, expected) => {
  expect(educationLevelOf(studyType, area)).toBe(expected);
});

test("educationLevelOf() answers at once however long the words are", () => {
  const started = performance.now();
  expect(educationLevelOf("level ".repeat(20_000), "x ".repeat(20_000))).toBe(0);
  expect(performance.now() - started).toBeLessThan(500);
});

test("isFinished() counts what ended by today and not what goes on", () => {
  expect(isFinished(study({ start: "2020-09", end: "2024-05" }), TODAY)).toBe(true);
  expect(isFinished(study({ end: "2026-11-22" }), TODAY)).toBe(true);
  expect(isFinished(study({ end: "2026-11" }), TODAY)).toBe(false);
  expect(isFinished(study({ end: "2028" }), TODAY)).toBe(false);
  expect(isFinished(study({ start: "2024" }), TODAY)).toBe(false);
  expect(isFinished(study({}), TODAY)).toBe(true);
});

test("studyHoursOf() is Carnegie hours: 120 credits of 45 hours for a bachelor's degree", () => {
  expect(studyHoursOf(6)).toBe(5400);
  expect(studyHoursOf(5)).toBe(2700);
  expect([0, 1, 2].map(studyHoursOf)).toEqual([0, 0, 0]);
});

const catalogue = smallCatalogue();

test.each([
  [{ studyType: "Associate", area: "Nursing" }, ["registeredNurse"]],
  [{ studyType: "Bachelor", area: "Nursing science" }, ["registeredNurse"]],
  [{ studyType: "Certificate", area: "Practical nursing" }, ["practicalNurse"]],
  [{ studyType: "BSc Nursing", area: "" }, ["registeredNurse"]],
  [{ studyType: "Bachelor", area: "Human Resources" }, ["hrManager", "hrSpecialist"]],
  [{ studyType: "Bachelor", area: "HR" }, ["hrManager", "hrSpecialist"]],
  [
    { studyType: "Bachelor", area: "Computer networks and human resources" },
    ["hrManager", "hrSpecialist", "networkAdministrator"],
  ],
  [{ studyType: "High school", area: "Nursing" }, []],
  [{ studyType: "Bachelor", area: "History" }, []],
  [{ studyType: "Bachelor", area: "Social networking in medieval Europe" }, []],
  [{ studyType: "Workshop", area: "Nursing" }, []],
] as const)("studiedRowsOf(%j) is %j", (given, occupations) => {
  const rows = [...studiedRowsOf(catalogue, study(given))].toSorted((a, b) => a - b);
  expect(rows).toEqual(occupations.map(smallRow));
});

test("studiedRowsOf() takes a two-letter word for a subject only in capitals or alone", () => {
  const field = {
    cip: "11.0103",
    name: "Information Technology",
    keywords: ["it"],
    occupations: [2],
  };
  const withIt = smallCatalogue({ fields: [field] });
  expect(studiedRowsOf(withIt, study({ studyType: "BSc", area: "IT and business" })).size).toBe(1);
  expect(studiedRowsOf(withIt, study({ studyType: "BSc", area: "it" })).size).toBe(1);
  expect(studiedRowsOf(withIt, study({ studyType: "BSc", area: "law as we know it" })).size).toBe(
    0,
  );
});
