// Stops the learning of titles; they are matched by their words as before.

import { z } from "zod";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";

export const stopTraining = operation({
  input: z.object({}),
  output: z.object({
    /** False where nothing was under way. */
    stopped: z.boolean(),
  }),
  async run(context) {
    return ok({ stopped: (await context.catalogueWork()).stopTraining() });
  },
});
