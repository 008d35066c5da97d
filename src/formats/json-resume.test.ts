// JSON Resume in and out: nothing is lost, nothing invented, bad input is told and survived.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  AGENDAS,
  CHECK_IN_KINDS,
  type CheckInLine,
  DRIFT_ANSWERS,
} from "../domain/agenda/check-in.ts";
import type { PartialDate } from "../domain/calendar-date.ts";
import { HORIZONS } from "../domain/horizons/horizon.ts";
import type { Currency } from "../domain/money.ts";
import { PAY_PERIODS } from "../domain/money.ts";
import {
  type CareerRecord,
  FACT_STATES,
  type FactSource,
  POSITION_KINDS,
} from "../domain/record/career-record.ts";
import { DECIDERS } from "../domain/record/decision.ts";
import { REFUSAL_REASONS } from "../domain/record/goal.ts";
import { ACTION_KINDS } from "../domain/schedule/action-kind.ts";
import { formatProblemText } from "./format-problem.ts";
import { makeJsonResume, type ParsedResume, parseJsonResume } from "./json-resume.ts";

const EXTENSION = "x-throughline";

function countingIds(): () => string {
  let count = 0;
  return () => `made-${++count}`;
}

function parsed(document: unknown): ParsedResume {
  const text = typeof document === "string" ? document : JSON.stringify(document);
  const result = parseJsonResume(text, { newId: countingIds() });
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

function remade(document: unknown): unknown {
  const { record, goal } = parsed(document);
  return withoutMadeIds(JSON.parse(makeJsonResume(record, goal === undefined ? {} : { goal })));
}

/** Takes out the ids that reading gave, and the extension where it held nothing else. */
function withoutMadeIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMadeIds);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, inner]) => !(key === "id" && String(inner).startsWith("made-")))
    .map(([key, inner]) => [key, withoutMadeIds(inner)] as const)
    .filter(([key, inner]) => !(key === EXTENSION && Object.keys(inner as object).length === 0));
  return Object.fromEntries(entries);
}

function codesOf(document: unknown): string[] {
  return parsed(document).problems.map(({ code }) => code);
}

// ---- Laws ------------------------------------------------------------------------------------------

