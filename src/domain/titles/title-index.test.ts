// Titles as people write them, against a small index, and what the index promises for any text.

import fc from "fast-check";
import { expect, test } from "vitest";
import { wordsOfTitle } from "./normalise-title.ts";
import { buildTitleIndex, rankTitles } from "./title-index.ts";

const ENTRIES = [
  {
    id: "nurse",
    labels: ["Registered Nurses", "Registered Nurse (RN)", "staff nurse", "ICU nurse"],
  },
  { id: "lpn", labels: ["Licensed Practical Nurses", "practical nurse", "LPN"] },
  { id: "reception", labels: ["Receptionists", "doctor's receptionist", "front desk"] },
  { id: "developer", labels: ["Software Developers", "software engineer", "programmer"] },
  { id: "organizer", labels: ["Event Organizers", "counselor of events"] },
  { id: "hr", labels: ["Human Resources Managers", "head of HR"] },
  { id: "pta", labels: ["Physical Therapist Assistants"] },
  { id: "bookkeeper", labels: ["Bookkeeping Clerks", "bookkeeper", "PTA treasurer"] },
  { id: "teller", labels: ["Tellers", "cashier (bank)"] },
  { id: "cashier", labels: ["Cashiers"] },
];
const INDEX = buildTitleIndex(ENTRIES);

test.each([
  ["Sr. RN – ICU (nights)", "nurse"],
  ["rn", "nurse"],
  ["R.N.", "nurse"],
  ["Registered nurse II", "nurse"],
  ["LPN", "lpn"],
  ["SWE II", "developer"],
  ["Software Enginer", "developer"],
  ["Événement organiser", "organizer"],
  ["Receptionist at Elm Street Surgery", "reception"],
  ["HR manager", "hr"],
  ["PTA treasurer", "bookkeeper"],
  ["PTA", "pta"],
  ["Cashier", "cashier"],
])("rankTitles() finds %s as %s", (query, id) => {
  expect(rankTitles(INDEX, query)[0]?.id).toBe(id);
});

test("a label that is the title word for word comes first, with score 1 and high confidence", () => {
  const [best, second] = rankTitles(INDEX, "the Front Desk");
  expect(best).toMatchObject({ id: "reception", label: "front desk", score: 1 });
  expect(best?.confidence).toBeGreaterThan(0.8);
  expect((best?.confidence ?? 0) + (second?.confidence ?? 0)).toBeLessThanOrEqual(1);
});

test("a bare abbreviation with several meanings, and a bare field, are never sure", () => {
  for (const query of ["PTA", "Senior PTA", "HR"]) {
    expect(rankTitles(INDEX, query)[0]?.confidence, query).toBeLessThan(0.6);
  }
});

test("one word out of a longer label is found and never sure; the whole label is", () => {
  const [part] = rankTitles(INDEX, "Engineer");
  expect(part).toMatchObject({ id: "developer", label: "software engineer" });
  expect(part?.confidence).toBeLessThan(0.6);
  expect(rankTitles(INDEX, "Software engineer")[0]?.confidence).toBeGreaterThan(0.6);
});

