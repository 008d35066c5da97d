// The web's way to the operations: one function, typed by them. Types only from the operations, so
// that no schema library reaches the browser.

import type { OperationTypes } from "../operations/catalog.ts";
import type { Answer } from "./answer.ts";
import type { AnswerLine } from "./answer-stream.ts";
import {
  MOST_UPLOAD_BYTES,
  SAME_NAME,
  TOO_LARGE,
  TOO_LARGE_TOGETHER,
  UPLOAD_TYPES,
} from "./upload-limits.ts";

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

/**
 * Sends files for an operation to use, one beside the other; returns their location. A file that is too large is
 * refused before any is sent: a server that says no in the midst of it would look as if it were gone.
 */
export async function sendFiles(
  files: readonly File[],
  { signal, onProgress }: { signal: AbortSignal; onProgress(progress: CallProgress): void },
): Promise<string> {
  if (files.some(({ size }) => size > MOST_UPLOAD_BYTES)) {
    throw new ProblemError({ code: "http/upload-too-large" }, TOO_LARGE);
  }
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_UPLOAD_BYTES) {
    throw new ProblemError({ code: "http/upload-too-large" }, TOO_LARGE_TOGETHER);
  }
  if (new Set(files.map(({ name }) => name)).size < files.length) {
    throw new ProblemError({ code: "http/upload-same-name" }, SAME_NAME);
  }
  let sent = 0;
  let location: string | undefined;
  for (const [at, file] of files.entries()) {
    onProgress(
      files.length === 1
        ? { label: "Sending the file" }
        : { label: `Sending file ${at + 1} of ${files.length}`, share: sent / Math.max(1, total) },
    );
    location = await sendFile(file, location, signal);
    sent += file.size;
  }
  return location ?? "";
}

async function sendFile(
  file: File,
  beside: string | undefined,
  signal: AbortSignal,
): Promise<string> {
  const ending = file.name.split(".").at(-1)?.toLowerCase() ?? "";
  const query = new URLSearchParams({
    name: file.name,
    ...(beside === undefined ? {} : { beside }),
  });
  let answer: Answer;
  try {
    const response = await fetch(`/upload?${query}`, {
      method: "POST",
      headers: { "Content-Type": UPLOAD_TYPES[ending] ?? "application/octet-stream" },
      body: file,
      signal,
    });
    answer = (await response.json()) as Answer; // as: it answers as everything under /api/ does
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw noAnswer(cause);
  }
  if (!answer.ok) throw new ProblemError(answer.problem, answer.message);
  return (answer.value as { location: string }).location; // as: that is what /upload gives
}

function noAnswer(cause: unknown): ProblemError {
  return new ProblemError(
    { code: "http/no-answer" },
    "Cannot reach Throughline: it does not answer. See whether it still runs in its terminal, and start it again if not",
    { cause },
  );
}
