// The long work on catalogues that this browser has begun: sending files and reading a release, and asking
// for titles to be learnt. It lives beside the pages, so that walking about the app ends nothing; closing the
// window ends reading (nothing is changed then), while learning goes on in the server, which alone knows how
// far it is. What one window does, the others show: they hear of it on a channel, and a lock that the browser
// takes from a window that is gone tells them when nobody does it any more.

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
  readonly phase: "idle" | "sending" | "reading";
  /** Whose catalogue is being added, or was last. */
  readonly kind: CatalogueKind | undefined;
  readonly label: string;
  /** 0–1; undefined where it is not known. */
  readonly share: number | undefined;
  /** What went wrong last; undefined once something is begun. */
  readonly error: Error | undefined;
  /** What was added last. */
  readonly added: ValueOf<"add-catalogue"> | undefined;
}

export interface CatalogueWork {
  readonly job: CatalogueJob;
  /** Another window of this browser does it. */
  readonly elsewhere: boolean;
  /** This window has asked for titles to be learnt and has no answer yet. */
  readonly learning: boolean;
  readonly learningError: Error | undefined;
}

const IDLE: CatalogueJob = {
  phase: "idle",
  kind: undefined,
  label: "",
  share: undefined,
  error: undefined,
  added: undefined,
};

let work: CatalogueWork = {
  job: IDLE,
  elsewhere: false,
  learning: false,
  learningError: undefined,
};
const listeners = new Set<() => void>();

function change(next: Partial<CatalogueWork>): void {
  work = { ...work, ...next };
  for (const listener of listeners) listener();
}

/** Returns the work as it is, and again at each change. */
export function useCatalogueWork(): CatalogueWork {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => work,
  );
}

/** What windows tell each other; "ask" is what one that has just opened says. */
type Word = { readonly job: CatalogueJob } | "ask" | "stop";

const NAME = "throughline-catalogues";
const channel = new BroadcastChannel(NAME);
/** While this window does the work; the lock is held as long. */
let stopping: AbortController | undefined;

channel.onmessage = ({ data }: MessageEvent<Word>) => {
  if (data === "stop") stopping?.abort();
  else if (data === "ask") tellOthers();
  else if (stopping === undefined) hear(data.job);
};
channel.postMessage("ask" satisfies Word);

function tellOthers(): void {
  if (stopping !== undefined) channel.postMessage({ job: work.job } satisfies Word);
}

function hear(job: CatalogueJob): void {
  const isNew = work.job.phase === "idle" && job.phase !== "idle";
  change({ job, elsewhere: job.phase !== "idle" });
  // Granted when the other window is done or gone, closed in the midst of it included.
  if (isNew) {
    void navigator.locks.request(NAME, { mode: "shared" }, () => {
      if (work.elsewhere) change({ job: IDLE, elsewhere: false });
    });
  }
}

function changeJob(next: Partial<CatalogueJob>): void {
  change({ job: { ...work.job, ...next }, elsewhere: false });
  tellOthers();
}

/** Where a release comes from: files that the person chose, the official address, or a place they wrote. */
export type ReleaseSource =
  | { readonly files: readonly File[] }
  | { readonly location: string }
  | "official";

/** Adds a release and then learns titles; `changed` is told when the catalogues have changed, and asks anew. */
export async function addRelease(
  kind: CatalogueKind,
  source: ReleaseSource,
  changed: () => Promise<void>,
): Promise<void> {
  if (work.job.phase !== "idle") return;
  const isAdded = await navigator.locks.request(NAME, { ifAvailable: true }, async (lock) =>
    lock === null ? false : addHeld(kind, source, changed),
  );
  if (isAdded) await learnTitles(changed);
}

/** Adds it while this window alone may; returns whether it was. */
async function addHeld(
  kind: CatalogueKind,
  source: ReleaseSource,
  changed: () => Promise<void>,
): Promise<boolean> {
  stopping = new AbortController();
  const { signal } = stopping;
  window.addEventListener("beforeunload", askBeforeLeaving);
  try {
    const location = await locationOf(kind, source, signal);
    changeJob({ ...IDLE, kind, phase: "reading", label: "Reading" });
    const added = await callWithProgress(
      "add-catalogue",
      { kind, noTraining: true, ...(location === undefined ? {} : { location }) },
      { signal, onProgress: ({ label, share }) => changeJob({ label, share }) },
    );
    await changed();
    changeJob({ ...IDLE, kind, added });
    return true;
  } catch (error) {
    changeJob({ ...IDLE, kind, error: signal.aborted ? undefined : asError(error) });
    return false;
  } finally {
    stopping = undefined;
    window.removeEventListener("beforeunload", askBeforeLeaving);
  }
}

async function locationOf(
  kind: CatalogueKind,
  source: ReleaseSource,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (source === "official") return undefined;
  if ("location" in source) return source.location;
  changeJob({ ...IDLE, kind, phase: "sending", label: "Sending" });
  const onProgress = ({ label, share }: CallProgress) => changeJob({ label, share });
  return await sendFiles(source.files, { signal, onProgress });
}

/** Closing the window ends what it reads: the browser asks first. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Stops the adding that is under way, here or in another window; nothing is then changed. */
export function stopAdding(): void {
  if (work.elsewhere) channel.postMessage("stop" satisfies Word);
  else stopping?.abort();
}

/** Ends what waits for the learning that this window has asked for. */
let leaving = new AbortController();

/** Asks for titles to be learnt and waits for it; never called but for a person's press, here or for adding. */
export async function learnTitles(changed: () => Promise<void>): Promise<void> {
  leaving = new AbortController();
  const { signal } = leaving;
  change({ learning: true, learningError: undefined });
  let learningError: Error | undefined;
  try {
    await call("train-titles", {}, { signal });
  } catch (cause) {
    if (!signal.aborted) learningError = asError(cause);
  }
  await changed();
  // A later press, or another release, may have asked anew meanwhile.
  if (leaving.signal === signal) change({ learning: false, learningError });
}

/** Stops learning, whoever asked for it; titles are then matched by their words. */
export async function stopLearning(changed: () => Promise<void>): Promise<void> {
  leaving.abort();
  try {
    await call("stop-training", {});
  } catch (cause) {
    change({ learningError: asError(cause) });
  }
  await changed();
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new ProblemError({ code: "internal" }, String(error));
}
