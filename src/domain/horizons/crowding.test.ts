// When one horizon crowds out the others: said from hours alone, kindly, and not on too little.

import { expect, test } from "vitest";
import type { Agenda, CheckIn } from "../agenda/check-in.ts";
import { addDays, type CalendarDate, type PartialDate } from "../calendar-date.ts";
import { EMPTY_RECORD, type Position } from "../record/career-record.ts";
import { CROWDING_SHARE, crowdingOf, LONG_WEEK_HOURS, NEITHER_IS_BETTER } from "./crowding.ts";

const TODAY = "2026-11-27" as CalendarDate;

function weeksOf(count: number, hours: Partial<Record<Agenda, number>>): CheckIn[] {
  return Array.from({ length: count }, (_, week) => ({
    id: `c-${week}`,
    kind: "weekly",
    date: addDays(TODAY, -7 * week),
    lines: Object.entries(hours).map(([agenda, of]) => ({
      what: "",
      hours: of,
      agenda: agenda as Agenda, // its keys are agendas
    })),
  }));
}

function held(hoursPerWeek: number | undefined): Position {
  return {
    id: "p",
    kind: "employment",
    title: "Cook",
    organisation: "",
    start: "2020" as PartialDate,
    highlights: [],
    provenance: { source: "typed", state: "stated" },
    unread: {},
    ...(hoursPerWeek === undefined ? {} : { hoursPerWeek }),
  };
}

test("crowdingOf() says from check-ins that the job takes nearly all, and that this can be right", () => {
  const said = crowdingOf(EMPTY_RECORD, weeksOf(4, { employer: 39, mine: 1 }), TODAY);
  expect(said).toMatchObject({ horizon: "job", isKnown: true });
  expect(said.sentence).toBe(
    `Of 160 hours that you noted, 156 went to what your employers wanted done: the job leaves the others little room at present. ${NEITHER_IS_BETTER}`,
  );
});

test("crowdingOf() says that none crowds out the others just below the share", () => {
  const mine = 40 * (1 - CROWDING_SHARE) + 0.5;
  const said = crowdingOf(EMPTY_RECORD, weeksOf(4, { employer: 40 - mine, mine }), TODAY);
  expect(said).toMatchObject({ horizon: undefined, isKnown: true });
  expect(said.sentence).toContain("None crowds out the others");
});

test("crowdingOf() says of a career too that it leaves the others no room, without blame", () => {
  const said = crowdingOf(EMPTY_RECORD, weeksOf(4, { mine: 40 }), TODAY);
  expect(said.horizon).toBe("career");
  expect(said.sentence).toMatch(/Nothing is wrong with that/);
});

test("crowdingOf() does not judge by two weeks, by hours of neither, nor by hours that were not said", () => {
  const unknown = { horizon: undefined, isKnown: false };
  expect(crowdingOf(EMPTY_RECORD, weeksOf(2, { employer: 60 }), TODAY)).toMatchObject(unknown);
  expect(crowdingOf({ ...EMPTY_RECORD, positions: [held(undefined)] }, [], TODAY)).toMatchObject({
    ...unknown,
    hours: [],
  });
  expect(crowdingOf(EMPTY_RECORD, weeksOf(4, { neither: 20 }), TODAY).horizon).toBeUndefined();
});

test("crowdingOf() does not judge by an hour beside many that served neither, and says what it leaves out", () => {
  for (const hours of [{ neither: 20 }, { neither: 20, mine: 1 }]) {
    const said = crowdingOf(EMPTY_RECORD, weeksOf(4, hours), TODAY);
    expect(said).toMatchObject({ horizon: undefined, isKnown: false });
    expect(said.sentence).toMatch(/cannot be said yet/);
  }
  const said = crowdingOf(EMPTY_RECORD, weeksOf(4, { neither: 10, employer: 40 }), TODAY);
  expect(said.grounds).toContain("Hours that served neither");
});

test("crowdingOf() says from the record alone that a week is long, from the published hours on", () => {
  const at = (hours: number) =>
    crowdingOf({ ...EMPTY_RECORD, positions: [held(hours)] }, [], TODAY);
  expect(at(LONG_WEEK_HOURS).horizon).toBe("job");
  expect(at(LONG_WEEK_HOURS - 1)).toMatchObject({ horizon: undefined, isKnown: false });
  expect(at(37.5).sentence).toContain("takes 37.5 hours a week.");
});
