// Makes a plan and keeps nothing: the whole walk from a record and a goal to dates and backups.

import { z } from "zod";
import { withSwitchDays } from "../../domain/policy/switch-days.ts";
import { presentStatement } from "../../domain/record/career-statement.ts";
import { fail, ok } from "../../domain/result.ts";
import { makePlan } from "../../domain/schedule/make-plan.ts";
import { operation } from "../operation.ts";
import { situationInput, situationOf } from "../situation.ts";
import { planSchema } from "./plan-schema.ts";

export const plan = operation({
  input: z.object({
    ...situationInput,
    route: z.string().optional().meta({
      description: "Id of the route to plan; without it the recommended one",
    }),
  }),
  output: planSchema,
  async run(context, input) {
    const situation = await situationOf(context, input);
    if (!situation.ok) return situation;
    const made = makePlan({
      ...situation.value,
      today: context.today,
      newId: context.newId,
      routeId: input.route,
    });
    if (input.route !== undefined && made.chosenRouteId !== input.route) {
      return fail({
        code: "route/unknown",
        id: input.route,
        known: made.routes.map((route) => route.id),
      });
    }
    const statement = presentStatement(situation.value.record.statements)?.text;
    const { today } = context;
    const { plan } = withSwitchDays({ ...situation.value, gaps: made.gaps, today }, made);
    return ok(statement === undefined ? plan : { ...plan, statement });
  },
});
