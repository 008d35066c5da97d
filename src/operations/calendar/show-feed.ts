// Whether there is a feed, since when and of what; never its address, which is kept nowhere.

import { z } from "zod";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { calendarOptionsSchema } from "./calendar-options.ts";

export const showFeed = operation({
  input: z.object({}),
  output: z.object({
    /** Left out where there is none. */
    feed: z.object({ madeOn: z.string(), ...calendarOptionsSchema.shape }).optional(),
  }),
  async run(context) {
    const feed = await (await context.store()).findFeed(await context.personId());
    if (feed === undefined) return ok({});
    const { madeOn, options } = feed;
    return ok({ feed: { madeOn, ...options, parts: [...options.parts] } });
  },
});
