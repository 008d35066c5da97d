// Makes the stored record's plan and keeps it. Plans are never overwritten: each one is history.

import { z } from "zod";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { plan } from "./plan.ts";
import { planSchema } from "./plan-schema.ts";

export const keepPlan = operation({
  input: z.object({
    route: z.string().optional().meta({
      description: "Id of the route to plan; without it the recommended one",
    }),
  }),
  output: planSchema,
  async run(context, input) {
    const made = await plan.run(context, input);
    if (!made.ok) return made;
    const store = await context.store();
    await store.savePlan(await context.personId(), made.value);
    return ok(made.value);
  },
});
