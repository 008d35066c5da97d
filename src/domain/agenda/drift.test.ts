import fc from "fast-check";
import { expect, test } from "vitest";
import { anyCheckIns, anyNotes, TODAY, TOWARDS } from "../../../test/fixtures/any-check-ins.ts";
import {
  NURSE,
  PLANNED_HOURS,
  WORKED_CHECK_INS,
  WORKED_NOTES,
  WORKED_TODAY,
} from "../../../test/fixtures/worked-check-ins.ts";
import { addDays, type CalendarDate, type PartialDate } from "../calendar-date.ts";
import type { CheckIn, DriftAnswer } from "./check-in.ts";
import { driftOf, LASTING_WEEKS, plannedHoursOf, QUIET_DAYS } from "./drift.ts";

const worked = {
  checkIns: WORKED_CHECK_INS,
  notes: WORKED_NOTES,
  towards: NURSE,
  plannedIn: () => PLANNED_HOURS,
};

function answered(answer: DriftAnswer, daysAgo: number): CheckIn {
  const date = addDays(WORKED_TODAY, -daysAgo);
  return { id: "answer", kind: "weekly", date, lines: [], driftAnswer: answer };
}

test("driftOf() holds the hours on the plan's actions against those planned, as docs/method/agenda.md reckons", () => {
  const drift = driftOf(worked, WORKED_TODAY);
  expect(drift).toMatchObject({ planned: 30, spent: 10, lasts: true, asks: true });
  expect(drift.share).toBeCloseTo(1 / 3, 9);
  expect(drift.weeks.map(({ spent }) => spent)).toEqual([4, 2, 1, 2, 1]);
});

test("driftOf() is quiet once answered, and asks again after a quarter", () => {
  const withAnswer = (daysAgo: number) => ({
    ...worked,
    checkIns: [...WORKED_CHECK_INS, answered("busy time", daysAgo)],
  });
  expect(driftOf(withAnswer(0), WORKED_TODAY)).toMatchObject({ asks: false, answer: "busy time" });
  expect(driftOf(withAnswer(QUIET_DAYS - 1), WORKED_TODAY).asks).toBe(false);
  expect(driftOf(withAnswer(QUIET_DAYS), WORKED_TODAY)).toMatchObject({ asks: true });
});

test("driftOf() counts no week of which nothing was said, none without a plan, and not this one", () => {
  const thisWeek = { ...worked, checkIns: WORKED_CHECK_INS.slice(-1) };
  expect(driftOf(thisWeek, addDays(WORKED_TODAY, -7)).weeks).toHaveLength(1);
  expect(driftOf({ ...worked, plannedIn: () => undefined }, WORKED_TODAY).weeks).toEqual([]);
  expect(driftOf({ ...worked, plannedIn: () => 0.5 }, WORKED_TODAY).weeks).toEqual([]);
  expect(driftOf({ ...worked, checkIns: [], notes: [] }, WORKED_TODAY)).toMatchObject({
    weeks: [],
    share: undefined,
    asks: false,
  });
  expect(driftOf(worked, addDays(WORKED_TODAY, 370)).asks).toBe(false);
});

test("law: nothing is asked in fewer weeks than it takes to last, nor while the hours are as planned", () => {
  fc.assert(
    fc.property(
      anyNotes,
      anyCheckIns,
      fc.integer({ min: 1, max: 40 }),
      (notes, checkIns, hours) => {
        const facts = { checkIns, notes, towards: TOWARDS, plannedIn: () => hours };
        const drift = driftOf(facts, TODAY);
        if (drift.weeks.length < LASTING_WEEKS) expect(drift.asks).toBe(false);
        if (drift.weeks.slice(-1).some(({ spent, planned }) => spent >= planned))
          expect(drift.asks).toBe(false);
        const turned = { ...facts, checkIns: checkIns.toReversed(), notes: notes.toReversed() };
        expect(driftOf(turned, TODAY)).toEqual(drift);
      },
    ),
  );
});

test("plannedHoursOf() spreads a month's hours over the days that the plan is about", () => {
  const milestone = (month: string, date: string, hours: number) => ({
    id: month,
    month: month as PartialDate,
    date: date as CalendarDate,
    title: "",
    actionIds: [],
    hours,
    money: 0,
  });
  const plan = {
    madeOn: "2026-11-16" as CalendarDate,
    milestones: [milestone("2026-11", "2026-11-30", 15), milestone("2026-12", "2026-12-31", 31)],
  };
  const at = (monday: string) => plannedHoursOf(plan, monday as CalendarDate);
  expect(at("2026-11-09")).toBe(0);
  // 15 hours over 15 days, then 31 over 31.
  expect(at("2026-11-16")).toBe(7);
  expect(at("2026-11-30")).toBe(7);
  expect(at("2026-12-28")).toBe(4);
  expect(at("2027-01-04")).toBe(0);
});
