// The plan as a calendar file: everything with a date, to take into any calendar.

import { z } from "zod";
import { fail, ok } from "../../domain/result.ts";
import { CALENDAR_FILE } from "../../formats/icalendar.ts";
import { operation } from "../operation.ts";
import { calendarOptionsSchema } from "./calendar-options.ts";
import { readCalendar } from "./read-calendar.ts";

export const exportCalendar = operation({
  input: calendarOptionsSchema,
  output: z.object({
    fileName: z.string(),
    /** An iCalendar document. */
    calendar: z.string(),
    entries: z.number(),
    cancelled: z.number(),
  }),
  async run(context, options) {
    const calendar = await readCalendar(context, options);
    if (calendar === undefined) return fail({ code: "plan/none" });
    const { text, entries, cancelled } = calendar;
    return ok({ fileName: CALENDAR_FILE, calendar: text, entries, cancelled });
  },
});
