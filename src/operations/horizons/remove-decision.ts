// Takes a decision out of the record.

import { z } from "zod";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";

export const removeDecision = operation({
  input: z.object({
    id: z.string().meta({ description: "Id of the decision (list-decisions)", positional: true }),
  }),
  output: z.object({ removed: z.string() }),
  async run(context, { id }) {
    const [store, personId] = [await context.store(), await context.personId()];
    let found = false;
    await store.changeRecord(personId, (record) => {
      found = record.decisions.some((decision) => decision.id === id);
      return { ...record, decisions: record.decisions.filter((decision) => decision.id !== id) };
    });
    return found ? ok({ removed: id }) : fail({ code: "decision/unknown", id });
  },
});
