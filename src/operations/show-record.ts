// The stored record, with what each position is taken for, and the goal.

import { z } from "zod";
import { plainNameOf, withArticle } from "../domain/moves/plain-name.ts";
import { fail, ok } from "../domain/result.ts";
import { matchPositions } from "./match-positions.ts";
import { operation } from "./operation.ts";
import { positionMatchSchema } from "./plan-schema.ts";
import { careerRecordSchema, goalSchema } from "./record-schema.ts";

export const showRecord = operation({
  input: z.object({}),
  output: z.object({
    record: careerRecordSchema,
    positions: z.array(positionMatchSchema),
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
      ...(goal === undefined ? {} : { goal }),
      ...(goalOccupation === undefined
        ? {}
        : { goalOccupation, goalInWords: withArticle(plainNameOf(catalogue, row)) }),
      today: context.today,
    });
  },
});
