// The worker thread for long work on catalogues: reading a release, and learning titles. It reads the
// shelf but never changes it; what it made goes back to the program, which keeps it or does not.

import { parentPort, workerData } from "node:worker_threads";
import type { Catalogue } from "../domain/occupations/catalogue.ts";
import type { Crosswalks } from "../domain/occupations/crosswalks.ts";
import { fail, ok } from "../domain/result.ts";
import { trainTitleEncoder } from "../domain/titles/train-encoder.ts";
import { listInWords } from "../domain/words-in-a-row.ts";
import type { ReadJob, TrainJob, WorkerJob } from "../host/catalogue-work.ts";
import { openSource } from "../host/open-source.ts";
import type { WorkerMessage } from "../host/run-in-worker.ts";
import { readBls } from "../sources/bls.ts";
import { comesInParts } from "../sources/complete-tables.ts";
import { readCrosswalks } from "../sources/crosswalks.ts";
import { readEsco } from "../sources/esco.ts";
import { readOnet } from "../sources/onet.ts";
import type { OpenedSource } from "../sources/opened-source.ts";
import { type Lack, type SourceProblem, sourceProblemText } from "../sources/source-problem.ts";
import {
  contentHashOf,
  makeCatalogueBytes,
  makeCrosswalkBytes,
} from "../storage/catalogue-bytes.ts";
import type { NewCatalogue } from "../storage/catalogue-shelf.ts";
import { openCatalogueShelf } from "../storage/sqlite-catalogue-shelf.ts";
import { completedTables } from "./kept-tables.ts";
import { hashesOf, shelfKeys } from "./shelf-keys.ts";
import { combine, findersOf, learntDerived, prepareDerived } from "./shelf-making.ts";

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

function progress(label: string, share: number | undefined): void {
  send({ progress: { label, share } });
}

/** Shares of the whole that the parts of adding take. Measured here on O*NET 30.0 from a zip. */
const OPENED_SHARE = 0.3;
const READ_SHARE = 0.75;

async function read(job: ReadJob): Promise<unknown> {
  const { kind, location } = job;
  const opened = await openSource(location, {
    kind,
    signal: new AbortController().signal, // Ending the thread is how this work is stopped.
    temporaryFolder: job.temporaryFolder,
    progress: (doing, done, whole) =>
      progress(
        doing === "downloading" ? "Downloading" : "Unpacking",
        whole === undefined || whole === 0 ? undefined : (OPENED_SHARE * done) / whole,
      ),
  });
  if (!opened.ok) return opened;
  progress("Reading", OPENED_SHARE);
  const shelf = openCatalogueShelf(job.shelfPath);
  try {
    const before = await hashesOf(shelf);
    const completed = await completedTables(shelf, job, opened.value);
    const found = readKind(job, { ...opened.value, files: completed.files });
    if (found.isEmpty) return fail({ code: "catalogue/empty", kind, problems: found.problems });
    progress("Putting together", READ_SHARE);
    const { alsoFrom } = completed;
    const catalogue = { ...found.catalogue, ...(alsoFrom.length > 0 ? { alsoFrom } : {}) };
    const hashes = { ...before, [kind]: contentHashOf(catalogue.columns) };
    const finder = { ...findersOf(shelf), [kind]: async () => found.content };
    const made = await prepareDerived(kind, finder, await shelfKeys(hashes));
    const leftOut = found.problems.filter((problem) => !isLack(problem));
    return ok({
      catalogue,
      made: [...made, ...completed.made],
      leftOut,
      replaced: completed.replaced ?? before[kind] !== undefined,
      kept: completed.kept,
      completes: comesInParts(kind) ? (before[kind] ?? "") : undefined,
    });
  } finally {
    await shelf.close();
  }
}

interface Found {
  readonly content: Catalogue | Crosswalks;
  readonly catalogue: NewCatalogue;
  readonly problems: readonly SourceProblem[];
  readonly isEmpty: boolean;
}

