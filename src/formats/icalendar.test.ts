import fc from "fast-check";
import ICAL from "ical.js";
import { afterEach, expect, test } from "vitest";
import { REMINDERS } from "../domain/calendar/calendar-feed.ts";
import { CALENDAR_KINDS, type CalendarItem } from "../domain/calendar/calendar-item.ts";
import { addDays, type CalendarDate, dateOfDayNumber } from "../domain/calendar-date.ts";
import { MOST_OCTETS, makeIcalendar, uidOf } from "./icalendar.ts";

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const ITEM: CalendarItem = {
  key: "action:a",
  kind: "action",
  title: "Read, write; and \\ back",
  lines: ["One", "two"],
  from: "2027-03-28" as CalendarDate,
  to: "2027-03-30" as CalendarDate,
  revision: 3,
  createdAt: "2026-11-27T08:48:01.123Z",
  changedAt: "2026-11-28T09:00:00.000Z",
  cancelled: false,
};
const OPTIONS = { personId: "person", reminder: "none" } as const;

function eventsOf(text: string): ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
}

/** What ical.js reads of an event, in the words of an item. */
function itemOf(event: ICAL.Component) {
  const value = (name: string) => event.getFirstPropertyValue(name);
  const start = value("dtstart") as ICAL.Time;
  const end = value("dtend") as ICAL.Time;
  const rule = value("rrule") as ICAL.Recur | null;
  return {
    uid: value("uid"),
    title: value("summary") ?? "",
    lines: value("description") ?? "",
    from: start.toString(),
    to: end.toString(),
    areDays: [start.isDate, end.isDate, rule?.until?.isDate ?? true],
    revision: value("sequence"),
    cancelled: value("status") === "CANCELLED",
    until: rule?.until?.toString(),
    frequency: rule?.freq,
    changed: String(value("dtstamp")),
    modified: String(value("last-modified")),
    created: String(value("created")),
  };
}

/** Text as a calendar can hold it: line ends are one, other control characters are left out. */
function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "");
}

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.string({ unit: "grapheme", maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        "a",
        ",",
        ";",
        "\\",
        "\n",
        "\r\n",
        "\\n",
        ":",
        '"',
        " ",
        "日本",
        "👩🏽‍⚕️",
        "مرحبا",
        "\ud83d",
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join("")),
);
const clock = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
const anyDay = fc.integer({ min: 18000, max: 40000 }).map(dateOfDayNumber);
const anyMoment = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const anyItem: fc.Arbitrary<CalendarItem> = fc
  .record({
    kind: fc.constantFrom(...CALENDAR_KINDS),
    title: anyText,
    lines: fc.array(anyText, { maxLength: 4 }),
    from: anyDay,
    length: fc.nat(900),
    revision: fc.nat(1000),
    createdAt: anyMoment,
    changedAt: anyMoment,
    cancelled: fc.boolean(),
    hours: fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1439 }))
        .map(([from, to]) => ({ from: clock(from), to: clock(Math.max(from + 1, to)) })),
      { nil: undefined },
    ),
    repeat: fc.option(
      fc.record({ every: fc.constantFrom("week" as const, "month" as const), until: anyDay }),
      {
        nil: undefined,
      },
    ),
  })
  .map(({ length, repeat, hours, ...item }) => ({
    ...item,
    key: "key",
    to: hours === undefined ? addDays(item.from, length) : item.from,
    ...(hours === undefined ? {} : { hours }),
    ...(repeat === undefined ? {} : { repeat }),
  }));

test("law: any item reads back with the same days, texts, revision and state, in any time zone", () => {
  const zones = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin", "America/Sao_Paulo"];
  fc.assert(
    fc.property(
      anyItem,
      fc.constantFrom(...zones),
      fc.constantFrom(...REMINDERS),
      (item, zone, reminder) => {
        process.env.TZ = zone;
        const [event] = eventsOf(makeIcalendar([item], { personId: "p", reminder }));
        const isDayUntil = item.hours === undefined || item.repeat === undefined;
        const seconds = (moment: string) => `${moment.slice(0, 19)}Z`;
        expect(event && itemOf(event)).toEqual({
          uid: uidOf("p", "key"),
          title: cleaned(item.title),
          lines: cleaned(item.lines.join("\n")),
          // Without a zone: the same hour in each.
          from: item.hours === undefined ? item.from : `${item.from}T${item.hours.from}:00`,
          to: item.hours === undefined ? addDays(item.to, 1) : `${item.to}T${item.hours.to}:00`,
          areDays: [item.hours === undefined, item.hours === undefined, isDayUntil],
          revision: item.revision,
          cancelled: item.cancelled,
          until:
            item.hours === undefined
              ? item.repeat?.until
              : item.repeat && `${item.repeat.until}T${item.hours.from}:00`,
          frequency: item.repeat && (item.repeat.every === "week" ? "WEEKLY" : "MONTHLY"),
          changed: seconds(item.changedAt),
          modified: seconds(item.changedAt),
          created: seconds(item.createdAt),
        });
        expect(event?.getAllSubcomponents("valarm").length).toBe(
          reminder === "none" || item.cancelled ? 0 : 1,
        );
      },
    ),
    { numRuns: 500 },
  );
});

