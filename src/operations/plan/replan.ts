// Makes the kept plan anew from today, with what was noted about its actions: shows what would move, and
// keeps it as a new plan when asked. The plan before stays in the history.

import { z } from "zod";
import { rowOf } from "../../domain/occupations/catalogue.ts";
import type { CareerOutlook } from "../../domain/policy/career-outlook.ts";
import { withSwitchDays } from "../../domain/policy/switch-days.ts";
import type { Goal } from "../../domain/record/goal.ts";
import { withOwnActions } from "../../domain/record/goal-answers.ts";
import { isChangeTakenBack } from "../../domain/replanning/own-steps-now.ts";
import { reckonedActions, replan as replanKept } from "../../domain/replanning/replan.ts";
import { underwayOf } from "../../domain/replanning/underway.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { makeActions } from "../../domain/schedule/make-actions.ts";
import type { Action, Plan } from "../../domain/schedule/plan.ts";
import type { Situation } from "../../domain/schedule/plan-route.ts";
import type { OperationContext } from "../context.ts";
import { operation } from "../operation.ts";
import type { Problem } from "../problem-text.ts";
import { situationOf } from "../situation.ts";
import { type KeptPlan, keptPlanOf } from "./kept-plan.ts";
import { planSchema } from "./plan-schema.ts";

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
    const found = await madeAnew(context, { backups: true });
    if (!found.ok) return found;
    const { plan } = found.value.made;
    const isKept = input.keep === true;
    if (isKept) await (await context.store()).savePlan(await context.personId(), plan);
    return ok({ sentence: plan.replanned?.sentence ?? "", kept: isKept, plan });
  },
});

interface MadeAnew extends KeptPlan {
  readonly made: ReturnType<typeof replanKept>;
  /** What the backups' days follow from, where these were asked for. */
  readonly situation: Situation | undefined;
  /** The policy behind the backups' days; undefined where they were not asked for, or nothing is left. */
  readonly outlook: CareerOutlook | undefined;
}

/**
 * Returns the kept plan and what it would be from today; the goal's present date, hours and own steps count.
 * The backups get their days anew where they are asked for, and the record still stands.
 */
export async function madeAnew(
  context: OperationContext,
  { backups = false }: { readonly backups?: boolean } = {},
): Promise<Result<MadeAnew, Problem>> {
  const kept = await keptPlanOf(context);
  if (!kept.ok) return kept;
  const { plan, events, goal } = kept.value;
  if (plan.actions.length === 0 && plan.replanned === undefined) {
    return fail({ code: "plan/no-actions" });
  }
  const isTakenBack = isChangeTakenBack(reckonedActions(plan), goal.ownActions ?? []);
  const situation = backups || isTakenBack ? await standingFor(context, plan, goal) : undefined;
  const { today, newId } = context;
  const made = replanKept({
    ...{ kept: plan, events, goal, today, newId },
    asRouted: isTakenBack && situation !== undefined ? asRouted(situation, plan) : undefined,
    situation: backups ? situation : undefined,
  });
  const underway = situation === undefined ? undefined : underwayOf(made, today);
  if (!backups || situation === undefined || underway === undefined) {
    return ok({ ...kept.value, made, situation, outlook: undefined });
  }
  const found = withSwitchDays(situation, made.plan, underway);
  const anew = { ...made, plan: found.plan };
  return ok({ ...kept.value, made: anew, situation, outlook: found.outlook });
}

/** Where the person stands today, towards the plan's goal; undefined where that cannot be said any more. */
async function standingFor(
  context: OperationContext,
  { gaps }: Plan,
  goal: Goal,
): Promise<Situation | undefined> {
  const found = await situationOf(context, {});
  if (!found.ok) return undefined;
  const { catalogue, standing, ladders } = found.value;
  if (rowOf(catalogue, goal.occupationId) < 0) return undefined;
  const { today } = context;
  return { catalogue, standing, ladders, goal, gaps, today };
}

/** The steps of the plan's route without what the person changed. */
function asRouted(situation: Situation, { routes, chosenRouteId }: Plan): readonly Action[] {
  const route = routes.find(({ id }) => id === chosenRouteId);
  const goal = withOwnActions(situation.goal, undefined);
  return route === undefined ? [] : makeActions({ ...situation, goal, route });
}
