// What the person pays for each step and when, and what the employer pays back of it, when, and until when
// the person must stay for it.

import { addMonths, type CalendarDate, type PartialDate } from "../calendar-date.ts";
import type { Reimbursement } from "../record/own-action.ts";
import { feesByMonth } from "./monthly-milestones.ts";
import type { Action, Payment } from "./plan.ts";
import type { ActionDates, Schedule } from "./schedule-actions.ts";

/** Returns what comes back of a fee: the share, at most the cap. */
export function paidBack(fee: number, { share, most }: Reimbursement): number {
  return Math.round(Math.min(fee * share, most ?? Number.POSITIVE_INFINITY));
}

/**
 * Returns one payment for each action with a fee, in order of the first month in which it is paid. What is
 * paid back counts from the action's last day; the months to stay count from the same day.
 */
export function paymentsOf(
  actions: readonly Action[],
  schedule: Pick<Schedule, "actions">,
): readonly Payment[] {
  return actions
    .flatMap((action, index) => {
      const dates = schedule.actions[index];
      return dates === undefined || action.money.likely <= 0 ? [] : [paymentFor(action, dates)];
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function paymentFor(action: Action, dates: ActionDates): Payment {
  const months = [...feesByMonth(action, dates)].filter(([, fee]) => fee > 0);
  const inOrder = months.map(([month]) => month).sort();
  const own = {
    actionId: action.id,
    title: action.title,
    amount: action.money.likely,
    // `as`: a fee above 0 falls into one month at least.
    from: inOrder[0] as PartialDate,
    to: inOrder.at(-1) as PartialDate,
  };
  const { reimbursement } = action;
  const back = reimbursement === undefined ? 0 : paidBack(own.amount, reimbursement);
  if (reimbursement === undefined || back === 0) return { ...own, back: 0 };
  const after = (count: number): CalendarDate => addMonths(dates.end, Math.ceil(count));
  return {
    ...own,
    back,
    backOn: after(reimbursement.afterMonths),
    ...(reimbursement.stayMonths > 0 ? { stayUntil: after(reimbursement.stayMonths) } : {}),
  };
}
