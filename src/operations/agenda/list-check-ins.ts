// The check-ins, as they were said, and whether it would be a good moment for another.

import { z } from "zod";
import { nextCheckInOf } from "../../domain/agenda/next-check-in.ts";
import { type CalendarDate, parseCalendarDate } from "../../domain/calendar-date.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import type { Problem } from "../problem-text.ts";
import { checkInSchema } from "../record/record-schema.ts";

export const listCheckIns = operation({
  input: z.object({
    from: z.string().optional().meta({ description: "First day; all when not said" }),
    to: z.string().optional().meta({ description: "Last day" }),
  }),
  output: z.object({
    today: z.string(),
    checkIns: z.array(checkInSchema).meta({ description: "The newest day first" }),
    invitation: z.string().optional().meta({
      description: "One sentence when the last is over a week ago, or there was none",
    }),
  }),
  async run(context, input) {
    const from = dayOf(input.from);
    if (!from.ok) return from;
    const to = dayOf(input.to);
    if (!to.ok) return to;
    const [store, personId] = [await context.store(), await context.personId()];
    const record = await store.findRecord(personId);
    if (record === undefined) return fail({ code: "record/none" });
    const checkIns = record.checkIns
      .filter(({ date }) => from.value === undefined || date >= from.value)
      .filter(({ date }) => to.value === undefined || date <= to.value)
      .toReversed()
      .sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0));
    const { invitation } = nextCheckInOf(record.checkIns, context.today);
    return ok({
      today: context.today,
      checkIns,
      ...(invitation === undefined ? {} : { invitation }),
    });
  },
});

function dayOf(said: string | undefined): Result<CalendarDate | undefined, Problem> {
  return said === undefined ? ok(undefined) : parseCalendarDate(said);
}
