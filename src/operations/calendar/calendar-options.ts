// What a person says about their calendar: what is in it, how often it asks to look back, and whether it
// reminds. The same for the file and for the feed.

import { z } from "zod";
import {
  CALENDAR_PARTS,
  type CalendarPart,
  CHECK_INS,
  REMINDERS,
} from "../../domain/calendar/calendar-feed.ts";
import type { CalendarKind } from "../../domain/calendar/calendar-item.ts";

/** Which part of a calendar a kind of entry belongs to; check-ins are asked for by how often. */
export const PART_OF: Readonly<Record<Exclude<CalendarKind, "check-in">, CalendarPart>> = {
  action: "actions",
  class: "actions",
  milestone: "milestones",
  goal: "milestones",
  tripwire: "tripwires",
};

export const calendarOptionsSchema = z.object({
  parts: z
    .array(z.enum(CALENDAR_PARTS))
    .default([...CALENDAR_PARTS])
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
});
