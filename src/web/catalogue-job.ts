// The one long job on catalogues that this browser has begun or watches: sending files, reading a release,
// learning titles. It lives beside the pages, so that walking about the app ends nothing; closing the tab
// ends reading (nothing is changed then), while learning goes on in the server.

import { useSyncExternalStore } from "react";
import {
  type CallProgress,
  call,
  callWithProgress,
  type InputOf,
  ProblemError,
  sendFiles,
  type ValueOf,
} from "../http/client.ts";

export type CatalogueKind = InputOf<"add-catalogue">["kind"];

export interface CatalogueJob {
  readonly phase: "idle" | "sending" | "reading" | "learning";
  /** Whose catalogue is being added, or was last. */
  readonly kind: CatalogueKind | undefined;
  readonly label: string;
  /** 0–1; undefined where it is not known. */
  readonly share: number | undefined;
  readonly secondsLeft: number | undefined;
  /** What went wrong last; undefined once something is begun. */
  readonly error: Error | undefined;
  /** What was added last. */
  readonly added: ValueOf<"add-catalogue"> | undefined;
}

const IDLE: CatalogueJob = {
  phase: "idle",
  kind: undefined,
  label: "",
  share: undefined,
  secondsLeft: undefined,
  error: undefined,
  added: undefined,
};

let job = IDLE;
let stopping = new AbortController();
const listeners = new Set<() => void>();

function change(next: Partial<CatalogueJob>): void {
  job = { ...job, ...next };
  for (const listener of listeners) listener();
}

/** Returns the job as it is, and again at each change. */
export function useCatalogueJob(): CatalogueJob {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => job,
  );
}

/** Where a release comes from: files that the person chose, or the official address. */
export type ReleaseSource = { readonly files: readonly File[] } | "official";

/** Adds a release and then learns titles; `changed` is told when the catalogues have changed, and asks anew. */
export async function addRelease(
  kind: CatalogueKind,
  source: ReleaseSource,
  changed: () => Promise<void>,
): Promise<void> {
  if (job.phase !== "idle") return;
  stopping = new AbortController();
  const { signal } = stopping;
  const isSent = source !== "official";
  change({ ...IDLE, kind, phase: isSent ? "sending" : "reading", label: "Sending the file" });
  try {
    const location = isSent ? await sendFiles(source.files, signal) : undefined;
    change({ phase: "reading", label: "Reading" });
    const added = await callWithProgress(
      "add-catalogue",
      { kind, noTraining: true, ...(location === undefined ? {} : { location }) },
      { signal, onProgress: tell },
    );
    await changed();
    change({ ...IDLE, kind, added });
  } catch (error) {
    change({ ...IDLE, kind, error: signal.aborted ? undefined : asError(error) });
    return;
  }
  await learnTitles(changed);
}

/** Learns titles, or watches the learning that is under way. */
export async function learnTitles(changed: () => Promise<void>): Promise<void> {
  if (job.phase !== "idle") return;
  stopping = new AbortController();
  const { signal } = stopping;
  const { kind, added } = job;
  change({ phase: "learning", label: "Learning titles", share: 0, error: undefined });
  began = { at: performance.now(), share: undefined };
  let error: Error | undefined;
  try {
    await callWithProgress("train-titles", {}, { signal, onProgress: tell });
  } catch (cause) {
    error = asError(cause);
  }
  // The pages know it is over before the job is: they would join it again otherwise.
  await changed();
  change({ ...IDLE, kind, added, error });
}

/** Stops what is under way: a release is then not added, and titles are matched by their words. */
export async function stopJob(): Promise<void> {
  if (job.phase === "learning") await call("stop-training", {});
  else stopping.abort();
}

/** When learning was first heard of and how far it was then, for the time left. */
let began: { at: number; share: number | undefined } = { at: 0, share: undefined };
/** Time left is guessed from so much of the work on. */
const LEAST_SHARE_FOR_GUESS = 0.03;

function tell({ label, share }: CallProgress): void {
  if (job.phase !== "learning" || share === undefined) {
    change({ label, share });
    return;
  }
  began.share ??= share;
  const done = share - began.share;
  const seconds = (performance.now() - began.at) / 1000;
  const secondsLeft =
    done < LEAST_SHARE_FOR_GUESS ? undefined : Math.round((seconds / done) * (1 - share));
  change({ label, share, secondsLeft });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new ProblemError({ code: "internal" }, String(error));
}
