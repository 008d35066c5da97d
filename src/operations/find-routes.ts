// The sensible ways from here to the goal, and the backups of the one that is recommended.

import { z } from "zod";
import { ok } from "../domain/result.ts";
import { findBackups } from "../domain/routes/find-backups.ts";
import { findRoutes as routesOf } from "../domain/routes/find-routes.ts";
import { operation } from "./operation.ts";
import { backupSchema, routeSchema } from "./plan-schema.ts";
import { goalSchema } from "./record-schema.ts";
import { situationInput, situationOf } from "./situation.ts";

export const findRoutes = operation({
  input: z.object(situationInput),
  output: z.object({
    goal: goalSchema,
    routes: z.array(routeSchema),
    backups: z.array(backupSchema),
  }),
  async run(context, input) {
    const situation = await situationOf(context, input);
    if (!situation.ok) return situation;
    const question = { ...situation.value, today: context.today };
    const routes = routesOf(question);
    const [chosen] = routes;
    const backups = chosen === undefined ? [] : findBackups({ ...question, chosen, routes });
    return ok({ goal: situation.value.goal, routes: [...routes], backups: [...backups] });
  },
});