test("law: every line ends with CRLF and has at most 75 octets, and no character is cut", () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 3 }), (items) => {
      const text = makeIcalendar(items, { ...OPTIONS, reminder: "same-day" });
      expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
      for (const line of text.split("\r\n")) {
        expect(line).not.toMatch(/[\r\n]/);
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(MOST_OCTETS);
        expect(line.isWellFormed()).toBe(true);
      }
    }),
  );
});

test("makeIcalendar() says what kind of calendar it is and when to look again", () => {
  const calendar = new ICAL.Component(ICAL.parse(makeIcalendar([ITEM], OPTIONS)));
  const said = Object.fromEntries(
    calendar
      .getAllProperties()
      .map((property) => [property.name, String(property.getFirstValue())]),
  );
  expect(said).toEqual({
    version: "2.0",
    prodid: "-//Throughline//Career planner//EN",
    calscale: "GREGORIAN",
    name: "Throughline",
    "x-wr-calname": "Throughline",
    "refresh-interval": "PT6H",
    "x-published-ttl": "PT6H",
  });
});

test("makeIcalendar() writes one event as RFC 5545 orders it", () => {
  const text = makeIcalendar([ITEM], { ...OPTIONS, reminder: "week-before" });
  expect(text.split("\r\n").slice(8, -2)).toEqual([
    "BEGIN:VEVENT",
    `UID:${uidOf("person", "action:a")}`,
    "DTSTAMP:20261128T090000Z",
    "CREATED:20261127T084801Z",
    "LAST-MODIFIED:20261128T090000Z",
    "SEQUENCE:3",
    "DTSTART;VALUE=DATE:20270328",
    "DTEND;VALUE=DATE:20270331",
    "SUMMARY:Read\\, write\\; and \\\\ back",
    "DESCRIPTION:One\\ntwo",
    "CATEGORIES:Action",
    "STATUS:CONFIRMED",
    "TRANSP:TRANSPARENT",
    "CLASS:PRIVATE",
    "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:-P6DT15H",
    "DESCRIPTION:Read\\, write\\; and \\\\ back",
    "END:VALARM",
    "END:VEVENT",
  ]);
});

test("a reminder is at nine in the morning, of the day, the day before or a week before", () => {
  const minutes = REMINDERS.filter((reminder) => reminder !== "none").map((reminder) => {
    const [event] = eventsOf(makeIcalendar([ITEM], { ...OPTIONS, reminder }));
    const trigger = event?.getFirstSubcomponent("valarm")?.getFirstPropertyValue("trigger");
    return (trigger as ICAL.Duration).toSeconds() / 60;
  });
  expect(minutes).toEqual([9 * 60, -15 * 60, 9 * 60 - 7 * 24 * 60]);
});

test("a class is written as local hours that come again up to the last one, and its reminder stays at nine", () => {
  const item: CalendarItem = {
    ...ITEM,
    ...{ kind: "class", title: "Class: Anatomy", to: ITEM.from },
    hours: { from: "18:15", to: "20:00" },
    repeat: { every: "week", until: "2027-06-27" as CalendarDate },
  };
  const text = makeIcalendar([item], { ...OPTIONS, reminder: "same-day" });
  for (const line of [
    "DTSTART:20270328T181500",
    "DTEND:20270328T200000",
    "RRULE:FREQ=WEEKLY;UNTIL=20270627T181500",
    "CATEGORIES:Class",
    "TRANSP:OPAQUE",
    "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE",
    "TRIGGER:-PT9H15M",
  ]) {
    expect(text.split("\r\n")).toContain(line);
  }
  const [event] = eventsOf(text);
  const times = new ICAL.Event(event as ICAL.Component).iterator();
  const all = [];
  for (let time = times.next(); time; time = times.next()) all.push(time.toString());
  // Across the night on which clocks go forward in much of the world.
  expect(all).toHaveLength(14);
  expect(all.slice(0, 2)).toEqual(["2027-03-28T18:15:00", "2027-04-04T18:15:00"]);
  expect(all.at(-1)).toBe("2027-06-27T18:15:00");
});

test("uidOf() is the same for the same thing, and another for another person's", () => {
  expect(uidOf("person", "action:a")).toBe("331d5f1a-fd25-5ff1-bad8-02ce05a5ea53");
  expect(uidOf("other", "action:a")).not.toBe(uidOf("person", "action:a"));
  expect(uidOf("person", "action:b")).not.toBe(uidOf("person", "action:a"));
});