/** The reader of each kind, and what is told of what it read. */
function readKind(job: ReadJob, { files, sha256, bytes }: OpenedSource): Found {
  const facts = {
    kind: job.kind,
    source: job.source,
    addedAt: job.addedAt,
    sha256,
    bytes,
  };
  if (job.kind === "crosswalks") {
    const { crosswalks, problems } = readCrosswalks(files);
    const counts = [
      { name: "fields of study", count: crosswalks.studyFields.length },
      { name: "ISCO codes", count: crosswalks.isco.length },
      { name: "older SOC codes", count: crosswalks.soc2010.length },
    ];
    const columns = makeCrosswalkBytes(crosswalks);
    const catalogue = {
      ...facts,
      ...{ release: crosswalkRelease(crosswalks), lacks: lacksIn(problems), columns },
      counts: counts.filter(({ count }) => count > 0),
      attribution: ["Crosswalks: U.S. Bureau of Labor Statistics and NCES (public domain)."],
    };
    const isEmpty = counts.every(({ count }) => count === 0);
    return { content: crosswalks, catalogue, problems, isEmpty };
  }
  const reader = { onet: readOnet, esco: readEsco, bls: readBls }[job.kind];
  const { catalogue: content, problems } = reader(files);
  const { release, attribution } = content;
  const columns = makeCatalogueBytes(content);
  const catalogue = {
    ...facts,
    release,
    attribution,
    counts: countsOf(content),
    lacks: lacksIn(problems),
    columns,
  };
  return { content, catalogue, problems, isEmpty: content.ids.length === 0 };
}

/** By what is in it: the crosswalks are published one by one, and may be added so. */
function crosswalkRelease({ studyFields, isco }: Crosswalks): string {
  const others = [
    ...(studyFields.length > 0 ? ["CIP 2020"] : []),
    ...(isco.length > 0 ? ["ISCO-08"] : []),
  ];
  return listInWords([...(others.length > 0 ? others : ["SOC 2010"]), "SOC 2018"]);
}

/** A lack is the release's own; everything else is a row or a file that could not be used. */
const LACKS: ReadonlySet<string> = new Set<Lack["code"]>([
  "source/lacks-table",
  "source/lacks-column",
  "source/partly-known",
  "source/language",
  "source/suppressed",
  "source/top-coded",
  "source/hourly-only",
]);

function isLack(problem: SourceProblem): problem is Lack {
  return LACKS.has(problem.code);
}

function lacksIn(problems: readonly SourceProblem[]): readonly string[] {
  return problems.filter(isLack).map(sourceProblemText);
}

function countsOf(catalogue: Catalogue): NewCatalogue["counts"] {
  const sum = (lists: readonly (readonly unknown[])[]) =>
    lists.reduce((total, list) => total + list.length, 0);
  return [
    { name: "occupations", count: catalogue.ids.length },
    { name: "other names", count: sum(catalogue.aliases) },
    { name: "rated elements", count: catalogue.elements.length },
    { name: "skills", count: catalogue.skills.ids.length },
    { name: "tasks", count: sum(catalogue.tasks) },
    { name: "figures of pay", count: catalogue.payMedian.filter((pay) => pay >= 0).length },
  ].filter(({ count }) => count > 0);
}

async function train(job: TrainJob): Promise<unknown> {
  const shelf = openCatalogueShelf(job.shelfPath);
  try {
    const hashes = await hashesOf(shelf);
    const keys = await shelfKeys(hashes);
    const find = findersOf(shelf);
    const [working, esco] = [await combine(find), await find.esco()];
    const encoder = trainTitleEncoder(esco === undefined ? [working] : [working, esco], {
      seed: TRAINING_SEED,
      onProgress: (share, label) => progress(label, share * LEARNT_SHARE),
    });
    progress("Indexing titles", LEARNT_SHARE);
    return await learntDerived(encoder, { working, esco }, keys);
  } finally {
    await shelf.close();
  }
}

/** Any number would do: the same one and the same catalogues give the same encoder, byte for byte. */
const TRAINING_SEED = 1;

/** Indexing every title with what was learnt comes after it. Measured here. */
const LEARNT_SHARE = 0.96;

const job = workerData as WorkerJob; // as: host/catalogue-work.ts starts this file with one
try {
  send({ result: job.do === "read" ? await read(job) : await train(job) });
} catch (error) {
  const failure = error instanceof Error ? error : new Error(String(error));
  const { message, stack = "" } = failure;
  const code = "code" in failure && typeof failure.code === "string" ? { code: failure.code } : {};
  send({ failure: { message, stack, ...code } });
}
