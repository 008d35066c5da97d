// The goal again with one thing changed, said the way set-goal takes it.

import type { Goal } from "../domain/record/goal.ts";
import { call, type InputOf, ProblemError } from "../http/client.ts";

type GoalInput = InputOf<"set-goal">;

/** Sets the same goal with the changes. */
export function changeGoal(goal: Goal, changes: Omit<Partial<GoalInput>, "goal">) {
  return setGoalTo({ id: goal.occupationId, title: goal.title }, { ...saidOf(goal), ...changes });
}

/** Sets another occupation as the goal, within the same limits. */
export function goForNearer(goal: Goal, nearer: { readonly id: string; readonly title: string }) {
  const { why: _former, ...limits } = saidOf(goal);
  return setGoalTo(nearer, limits);
}

/** Says the name, which reads best; the code where several share the name. */
export async function setGoalTo(
  occupation: { readonly id: string | undefined; readonly title: string },
  limits: Omit<GoalInput, "goal">,
): Promise<void> {
  try {
    await call("set-goal", { ...limits, goal: occupation.title });
  } catch (error) {
    const shared = error instanceof ProblemError && error.code === "goal/unsure";
    if (!shared || occupation.id === undefined) throw error;
    await call("set-goal", { ...limits, goal: occupation.id });
  }
}

function saidOf(goal: Goal): Omit<GoalInput, "goal"> {
  const { limits } = goal;
  return {
    hours: limits.hoursPerWeek,
    notThese: [...limits.notThese],
    ...(limits.weeks === undefined ? {} : { weeks: [...limits.weeks] }),
    ...(goal.by === undefined ? {} : { by: goal.by }),
    ...(limits.budget === undefined ? {} : { budget: limits.budget.amount }),
    ...(limits.payFloor === undefined ? {} : { payFloor: limits.payFloor.amount }),
    ...(limits.savings === undefined ? {} : { savings: limits.savings.amount }),
    ...(limits.savingsFloor === undefined ? {} : { savingsFloor: limits.savingsFloor.amount }),
    ...(limits.savedPerMonth === undefined ? {} : { savedPerMonth: limits.savedPerMonth.amount }),
    ...(goal.why === "" ? {} : { why: goal.why }),
  };
}
