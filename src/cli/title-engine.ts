// The title engine as the shelf uses it: indexes, an encoder and their bytes. What learns titles is not
// there yet: they are matched by their words.

import type { Catalogue } from "../domain/occupations/catalogue.ts";
import { buildTitleIndex, type TitleEntry, type TitleIndex } from "../domain/titles/title-index.ts";

/** Whether there is an engine that learns titles. */
export const LEARNS = false as boolean;

export type Encoder = Readonly<Record<never, never>>;

export function buildIndex(entries: readonly TitleEntry[], _encoder?: Encoder): TitleIndex {
  return buildTitleIndex(entries);
}

/** Returns the index as bytes; undefined where it has to be built each time. */
export function makeBytesOfIndex(_index: TitleIndex): Uint8Array | undefined {
  return undefined;
}

export function indexFromBytes(_bytes: Uint8Array, _encoder?: Encoder): TitleIndex | undefined {
  return undefined;
}

export function parseEncoder(_bytes: Uint8Array): Encoder | undefined {
  return undefined;
}

export function trainEncoder(
  _catalogues: readonly Catalogue[],
  _onProgress: (share: number, label: string) => void,
): Uint8Array {
  throw new Error("Cannot learn titles: there is no engine for it");
}
