// One table: a problem's code and its HTTP status. What the table does not name is 422: the request
// was understood, and what it asks for is not possible.

import type { Problem } from "../operations/problem-text.ts";

type ProblemStatus = 404 | 422;

/** What was asked for by its id, or by "the one that is stored", and is not there. */
const NOT_FOUND: ReadonlySet<Problem["code"]> = new Set([
  "example/unknown",
  "goal/none",
  "occupation/unknown",
  "plan/none",
  "plan/unknown",
  "position/unknown",
  "record/none",
  "route/unknown",
]);

/** Returns the HTTP status of a problem. */
export function httpStatusOf(problem: Problem): ProblemStatus {
  return NOT_FOUND.has(problem.code) ? 404 : 422;
}
