// Ends the address at which calendar programs read the plan.

import { z } from "zod";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";

export const revokeFeed = operation({
  input: z.object({}),
  output: z.object({ revoked: z.literal(true) }),
  async run(context) {
    const revoked = await (await context.store()).deleteFeed(await context.personId());
    return revoked ? ok({ revoked: true as const }) : fail({ code: "feed/none" });
  },
});
