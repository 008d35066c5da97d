// Sets what the person is heading for and within which limits. The former goal is replaced; what was
// answered to its routes stays where the occupation is the same.

import { z } from "zod";
import { rowOf } from "../../domain/occupations/catalogue.ts";
import { withFormerAnswers } from "../../domain/record/goal-answers.ts";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { situationInput } from "../situation.ts";
import { goalSchema } from "./record-schema.ts";
import { resolveGoal } from "./resolve-goal.ts";

export const setGoal = operation({
  input: z.object({
    goal: z.string().meta({
      description: "The goal's title or occupation code",
      positional: true,
    }),
    by: situationInput.by,
    hours: situationInput.hours,
    weeks: situationInput.weeks,
    budget: situationInput.budget,
    payFloor: situationInput.payFloor,
    notThese: situationInput.notThese,
    savings: situationInput.savings,
    savingsFloor: situationInput.savingsFloor,
    savedPerMonth: situationInput.savedPerMonth,
    why: z.string().optional().meta({ description: "Why, in the person's own words" }),
  }),
  output: z.object({ goal: goalSchema, goalOccupation: z.string() }),
  async run(context, input) {
    const [catalogue, titles] = [await context.catalogue(), await context.titles()];
    const { goal: title, ...limits } = input;
    const [store, personId] = [await context.store(), await context.personId()];
    const former = (await store.listGoals(personId)).at(-1);
    const id = former?.id ?? context.newId();
    const resolved = resolveGoal(
      { title, ...limits },
      { catalogue, titles, today: context.today, id },
    );
    if (!resolved.ok) return resolved;
    const goal = withFormerAnswers(resolved.value, former);
    await store.saveGoal(personId, goal);
    const row = rowOf(catalogue, goal.occupationId);
    return ok({ goal, goalOccupation: catalogue.titles[row] ?? title });
  },
});
