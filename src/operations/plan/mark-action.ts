// Notes that an action of the kept plan is done, late, blocked or dropped, or opens it again. The plan
// stays as it is until it is made anew (replan).

import { z } from "zod";
import { type CalendarDate, dateInWords, parseCalendarDate } from "../../domain/calendar-date.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { type ProgressEvent, standingNotesOf } from "../../domain/schedule/progress.ts";
import { operation } from "../operation.ts";
import type { Problem } from "../problem-text.ts";
import { actionOf, keptPlanOf } from "./kept-plan.ts";
import { progressEventSchema } from "./progress-schema.ts";

const MARKS = ["done", "late", "blocked", "dropped", "reopened"] as const;

const markInput = z.object({
  action: z.string().meta({
    description: "Id or title of the action (show-today)",
    positional: true,
  }),
  mark: z.enum(MARKS).meta({ description: "What became of it", positional: true }),
  on: z.string().optional().meta({ description: "The day it is about; today when left out" }),
  until: z.string().optional().meta({
    description:
      "For late: when it is expected to be done. For blocked: the day before which it cannot go on",
  }),
  why: z.string().optional().meta({ description: "Why, in the person's own words" }),
});

export const markAction = operation({
  input: markInput,
  output: z.object({
    /** What is noted now, and what to do next. */
    sentence: z.string(),
    note: progressEventSchema,
  }),
  async run(context, input) {
    const kept = await keptPlanOf(context);
    if (!kept.ok) return kept;
    const { plan, events } = kept.value;
    const action = actionOf(kept.value, input.action);
    if (!action.ok) return action;
    const days = daysOf(input, context.today);
    if (!days.ok) return days;
    const undoes = input.mark === "reopened" ? standingNotesOf(events, action.value.id) : undefined;
    if (undoes?.length === 0) {
      return fail({ code: "action/nothing-to-undo", title: action.value.title });
    }
    const why = input.why?.trim() ?? "";
    const note: ProgressEvent = {
      id: context.newId(),
      towards: plan.goal.occupationId,
      actionId: action.value.id,
      kind: input.mark,
      date: days.value.on,
      ...(days.value.until === undefined ? {} : { until: days.value.until }),
      ...(why === "" ? {} : { why }),
      ...(undoes === undefined ? {} : { undoes }),
    };
    await (await context.store()).addProgress(await context.personId(), [note]);
    return ok({ sentence: noteInWords(note, action.value.title), note });
  },
});

interface Days {
  readonly on: CalendarDate;
  readonly until: CalendarDate | undefined;
}

function daysOf(
  said: Pick<z.output<typeof markInput>, "mark" | "on" | "until">,
  today: CalendarDate,
): Result<Days, Problem> {
  const on = said.on === undefined ? ok(today) : parseCalendarDate(said.on);
  if (!on.ok) return on;
  if (on.value > today) return fail({ code: "action/day-ahead", day: on.value, today });
  if (said.mark !== "late" && said.mark !== "blocked")
    return ok({ on: on.value, until: undefined });
  if (said.until === undefined) return fail({ code: "action/until-missing", mark: said.mark });
  const until = parseCalendarDate(said.until);
  if (!until.ok) return until;
  if (until.value <= on.value) {
    return fail({ code: "action/until-too-early", until: until.value, on: on.value });
  }
  return ok({ on: on.value, until: until.value });
}

function noteInWords({ kind, date, until }: ProgressEvent, title: string): string {
  const day = dateInWords(until ?? date);
  switch (kind) {
    case "done":
      return `“${title}” is done, on ${day}. If it belongs in your record, add it there too: routes are found from the record.`;
    case "late":
      return `“${title}” is expected by ${day}. The plan stands as it is until you make it anew.`;
    case "blocked":
      return `“${title}” waits until ${day}. The plan stands as it is until you make it anew.`;
    case "dropped":
      return `“${title}” is left out. The plan stands as it is until you make it anew.`;
    default:
      return `“${title}” is open again.`;
  }
}
