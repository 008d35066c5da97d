// Keeps the person's word on which horizons something belongs to, or lets the rule say it again.

import { z } from "zod";
import { HORIZONS } from "../../domain/horizons/horizon.ts";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { horizonWordSchema } from "../record/record-schema.ts";

/** The word that empties a list on the command line. */
const NONE = "none";

export const setHorizons = operation({
  input: z.object({
    subject: z.string().trim().min(1).meta({
      description: "What it is about: a subject of show-horizons",
      positional: true,
    }),
    horizons: z.array(z.enum([...HORIZONS, NONE])).meta({
      description: "One or more; none lets the rule say it again",
    }),
  }),
  output: z.object({
    words: z.array(horizonWordSchema).meta({ description: "All your words on horizons" }),
  }),
  async run(context, { subject, horizons: said }) {
    const [store, personId] = [await context.store(), await context.personId()];
    const horizons = HORIZONS.filter((horizon) => said.includes(horizon));
    const record = await store.changeRecord(personId, (before) => {
      const others = before.horizonWords.filter((word) => word.subject !== subject);
      return {
        ...before,
        horizonWords: horizons.length === 0 ? others : [...others, { subject, horizons }],
      };
    });
    return ok({ words: [...record.horizonWords] });
  },
});
