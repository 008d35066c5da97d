// Takes a public catalogue off the shelf, with all that was made from it.

import { z } from "zod";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { CATALOGUE_KINDS } from "./catalogue-names.ts";

export const removeCatalogue = operation({
  input: z.object({
    kind: z.enum(CATALOGUE_KINDS).meta({ description: "Which catalogue", positional: true }),
  }),
  output: z.object({ removed: z.enum(CATALOGUE_KINDS) }),
  async run(context, { kind }) {
    const work = await context.catalogueWork();
    const shelf = await context.catalogues();
    if (!(await shelf.remove(kind))) return fail({ code: "catalogue/not-there", kind });
    work.stopTraining(); // What is being learnt is of catalogues that have changed.
    return ok({ removed: kind });
  },
});
