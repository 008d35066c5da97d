// Removes the record, the goal and every plan of the person, for good.

import { z } from "zod";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";

export const deleteEverything = operation({
  input: z.object({
    confirm: z.literal("delete everything").meta({
      description: 'The words "delete everything"',
    }),
  }),
  output: z.object({ deleted: z.literal(true) }),
  async run(context) {
    const store = await context.store();
    await store.deletePerson(await context.personId());
    return ok({ deleted: true as const });
  },
});
