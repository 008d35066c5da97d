// What a person wants otherwise than it is, on the seven dimensions, as gaps: in either direction, never in
// the way of a goal, each with a small action of its own (schedule/compass-actions.ts).

import type { WantApart } from "../assessment/compass.ts";
import { DIMENSION_WORDS } from "../assessment/dimension.ts";
import type { Gap } from "./gap.ts";

/** Of these gaps given at most: a goal's own must keep their place. Assumption. */
export const MOST_COMPASS_GAPS = 2;
const SCORES = 100;

/** Returns the gaps, the furthest apart first; empty where nothing is wanted otherwise. */
export function compassGaps(apart: readonly WantApart[] = []): readonly Gap[] {
  return apart.slice(0, MOST_COMPASS_GAPS).map(({ dimension, direction, ...at }) => {
    const { name, jobLike, careerLike } = DIMENSION_WORDS[dimension];
    const towards = direction === "job" ? jobLike : careerLike;
    return {
      id: compassGapId(dimension, direction),
      kind: "compass",
      title: `${name}: more towards “${towards}”`,
      explanation:
        `From 0, “${jobLike}”, to 100, “${careerLike}”, your answers come to about ${Math.round(at.score)} (likely ` +
        `${Math.round(at.low)} to ${Math.round(at.high)}), and you want about ${Math.round(at.want)}. It does not stand in the way ` +
        "of the goal; it is about how you want the way there to be.",
      size: Math.abs(at.want - at.score) / SCORES,
      mustClose: false,
      unknown: false,
      parts: [],
    };
  });
}

/** Returns "compass:commitment:career", the id by which the action is found. */
export function compassGapId(
  dimension: WantApart["dimension"],
  direction: WantApart["direction"],
): string {
  return `compass:${dimension}:${direction}`;
}
