// Takes a step of the person's own out of the plan, or takes back what was changed about one of
// Throughline's. The plan follows when it is made the next time.

import { z } from "zod";
import { withOwnActions } from "../../domain/record/goal-answers.ts";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { goalSchema } from "../record/record-schema.ts";

export const removeAction = operation({
  input: z.object({
    id: z.string().meta({ description: "Id of the step (show-plan)", positional: true }),
  }),
  output: z.object({ removed: z.string(), goal: goalSchema }),
  async run(context, { id }) {
    const [store, personId] = [await context.store(), await context.personId()];
    const goal = (await store.listGoals(personId)).at(-1);
    if (goal === undefined) return fail({ code: "goal/none" });
    const known = (goal.ownActions ?? []).map((own) => own.id);
    if (!known.includes(id)) return fail({ code: "action/unknown", text: id, known });
    const left = (goal.ownActions ?? []).filter((own) => own.id !== id);
    const next = withOwnActions(goal, left);
    await store.saveGoal(personId, next);
    return ok({ removed: id, goal: next });
  },
});
