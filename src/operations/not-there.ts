// Which problems mean that something asked for does not exist, as against cannot be used. Each face
// gives these their own answer: HTTP 404, exit code 4.

import type { Problem } from "./problem-text.ts";

const NOT_THERE: ReadonlySet<string> = new Set<Problem["code"]>([
  "assessment/unknown-item",
  "catalogue/not-there",
  "catalogue/unknown-upload",
  "check-in/unknown",
  "element/unknown",
  "example/unknown",
  "feed/none",
  "goal/none",
  "ladder/unknown",
  "decision/unknown",
  "statement/unknown",
  "occupation/not-named",
  "occupation/unknown",
  "plan/none",
  "plan/unknown",
  "action/unknown",
  "position/unknown",
  "question/not-asked",
  "record/none",
  "hazard/unknown",
  "route/gone",
  "route/unknown",
  "stage/unknown",
  "source/not-found",
]);

/** Returns whether what was asked for by its id, or as "the one that is stored", is not there. */
export function isNotThere(problemCode: string): boolean {
  return NOT_THERE.has(problemCode);
}
