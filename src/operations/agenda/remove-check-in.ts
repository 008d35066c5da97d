// Takes a check-in out of the record.

import { z } from "zod";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";

export const removeCheckIn = operation({
  input: z.object({
    id: z.string().meta({
      description: "Id of the check-in (list-check-ins)",
      positional: true,
    }),
  }),
  output: z.object({ removed: z.string() }),
  async run(context, { id }) {
    const [store, personId] = [await context.store(), await context.personId()];
    let found = false;
    await store.changeRecord(personId, (record) => {
      found = record.checkIns.some((one) => one.id === id);
      return { ...record, checkIns: record.checkIns.filter((one) => one.id !== id) };
    });
    return found ? ok({ removed: id }) : fail({ code: "check-in/unknown", id });
  },
});
