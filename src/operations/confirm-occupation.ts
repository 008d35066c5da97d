// The person's own word on what one of their positions is; it stands above every match.

import { z } from "zod";
import { rowOf } from "../domain/occupations/catalogue.ts";
import { fail, ok } from "../domain/result.ts";
import { operation } from "./operation.ts";
import { positionSchema } from "./record-schema.ts";

export const confirmOccupation = operation({
  input: z.object({
    position: z.string().meta({ description: "Id of the position (show-record)" }),
    occupation: z.string().meta({ description: "Occupation code (search-occupations)" }),
  }),
  output: z.object({ position: positionSchema }),
  async run(context, input) {
    const catalogue = await context.catalogue();
    if (rowOf(catalogue, input.occupation) < 0) {
      return fail({ code: "occupation/unknown", id: input.occupation });
    }
    const [store, personId] = [await context.store(), await context.personId()];
    const record = await store.changeRecord(personId, (before) => ({
      ...before,
      positions: before.positions.map((position) =>
        position.id === input.position
          ? {
              ...position,
              confirmedOccupation: input.occupation,
              provenance: { ...position.provenance, state: "confirmed" },
            }
          : position,
      ),
    }));
    const changed = record.positions.find((position) => position.id === input.position);
    return changed === undefined
      ? fail({ code: "position/unknown", id: input.position })
      : ok({ position: changed });
  },
});
