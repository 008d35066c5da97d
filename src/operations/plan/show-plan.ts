// The plan that was kept last, or an earlier one by its id.

import { z } from "zod";
import { presentStatement } from "../../domain/record/career-statement.ts";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
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
    if (found === undefined) return fail({ code: "plan/unknown", id });
    if (input.id !== undefined) return ok(found);
    // The statement of today stands on the newest plan; an earlier one keeps its own.
    const record = await store.findRecord(personId);
    return ok({ ...found, statement: presentStatement(record?.statements ?? [])?.text });
  },
});
