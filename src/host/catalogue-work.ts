// Long work on catalogues in worker threads: one catalogue is added at a time, and titles are learnt once
// however many wait for it. Only what a worker has finished is put on the shelf, in one transaction.

import { fail, ok, type Result } from "../domain/result.ts";
import { listInWords } from "../domain/words-in-a-row.ts";
import type {
  AddedCatalogue,
  AddRequest,
  CatalogueProblem,
  CatalogueWork,
  WorkCall,
} from "../operations/catalogues/catalogue-work.ts";
import type { Progress } from "../operations/progress.ts";
import type { SourceProblem } from "../sources/source-problem.ts";
import type {
  CatalogueKind,
  CatalogueShelf,
  DerivedBytes,
  NewCatalogue,
} from "../storage/catalogue-shelf.ts";
import { plainLocation } from "./plain-location.ts";
import { runInWorker } from "./run-in-worker.ts";
import { makeTitleTraining } from "./title-training.ts";
import type { Uploads } from "./uploads.ts";

export interface ReadJob {
  readonly do: "read";
  readonly kind: CatalogueKind;
  readonly location: string;
  /** What is kept of where it came from. */
  readonly source: string;
  readonly addedAt: string;
  readonly shelfPath: string;
  readonly temporaryFolder: string;
}

export interface TrainJob {
  readonly do: "train";
  readonly shelfPath: string;
}

export type WorkerJob = ReadJob | TrainJob;

export interface CatalogueWorkOptions {
  readonly shelf: CatalogueShelf;
  readonly shelfPath: string;
  readonly temporaryFolder: string;
  readonly uploads: Uploads;
  /** The worker's file. */
  readonly worker: URL;
  /** Whether learning goes on when who asked for it goes away: in a server, not in a command. */
  readonly trainingOutlivesCalls: boolean;
  /** Whether anything can be learnt, and whether it was. */
  readonly trainingNeed: () => Promise<"not-needed" | "untrained" | "trained">;
  readonly now: () => Date;
}

/** What the worker gives back of a release. */
type ReadResult = Result<
  {
    readonly catalogue: NewCatalogue;
    readonly made: readonly DerivedBytes[];
    readonly leftOut: readonly SourceProblem[];
    readonly replaced: boolean;
    readonly kept: readonly string[];
    /** What the shelf must still have of this kind; see CatalogueShelf.put(). */
    readonly completes: string | undefined;
  },
  CatalogueProblem
>;

/** How a file that a browser sent is called; where it lay for a moment is nobody's business. */
const SENT_FILE = "the file from the browser";

/** Names that are listed whole; of a folder of many the first stands for all. */
const MOST_NAMES = 3;

/** Returns how files that were sent together are called: by their names, or by the first and how many more. */
export function sentFilesInWords(names: readonly string[]): string {
  const [first = "", ...others] = names;
  return names.length <= MOST_NAMES
    ? listInWords(names)
    : `${first} and ${others.length} more files`;
}

function withoutPlace(problem: CatalogueProblem): CatalogueProblem {
  return "location" in problem ? { ...problem, location: SENT_FILE } : problem;
}

/** Returns the work on this shelf; nothing runs yet. */
export function makeCatalogueWork(options: CatalogueWorkOptions): CatalogueWork & {
  /** Ends whatever runs. */
  close(): Promise<void>;
} {
  const { shelf, uploads } = options;
  const closing = new AbortController();
  let adding = false;

  async function add(
    request: AddRequest,
    call: WorkCall,
  ): Promise<Result<AddedCatalogue, CatalogueProblem>> {
    if (adding) return fail({ code: "catalogue/busy" });
    adding = true;
    const upload = uploads.find(request.location);
    try {
      if (upload === "unknown") {
        return fail({ code: "catalogue/unknown-upload", id: request.location });
      }
      return await addFrom(request, upload, call);
    } finally {
      adding = false;
      if (upload !== undefined && upload !== "unknown") await uploads.remove(request.location);
    }
  }

  async function addFrom(
    { kind, location }: AddRequest,
    upload: { readonly path: string; readonly names: readonly string[] } | undefined,
    call: WorkCall,
  ): Promise<Result<AddedCatalogue, CatalogueProblem>> {
    // Before a long download, not after it.
    await shelf.checkWritable();
    const job: ReadJob = {
      do: "read",
      kind,
      location: upload?.path ?? location,
      source:
        upload === undefined
          ? plainLocation(location)
          : `${sentFilesInWords(upload.names)}, from the browser`,
      addedAt: options.now().toISOString(),
      shelfPath: options.shelfPath,
      temporaryFolder: options.temporaryFolder,
    };
    const signal = AbortSignal.any([call.signal, closing.signal]);
    // as: the worker is catalogue-worker.ts, whose answer to a ReadJob this is
    const read = (await runInWorker(options.worker, job, { ...call, signal })) as
      | ReadResult
      | undefined;
    if (read === undefined) return fail({ code: "catalogue/cancelled", kind });
    if (!read.ok) return upload === undefined ? read : fail(withoutPlace(read.problem));
    const { catalogue, made, leftOut, replaced, kept, completes } = read.value;
    if (!(await shelf.put(catalogue, made, completes)))
      return addFrom({ kind, location }, upload, call);
    training.stop(); // What is being learnt is of catalogues that have changed.
    return ok({ replaced, kept, leftOut });
  }

  async function learn(signal: AbortSignal, progress: Progress) {
    const job: TrainJob = { do: "train", shelfPath: options.shelfPath };
    // as: the worker is catalogue-worker.ts, whose answer to a TrainJob this is
    const made = (await runInWorker(options.worker, job, { signal, progress })) as
      | readonly DerivedBytes[]
      | undefined;
    if (made === undefined) return "stopped";
    await shelf.saveDerived(made);
    return "trained";
  }

  const training = makeTitleTraining({
    learn,
    need: options.trainingNeed,
    outlivesCalls: options.trainingOutlivesCalls,
    closing: closing.signal,
  });
  return {
    add,
    train: training.train,
    stopTraining: training.stop,
    trainingState: training.state,
    async close() {
      closing.abort();
      await training.ended();
    },
  };
}
