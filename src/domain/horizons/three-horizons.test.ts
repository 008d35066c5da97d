// The three horizons in words: by a worked example, and for careers that are no usual ones.

import { expect, test } from "vitest";
import type { CheckIn } from "../agenda/check-in.ts";
import { addDays, type CalendarDate, type PartialDate } from "../calendar-date.ts";
import { EMPTY_RECORD, type Position, type PositionKind } from "../record/career-record.ts";
import type { Decider, Decision } from "../record/decision.ts";
import { horizonEntriesOf } from "./horizon-rules.ts";
import { positionFadings } from "./position-fading.ts";
import { type ThreeHorizonsInput, threeHorizonsOf } from "./three-horizons.ts";

const TODAY = "2026-01-01" as CalendarDate;

function held(title: string, start: string, end?: string, more: Partial<Position> = {}): Position {
  return {
    id: title,
    kind: "employment" as PositionKind,
    title,
    organisation: "",
    start: start as PartialDate,
    hoursPerWeek: 40,
    highlights: [],
    provenance: { source: "typed", state: "stated" },
    unread: {},
    ...(end === undefined ? {} : { end: end as PartialDate }),
    ...more,
  };
}

function decided(id: string, decidedBy: Decider): Decision {
  const date = "2020" as PartialDate;
  const rest = { alternatives: [], why: "", who: "", touches: [], outcomes: [] };
  return { id, what: id, date, decidedBy, ...rest };
}

function read(
  record: Partial<ThreeHorizonsInput["record"]>,
  more: Partial<ThreeHorizonsInput> = {},
) {
  return threeHorizonsOf({
    record: { ...EMPTY_RECORD, ...record },
    goal: undefined,
    goalInWords: undefined,
    checkIns: [],
    today: TODAY,
    ...more,
  });
}

const CLERK_COOK_NURSE = [
  held("Clerk", "2005-01-01", "2005-12-31"),
  held("Cook", "2015-01-01", "2016-01-01", { end: "2015-12-31" as PartialDate }),
  held("Nurse", "2025-01-01"),
];

test("the worked example of docs/method/horizons.md", () => {
  const record = { ...EMPTY_RECORD, positions: CLERK_COOK_NURSE };
  const inPercent = (share = 0) => Math.round(share * 100);
  const fadings = positionFadings(record.positions, TODAY);
  expect(fadings.map(({ left }) => inPercent(left))).toEqual([25, 50, 100]);
  expect(fadings.map(({ shareOfAll }) => inPercent(shareOfAll))).toEqual([14, 29, 57]);
  const rest = { actions: [], milestones: [], checkIns: [], words: [], today: TODAY };
  const places = horizonEntriesOf({ record, ...rest }).map(({ horizons }) => horizons.join(" "));
  expect(places).toEqual(["career", "career", "job work career"]);
});

test("threeHorizonsOf() opens with one sentence that fits every career", () => {
  const unpaid = held("Scout leader", "2020", undefined, { kind: "volunteering" });
  expect(read({}).sentence).toMatch(/^Nothing is on record yet: /);
  expect(read({}, { goalInWords: "a nurse" }).sentence).toMatch(/where you want to go: a nurse\.$/);
  expect(read({ positions: [held("Miner", "1991")] }).sentence).toMatch(
    /^Your job today is a miner; your work is the one position of the last 10 years; your career is all of it, 34½ years so far\.$/,
  );
  expect(read({ positions: [unpaid] }).sentence).toMatch(
    /^What you do today, unpaid, is a scout leader; /,
  );
  expect(read({ positions: [held("Miner", "1991", "2003")] }).sentence).toMatch(
    /^You hold no position today; your career is all of it, /,
  );
  const atHome = held("Care of a newborn", "2025", undefined, { kind: "caring" });
  expect(read({ positions: [atHome] }).sentence).toMatch(
    /^What you do today, unpaid, is care of a newborn; /,
  );
  for (const [title, said] of [
    ["Training manager", "a training manager"],
    ["Teaching at a college", "teaching at a college"],
  ] as const) {
    expect(read({ positions: [held(title, "2020")] }).sentence).toMatch(
      new RegExp(`^Your job today is ${said};`),
    );
  }
  const two = read(
    { positions: [unpaid, held("HR generalist", "2019")] },
    { goalInWords: "a coach" },
  );
  expect(two.sentence).toMatch(
    /^Your job today is an HR generalist, with one more beside it; .* and the way to becoming a coach\.$/,
  );
});

