import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readStarter, STARTER_FILES } from "../../sources/starter.ts";
import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import { type CareerRecord, EMPTY_RECORD, type Position } from "../record/career-record.ts";
import { DIMENSIONS, type Dimension } from "./dimension.ts";
import { recordSigns } from "./record-signs.ts";

const STARTER = new URL("../../../data/starter/", import.meta.url);
const { catalogue } = readStarter(
  new Map(STARTER_FILES.map((file) => [file, readFileSync(new URL(file, STARTER))])),
);
const today = "2026-11-27" as CalendarDate;
const facts = {
  kind: "employment",
  highlights: [],
  provenance: { source: "typed", state: "stated" },
  unread: {},
} as const;

function held(id: string, said: Partial<Position>): Position {
  return { ...facts, id, title: "", organisation: "", ...said };
}

const date = (text: string): PartialDate => text as PartialDate;

/** What is shown of each dimension; every position is taken for the occupation given. */
function signsOf(record: CareerRecord, occupations: Readonly<Record<string, string>> = {}) {
  const matches = record.positions.map(({ id, title, organisation }) => ({
    positionId: id,
    title,
    organisation,
    paid: true,
    present: false,
    match: {
      title,
      state: "confirmed" as const,
      candidates: [
        { occupationId: occupations[id] ?? "", occupation: "", label: "", score: 1, confidence: 1 },
      ],
    },
  }));
  const signs = recordSigns({ record, matches, catalogue, goal: undefined, today });
  return (dimension: Dimension) => signs.find((one) => one.dimension === dimension)?.facts;
}

test("recordSigns() shows nothing of an empty record, and says what it cannot show", () => {
  const world = { record: EMPTY_RECORD, matches: [], catalogue, goal: undefined, today };
  const signs = recordSigns(world);
  expect(signs.map(({ dimension }) => dimension)).toEqual([...DIMENSIONS]);
  for (const { facts: shown, silence } of signs) {
    expect(shown).toEqual([]);
    expect(silence).not.toBe("");
  }
});

test("recordSigns() counts no years away as years of staying, and says what one does on one's own", () => {
  const record = {
    ...EMPTY_RECORD,
    positions: [
      held("a", { title: "Baker", organisation: "Mill", start: date("1990"), end: date("1992") }),
      held("b", { title: "Baker", organisation: "Mill", start: date("2024-11") }),
      held("c", { title: "Gardener", kind: "self-employment", start: date("2023-11") }),
    ],
  };
  expect(signsOf(record)("commitment")).toEqual([
    "Gardener for 3 years, still going on.",
    "2 years with Mill, still going on.",
  ]);
});

