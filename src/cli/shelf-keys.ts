// Under which keys the shelf keeps what is made from its catalogues: nothing is used that was made from
// others, by another version, or with another starter. Loads little: every start needs it.

import { createHash } from "node:crypto";
import { readStarterFiles, readVersion } from "../host/bundled-files.ts";
import { CATALOGUE_LAYOUT } from "../storage/catalogue-bytes.ts";
import type { CatalogueKind, CatalogueShelf, DerivedBytes } from "../storage/catalogue-shelf.ts";

/** Content hash of each catalogue on the shelf; a kind that is not there has none. */
export type ShelfHashes = Readonly<Partial<Record<CatalogueKind, string>>>;

export async function hashesOf(shelf: CatalogueShelf): Promise<ShelfHashes> {
  const entries = await shelf.list();
  return Object.fromEntries(entries.map((entry) => [entry.kind, entry.contentHash]));
}

/** Raised when combining the same catalogues comes to give another result. */
const COMBINING = 5;
/** Raised when indexing the same catalogues comes to give another result. */
const MAKING = 4;

/** Under which key each thing is kept: a hash of everything that it is made from. */
export interface ShelfKeys {
  readonly working: string;
  readonly encoder: string;
  /** By words alone, and with the encoder. */
  readonly titles: { readonly lexical: string; readonly learnt: string };
  readonly escoTitles: { readonly lexical: string; readonly learnt: string };
}

/** Returns the keys for these catalogues, this starter and, but for the encoder, this version. */
export async function shelfKeys(hashes: ShelfHashes): Promise<ShelfKeys> {
  const starter = createHash("sha256");
  for (const [name, bytes] of await readStarterFiles()) starter.update(name).update(bytes);
  const starterHash = starter.digest("hex");
  const version = await readVersion();
  const keyOf = (...parts: readonly (string | number | undefined)[]) =>
    createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  const { onet, esco, bls, crosswalks } = hashes;
  const encoder = keyOf("encoder", starterHash, onet, esco);
  const titles = keyOf("titles", MAKING, version, starterHash, onet);
  const escoTitles = keyOf("esco titles", MAKING, version, esco);
  return {
    working: keyOf(
      "working",
      COMBINING,
      version,
      CATALOGUE_LAYOUT,
      starterHash,
      onet,
      bls,
      crosswalks,
    ),
    encoder,
    titles: { lexical: titles, learnt: keyOf(titles, encoder) },
    escoTitles: { lexical: escoTitles, learnt: keyOf(escoTitles, encoder) },
  };
}

/** Returns whether there is anything from which titles can be learnt: the starter alone is too little. */
export function canLearn(hashes: ShelfHashes): boolean {
  return hashes.onet !== undefined || hashes.esco !== undefined;
}

/** Which kinds make a thing stale, by its name on the shelf. */
const MADE_FROM = {
  working: ["onet", "bls", "crosswalks"],
  encoder: ["onet", "esco"],
  titles: ["onet", "esco"],
  escoTitles: ["onet", "esco"],
} as const satisfies Record<string, readonly CatalogueKind[]>;

/** Returns a thing as the shelf keeps it. */
export function derived(
  name: keyof typeof MADE_FROM,
  key: string,
  bytes: Uint8Array,
): DerivedBytes {
  return { name, key, madeFrom: MADE_FROM[name], bytes };
}
