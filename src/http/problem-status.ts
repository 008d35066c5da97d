// One table: a problem's code and its HTTP status. What the table does not name is 422: the request
// was understood, and what it asks for is not possible.

import { isNotThere } from "../operations/not-there.ts";
import type { Problem } from "../operations/problem-text.ts";

type ProblemStatus = 404 | 422;

/** Returns the HTTP status of a problem. */
export function httpStatusOf(problem: Problem): ProblemStatus {
  return isNotThere(problem.code) ? 404 : 422;
}
