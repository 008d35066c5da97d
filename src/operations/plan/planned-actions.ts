// The steps that the person sees in the plan: those kept last, else those of the plan as it would be made.

import { ok, type Result } from "../../domain/result.ts";
import type { ScheduledAction } from "../../domain/schedule/plan.ts";
import type { OperationContext } from "../context.ts";
import type { Problem } from "../problem-text.ts";
import { plan } from "./plan.ts";

/** Returns the steps, or the problem for which there is no plan. */
export async function plannedActionsOf(
  context: OperationContext,
): Promise<Result<readonly ScheduledAction[], Problem>> {
  const [store, personId] = [await context.store(), await context.personId()];
  const last = (await store.listPlans(personId)).at(-1);
  const kept = last === undefined ? undefined : await store.findPlan(personId, last.id);
  const goal = (await store.listGoals(personId)).at(-1);
  const isOfGoal = kept?.goal.occupationId === goal?.occupationId;
  if (kept !== undefined && isOfGoal) return ok(kept.actions);
  const made = await plan.run(context, {});
  return made.ok ? ok(made.value.actions) : made;
}
