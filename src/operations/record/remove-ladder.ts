// Takes what was said of the way up in an organisation out of the record.

import { z } from "zod";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";

export const removeLadder = operation({
  input: z.object({
    id: z.string().meta({ description: "Id of the ladder (show-record)", positional: true }),
  }),
  output: z.object({ removed: z.string() }),
  async run(context, { id }) {
    const [store, personId] = [await context.store(), await context.personId()];
    let found = false;
    await store.changeRecord(personId, (record) => {
      found = record.ladders.some((ladder) => ladder.id === id);
      return { ...record, ladders: record.ladders.filter((ladder) => ladder.id !== id) };
    });
    return found ? ok({ removed: id }) : fail({ code: "ladder/unknown", id });
  },
});
