import { expect, test } from "vitest";
import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import { missedDateInWords } from "./route-arrivals.ts";

const BY = "2031-06" as PartialDate;
const late = (day: string) => ({ day: day as CalendarDate, inTime: false });

test("missedDateInWords() names the date and the soonest of those that miss it", () => {
  expect(missedDateInWords([late("2037-05-10"), late("2034-09-20")], BY)).toBe(
    "None of them is likely to be done by June 2031: the soonest takes until about September 2034, with delays and second attempts counted.",
  );
  expect(missedDateInWords([late("2034-09-20")], BY)).toBe(
    "It is not likely to be done by June 2031: it takes until about September 2034, with delays and second attempts counted.",
  );
});

test("missedDateInWords() says nothing where one is in time, no date was asked or there is no way", () => {
  const inTime = { day: "2030-01-31" as CalendarDate, inTime: true };
  expect(missedDateInWords([late("2034-09-20"), inTime], BY)).toBeUndefined();
  expect(missedDateInWords([{ day: "2034-09-20" as CalendarDate }], undefined)).toBeUndefined();
  expect(missedDateInWords([], BY)).toBeUndefined();
});
