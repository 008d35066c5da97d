// Every plan that was kept, the newest last.

import { z } from "zod";
import { ok } from "../domain/result.ts";
import { operation } from "./operation.ts";

export const listPlans = operation({
  input: z.object({}),
  output: z.object({
    plans: z.array(
      z.object({ id: z.string(), madeOn: z.string(), goalId: z.string(), headline: z.string() }),
    ),
  }),
  async run(context) {
    const plans = await (await context.store()).listPlans(await context.personId());
    return ok({ plans: [...plans] });
  },
});
