// The person's calendar from every plan they kept: what each one had, and what changed from one to the
// next, so that an entry's revision needs no table of its own and is the same after a restart.

import { validate, version } from "uuid";
import type { CalendarOptions } from "../domain/calendar/calendar-feed.ts";
import { type CalendarState, calendarItemsOf } from "../domain/calendar/calendar-item.ts";
import { planEntriesOf } from "../domain/calendar/plan-entries.ts";
import { makeIcalendar } from "../formats/icalendar.ts";
import type { PlanSummary } from "../storage/store.ts";
import { PART_OF } from "./calendar-options.ts";
import type { OperationContext } from "./context.ts";

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
  const summaries = await store.listPlans(personId);
  const since = summaries[0]?.madeOn;
  if (since === undefined) return undefined;
  const states: CalendarState[] = [];
  for (const summary of summaries) {
    const plan = await store.findPlan(personId, summary.id);
    if (plan === undefined) continue;
    const entries = planEntriesOf(plan, { checkIns: options.checkIns, since });
    states.push({ at: keptAt(summary), today: plan.madeOn, entries });
  }
  const items = calendarItemsOf(states).filter(
    ({ kind }) => kind === "check-in" || options.parts.includes(PART_OF[kind]),
  );
  const cancelled = items.filter((item) => item.cancelled).length;
  const text = makeIcalendar(items, { personId, reminder: options.reminder });
  return { text, entries: items.length - cancelled, cancelled };
}

/** The moment is in the plan's id (uuid version 7); a plan of another id was kept as its day began. */
export function keptAt({ id, madeOn }: Pick<PlanSummary, "id" | "madeOn">): string {
  if (!validate(id) || version(id) !== 7) return `${madeOn}T00:00:00.000Z`;
  return new Date(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toISOString();
}
