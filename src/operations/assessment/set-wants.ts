// Keeps how the person would like a dimension to be, on its five anchors: one or several at once, or takes
// it back. Wants can be said without any answers.

import { z } from "zod";
import { DIMENSION_WORDS, DIMENSIONS, type Dimension } from "../../domain/assessment/dimension.ts";
import { withWant } from "../../domain/assessment/sitting.ts";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { dimensionInput, wantInput, withPresentSitting } from "./assessment-shape.ts";

export const setWants = operation({
  input: z.object({
    dimension: dimensionInput.optional().meta({
      description: "Which dimension",
      positional: true,
    }),
    value: wantInput.optional().meta({
      description: "How you want it, 1 (job-like) to 5 (career-like), halves too",
      positional: true,
    }),
    remove: z.boolean().optional().meta({ description: "Take what you wanted of it back" }),
    wants: z
      .partialRecord(dimensionInput, wantInput.nullable())
      .optional()
      .meta({ description: 'Several as JSON: {"commitment": 3.5}; null takes one back' }),
  }),
  output: z.object({
    sentence: z.string(),
    /** What is wanted now in the present sitting. */
    wants: z.array(z.object({ dimension: dimensionInput, value: z.number(), anchor: z.string() })),
  }),
  async run(context, { dimension, value, remove, wants = {} }) {
    const said = new Map<Dimension, number | null>();
    for (const one of DIMENSIONS) {
      const given = wants[one];
      if (given !== undefined) said.set(one, given);
    }
    if (dimension !== undefined && remove === true) said.set(dimension, null);
    else if (dimension !== undefined && value !== undefined) said.set(dimension, value);
    if (said.size === 0) return fail({ code: "assessment/no-want" });
    const [store, personId] = [await context.store(), await context.personId()];
    const record = await store.changeRecord(personId, (before) =>
      withPresentSitting(before, context, (sitting) =>
        [...said].reduce((changed, [one, wanted]) => withWant(changed, one, wanted), sitting),
      ),
    );
    const kept = (record.sittings.at(-1)?.wants ?? []).map((want) => ({
      ...want,
      anchor: anchorOf(want.dimension, want.value),
    }));
    const names = [...said.keys()].map((one) => {
      const wanted = kept.find((want) => want.dimension === one);
      const { name } = DIMENSION_WORDS[one];
      return wanted === undefined
        ? `${name}: taken back.`
        : `${name}: you want it at ${wanted.value} (${wanted.anchor}).`;
    });
    return ok({ sentence: names.join(" "), wants: kept });
  },
});

/** Returns what stands at a place of the slider; between two anchors, both. */
function anchorOf(dimension: Dimension, value: number): string {
  const { anchors } = DIMENSION_WORDS[dimension];
  const [below, above] = [anchors[Math.floor(value) - 1], anchors[Math.ceil(value) - 1]];
  return below === above ? (below ?? "") : `between “${below}” and “${above}”`;
}