test("threeHorizonsOf() says what moved on inside one organisation", () => {
  const organisation = "A food distributor";
  const positions = [
    held("HR assistant", "2018", "2020", { organisation }),
    held("HR generalist", "2020", undefined, { organisation }),
  ];
  expect(read({ positions }).work[0]?.text).toBe(
    "2 positions in 10 years, with 1 organisation; at a food distributor you moved from HR assistant to HR generalist.",
  );
});

test("threeHorizonsOf() tells whose the decisions were, and that most were not only on three or more", () => {
  const career = (deciders: readonly Decider[]) =>
    read({ decisions: deciders.map((one, i) => decided(String(i), one)) }).career.find(
      ({ place }) => place === "decisions",
    )?.text;
  expect(career([])).toMatch(/^No decision is on record yet/);
  expect(career(["me", "together"])).toBe("2 decisions: yours.");
  expect(career(["circumstances", "someone-else"])).not.toMatch(/Most/);
  expect(career(["circumstances", "someone-else", "me"])).toBe(
    "3 decisions: 1 yours, 2 made by others or circumstances. Most were not yours to make; the next one can be.",
  );
});

test("threeHorizonsOf() tells from check-ins what the employers wanted and what gives energy", () => {
  const lines = [
    { what: "The rota", hours: 12, agenda: "employer", energy: -2 },
    { what: "Teaching the new ones", hours: 6, agenda: "both", energy: 2 },
    { what: "Anatomy", hours: 4, agenda: "mine" },
  ] as const;
  const checkIns: CheckIn[] = [0, 1, 2, 3].map((week) => ({
    id: String(week),
    kind: "weekly",
    date: addDays(TODAY, -7 * week),
    lines,
  }));
  const { job, work } = read({ positions: CLERK_COOK_NURSE }, { checkIns });
  expect(job.map(({ text }) => text)).toContain(
    "What they wanted most of late: “The rota” and “Teaching the new ones”.",
  );
  expect(work.map(({ text }) => text)).toEqual(
    expect.arrayContaining([
      "It gives you energy: “Teaching the new ones”.",
      "It takes energy: “The rota”.",
    ]),
  );
});

test("one position ever, paid or not, is read as it is: no plural, nothing missed in it", () => {
  for (const kind of ["employment", "caring"] as const) {
    const positions = [
      held("Baker", "1986-01-01", undefined, {
        kind,
        organisation: "The Mill",
        hoursPerWeek: 37.5,
      }),
    ];
    const { sentence, job, work, career } = read({ positions });
    expect(sentence).toMatch(
      /your work is the one position of the last 10 years; your career is all of it, 40 years so far\.$/,
    );
    expect(job[0]?.text).toBe("It takes 37.5 hours a week.");
    expect(work[0]?.text).toBe("1 position in 10 years, with 1 organisation.");
    expect(career[0]?.text).toMatch(/^1 position so far/);
    expect(positionFadings(positions, TODAY)).toMatchObject([{ left: 1, shareOfAll: 1 }]);
  }
});

test("the last years stand with the latest first, also where one organisation was come back to", () => {
  const at = (organisation: string) => ({ organisation });
  const { stays } = read({
    positions: [
      held("Baker", "1996", "1999", at("The Mill")),
      held("Carter", "1997", "2018", at("Yard")),
      held("Clerk", "2012", "2020", at("Office")),
      held("Foreman", "2021", undefined, at("The Mill")),
    ],
  });
  expect(stays.map(({ organisation }) => organisation)).toEqual(["The Mill", "Office", "Yard"]);
});
