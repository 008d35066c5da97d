// An answer that says how far it is: lines of JSON, each a progress or, as the last one, the same answer
// that a caller gets who does not ask for lines. Under the same rules as any other; long operations only
// differ in that their lines are worth reading.

import type { Context } from "hono";
import type { Progress } from "../operations/progress.ts";
import type { Answer, HttpEnv } from "./answer.ts";

export const STREAM_TYPE = "application/x-ndjson";

/** One line: how far it is, or the answer, after which nothing follows. */
export type AnswerLine =
  | { readonly progress: { readonly label: string; readonly share?: number } }
  | Answer;

interface StreamedCall {
  /** Aborts when the caller goes away. */
  readonly signal: AbortSignal;
  run(call: { readonly signal: AbortSignal; readonly progress: Progress }): Promise<Answer>;
  /** The answer when run() throws. */
  fail(error: unknown): Answer;
}

/** A line at most this often: what a person sees move, not what a machine counts. */
const LEAST_MS_BETWEEN = 100;

/** Returns whether the caller asks for lines, and for nothing else. */
export function wantsStream(context: Context): boolean {
  return context.req.header("accept") === STREAM_TYPE;
}

/** Returns the answer as lines; its status is 200 whatever the last line says. */
export function streamAnswer(context: Context<HttpEnv>, call: StreamedCall): Response {
  const gone = new AbortController();
  const signal = AbortSignal.any([call.signal, gone.signal]);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (line: AnswerLine) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      let last = Number.NEGATIVE_INFINITY;
      let lastLabel: string | undefined;
      const progress: Progress = (label, share) => {
        const now = performance.now();
        if (label === lastLabel && now - last < LEAST_MS_BETWEEN) return;
        [last, lastLabel] = [now, label];
        send({ progress: { label, ...(share === undefined ? {} : { share }) } });
      };
      try {
        send(await call.run({ signal, progress }));
      } catch (error) {
        send(call.fail(error));
      }
      if (!signal.aborted) controller.close();
    },
    cancel() {
      gone.abort();
    },
  });
  return context.body(body, 200, { "Content-Type": STREAM_TYPE });
}
