// Every plan that was kept, the newest last, and why each was made.

import { z } from "zod";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";

export const listPlans = operation({
  input: z.object({}),
  output: z.object({
    plans: z.array(
      z.object({
        id: z.string(),
        madeOn: z.string(),
        goalId: z.string(),
        headline: z.string(),
        reason: z
          .string()
          .optional()
          .meta({ description: "What moved against the plan before; none for one made afresh" }),
      }),
    ),
  }),
  async run(context) {
    const [store, personId] = [await context.store(), await context.personId()];
    const plans = [];
    for (const summary of await store.listPlans(personId)) {
      const reason = (await store.findPlan(personId, summary.id))?.replanned?.sentence;
      plans.push({ ...summary, ...(reason === undefined ? {} : { reason }) });
    }
    return ok({ plans });
  },
});
