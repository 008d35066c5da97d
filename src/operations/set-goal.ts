// Sets what the person is heading for and within which limits. The former goal is replaced.

import { z } from "zod";
import { rowOf } from "../domain/occupations/catalogue.ts";
import { ok } from "../domain/result.ts";
import { operation } from "./operation.ts";
import { goalSchema } from "./record-schema.ts";
import { resolveGoal } from "./resolve-goal.ts";
import { situationInput } from "./situation.ts";

export const setGoal = operation({
  input: z.object({
    goal: z.string().meta({
      description: "The goal's title or occupation code",
      positional: true,
    }),
    by: situationInput.by,
    hours: situationInput.hours,
    budget: situationInput.budget,
    payFloor: situationInput.payFloor,
    notThese: situationInput.notThese,
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
    await store.saveGoal(personId, resolved.value);
    const row = rowOf(catalogue, resolved.value.occupationId);
    return ok({ goal: resolved.value, goalOccupation: catalogue.titles[row] ?? title });
  },
});
