import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALL, smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { addMonths, type CalendarDate, type PartialDate } from "../calendar-date.ts";
import { type Currency, US_DOLLAR } from "../money.ts";
import {
  type CareerRecord,
  type Credential,
  type Education,
  EMPTY_RECORD,
  type Position,
} from "../record/career-record.ts";
import { isPaid } from "../record/position-time.ts";
import type { PositionMatch } from "../schedule/plan.ts";
import type { MatchState } from "../titles/title-match.ts";
import { estimateLevels } from "./estimate-levels.ts";
import { evidenceOf } from "./evidence-of.ts";
import type { Standing } from "./standing.ts";
import { standingOf } from "./standing-of.ts";

const TODAY = "2026-11-22" as CalendarDate;
const catalogue = smallCatalogue();
const MEDICINE = catalogue.elements.findIndex(({ name }) => name === "Medicine and Dentistry");
const kept = { provenance: { source: "typed", state: "stated" }, unread: {} } as const;

interface Held {
  readonly occupation: keyof typeof SMALL;
  readonly start?: string;
  readonly end?: string;
  readonly kind?: Position["kind"];
  readonly hoursPerWeek?: number;
  readonly organisation?: string;
  readonly pay?: Position["pay"];
  readonly state?: MatchState;
}

function positionOf(held: Held, index: number): Position {
  return {
    id: `p${index}`,
    kind: held.kind ?? "employment",
    title: held.occupation,
    organisation: held.organisation ?? "",
    highlights: [],
    ...kept,
    ...(held.start === undefined ? {} : { start: held.start as PartialDate }),
    ...(held.end === undefined ? {} : { end: held.end as PartialDate }),
    ...(held.hoursPerWeek === undefined ? {} : { hoursPerWeek: held.hoursPerWeek }),
    ...(held.pay === undefined ? {} : { pay: held.pay }),
  };
}

function matchOf(held: Held, position: Position): PositionMatch {
  const candidate = {
    occupationId: SMALL[held.occupation],
    occupation: held.occupation,
    label: held.occupation,
    score: 1,
    confidence: 0.9,
  };
  return {
    positionId: position.id,
    title: position.title,
    organisation: position.organisation,
    paid: isPaid(position),
    present: held.end === undefined,
    match: { title: position.title, state: held.state ?? "sure", candidates: [candidate] },
  };
}

function reading(positions: readonly Held[], more: Partial<CareerRecord> = {}) {
  const held = positions.map(positionOf);
  const matches = positions.map((one, i) => matchOf(one, positionOf(one, i)));
  const record: CareerRecord = { ...EMPTY_RECORD, positions: held, ...more };
  return { catalogue, record, matches, today: TODAY };
}

function standing(positions: readonly Held[], more: Partial<CareerRecord> = {}): Standing {
  return standingOf(reading(positions, more));
}

function education(given: {
  studyType: string;
  area: string;
  end?: string;
  start?: string;
}): Education {
  const { start, end } = given;
  return {
    id: "e1",
    institution: "A college",
    studyType: given.studyType,
    area: given.area,
    courses: [],
    ...kept,
    ...(start === undefined ? {} : { start: start as PartialDate }),
    ...(end === undefined ? {} : { end: end as PartialDate }),
  };
}

function credential(name: string, expires?: string): Credential {
  return {
    id: "c1",
    name,
    issuer: "",
    ...kept,
    ...(expires === undefined ? {} : { expires: expires as PartialDate }),
  };
}

test("standingOf() of an empty record is everyone's prior and nothing else", () => {
  const empty = standing([]);
  expect(empty.presentRows).toEqual([]);
  expect(empty.educationLevel).toBe(0);
  expect(empty.educationLabel).toBe("");
  expect(empty.annualPay).toBeUndefined();
  expect(empty.figuresAreLocal).toBe(true);
  expect(empty.levels.means).toEqual(estimateLevels(catalogue, []).means);
});

