// How far someone is on a kept plan, as the policy of its backups begins from it.

import { type CalendarDate, DAYS_A_MONTH, daysBetween } from "../calendar-date.ts";
import type { Underway } from "../policy/career-outlook.ts";
import type { Replan } from "./replan.ts";

/** Returns where someone is on the plan that was made anew; undefined where it has no route or is all done. */
export function underwayOf(made: Replan, today: CalendarDate): Underway | undefined {
  const { routePlan, left, own, progress } = made;
  if (routePlan === undefined || left.open.length === 0) return undefined;
  const done = new Set(
    left.settled.filter(({ outcome }) => outcome === "done").map(({ actionId }) => actionId),
  );
  const openById = new Map(left.open.map((one) => [one.action.id, one]));
  let [heldMonths, paid] = [0, 0];
  for (const { id, kind, minimumMonths, money } of own.actions) {
    const open = openById.get(id);
    if (progress.get(id)?.dropped === undefined) {
      paid += money.likely - (open?.action.money.likely ?? 0);
    }
    if (kind !== "hold") continue;
    if (done.has(id)) heldMonths += minimumMonths;
    else if (open?.begun !== undefined) heldMonths += daysBetween(open.begun, today) / DAYS_A_MONTH;
  }
  return { routePlan, done, heldMonths, paid: Math.max(0, paid) };
}
