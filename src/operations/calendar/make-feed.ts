// Makes the address at which calendar programs may read the plan, in place of the former one.

import { z } from "zod";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { calendarOptionsSchema } from "./calendar-options.ts";
import { FEED_PATH, hashOfSecret } from "./feed-secret.ts";

export const makeFeed = operation({
  input: calendarOptionsSchema,
  output: z.object({
    /** Behind the address of the app; told this once, since only the secret's hash is kept. */
    path: z.string(),
    /** True when there was an address before, which ended. */
    replaced: z.boolean(),
  }),
  async run(context, options) {
    const [store, personId] = [await context.store(), await context.personId()];
    if ((await store.listPlans(personId)).length === 0) return fail({ code: "plan/none" });
    const secret = context.newSecret();
    const secretHash = await hashOfSecret(secret);
    const replaced = await store.saveFeed(personId, {
      secretHash,
      madeOn: context.today,
      options,
    });
    return ok({ path: `${FEED_PATH}${secret}`, replaced });
  },
});