test("standingOf() leaves out what is not matched with confidence", () => {
  const unsure = standing([{ occupation: "registeredNurse", start: "2010", state: "unsure" }]);
  expect(unsure.presentRows).toEqual([]);
  expect(unsure.levels.evidence).toEqual([]);
  expect(unsure.monthsByRow.size).toBe(0);
  const confirmed = standing([
    { occupation: "registeredNurse", start: "2010", state: "confirmed" },
  ]);
  expect(confirmed.presentRows).toEqual([smallRow("registeredNurse")]);
});

test("standingOf() puts what is held now in order: paid first, then by hours", () => {
  const now = standing([
    { occupation: "medicalAssistant", start: "2024", kind: "volunteering", hoursPerWeek: 30 },
    { occupation: "retailSalesperson", start: "2022", hoursPerWeek: 10 },
    { occupation: "receptionist", start: "2020", hoursPerWeek: 25 },
    { occupation: "hrAssistant", start: "2015", end: "2019" },
  ]);
  expect(now.presentRows).toEqual(
    (["receptionist", "retailSalesperson", "medicalAssistant"] as const).map(smallRow),
  );
});

test("standingOf() goes back to the last one held when nothing is held now", () => {
  const between = standing([
    { occupation: "receptionist", start: "2015", end: "2018" },
    { occupation: "hrAssistant", start: "2018", end: "2024-03" },
    { occupation: "retailSalesperson", start: "2010", end: "2015" },
  ]);
  expect(between.presentRows).toEqual([smallRow("hrAssistant")]);
});

test("standingOf() keeps months by occupation, unfaded, paid and unpaid together", () => {
  const { monthsByRow } = standing([
    { occupation: "receptionist", start: "2000-01", end: "2000-12" },
    { occupation: "receptionist", start: "2001-01", end: "2001-12", hoursPerWeek: 20 },
    {
      occupation: "receptionist",
      start: "2002-01",
      end: "2002-12",
      hoursPerWeek: 20,
      kind: "volunteering",
    },
  ]);
  expect(monthsByRow.get(smallRow("receptionist"))).toBeCloseTo(24, 0);
});

test("standingOf() reads pay by the year in the catalogue's currency, and never another", () => {
  const hourly = { amount: 20, currency: US_DOLLAR, period: "hour" } as const;
  const job = { occupation: "receptionist", start: "2020", hoursPerWeek: 30, pay: hourly } as const;
  expect(standing([job]).annualPay).toBe(20 * 30 * 52);
  const pounds = { ...hourly, currency: "GBP" as Currency };
  expect(standing([{ ...job, pay: pounds }]).annualPay).toBeUndefined();
  expect(standing([{ ...job, end: "2024" }]).annualPay).toBeUndefined();
});

test("standingOf() names today's employers in lower case, once", () => {
  const { presentOrganisations } = standing([
    { occupation: "receptionist", start: "2020", organisation: "Elm Street Surgery" },
    { occupation: "hrAssistant", start: "2022", organisation: "elm street surgery " },
    { occupation: "hrAssistant", start: "2010", end: "2012", organisation: "Gone" },
    { occupation: "hrAssistant", start: "2022", organisation: "Club", kind: "volunteering" },
  ]);
  expect(presentOrganisations).toEqual(["elm street surgery"]);
});

test("standingOf() says whether the figures are those of the person's country", () => {
  expect(standing([], { country: "US" }).figuresAreLocal).toBe(true);
  expect(standing([], { country: "us" }).figuresAreLocal).toBe(true);
  expect(standing([], { country: "GB" }).figuresAreLocal).toBe(false);
});

test("standingOf() takes the highest finished education, what it is called and what it prepares for", () => {
  const studied = standing([], {
    educations: [
      education({ studyType: "High school diploma", area: "", end: "2012-06" }),
      education({ studyType: "Associate", area: "Nursing", start: "2013", end: "2016-05" }),
      education({ studyType: "Bachelor", area: "Human resources", start: "2025-09" }),
    ],
  });
  expect(studied.educationLevel).toBe(5);
  expect(studied.educationLabel).toBe("Associate, Nursing, A college");
  expect([...studied.studiedRows]).toEqual([smallRow("registeredNurse")]);
  expect([...studied.heldCredentialIds]).toEqual(["nursing-associate"]);
  expect(studied.levels.means[MEDICINE]).toBeGreaterThan(
    estimateLevels(catalogue, []).means[MEDICINE] ?? 7,
  );
});

