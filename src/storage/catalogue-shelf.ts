// The port for catalogue.db: which public catalogues were added, their columns, and beside them what was
// made from them (the combined catalogue, title indexes, the trained encoder). All of it can be made
// again from the downloads, so it is left out of back-ups; nothing of the person is in it.

import type { Catalogue } from "../domain/occupations/catalogue.ts";
import type { Crosswalks } from "../domain/occupations/crosswalks.ts";

/** What can stand on the shelf, one of each; adding one again takes the place of the former. */
export const CATALOGUE_KINDS = ["onet", "esco", "bls", "crosswalks"] as const;
export type CatalogueKind = (typeof CATALOGUE_KINDS)[number];

/** What is known of a catalogue on the shelf without loading it. */
export interface ShelvedCatalogue {
  readonly kind: CatalogueKind;
  /** "O*NET 30.0". */
  readonly release: string;
  /** Where it was read from: a path, or an address without names, passwords and queries. */
  readonly source: string;
  /** SHA-256 of the file that was read, in hex; of all files in order where it was a folder. */
  readonly sha256: string;
  readonly bytes: number;
  /** When it was added, an instant in ISO form. */
  readonly addedAt: string;
  /** Where its other tables were read from, where it was added in parts. */
  readonly alsoFrom?: readonly TableOrigin[];
  /** How many of what: occupations, aliases, rated elements. In the order in which they are shown. */
  readonly counts: readonly { readonly name: string; readonly count: number }[];
  /** What this release does not have, in plain words. */
  readonly lacks: readonly string[];
  readonly attribution: readonly string[];
  /** SHA-256 of its columns: equal for equal content. */
  readonly contentHash: string;
}

/** Where a table came from that was added before the others: as a ShelvedCatalogue's own. */
export interface TableOrigin {
  readonly source: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly addedAt: string;
}

/** Something made from catalogues of the shelf. */
export interface DerivedBytes {
  /** "working", "titles", "encoder": what it is. */
  readonly name: string;
  /** Hash of all that it was made from; asked for by another key it is not there. */
  readonly key: string;
  /** Kinds whose adding or removing makes it stale, whether they were there or not. */
  readonly madeFrom: readonly CatalogueKind[];
  readonly bytes: Uint8Array;
}

export type NewCatalogue = Omit<ShelvedCatalogue, "contentHash"> & {
  /** What makeCatalogueBytes() or, for crosswalks, makeCrosswalkBytes() gives. */
  readonly columns: Uint8Array;
};

/**
 * The shelf. Each change is one transaction: it happened whole or not at all, also when the process is
 * killed, and other processes see it at their next look. A shelf that nobody has put anything on has no
 * file; looking makes none.
 */
export interface CatalogueShelf {
  /** A text that is another one after every change by any process; empty where there is no file. */
  revision(): Promise<string>;
  /** Returns what is there, in the order of CATALOGUE_KINDS. */
  list(): Promise<readonly ShelvedCatalogue[]>;
  /** @throws StorageError "catalogue/damaged" when its bytes cannot be read */
  findCatalogue(kind: Exclude<CatalogueKind, "crosswalks">): Promise<Catalogue | undefined>;
  /** @throws StorageError "catalogue/damaged" when its bytes cannot be read */
  findCrosswalks(): Promise<Crosswalks | undefined>;
  /** Changes nothing. @throws StorageError where nothing could be put on the shelf: a folder that may not be written */
  checkWritable(): Promise<void>;
  /**
   * Puts it on the shelf, in place of the one of its kind, removes what is stale now, and keeps what was
   * made with it already. With `completes`, the content hash of the one that it completes (empty for none),
   * it does nothing and returns false where another one is there by now.
   */
  put(
    catalogue: NewCatalogue,
    made?: readonly DerivedBytes[],
    completes?: string,
  ): Promise<boolean>;
  /** Takes it off the shelf with all that was made from it; returns whether it was there. */
  remove(kind: CatalogueKind): Promise<boolean>;
  /** Returns the key under which something is kept, without loading it. */
  findDerivedKey(name: string): Promise<string | undefined>;
  /** Returns what was made under this very key. */
  findDerived(name: string, key: string): Promise<Uint8Array | undefined>;
  /** Keeps what was made, all or none, each in place of the former of its name. */
  saveDerived(made: readonly DerivedBytes[]): Promise<void>;
  /** The same for what any process could make by itself: the revision stays as it is. */
  cacheDerived(made: readonly DerivedBytes[]): Promise<void>;
  close(): Promise<void>;
}
