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
    repeat: fc.option(
      fc.record({ every: fc.constantFrom("week" as const, "month" as const), until: anyDay }),
      {
        nil: undefined,
      },
    ),
  })
  .map(({ length, repeat, ...item }) => ({
    ...item,
    key: "key",
    to: addDays(item.from, length),
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
        const seconds = (moment: string) => `${moment.slice(0, 19)}Z`;
        expect(event && itemOf(event)).toEqual({
          uid: uidOf("p", "key"),
          title: cleaned(item.title),
          lines: cleaned(item.lines.join("\n")),
          from: item.from,
          to: addDays(item.to, 1),
          areDays: [true, true, true],
          revision: item.revision,
          cancelled: item.cancelled,
          until: item.repeat?.until,
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

test("uidOf() is the same for the same thing, and another for another person's", () => {
  expect(uidOf("person", "action:a")).toBe("331d5f1a-fd25-5ff1-bad8-02ce05a5ea53");
  expect(uidOf("other", "action:a")).not.toBe(uidOf("person", "action:a"));
  expect(uidOf("person", "action:b")).not.toBe(uidOf("person", "action:a"));
});