test("standingOf() reads from a licence its exam, its only credential and its least education", () => {
  const nurse = standing([], { credentials: [credential("LPN license, State of Ohio")] });
  expect([...nurse.heldLicences]).toEqual(["Practical nurse licence (LPN or LVN)"]);
  expect(nurse.heldCredentialIds).toEqual(new Set(["practical-nursing", "nclex-pn"]));
  expect(nurse.educationLevel).toBe(3);
  expect(nurse.educationLabel).toBe("LPN license, State of Ohio");
});

test("standingOf() takes paid licensed work of half a year to show the licence, other work not", () => {
  const nurse = { occupation: "registeredNurse", start: "2020-01" } as const;
  const paid = standing([nurse]);
  expect(paid.heldLicences.size).toBe(1);
  expect(paid.educationLevel).toBe(5);
  expect(standing([{ ...nurse, start: "2026-09" }]).heldLicences.size).toBe(0);
  expect(standing([{ ...nurse, kind: "volunteering" }]).heldLicences.size).toBe(0);
  expect(standing([{ ...nurse, state: "unsure" }]).heldLicences.size).toBe(0);
});

test("standingOf() holds no credential that has expired, and keeps what was learnt for it", () => {
  const lapsed = standing([], { credentials: [credential("CCNA", "2016-11-22")] });
  expect(lapsed.heldCredentialIds.size).toBe(0);
  const current = standing([], { credentials: [credential("CCNA", "2027-11-22")] });
  const [old, held] = [lapsed.levels.evidence[0], current.levels.evidence[0]];
  expect(old?.fullTimeMonths).toBe(held?.fullTimeMonths);
  expect([old?.yearsSinceEnd, held?.yearsSinceEnd].map((years) => Math.round(years ?? -1))).toEqual(
    [10, 0],
  );
});

test("evidenceOf() takes a higher degree for no less than a first one, with it and without it", () => {
  const levels = (...types: readonly string[]) =>
    standing([], {
      educations: types.map((studyType) =>
        education({ studyType, area: "Human resources", end: "2020-05" }),
      ),
    }).levels.means;
  const [bachelor, master, doctor, both] = [
    levels("Bachelor"),
    levels("Master's degree"),
    levels("PhD"),
    levels("Bachelor", "Master's degree"),
  ];
  expect(Math.max(...bachelor.map((mean, i) => mean - (levels()[i] ?? 0)))).toBeGreaterThan(0.1);
  bachelor.forEach((mean, element) => {
    expect(master[element]).toBeCloseTo(mean, 9);
    expect(doctor[element]).toBeCloseTo(mean, 9);
    expect(both[element]).toBeGreaterThanOrEqual(mean);
  });
  expect(both.some((mean, element) => mean > (bachelor[element] ?? 0) + 0.01)).toBe(true);
});

test("evidenceOf() shares a degree among the occupations that it prepares for", () => {
  const evidence = evidenceOf(
    reading([], {
      educations: [education({ studyType: "Bachelor", area: "Human resources", end: "2020-05" })],
    }),
  );
  expect(evidence.map(({ row, share }) => [row, share])).toEqual([
    [smallRow("hrManager"), 0.5],
    [smallRow("hrSpecialist"), 0.5],
  ]);
  expect(evidence[0]?.label).toBe("Bachelor in Human resources, A college");
  // 120 credits of 45 hours are 31 months of 40 hours a week.
  expect(evidence[0]?.fullTimeMonths).toBeCloseTo(31, 0);
});

