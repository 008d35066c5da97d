import { expect, test } from "vitest";
import { emptyAction } from "../../../test/fixtures/empty-action.ts";
import type { CalendarDate } from "../calendar-date.ts";
import type { Action } from "./plan.ts";
import { scheduleActions } from "./schedule-actions.ts";

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
