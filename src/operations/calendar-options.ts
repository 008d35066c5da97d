// What a person says about their calendar: what is in it, how often it asks to look back, and whether it
// reminds. The same for the file and for the feed.

import { z } from "zod";
import type { CalendarKind } from "../domain/calendar/calendar-item.ts";
import { CHECK_INS } from "../domain/calendar/plan-entries.ts";
import { REMINDERS } from "../formats/icalendar.ts";

const PARTS = ["actions", "milestones", "tripwires"] as const;

/** Which part of a calendar a kind of entry belongs to; check-ins are asked for by how often. */
export const PART_OF: Readonly<Record<Exclude<CalendarKind, "check-in">, (typeof PARTS)[number]>> =
  {
    action: "actions",
    milestone: "milestones",
    goal: "milestones",
    tripwire: "tripwires",
  };

export const calendarOptionFields = {
  parts: z
    .array(z.enum(PARTS))
    .default([...PARTS])
    .meta({
      description: "What it holds of actions, milestones and tripwires; everything when left out",
    }),
  checkIns: z.enum(CHECK_INS).default("monthly").meta({
    description: "How often it asks to look back: on Sundays, or on the first of a month",
  }),
  reminder: z
    .enum(REMINDERS)
    .default("none")
    .meta({ description: "When it reminds, at nine in the morning" }),
};

export const calendarOptionsSchema = z.object(calendarOptionFields);
export type CalendarOptions = z.output<typeof calendarOptionsSchema>;
