// Two kept plans side by side: what has other dates, what is in one alone, and what that does to the goal.

import type { CalendarDate } from "../calendar-date.ts";
import type { Plan } from "../schedule/plan.ts";
import { countInWords } from "../schedule/plan-in-words.ts";
import { goalMoves } from "./what-moved.ts";

export interface ComparedAction {
  readonly actionId: string;
  readonly title: string;
  /** Planned ends; undefined in the plan that does not have it. */
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
}

export interface ComparedPlans {
  readonly sentence: string;
  /** What differs, in the order of the second plan, then what only the first has. */
  readonly actions: readonly ComparedAction[];
  readonly hours: { readonly from: number; readonly to: number };
  readonly money: { readonly from: number; readonly to: number };
}

/** Returns what the second plan has otherwise than the first. */
export function comparePlans(one: Plan, other: Plan): ComparedPlans {
  const [before, now] = [endsOf(one), endsOf(other)];
  const titles = new Map([...one.actions, ...other.actions].map(({ id, title }) => [id, title]));
  const ids = [...new Set([...now.keys(), ...before.keys()])];
  const actions = ids
    .map((id) => ({
      actionId: id,
      title: titles.get(id) ?? id,
      from: before.get(id),
      to: now.get(id),
    }))
    .filter(({ from, to }) => from !== to);
  return {
    sentence: comparedInWords(one, other, actions),
    actions,
    hours: { from: one.totals.hours, to: other.totals.hours },
    money: { from: one.totals.money, to: other.totals.money },
  };
}

function endsOf({ actions }: Plan): ReadonlyMap<string, CalendarDate> {
  return new Map(actions.map(({ id, end }) => [id, end]));
}

function comparedInWords(one: Plan, other: Plan, actions: readonly ComparedAction[]): string {
  if (one.goal.occupationId !== other.goal.occupationId) {
    return `The two plans head for different goals: ${one.goalOccupation}, then ${other.goalOccupation}.`;
  }
  const goal =
    other.reach === undefined
      ? "the later one has no date"
      : goalMoves({ from: one.reach?.p50, to: other.reach.p50 });
  const count = (pick: (action: ComparedAction) => boolean) => actions.filter(pick).length;
  const parts = [
    [count(({ from, to }) => from !== undefined && to !== undefined && to > from), "later"],
    [count(({ from, to }) => from !== undefined && to !== undefined && to < from), "sooner"],
    [count(({ from }) => from === undefined), "new"],
    [count(({ to }) => to === undefined), "no longer in it"],
  ] as const;
  const said = parts.filter(([many]) => many > 0);
  if (said.length === 0) return `The two plans have the same steps and dates; ${goal}.`;
  const words = said.map(([many, how], place) =>
    place === 0
      ? `${countInWords(many, "step")} ${many === 1 ? "is" : "are"} ${how}`
      : `${countInWords(many, "step").split(" ")[0]} ${how}`,
  );
  const all = words.join(", ");
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}; ${goal}.`;
}
