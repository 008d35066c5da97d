import fc from "fast-check";
import { expect, test } from "vitest";
import type { CalendarDate } from "../calendar-date.ts";
import {
  areByDay,
  areSessions,
  classHoursAWeek,
  classHoursOf,
  datedSessions,
  inOrderOfWeek,
  makeSession,
  parseSession,
  type Session,
  sessionsBetween,
  sessionsInWords,
  WEEKDAYS,
} from "./sessions.ts";

const day = (text: string) => text as CalendarDate;
const EVENINGS = {
  each: [
    { day: "tue", from: "18:00", to: "20:00" },
    { day: "thu", from: "18:00", to: "20:00" },
  ],
  weeks: 15,
} as const;

test("parseSession() reads days and hours as people write them, and nothing else", () => {
  const evening = { day: "tue", from: "18:00", to: "20:00" };
  for (const text of ["tue 18:00-20:00", "Tuesday 18–20", " TUE 18 to 20:00 ", "Tues 18-20"]) {
    expect(parseSession(text)).toEqual(evening);
  }
  for (const text of [
    "",
    "tue",
    "day 18-20",
    "tue 20-18",
    "tue 18-18",
    "tue 18-24",
    "tue 18:60-20",
  ]) {
    expect(parseSession(text)).toBeUndefined();
  }
});

test("law: parseSession() reads what makeSession() writes", () => {
  const clock = fc.integer({ min: 0, max: 1438 }).map((minutes) => minutes);
  const write = (minutes: number) =>
    [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
  fc.assert(
    fc.property(fc.constantFrom(...WEEKDAYS), clock, fc.nat(1438), (weekday, from, length) => {
      const to = Math.min(1439, from + 1 + length);
      const session: Session = { day: weekday, from: write(from), to: write(to) };
      expect(parseSession(makeSession(session))).toEqual(session);
    }),
  );
});

test("areSessions() takes classes in the order of the week that do not overlap", () => {
  expect(areSessions(EVENINGS)).toBe(true);
  const [tuesday, thursday] = EVENINGS.each;
  const late = { day: "tue", from: "20:00", to: "21:00" } as const;
  expect(areSessions({ each: [tuesday, late], weeks: 1 })).toBe(true);
  const wrong = [
    { each: [thursday, tuesday], weeks: 15 },
    { each: [tuesday, { ...late, from: "19:59" }], weeks: 15 },
    { each: [], weeks: 15 },
    { each: [tuesday], weeks: 0 },
    { each: [tuesday], weeks: 1.5 },
    { each: [{ ...tuesday, to: "24:00" }], weeks: 15 },
  ];
  for (const sessions of wrong) expect(areSessions(sessions)).toBe(false);
  expect(inOrderOfWeek([thursday, late, tuesday])).toEqual([tuesday, late, thursday]);
});

test("classHoursOf() counts each class of each week", () => {
  expect(classHoursAWeek(EVENINGS)).toBe(4);
  expect(classHoursOf(EVENINGS)).toBe(60);
  expect(classHoursAWeek({ each: [{ day: "mon", from: "09:15", to: "10:45" }], weeks: 2 })).toBe(
    1.5,
  );
});

test("areByDay() tells classes in working hours from evenings and weekends", () => {
  const on = (weekday: Session["day"], from: string, to: string) =>
    areByDay({ each: [{ day: weekday, from, to }], weeks: 1 });
  expect(on("wed", "16:30", "18:00")).toBe(true);
  expect(on("wed", "17:00", "19:00")).toBe(false);
  expect(on("wed", "06:00", "08:00")).toBe(false);
  expect(on("sat", "09:00", "12:00")).toBe(false);
});

test("datedSessions() begins on the first of its days from the step's own first day on", () => {
  // 2027-01-06 is a Wednesday.
  expect(datedSessions(EVENINGS, day("2027-01-06"))).toMatchObject([
    { day: "tue", first: "2027-01-12", last: "2027-04-20" },
    { day: "thu", first: "2027-01-07", last: "2027-04-15" },
  ]);
  expect(datedSessions(EVENINGS, day("2027-01-05"))[0]).toMatchObject({ first: "2027-01-05" });
});

test("law: sessionsBetween() has, over all days, each class once, as many as the weeks say", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 1, max: 60 }),
      (from, weeks) => {
        const start = day(new Date(from * 86_400_000).toISOString().slice(0, 10));
        const sessions = { ...EVENINGS, weeks };
        const all = sessionsBetween(sessions, start, { from: start, to: day("2090-01-01") });
        expect(all).toHaveLength(2 * weeks);
        expect(new Set(all.map(({ date }) => date)).size).toBe(2 * weeks);
        const [last] = all.slice(-1);
        const afterIt = { from: day("2090-01-01"), to: day("2090-02-01") };
        expect(sessionsBetween(sessions, start, afterIt)).toEqual([]);
        const week = { from: last?.date ?? start, to: last?.date ?? start };
        expect(sessionsBetween(sessions, start, week)).toEqual([last]);
      },
    ),
  );
});

test("sessionsInWords() says days of the same hours together", () => {
  expect(sessionsInWords(EVENINGS)).toBe("Tuesday and Thursday 18:00 to 20:00, 15 weeks");
  const saturday = { day: "sat", from: "09:00", to: "12:30" } as const;
  expect(sessionsInWords({ each: [EVENINGS.each[0], saturday], weeks: 1 })).toBe(
    "Tuesday 18:00 to 20:00; Saturday 09:00 to 12:30, one week",
  );
});
