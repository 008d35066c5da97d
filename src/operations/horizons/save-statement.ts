// Keeps a career statement; the former one stays in the history.

import { z } from "zod";
import { MOST_STATEMENT_LETTERS, presentStatement } from "../../domain/record/career-statement.ts";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { statementSchema } from "../record/record-schema.ts";

export const saveStatement = operation({
  input: z.object({
    text: z
      .string()
      .trim()
      .min(1)
      .max(MOST_STATEMENT_LETTERS)
      .meta({ description: "In your own words", positional: true }),
  }),
  output: z.object({ statement: statementSchema }),
  async run(context, { text }) {
    const [store, personId] = [await context.store(), await context.personId()];
    const made = { id: context.newId(), text, date: context.today };
    const record = await store.changeRecord(personId, (before) =>
      presentStatement(before.statements)?.text === text
        ? before
        : { ...before, statements: [...before.statements, made] },
    );
    return ok({ statement: presentStatement(record.statements) ?? made });
  },
});
