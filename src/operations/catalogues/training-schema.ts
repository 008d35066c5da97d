// What is told of learning titles, on every face.

import { z } from "zod";

export const trainingStateSchema = z.object({
  /**
   * "not-needed" with the starter alone; "untrained" and "training": titles are matched by their words
   * until it is done; "trained".
   */
  state: z.enum(["not-needed", "untrained", "training", "trained"]),
  /** While it is under way: what is being done, how much of it is done (0–1), and about how long it takes. */
  label: z.string().optional(),
  share: z.number().optional(),
  secondsLeft: z.number().optional(),
});

export const trainingOutcomeSchema = z.enum(["trained", "stopped", "not-needed", "not-asked"]);
export type TrainingOutcomeAnswer = z.output<typeof trainingOutcomeSchema>;

/** Returns what the outcome means for the person, in a sentence. */
export function trainingOutcomeText(outcome: TrainingOutcomeAnswer): string {
  switch (outcome) {
    case "trained":
      return "Titles are learnt.";
    case "stopped":
      return "Titles were not learnt to the end: they are matched by their words. Learn them at any time.";
    case "not-asked":
      return "Titles are matched by their words. Learn them at any time.";
    case "not-needed":
      return "There are no titles to learn.";
  }
}
