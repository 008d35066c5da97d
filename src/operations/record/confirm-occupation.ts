// The person's own word on what one of their positions is; it stands above every match. It may be that
// nothing is like it, and it can be taken back.

import { z } from "zod";
import { rowOf } from "../../domain/occupations/catalogue.ts";
import { NO_OCCUPATION, type Position } from "../../domain/record/career-record.ts";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { positionSchema } from "./record-schema.ts";

/** Said in an occupation's place to take the person's word back. */
const UNDO = "undo";

export const confirmOccupation = operation({
  input: z.object({
    position: z.string().meta({ description: "Id of the position (show-record)" }),
    occupation: z.string().meta({
      description: `Occupation code (search-occupations); "${NO_OCCUPATION}" if none is like it; "${UNDO}" takes your word back`,
    }),
  }),
  output: z.object({ position: positionSchema }),
  async run(context, { position: id, occupation }) {
    if (occupation !== NO_OCCUPATION && occupation !== UNDO) {
      const catalogue = await context.catalogue();
      if (rowOf(catalogue, occupation) < 0) {
        return fail({ code: "occupation/unknown", id: occupation });
      }
    }
    const [store, personId] = [await context.store(), await context.personId()];
    const record = await store.changeRecord(personId, (before) => ({
      ...before,
      positions: before.positions.map((position) => {
        if (position.id !== id) return position;
        return occupation === UNDO ? withoutWord(position) : withWord(position, occupation);
      }),
    }));
    const changed = record.positions.find((position) => position.id === id);
    return changed === undefined
      ? fail({ code: "position/unknown", id })
      : ok({ position: changed });
  },
});

function withWord(position: Position, confirmedOccupation: string): Position {
  return { ...position, confirmedOccupation, provenance: inState(position, "confirmed") };
}

function withoutWord({ confirmedOccupation: _former, ...position }: Position): Position {
  return { ...position, provenance: inState(position, "stated") };
}

/** What was verified stays so: the word on an occupation says nothing against it. */
function inState(
  { provenance }: Pick<Position, "provenance">,
  state: "stated" | "confirmed",
): Position["provenance"] {
  return provenance.state === "verified" ? provenance : { ...provenance, state };
}
