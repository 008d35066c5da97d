// The career statement: what was kept, the former versions, and what it can be drafted from.

import { z } from "zod";
import { saidInInterview } from "../../domain/interview/said-in-interview.ts";
import { presentStatement } from "../../domain/record/career-statement.ts";
import { draftInText, draftStatement, saidBefore } from "../../domain/record/draft-statement.ts";
import { mainPositionOf } from "../../domain/record/main-position.ts";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { statementSchema } from "../record/record-schema.ts";
import { goalInWordsOf } from "./show-horizons.ts";

export const showStatement = operation({
  input: z.object({}),
  output: z.object({
    statement: statementSchema.optional().meta({ description: "The one that counts" }),
    former: z.array(statementSchema).meta({ description: "Kept before, the newest first" }),
    draft: z
      .array(z.object({ text: z.string(), from: z.string() }))
      .meta({ description: "Your own words so far, each with the answer it comes from" }),
    begin: z
      .string()
      .meta({ description: "The draft as one text, as much of it as a statement takes" }),
  }),
  async run(context) {
    const [store, personId] = [await context.store(), await context.personId()];
    const record = await store.findRecord(personId);
    if (record === undefined) return fail({ code: "record/none" });
    const goal = (await store.listGoals(personId)).at(-1);
    const { decisions, sittings, checkIns, statements } = record;
    const goalInWords = await goalInWordsOf(goal, context);
    const main = mainPositionOf(record, context.today);
    const interview = saidInInterview(record.interviewAnswers, main?.id);
    const draft = draftStatement(
      saidBefore({ goal, goalInWords, interview, decisions, sittings, checkIns }),
    );
    const statement = presentStatement(statements);
    return ok({
      ...(statement === undefined ? {} : { statement }),
      former: statements.slice(0, -1).reverse(),
      draft: draft.map(({ text, from }) => ({ text, from })),
      begin: draftInText(draft),
    });
  },
});
