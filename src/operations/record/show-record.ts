// The stored record, with what each position is taken for, and the goal.

import { z } from "zod";
import { headroomOf } from "../../domain/gaps/headroom.ts";
import { plainNameOf, withArticle } from "../../domain/moves/plain-name.ts";
import { type Catalogue, rowOf } from "../../domain/occupations/catalogue.ts";
import type { CareerRecord } from "../../domain/record/career-record.ts";
import type { LadderRung } from "../../domain/record/organisation-ladder.ts";
import { placesWithWayUp } from "../../domain/record/placed-ladders.ts";
import { fail, ok } from "../../domain/result.ts";
import type { TitleIndex } from "../../domain/titles/title-index.ts";
import { operation } from "../operation.ts";
import { positionMatchSchema } from "../plan/plan-schema.ts";
import { matchLadders, matchRung } from "./match-ladders.ts";
import { matchPositions } from "./match-positions.ts";
import { careerRecordSchema, goalSchema } from "./record-schema.ts";

const rungRead = z.object({
  title: z.string(),
  occupationId: z.string().optional(),
  occupation: z.string().optional(),
  chance: z.number().optional().meta({ description: "That one is theirs within two years" }),
  isRedFlag: z.boolean(),
  inWords: z.string().meta({ description: "The chance and what it rests on; may be empty" }),
});

const wayUp = z.object({
  organisation: z.string(),
  held: z.string().meta({ description: "The title held there; may be empty" }),
  ladderId: z.string().optional().meta({ description: "None until it is described" }),
  heldRung: z.number().optional().meta({
    description: "Place of the rung held now, from 0; none when no position is held there",
  }),
  rungs: z.array(rungRead),
});

export const showRecord = operation({
  input: z.object({}),
  output: z.object({
    record: careerRecordSchema,
    positions: z.array(positionMatchSchema),
    waysUp: z.array(wayUp).meta({
      description: "The organisations of today, with what the ladder described there comes to",
    }),
    currency: z.string().meta({ description: "Of the catalogue's figures" }),
    goal: goalSchema.optional(),
    goalOccupation: z.string().optional(),
    goalInWords: z
      .string()
      .optional()
      .meta({ description: "One person of it: a registered nurse" }),
    today: z.string(),
  }),
  async run(context) {
    const [store, personId] = [await context.store(), await context.personId()];
    const record = await store.findRecord(personId);
    if (record === undefined) return fail({ code: "record/none" });
    const [catalogue, titles] = [await context.catalogue(), await context.titles()];
    const goal = (await store.listGoals(personId)).at(-1);
    const positions = matchPositions(record, { catalogue, titles, today: context.today });
    const row = goal === undefined ? -1 : catalogue.ids.indexOf(goal.occupationId);
    const goalOccupation = catalogue.titles[row];
    return ok({
      record,
      positions: [...positions],
      currency: catalogue.currency,
      waysUp: readWaysUp(record, { catalogue, titles, today: context.today }),
      ...(goal === undefined ? {} : { goal }),
      ...(goalOccupation === undefined
        ? {}
        : { goalOccupation, goalInWords: withArticle(plainNameOf(catalogue, row)) }),
      today: context.today,
    });
  },
});

function readWaysUp(
  record: CareerRecord,
  world: Parameters<typeof matchLadders>[1],
): z.output<typeof wayUp>[] {
  const placed = new Map(matchLadders(record, world).map((one) => [one.id, one]));
  return placesWithWayUp(record, world.today).map(({ organisation, held, ladder }) => {
    if (ladder === undefined) return { organisation, held, rungs: [] };
    const heldRung = placed.get(ladder.id)?.heldRung;
    return {
      organisation,
      held,
      ladderId: ladder.id,
      ...(heldRung === undefined ? {} : { heldRung }),
      rungs: ladder.rungs.map((rung, place) => readRung(rung, place > (heldRung ?? 0), world)),
    };
  });
}

/** A rung that is held or stood below says nothing of chances. */
function readRung(
  rung: LadderRung,
  isAbove: boolean,
  world: { readonly catalogue: Catalogue; readonly titles: TitleIndex },
): z.output<typeof rungRead> {
  const { occupationId } = matchRung(rung, world);
  const { catalogue } = world;
  const known =
    occupationId === undefined
      ? {}
      : { occupationId, occupation: catalogue.titles[rowOf(catalogue, occupationId)] ?? "" };
  if (!isAbove) return { title: rung.title, ...known, isRedFlag: false, inWords: "" };
  const { chance, isRedFlag, inWords } = headroomOf(rung);
  return { title: rung.title, ...known, chance, isRedFlag, inWords };
}
