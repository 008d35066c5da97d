import fc from "fast-check";
import { expect, test } from "vitest";
import type { CalendarDate } from "../calendar-date.ts";
import { type CalendarEntry, type CalendarState, calendarItemsOf } from "./calendar-item.ts";

const day = (text: string) => text as CalendarDate;

function entry(key: string, from: string, given: Partial<CalendarEntry> = {}): CalendarEntry {
  return { key, kind: "action", title: key, lines: [], from: day(from), to: day(from), ...given };
}

function state(at: string, entries: readonly CalendarEntry[]): CalendarState {
  return { at: `${at}T10:00:00.000Z`, today: day(at), entries };
}

test("calendarItemsOf() raises the revision at a change, and only then", () => {
  const first = state("2027-01-01", [entry("a", "2027-02-01"), entry("b", "2027-03-01")]);
  const second = state("2027-01-02", [entry("a", "2027-02-02"), entry("b", "2027-03-01")]);
  const third = state("2027-01-03", [entry("a", "2027-02-02"), entry("b", "2027-03-01")]);
  expect(calendarItemsOf([first, second, third])).toMatchObject([
    {
      key: "a",
      revision: 1,
      from: "2027-02-02",
      createdAt: first.at,
      changedAt: second.at,
      cancelled: false,
    },
    { key: "b", revision: 0, createdAt: first.at, changedAt: first.at, cancelled: false },
  ]);
});

test("calendarItemsOf() cancels what a later plan no longer has, once, and takes it up again", () => {
  const has = [entry("a", "2027-02-01")];
  const states = [
    state("2027-01-01", has),
    state("2027-01-02", []),
    state("2027-01-03", []),
    state("2027-01-04", has),
  ];
  const after = (count: number) => calendarItemsOf(states.slice(0, count))[0];
  expect(after(2)).toMatchObject({ cancelled: true, revision: 1, changedAt: states[1]?.at });
  expect(after(3)).toEqual(after(2));
  expect(after(4)).toMatchObject({ cancelled: false, revision: 2, createdAt: states[0]?.at });
});

test("calendarItemsOf() leaves what lies behind as it was", () => {
  const past = entry("past", "2027-01-10");
  const lastDay = entry("last day", "2027-01-31");
  const comes = entry("comes again", "2027-01-05", {
    repeat: { every: "week", until: day("2027-03-01") },
  });
  const items = calendarItemsOf([
    state("2027-01-01", [past, lastDay, comes]),
    state("2027-01-31", []),
  ]);
  expect(items.map(({ key, cancelled }) => [key, cancelled])).toEqual([
    ["comes again", true],
    ["past", false],
    ["last day", true],
  ]);
});

test("calendarItemsOf() never goes back in time, whatever the clock did", () => {
  const [item] = calendarItemsOf([
    state("2027-01-05", [entry("a", "2027-02-01")]),
    state("2027-01-02", [entry("a", "2027-02-02")]),
  ]);
  expect(item).toMatchObject({ revision: 1, changedAt: "2027-01-05T10:00:00.000Z" });
});

const anyEntry = fc
  .tuple(fc.constantFrom("a", "b", "c", "d"), fc.integer({ min: 1, max: 28 }))
  .map(([key, date]) => entry(key, `2027-06-${String(date).padStart(2, "0")}`));
const anyHistory = fc
  .array(fc.uniqueArray(anyEntry, { selector: ({ key }) => key }), { maxLength: 8 })
  .map((plans) => plans.map((entries, index) => state(`2027-01-0${index + 1}`, entries)));

test("law: with every state more, no revision falls, and whatever changed has a higher one", () => {
  fc.assert(
    fc.property(anyHistory, (states) => {
      for (let count = 1; count < states.length; count++) {
        const later = new Map(
          calendarItemsOf(states.slice(0, count + 1)).map((item) => [item.key, item]),
        );
        for (const before of calendarItemsOf(states.slice(0, count))) {
          const now = later.get(before.key);
          if (now?.revision === before.revision) expect(now).toEqual(before);
          else expect(now?.revision).toBe(before.revision + 1);
        }
      }
    }),
  );
});

test("law: what stands is exactly what the last state has", () => {
  fc.assert(
    fc.property(anyHistory, (states) => {
      const standing = calendarItemsOf(states).filter(({ cancelled }) => !cancelled);
      const keys = (states.at(-1)?.entries ?? []).map(({ key }) => key);
      expect(standing.map(({ key }) => key).sort()).toEqual(keys.sort());
    }),
  );
});
