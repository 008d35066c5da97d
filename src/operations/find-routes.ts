// The sensible ways from here to the goal, the backups of the one that is chosen or recommended, and
// what the person answered to them.

import { z } from "zod";
import { plainNameOf, withArticle } from "../domain/moves/plain-name.ts";
import { rowOf } from "../domain/occupations/catalogue.ts";
import { ok } from "../domain/result.ts";
import { operation } from "./operation.ts";
import { backupSchema, routeSchema } from "./plan-schema.ts";
import { goalSchema } from "./record-schema.ts";
import {
  missingRoutesOf,
  namesIn,
  refusalShape,
  refusalsInWords,
  waysOf,
} from "./route-answers.ts";
import { situationInput, situationOf } from "./situation.ts";

export const findRoutes = operation({
  input: z.object(situationInput),
  output: z.object({
    goal: goalSchema,
    goalInWords: z.string().meta({ description: "One person of it: a registered nurse" }),
    present: z.string().optional().meta({ description: "What the person works as now" }),
    currency: z.string(),
    routes: z.array(routeSchema),
    backups: z.array(backupSchema),
    missing: z
      .array(z.object({ id: z.string(), route: routeSchema.optional(), why: z.string() }))
      .meta({ description: "What was chosen or pinned and is not among the routes, and why" }),
    refusals: z.array(refusalShape).meta({ description: "The stages answered with no" }),
    names: z
      .record(z.string(), z.string())
      .meta({ description: "Names by subject: occupation:CODE and credential:ID" }),
  }),
  async run(context, input) {
    const situation = await situationOf(context, input);
    if (!situation.ok) return situation;
    const { catalogue, standing, goal } = situation.value;
    const ways = waysOf(context, situation.value);
    const missing = missingRoutesOf(context, situation.value, ways);
    const [present] = standing.presentRows;
    const everything = [
      ...ways.routes,
      ...ways.backups.map(({ route }) => route),
      ...missing.flatMap(({ route }) => (route === undefined ? [] : [route])),
    ];
    return ok({
      goal,
      goalInWords: withArticle(plainNameOf(catalogue, rowOf(catalogue, goal.occupationId))),
      ...(present === undefined ? {} : { present: plainNameOf(catalogue, present) }),
      currency: catalogue.currency,
      routes: [...ways.routes],
      backups: [...ways.backups],
      missing: missing.map(({ id, route, why }) => ({
        id,
        ...(route === undefined ? {} : { route }),
        why,
      })),
      refusals: refusalsInWords(catalogue, goal),
      names: namesIn(catalogue, everything),
    });
  },
});
