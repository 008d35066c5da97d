// Keeps a route in sight, so that it can be compared also when it is no longer among those shown; or
// lets go of it.

import { z } from "zod";
import { choiceOf, MOST_PINNED, withChoice } from "../domain/record/goal-answers.ts";
import { fail, ok } from "../domain/result.ts";
import { operation } from "./operation.ts";
import { goalSchema } from "./record-schema.ts";
import { knownRoute, storedSituationOf, waysOf } from "./route-answers.ts";

export const pinRoute = operation({
  input: z.object({
    route: z.string().meta({ description: "Id of the route (find-routes)", positional: true }),
    remove: z.boolean().optional().meta({ description: "Let go of it" }),
  }),
  output: z.object({ pinned: z.array(z.string()), goal: goalSchema }),
  async run(context, input) {
    const found = await storedSituationOf(context);
    if (!found.ok) return found;
    const { goal } = found.value;
    const choice = choiceOf(goal);
    const others = choice.pinnedIds.filter((id) => id !== input.route);
    const isPinned = others.length < choice.pinnedIds.length;
    if (input.remove !== true && !isPinned) {
      const route = knownRoute(waysOf(context, found.value), input.route);
      if (!route.ok) return route;
      if (others.length >= MOST_PINNED)
        return fail({ code: "choice/too-many-pins", most: MOST_PINNED });
    }
    const pinnedIds = input.remove === true ? others : [...others, input.route];
    const next = withChoice(goal, { ...choice, pinnedIds });
    const store = await context.store();
    await store.saveGoal(await context.personId(), next);
    return ok({ pinned: pinnedIds, goal: next });
  },
});
