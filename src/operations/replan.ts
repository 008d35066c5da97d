// Makes the kept plan anew from today, with what was noted about its actions: shows what would move, and
// keeps it as a new plan when asked. The plan before stays in the history.

import { z } from "zod";
import { replan as replanKept } from "../domain/replanning/replan.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import type { OperationContext } from "./context.ts";
import { type KeptPlan, keptPlanOf } from "./kept-plan.ts";
import { operation } from "./operation.ts";
import { planSchema } from "./plan-schema.ts";
import type { Problem } from "./problem-text.ts";

export const replan = operation({
  input: z.object({
    keep: z.boolean().optional().meta({ description: "Keep it; without it nothing is changed" }),
  }),
  output: z.object({
    /** What moves and why. */
    sentence: z.string(),
    kept: z.boolean(),
    plan: planSchema.meta({ description: "What moved, action by action, is in its replanned" }),
  }),
  async run(context, input) {
    const found = await madeAnew(context);
    if (!found.ok) return found;
    const { plan } = found.value.made;
    const isKept = input.keep === true;
    if (isKept) await (await context.store()).savePlan(await context.personId(), plan);
    return ok({ sentence: plan.replanned?.sentence ?? "", kept: isKept, plan });
  },
});

interface MadeAnew extends KeptPlan {
  readonly made: ReturnType<typeof replanKept>;
}

/** Returns the kept plan and what it would be from today; the goal's present date and hours count. */
export async function madeAnew(context: OperationContext): Promise<Result<MadeAnew, Problem>> {
  const kept = await keptPlanOf(context);
  if (!kept.ok) return kept;
  const { plan, events, noted } = kept.value;
  if (plan.actions.length === 0 && plan.replanned === undefined) {
    return fail({ code: "plan/no-actions" });
  }
  const [store, personId] = [await context.store(), await context.personId()];
  const stored = (await store.listGoals(personId)).at(-1);
  const goal = stored?.occupationId === plan.goal.occupationId ? stored : plan.goal;
  const { today, newId, random } = context;
  const made = replanKept({ kept: plan, events, goal, today, newId, random });
  return ok({ plan, events, noted, made });
}
