// The draft of a career statement: the person's own words, each with where they were said; nothing else.

import fc from "fast-check";
import { expect, test } from "vitest";
import { anyRecord } from "../../storage/any-record.contract.ts";
import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import { MOST_STATEMENT_LETTERS } from "./career-statement.ts";
import type { Decision } from "./decision.ts";
import { draftInText, draftStatement, saidBefore } from "./draft-statement.ts";

const NOTHING = {
  goal: undefined,
  goalInWords: undefined,
  interview: [],
  decisions: [],
  sittings: [],
  checkIns: [],
} as const;

function decision(what: string, date: string, more: Partial<Decision> = {}): Decision {
  return {
    id: what,
    what,
    date: date as PartialDate,
    alternatives: [],
    why: "It paid",
    decidedBy: "me",
    who: "",
    touches: [],
    outcomes: [],
    ...more,
  };
}

test("draftStatement() gives nothing where nothing was said", () => {
  expect(draftStatement(saidBefore(NOTHING))).toEqual([]);
  expect(draftStatement(saidBefore({ ...NOTHING, goal: { why: "  " } }))).toEqual([]);
});

test("draftStatement() takes the goal's why, wants, thoughts, own decisions and wins, with their place", () => {
  const date = "2026-11-27" as CalendarDate;
  const draft = draftStatement(
    saidBefore({
      goal: { why: "i want to nurse" },
      goalInWords: "a registered nurse",
      interview: [{ words: "it was near the school", from: "the interview: why" }],
      decisions: [
        decision("The mill closed", "2019", { decidedBy: "someone-else" }),
        decision("Took the front desk.", "2020-08"),
        decision("Said nothing of it", "2021", { why: "" }),
      ],
      sittings: [
        {
          id: "s",
          started: date,
          answers: [],
          wants: [
            { dimension: "time-focus", value: 5 },
            { dimension: "commitment", value: 3.5 },
          ],
          reflections: [{ dimension: "motivation", text: "People who get better!" }],
        },
      ],
      checkIns: [{ id: "c", kind: "weekly", date, lines: [], wins: "Mrs Lee\nsmiled" }],
    }),
  );
  expect(draft).toEqual([
    { text: "I want to nurse.", from: "your goal: why you want to be a registered nurse" },
    { text: "It was near the school.", from: "the interview: why" },
    {
      text: "Time focus: where it leads comes first.",
      from: "what you want of how far ahead you look",
    },
    { text: "People who get better!", from: "your thoughts on what you work for" },
    {
      text: "Took the front desk (2020). It paid.",
      from: "your decision of August 2020, and why",
    },
    { text: "Mrs Lee smiled.", from: "your check-in of 27 November 2026: what went well" },
  ]);
});

test("law: a draft says nothing twice, says where each is from, and nothing of what others decided", () => {
  fc.assert(
    fc.property(anyRecord, fc.string(), (record, why) => {
      const { decisions, sittings, checkIns } = record;
      const sources = { ...NOTHING, goal: { why }, decisions, sittings, checkIns };
      const draft = draftStatement(saidBefore(sources));
      expect(new Set(draft.map(({ text }) => text)).size).toBe(draft.length);
      for (const { text, from } of draft) {
        expect(text.trim()).not.toBe("");
        expect(from).not.toBe("");
      }
      const others = decisions.filter(({ decidedBy }) =>
        ["someone-else", "circumstances"].includes(decidedBy),
      );
      const without = decisions.filter((one) => !others.includes(one));
      expect(draftStatement(saidBefore({ ...sources, decisions: without }))).toEqual(draft);
    }),
  );
});

test("saidBefore() keeps what an earlier sitting said where a newer one says nothing of it", () => {
  const started = "2026-11-27" as CalendarDate;
  const first = {
    id: "1",
    started,
    answers: [],
    wants: [{ dimension: "identity", value: 5 }],
    reflections: [
      { dimension: "identity", text: "Work is part of me" },
      { dimension: "motivation", text: "People" },
    ],
  } as const;
  const second = {
    ...first,
    id: "2",
    wants: [],
    reflections: [{ dimension: "motivation", text: "Children" }],
  } as const;
  const said = saidBefore({ ...NOTHING, sittings: [first, second] }).map(({ words }) => words);
  expect(said.slice(1)).toEqual([
    expect.stringMatching(/^Identity: /),
    "Children",
    "Work is part of me",
  ]);
});

test("law: draftInText() is never longer than a statement may be, and cuts no sentence", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2000 }), { maxLength: 9 }), (lengths) => {
      const draft = lengths.map((length, i) => ({ text: String(i).repeat(length) }));
      const text = draftInText(draft);
      expect(text.length).toBeLessThanOrEqual(MOST_STATEMENT_LETTERS);
      const whole = draft.map((sentence) => sentence.text);
      expect(text === "" ? [] : text.split("\n").filter((line) => !whole.includes(line))).toEqual(
        [],
      );
    }),
  );
});
