// Occupations whose titles or other names are near what was typed, best first.

import { z } from "zod";
import { rowOf } from "../domain/occupations/catalogue.ts";
import { ok } from "../domain/result.ts";
import { rankTitles } from "../domain/titles/title-index.ts";
import { operation } from "./operation.ts";

const MOST_RESULTS = 50;

export const searchOccupations = operation({
  input: z.object({
    query: z.string().meta({ description: "Any part of a title", positional: true }),
    limit: z.number().int().min(1).max(MOST_RESULTS).default(10).meta({
      description: "How many at most",
    }),
  }),
  output: z.object({
    occupations: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        description: z.string(),
        /** The catalogue's label that matched. */
        label: z.string(),
        confidence: z.number(),
      }),
    ),
  }),
  async run(context, input) {
    const [catalogue, titles] = [await context.catalogue(), await context.titles()];
    const ranked = rankTitles(titles, input.query, { limit: input.limit });
    return ok({
      occupations: ranked.map((entry) => {
        const row = rowOf(catalogue, entry.id);
        return {
          id: entry.id,
          title: catalogue.titles[row] ?? entry.label,
          description: catalogue.descriptions[row] ?? "",
          label: entry.label,
          confidence: entry.confidence,
        };
      }),
    });
  },
});
