// The bundled example careers.

import { z } from "zod";
import { ok } from "../../domain/result.ts";
import { parseJsonResume } from "../../formats/json-resume.ts";
import { operation } from "../operation.ts";

export const listExamples = operation({
  input: z.object({}),
  output: z.object({
    examples: z.array(
      z.object({ name: z.string(), label: z.string(), goal: z.string().optional() }),
    ),
  }),
  async run(context) {
    const examples: { name: string; label: string; goal?: string }[] = [];
    for (const name of await context.exampleNames()) {
      const text = await context.example(name);
      const parsed = parseJsonResume(text ?? "", { newId: context.newId });
      if (!parsed.ok) continue; // A test holds that every bundled example parses.
      const { record, goal } = parsed.value;
      examples.push({
        name,
        label: record.label === "" ? name : record.label,
        ...(goal === undefined ? {} : { goal: goal.title }),
      });
    }
    return ok({ examples });
  },
});
