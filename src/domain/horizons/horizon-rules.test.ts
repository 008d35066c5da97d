// Which horizon something belongs to: the rules by example, and what holds for every career.

import fc from "fast-check";
import { expect, test } from "vitest";
import { anyGoal, anyRecord } from "../../storage/any-record.contract.ts";
import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import { type CareerRecord, EMPTY_RECORD, type Position } from "../record/career-record.ts";
import { ACTION_KINDS } from "../schedule/action-kind.ts";
import { HORIZONS } from "./horizon.ts";
import { type HorizonsInput, subjectOf } from "./horizon-entry.ts";
import { horizonEntriesOf } from "./horizon-rules.ts";

const TODAY = "2026-11-27" as CalendarDate;

function inputOf(record: Partial<CareerRecord>, more: Partial<HorizonsInput> = {}): HorizonsInput {
  return {
    record: { ...EMPTY_RECORD, ...record },
    actions: [],
    milestones: [],
    checkIns: [],
    words: [],
    today: TODAY,
    ...more,
  };
}

function position(id: string, start?: string, end?: string): Position {
  return {
    id,
    kind: "employment",
    title: id,
    organisation: "",
    highlights: [],
    provenance: { source: "typed", state: "stated" },
    unread: {},
    ...(start === undefined ? {} : { start: start as PartialDate }),
    ...(end === undefined ? {} : { end: end as PartialDate }),
  };
}

function placesOf(input: HorizonsInput): Record<string, string> {
  return Object.fromEntries(
    horizonEntriesOf(input).map(({ subject, horizons }) => [subject, horizons.join(" ")]),
  );
}

test("horizonEntriesOf() puts a position by when it is or was held", () => {
  const positions = [
    position("now", "2020"),
    position("lately", "2012", "2017-01"),
    position("long ago", "2002", "2009"),
    position("undated"),
    position("to come", "2027-03"),
  ];
  expect(placesOf(inputOf({ positions }))).toEqual({
    "position:now": "job work career",
    "position:lately": "work career",
    "position:long ago": "career",
    "position:undated": "career",
    "position:to come": "work career",
  });
});

test("horizonEntriesOf() puts a decision with what it is about", () => {
  const decision = {
    what: "Left",
    date: "2001" as PartialDate,
    alternatives: [],
    why: "",
    decidedBy: "me",
    who: "",
    outcomes: [],
  } as const;
  const decisions = [
    { ...decision, id: "about now", touches: ["now"] },
    { ...decision, id: "old", touches: [] },
    { ...decision, id: "new", touches: [], date: "2024" as PartialDate },
  ];
  const places = placesOf(inputOf({ positions: [position("now", "2000")], decisions }));
  expect(places).toMatchObject({
    "decision:about now": "work career",
    "decision:old": "career",
    "decision:new": "work career",
  });
});

test("horizonEntriesOf() puts a step by whose part in it is whose, and a milestone with its steps", () => {
  const actions = [
    { id: "learn", kind: "course", title: "Learn" },
    { id: "look", kind: "application", title: "Look" },
    { id: "hold", kind: "hold", title: "Hold" },
    { id: "ask", kind: "course", title: "Ask", whoHelps: "your manager" },
  ] as const;
  const milestones = [
    { title: "Both", actionIds: ["learn", "look"] },
    { title: "None", actionIds: ["gone"] },
  ];
  expect(placesOf(inputOf({}, { actions, milestones }))).toEqual({
    "action:learn": "career",
    "action:look": "work career",
    "action:hold": "job work career",
    "action:ask": "job work career",
    "milestone:Both": "work career",
    "milestone:None": "career",
  });
});

test("horizonEntriesOf() puts a check-in by what its hours were for", () => {
  const week = { kind: "weekly", date: TODAY } as const;
  const checkIns = [
    { ...week, id: "bare", lines: [] },
    { ...week, id: "theirs", lines: [{ what: "The rota", hours: 8, agenda: "employer" }] },
    { ...week, id: "both", lines: [{ what: "Teaching", agenda: "both" }] },
    { ...week, id: "mine", lines: [{ what: "Anatomy", agenda: "mine" }] },
    { ...week, id: "back", kind: "quarterly", lines: [] },
  ] as const;
  expect(placesOf(inputOf({}, { checkIns }))).toEqual({
    "check-in:bare": "job",
    "check-in:theirs": "job",
    "check-in:both": "job work",
    "check-in:mine": "job career",
    "check-in:back": "job work career",
  });
});

const action = fc.record({
  id: fc.string({ minLength: 1, maxLength: 4 }),
  kind: fc.constantFrom(...ACTION_KINDS),
  title: fc.string(),
});
const actionList = fc.uniqueArray(action, { selector: ({ id }) => id, maxLength: 5 });
const anyInput: fc.Arbitrary<HorizonsInput> = fc
  .tuple(anyRecord, anyGoal, actionList)
  .map(([record, goal, actions]) => ({
    record,
    goal,
    actions,
    milestones: [{ title: "All", actionIds: actions.map(({ id }) => id) }],
    checkIns: record.checkIns,
    words: record.horizonWords,
    today: TODAY,
  }));

test("law: everything has at least one horizon, each once, in their order, with a reason", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      for (const { horizons, why } of horizonEntriesOf(input)) {
        expect(horizons.length).toBeGreaterThan(0);
        expect(HORIZONS.filter((one) => horizons.includes(one))).toEqual(horizons);
        expect(why).not.toBe("");
      }
    }),
  );
});

test("law: the order of what is on record does not matter", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { record } = input;
      const turned = {
        ...input,
        record: {
          ...record,
          positions: [...record.positions].reverse(),
          educations: [...record.educations].reverse(),
          decisions: [...record.decisions].reverse(),
        },
        actions: [...input.actions].reverse(),
        checkIns: [...input.checkIns].reverse(),
      };
      expect(placesOf(turned)).toEqual(placesOf(input));
    }),
  );
});

test("law: the person's word wins, and taking it back gives the rule's again", () => {
  const chosen = fc.subarray([...HORIZONS], { minLength: 1 });
  fc.assert(
    fc.property(anyInput, chosen, fc.nat(), (input, horizons, pick) => {
      const ruled = horizonEntriesOf({ ...input, words: [] });
      const one = ruled[pick % ruled.length];
      if (one === undefined) return;
      const words = [{ subject: one.subject, horizons }];
      const said = horizonEntriesOf({ ...input, words });
      expect(said.find(({ subject }) => subject === one.subject)).toMatchObject({
        horizons,
        isOwnWord: true,
      });
      // A word on a step moves the milestones that show it, and nothing else.
      const others = (entries: typeof said) =>
        entries.filter(({ subject, kind }) => subject !== one.subject && kind !== "milestone");
      expect(others(said)).toEqual(others(ruled));
    }),
  );
});

test("subjectOf() is what a word names", () => {
  expect(subjectOf("action", "credential:cna")).toBe("action:credential:cna");
});
