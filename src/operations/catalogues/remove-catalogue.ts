// Takes a public catalogue off the shelf, with all that was made from it.

import { z } from "zod";
import { capital } from "../../domain/first-letter.ts";
import { fail, ok } from "../../domain/result.ts";
import type { CatalogueKind } from "../../storage/catalogue-shelf.ts";
import { operation } from "../operation.ts";
import { CATALOGUE_KINDS, CATALOGUE_NAMES } from "./catalogue-names.ts";

export const removeCatalogue = operation({
  input: z.object({
    kind: z.enum(CATALOGUE_KINDS).meta({ description: "Which catalogue", positional: true }),
  }),
  output: z.object({
    removed: z.enum(CATALOGUE_KINDS),
    /** What that changes, in plain words. */
    sentence: z.string(),
  }),
  async run(context, { kind }) {
    const work = await context.catalogueWork();
    const shelf = await context.catalogues();
    if (!(await shelf.remove(kind))) return fail({ code: "catalogue/not-there", kind });
    work.stopTraining(); // What is being learnt is of catalogues that have changed.
    const { state } = await work.trainingState();
    const learnt = state === "untrained" ? ` ${NOT_LEARNT}` : "";
    const sentence = `${capital(CATALOGUE_NAMES[kind])} ${kind === "crosswalks" ? "are" : "is"} removed. ${AFTERWARDS[kind]}${learnt}`;
    return ok({ removed: kind, sentence });
  },
});

/** What is otherwise without it. */
const AFTERWARDS: Readonly<Record<CatalogueKind, string>> = {
  onet: "Occupations and their demands are those of the starter catalogue again.",
  esco: "Its occupations are no longer found.",
  bls: "Pay, people and openings are the starter catalogue's again.",
  crosswalks: "Fields of study are the starter catalogue's again.",
};

const NOT_LEARNT = "Titles are matched by their words until they are learnt again.";
