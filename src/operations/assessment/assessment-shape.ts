// What the operations on the assessment share: which sitting is being answered, and its shape as the faces
// see it.

import { z } from "zod";
import { answerNotices } from "../../domain/assessment/answer-notices.ts";
import { DIMENSIONS } from "../../domain/assessment/dimension.ts";
import { askedItems } from "../../domain/assessment/items.ts";
import { newSitting, type Sitting, unansweredItems } from "../../domain/assessment/sitting.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CareerRecord } from "../../domain/record/career-record.ts";

export const dimensionInput = z.enum(DIMENSIONS);

/** A place on the slider, 1 to 5; between the anchors too. */
export const wantInput = z.number().min(1).max(5);

export const sittingShape = z.object({
  id: z.string(),
  started: z.string(),
  finished: z.string().optional().meta({ description: "Absent while it is paused" }),
  answered: z.number().meta({ description: "Items with an answer, of those asked now" }),
  asked: z.number(),
});

export const answerNoticeShape = z.object({
  code: z.enum(["answers/same-place", "answers/both-ends"]),
  text: z.string(),
});

/** Returns the sitting that answers go to: the newest, while it is open or was finished today. */
export function presentSittingOf(
  sittings: readonly Sitting[],
  today: CalendarDate,
): Sitting | undefined {
  const newest = sittings.at(-1);
  return newest?.finished === undefined || newest.finished === today ? newest : undefined;
}

/** Returns the record with the present sitting changed; a new one is begun where there is none. */
export function withPresentSitting(
  record: CareerRecord,
  { today, newId }: { readonly today: CalendarDate; readonly newId: () => string },
  change: (sitting: Sitting) => Sitting,
): CareerRecord {
  const present = presentSittingOf(record.sittings, today);
  const others = present === undefined ? record.sittings : record.sittings.slice(0, -1);
  return { ...record, sittings: [...others, change(present ?? newSitting(newId(), today))] };
}

export function sittingAnswer(sitting: Sitting): z.output<typeof sittingShape> {
  const asked = askedItems().length;
  const { id, started, finished } = sitting;
  const answered = asked - unansweredItems(sitting).length;
  return { id, started, ...(finished === undefined ? {} : { finished }), answered, asked };
}

export function noticesOfSitting(sitting: Sitting | undefined) {
  return sitting === undefined ? [] : [...answerNotices(sitting)];
}
