// What stands between the person and the goal.

import { z } from "zod";
import { findGaps as gapsOf } from "../../domain/gaps/find-gaps.ts";
import { plainNameOf, withArticle } from "../../domain/moves/plain-name.ts";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { gapSchema } from "../plan/plan-schema.ts";
import { goalSchema } from "../record/record-schema.ts";
import { situationInput, situationOf } from "../situation.ts";

export const findGaps = operation({
  input: z.object(situationInput),
  output: z.object({
    goal: goalSchema,
    goalOccupation: z.string(),
    goalInWords: z.string().meta({ description: "One person of it: a registered nurse" }),
    gaps: z.array(gapSchema),
  }),
  async run(context, input) {
    const situation = await situationOf(context, input);
    if (!situation.ok) return situation;
    const { catalogue, standing, goal, ladders } = situation.value;
    const gaps = gapsOf({ catalogue, standing, goal, ladders, today: context.today });
    const row = catalogue.ids.indexOf(goal.occupationId);
    return ok({
      goal,
      goalOccupation: catalogue.titles[row] ?? goal.title,
      goalInWords: withArticle(plainNameOf(catalogue, row)),
      gaps: [...gaps],
    });
  },
});
