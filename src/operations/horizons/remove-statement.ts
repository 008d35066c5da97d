// Takes one version of the career statement out of the record, for good.

import { z } from "zod";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";

export const removeStatement = operation({
  input: z.object({
    id: z.string().meta({ description: "Id of the version (show-statement)", positional: true }),
  }),
  output: z.object({ removed: z.string() }),
  async run(context, { id }) {
    const [store, personId] = [await context.store(), await context.personId()];
    let found = false;
    await store.changeRecord(personId, (record) => {
      found = record.statements.some((one) => one.id === id);
      return { ...record, statements: record.statements.filter((one) => one.id !== id) };
    });
    return found ? ok({ removed: id }) : fail({ code: "statement/unknown", id });
  },
});
