// The one place where unchecked input becomes an operation's input, for every face.

import type { z } from "zod";
import { fail, ok, type Result } from "../domain/result.ts";
import type { InputIssue, InputProblem } from "./input-problem.ts";
import type { AnyOperation } from "./operation.ts";

/** Returns the input as the operation takes it, or every issue found, in the order of the fields. */
export function checkInput(operation: AnyOperation, raw: unknown): Result<never, InputProblem> {
  const parsed = operation.input.strict().safeParse(raw, { reportInput: true });
  if (parsed.success) return ok(parsed.data as never); // `never` is what an untyped run() takes.
  return fail({ code: "input/invalid", issues: parsed.error.issues.flatMap(issuesOf) });
}

function issuesOf(issue: z.core.$ZodIssue): InputIssue[] {
  const path = issue.path.join(".");
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined && path !== ""
        ? [{ path, message: "is missing" }]
        : [{ path, message: `must be ${withArticle(issue.expected)}` }];
    case "invalid_value":
      return [{ path, message: `must be ${oneOf(issue.values)}` }];
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1)
        return [{ path, message: "must not be empty" }];
      if (issue.origin === "array")
        return [
          {
            path,
            message:
              issue.minimum === 1
                ? "must not be empty"
                : `must have at least ${issue.minimum} in it`,
          },
        ];
      return [
        { path, message: `must be ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}` },
      ];
    case "too_big":
      if (issue.origin === "array")
        return [{ path, message: `must have at most ${issue.maximum} in it` }];
      if (issue.origin === "string")
        return [{ path, message: `must have at most ${issue.maximum} letters` }];
      return [
        { path, message: `must be ${issue.inclusive ? "at most" : "less than"} ${issue.maximum}` },
      ];
    case "invalid_union":
      return [{ path, message: `must be ${kindsIn(issue.errors).map(withArticle).join(" or ")}` }];
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: key, message: "is not a field of this operation" }));
    default:
      return [{ path, message: issue.message }];
  }
}

/** Returns the values as a person writes them: "a", "b" or "c". */
function oneOf(values: readonly unknown[]): string {
  const quoted = values.map((value) => `"${String(value)}"`);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`;
}

/** Returns the kinds of value that the choices of a union ask for, each once. */
function kindsIn(choices: readonly (readonly z.core.$ZodIssue[])[]): string[] {
  const kinds = choices
    .flat()
    .map((issue) => (issue.code === "invalid_type" ? issue.expected : "value of another kind"));
  return [...new Set(kinds.map((kind) => (kind === "record" ? "object" : kind)))];
}

function withArticle(type: string): string {
  if (type === "int") return "a whole number";
  return type === "array" || type === "object" ? `an ${type}` : `a ${type}`;
}