test("two entries with the same label share the confidence, in order of id", () => {
  const index = buildTitleIndex([
    { id: "b", labels: ["clerk"] },
    { id: "a", labels: ["Clerks"] },
  ]);
  const found = rankTitles(index, "clerk");
  expect(found.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(found[0]?.confidence).toBe(found[1]?.confidence);
  expect(found[0]?.confidence).toBeLessThan(0.5);
});

test("a label with other small words or levels in it is not the title word for word", () => {
  const index = buildTitleIndex([
    { id: "a", labels: ["OR nurse", "nurse", "RN"] },
    { id: "b", labels: ["nurse manager"] },
    { id: "c", labels: ["A-level teacher"] },
    { id: "d", labels: ["Teachers"] },
  ]);
  expect(rankTitles(index, "Nurses")[0]).toMatchObject({ id: "a", label: "nurse" });
  const [first, second] = rankTitles(index, "teacher");
  expect([first?.id, second?.id]).toEqual(["d", "c"]);
  expect(first?.confidence).toBeGreaterThan(0.8);
  // Where no label has the title's small words, those with the same others still are it.
  expect(rankTitles(index, "nurse II")[0]).toMatchObject({ id: "a", score: 1 });
});

test("British and American spellings are one word, and like words stay apart", () => {
  const same: readonly (readonly [string, string])[] = [
    ["call centre", "call center"],
    ["labour organiser", "labor organizer"],
    ["counsellor", "counselor"],
    ["paediatric anaesthetist", "pediatric anesthetist"],
    ["programme analyser", "program analyzer"],
    ["jewellers", "jeweler"],
  ];
  for (const [one, other] of same) expect(wordsOfTitle(one)).toEqual(wordsOfTitle(other));
  expect(wordsOfTitle("supervisor of advertising tours")).toEqual([
    "supervisor",
    "advertising",
    "tour",
  ]);
});

test("levels are left out only when something else remains", () => {
  expect(wordsOfTitle("Engineer III")).toEqual(["engineer"]);
  expect(wordsOfTitle("Grade 5")).toEqual(["grade", "5"]);
});

test.each([
  [""],
  ["   "],
  ["…!?"],
  ["😀😀"],
  ["看護師"],
  ["__proto__"],
  ["constructor"],
  ["(.*[+?^$}{"],
])("%j is no match, without a throw", (query) => {
  for (const { confidence } of rankTitles(INDEX, query)) expect(confidence).toBeLessThan(0.2);
});

test("a title of 10,000 characters is answered quickly", () => {
  const began = performance.now();
  rankTitles(INDEX, "nurse manager ".repeat(800));
  rankTitles(INDEX, "x".repeat(10_000));
  expect(performance.now() - began).toBeLessThan(500);
});

test("labels named like an object's own parts are found as any other", () => {
  const index = buildTitleIndex([{ id: "x", labels: ["__proto__", "constructor", "toString"] }]);
  expect(rankTitles(index, "constructor")[0]).toMatchObject({ id: "x", score: 1 });
});

test("an empty index, an entry without labels and a limit of zero give nothing", () => {
  expect(rankTitles(buildTitleIndex([]), "nurse")).toEqual([]);
  expect(rankTitles(buildTitleIndex([{ id: "a", labels: [] }]), "nurse")).toEqual([]);
  expect(rankTitles(INDEX, "nurse", { limit: 0 })).toEqual([]);
  expect(rankTitles(INDEX, "nurse", { limit: 1 })).toHaveLength(1);
});

const queries = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(fc.constantFrom("nurse", "hr", "rn", "it", "head", "of", "software", "pta", "desk"), {
      maxLength: 8,
    })
    .map((words) => words.join(" ")),
);

test("law: scores and confidences stay in [0, 1], never rise, and confidences sum to at most 1", () => {
  fc.assert(
    fc.property(queries, (query) => {
      const found = rankTitles(INDEX, query, { limit: 20 });
      let sum = 0;
      let last = { score: 1, confidence: 1 };
      for (const { score, confidence } of found) {
        expect(score > 0 && score <= last.score).toBe(true);
        expect(confidence >= 0 && confidence <= last.confidence).toBe(true);
        sum += confidence;
        last = { score, confidence };
      }
      expect(sum).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});

test("law: the order of entries and labels changes nothing", () => {
  const shuffled = buildTitleIndex(
    [...ENTRIES].reverse().map(({ id, labels }) => ({ id, labels: [...labels].reverse() })),
  );
  fc.assert(
    fc.property(queries, (query) => {
      expect(rankTitles(shuffled, query)).toEqual(rankTitles(INDEX, query));
    }),
  );
});

test("law: every label finds its own entry word for word", () => {
  for (const { id, labels } of ENTRIES) {
    for (const label of labels) {
      const exact = rankTitles(INDEX, label).filter(({ score }) => score === 1);
      expect(exact.map((found) => found.id)).toContain(id);
    }
  }
});

test.each([null, undefined, 7, {}])("rankTitles() says that a query is no string: %s", (query) => {
  // What a caller without types may hand in.
  expect(() => Reflect.apply(rankTitles, undefined, [INDEX, query])).toThrow(
    new TypeError("Cannot rank titles: the query is not a string"),
  );
});
