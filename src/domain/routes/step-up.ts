// How a step up from one rung to the next is told from a search: its openings are named after the rung.

import type { Stage } from "./route.ts";

/** How an opening inside an organisation begins as a cause of failure. */
export const INSIDE_CAUSE = "market:inside ";

/**
 * Returns whether the stage is a step up from one rung to another, of an organisation or of an occupation:
 * "market:15-1244.00/senior", "market:inside elm street surgery/office manager".
 */
export function isStepUp(stage: Pick<Stage, "causes">): boolean {
  return stage.causes.some(({ id }) => id.startsWith("market:") && id.includes("/"));
}
