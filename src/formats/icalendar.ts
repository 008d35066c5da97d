// Calendar items as an iCalendar document (RFC 5545, with the refresh hints of RFC 7986): whole days that no
// time zone shifts, an id and a revision that stay with a thing, and what was dropped as cancelled. Only
// what a plan needs is written here (docs/method/calendar.md says why by hand); tests read it with ical.js.

import { v5 as idOf } from "uuid";
import type { Reminder } from "../domain/calendar/calendar-feed.ts";
import type { CalendarItem, CalendarKind } from "../domain/calendar/calendar-item.ts";
import { addDays, type CalendarDate } from "../domain/calendar-date.ts";

/**
 * From the first moment of the day to the reminder. Assumption: nine in the morning suits most, and it is
 * nine wherever the calendar is.
 */
const TRIGGERS: Readonly<Record<Exclude<Reminder, "none">, string>> = {
  "same-day": "PT9H",
  "day-before": "-PT15H",
  "week-before": "-P6DT15H",
};

/** Assumption: plans change a few times a month, so a few looks a day are enough. */
export const REFRESH_INTERVAL = "PT6H";

/** A calendar's file name. */
export const CALENDAR_FILE = "throughline-plan.ics";

/** Lines are at most this long without their end (RFC 5545, 3.1). */
export const MOST_OCTETS = 75;

/** What the ids of entries are derived in, by RFC 9562's version 5; made once, for good. */
const UID_NAMESPACE = "0a5f3c8e-5d0c-4c39-9a55-0f6a54b1f7d2";

const CATEGORIES: Readonly<Record<CalendarKind, string>> = {
  action: "Action",
  milestone: "Milestone",
  goal: "Goal",
  tripwire: "Tripwire",
  "check-in": "Check-in",
};

export interface IcalendarOptions {
  /** Whose calendar it is: two persons' entries never have the same id. */
  readonly personId: string;
  readonly reminder: Reminder;
}

/**
 * Returns the document. It has no METHOD, so that DTSTAMP is the moment of the last change (RFC 5545,
 * 3.8.7.2) and the same items give the same bytes.
 */
export function makeIcalendar(items: readonly CalendarItem[], options: IcalendarOptions): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Throughline//Career planner//EN",
    "CALSCALE:GREGORIAN",
    "NAME:Throughline",
    "X-WR-CALNAME:Throughline",
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH_INTERVAL}`,
    `X-PUBLISHED-TTL:${REFRESH_INTERVAL}`,
    ...items.flatMap((item) => eventLines(item, options)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Returns the id of a person's entry: the same in every export and every plan. */
export function uidOf(personId: string, key: string): string {
  return idOf(`${personId}\n${key}`, UID_NAMESPACE);
}

function eventLines(item: CalendarItem, { personId, reminder }: IcalendarOptions): string[] {
  const { repeat } = item;
  const changed = momentText(item.changedAt);
  return [
    "BEGIN:VEVENT",
    `UID:${uidOf(personId, item.key)}`,
    `DTSTAMP:${changed}`,
    `CREATED:${momentText(item.createdAt)}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${item.revision}`,
    `DTSTART;VALUE=DATE:${dayText(item.from)}`,
    // The day after the last one.
    `DTEND;VALUE=DATE:${dayText(addDays(item.to, 1))}`,
    ...(repeat === undefined
      ? []
      : [
          `RRULE:FREQ=${repeat.every === "week" ? "WEEKLY" : "MONTHLY"};UNTIL=${dayText(repeat.until)}`,
        ]),
    `SUMMARY:${escaped(item.title)}`,
    ...(item.lines.length === 0 ? [] : [`DESCRIPTION:${escaped(item.lines.join("\n"))}`]),
    `CATEGORIES:${CATEGORIES[item.kind]}`,
    `STATUS:${item.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    // It takes no hour of the day, and who shares a calendar with colleagues shows them nothing of it.
    "TRANSP:TRANSPARENT",
    "CLASS:PRIVATE",
    "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    ...(reminder === "none" || item.cancelled
      ? []
      : [
          "BEGIN:VALARM",
          "ACTION:DISPLAY",
          `TRIGGER:${TRIGGERS[reminder]}`,
          `DESCRIPTION:${escaped(item.title)}`,
          "END:VALARM",
        ]),
    "END:VEVENT",
  ];
}

function dayText(day: CalendarDate): string {
  return day.replaceAll("-", "");
}

/** "2026-11-27T08:48:01.123Z" as "20261127T084801Z". */
function momentText(instant: string): string {
  return instant.replace(/\.\d+/, "").replace(/[-:]/g, "");
}

/**
 * The text as a value of type TEXT: no control characters but tabs and line ends, no half of a surrogate
 * pair, and what has a meaning there escaped.
 */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** The line in pieces of at most MOST_OCTETS octets, no character cut; each but the first begins with a space. */
function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
