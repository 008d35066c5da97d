// The decisions on record, in the order in which they were made, with who decided in plain words.

import { z } from "zod";
import type { CareerRecord } from "../../domain/record/career-record.ts";
import {
  deciderInWords,
  decisionsInOrder,
  isMadeByOthers,
  outcomesInWords,
} from "../../domain/record/decision.ts";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { decisionSchema } from "../record/record-schema.ts";

export const listDecisions = operation({
  input: z.object({}),
  output: z.object({
    decisions: z.array(
      z.object({
        decision: decisionSchema,
        decider: z.string().meta({ description: "Who decided, in words" }),
        isMadeByOthers: z.boolean(),
        about: z.array(z.string()).meta({ description: "The positions and educations, by name" }),
        outcomes: z.array(z.string()).meta({ description: "What came of it, each with its date" }),
      }),
    ),
  }),
  async run(context) {
    const [store, personId] = [await context.store(), await context.personId()];
    const record = await store.findRecord(personId);
    if (record === undefined) return fail({ code: "record/none" });
    return ok({
      decisions: decisionsInOrder(record.decisions).map((decision) => ({
        decision,
        decider: deciderInWords(decision),
        isMadeByOthers: isMadeByOthers(decision),
        about: namesOf(decision.touches, record),
        outcomes: [...outcomesInWords(decision)],
      })),
    });
  },
});

/** Names of what is still on record; what was removed is passed over. */
function namesOf(ids: readonly string[], { positions, educations }: CareerRecord): string[] {
  return ids.flatMap((id) => {
    const position = positions.find((one) => one.id === id);
    if (position !== undefined) return position.title || position.organisation;
    const education = educations.find((one) => one.id === id);
    if (education === undefined) return [];
    return [education.studyType, education.area, education.institution]
      .filter((part) => part !== "")
      .join(", ");
  });
}
