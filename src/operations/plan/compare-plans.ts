// Two kept plans side by side: what the later one has otherwise, and what that does to the goal.

import { z } from "zod";
import { comparePlans as compare } from "../../domain/replanning/compare-plans.ts";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";

const side = z.object({ id: z.string(), madeOn: z.string(), headline: z.string() });
const amounts = z.object({ from: z.number(), to: z.number() });

export const comparePlans = operation({
  input: z.object({
    one: z.string().optional().meta({
      description: "Id of a kept plan (list-plans); the last but one when left out",
      positional: true,
    }),
    other: z.string().optional().meta({
      description: "Id of another; the last one when left out",
      positional: true,
    }),
  }),
  output: z.object({
    sentence: z.string(),
    one: side,
    other: side,
    actions: z.array(
      z.object({
        actionId: z.string(),
        title: z.string(),
        from: z.string().optional(),
        to: z.string().optional(),
      }),
    ),
    hours: amounts,
    money: amounts,
    currency: z.string().meta({ description: "That of the money, the later plan's" }),
  }),
  async run(context, input) {
    const [store, personId] = [await context.store(), await context.personId()];
    const ids = (await store.listPlans(personId)).map(({ id }) => id);
    const [oneId, otherId] = [input.one ?? ids.at(-2) ?? ids.at(-1), input.other ?? ids.at(-1)];
    if (oneId === undefined || otherId === undefined) return fail({ code: "plan/none" });
    const one = await store.findPlan(personId, oneId);
    if (one === undefined) return fail({ code: "plan/unknown", id: oneId });
    const other = await store.findPlan(personId, otherId);
    if (other === undefined) return fail({ code: "plan/unknown", id: otherId });
    const { actions, ...compared } = compare(one, other);
    return ok({
      ...compared,
      currency: other.currency,
      one: { id: one.id, madeOn: one.madeOn, headline: one.headline },
      other: { id: other.id, madeOn: other.madeOn, headline: other.headline },
      actions: actions.map(({ from, to, ...action }) => ({
        ...action,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      })),
    });
  },
});
