// The laws of abilities over whole careers: generated ones, on the real starter catalogue and on generated
// small ones. What they must hold is in docs/method/abilities.md.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceMeets } from "../src/domain/abilities/estimate-levels.ts";
import { explainLevel } from "../src/domain/abilities/explain-level.ts";
import type { LevelEstimates } from "../src/domain/abilities/level-estimate.ts";
import { standingOf } from "../src/domain/abilities/standing-of.ts";
import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  firstDayOf,
  lastDayOf,
  type PartialDate,
} from "../src/domain/calendar-date.ts";
import type { Catalogue } from "../src/domain/occupations/catalogue.ts";
import type { CareerRecord, Position } from "../src/domain/record/career-record.ts";
import { readStarter, STARTER_FILES } from "../src/sources/starter.ts";
import {
  anyCareerIn,
  anyCredentialIn,
  anyEducationIn,
  anyPositionIn,
  anySmallCatalogue,
  CAREER_TODAY,
  readingOf,
} from "./fixtures/any-career.ts";
import { smallCatalogue } from "./fixtures/small-catalogue.ts";

const STARTER = new URL("../data/starter/", import.meta.url);
const starter = readStarter(
  new Map(STARTER_FILES.map((file) => [file, readFileSync(new URL(file, STARTER))])),
).catalogue;
const base = smallCatalogue();

/**
 * A catalogue with the careers that can be held in it. The generated ones share the small one's ids. Each
 * stands behind a function, so that a failing law prints the career and not the catalogue.
 */
const WORLDS = [
  { name: "the starter", catalogues: fc.constant(() => starter), careersIn: starter, runs: 25 },
  {
    name: "generated small catalogues",
    catalogues: anySmallCatalogue.map((catalogue) => () => catalogue),
    careersIn: base,
    runs: 60,
  },
];

function levelsOf(catalogue: Catalogue, record: CareerRecord): LevelEstimates {
  return standingOf(readingOf(catalogue, record)).levels;
}

function expectNoLower(after: LevelEstimates, before: LevelEstimates): void {
  after.means.forEach((mean, element) => {
    const fallen = (before.means[element] ?? 0) - mean;
    if (fallen > 1e-9) expect(`element ${element} falls by ${fallen}`).toBe("no fall");
    for (const level of [1, 3, 5]) {
      const less = chanceMeets(before, element, level) - chanceMeets(after, element, level);
      if (less > 1e-9) expect(`chance of ${level} in element ${element} falls`).toBe("no fall");
    }
  });
}

function expectSame(one: LevelEstimates, other: LevelEstimates): void {
  one.means.forEach((mean, element) => {
    const apart = Math.abs(mean - (other.means[element] ?? 0));
    if (apart > 1e-9) expect(`element ${element} is apart by ${apart}`).toBe("no difference");
  });
}

