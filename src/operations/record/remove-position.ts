// Takes a position out of the record.

import { z } from "zod";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";

export const removePosition = operation({
  input: z.object({
    id: z.string().meta({ description: "Id of the position (show-record)", positional: true }),
  }),
  output: z.object({ removed: z.string() }),
  async run(context, input) {
    const [store, personId] = [await context.store(), await context.personId()];
    let found = false;
    await store.changeRecord(personId, (record) => {
      found = record.positions.some((position) => position.id === input.id);
      return {
        ...record,
        positions: record.positions.filter((position) => position.id !== input.id),
      };
    });
    return found ? ok({ removed: input.id }) : fail({ code: "position/unknown", id: input.id });
  },
});
