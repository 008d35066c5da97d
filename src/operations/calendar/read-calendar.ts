// The person's calendar from every plan they kept and every word on its actions: what each state had, and
// what changed from one to the next, so that an entry's revision needs no table of its own and is the same
// after a restart.

import { validate, version } from "uuid";
import type { CalendarOptions } from "../../domain/calendar/calendar-feed.ts";
import { calendarItemsOf } from "../../domain/calendar/calendar-item.ts";
import { calendarStatesOf, type Kept } from "../../domain/calendar/calendar-states.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Plan } from "../../domain/schedule/plan.ts";
import { makeIcalendar } from "../../formats/icalendar.ts";
import type { OperationContext } from "../context.ts";
import { PART_OF } from "./calendar-options.ts";

export interface ReadCalendar {
  /** The iCalendar document. */
  readonly text: string;
  /** Entries that stand, and entries that are cancelled. */
  readonly entries: number;
  readonly cancelled: number;
}

/** Returns the calendar; undefined where no plan was kept yet. */
export async function readCalendar(
  context: Pick<OperationContext, "store" | "personId">,
  options: CalendarOptions,
): Promise<ReadCalendar | undefined> {
  const [store, personId] = [await context.store(), await context.personId()];
  const plans: Kept<Plan>[] = [];
  for (const { id } of await store.listPlans(personId)) {
    const plan = await store.findPlan(personId, id);
    if (plan !== undefined) plans.push({ at: keptAt(id, plan.madeOn), thing: plan });
  }
  if (plans.length === 0) return undefined;
  const notes = (await store.listProgress(personId)).map((event) => ({
    at: keptAt(event.id, event.date),
    thing: event,
  }));
  const states = calendarStatesOf(plans, notes, options.checkIns);
  const items = calendarItemsOf(states).filter(
    ({ kind }) => kind === "check-in" || options.parts.includes(PART_OF[kind]),
  );
  const cancelled = items.filter((item) => item.cancelled).length;
  const text = makeIcalendar(items, { personId, reminder: options.reminder });
  return { text, entries: items.length - cancelled, cancelled };
}

/** The moment is in the id of what was kept (uuid version 7); what has another id was kept as its day began. */
export function keptAt(id: string, day: CalendarDate): string {
  if (!validate(id) || version(id) !== 7) return `${day}T00:00:00.000Z`;
  return new Date(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toISOString();
}