describe.each(WORLDS)("on $name", ({ catalogues, careersIn, runs }) => {
  const career = anyCareerIn(careersIn);
  const position = anyPositionIn(careersIn);
  const check = <T>(more: fc.Arbitrary<T>, law: (c: Catalogue, r: CareerRecord, m: T) => void) =>
    fc.assert(
      fc.property(catalogues, career, more, (catalogue, record, one) =>
        law(catalogue(), record, one),
      ),
      { numRuns: runs },
    );
  const withPosition = (record: CareerRecord, one: Position) => ({
    ...record,
    positions: [...record.positions, one],
  });

  test("law: one more position never lowers any estimate, whatever the self-ratings", () => {
    check(position, (catalogue, record, one) => {
      expectNoLower(levelsOf(catalogue, withPosition(record, one)), levelsOf(catalogue, record));
    });
  });

  test("law: more hours a week never lower any estimate", () => {
    const more = fc.tuple(position, fc.nat(60), fc.nat(60));
    check(more, (catalogue, record, [one, hours, added]) => {
      const less = withPosition(record, { ...one, hoursPerWeek: hours });
      const longer = withPosition(record, { ...one, hoursPerWeek: hours + added });
      expectNoLower(levelsOf(catalogue, longer), levelsOf(catalogue, less));
    });
  });

  test("law: more months, before or after and in dates of any precision, never lower any estimate", () => {
    const more = fc.tuple(position, fc.nat(30), fc.nat(30));
    check(more, (catalogue, record, [one, before, after]) => {
      if (one.start === undefined) return;
      const start = addMonths(firstDayOf(one.start), -before).slice(0, one.start.length);
      const end = one.end && addMonths(lastDayOf(one.end), after).slice(0, one.end.length);
      const dates = { start, ...(end === undefined ? {} : { end }) } as Partial<Position>;
      expectNoLower(
        levelsOf(catalogue, withPosition(record, { ...one, ...dates })),
        levelsOf(catalogue, withPosition(record, one)),
      );
    });
  });

  test("law: a position made longer never parts its neighbours in the same occupation", () => {
    const added = fc.oneof(fc.constant(0), fc.nat(14));
    const more = fc.record({
      one: position.filter(({ hoursPerWeek }) => hoursPerWeek !== 0),
      lengths: fc.tuple(fc.nat(6), fc.nat(6), fc.nat(8), fc.nat(6)),
      precision: fc.constantFrom(4, 7),
      added: fc.tuple(added, added),
    });
    check(more, (catalogue, record, { one, lengths, precision, added }) => {
      const { end: _end, ...open } = one;
      const at = (month: number, places: number) =>
        addMonths("2010-01-15" as CalendarDate, month).slice(0, places) as PartialDate;
      const [lead, gap, length, next] = lengths;
      const from = 60 + gap;
      const between = (earlier: number, later: number) => ({
        ...record,
        positions: [
          ...record.positions,
          { ...open, id: "before", start: at(0, 7), end: at(59 + lead, 7) },
          {
            ...open,
            id: "between",
            start: at(from - earlier, precision),
            end: at(from + length + later, precision),
          },
          { ...open, id: "after", start: at(from + length + next, 7) },
        ],
      });
      expectNoLower(levelsOf(catalogue, between(...added)), levelsOf(catalogue, between(0, 0)));
    });
  });

  test("law: one more degree or certificate never lowers any estimate", () => {
    const more = fc.tuple(anyEducationIn(careersIn), anyCredentialIn(careersIn));
    check(more, (catalogue, record, [education, credential]) => {
      const before = levelsOf(catalogue, record);
      const educations = [...record.educations, education];
      const credentials = [...record.credentials, credential];
      expectNoLower(levelsOf(catalogue, { ...record, educations }), before);
      expectNoLower(levelsOf(catalogue, { ...record, credentials }), before);
    });
  });

  test("law: splitting a position in two, on any day, changes no estimate", () => {
    check(
      fc.tuple(position, fc.double({ min: 0, max: 1, noNaN: true })),
      (c, record, [one, at]) => {
        const parts = splitOf(one, at);
        if (parts === undefined) return;
        const whole = { ...one, ...parts.dates };
        expectSame(
          levelsOf(c, { ...record, positions: [...record.positions, ...parts.halves] }),
          levelsOf(c, withPosition(record, whole)),
        );
      },
    );
  });

  test("law: neither the order of the record nor who paid changes any estimate", () => {
    check(fc.constant(undefined), (catalogue, record) => {
      const levels = levelsOf(catalogue, record);
      const turned = {
        ...record,
        positions: record.positions.toReversed(),
        educations: record.educations.toReversed(),
        credentials: record.credentials.toReversed(),
      };
      expectSame(levelsOf(catalogue, turned), levels);
      const hours = 20;
      const held = record.positions.map((one) => ({ ...one, hoursPerWeek: hours }));
      const [paid, unpaid] = (["employment", "volunteering"] as const).map((kind) =>
        levelsOf(catalogue, { ...record, positions: held.map((one) => ({ ...one, kind })) }),
      );
      if (paid === undefined || unpaid === undefined) throw new Error("Cannot make both");
      expectSame(paid, unpaid);
    });
  });

  test("law: a position of no hours, of no known time or yet to come changes nothing", () => {
    check(position, (catalogue, record, one) => {
      const levels = levelsOf(catalogue, record);
      const { start: _start, end: _end, ...undated } = one;
      for (const nothing of [
        { ...one, hoursPerWeek: 0 },
        undated,
        { ...undated, start: "2027-01" as PartialDate },
      ]) {
        expectSame(levelsOf(catalogue, withPosition(record, nothing)), levels);
      }
    });
  });

  test("law: credit sums to the change, no spread exceeds the prior's, chances sum to 1", () => {
    check(fc.nat(), (catalogue, record, any) => {
      const levels = levelsOf(catalogue, record);
      const { grid, probabilities } = levels;
      catalogue.elements.forEach(({ priorSd }, element) => {
        const row = probabilities.subarray(element * grid.length, (element + 1) * grid.length);
        const mean = levels.means[element] ?? 0;
        const [sum, variance] = row.reduce(
          ([all, spread], mass, i) => [all + mass, spread + mass * ((grid[i] ?? 0) - mean) ** 2],
          [0, 0] as [number, number],
        );
        if (Math.abs(sum - 1) > 1e-9) expect(sum).toBe(1);
        if (Math.sqrt(variance) > priorSd + 1e-6) expect(Math.sqrt(variance)).toBe(priorSd);
      });
      const element = any % catalogue.elements.length;
      const { attribution, mean, prior } = explainLevel(catalogue, levels, element);
      const sum = attribution.reduce((total, { levels: part }) => total + part, 0);
      expect(Math.abs(sum - (mean - prior))).toBeLessThan(1e-6);
      for (const { kind, levels: part } of attribution) {
        if (kind !== "self-rating") expect(part).toBeGreaterThanOrEqual(-1e-9);
      }
    });
  });
});

/** The position as two that follow each other, with the whole's dates made as exact as the parts' are. */
function splitOf(position: Position, at: number) {
  const { start, end } = position;
  if (start === undefined) return undefined;
  const from = firstDayOf(start);
  const last = end === undefined ? CAREER_TODAY : lastDayOf(end);
  const days = Math.min(daysBetween(from, last), daysBetween(from, CAREER_TODAY));
  if (days < 2) return undefined;
  const cut = addDays(from, Math.floor(at * (days - 1)));
  const ending = end === undefined ? {} : { end: last as CalendarDate & PartialDate };
  const dates = { start: from as CalendarDate & PartialDate, ...ending };
  const { end: _end, ...open } = position;
  return {
    dates,
    halves: [
      { ...open, id: "first half", start: dates.start, end: cut as CalendarDate & PartialDate },
      {
        ...open,
        id: "second half",
        start: addDays(cut, 1) as CalendarDate & PartialDate,
        ...ending,
      },
    ],
  };
}
