// Keeps the person's own value for a hazard, or lets the usual one stand again. It is kept with the goal.

import { z } from "zod";
import { chanceBounds, withHazard } from "../../domain/record/goal-answers.ts";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { goalSchema } from "../record/record-schema.ts";
import { hazardShape, showBackups } from "./show-backups.ts";

export const setHazard = operation({
  input: z.object({
    id: z.string().meta({
      description: "Id of the hazard (show-backups), such as exam:nclex-rn",
      positional: true,
    }),
    chance: z.number().optional().meta({
      description:
        "Its chance from 0 to 1, counted as show-backups counts it; without it the usual one",
      positional: true,
    }),
  }),
  output: z.object({
    /** What is so now. */
    sentence: z.string(),
    hazard: hazardShape,
    chanceBefore: z.number(),
    chanceAfter: z.number(),
    goal: goalSchema,
  }),
  async run(context, { id, chance }) {
    const store = await context.store();
    const personId = await context.personId();
    const goal = (await store.listGoals(personId)).at(-1);
    if (goal === undefined) return fail({ code: "goal/none" });
    if (chance !== undefined && !(chance >= chanceBounds.least && chance <= chanceBounds.most)) {
      return fail({ code: "hazard/out-of-range", chance });
    }
    const before = await showBackups.run(context, {});
    if (!before.ok) return before;
    const known = before.value.hazards.map((hazard) => hazard.id);
    if (!known.includes(id)) return fail({ code: "hazard/unknown", id, known });
    const next = withHazard(goal, id, chance);
    await store.saveGoal(personId, next);
    const after = await showBackups.run(context, {});
    if (!after.ok) return after;
    const hazard = after.value.hazards.find((one) => one.id === id);
    if (hazard === undefined) return fail({ code: "hazard/unknown", id, known });
    return ok({
      sentence: after.value.headline,
      hazard,
      chanceBefore: before.value.withBackups.chance,
      chanceAfter: after.value.withBackups.chance,
      goal: next,
    });
  },
});
