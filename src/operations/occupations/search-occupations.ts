// Occupations whose names are near what is typed so far, best first: slips, parts of words, plurals,
// abbreviations and British words are forgiven.

import { z } from "zod";
import { countedWithin } from "../../domain/occupations/counted-within.ts";
import { figuresOf } from "../../domain/occupations/occupation-figures.ts";
import { medianInWords, schoolingInWords } from "../../domain/occupations/occupation-in-words.ts";
import { placeInWords } from "../../domain/occupations/place-in-words.ts";
import { searchTitles } from "../../domain/occupations/search-titles.ts";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { SEARCHED, type SearchedName, searchedCatalogue } from "./searched-catalogues.ts";

const MOST_RESULTS = 50;

const occupation = z.object({
  id: z.string(),
  title: z.string(),
  /** The name that matched; the title itself or another one. */
  label: z.string(),
  description: z.string(),
  catalogue: z.enum(SEARCHED),
  /** How near, 0–1; to order by, not a chance. */
  score: z.number(),
  payMedian: z.number().optional().meta({ description: "A year, in the currency" }),
  payInWords: z.string().meta({ description: "With its time, as it is published; may be empty" }),
  countedWithin: z.string().optional().meta({
    description:
      "The wider occupation whose pay this is, where the statistics count this one within it",
  }),
  currency: z.string(),
  place: z.string().meta({ description: "Country that pay and education are of" }),
  placeInWords: z.string(),
  education: z
    .string()
    .optional()
    .meta({ description: "Which schooling it takes, and who says so" }),
});

export const searchOccupations = operation({
  input: z.object({
    query: z.string().meta({ description: "Any part of a title", positional: true }),
    limit: z.number().int().min(1).max(MOST_RESULTS).default(10).meta({
      description: "How many at most",
    }),
    catalogue: z
      .enum([...SEARCHED, "all"])
      .default("working")
      .meta({
        description: "Where to look: what plans are made with, the European list (ESCO), or both",
      }),
  }),
  output: z.object({
    occupations: z.array(occupation),
    searched: z.array(z.enum(SEARCHED)).meta({ description: "The lists that were looked through" }),
  }),
  async run(context, { query, limit, catalogue: where }) {
    const found: z.output<typeof occupation>[] = [];
    const searched: SearchedName[] = [];
    for (const name of SEARCHED) {
      if (where !== "all" && where !== name) continue;
      const world = await searchedCatalogue(context, name);
      if (world === undefined) continue;
      const { catalogue } = world;
      searched.push(name);
      for (const { row, label, score } of searchTitles(world, query, { limit })) {
        const figures = figuresOf(catalogue, row);
        const whole = name === "working" ? countedWithin(catalogue, row) : undefined;
        const education = schoolingInWords(catalogue, row, figures);
        found.push({
          id: catalogue.ids[row] ?? "",
          title: catalogue.titles[row] ?? label,
          label,
          description: catalogue.descriptions[row] ?? "",
          catalogue: name,
          score,
          ...(figures.pay?.median === undefined ? {} : { payMedian: figures.pay.median }),
          payInWords: medianInWords(figures.pay, catalogue),
          ...(whole === undefined
            ? {}
            : { countedWithin: whole.title || `a wider group (${whole.id})` }),
          currency: catalogue.currency,
          place: catalogue.place,
          placeInWords: placeInWords(catalogue.place),
          ...(education === "" ? {} : { education }),
        });
      }
    }
    // The sort is stable: of two equally near the one that plans are made with comes first.
    const occupations = found.sort((a, b) => b.score - a.score).slice(0, limit);
    return ok({ occupations, searched });
  },
});
