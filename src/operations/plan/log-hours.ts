// Notes hours that were worked on an action of the kept plan.

import { z } from "zod";
import { parseCalendarDate } from "../../domain/calendar-date.ts";
import { fail, ok } from "../../domain/result.ts";
import { type ProgressEvent, progressOf } from "../../domain/schedule/progress.ts";
import { operation } from "../operation.ts";
import { actionOf, keptPlanOf } from "./kept-plan.ts";
import { progressEventSchema } from "./progress-schema.ts";

/** Hours that one note may hold: a whole week, for who notes once a week. */
export const MOST_HOURS_A_NOTE = 168;

export const logHours = operation({
  input: z.object({
    action: z.string().meta({
      description: "Id or title of the action (show-today)",
      positional: true,
    }),
    hours: z.number().meta({ description: "Hours worked on it, above 0", positional: true }),
    on: z.string().optional().meta({ description: "The day; today when left out" }),
  }),
  output: z.object({
    sentence: z.string(),
    hours: z.number().meta({ description: "All hours noted for it so far" }),
    note: progressEventSchema,
  }),
  async run(context, input) {
    const kept = await keptPlanOf(context);
    if (!kept.ok) return kept;
    const { plan } = kept.value;
    const action = actionOf(kept.value, input.action);
    if (!action.ok) return action;
    const { today } = context;
    const on = input.on === undefined ? ok(today) : parseCalendarDate(input.on);
    if (!on.ok) return on;
    if (on.value > today) return fail({ code: "action/day-ahead", day: on.value, today });
    if (!(input.hours > 0 && input.hours <= MOST_HOURS_A_NOTE)) {
      return fail({
        code: "action/hours-out-of-range",
        hours: input.hours,
        most: MOST_HOURS_A_NOTE,
      });
    }
    const note: ProgressEvent = {
      id: context.newId(),
      towards: plan.goal.occupationId,
      actionId: action.value.id,
      kind: "hours",
      date: on.value,
      hours: input.hours,
    };
    await (await context.store()).addProgress(await context.personId(), [note]);
    // Read again: hours that a check-in said for this week are the same hours.
    const after = await keptPlanOf(context);
    if (!after.ok) return after;
    const noted = progressOf(after.value.events).get(action.value.id)?.hours ?? 0;
    const hours = Math.round(noted * 100) / 100;
    return ok({
      sentence: `${hours} ${hours === 1 ? "hour is" : "hours are"} noted for “${action.value.title}”.`,
      hours,
      note,
    });
  },
});
