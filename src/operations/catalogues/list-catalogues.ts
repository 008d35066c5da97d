// The public catalogues: what was added, what can be, and how far the learning of their titles is.

import { z } from "zod";
import { ok } from "../../domain/result.ts";
import { OFFICIAL_ADDRESSES } from "../../sources/official-addresses.ts";
import { operation } from "../operation.ts";
import { CATALOGUE_GAINS, CATALOGUE_KINDS, CATALOGUE_NAMES } from "./catalogue-names.ts";
import { trainingStateSchema } from "./training-schema.ts";

/** How many of what, in the order in which they are shown. */
export const countsSchema = z.array(z.object({ name: z.string(), count: z.number() }));

export const listCatalogues = operation({
  input: z.object({}),
  output: z.object({
    /** What plans are made from at present. */
    working: z.object({
      release: z.string(),
      occupations: z.number(),
      /** What the licences of all that they are made from ask to be shown. */
      attribution: z.array(z.string()),
    }),
    added: z.array(
      z.object({
        kind: z.enum(CATALOGUE_KINDS),
        name: z.string(),
        release: z.string(),
        source: z.string(),
        addedAt: z.string(),
        bytes: z.number(),
        sha256: z.string(),
        /** Where its other tables are from, where it was added in parts. */
        alsoFrom: z.array(
          z.object({
            source: z.string(),
            sha256: z.string(),
            bytes: z.number(),
            addedAt: z.string(),
          }),
        ),
        counts: countsSchema,
        lacks: z.array(z.string()),
        attribution: z.array(z.string()),
      }),
    ),
    /** All that can be added, and where each is published. */
    kinds: z.array(
      z.object({
        kind: z.enum(CATALOGUE_KINDS),
        name: z.string(),
        gain: z.string(),
        official: z.array(
          z.object({
            name: z.string(),
            page: z.string(),
            how: z.string(),
            /** What add-catalogue fetches by itself; absent where a person must get it on the page. */
            download: z.string().optional(),
          }),
        ),
      }),
    ),
    training: trainingStateSchema,
  }),
  async run(context) {
    const shelf = await context.catalogues();
    const added = await shelf.list();
    const { release, ids, attribution } = await context.catalogue();
    const training = await (await context.catalogueWork()).trainingState();
    return ok({
      working: { release, occupations: ids.length, attribution: [...attribution] },
      added: added.map(({ contentHash: _content, ...entry }) => ({
        ...entry,
        name: CATALOGUE_NAMES[entry.kind],
        counts: [...entry.counts],
        lacks: [...entry.lacks],
        alsoFrom: (entry.alsoFrom ?? []).map((origin) => ({ ...origin })),
        attribution: [...entry.attribution],
      })),
      kinds: CATALOGUE_KINDS.map((kind) => ({
        kind,
        name: CATALOGUE_NAMES[kind],
        gain: CATALOGUE_GAINS[kind],
        official: OFFICIAL_ADDRESSES.filter((address) => address.kind === kind).map(
          ({ name, page, how, download }) => ({
            ...{ name, page, how },
            ...(download === undefined ? {} : { download }),
          }),
        ),
      })),
      training:
        training.state === "training"
          ? {
              state: training.state,
              label: training.label,
              share: training.share,
              ...(training.secondsLeft === undefined ? {} : { secondsLeft: training.secondsLeft }),
            }
          : { state: training.state },
    });
  },
});
