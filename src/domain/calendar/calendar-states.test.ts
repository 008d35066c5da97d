import { expect, test } from "vitest";
import { datedAction, emptyPlan } from "../../../test/fixtures/empty-plan.ts";
import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import type { Milestone, Plan } from "../schedule/plan.ts";
import type { ProgressEvent } from "../schedule/progress.ts";
import { calendarItemsOf } from "./calendar-item.ts";
import { calendarStatesOf, type Kept } from "./calendar-states.ts";

const day = (text: string) => text as CalendarDate;
const GOAL = "29-1141.00";

function dated(id: string, start: string, end: string) {
  return datedAction({ id }, start, end);
}

function milestone(actionId: string, date: string): Milestone {
  const month = date.slice(0, 7) as PartialDate;
  return {
    id: date,
    month,
    date: day(date),
    title: "M",
    actionIds: [actionId],
    hours: 0,
    money: 0,
  };
}

function kept(madeOn: string, given: Partial<Plan>): Kept<Plan> {
  const thing = emptyPlan({ id: madeOn, madeOn: day(madeOn), goalOccupation: "", ...given });
  return { at: `${madeOn}T08:00:00.000Z`, thing };
}

function noted(date: string, given: Partial<ProgressEvent>): Kept<ProgressEvent> {
  const event: ProgressEvent = {
    id: `${date} ${given.kind}`,
    towards: GOAL,
    actionId: "a",
    kind: "done",
    date: day(date),
    ...given,
  };
  return { at: `${date}T12:00:00.000Z`, thing: event };
}

const ACTIONS = [dated("a", "2027-02-01", "2027-04-30"), dated("b", "2027-05-01", "2027-06-30")];
const MILESTONES = [
  milestone("a", "2027-02-28"),
  milestone("a", "2027-03-31"),
  milestone("b", "2027-05-31"),
];
const FIRST = kept("2027-01-15", { actions: ACTIONS, milestones: MILESTONES });

function itemsAfter(plans: readonly Kept<Plan>[], notes: readonly Kept<ProgressEvent>[]) {
  return calendarItemsOf(calendarStatesOf(plans, notes, "none"));
}

/** Keys of what stands. */
function standing(plans: readonly Kept<Plan>[], notes: readonly Kept<ProgressEvent>[]): string[] {
  return itemsAfter(plans, notes).flatMap(({ key, cancelled }) => (cancelled ? [] : [key]));
}

test("calendarStatesOf() gives nothing without a plan, and a state a plan", () => {
  expect(calendarStatesOf([], [noted("2027-01-01", {})], "monthly")).toEqual([]);
  expect(calendarStatesOf([FIRST, kept("2027-01-20", {})], [], "none")).toMatchObject([
    { at: FIRST.at, today: "2027-01-15" },
    { at: "2027-01-20T08:00:00.000Z", today: "2027-01-20", entries: [] },
  ]);
});

test("what is done ends on its day, and what was still to come of it is cancelled", () => {
  const items = itemsAfter([FIRST], [noted("2027-03-10", {})]);
  expect(items.find(({ key }) => key === "action:a")).toMatchObject({
    title: "Done: Earn a",
    lines: ["Done when: Done", "Done on 10 March 2027."],
    from: "2027-02-01",
    to: "2027-03-10",
    revision: 1,
    cancelled: false,
  });
  expect(standing([FIRST], [noted("2027-03-10", {})])).toEqual([
    "action:a",
    "milestone:a 2027-02",
    "action:b",
    "milestone:b 2027-05",
  ]);
});

test("what is done stays when the plan is made again on the same day without it", () => {
  const again = kept("2027-03-10", { actions: ACTIONS.slice(1), milestones: MILESTONES.slice(2) });
  const done = noted("2027-03-10", {});
  const sooner = { ...done, at: "2027-03-10T07:00:00.000Z" };
  const [before] = itemsAfter([FIRST], [sooner]);
  expect(itemsAfter([FIRST, again], [sooner])[0]).toEqual(before);
});

test("what is done on the day of its milestone keeps it when the plan is made again at once", () => {
  const again = kept("2027-03-31", { actions: ACTIONS.slice(1), milestones: MILESTONES.slice(2) });
  const done = { ...noted("2027-03-31", {}), at: "2027-03-31T07:00:00.000Z" };
  expect(standing([FIRST, again], [done])).toEqual([
    "action:a",
    "milestone:a 2027-02",
    "milestone:a 2027-03",
    "action:b",
    "milestone:b 2027-05",
  ]);
});

test("what is done before it was to begin is on the day on which it was done", () => {
  expect(itemsAfter([FIRST], [noted("2027-01-20", {})])[0]).toMatchObject({
    key: "action:a",
    from: "2027-01-20",
    to: "2027-01-20",
  });
});

test("what is dropped is cancelled at its word, and stands again when it is opened again", () => {
  const dropped = noted("2027-01-20", { kind: "dropped" });
  expect(standing([FIRST], [dropped])).toEqual(["action:b", "milestone:b 2027-05"]);
  const opened = noted("2027-01-21", { kind: "reopened", undoes: [dropped.thing.id] });
  expect(standing([FIRST], [dropped, opened])).toHaveLength(5);
  expect(itemsAfter([FIRST], [opened, dropped])[0]).toMatchObject({
    key: "action:a",
    title: "Earn a",
    revision: 2,
    changedAt: opened.at,
  });
});

test("late and blocked are said, and move nothing before the plan is made again", () => {
  const notes = [
    noted("2027-02-10", { kind: "late", until: day("2027-05-15") }),
    noted("2027-02-11", { kind: "blocked", until: day("2027-03-01") }),
    noted("2027-02-12", { kind: "hours", hours: 2 }),
  ];
  expect(itemsAfter([FIRST], notes)[0]).toMatchObject({
    lines: [
      "Done when: Done",
      expect.any(String),
      "Expected by 15 May 2027.",
      "Waits until 1 March 2027.",
    ],
    to: "2027-04-30",
    revision: 2,
  });
});

test("a word on an action of another goal, or of no plan, changes nothing", () => {
  const notes = [
    noted("2027-02-10", { towards: "11-1011.00" }),
    noted("2027-02-10", { actionId: "x" }),
  ];
  expect(itemsAfter([FIRST], notes)).toEqual(itemsAfter([FIRST], []));
});
