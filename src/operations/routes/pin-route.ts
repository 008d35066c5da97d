// Keeps a route in sight, so that it can be compared also when it is no longer among those shown; or
// lets go of it.

import { z } from "zod";
import { choiceOf, MOST_PINNED, withChoice } from "../../domain/record/goal-answers.ts";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { goalSchema } from "../record/record-schema.ts";
import { knownRoute, storedSituationOf, waysOf } from "./route-answers.ts";

export const pinRoute = operation({
  input: z.object({
    route: z.string().meta({ description: "Id of the route (find-routes)", positional: true }),
    remove: z.boolean().optional().meta({ description: "Let go of it" }),
  }),
  output: z.object({
    /** What is so now. */
    sentence: z.string(),
    pinned: z.array(z.string()),
    goal: goalSchema,
  }),
  async run(context, input) {
    const found = await storedSituationOf(context);
    if (!found.ok) return found;
    const { goal } = found.value;
    const choice = choiceOf(goal);
    const ways = waysOf(context, found.value);
    const route = knownRoute(ways, input.route);
    const others = choice.pinnedIds.filter((id) => id !== input.route);
    const isPinned = others.length < choice.pinnedIds.length;
    // What was pinned may be gone by now; only what is pinned anew, or never was, must be there.
    if (!isPinned && !route.ok) return route;
    if (input.remove !== true && !isPinned && others.length >= MOST_PINNED) {
      return fail({ code: "choice/too-many-pins", most: MOST_PINNED });
    }
    const pinnedIds = input.remove === true ? others : [...others, input.route];
    const next = withChoice(goal, { ...choice, pinnedIds });
    const store = await context.store();
    await store.saveGoal(await context.personId(), next);
    const name = route.ok ? route.value.name : input.route;
    const said =
      input.remove !== true
        ? `Pinned: ${name}. It stays among the ways to compare, whatever you say no to.`
        : isPinned
          ? `No longer pinned: ${name}.`
          : `It was not pinned: ${name}.`;
    return ok({ sentence: said, pinned: pinnedIds, goal: next });
  },
});
