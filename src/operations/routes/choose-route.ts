// Keeps which route is the plan's and which one or two to fall back on, or takes the choice back. What is
// not said stays as it was. The plan follows when it is made the next time.

import { z } from "zod";
import type { RouteChoice } from "../../domain/record/goal.ts";
import { choiceOf, MOST_CHOSEN_BACKUPS, withChoice } from "../../domain/record/goal-answers.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import type { Problem } from "../problem-text.ts";
import { goalSchema } from "../record/record-schema.ts";
import { everyRouteOf, type FoundWays, storedSituationOf, waysOf } from "./route-answers.ts";

const chooseRouteInput = z.object({
  route: z.string().optional().meta({
    description: "Id of the route to plan with (find-routes)",
    positional: true,
  }),
  backups: z.array(z.string()).optional().meta({
    description:
      "Ids of at most two routes to fall back on, the first one first; an empty list takes them back",
  }),
  undo: z.boolean().optional().meta({
    description: "Take the choice back, so that Throughline's own stands again",
  }),
});

export const chooseRoute = operation({
  input: chooseRouteInput,
  output: z.object({
    /** What is so now. */
    sentence: z.string(),
    route: z.string().optional().meta({ description: "Id of the route chosen for the plan" }),
    backups: z.array(z.string()),
    goal: goalSchema,
  }),
  async run(context, input) {
    const found = await storedSituationOf(context);
    if (!found.ok) return found;
    const { goal } = found.value;
    const ways = waysOf(context, found.value);
    const choice = choiceFrom(input, choiceOf(goal), ways);
    if (!choice.ok) return choice;
    const next = withChoice(goal, choice.value);
    const store = await context.store();
    await store.saveGoal(await context.personId(), next);
    const { routeId, backupIds } = choice.value;
    return ok({
      sentence: choiceInWords(choice.value, ways),
      ...(routeId === undefined ? {} : { route: routeId }),
      backups: [...backupIds],
      goal: next,
    });
  },
});

function choiceFrom(
  said: z.output<typeof chooseRouteInput>,
  former: RouteChoice,
  ways: FoundWays,
): Result<RouteChoice, Problem> {
  const { route, backups, undo } = said;
  const { pinnedIds } = former;
  if (undo === true && (route !== undefined || backups !== undefined)) {
    return fail({ code: "choice/undo-and-more" });
  }
  if (undo === true) return ok({ backupIds: [], pinnedIds });
  if (route === undefined && backups === undefined) return fail({ code: "choice/nothing-said" });
  if (backups !== undefined && backups.length > MOST_CHOSEN_BACKUPS) {
    return fail({ code: "choice/too-many-backups", most: MOST_CHOSEN_BACKUPS });
  }
  const known = everyRouteOf(ways).map(({ id }) => id);
  // A backup kept from before may be gone by now; only what is said anew must be there.
  const gone = backups?.find((id) => !former.backupIds.includes(id) && !known.includes(id));
  if (gone !== undefined) return fail({ code: "route/gone", id: gone, known });
  if (route !== undefined && !ways.routes.some(({ id }) => id === route)) {
    return fail({ code: "route/gone", id: route, known: ways.routes.map(({ id }) => id) });
  }
  const routeId = route ?? former.routeId;
  if (backups?.some((id) => id === routeId) === true) {
    return fail({ code: "choice/backup-is-plan", id: routeId ?? "" });
  }
  return ok({
    ...(routeId === undefined ? {} : { routeId }),
    backupIds: (backups ?? former.backupIds).filter(
      (id, i, all) => id !== routeId && all.indexOf(id) === i,
    ),
    pinnedIds,
  });
}

function choiceInWords({ routeId, backupIds }: RouteChoice, ways: FoundWays): string {
  const nameOf = (id: string): string =>
    everyRouteOf(ways).find((route) => route.id === id)?.name ?? id;
  const plan =
    routeId === undefined
      ? "The plan takes the way that Throughline would take first."
      : `The plan takes this way: ${nameOf(routeId)}.`;
  return backupIds.length === 0
    ? `${plan} Its backups are Throughline's own.`
    : `${plan} To fall back on: ${backupIds.map(nameOf).join("; then ")}.`;
}
