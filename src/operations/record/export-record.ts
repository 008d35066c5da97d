// The stored record as a JSON Resume document: everything, with the goal and what was noted about the
// plan's actions, to keep or to take elsewhere.

import { z } from "zod";
import { fail, ok } from "../../domain/result.ts";
import { makeJsonResume } from "../../formats/json-resume.ts";
import { resumeGoalOf } from "../../formats/json-resume-goal.ts";
import { operation } from "../operation.ts";

export const exportRecord = operation({
  input: z.object({}),
  output: z.object({ resume: z.record(z.string(), z.unknown()) }),
  async run(context) {
    const [store, personId] = [await context.store(), await context.personId()];
    const record = await store.findRecord(personId);
    if (record === undefined) return fail({ code: "record/none" });
    const goal = (await store.listGoals(personId)).at(-1);
    const progress = await store.listProgress(personId);
    const text = makeJsonResume(record, {
      ...(goal === undefined ? {} : { goal: resumeGoalOf(goal) }),
      progress,
    });
    return ok({ resume: JSON.parse(text) as Record<string, unknown> });
  },
});