test("recordSigns() stays short for forty years and sixty positions, and whole without titles", () => {
  const positions = Array.from({ length: 60 }, (_, i) =>
    held(`p${i}`, {
      title: i % 7 === 6 ? "" : `Title ${i}`,
      organisation: `House ${Math.floor(i / 6)}`,
      start: date(String(1986 + Math.floor((i * 2) / 3))),
      end: date(String(1987 + Math.floor((i * 2) / 3))),
      pay: { amount: 10 + i, currency: "USD", period: "hour" } as Position["pay"] & object,
    }),
  );
  const shown = signsOf({ ...EMPTY_RECORD, positions })("progression") ?? [];
  expect(shown.length).toBeLessThanOrEqual(5);
  for (const fact of shown) {
    expect(fact.length).toBeLessThan(220);
    expect(fact).not.toMatch(/ {2}|as \(|as ,/);
  }
});

test("recordSigns() keeps a title's length and direction to itself", () => {
  const title = "\u202Eمدير";
  const positions = [
    held("a", { title, organisation: "Mill", start: date("2019"), end: date("2020") }),
    held("b", { title: "x".repeat(500), organisation: "Mill", start: date("2021") }),
  ];
  expect(signsOf({ ...EMPTY_RECORD, positions })("progression")).toEqual([
    `With Mill: from \u2068${title}\u2069 to ${"x".repeat(80)}….`,
  ]);
});

test("recordSigns() speaks of no paid work where there is none", () => {
  const positions = [
    held("s", {
      title: "Leader",
      organisation: "Scouts",
      kind: "volunteering",
      start: date("2020"),
    }),
  ];
  expect(signsOf({ ...EMPTY_RECORD, positions })("relationships")).toEqual([
    "You are active in Scouts.",
  ]);
});

test("recordSigns() tells a promotion, pay for an hour and the preparation that work asks for", () => {
  const positions = [
    held("b", {
      title: "HR generalist",
      organisation: "A food distributor",
      start: date("2019-01"),
      pay: { amount: 83200, currency: "USD", period: "year" } as Position["pay"] & object,
    }),
    held("a", {
      title: "HR assistant",
      organisation: "a food distributor",
      start: date("2015-06"),
      end: date("2018-12"),
      hoursPerWeek: 20,
      pay: { amount: 20800, currency: "USD", period: "year" } as Position["pay"] & object,
    }),
  ];
  const shown = signsOf({ ...EMPTY_RECORD, positions }, { a: "43-4161.00", b: "13-1071.00" });
  expect(shown("progression")).toEqual([
    "With a food distributor: from HR assistant to HR generalist.",
    "Pay for an hour: about $20 as HR assistant (from 2015), about $40 as HR generalist (from 2019). Prices have changed in between, too.",
    expect.stringMatching(
      /^Work as HR assistant usually asks for \w+ preparation, as HR generalist/,
    ),
  ]);
  expect(shown("commitment")).toEqual(["11½ years with a food distributor, still going on."]);
});

test("recordSigns() compares no pay across currencies and none of a few hours", () => {
  const pay = (currency: string) =>
    ({ amount: 30, currency, period: "hour" }) as Position["pay"] & object;
  const positions = [
    held("a", { title: "Waiter", start: date("2015"), end: date("2017"), pay: pay("EUR") }),
    held("b", { title: "Tutor", start: date("2016"), hoursPerWeek: 4, pay: pay("USD") }),
    held("c", { title: "Teacher", start: date("2018"), pay: pay("USD") }),
  ];
  expect(signsOf({ ...EMPTY_RECORD, positions })("progression")).toEqual([]);
});

test("recordSigns() counts unpaid work, and learning of late or else the last", () => {
  const positions = [
    held("a", {
      kind: "volunteering",
      title: "Scout leader",
      organisation: "A scout troop",
      start: date("2017-09"),
      hoursPerWeek: 5,
    }),
    held("b", {
      kind: "caring",
      title: "Care for my mother",
      start: date("2024-01"),
      hoursPerWeek: 20,
    }),
  ];
  const credential = { id: "c", name: "First aid", issuer: "", date: date("2018-03") };
  const { provenance, unread } = facts;
  const old = { ...credential, provenance, unread };
  const shown = signsOf({ ...EMPTY_RECORD, positions, credentials: [old] });
  expect(shown("motivation")).toEqual([
    "Unpaid work now: scout leader and care for my mother; 25 hours a week.",
  ]);
  expect(shown("relationships")).toEqual(["You are active in a scout troop."]);
  expect(shown("skill-development")).toEqual([
    "The last course or certificate on record: First aid (2018).",
  ]);
  const lately = { ...old, date: date("2023-03") };
  expect(signsOf({ ...EMPTY_RECORD, credentials: [lately] })("skill-development")).toEqual([
    "In the last 5 years: First aid (2023).",
  ]);
});

test("recordSigns() of sixty positions in forty years names a handful", () => {
  const positions = Array.from({ length: 60 }, (_, place) =>
    held(String(place), {
      title: `Work ${place}`,
      organisation: `Place ${place}`,
      start: date(String(1985 + Math.floor((place * 2) / 3))),
      kind: place % 2 === 0 ? "employment" : "volunteering",
    }),
  );
  const shown = signsOf({ ...EMPTY_RECORD, positions });
  for (const dimension of DIMENSIONS) {
    expect(shown(dimension)?.length ?? 0).toBeLessThanOrEqual(3);
    for (const fact of shown(dimension) ?? []) expect(fact.length).toBeLessThan(200);
  }
});
