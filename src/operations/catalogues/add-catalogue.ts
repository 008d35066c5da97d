// Adds a full public release: reads it, puts it on the shelf whole or not at all, then learns its titles.

import { z } from "zod";
import { fail, ok } from "../../domain/result.ts";
import { OFFICIAL_ADDRESSES } from "../../sources/official-addresses.ts";
import { sourceProblemText } from "../../sources/source-problem.ts";
import { operation } from "../operation.ts";
import { CATALOGUE_KINDS } from "./catalogue-names.ts";
import { countsSchema } from "./list-catalogues.ts";
import {
  type TrainingOutcomeAnswer,
  trainingOutcomeSchema,
  trainingOutcomeText,
} from "./training-schema.ts";

/** Kinds whose titles are learnt; the others bring none. */
const HAS_TITLES: ReadonlySet<string> = new Set(["onet", "esco"]);

/** Rows that are told of one by one. */
const LEFT_OUT_SHOWN = 3;

export const addCatalogue = operation({
  input: z.object({
    kind: z.enum(CATALOGUE_KINDS).meta({ description: "Which catalogue", positional: true }),
    location: z.string().min(1).optional().meta({
      description: "Zip, folder or address; without it the official address",
      positional: true,
    }),
    noTraining: z.boolean().optional().meta({
      description: "Do not learn its titles now",
    }),
  }),
  output: z.object({
    kind: z.enum(CATALOGUE_KINDS),
    release: z.string(),
    /** Whether it took the place of one that was there. */
    replaced: z.boolean(),
    /** Tables that were added before and stay: those it does not have itself. */
    kept: z.array(z.string()),
    counts: countsSchema,
    /** What this release does not have, in plain words. */
    lacks: z.array(z.string()),
    /** Rows that could not be used: how many, and the first of them in plain words; the rest was kept. */
    leftOut: z.object({ count: z.number(), first: z.array(z.string()) }),
    training: trainingOutcomeSchema,
    titles: z.string(),
    attribution: z.array(z.string()),
  }),
  async run(context, input) {
    const { kind } = input;
    const official = OFFICIAL_ADDRESSES.filter((address) => address.kind === kind);
    const location = input.location ?? official.find(({ download }) => download)?.download;
    if (location === undefined) {
      return fail({ code: "catalogue/no-address", kind, pages: official.map(({ page }) => page) });
    }
    const work = await context.catalogueWork();
    const { signal, progress } = context;
    const added = await work.add({ kind, location }, { signal, progress });
    if (!added.ok) return added;
    const training: TrainingOutcomeAnswer =
      input.noTraining !== true
        ? await work.train({ signal, progress })
        : HAS_TITLES.has(kind)
          ? "not-asked"
          : "not-needed";
    const shelf = await context.catalogues();
    const entry = (await shelf.list()).find((one) => one.kind === kind);
    return ok({
      kind,
      release: entry?.release ?? "",
      replaced: added.value.replaced,
      kept: [...added.value.kept],
      counts: [...(entry?.counts ?? [])],
      lacks: [...(entry?.lacks ?? [])],
      leftOut: {
        count: added.value.leftOut.reduce(
          (sum, problem) => sum + (problem.code === "source/more-rows" ? problem.count : 1),
          0,
        ),
        first: added.value.leftOut.slice(0, LEFT_OUT_SHOWN).map(sourceProblemText),
      },
      training,
      titles: trainingOutcomeText(training),
      attribution: [...(entry?.attribution ?? [])],
    });
  },
});
