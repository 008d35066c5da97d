import { expect, test } from "vitest";
import { emptyAction } from "../../../test/fixtures/empty-action.ts";
import type { CalendarDate } from "../calendar-date.ts";
import type { Action } from "./plan.ts";
import { scheduleActions } from "./schedule-under-test.ts";

const START = "2027-03-01" as CalendarDate;

function act(id: string, hours: number, more: Partial<Action> = {}): Action {
  return emptyAction({ id, title: id, hours: { low: hours, likely: hours, high: hours }, ...more });
}

function exactly(amount: number) {
  return { low: amount, likely: amount, high: amount };
}

function boundsIn(actions: readonly Action[], more: object = {}) {
  const schedule = scheduleActions(actions, { start: START, hoursPerWeek: 7, ...more });
  return schedule.actions.map(({ bounds }) => bounds);
}

test("boundsOf() says what comes first, what is waited for, and what takes the time", () => {
  const [first, second, third] = boundsIn([
    act("Course", 20, { waitWeeks: exactly(3) }),
    act("Exam", 5, { after: ["Course"] }),
    act("Stay", 0, { minimumMonths: 6, after: ["Exam"] }),
  ]);
  expect(first).toEqual({
    begins: { kind: "now", actionIds: [], waitDays: 0 },
    ends: { kind: "hours", actionIds: [] },
    sentence: "Nothing stands before it; its own hours take until then.",
  });
  expect(second?.begins).toEqual({ kind: "after", actionIds: ["Course"], waitDays: 21 });
  expect(second?.sentence).toBe("It begins 3 weeks after “Course” is done.");
  expect(third?.sentence).toBe("It begins when “Exam” is done; it lasts 6 months at least.");
});

test("boundsOf() names who has the hours before it begins, and who shares them", () => {
  const [urgent, shared, waits] = boundsIn([
    act("Urgent", 30, { waitWeeks: exactly(30) }),
    act("Shared", 40, { minimumMonths: 2, waitWeeks: exactly(10) }),
    act("Waits", 12),
  ]);
  expect(urgent?.begins.kind).toBe("now");
  expect(shared?.begins).toMatchObject({ kind: "hours", actionIds: ["Urgent"] });
  expect(waits?.begins.kind).toBe("hours");
  expect(waits?.ends).toEqual({ kind: "shared", actionIds: ["Shared"] });
});

test("boundsOf() knows terms, classes, searches and what takes no time", () => {
  const [term, search, none] = boundsIn([
    act("Term", 40, {
      terms: ["09-01"],
      sessions: { each: [{ day: "tue", from: "18:00", to: "20:00" }], weeks: 15 },
    }),
    act("Search", 10, { landingRate: { low: 0.1, likely: 0.2, high: 0.3 } }),
    act("None", 0, { after: ["Search"] }),
  ]);
  expect([term?.begins.kind, term?.ends.kind]).toEqual(["term", "classes"]);
  expect(search?.ends.kind).toBe("search");
  expect(none?.ends.kind).toBe("moment");
});

test("boundsOf() says that the money is what is waited for", () => {
  const purse = { savings: 1500, floor: 1000, savedPerMonth: 100 };
  const [bounds] = boundsIn([act("Course", 20, { money: exactly(800) })], { purse });
  expect(bounds?.begins.kind).toBe("money");
  expect(bounds?.sentence).toContain("when enough is put by for it");
});

test("boundsOf() blames the money only for what costs, and names the term that it is there for", () => {
  const purse = { savings: 1000, floor: 1000, savedPerMonth: 100 };
  const [course, practice, free, dear] = boundsIn(
    [
      act("Course", 20, { money: exactly(800) }),
      act("Practice", 200),
      act("Free", 20),
      act("Dear", 20, { money: exactly(400), terms: ["04-01", "10-01"] }),
    ],
    { purse },
  );
  expect(course?.begins.kind).toBe("money");
  expect(practice?.begins.kind).toBe("now");
  expect(free?.begins.kind).toBe("hours");
  expect(dear?.begins.kind).toBe("money");
  expect(dear?.sentence).toMatch(
    /^It begins with the first of its terms by which enough is put by/,
  );
});

test("boundsOf() names who has the hours right before, not who had them once", () => {
  const [, , last] = boundsIn([
    act("One", 30, { waitWeeks: exactly(30) }),
    act("Two", 30, { waitWeeks: exactly(20) }),
    act("Three", 12, { waitWeeks: exactly(1) }),
  ]);
  expect(last?.begins).toMatchObject({ kind: "hours", actionIds: ["Two"] });
});

test("boundsOf() blames no step for weeks without hours", () => {
  const weeks = [{ from: START, to: "2027-03-14" as CalendarDate, hoursPerWeek: 0, why: "exams" }];
  const [one, two] = boundsIn([act("One", 14), act("Two", 7, { after: ["One"] })], { weeks });
  expect(one?.sentence).toMatch(/^It begins when there are hours for it/);
  expect(two?.sentence).toMatch(/^It begins when “One” is done/);
});

test("boundsOf() says that hours are shared only with who has some that it could use", () => {
  const weeks = [
    {
      from: "2027-03-15" as CalendarDate,
      to: "2027-03-28" as CalendarDate,
      hoursPerWeek: 0,
      why: "",
    },
  ];
  // Held back by its least months it leaves hours; it is the weeks without any that make it later.
  const [slow, beside] = boundsIn(
    [act("Slow", 30, { minimumMonths: 2, waitWeeks: exactly(9) }), act("Beside", 40)],
    { weeks },
  );
  expect(slow?.ends).toEqual({ kind: "hours", actionIds: [] });
  expect(beside?.ends).toEqual({ kind: "shared", actionIds: ["Slow"] });
});
