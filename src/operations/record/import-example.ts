// One of the bundled example careers into the stored record, to look around with.

import { z } from "zod";
import { fail } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { importResume } from "./import-resume.ts";

export const importExample = operation({
  input: z.object({
    name: z.string().meta({ description: "An example's name (list-examples)", positional: true }),
  }),
  output: importResume.output,
  async run(context, input) {
    const resume = await context.example(input.name);
    if (resume === undefined) {
      return fail({
        code: "example/unknown",
        name: input.name,
        known: await context.exampleNames(),
      });
    }
    return importResume.run(context, { resume });
  },
});
