// The context of operations on a person's own machine: parts are opened when first asked for, so that
// a command that stores nothing opens no database, and one that adds no catalogue starts no worker.

import { extname } from "node:path";
import { v7 as newId } from "uuid";
import { exampleNames, readExample } from "../host/bundled-files.ts";
import { readToday } from "../host/clock.ts";
import {
  catalogueDatabasePathOf,
  databasePathOf,
  dataFolderOf,
  temporaryFolderOf,
} from "../host/data-folder.ts";
import type { Uploads } from "../host/uploads.ts";
import { newSecret } from "../http/sessions.ts";
import type { CatalogueWork } from "../operations/catalogues/catalogue-work.ts";
import type { OperationContext } from "../operations/context.ts";
import type { Progress } from "../operations/progress.ts";
import type { CatalogueShelf } from "../storage/catalogue-shelf.ts";
import type { Store } from "../storage/store.ts";
import { once } from "./once.ts";
import type { ShelfContents } from "./shelf-contents.ts";

export interface LocalCall {
  readonly signal: AbortSignal;
  /** Told how far long work is. */
  readonly progress?: Progress | undefined;
}

export interface LocalContexts {
  /** A context for one call. */
  contextFor(call: LocalCall): OperationContext;
  /** Opens the store if it is not open yet. */
  openStore(): Promise<Store>;
  /** Keeps a file that a browser sends; see Uploads.keep(). */
  keepUpload: Uploads["keep"];
  close(): Promise<void>;
}

export interface LocalOptions {
  /** Whether learning titles goes on when the call that began it ends; see CatalogueWork.train(). */
  readonly trainingOutlivesCalls?: boolean;
}

/** Returns contexts that share one store and one shelf of catalogues, on the given data folder. */
export function localContexts(
  dataFolder: string | undefined,
  { trainingOutlivesCalls = false }: LocalOptions = {},
): LocalContexts {
  const folder = once(async () => dataFolderOf(dataFolder));
  const openStore = once(async () => {
    const { openSqliteStore } = await import("../storage/sqlite-store.ts");
    return openSqliteStore(databasePathOf(await folder()));
  });
  const shelf = once(async (): Promise<CatalogueShelf> => {
    const { openCatalogueShelf } = await import("../storage/sqlite-catalogue-shelf.ts");
    return openCatalogueShelf(catalogueDatabasePathOf(await folder()));
  });
  const uploads = once(async () => {
    const { makeUploads } = await import("../host/uploads.ts");
    const made = makeUploads(temporaryFolderOf(await folder()), newId);
    await made.removeForgotten();
    return made;
  });
  const work = once(async () => {
    const { makeCatalogueWork } = await import("../host/catalogue-work.ts");
    const { canLearn, hashesOf, shelfKeys } = await import("./shelf-keys.ts");
    return makeCatalogueWork({
      shelf: await shelf(),
      shelfPath: catalogueDatabasePathOf(await folder()),
      temporaryFolder: temporaryFolderOf(await folder()),
      uploads: await uploads(),
      worker: new URL(`./catalogue-worker${extname(import.meta.url)}`, import.meta.url),
      trainingOutlivesCalls,
      now: () => new Date(),
      async trainingNeed() {
        const hashes = await hashesOf(await shelf());
        if (!canLearn(hashes)) return "not-needed";
        const { encoder } = await shelfKeys(hashes);
        return (await (await shelf()).findDerivedKey("encoder")) === encoder
          ? "trained"
          : "untrained";
      },
    });
  });

  /** What was loaded, and of which state of the shelf. */
  let loaded: { readonly revision: string; readonly contents: ShelfContents } | undefined;
  const contentsNow = async (): Promise<ShelfContents> => {
    const revision = await (await shelf()).revision();
    if (loaded?.revision === revision) return loaded.contents;
    const { shelfContents } = await import("./shelf-contents.ts");
    const contents = shelfContents(await shelf());
    loaded = { revision, contents };
    return contents;
  };

  return {
    openStore,
    keepUpload: async (...file) => (await uploads()).keep(...file),
    contextFor: ({ signal, progress = () => {} }) => {
      // One call sees one state of the shelf, whatever is added meanwhile.
      const contents = once(contentsNow);
      return {
        personId: async () => (await openStore()).ensureLocalPerson(newId),
        store: openStore,
        catalogue: async () => (await contents()).catalogue(),
        titles: async () => (await contents()).titles(),
        esco: async () => (await contents()).esco(),
        escoTitles: async () => (await contents()).escoTitles(),
        catalogues: shelf,
        catalogueWork: async (): Promise<CatalogueWork> => work(),
        today: readToday(),
        newId,
        newSecret,
        log: () => {},
        signal,
        progress,
        example: readExample,
        exampleNames,
      };
    },
    async close() {
      await work.begun()?.then((begun) => begun.close());
      await shelf.begun()?.then((begun) => begun.close());
      await openStore.begun()?.then((begun) => begun.close());
    },
  };
}
