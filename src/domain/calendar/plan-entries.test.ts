import { expect, test } from "vitest";
import { datedAction, emptyPlan } from "../../../test/fixtures/empty-plan.ts";
import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import type { Backup } from "../routes/route.ts";
import type { Milestone, Plan } from "../schedule/plan.ts";
import { planEntriesOf } from "./plan-entries.ts";

const day = (text: string) => text as CalendarDate;
const some = (likely: number) => ({ low: likely, likely, high: likely });

function dated(id: string, start: string, end: string) {
  return datedAction({ id, hours: some(30), money: some(1200) }, start, end);
}

function milestone(given: Partial<Milestone>): Milestone {
  return {
    id: "milestone-1",
    month: "2027-02" as PartialDate,
    date: day("2027-02-28"),
    title: "Half-way",
    actionIds: ["a"],
    hours: 10,
    money: 0,
    ...given,
  };
}

const NONE = { checkIns: "none", since: day("2027-01-15") } as const;

test("planEntriesOf() gives an action from its first day to its last, with what one needs to know", () => {
  const plan = emptyPlan({ actions: [dated("a", "2027-02-01", "2027-03-05")] });
  expect(planEntriesOf(plan, NONE)).toEqual([
    {
      key: "action:a",
      kind: "action",
      title: "Earn a",
      lines: [
        "Done when: Done",
        "In all about 30 hours of your own time and $1,200 in fees.",
        "As likely as not done by 5 March 2027, 8 times in 10 by 5 March 2027.",
      ],
      from: "2027-02-01",
      to: "2027-03-05",
    },
  ]);
});

test("planEntriesOf() knows a milestone by its action and month, and an action's end by the action", () => {
  const actions = [dated("a", "2027-02-01", "2027-03-05")];
  const end = milestone({
    id: "milestone-2",
    month: "2027-03" as PartialDate,
    date: day("2027-03-05"),
    title: "Earn a",
  });
  const keys = (plan: Plan) =>
    planEntriesOf(plan, NONE)
      .filter(({ kind }) => kind === "milestone")
      .map(({ key, title }) => [key, title]);
  expect(keys(emptyPlan({ actions, milestones: [milestone({}), end] }))).toEqual([
    ["milestone:a 2027-02", "Half-way"],
    ["end:a", "Due: Earn a"],
  ]);
  // Made again later, with other numbers and another end: the same keys.
  const later = [dated("a", "2027-02-01", "2027-04-09")];
  const moved = {
    ...end,
    id: "milestone-9",
    month: "2027-04" as PartialDate,
    date: day("2027-04-09"),
  };
  expect(keys(emptyPlan({ actions: later, milestones: [moved] }))).toEqual([
    ["end:a", "Due: Earn a"],
  ]);
});

test("planEntriesOf() tells two of one key apart", () => {
  const plan = emptyPlan({ milestones: [milestone({}), milestone({ title: "Other" })] });
  expect(planEntriesOf(plan, NONE).map(({ key }) => key)).toEqual([
    "milestone:a 2027-02",
    "milestone:a 2027-02#2",
  ]);
});

test("planEntriesOf() gives the planned day of the goal and the person's own", () => {
  const reach = {
    planned: day("2029-05-01"),
    p50: day("2029-06-01"),
    p80: day("2029-09-01"),
    p95: day("2030-01-01"),
    monthsLow: 20,
    monthsLikely: 28,
    monthsHigh: 40,
  };
  const goal = { ...emptyPlan({}).goal, by: "2030" as PartialDate };
  expect(
    planEntriesOf(emptyPlan({ reach, goal }), NONE).map(({ key, title, from }) => [
      key,
      title,
      from,
    ]),
  ).toEqual([
    ["goal:planned", "Planned: Nurse", "2029-05-01"],
    ["goal:by", "By this day: Nurse", "2030-12-31"],
  ]);
});

test("planEntriesOf() gives a tripwire its day, and none to a backup without a day", () => {
  const backup = (id: string, switchBy: string | undefined) =>
    ({ id, switchBy, tripwire: "If no place is offered, begin the other way." }) as Backup; // as: the rest is not read
  const plan = emptyPlan({ backups: [backup("b", "2028-03-01"), backup("c", undefined)] });
  expect(planEntriesOf(plan, NONE)).toMatchObject([
    {
      key: "tripwire:b",
      kind: "tripwire",
      from: "2028-03-01",
      to: "2028-03-01",
      lines: ["If no place is offered, begin the other way."],
    },
  ]);
});

test.each([
  ["monthly", "2027-01-15", "2027-02-01", "month"],
  ["monthly", "2027-01-01", "2027-02-01", "month"],
  ["weekly", "2027-01-15", "2027-01-17", "week"],
  ["weekly", "2027-01-17", "2027-01-24", "week"],
] as const)(
  "planEntriesOf() begins %s check-ins after %s on %s",
  (checkIns, since, from, every) => {
    const plan = emptyPlan({ madeOn: day("2027-06-30") });
    expect(planEntriesOf(plan, { checkIns, since: day(since) })).toMatchObject([
      { key: `check-in:${every}`, from, to: from, repeat: { every, until: "2028-06-30" } },
    ]);
  },
);

test("planEntriesOf() has classes at their hours, each of a week's once, up to its last day", () => {
  const each = [
    { day: "tue", from: "18:00", to: "20:00" },
    { day: "thu", from: "18:30", to: "20:00" },
  ] as const;
  // A Wednesday.
  const action = datedAction({ id: "a", sessions: { each, weeks: 2 } }, "2027-01-06", "2027-01-19");
  const entries = planEntriesOf(emptyPlan({ actions: [action] }), NONE);
  expect(entries).toMatchObject([
    { key: "action:a" },
    {
      key: "class:a tue 18:00",
      kind: "class",
      title: "Class: Earn a",
      from: "2027-01-12",
      to: "2027-01-12",
      hours: { from: "18:00", to: "20:00" },
      repeat: { every: "week", until: "2027-01-19" },
    },
    { key: "class:a thu 18:30", from: "2027-01-07", repeat: { until: "2027-01-14" } },
  ]);
  expect(entries[0]?.lines).toContain(
    "Classes: Tuesday 18:00 to 20:00; Thursday 18:30 to 20:00, 2 weeks.",
  );
});
