import { expect, test } from "vitest";
import { emptyPlan } from "../../../test/fixtures/empty-plan.ts";
import type { CalendarDate, PartialDate } from "../../domain/calendar-date.ts";
import type { Plan } from "../../domain/schedule/plan.ts";
import { hoursSummed } from "./hours-summed.ts";

const milestone = (month: string, hours: number) => ({
  ...{ id: month, month: month as PartialDate, date: `${month}-20` as CalendarDate, hours },
  ...{ title: "M", actionIds: [], money: 0 },
});
const milestones = [milestone("2027-01", 10), milestone("2027-02", 20)];
const noted = {
  today: "2027-01-25" as CalendarDate,
  notedDays: [
    { date: "2027-01-05" as CalendarDate, hours: 3 },
    { date: "2027-01-20" as CalendarDate, hours: 2 },
  ],
};

test("hoursSummed() adds up what is planned, and what was noted until today", () => {
  const { months, noted: line } = hoursSummed(emptyPlan({ milestones }), noted);
  expect(months.map(({ sum, noted: by }) => [sum, by])).toEqual([
    [10, 5],
    [30, undefined],
  ]);
  expect(line.map(({ day, sum }) => [day.toISOString().slice(0, 10), sum])).toEqual([
    ["2027-01-04", 0],
    ["2027-01-05", 3],
    ["2027-01-20", 5],
    ["2027-01-25", 5],
  ]);
});

test("hoursSummed() of a plan made anew begins with what was noted before it", () => {
  // `as`: only that it is there plays a part.
  const replanned = {} as NonNullable<Plan["replanned"]>;
  const madeOn = "2027-01-10" as CalendarDate;
  const { months } = hoursSummed(emptyPlan({ milestones, madeOn, replanned }), noted);
  expect(months.map(({ sum }) => sum)).toEqual([13, 33]);
});

test("hoursSummed() has no noted line where nothing was noted or is known", () => {
  for (const known of [undefined, { ...noted, notedDays: [] }]) {
    const { months, noted: line } = hoursSummed(emptyPlan({ milestones }), known);
    expect(line).toEqual([]);
    expect(months.map(({ noted: by }) => by)).toEqual([undefined, undefined]);
  }
});
