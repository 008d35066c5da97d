// Adds what came of a decision, on the day on which it can be seen.

import { z } from "zod";
import { type Decision, MOST_OUTCOMES } from "../../domain/record/decision.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import type { Problem } from "../problem-text.ts";
import { decisionSchema } from "../record/record-schema.ts";
import { outcomeOf } from "./save-decision.ts";

export const addOutcome = operation({
  input: z.object({
    decision: z
      .string()
      .meta({ description: "Id of the decision (list-decisions)", positional: true }),
    text: z.string().trim().min(1).meta({ description: "What came of it", positional: true }),
    date: z.string().optional().meta({
      description: "When: 2019, 2019-04 or 2019-04-17; without it, today",
    }),
  }),
  output: z.object({ decision: decisionSchema }),
  async run(context, { decision: id, text, date }) {
    const [store, personId] = [await context.store(), await context.personId()];
    let changed: Result<Decision, Problem> = fail({ code: "decision/unknown", id });
    await store.changeRecord(personId, (record) => {
      const former = record.decisions.find((one) => one.id === id);
      if (former === undefined) return record;
      const said = { date: date ?? context.today, text };
      const outcome = outcomeOf(said, former.date, context.today);
      if (!outcome.ok) changed = outcome;
      else if (former.outcomes.length >= MOST_OUTCOMES) {
        changed = fail({ code: "decision/too-many-outcomes", most: MOST_OUTCOMES });
      } else changed = ok({ ...former, outcomes: [...former.outcomes, outcome.value] });
      if (!changed.ok) return record;
      const { value } = changed;
      return {
        ...record,
        decisions: record.decisions.map((other) => (other.id === id ? value : other)),
      };
    });
    // The closure above may have changed it; the compiler cannot know.
    const result = changed as Result<Decision, Problem>;
    return result.ok ? ok({ decision: result.value }) : result;
  },
});
