// Answers a stage with no, or with yes again, and says what that changes in the ways shown. The answer
// is kept with the goal.

import { z } from "zod";
import { REFUSAL_REASONS } from "../../domain/record/goal.ts";
import { choiceOf, withoutRefusal, withRefusal } from "../../domain/record/goal-answers.ts";
import { fail, ok } from "../../domain/result.ts";
import { changeBetween } from "../../domain/routes/answer-change.ts";
import { findRoutes } from "../../domain/routes/find-routes.ts";
import { reasonInWords, subjectInWords } from "../../domain/routes/stage-subject.ts";
import { operation } from "../operation.ts";
import { keptPlanOf } from "../plan/kept-plan.ts";
import { goalSchema } from "../record/record-schema.ts";
import { refusalShape, refusalsInWords, storedSituationOf } from "./route-answers.ts";

const namedRoutes = z.array(z.object({ id: z.string(), name: z.string() }));

export const answerStage = operation({
  input: z.object({
    subject: z.string().meta({
      description:
        "What the stage is about: occupation:CODE, credential:ID, serve:CODE or hold:CODE (find-routes)",
      positional: true,
    }),
    answer: z.enum(["no", "yes"]).default("no").meta({
      description: "no leaves it out of every route, yes allows it again",
      positional: true,
    }),
    reason: z.enum(REFUSAL_REASONS).default("not this").meta({
      description: "Why not",
    }),
  }),
  output: z.object({
    /** What was said and what it changes. */
    sentence: z.string(),
    leftOut: namedRoutes,
    added: namedRoutes,
    fastestBefore: z.number().optional().meta({ description: "Likely months of the fastest way" }),
    fastestAfter: z.number().optional(),
    refusals: z.array(refusalShape),
    goal: goalSchema,
  }),
  async run(context, input) {
    const found = await storedSituationOf(context);
    if (!found.ok) return found;
    const situation = found.value;
    const { catalogue, goal } = situation;
    const { subject, answer, reason } = input;
    const what = subjectInWords(catalogue, subject);
    const refused = goal.limits.refusals?.some((one) => one.subject === subject) === true;
    // What another catalogue knew can still be allowed again.
    if (what === undefined && !(answer === "yes" && refused)) {
      return fail({ code: "stage/unknown", subject });
    }
    if (answer === "no" && subject === `occupation:${goal.occupationId}`) {
      return fail({ code: "stage/is-goal", goal: goal.title });
    }
    const next =
      answer === "no" ? withRefusal(goal, { subject, reason }) : withoutRefusal(goal, subject);
    const { today } = context;
    const kept = await keptPlanOf(context);
    const change = changeBetween(
      findRoutes({ ...situation, today }),
      findRoutes({ ...situation, goal: next, today }),
      choiceOf(goal).routeId ?? (kept.ok ? kept.value.plan.chosenRouteId : undefined),
    );
    const store = await context.store();
    await store.saveGoal(await context.personId(), next);
    const named = what ?? subject;
    const said =
      answer === "no"
        ? `No to ${named}: ${reasonInWords(reason)}.`
        : refused
          ? `Allowed again: ${named}.`
          : `Nothing stood against ${named}.`;
    return ok({
      sentence: `${said} ${change.sentence}`,
      leftOut: [...change.leftOut],
      added: [...change.added],
      ...(change.fastestBefore === undefined ? {} : { fastestBefore: change.fastestBefore }),
      ...(change.fastestAfter === undefined ? {} : { fastestAfter: change.fastestAfter }),
      refusals: refusalsInWords(catalogue, next),
      goal: next,
    });
  },
});