test("evidenceOf() lets an earlier position fade only from the end of its unbroken stretch", () => {
  const years = (positions: readonly Held[]) =>
    evidenceOf(reading(positions)).map(({ yearsSinceEnd }) => Math.round(yearsSinceEnd));
  const first = { occupation: "registeredNurse", start: "2006-01", end: "2010-12" } as const;
  expect(years([first])).toEqual([16]);
  expect(years([first, { occupation: "registeredNurse", start: "2011-02" }])).toEqual([0, 0]);
  expect(years([first, { occupation: "registeredNurse", start: "2013-02" }])).toEqual([16, 0]);
  expect(years([first, { occupation: "receptionist", start: "2011-02" }])).toEqual([16, 0]);
});

test("evidenceOf() sees no break where the dates leave it open, and none joined by no hours", () => {
  const nurse = { occupation: "registeredNurse" } as const;
  const years = (between: Partial<Held>) =>
    evidenceOf(
      reading([
        { ...nurse, start: "1990-01", end: "2018-12" },
        { ...nurse, ...between },
        { ...nurse, start: "2020-01" },
      ]),
    ).map(({ yearsSinceEnd }) => Math.round(yearsSinceEnd));
  expect(years({ start: "2019", end: "2019" })).toEqual([0, 0, 0]);
  expect(years({ start: "2019-06", end: "2019" })).toEqual([8, 0, 0]);
  expect(years({ start: "2019", end: "2019", hoursPerWeek: 0 })).toEqual([8, 0]);
});

test("law: splitting a position in two, at any month, changes no estimate", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 119 }),
      fc.constantFrom(undefined, "2018-12"),
      (at, end) => {
        const from = "2009-01" as PartialDate;
        const middle = addMonths(`${from}-01` as CalendarDate, at).slice(0, 7);
        const before = addMonths(`${from}-01` as CalendarDate, at - 1).slice(0, 7);
        const last = end === undefined ? {} : { end };
        const whole = standing([{ occupation: "registeredNurse", start: from, ...last }]);
        const parts = standing([
          { occupation: "registeredNurse", start: from, end: before },
          { occupation: "registeredNurse", start: middle, ...last },
        ]);
        whole.levels.means.forEach((mean, element) => {
          expect(Math.abs((parts.levels.means[element] ?? 0) - mean)).toBeLessThan(1e-9);
        });
      },
    ),
    { numRuns: 25 },
  );
});

test("law: one more position, or more hours a week, never lowers any estimate", () => {
  const anyHeld: fc.Arbitrary<Held> = fc
    .record({
      occupation: fc.constantFrom(...(Object.keys(SMALL) as (keyof typeof SMALL)[])),
      start: fc.integer({ min: 1985, max: 2026 }).map(String),
      years: fc.integer({ min: 0, max: 20 }),
      kind: fc.constantFrom("employment" as const, "volunteering" as const),
      hoursPerWeek: fc.integer({ min: 1, max: 60 }),
    })
    .map(({ years, ...held }) => ({ ...held, end: String(Number(held.start) + years) }));
  fc.assert(
    fc.property(
      fc.array(anyHeld, { maxLength: 4 }),
      anyHeld,
      fc.integer({ min: 0, max: 40 }),
      (held, one, hours) => {
        const fewer = standing(held).levels.means;
        const more = standing([...held, one]).levels.means;
        const longer = standing([
          ...held,
          { ...one, hoursPerWeek: (one.hoursPerWeek ?? 0) + hours },
        ]);
        more.forEach((mean, element) => {
          expect(mean).toBeGreaterThanOrEqual((fewer[element] ?? 0) - 1e-9);
          expect(longer.levels.means[element]).toBeGreaterThanOrEqual(mean - 1e-9);
        });
      },
    ),
    { numRuns: 40 },
  );
});

test("standingOf() stands a record of two thousand positions", () => {
  const many = Array.from({ length: 2000 }, (_, i) => ({
    occupation: "receptionist" as const,
    start: String(1950 + (i % 70)),
    end: String(1951 + (i % 70)),
  }));
  const started = performance.now();
  expect(standing(many).monthsByRow.size).toBe(1);
  expect(performance.now() - started).toBeLessThan(3000);
});
