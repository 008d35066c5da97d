// What the operations on a plan's progress share: the plan that was kept last, what was noted about its
// actions, and the action that the person means.

import { withCheckInHours } from "../../domain/agenda/noted-hours.ts";
import type { Goal } from "../../domain/record/goal.ts";
import { ownStepsNow } from "../../domain/replanning/own-steps-now.ts";
import { reckonedActions } from "../../domain/replanning/replan.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import type { Action, Plan } from "../../domain/schedule/plan.ts";
import type { ProgressEvent } from "../../domain/schedule/progress.ts";
import type { OperationContext } from "../context.ts";
import type { Problem } from "../problem-text.ts";

export interface KeptPlan {
  readonly plan: Plan;
  /**
   * All notes on actions towards the plan's goal, also those made under an earlier plan, and what check-ins
   * say beyond them.
   */
  readonly events: readonly ProgressEvent[];
  /** The notes alone. */
  readonly noted: readonly ProgressEvent[];
  /** The goal as it stands now, where it is still the plan's. */
  readonly goal: Goal;
}

/** Returns the plan that was kept last, with what was noted since and before. */
export async function keptPlanOf(context: OperationContext): Promise<Result<KeptPlan, Problem>> {
  const [store, personId] = [await context.store(), await context.personId()];
  const id = (await store.listPlans(personId)).at(-1)?.id;
  const plan = id === undefined ? undefined : await store.findPlan(personId, id);
  if (plan === undefined) return fail({ code: "plan/none" });
  const towards = plan.goal.occupationId;
  const noted = (await store.listProgress(personId)).filter((note) => note.towards === towards);
  const checkIns = (await store.findRecord(personId))?.checkIns ?? [];
  const stored = (await store.listGoals(personId)).at(-1);
  const goal = stored?.occupationId === towards ? stored : plan.goal;
  return ok({ plan, events: withCheckInHours(noted, checkIns, towards), noted, goal });
}

/**
 * Returns the action of that id or title, letter case aside, also one that is done or dropped, and a step of the
 * person's own that the plan does not have yet.
 */
export function actionOf(
  { plan, goal }: Pick<KeptPlan, "plan" | "goal">,
  said: string,
): Result<Action, Problem> {
  const text = said.trim().toLowerCase();
  const { actions } = ownStepsNow(reckonedActions(plan), {
    ownActions: goal.ownActions ?? [],
    staysOf: () => true,
  });
  const found =
    actions.find(({ id }) => id === said.trim()) ??
    actions.find(({ title }) => title.toLowerCase() === text);
  return found === undefined
    ? fail({ code: "action/unknown", text: said, known: actions.map(({ id }) => id) })
    : ok(found);
}
