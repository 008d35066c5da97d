// Learns the titles of the catalogues that were added. Whoever asks while it is under way joins it.

import { z } from "zod";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { trainingOutcomeSchema, trainingOutcomeText } from "./training-schema.ts";

export const trainTitles = operation({
  input: z.object({}),
  output: z.object({ training: trainingOutcomeSchema, titles: z.string() }),
  async run({ catalogueWork, signal, progress }) {
    const training = await (await catalogueWork()).train({ signal, progress });
    return ok({ training, titles: trainingOutcomeText(training) });
  },
});
