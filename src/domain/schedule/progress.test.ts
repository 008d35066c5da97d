import fc from "fast-check";
import { expect, test } from "vitest";
import type { CalendarDate } from "../calendar-date.ts";
import { PROGRESS_KINDS, type ProgressEvent, progressOf, standingNotesOf } from "./progress.ts";

const day = (text: string) => text as CalendarDate;

let count = 0;
function note(
  kind: ProgressEvent["kind"],
  date: string,
  more: Partial<ProgressEvent> = {},
): ProgressEvent {
  count += 1;
  return {
    id: `n-${count}`,
    towards: "29-1141.00",
    actionId: "course",
    kind,
    date: day(date),
    ...more,
  };
}

test("progressOf() adds up hours and keeps the first day of them", () => {
  const progress = progressOf([
    note("hours", "2027-03-09", { hours: 2.5 }),
    note("hours", "2027-03-02", { hours: 4 }),
  ]).get("course");
  expect(progress).toMatchObject({ hours: 6.5, firstHoursOn: "2027-03-02", doneOn: undefined });
});

test("progressOf() lets a later day's word replace an earlier one", () => {
  const progress = progressOf([
    note("blocked", "2027-03-02", { until: day("2027-06-01"), why: "no place" }),
    note("blocked", "2027-03-09", { until: day("2027-05-01"), why: "a place came free" }),
  ]).get("course");
  expect(progress?.blocked).toEqual({
    until: "2027-05-01",
    why: "a place came free",
    saidOn: "2027-03-09",
  });
});

test("progressOf() forgets what was reopened, and what is noted after that stands", () => {
  const done = note("done", "2027-03-02");
  const reopened = note("reopened", "2027-03-02", { undoes: [done.id] });
  expect(progressOf([done, reopened]).get("course")?.doneOn).toBeUndefined();
  const again = note("done", "2027-03-02");
  const all = [done, reopened, again];
  expect(progressOf(all).get("course")?.doneOn).toBe("2027-03-02");
  expect(standingNotesOf(all, "course")).toEqual([again.id]);
});

test("progressOf() counts what was done as done, also when it was dropped", () => {
  const progress = progressOf([note("dropped", "2027-03-02"), note("done", "2027-03-03")]);
  expect(progress.get("course")).toMatchObject({ doneOn: "2027-03-03", dropped: undefined });
});

const anyEvents = fc
  .array(
    fc.record({
      actionId: fc.constantFrom("a", "b"),
      kind: fc.constantFrom(...PROGRESS_KINDS),
      date: fc.constantFrom(day("2027-03-02"), day("2027-03-03")),
      hours: fc.double({ min: 0.1, max: 20, noNaN: true }),
      until: fc.constantFrom(day("2027-04-01"), day("2027-05-01")),
      why: fc.constantFrom("", "ill", "no place"),
      undoes: fc.array(fc.nat({ max: 7 }).map(String), { maxLength: 1 }),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(({ undoes, ...event }, index): ProgressEvent => {
      const full = { ...event, id: String(index), towards: "x" };
      return event.kind === "reopened" ? { ...full, undoes } : full;
    }),
  );

test("progressOf() does not depend on the order of the notes", () => {
  fc.assert(
    fc.property(
      anyEvents.chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      ),
      ([events, shuffled]) => {
        expect(Object.fromEntries(progressOf(shuffled))).toEqual(
          Object.fromEntries(progressOf(events)),
        );
      },
    ),
  );
});
