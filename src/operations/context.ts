// What an operation is given to work with. Web-standard types only, nothing from node:, so that the
// same operations can one day run inside a browser. host/ makes the parts, cli/main.ts wires them.

import type { CalendarDate } from "../domain/calendar-date.ts";
import type { Catalogue } from "../domain/occupations/catalogue.ts";
import type { TitleIndex } from "../domain/titles/title-index.ts";
import type { CatalogueShelf } from "../storage/catalogue-shelf.ts";
import type { Store } from "../storage/store.ts";
import type { CatalogueWork } from "./catalogues/catalogue-work.ts";
import type { Progress } from "./progress.ts";

export interface OperationContext {
  /** Whose data this call reads or writes. */
  readonly personId: () => Promise<string>;
  /** Opens the store at the first call; an operation that stores nothing never opens it. */
  readonly store: () => Promise<Store>;
  /**
   * The working catalogue, loaded when it is first needed and kept: O*NET's occupations where they were
   * added, with all that the starter knows, else the starter. One call sees one state of the shelf.
   */
  readonly catalogue: () => Promise<Catalogue>;
  /** The working catalogue's titles, indexed. */
  readonly titles: () => Promise<TitleIndex>;
  /** ESCO as it was added, and its titles; undefined where it was not. */
  readonly esco: () => Promise<Catalogue | undefined>;
  readonly escoTitles: () => Promise<TitleIndex | undefined>;
  /** The public catalogues that were added. */
  readonly catalogues: () => Promise<CatalogueShelf>;
  /** Adding a catalogue, and learning its titles: long work, beside everything else. */
  readonly catalogueWork: () => Promise<CatalogueWork>;
  readonly today: CalendarDate;
  /** A new id, ordered by time (uuid version 7). */
  readonly newId: () => string;
  /** A new secret of 256 random bits, safe in an address. */
  readonly newSecret: () => string;
  readonly log: (message: string) => void;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Reads one of the bundled example careers by name ("network-manager"), or undefined. */
  readonly example: (name: string) => Promise<string | undefined>;
  readonly exampleNames: () => Promise<readonly string[]>;
}
