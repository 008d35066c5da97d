// What an operation is given to work with. Web-standard types only, nothing from node:, so that the
// same operations can one day run inside a browser. host/ makes the parts, cli/main.ts wires them.

import type { CalendarDate } from "../domain/calendar-date.ts";
import type { Catalogue } from "../domain/occupations/catalogue.ts";
import type { RandomSource } from "../domain/random-source.ts";
import type { TitleIndex } from "../domain/titles/title-index.ts";
import type { Store } from "../storage/store.ts";

/** Told what is being done, and the share done, 0–1, or undefined when it is not known. */
export type Progress = (label: string, share: number | undefined) => void;

export interface OperationContext {
  /** Whose data this call reads or writes. */
  readonly personId: () => Promise<string>;
  /** Opens the store at the first call; an operation that stores nothing never opens it. */
  readonly store: () => Promise<Store>;
  /** Loads the catalogue at the first call, and keeps it. */
  readonly catalogue: () => Promise<Catalogue>;
  /** The catalogue's titles, indexed at the first call. */
  readonly titles: () => Promise<TitleIndex>;
  /** ESCO, and its titles; undefined where it was not added. */
  readonly esco?: () => Promise<Catalogue | undefined>;
  readonly escoTitles?: () => Promise<TitleIndex | undefined>;
  readonly today: CalendarDate;
  /** A new id, ordered by time (uuid version 7). */
  readonly newId: () => string;
  /** The same seed gives the same numbers. */
  readonly random: (seed: number) => RandomSource;
  readonly log: (message: string) => void;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Reads one of the bundled example careers by name ("network-manager"), or undefined. */
  readonly example: (name: string) => Promise<string | undefined>;
  readonly exampleNames: () => Promise<readonly string[]>;
}
