// The web's way to the operations: one function, typed by them. Types only from the operations, so
// that no schema library reaches the browser.

import type { OperationTypes } from "../operations/catalog.ts";
import type { Answer } from "./answer.ts";

export type OperationName = keyof OperationTypes;
export type InputOf<Name extends OperationName> = OperationTypes[Name]["input"];
export type ValueOf<Name extends OperationName> = OperationTypes[Name]["output"];

/** An operation, or the server, said no; `message` is a sentence for the person. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  /** "goal/unsure", "http/no-session", "http/no-answer", … */
  readonly code: string;
  /** The whole problem with its fields, such as the candidates of "goal/unsure". */
  readonly problem: { readonly code: string; readonly [field: string]: unknown };

  constructor(problem: { readonly code: string }, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = problem.code;
    this.problem = { ...problem };
  }
}

/** Returns the operation's value; throws a ProblemError when there is none. */
export async function call<Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<ValueOf<Name>> {
  const answer = await send(name, input, signal);
  if (!answer.ok) throw new ProblemError(answer.problem, answer.message);
  // `as`: the server runs this very operation; its answers are held to the schema by tests.
  return answer.value as ValueOf<Name>;
}

async function send(
  name: string,
  input: unknown,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  try {
    const response = await fetch(`/api/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(input),
      ...(signal === undefined ? {} : { signal }),
    });
    // `as`: every answer under /api/ has this shape.
    return (await response.json()) as Answer;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ProblemError(
      { code: "http/no-answer" },
      "Cannot reach Throughline: it does not answer. See whether it still runs in its terminal, and start it again if not",
      { cause },
    );
  }
}
