// Where the person lives, so that no figure from elsewhere is shown as if it were from there.

import { z } from "zod";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { parseCountry } from "./country.ts";

export const setCountry = operation({
  input: z.object({
    country: z.string().meta({ description: "ISO code, such as US or GB", positional: true }),
  }),
  output: z.object({ country: z.string() }),
  async run(context, input) {
    const parsed = parseCountry(input.country);
    if (!parsed.ok) return parsed;
    const country = parsed.value;
    const [store, personId] = [await context.store(), await context.personId()];
    await store.changeRecord(personId, (record) => ({ ...record, country }));
    return ok({ country });
  },
});
