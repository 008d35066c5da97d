// The context of operations on a person's own machine: parts are opened when first asked for, so that
// a command that stores nothing opens no database.

import { v7 as newId } from "uuid";
import type { Catalogue } from "../domain/occupations/catalogue.ts";
import { seededRandom } from "../domain/random-source.ts";
import type { TitleIndex } from "../domain/titles/title-index.ts";
import { exampleNames, readExample, readStarterFiles } from "../host/bundled-files.ts";
import { readToday } from "../host/clock.ts";
import { databasePathOf, dataFolderOf } from "../host/data-folder.ts";
import type { OperationContext } from "../operations/context.ts";
import type { Store } from "../storage/store.ts";

export interface LocalContexts {
  /** A context for one call. */
  contextFor(call: { readonly signal: AbortSignal }): OperationContext;
  /** Opens the store if it is not open yet. */
  openStore(): Promise<Store>;
  close(): Promise<void>;
}

/** Returns contexts that share one store and one catalogue, on the given data folder. */
export function localContexts(dataFolder: string | undefined): LocalContexts {
  let store: Promise<Store> | undefined;
  let catalogue: Promise<Catalogue> | undefined;
  let titles: Promise<TitleIndex> | undefined;

  const openStore = () => {
    store ??= import("../storage/sqlite-store.ts")
      .then(({ openSqliteStore }) => openSqliteStore(databasePathOf(dataFolderOf(dataFolder))))
      .catch((error) => {
        store = undefined; // The next call tries again: the disk may be back.
        throw error;
      });
    return store;
  };
  const loadCatalogue = () => {
    catalogue ??= readCatalogue();
    return catalogue;
  };
  const loadTitles = () => {
    titles ??= indexTitles(loadCatalogue);
    return titles;
  };
  return {
    openStore,
    contextFor: ({ signal }) => ({
      personId: async () => (await openStore()).ensureLocalPerson(newId),
      store: openStore,
      catalogue: loadCatalogue,
      titles: loadTitles,
      today: readToday(),
      newId,
      random: seededRandom,
      log: () => {},
      signal,
      progress: () => {},
      example: readExample,
      exampleNames,
    }),
    async close() {
      await (await store)?.close();
    },
  };
}

async function readCatalogue(): Promise<Catalogue> {
  const { readStarter } = await import("../sources/starter.ts");
  const { catalogue, problems } = readStarter(await readStarterFiles());
  if (problems.length > 0) {
    throw new Error(`The starter catalogue is damaged: ${JSON.stringify(problems[0])}`);
  }
  return catalogue;
}

async function indexTitles(loadCatalogue: () => Promise<Catalogue>): Promise<TitleIndex> {
  const { buildTitleIndex } = await import("../domain/titles/title-index.ts");
  const { titleEntriesOf } = await import("../domain/titles/match-title.ts");
  return buildTitleIndex(titleEntriesOf(await loadCatalogue()));
}
