// The moves from an occupation in two lists that are never mixed: where people go, by how often they do;
// and what we would look at. For somebody settled in it; find-springboards looks from one's own record.

import { z } from "zod";
import { monthsInWords } from "../../domain/length-of-time.ts";
import { plainNameOf, withArticle } from "../../domain/moves/plain-name.ts";
import { rankMoves } from "../../domain/moves/rank-moves.ts";
import { isStepDown, stepDownInWords } from "../../domain/moves/step-down.ts";
import { suggestMoves } from "../../domain/moves/suggest-moves.ts";
import { type Catalogue, isRated, rowOf } from "../../domain/occupations/catalogue.ts";
import { placeInWords } from "../../domain/occupations/place-in-words.ts";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";

const MOST_MOVES = 50;
const USUAL_MOVES = 6;

const moveShape = z.object({
  id: z.string(),
  title: z.string(),
  fit: z.number().meta({ description: "Share of what it demands that is met, 0–1" }),
  likelihood: z.number().meta({ description: "Share of those who leave that go there, 0–1" }),
  preparationMonths: z.number().optional().meta({ description: "Absent when no way is open" }),
  preparationInWords: z.string(),
  payChange: z.number().optional().meta({ description: "Typical yearly pay there less here" }),
  direction: z.enum(["up", "level", "down"]),
  stepDown: z.boolean().meta({ description: "A job zone down, or a tenth less pay" }),
  stepDownInWords: z.string().meta({ description: "In which way; empty where it is none" }),
  licences: z.array(z.string()).meta({ description: "To be earned first" }),
});

export const showMoves = operation({
  input: z.object({
    id: z.string().meta({
      description: "Occupation code, such as 29-1141.00",
      positional: true,
    }),
    limit: z.number().int().min(1).max(MOST_MOVES).default(USUAL_MOVES).meta({
      description: "How many of each at most",
    }),
  }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    currency: z.string(),
    common: z.array(moveShape).meta({ description: "Where people go, most likely first" }),
    commonInWords: z.string(),
    suggested: z
      .array(
        moveShape.extend({
          licenceHours: z.number().optional().meta({
            description: "One's own hours of preparation where a licence comes first",
          }),
          why: z.array(z.string()),
        }),
      )
      .meta({ description: "What we would look at, best first" }),
    suggestedInWords: z.string(),
  }),
  async run(context, { id, limit }) {
    const working = await context.catalogue();
    const row = rowOf(working, /^\d{2}-\d{4}$/.test(id) ? `${id}.00` : id.trim());
    if (row < 0) {
      const esco = await context.esco();
      const escoRow = esco === undefined ? -1 : rowOf(esco, id.trim());
      if (esco === undefined || escoRow < 0) return fail({ code: "occupation/unknown", id });
      return ok(nothingKnown(esco, escoRow));
    }
    if (!isRated(working, row)) return ok(nothingKnown(working, row));
    const occupationId = working.ids[row] ?? "";
    const titleOf = (other: string) => working.titles[rowOf(working, other)] ?? "";
    const suggested = suggestMoves(working, occupationId, { limit });
    return ok({
      id: occupationId,
      title: working.titles[row] ?? "",
      currency: working.currency,
      common: rankMoves(working, occupationId, { limit }).map((move) => ({
        id: move.id,
        title: titleOf(move.id),
        fit: move.fit,
        likelihood: move.likelihood,
        ...known({ preparationMonths: move.preparationMonths, payChange: move.payChange }),
        preparationInWords: preparationInWords(move.preparationMonths),
        direction: move.direction,
        stepDown: isStepDown(working, row, rowOf(working, move.id)),
        stepDownInWords: stepDownInWords(working, row, rowOf(working, move.id)),
        licences: [...move.licences],
      })),
      commonInWords: `Of those who leave work as ${withArticle(plainNameOf(working, row))}, by observed moves in ${placeInWords("US")}. Often is not therefore good: very large occupations take many, and a quarter of moves go down.`,
      suggested: suggested.map((move) => ({
        id: move.id,
        title: titleOf(move.id),
        fit: move.fit,
        likelihood: move.likelihood,
        preparationMonths: move.preparationMonths,
        preparationInWords: preparationInWords(move.preparationMonths),
        ...known({ payChange: move.payChange, licenceHours: move.licenceStage?.hours }),
        direction: move.direction,
        stepDown: move.stepDown,
        stepDownInWords: stepDownInWords(working, row, rowOf(working, move.id)),
        licences: [...(move.licenceStage?.licences ?? [])],
        why: [...move.why],
      })),
      suggestedInWords:
        suggested.length === 0
          ? "Nothing near is within a few years of evenings: what is related asks for long training of its own, or pays far less."
          : "Near work within reach of somebody with three years in it and eight hours a week to learn: rises first, steps down last. A licence is a stage of its own, with its own months.",
    });
  },
});

/** Under this many months nothing has to be prepared. */
const NO_PREPARATION_TO = 0.5;

function preparationInWords(months: number | undefined): string {
  if (months === undefined) return "no way from here";
  return months < NO_PREPARATION_TO ? "nothing" : monthsInWords(months);
}

function nothingKnown(catalogue: Catalogue, row: number) {
  return {
    id: catalogue.ids[row] ?? "",
    title: catalogue.titles[row] ?? "",
    currency: catalogue.currency,
    common: [],
    commonInWords: "Of this occupation no moves are known: it has no ratings to compare by.",
    suggested: [],
    suggestedInWords: "",
  };
}

/** What is known of these; an absent figure is left out. */
function known<Figures extends Record<string, number | undefined>>(figures: Figures) {
  const entries = Object.entries(figures).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Figures]?: number }; // As: only the unknown are left out.
}
