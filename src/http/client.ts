// The web's way to the operations: one function, typed by them. Types only from the operations, so
// that no schema library reaches the browser.

import type { OperationTypes } from "../operations/catalog.ts";
import type { Answer } from "./answer.ts";
import type { AnswerLine } from "./answer-stream.ts";

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
    throw noAnswer(cause);
  }
}

export interface CallProgress {
  readonly label: string;
  /** 0–1; undefined where it is not known. */
  readonly share?: number;
}

/** Like call(), for work that takes a while: tells how far it is as it goes. */
export async function callWithProgress<Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
  { signal, onProgress }: { signal: AbortSignal; onProgress(progress: CallProgress): void },
): Promise<ValueOf<Name>> {
  let answer: Answer | undefined;
  try {
    const response = await fetch(`/api/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/x-ndjson" },
      body: JSON.stringify(input),
      signal,
    });
    for await (const line of linesOf(response)) {
      const found = JSON.parse(line) as AnswerLine; // as: every line under /api/ has this shape
      if ("progress" in found) onProgress(found.progress);
      else answer = found;
    }
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw noAnswer(cause);
  }
  if (answer === undefined) throw noAnswer(undefined);
  if (!answer.ok) throw new ProblemError(answer.problem, answer.message);
  return answer.value as ValueOf<Name>; // as: see call()
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (let part = await reader?.read(); part !== undefined && !part.done; ) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines.filter((line) => line !== "");
    part = await reader?.read();
  }
  if (rest.trim() !== "") yield rest;
}

/** The kinds of file that can be sent, by the ending of their name. */
const FILE_TYPES: Readonly<Record<string, string>> = {
  zip: "application/zip",
  csv: "text/csv",
  txt: "text/tab-separated-values",
  tsv: "text/tab-separated-values",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Sends files for an operation to use, one beside the other; returns their location. */
export async function sendFiles(files: readonly File[], signal: AbortSignal): Promise<string> {
  let location: string | undefined;
  for (const file of files) {
    const ending = file.name.split(".").at(-1)?.toLowerCase() ?? "";
    const query = new URLSearchParams({
      name: file.name,
      ...(location === undefined ? {} : { beside: location }),
    });
    let answer: Answer;
    try {
      const response = await fetch(`/upload?${query}`, {
        method: "POST",
        headers: { "Content-Type": FILE_TYPES[ending] ?? "application/octet-stream" },
        body: file,
        signal,
      });
      answer = (await response.json()) as Answer; // as: it answers as everything under /api/ does
    } catch (cause) {
      if (signal.aborted) throw cause;
      throw noAnswer(cause);
    }
    if (!answer.ok) throw new ProblemError(answer.problem, answer.message);
    ({ location } = answer.value as { location: string }); // as: that is what /upload gives
  }
  return location ?? "";
}

function noAnswer(cause: unknown): ProblemError {
  return new ProblemError(
    { code: "http/no-answer" },
    "Cannot reach Throughline: it does not answer. See whether it still runs in its terminal, and start it again if not",
    { cause },
  );
}
