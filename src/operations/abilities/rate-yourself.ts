// Keeps the person's own word on their levels, one or several at once, or takes it back; and says what
// that changes.

import { z } from "zod";
import { bandOf } from "../../domain/abilities/explain-level.ts";
import type { LevelEstimates } from "../../domain/abilities/level-estimate.ts";
import { standingOf } from "../../domain/abilities/standing-of.ts";
import type { CalendarDate, PartialDate } from "../../domain/calendar-date.ts";
import { elementTitle } from "../../domain/moves/element-phrases.ts";
import type { Catalogue } from "../../domain/occupations/catalogue.ts";
import type { CareerRecord } from "../../domain/record/career-record.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import type { Problem } from "../problem-text.ts";
import { matchPositions } from "../record/match-positions.ts";
import { estimateShape, noticeShape, noticesOf } from "./abilities-schema.ts";
import { findElement } from "./find-element.ts";

const levelInput = z.number().min(0).max(7);

const rateYourselfInput = z.object({
  element: z.string().optional().meta({
    description: "What is rated, by its id or name (show-rating-scale)",
    positional: true,
  }),
  level: levelInput.optional().meta({ description: "Your level, 0 to 7", positional: true }),
  remove: z.boolean().optional().meta({ description: "Take the rating of it back" }),
  ratings: z
    .record(z.string(), levelInput.nullable())
    .optional()
    .meta({ description: 'Several as JSON: {"2.A.1.d": 4}; null takes one back' }),
});

export const rateYourself = operation({
  input: rateYourselfInput,
  output: z.object({
    /** In the order given. */
    rated: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        level: z.number().optional().meta({ description: "Absent where a rating was taken back" }),
        before: estimateShape,
        after: estimateShape,
      }),
    ),
    ratings: z.number().meta({ description: "How many elements are rated now" }),
    notices: z.array(noticeShape),
  }),
  async run(context, input) {
    const [catalogue, titles] = [await context.catalogue(), await context.titles()];
    const said = saidRatings(catalogue, input);
    if (!said.ok) return said;
    const { today } = context;
    const [store, personId] = [await context.store(), await context.personId()];
    let former: CareerRecord | undefined;
    const record = await store.changeRecord(personId, (before) => {
      former = before;
      return withRatings(catalogue, before, { said: said.value, today });
    });
    const levelsOf = (of: CareerRecord) => {
      const matches = matchPositions(of, { catalogue, titles, today });
      return standingOf({ catalogue, record: of, matches, today }).levels;
    };
    const [before, after] = [levelsOf(former ?? record), levelsOf(record)];
    return ok({
      rated: said.value.map(({ element, level }) => {
        const { id = "", name = "" } = catalogue.elements[element] ?? {};
        return {
          id,
          name: elementTitle({ id, name }),
          ...(level === null ? {} : { level }),
          before: estimateOf(before, element),
          after: estimateOf(after, element),
        };
      }),
      ratings: new Set(record.selfRatings.map(({ elementId }) => elementId)).size,
      notices: noticesOf(record, []),
    });
  },
});

interface Said {
  readonly element: number;
  /** Null takes the rating back. */
  readonly level: number | null;
}

function saidRatings(
  catalogue: Catalogue,
  input: z.output<typeof rateYourselfInput>,
): Result<readonly Said[], Problem> {
  const written = Object.entries(input.ratings ?? {});
  const { element, level, remove } = input;
  if (element !== undefined && (level !== undefined || remove === true)) {
    written.push([element, remove === true ? null : (level ?? null)]);
  }
  if (written.length === 0) return fail({ code: "rating/nothing-said" });
  const said: Said[] = [];
  for (const [text, given] of written) {
    const place = findElement(catalogue, text);
    if (place < 0) return fail({ code: "element/unknown", text });
    said.push({ element: place, level: given });
  }
  return ok(said);
}

/** The record with the new ratings at the end, in place of all earlier ones of the same elements. */
function withRatings(
  catalogue: Catalogue,
  record: CareerRecord,
  change: { readonly said: readonly Said[]; readonly today: CalendarDate },
): CareerRecord {
  const date = change.today as string as PartialDate; // Reason: a day is a date of the highest precision.
  const byId = new Map(
    change.said.map(({ element, level }) => [catalogue.elements[element]?.id ?? "", level]),
  );
  const kept = record.selfRatings.filter(({ elementId }) => !byId.has(elementId));
  const added = [...byId].flatMap(([elementId, level]) =>
    level === null ? [] : [{ elementId, level, date }],
  );
  return { ...record, selfRatings: [...kept, ...added] };
}

function estimateOf(levels: LevelEstimates, element: number) {
  return { mean: levels.means[element] ?? 0, ...bandOf(levels, element) };
}
