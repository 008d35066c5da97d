import { expect, test } from "vitest";
import { emptyAction } from "../../../test/fixtures/empty-action.ts";
import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import type { Currency } from "../money.ts";
import type { Backup } from "../routes/route.ts";
import type { Milestone, Plan, ScheduledAction } from "../schedule/plan.ts";
import { planEntriesOf } from "./plan-entries.ts";

const day = (text: string) => text as CalendarDate;
const some = (likely: number) => ({ low: likely, likely, high: likely });

function dated(id: string, start: string, end: string): ScheduledAction {
  const dates = { start: day(start), end: day(end), endP50: day(end), endP80: day(end) };
  const effort = { hours: some(30), money: some(1200) };
  return { ...emptyAction({ id, ...effort }), ...dates, critical: false, slackDays: 3 };
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

function planOf(given: Partial<Plan>): Plan {
  return {
    id: "plan",
    madeOn: day("2027-01-15"),
    headline: "",
    goal: {
      id: "g",
      title: "Nurse",
      occupationId: "29-1141.00",
      why: "",
      limits: { hoursPerWeek: 6, notThese: [] },
    },
    goalOccupation: "Registered Nurses",
    currency: "USD" as Currency,
    positions: [],
    gaps: [],
    routes: [],
    chosenRouteId: undefined,
    actions: [],
    milestones: [],
    backups: [],
    reach: undefined,
    chanceByDate: undefined,
    feasible: true,
    infeasibility: undefined,
    totals: { hours: 0, money: 0 },
    notices: [],
    ...given,
  };
}

const NONE = { checkIns: "none", since: day("2027-01-15") } as const;

test("planEntriesOf() gives an action from its first day to its last, with what one needs to know", () => {
  const plan = planOf({ actions: [dated("a", "2027-02-01", "2027-03-05")] });
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
  expect(keys(planOf({ actions, milestones: [milestone({}), end] }))).toEqual([
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
  expect(keys(planOf({ actions: later, milestones: [moved] }))).toEqual([["end:a", "Due: Earn a"]]);
});

test("planEntriesOf() tells two of one key apart", () => {
  const plan = planOf({ milestones: [milestone({}), milestone({ title: "Other" })] });
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
  const goal = { ...planOf({}).goal, by: "2030" as PartialDate };
  expect(
    planEntriesOf(planOf({ reach, goal }), NONE).map(({ key, title, from }) => [key, title, from]),
  ).toEqual([
    ["goal:planned", "Planned: Nurse", "2029-05-01"],
    ["goal:by", "By this day: Nurse", "2030-12-31"],
  ]);
});

test("planEntriesOf() gives a tripwire its day, and none to a backup without a day", () => {
  const backup = (id: string, switchBy: string | undefined) =>
    ({ id, switchBy, tripwire: "If no place is offered, begin the other way." }) as Backup; // as: the rest is not read
  const plan = planOf({ backups: [backup("b", "2028-03-01"), backup("c", undefined)] });
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
    const plan = planOf({ madeOn: day("2027-06-30") });
    expect(planEntriesOf(plan, { checkIns, since: day(since) })).toMatchObject([
      { key: `check-in:${every}`, from, to: from, repeat: { every, until: "2028-06-30" } },
    ]);
  },
);
