// The shapes that the operations on abilities share.

import { z } from "zod";
import { FLAT_IN_WORDS } from "../../domain/abilities/abilities-in-words.ts";
import { areFlat, newestRatingsOf } from "../../domain/abilities/self-rating.ts";
import type { Anchor } from "../../domain/occupations/catalogue.ts";
import type { CareerRecord } from "../../domain/record/career-record.ts";
import type { PositionMatch } from "../../domain/schedule/plan.ts";
import { resumeInput } from "../situation.ts";

export const regardInput = {
  occupation: z.string().optional().meta({
    description: "An occupation's title or code; without it the goal, else the present position",
    positional: true,
  }),
  resume: resumeInput.optional().meta({
    description: "A JSON Resume document; without it the stored record is used",
    file: true,
  }),
};

export const occupationShape = z.object({
  id: z.string(),
  title: z.string(),
  inWords: z.string().meta({ description: "One person of it: a registered nurse" }),
});

export const estimateShape = z.object({
  mean: z.number().meta({ description: "Level believed, 0–7" }),
  low: z.number().meta({ description: "10th percentile: 80 % lies between low and high" }),
  high: z.number().meta({ description: "90th percentile, 0–7" }),
});

export const ratingShape = z.object({
  level: z.number().meta({ description: "0–7" }),
  date: z.string(),
});

export const anchorShape = z.object({ level: z.number(), text: z.string() });

export const noticeShape = z.object({
  code: z.enum([
    "ratings/flat",
    "position/not-counted",
    "occupation/levels-of-another",
    "occupation/not-rated",
    "learning/borrowed",
  ]),
  text: z.string(),
});
export type AbilityNotice = z.output<typeof noticeShape>;

export const evidenceShape = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(["paid work", "unpaid work", "education", "credential", "self-rating"]),
  share: z.number().meta({
    description: "Of all pulls, below 0 where it pulls down; without signs they sum to 1",
  }),
});

/**
 * What the levels of any scale mean where nobody has written anchors for the element. Our own words.
 */
export const GENERAL_ANCHORS: readonly Anchor[] = [
  { level: 2, text: "With help, or in simple cases" },
  { level: 4, text: "On my own, in most cases" },
  { level: 6, text: "In hard cases; others come to me with theirs" },
];

/** Returns what the person should know of their ratings and of what does not count yet. */
export function noticesOf(
  record: CareerRecord,
  positions: readonly PositionMatch[],
): AbilityNotice[] {
  const unsure = positions.filter(
    ({ match }) => match.state === "unsure" || match.state === "none",
  );
  const named = unsure.map(({ title, organisation }) => `“${title || organisation}”`);
  const notices: AbilityNotice[] = [];
  if (areFlat(newestRatingsOf(record.selfRatings))) {
    notices.push({ code: "ratings/flat", text: FLAT_IN_WORDS });
  }
  if (unsure.length > 0) {
    const [verb, it] = unsure.length === 1 ? ["does", "it is"] : ["do", "they are"];
    notices.push({
      code: "position/not-counted",
      text: `${named.join(", ")} ${verb} not count yet, since it is not sure which occupation ${it}. Say which comes nearest, and ${unsure.length === 1 ? "it counts" : "they count"} like everything else.`,
    });
  }
  return notices;
}
