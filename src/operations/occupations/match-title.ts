// Which occupations a job title may mean, and how sure that is.

import { z } from "zod";
import { rowOf } from "../../domain/occupations/catalogue.ts";
import { ok } from "../../domain/result.ts";
import { matchTitle as matchOf } from "../../domain/titles/match-title.ts";
import { operation } from "../operation.ts";
import { titleMatchSchema } from "../plan/plan-schema.ts";

export const matchTitle = operation({
  input: z.object({
    title: z.string().meta({ description: "A title as people write it", positional: true }),
  }),
  output: titleMatchSchema,
  async run(context, input) {
    const [catalogue, titles] = [await context.catalogue(), await context.titles()];
    return ok(
      matchOf(titles, input.title, {
        names: (id) => catalogue.titles[rowOf(catalogue, id)] ?? id,
      }),
    );
  },
});
