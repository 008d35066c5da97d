// Calendar items as an iCalendar document (RFC 5545, with the refresh hints of RFC 7986): whole days (and hours of
// classes) that no time zone shifts, an id and a revision that stay with a thing, and what was dropped as cancelled. Only
// what a plan needs is written here (docs/method/calendar.md says why by hand); tests read it with ical.js.

import { v5 as idOf } from "uuid";
import type { Reminder } from "../domain/calendar/calendar-feed.ts";
import type { CalendarItem, CalendarKind } from "../domain/calendar/calendar-item.ts";
import { addDays, type CalendarDate } from "../domain/calendar-date.ts";

/** Assumption: nine in the morning suits most, and it is nine wherever the calendar is. */
const REMINDER_MINUTES = 9 * 60;
const MINUTES_A_DAY = 24 * 60;

/** How many days before the first moment of its day. */
const DAYS_BEFORE: Readonly<Record<Exclude<Reminder, "none">, number>> = {
  "same-day": 0,
  "day-before": 1,
  "week-before": 7,
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
  class: "Class",
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
  const changed = momentText(item.changedAt);
  return [
    "BEGIN:VEVENT",
    `UID:${uidOf(personId, item.key)}`,
    `DTSTAMP:${changed}`,
    `CREATED:${momentText(item.createdAt)}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${item.revision}`,
    ...timeLines(item),
    `SUMMARY:${escaped(item.title)}`,
    ...(item.lines.length === 0 ? [] : [`DESCRIPTION:${escaped(item.lines.join("\n"))}`]),
    `CATEGORIES:${CATEGORIES[item.kind]}`,
    `STATUS:${item.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    // A whole day takes no hour of it; who shares a calendar with colleagues shows them nothing.
    `TRANSP:${item.hours === undefined ? "TRANSPARENT" : "OPAQUE"}`,
    "CLASS:PRIVATE",
    `X-MICROSOFT-CDO-ALLDAYEVENT:${item.hours === undefined ? "TRUE" : "FALSE"}`,
    `X-MICROSOFT-CDO-BUSYSTATUS:${item.hours === undefined ? "FREE" : "BUSY"}`,
    ...(reminder === "none" || item.cancelled
      ? []
      : [
          "BEGIN:VALARM",
          "ACTION:DISPLAY",
          `TRIGGER:${triggerText(item, reminder)}`,
          `DESCRIPTION:${escaped(item.title)}`,
          "END:VALARM",
        ]),
    "END:VEVENT",
  ];
}

/** Days, or floating local times: without a zone it is the same hour wherever the calendar is. */
function timeLines({ from, to, hours, repeat }: CalendarItem): string[] {
  const frequency = repeat?.every === "week" ? "WEEKLY" : "MONTHLY";
  const rule = (until: string): string[] =>
    repeat === undefined ? [] : [`RRULE:FREQ=${frequency};UNTIL=${until}`];
  const lastDay = dayText(repeat?.until ?? to);
  if (hours === undefined) {
    return [
      `DTSTART;VALUE=DATE:${dayText(from)}`,
      // The day after the last one.
      `DTEND;VALUE=DATE:${dayText(addDays(to, 1))}`,
      ...rule(lastDay),
    ];
  }
  const [start, end] = [clockText(hours.from), clockText(hours.to)];
  return [
    `DTSTART:${dayText(from)}T${start}`,
    `DTEND:${dayText(to)}T${end}`,
    // Of the same type as the start (RFC 5545, 3.3.10).
    ...rule(`${lastDay}T${start}`),
  ];
}

/** From the start to nine in the morning of its day or before it: "PT9H", "-P6DT15H". */
function triggerText({ hours }: CalendarItem, reminder: Exclude<Reminder, "none">): string {
  const [hour = 0, minute = 0] = (hours?.from ?? "00:00").split(":").map(Number);
  const from = REMINDER_MINUTES - DAYS_BEFORE[reminder] * MINUTES_A_DAY - (hour * 60 + minute);
  const size = Math.abs(from);
  const days = Math.floor(size / MINUTES_A_DAY);
  const [wholeHours, minutes] = [Math.floor((size % MINUTES_A_DAY) / 60), size % 60];
  const time = [
    ...(wholeHours > 0 || (days === 0 && minutes === 0) ? [`${wholeHours}H`] : []),
    ...(minutes > 0 ? [`${minutes}M`] : []),
  ].join("");
  const day = days > 0 ? `${days}D` : "";
  return `${from < 0 ? "-" : ""}P${day}${time === "" ? "" : `T${time}`}`;
}

/** "18:00" as "180000". */
function clockText(clock: string): string {
  return `${clock.replace(":", "")}00`;
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
