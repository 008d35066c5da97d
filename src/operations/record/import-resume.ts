// A JSON Resume document into the stored record, all or nothing. It replaces the record, but for check-ins,
// which no résumé has: those in the document are added. Its goal, where there is one and it is clear,
// becomes the goal.

import { z } from "zod";
import type { CheckIn } from "../../domain/agenda/check-in.ts";
import { ok } from "../../domain/result.ts";
import { parseJsonResume } from "../../formats/json-resume.ts";
import { operation } from "../operation.ts";
import { problemText } from "../problem-text.ts";
import { resumeInput, resumeText } from "../situation.ts";
import { goalSchema } from "./record-schema.ts";
import { resolveGoal, saidGoalOf } from "./resolve-goal.ts";

export const importResume = operation({
  input: z.object({
    resume: resumeInput.meta({
      description: "A JSON Resume document",
      file: true,
      positional: true,
    }),
  }),
  output: z.object({
    positions: z.number(),
    educations: z.number(),
    credentials: z.number(),
    skills: z.number(),
    goal: goalSchema.optional(),
    /** What could not be read, in plain words; the rest was kept. */
    notes: z.array(z.string()),
  }),
  async run(context, input) {
    const parsed = parseJsonResume(resumeText(input.resume), { newId: context.newId });
    if (!parsed.ok) return parsed;
    const { record, goal: said, progress, problems } = parsed.value;
    const notes = problems.map(problemText);
    const catalogue = await context.catalogue();
    const goal =
      said === undefined
        ? undefined
        : resolveGoal(saidGoalOf(said, catalogue.currency), {
            catalogue,
            titles: await context.titles(),
            today: context.today,
            id: context.newId(),
          });
    if (goal !== undefined && !goal.ok) notes.push(problemText(goal.problem));

    const [store, personId] = [await context.store(), await context.personId()];
    await store.changeRecord(
      personId,
      (before) => ({ ...record, checkIns: joinedCheckIns(before.checkIns, record.checkIns) }),
      goal?.ok ? goal.value : undefined,
    );
    // Notes are only ever added, and one that is there already stays: importing twice is importing once.
    if (progress.length > 0) await store.addProgress(personId, progress);
    return ok({
      positions: record.positions.length,
      educations: record.educations.length,
      credentials: record.credentials.length,
      skills: record.skills.length,
      ...(goal?.ok ? { goal: goal.value } : {}),
      notes,
    });
  },
});

/** Those in the document replace those of the same id in their place; the others come last. */
function joinedCheckIns(before: readonly CheckIn[], given: readonly CheckIn[]): readonly CheckIn[] {
  const known = new Set(before.map(({ id }) => id));
  return [
    ...before.map((one) => given.find(({ id }) => id === one.id) ?? one),
    ...given.filter(({ id }) => !known.has(id)),
  ];
}
