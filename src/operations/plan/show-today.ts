// This week and this month of the kept plan, with what was noted: what to do, what is asked, what waits,
// and how every action stands.

import { z } from "zod";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Currency } from "../../domain/money.ts";
import { ACTION_STATUSES, type Today, todayOf } from "../../domain/replanning/today.ts";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { describes } from "../wire.ts";
import { madeAnew } from "./replan.ts";

const asked = z.object({ actionId: z.string(), title: z.string(), text: z.string() });

export interface TodayShown extends Today {
  readonly today: CalendarDate;
  readonly currency: Currency;
  readonly goalOccupation: string;
}

const todayShown: z.ZodType<TodayShown> = describes<TodayShown>()(
  z.object({
    sentence: z.string(),
    planId: z.string(),
    weekFrom: z.string(),
    weekTo: z.string(),
    hoursPerWeek: z.number(),
    hoursNoted: z.number().meta({ description: "This week" }),
    week: z.array(
      z.object({
        actionId: z.string(),
        title: z.string(),
        doneWhen: z.string(),
        hours: z.number(),
        classes: z
          .array(z.object({ date: z.string(), from: z.string(), to: z.string() }))
          .meta({ description: "At fixed hours, in this week" }),
        end: z.string(),
      }),
    ),
    month: z.string(),
    milestones: z.array(
      z.object({
        id: z.string(),
        month: z.string(),
        date: z.string(),
        title: z.string(),
        actionIds: z.array(z.string()),
        hours: z.number(),
        money: z.number(),
        mark: z.object({ actionId: z.string(), share: z.number() }).optional(),
        odds: z.object({ p50: z.string(), p80: z.string(), p95: z.string() }).optional(),
        isDone: z.boolean(),
      }),
    ),
    monthHours: z.number(),
    monthMoney: z.number(),
    asked: z.array(asked).meta({ description: "What was planned to be done by now" }),
    waiting: z.array(asked).meta({ description: "What needs nothing but time" }),
    wouldMove: z
      .string()
      .optional()
      .meta({ description: "What making the plan anew would move; none when nothing would" }),
    notedDays: z
      .array(z.object({ date: z.string(), hours: z.number() }))
      .meta({ description: "Hours noted towards the goal, by day" }),
    actions: z.array(
      z.object({
        actionId: z.string(),
        title: z.string(),
        doneWhen: z.string(),
        status: z.enum(ACTION_STATUSES),
        hoursNoted: z.number(),
        hours: z.number(),
        day: z.string().optional(),
        why: z.string(),
      }),
    ),
    today: z.string(),
    currency: z.string(),
    goalOccupation: z.string(),
  }),
);

export const showToday = operation({
  input: z.object({}),
  output: todayShown,
  async run(context) {
    const found = await madeAnew(context);
    if (!found.ok) return found;
    const { plan, events, made } = found.value;
    const { today } = context;
    const { currency, goalOccupation } = plan;
    return ok({ ...todayOf(plan, made, { events, today }), today, currency, goalOccupation });
  },
});