const word = fc.string({ minLength: 1, maxLength: 12 });
const date = fc
  .tuple(fc.integer({ min: 1950, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.nat(2))
  .map(([year, month, precision]) => {
    const parts = [String(year), String(month).padStart(2, "0"), "15"];
    return parts.slice(0, precision + 1).join("-") as PartialDate;
  });
/** Either no dates, a start alone, or a start and an end years after it. */
const dates = fc.oneof(
  fc.constant({}),
  date.map((start) => ({ start })),
  fc.tuple(date, fc.integer({ min: 1, max: 60 })).map(([start, years]) => ({
    start,
    end: `${Number(start.slice(0, 4)) + years}${start.slice(4)}` as PartialDate,
  })),
);
const source: fc.Arbitrary<FactSource> = fc.constantFrom(
  "typed",
  "inferred",
  "imported from JSON Resume",
  "imported from a list",
);
const provenance = fc.record({ source, state: fc.constantFrom(...FACT_STATES) });
/** Fields that no list of known ones has. */
const unread = fc.dictionary(
  word.map((key) => `my ${key}`),
  // As JSON has it: without −0.
  fc
    .json({ maxDepth: 2 })
    .filter((json) => !json.includes("__proto__"))
    .map((json): unknown => JSON.parse(json)),
  { maxKeys: 2 },
);
const currency = fc.constantFrom("USD" as Currency, "GBP" as Currency);
const kind = fc.constantFrom(...ACTION_KINDS);
const reason = fc.constantFrom(...REFUSAL_REASONS);
const money = fc.record({ amount: fc.nat(), currency });
const pay = fc.record({ amount: fc.nat(), currency, period: fc.constantFrom(...PAY_PERIODS) });
const text = fc.string({ maxLength: 12 });

function maybe<K extends string, T>(key: K, value: fc.Arbitrary<T>): fc.Arbitrary<object> {
  return fc.option(value).map((found) => (found === null ? {} : { [key]: found }));
}

function merged(...parts: fc.Arbitrary<object>[]): fc.Arbitrary<object> {
  return fc.tuple(...parts).map((found) => Object.assign({}, ...found));
}

const position = merged(
  fc.record({
    kind: fc.constantFrom(...POSITION_KINDS),
    title: text,
    organisation: text,
    highlights: fc.array(text, { maxLength: 3 }),
    provenance,
    unread,
  }),
  dates,
  maybe("hoursPerWeek", fc.integer({ min: 1, max: 168 })),
  maybe("pay", pay),
  maybe("location", word),
  maybe("summary", word),
  maybe("confirmedOccupation", word),
);
const education = merged(
  fc.record({
    institution: text,
    studyType: text,
    area: text,
    courses: fc.array(text, { maxLength: 3 }),
    provenance,
    unread,
  }),
  dates,
);
const credential = merged(
  fc.record({ name: text, issuer: text, provenance, unread }),
  maybe("date", date),
  maybe("expires", date),
);
const skill = fc.record({
  name: text,
  level: text,
  keywords: fc.array(text, { maxLength: 3 }),
  provenance,
  unread,
});

const selfRatings = fc.array(
  fc.record({
    elementId: word,
    level: fc.integer({ min: 0, max: 14 }).map((halves) => halves / 2),
    date,
  }),
  { maxLength: 3 },
);

const filled = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
const line: fc.Arbitrary<object> = merged(
  fc.record({ what: text }),
  maybe("hours", fc.double({ min: 0.01, max: 168, noNaN: true })),
  maybe("agenda", fc.constantFrom(...AGENDAS)),
  maybe("energy", fc.constantFrom(-2, -1, 0, 1, 2)),
  maybe("positionId", filled),
  maybe("action", fc.record({ id: filled, towards: filled, title: text })),
  maybe("elementIds", fc.array(filled, { minLength: 1, maxLength: 3 })),
);
const checkIns = fc.array(
  merged(
    fc.record({
      kind: fc.constantFrom(...CHECK_IN_KINDS),
      date: fc.constantFrom("2026-11-27", "2024-02-29"),
      lines: fc.array(line, { maxLength: 2 }),
    }),
    ...["wins", "whoHelped", "whatChanged", "onPlan", "onGoal", "keep", "stop"].map((field) =>
      maybe(field, filled),
    ),
    maybe("driftAnswer", fc.constantFrom(...DRIFT_ANSWERS)),
  ),
  { maxLength: 2 },
);
const ladders = fc.array(
  fc.record({
    organisation: text,
    rungs: fc.array(
      merged(
        fc.record({ title: filled }),
        maybe("annualPay", fc.constant({ amount: 41000, currency: "USD" })),
        maybe("usualMonthsBefore", fc.integer({ min: 0, max: 60 })),
        maybe("openingsAYear", fc.constantFrom(0, 0.25, 1, 3)),
        maybe("othersWanting", fc.integer({ min: 0, max: 9 })),
        maybe("note", filled),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { maxLength: 2 },
);

const interviewAnswers = fc.array(
  merged(
    fc.record({
      questionId: filled,
      questionVersion: fc.integer({ min: 1, max: 3 }),
      date: fc.constantFrom("2026-11-27", "2027-02-28"),
      choice: text,
      effects: fc.array(
        fc.record(
          { kind: fc.constantFrom("adds", "removes", "asks", "notes"), text, gapId: text },
          { requiredKeys: ["kind", "text"] },
        ),
        { maxLength: 2 },
      ),
    }),
    maybe("words", text),
    maybe("numbers", fc.record({ openings: fc.constantFrom(0, 0.25, 3) })),
    maybe("when", fc.constantFrom("2027", "2027-03", "2027-03-01")),
    maybe("goalOccupation", filled),
  ),
  { maxLength: 2 },
);

const sittings = fc.array(
  merged(
    fc.record({
      started: fc.constantFrom("2026-11-27", "2027-02-28"),
      answers: fc.uniqueArray(
        fc.record({
          itemId: filled,
          itemVersion: fc.integer({ min: 1, max: 3 }),
          value: fc.integer({ min: 1, max: 5 }),
        }),
        { selector: ({ itemId }) => itemId, maxLength: 3 },
      ),
      wants: fc.subarray([
        { dimension: "identity", value: 2.5 },
        { dimension: "motivation", value: 5 },
      ]),
      reflections: text.map((said) => [{ dimension: "commitment", text: said }]),
    }),
    maybe("finished", fc.constant("2027-03-01")),
  ),
  { maxLength: 2 },
);

const decisions = fc.array(
  fc.record({
    what: filled,
    date,
    alternatives: fc.array(filled, { maxLength: 2 }),
    why: text,
    decidedBy: fc.constantFrom(...DECIDERS),
    who: text,
    touches: fc.array(fc.constantFrom("id-0", "id-1"), { maxLength: 2 }),
    outcomes: fc.array(fc.record({ date, text: filled }), { maxLength: 2 }),
  }),
  { maxLength: 2 },
);
const horizonWords = fc.array(
  fc.record({ subject: filled, horizons: fc.subarray([...HORIZONS], { minLength: 1 }) }),
  { maxLength: 2 },
);
const statements = fc.array(
  fc.record({ text: filled, date: fc.constantFrom("2026-11-27", "2031-02-28") }),
  { maxLength: 2 },
);

const careers: fc.Arbitrary<CareerRecord> = fc
  .tuple(
    text,
    fc.option(fc.constantFrom("US", "GB")),
    fc.array(position, { maxLength: 5 }),
    fc.array(education, { maxLength: 2 }),
    fc.array(credential, { maxLength: 2 }),
    fc.array(skill, { maxLength: 2 }),
    selfRatings,
    ladders,
    decisions,
    horizonWords,
    statements,
    unread,
    interviewAnswers,
    sittings,
    checkIns,
  )
  .map(([label, country, ...lists]) => {
    let count = 0;
    const [positions, educations, credentials, skills] = lists
      .slice(0, 4)
      .map((list) => (list as object[]).map((fact) => ({ ...fact, id: `id-${count++}` })));
    const named = (list: unknown) =>
      (list as object[]).map((fact) => ({ ...fact, id: `id-${count++}` }));
    const facts = { positions, educations, credentials, skills, selfRatings: lists[4] };
    const found = {
      label,
      ...facts,
      ladders: named(lists[5]),
      decisions: named(lists[6]),
      horizonWords: lists[7],
      statements: named(lists[8]),
      unread: lists[9],
      interviewAnswers: named(lists[10]),
      sittings: named(lists[11]),
      checkIns: named(lists[12]),
    };
    const record = country === null ? found : { ...found, country };
    return record as unknown as CareerRecord; // Reason: the parts are made above in its shape.
  });

test("law: parse(make(record)) is the record", () => {
  fc.assert(
    fc.property(careers, (record) => {
      const { record: again, problems } = parsed(makeJsonResume(record));
      expect(problems).toEqual([]);
      expect(again).toEqual(record);
    }),
    { numRuns: 300 },
  );
});

test("law: what is made keeps to the published JSON Resume schema", () => {
  // The schema's package is CommonJS without types: its validate calls back with errors or null.
  const { validate } = createRequire(import.meta.url)("@jsonresume/schema") as {
    validate(document: unknown, done: (errors: unknown, valid: boolean) => void): void;
  };
  const errorsOf = (document: unknown): unknown => {
    let found: unknown = "never called back";
    validate(document, (errors) => {
      found = errors;
    });
    return found;
  };
  expect(errorsOf({ work: [{ startDate: 2019 }] })).not.toBeNull();
  fc.assert(
    fc.property(careers, (record) => {
      expect(errorsOf(JSON.parse(makeJsonResume(record)))).toBeNull();
    }),
    { numRuns: 100 },
  );
  for (const name of readdirSync("examples").filter((file) => file.endsWith(".json"))) {
    expect(errorsOf(JSON.parse(readFileSync(`examples/${name}`, "utf8"))), name).toBeNull();
  }
});

test.each([
  [{ basics: "me", work: [] }],
  [{ basics: { location: ["Leeds"] }, work: [] }],
  [{ basics: null, work: [] }],
  [{ work: [] }],
])("a country has its place beside basics of any form: %j", (document) => {
  const { record } = parsed(document);
  const again = parsed(makeJsonResume({ ...record, country: "GB" })).record;
  expect(again.country).toBe("GB");
  if (record.unread.basics) expect(again.unread.basics).toEqual(record.unread.basics);
});

test("steps of one's own that are not exactly such are told and kept", () => {
  for (const ownActions of [
    [{ id: "own:1", title: "Call Ana" }],
    [{ id: "own:1", title: "Call Ana", kind: "dance" }],
    [{ id: "credential:x", hours: { low: 3, likely: 2, high: 1 } }],
    [{ id: "credential:x", terms: ["02-29"] }],
    [{ id: "credential:x", sessions: { each: [{ day: "tue", from: "18" }], weeks: 15 } }],
    [{ id: "credential:x", sessions: { each: [], weeks: 15 } }],
    [
      { id: "credential:x", whoHelps: "Ana" },
      { id: "credential:x", whoHelps: "Bo" },
    ],
  ]) {
    const document = { work: [{ position: "Baker" }], "x-throughline": {} };
    document["x-throughline"] = { goal: { title: "Chef", ownActions } };
    const { goal, problems, record } = parsed(document);
    expect(goal?.ownActions).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(["resume/wrong-value"]);
    expect(makeJsonResume(record, goal === undefined ? {} : { goal })).toContain(
      JSON.stringify(ownActions[0]?.id),
    );
  }
});

test("law: a goal comes back as it was", () => {
  const goals = merged(
    fc.record({ title: word.filter((title) => title.trim() !== ""), why: text, unread }),
    fc.record({ notThese: fc.array(text, { maxLength: 2 }) }),
    maybe("by", date),
    maybe("hoursPerWeek", fc.integer({ min: 1, max: 168 })),
    maybe(
      "weeks",
      fc.array(
        fc.record({
          from: fc.constantFrom("2027", "2027-05", "2027-05-10"),
          to: fc.constantFrom("2027-05-10", "2027-06", "2028"),
          hoursPerWeek: fc.nat(80),
          why: text,
        }),
        { maxLength: 2 },
      ),
    ),
    maybe("budget", money),
    maybe("payFloor", money),
    maybe("savings", money),
    maybe("savingsFloor", money),
    maybe("savedPerMonth", fc.record({ amount: fc.integer(), currency })),
    maybe("refusals", fc.array(fc.record({ subject: text, reason }), { maxLength: 2 })),
    maybe(
      "choice",
      merged(
        fc.record({
          backupIds: fc.array(text, { maxLength: 2 }),
          pinnedIds: fc.array(text, { maxLength: 2 }),
        }),
        maybe("routeId", text),
      ),
    ),
    maybe(
      "ownActions",
      fc.uniqueArray(
        merged(
          fc.record({ id: fc.uuid().map((id) => `own:${id}`), title: word, kind }),
          maybe("doneWhen", text),
          maybe("questions", fc.array(text, { maxLength: 2 })),
          maybe("hours", fc.constant({ low: 1, likely: 2, high: 3.5 })),
          maybe("minimumMonths", fc.nat(20)),
          maybe("terms", fc.constant(["01-15", "09-01"])),
          maybe("elsewhere", word),
          maybe(
            "sessions",
            fc.constant({ each: [{ day: "tue", from: "18:00", to: "20:00" }], weeks: 15 }),
          ),
          maybe("after", fc.array(text, { maxLength: 2 })),
          maybe(
            "reimbursement",
            merged(
              fc.constant({ share: 0.8, afterMonths: 2, stayMonths: 24 }),
              maybe("most", fc.nat(5000)),
            ),
          ),
        ),
        { maxLength: 2, selector: (one) => (one as { id: string }).id },
      ),
    ),
    maybe(
      "hazards",
      // No name of the app is "__proto__", and reading leaves such keys out (the test on them below).
      fc.dictionary(
        word.filter((name) => name !== "__proto__"),
        fc.double({ min: 0, max: 1, noNaN: true }),
        { maxKeys: 2 },
      ),
    ),
  );
  fc.assert(
    fc.property(goals, (said) => {
      const goal = said as NonNullable<ParsedResume["goal"]>;
      const record = parsed({ work: [{ position: "Baker" }] }).record;
      expect(parsed(makeJsonResume(record, { goal })).goal).toEqual(goal);
    }),
    { numRuns: 100 },
  );
});

test("self-ratings are read one by one; what is none is told, and still in what is made", () => {
  const speaking = { elementId: "2.A.1.d", level: 4.5, date: "2026-11-26" };
  const wrong = [
    { ...speaking, level: 8 },
    { ...speaking, level: "4" },
    { ...speaking, date: "2026-13" },
    { ...speaking, note: "on a good day" },
    { ...speaking, elementId: "" },
    "five",
  ];
  const document = { work: [], [EXTENSION]: { selfRatings: [speaking, ...wrong, speaking] } };
  const { record, problems } = parsed(document);
  expect(record.selfRatings).toEqual([speaking, speaking]);
  expect(problems.map(({ code }) => code)).toEqual(wrong.map(() => "resume/wrong-value"));
  const made = JSON.parse(makeJsonResume(record));
  expect(made[EXTENSION]).toEqual({
    selfRatings: [speaking, speaking],
    unread: { selfRatings: wrong },
  });
  for (const other of [null, [], "many"]) {
    const kept = { work: [], [EXTENSION]: { selfRatings: other } };
    expect(parsed(kept).record.selfRatings).toEqual([]);
    expect(JSON.stringify(remade(kept))).toContain(JSON.stringify(other));
  }
});

/** Any JSON in any known place, so that well-formed and malformed documents are both tried. */
const anyValue = fc.oneof(fc.jsonValue({ maxDepth: 2 }), date, text, fc.array(text));
const anyEntry = fc.dictionary(
  fc.constantFrom(
    ...["name", "company", "position", "organization", "startDate", "endDate", "date", "summary"],
    ...["highlights", "keywords", "courses", "institution", "level", "location", "url", EXTENSION],
  ),
  fc.oneof(anyValue, fc.dictionary(fc.constantFrom("kind", "id", "pay", "section"), anyValue)),
  { maxKeys: 4 },
);
const anyDocument = fc.dictionary(
  fc.constantFrom("work", "volunteer", "education", "certificates", "skills", "basics", "meta"),
  fc.oneof(fc.array(anyEntry, { maxLength: 3 }), anyValue),
  { minKeys: 1 },
);

test("law: any document is read without a throw, and what was made of it stays the same", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const result = parseJsonResume(JSON.stringify(document), { newId: countingIds() });
      if (!result.ok) return;
      const made = makeJsonResume(result.value.record);
      expect(parsed(made).record).toEqual(result.value.record);
      const sentences = result.value.problems.map(formatProblemText);
      expect(sentences.filter((sentence) => /undefined|\[object/.test(sentence))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const SHARED = "../shared/data/resumes";
const documents = existsSync(SHARED)
  ? readdirSync(SHARED).filter((name) => /^(?:jrs__|jsonresume__(?:sample|test)).*json$/.test(name))
  : [];

test.skipIf(documents.length === 0)(
  "make(parse(document)) is the document, for public files",
  () => {
    let count = 0;
    for (const name of documents) {
      const whole = JSON.parse(readFileSync(`${SHARED}/${name}`, "utf8")) as Record<string, object>;
      const cases = name.startsWith("jsonresume__test") ? Object.entries(whole) : [[name, whole]];
      for (const [label, document] of cases as [string, object][]) {
        // Lists with an entry of another kind cannot be put back where they stood; they are kept aside.
        if (/^(?:volunteer|work|education|certificates)Invalid/.test(label)) continue;
        if (typeof document !== "object") continue;
        expect(remade(document), `${name} ${label}`).toEqual(document);
        count++;
      }
    }
    expect(count).toBeGreaterThan(50);
  },
);

test.skipIf(documents.length === 0)("other formats and broken files are told apart", () => {
  const codeOf = (name: string): string => {
    const text = readFileSync(`${SHARED}/${name}`, "utf8");
    const result = parseJsonResume(text, { newId: countingIds() });
    return result.ok ? "ok" : formatProblemText(result.problem);
  };
  expect(codeOf("fresh__jane-fullstacker.json")).toContain("FRESH format");
  expect(codeOf("fresh__short.json")).toContain("FRESH format");
  expect(codeOf("reactive-resume-v4__onyx.json")).toContain("Reactive Resume format");
  expect(codeOf("fresh__johnny-trouble.broken.json")).toMatch(/line \d\d+, column/);
});

// ---- Cases -----------------------------------------------------------------------------------------

test("parseJsonResume() reads work, volunteering and the extension", () => {
  const { record, goal, problems } = parsed({
    basics: { name: "Example", location: { countryCode: "GB", city: "Leeds" } },
    work: [
      {
        name: "A bakery",
        position: "Baker",
        startDate: "2019-04",
        [EXTENSION]: {
          hoursPerWeek: 30,
          pay: { amount: 13, currency: "GBP", period: "hour" },
          occupation: "51-3011.00",
        },
      },
    ],
    volunteer: [
      { organization: "A food bank", position: "Driver", [EXTENSION]: { kind: "board" } },
    ],
    [EXTENSION]: {
      goal: { title: "Chef", by: "2029-06", hoursPerWeek: 6 },
      breaks: [{ position: "Care of a parent", startDate: "2017", endDate: "2018" }],
    },
  });
  expect(problems).toEqual([]);
  expect(record.country).toBe("GB");
  expect(record.positions.map(({ kind, title, id }) => [kind, title, id])).toEqual([
    ["employment", "Baker", "made-1"],
    ["board", "Driver", "made-2"],
    ["caring", "Care of a parent", "made-3"],
  ]);
  expect(record.positions[0]).toMatchObject({
    organisation: "A bakery",
    start: "2019-04",
    hoursPerWeek: 30,
    pay: { amount: 13, currency: "GBP", period: "hour" },
    confirmedOccupation: "51-3011.00",
  });
  expect(record.unread).toEqual({ basics: { name: "Example", location: { city: "Leeds" } } });
  expect(goal).toMatchObject({ title: "Chef", by: "2029-06", hoursPerWeek: 6, notThese: [] });
});

test.each([["2019-02-30"], ["2019-13"], ["19"], ["April 2019"], ["2019-04-17-01"]])(
  "an impossible date (%s) is left out, told and kept in the file's own words",
  (startDate) => {
    const document = { work: [{ position: "Clerk", startDate }] };
    const { record, problems } = parsed(document);
    expect(record.positions[0]).not.toHaveProperty("start");
    expect(problems).toEqual([
      {
        code: "resume/impossible-date",
        section: "work",
        entry: 1,
        label: "Clerk",
        field: "startDate",
        text: startDate,
      },
    ]);
    expect(remade(document)).toEqual(document);
  },
);

test("an end before the start leaves out both and tells it; years that overlap are fine", () => {
  const document = { education: [{ area: "Law", startDate: "2019-05", endDate: "2018" }] };
  const { record, problems } = parsed(document);
  expect(problems.map(({ code }) => code)).toEqual(["resume/end-before-start"]);
  expect(record.educations[0]).not.toHaveProperty("start");
  expect(record.educations[0]).not.toHaveProperty("end");
  expect(remade(document)).toEqual(document);
  expect(codesOf({ work: [{ startDate: "2019-05", endDate: "2019" }] })).toEqual([]);
});

test("dates given in their place replace what was wrong", () => {
  const { record } = parsed({ work: [{ position: "Clerk", startDate: "2019-13", endDate: "x" }] });
  const [first] = record.positions;
  if (first === undefined) throw new Error("no position");
  const mended = { ...first, start: "2019-12" as PartialDate };
  const again = JSON.parse(makeJsonResume({ ...record, positions: [mended] }));
  expect(again.work[0].startDate).toBe("2019-12");
});

test.each(["Present", "current", "", null])(
  "an end of %j means that it goes on, without complaint",
  (endDate) => {
    const document = { work: [{ position: "Clerk", startDate: "2020", endDate }] };
    expect(codesOf(document)).toEqual([]);
    expect(parsed(document).record.positions[0]).not.toHaveProperty("end");
    expect(remade(document)).toEqual(document);
  },
);

test("fields of the wrong type are told and kept, the entry too", () => {
  const document = {
    work: [{ position: 42, name: ["x"], highlights: ["good", 7], startDate: 2019 }],
    skills: [{ name: "Typing", level: { years: 3 }, keywords: "fast" }],
  };
  const { record, problems } = parsed(document);
  expect(problems.map((problem) => ("field" in problem ? problem.field : ""))).toEqual([
    "position",
    "name",
    "startDate",
    "highlights",
    "level",
    "keywords",
  ]);
  expect(record.positions[0]).toMatchObject({ title: "", highlights: ["good"] });
  expect(remade(document)).toEqual(document);
});

test("wrong values in the extension are told and kept", () => {
  const extension = { hoursPerWeek: 400, kind: "wizard", pay: { amount: 5 }, state: "sworn" };
  const document = { work: [{ position: "Clerk", [EXTENSION]: extension }] };
  expect(codesOf(document)).toEqual(Array(4).fill("resume/wrong-value"));
  expect(parsed(document).record.positions[0]?.kind).toBe("employment");
  expect(remade(document)).toEqual(document);
});

test("sections and entries of the wrong kind are set aside, told, and still in what is made", () => {
  const document = { work: [null, "Baker", { position: "Clerk" }], skills: { name: "Typing" } };
  const { record, problems } = parsed(document);
  expect(record.positions.map(({ title }) => title)).toEqual(["Clerk"]);
  expect(problems.map(({ code }) => code)).toEqual(Array(3).fill("resume/wrong-type"));
  const made = JSON.parse(makeJsonResume(record));
  expect(made[EXTENSION].unread).toEqual({
    work: [null, "Baker"],
    skills: [{ name: "Typing" }],
  });
});

test("ids are kept, and doubled ones made new", () => {
  const entry = (id: string) => ({ position: "Clerk", [EXTENSION]: { id } });
  const { record } = parsed({ work: [entry("a"), entry("a"), entry("b")] });
  expect(record.positions.map(({ id }) => id)).toEqual(["a", "made-1", "b"]);
});

test.each([
  ["[]", "a list"],
  ["42", "a number"],
  ["null", "nothing"],
  ['"Baker"', "text"],
  ["{}", "an object"],
  ['{"job": "Baker"}', "an object"],
])("%s is JSON, but no résumé", (text, found) => {
  const result = parseJsonResume(text, { newId: countingIds() });
  expect(result).toEqual({ ok: false, problem: { code: "resume/not-a-resume", found } });
});

test("keys named __proto__ are left out and change no prototype", () => {
  const text =
    '{"work":[{"position":"Clerk","__proto__":{"polluted":1}}],"__proto__":{"polluted":1}}';
  const { record, problems } = parsed(text);
  expect(problems).toEqual([{ code: "resume/unsafe-key", count: 2 }]);
  expect(record.positions[0]?.unread).toEqual({});
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  const plain = parsed({ work: [{ constructor: 1, toString: 2, hasOwnProperty: 3 }] });
  expect(plain.record.positions[0]?.unread).toEqual({
    constructor: 1,
    toString: 2,
    hasOwnProperty: 3,
  });
});

test("too many entries, too many characters and too deep a nesting are refused", () => {
  const codeOf = (text: string): string => {
    const result = parseJsonResume(text, { newId: countingIds() });
    return result.ok ? "ok" : result.problem.code;
  };
  expect(codeOf(`{"work":[${Array(2001).fill("{}").join()}]}`)).toBe("resume/too-many-entries");
  expect(codeOf(`{"work":[],"x":"${"y".repeat(6_000_000)}"}`)).toBe("json/too-large");
  expect(codeOf(`{"work":${"[".repeat(100_000)}`)).toBe("json/too-deep");
  expect(codeOf(`{"work":[],"x":"${"[".repeat(200)}"}`)).toBe("ok");
});

test("ladders are read as they stand; what is none is told and kept", () => {
  const rungs = [
    { title: "Receptionist" },
    { title: "Office manager", openingsAYear: 0.33, othersWanting: 4, note: "Mrs Lee leaves" },
  ];
  const elm = { id: "elm", organisation: "Elm Street Surgery", rungs };
  const wrong = [
    { ...elm, rungs: [] },
    { ...elm, rungs: [{ title: "" }] },
    { ...elm, rungs: [{ title: "Lead", openingsAYear: -1 }] },
    { ...elm, rungs: [{ title: "Lead", salary: 1 }] },
    { ...elm, colour: "blue" },
    "up",
  ];
  const document = { work: [], [EXTENSION]: { ladders: [elm, ...wrong, elm] } };
  const { record, problems } = parsed(document);
  expect(record.ladders.map(({ rungs: read }) => read)).toEqual([rungs, rungs]);
  expect(new Set(record.ladders.map(({ id }) => id)).size).toBe(2);
  expect(problems.map(({ code }) => code)).toEqual(wrong.map(() => "resume/wrong-value"));
  const made = JSON.parse(makeJsonResume(record));
  expect(made[EXTENSION]).toEqual({ ladders: record.ladders, unread: { ladders: wrong } });
});

test("answers of the interview are read as they stand; what is none is told and kept", () => {
  const answer = {
    id: "a-1",
    questionId: "stone",
    questionVersion: 1,
    date: "2026-11-27",
    choice: "no",
    words: "same house, other work",
    effects: [{ kind: "adds", gapId: "direction:stone", text: "It leads elsewhere." }],
  };
  const wrong = [
    { ...answer, date: "2026-02-30" },
    { ...answer, questionId: "" },
    { ...answer, effects: [{ kind: "scores", text: "9" }] },
    { ...answer, mood: "good" },
    { id: "a-2", questionId: "stone" },
    "no",
  ];
  const document = { work: [], [EXTENSION]: { interview: [answer, ...wrong, answer] } };
  const { record, problems } = parsed(document);
  expect(record.interviewAnswers.map(({ id: _own, ...said }) => said)).toEqual(
    [answer, answer].map(({ id: _own, ...said }) => said),
  );
  expect(new Set(record.interviewAnswers.map(({ id }) => id)).size).toBe(2);
  expect(problems.map(({ code }) => code)).toEqual(wrong.map(() => "resume/wrong-value"));
  const made = JSON.parse(makeJsonResume(record));
  expect(made[EXTENSION]).toEqual({
    interview: record.interviewAnswers,
    unread: { interview: wrong },
  });
});

test("sittings of the assessment are read as they stand; what is none is told and kept", () => {
  const sitting = {
    id: "s-1",
    started: "2026-11-27",
    finished: "2026-12-01",
    answers: [{ itemId: "commit-now", itemVersion: 1, value: 5 }],
    wants: [{ dimension: "commitment", value: 3.5 }],
    reflections: [{ dimension: "commitment", text: "It grew on me,\nslowly." }],
  };
  const wrong = [
    { ...sitting, started: "2026-02-30" },
    { ...sitting, answers: [{ itemId: "commit-now", itemVersion: 1, value: 6 }] },
    { ...sitting, answers: [...sitting.answers, ...sitting.answers] },
    { ...sitting, wants: [{ dimension: "mood", value: 3 }] },
    { ...sitting, total: 51 },
    { id: "s-2", started: "2026-11-27" },
    "no",
  ];
  const document = { work: [], [EXTENSION]: { sittings: [sitting, ...wrong] } };
  const { record, problems } = parsed(document);
  expect(record.sittings).toEqual([sitting]);
  expect(problems.map(({ code }) => code)).toEqual(wrong.map(() => "resume/wrong-value"));
  const made = JSON.parse(makeJsonResume(record));
  expect(made[EXTENSION]).toEqual({ sittings: [sitting], unread: { sittings: wrong } });
});

test("check-ins are read as they stand; what is none is told and kept", () => {
  const lines: readonly CheckInLine[] = [
    { what: "The rota", hours: 2.5, agenda: "employer", energy: -1, positionId: "p-1" },
    { what: "", hours: 1, action: { id: "credential:cna", towards: "31-1131.00", title: "" } },
  ];
  const week = { id: "w-1", kind: "weekly", date: "2026-11-27", lines, wins: "Left on time" };
  const wrong = [
    { ...week, kind: "daily" },
    { ...week, date: "2026-11" },
    { ...week, lines: [{ hours: 1 }] },
    { ...week, lines: [{ what: "", hours: 169 }] },
    { ...week, lines: [{ what: "", energy: 3 }] },
    { ...week, lines: [{ what: "", agenda: "the family" }] },
    { ...week, lines: Array.from({ length: 61 }, () => ({ what: "" })) },
    { ...week, mood: "fine" },
    "a good week",
  ];
  const document = { work: [], [EXTENSION]: { checkIns: [week, ...wrong, week] } };
  const { record, problems } = parsed(document);
  expect(record.checkIns.map(({ id: _id, ...rest }) => rest)).toEqual(
    [week, week].map(({ id: _id, ...rest }) => rest),
  );
  expect(new Set(record.checkIns.map(({ id }) => id)).size).toBe(2);
  expect(problems.map(({ code }) => code)).toEqual(wrong.map(() => "resume/wrong-value"));
  const made = JSON.parse(makeJsonResume(record));
  expect(made[EXTENSION]).toEqual({ checkIns: record.checkIns, unread: { checkIns: wrong } });
});

test("decisions, words on horizons and statements are read as they stand; what is none is told and kept", () => {
  const decision = {
    id: "d-1",
    what: "Left nursing school",
    date: "2014-03",
    alternatives: ["Stay part-time"],
    decidedBy: "circumstances",
    outcomes: [{ date: "2016", text: "I missed the wards" }],
  };
  const word = { subject: "decision:d-1", horizons: ["work", "career"] };
  const statement = { id: "s-1", text: "To be of use", date: "2026-11-27" };
  const wrong = {
    decisions: [
      { ...decision, what: "" },
      { ...decision, date: "2014-13" },
      { ...decision, decidedBy: "fate" },
      { ...decision, outcomes: [{ text: "no date" }] },
      { ...decision, regret: 3 },
      "left",
    ],
    horizonWords: [
      { ...word, horizons: [] },
      { ...word, horizons: ["career", "work"] },
      { ...word, horizons: ["leisure"] },
      { horizons: ["work"] },
    ],
    statements: [{ ...statement, date: "2026" }, { ...statement, text: "" }, "of use"],
  };
  const own = {
    decisions: [decision, ...wrong.decisions],
    horizonWords: [word, ...wrong.horizonWords],
    statements: [statement, ...wrong.statements],
  };
  const { record, problems } = parsed({ work: [], [EXTENSION]: own });
  expect(record.decisions).toEqual([{ ...decision, why: "", who: "", touches: [] }]);
  expect(record.horizonWords).toEqual([word]);
  expect(record.statements).toEqual([statement]);
  expect(problems.map(({ code }) => code)).toEqual(Array(13).fill("resume/wrong-value"));
  const made = JSON.parse(makeJsonResume(record)) as Record<string, unknown>;
  expect(made[EXTENSION]).toEqual({
    decisions: [decision],
    horizonWords: [word],
    statements: [statement],
    unread: wrong,
  });
});

test("notes on a plan's actions come back as they were; what is none is told and kept", () => {
  const at = { towards: "29-1141.00", actionId: "credential:cna", date: "2027-03-02" } as const;
  const notes = [
    { id: "n-1", ...at, kind: "hours", hours: 2.5 },
    { id: "n-2", ...at, kind: "blocked", until: "2027-06-01", why: "no place" },
    { id: "n-3", ...at, kind: "reopened", undoes: ["n-2"] },
  ];
  const wrong = [
    { id: "n-4", ...at, kind: "finished" },
    { id: "n-5", ...at, kind: "hours", hours: -1 },
    { id: "n-6", ...at, kind: "done", date: "2027-02-30" },
    { id: "n-7", ...at, kind: "done", mood: "good" },
    "done",
  ];
  const document = { work: [], [EXTENSION]: { progress: [...notes, ...wrong, notes[0]] } };
  const { record, progress, problems } = parsed(document);
  expect(progress).toEqual(notes);
  expect(problems.map(({ code }) => code)).toEqual(wrong.map(() => "resume/wrong-value"));
  const again = parsed(JSON.parse(makeJsonResume(record, { progress })));
  expect(again.progress).toEqual(notes);
  const made = JSON.parse(makeJsonResume(record, { progress })) as Record<string, unknown>;
  expect(made[EXTENSION]).toEqual({ progress: notes, unread: { progress: wrong } });
});
