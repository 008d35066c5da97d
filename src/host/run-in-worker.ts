// Runs one piece of long work in a worker thread, so that a server goes on answering. Progress comes back
// as it goes; aborting ends the thread at once, wherever it is.

import { Worker } from "node:worker_threads";
import type { Progress } from "../operations/progress.ts";

/** What a worker sends: how far it is, then its result or that it failed. */
export type WorkerMessage =
  | { readonly progress: { readonly label: string; readonly share: number | undefined } }
  | { readonly result: unknown }
  | { readonly failure: WorkerFailure };

/** An error as it can be sent: what it was, and where in the worker. */
export interface WorkerFailure {
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
}

export interface WorkerCall {
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/**
 * Returns what the worker's file makes of the job (plain data; both are copied), or undefined when the
 * signal was aborted before its result came.
 */
export function runInWorker(
  file: URL,
  job: unknown,
  { signal, progress }: WorkerCall,
): Promise<unknown> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: job });
    const abort = () => finish(() => resolve(undefined));
    let finished = false;
    const finish = (settle: () => void) => {
      if (finished) return;
      finished = true;
      signal.removeEventListener("abort", abort);
      // The thread is over before the caller hears of it, so that nothing of it is left behind.
      worker.terminate().then(settle, settle);
    };
    signal.addEventListener("abort", abort);
    worker.on("message", (message: WorkerMessage) => {
      if ("progress" in message) progress(message.progress.label, message.progress.share);
      else if ("result" in message) finish(() => resolve(message.result));
      else finish(() => reject(errorOf(message.failure)));
    });
    worker.on("error", (error) => finish(() => reject(error)));
    worker.on("exit", (code) => {
      finish(() => reject(new Error(`Cannot finish: the worker ended with code ${code}`)));
    });
  });
}

/** The failure as it was in the worker, with its code, which says whose sentence it is. */
function errorOf({ message, stack, code }: WorkerFailure): Error {
  const error = new Error(message);
  error.stack = stack;
  return code === undefined ? error : Object.assign(error, { code });
}
