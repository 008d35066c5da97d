// The plan that was kept last, or an earlier one by its id.

import { z } from "zod";
import { fail, ok } from "../domain/result.ts";
import { operation } from "./operation.ts";
import { planSchema } from "./plan-schema.ts";

export const showPlan = operation({
  input: z.object({
    id: z.string().optional().meta({
      description: "Id of a kept plan; without it the last one",
      positional: true,
    }),
  }),
  output: planSchema,
  async run(context, input) {
    const [store, personId] = [await context.store(), await context.personId()];
    const id = input.id ?? (await store.listPlans(personId)).at(-1)?.id;
    if (id === undefined) return fail({ code: "plan/none" });
    const found = await store.findPlan(personId, id);
    return found === undefined ? fail({ code: "plan/unknown", id }) : ok(found);
  },
});
