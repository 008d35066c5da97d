// What is made from the catalogues on the shelf, and under which keys it is kept there: the working
// catalogue, the indexes of titles, the encoder that has learnt them. Loads what was made before, makes
// what was not. For the program itself and for the worker that does the long parts.

import { createHash } from "node:crypto";
import type { Catalogue, LicenceByCode } from "../domain/occupations/catalogue.ts";
import { combineCatalogues } from "../domain/occupations/combine-catalogues.ts";
import type { Crosswalks } from "../domain/occupations/crosswalks.ts";
import { makeEncoderBytes, parseEncoderBytes } from "../domain/titles/encoder-bytes.ts";
import { makeIndexBytes, parseIndexBytes } from "../domain/titles/index-bytes.ts";
import { titleEntriesOf } from "../domain/titles/match-title.ts";
import type { TitleEncoder } from "../domain/titles/title-encoder.ts";
import { buildTitleIndex, type TitleIndex } from "../domain/titles/title-index.ts";
import { readStarterFiles, readVersion } from "../host/bundled-files.ts";
import { readStarter } from "../sources/starter.ts";
import {
  CATALOGUE_LAYOUT,
  makeCatalogueBytes,
  parseCatalogueBytes,
} from "../storage/catalogue-bytes.ts";
import type { CatalogueKind, CatalogueShelf, DerivedBytes } from "../storage/catalogue-shelf.ts";
import { once } from "./once.ts";

export interface Starter {
  readonly catalogue: Catalogue;
  readonly licencesElsewhere: readonly LicenceByCode[];
}

/** Returns the catalogue that comes with the program. */
export async function loadStarter(): Promise<Starter> {
  const { catalogue, licencesElsewhere, problems } = readStarter(await readStarterFiles());
  if (problems.length > 0) {
    throw new Error(`The starter catalogue is damaged: ${JSON.stringify(problems[0])}`);
  }
  return { catalogue, licencesElsewhere };
}

/** Content hash of each catalogue on the shelf; a kind that is not there has none. */
export type ShelfHashes = Readonly<Partial<Record<CatalogueKind, string>>>;

export async function hashesOf(shelf: CatalogueShelf): Promise<ShelfHashes> {
  const entries = await shelf.list();
  return Object.fromEntries(entries.map((entry) => [entry.kind, entry.contentHash]));
}

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
  const titles = keyOf("titles", version, starterHash, onet);
  const escoTitles = keyOf("esco titles", version, esco);
  return {
    working: keyOf("working", version, CATALOGUE_LAYOUT, starterHash, onet, bls, crosswalks),
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

function derived(name: keyof typeof MADE_FROM, key: string, bytes: Uint8Array): DerivedBytes {
  return { name, key, madeFrom: MADE_FROM[name], bytes };
}

/** The catalogues themselves: from the shelf, or one of them not yet on it. */
export interface CatalogueFinder {
  readonly onet: () => Promise<Catalogue | undefined>;
  readonly esco: () => Promise<Catalogue | undefined>;
  readonly bls: () => Promise<Catalogue | undefined>;
  readonly crosswalks: () => Promise<Crosswalks | undefined>;
}

export function findersOf(shelf: CatalogueShelf): CatalogueFinder {
  return {
    onet: () => shelf.findCatalogue("onet"),
    esco: () => shelf.findCatalogue("esco"),
    bls: () => shelf.findCatalogue("bls"),
    crosswalks: () => shelf.findCrosswalks(),
  };
}

export async function combine(find: CatalogueFinder): Promise<Catalogue> {
  const [onet, bls, crosswalks] = [await find.onet(), await find.bls(), await find.crosswalks()];
  const { catalogue: starter, licencesElsewhere } = await loadStarter();
  return combineCatalogues({ starter, onet, bls, crosswalks, licencesElsewhere });
}

/** Returns what an added catalogue is kept with, ready-made, so that nobody waits for it later. */
export async function prepareDerived(
  kind: CatalogueKind,
  find: CatalogueFinder,
  keys: ShelfKeys,
): Promise<readonly DerivedBytes[]> {
  const made: DerivedBytes[] = [];
  if (kind !== "esco") {
    const working = await combine(find);
    made.push(derived("working", keys.working, makeCatalogueBytes(working)));
    if (kind === "onet") made.push(...indexBytes("titles", keys.titles.lexical, working));
  } else {
    const esco = await find.esco();
    if (esco !== undefined) made.push(...indexBytes("escoTitles", keys.escoTitles.lexical, esco));
  }
  return made;
}

function indexBytes(
  name: "titles" | "escoTitles",
  key: string,
  catalogue: Catalogue,
  encoder?: TitleEncoder,
): readonly DerivedBytes[] {
  return [derived(name, key, makeIndexBytes(indexOf(catalogue, encoder)))];
}

function indexOf(catalogue: Catalogue, encoder: TitleEncoder | undefined): TitleIndex {
  const entries = titleEntriesOf(catalogue);
  return buildTitleIndex(entries, encoder === undefined ? {} : { encoder });
}

/** Returns the encoder and the indexes that use it, as the shelf keeps them. */
export async function learntDerived(
  encoder: TitleEncoder,
  { working, esco }: { readonly working: Catalogue; readonly esco: Catalogue | undefined },
  keys: ShelfKeys,
): Promise<readonly DerivedBytes[]> {
  return [
    derived("encoder", keys.encoder, makeEncoderBytes(encoder)),
    ...indexBytes("titles", keys.titles.learnt, working, encoder),
    ...(esco === undefined ? [] : indexBytes("escoTitles", keys.escoTitles.learnt, esco, encoder)),
  ];
}

/** What operations read of the shelf, each part loaded when it is first asked for. */
export interface ShelfContents {
  readonly catalogue: () => Promise<Catalogue>;
  readonly titles: () => Promise<TitleIndex>;
  readonly esco: () => Promise<Catalogue | undefined>;
  readonly escoTitles: () => Promise<TitleIndex | undefined>;
}

/** Returns the contents of the shelf as it is now; of an empty one the starter. */
export function shelfContents(shelf: CatalogueShelf): ShelfContents {
  const hashes = once(() => hashesOf(shelf));
  const keys = once(async () => shelfKeys(await hashes()));
  const encoder = once(async () => {
    if (!canLearn(await hashes())) return undefined;
    const bytes = await shelf.findDerived("encoder", (await keys()).encoder);
    const parsed = bytes === undefined ? undefined : parseEncoderBytes(bytes);
    return parsed?.ok ? parsed.value : undefined; // Damaged: titles are learnt again at the next asking.
  });
  const catalogue = once(async () => {
    const { onet, bls, crosswalks } = await hashes();
    if (onet === undefined && bls === undefined && crosswalks === undefined)
      return (await loadStarter()).catalogue;
    const { working } = await keys();
    const ready = await shelf.findDerived("working", working);
    const parsed = ready === undefined ? undefined : parseCatalogueBytes(ready);
    if (parsed?.ok) return parsed.value;
    const combined = await combine(findersOf(shelf));
    await keepQuietly(shelf, [derived("working", working, makeCatalogueBytes(combined))]);
    return combined;
  });
  const esco = once(() => shelf.findCatalogue("esco"));
  const index = async (
    name: "titles" | "escoTitles",
    of: Catalogue,
    isOnShelf: boolean,
  ): Promise<TitleIndex> => {
    if (!isOnShelf) return indexOf(of, undefined);
    const learnt = await encoder();
    const key = (await keys())[name][learnt === undefined ? "lexical" : "learnt"];
    const ready = await shelf.findDerived(name, key);
    const parsed =
      ready === undefined
        ? undefined
        : parseIndexBytes(ready, learnt === undefined ? {} : { encoder: learnt });
    if (parsed?.ok) return parsed.value;
    const built = indexOf(of, learnt);
    await keepQuietly(shelf, [derived(name, key, makeIndexBytes(built))]);
    return built;
  };
  return {
    catalogue,
    titles: once(async () => {
      return index("titles", await catalogue(), canLearn(await hashes()));
    }),
    esco,
    escoTitles: once(async () => {
      const catalogueOfEsco = await esco();
      return catalogueOfEsco === undefined ? undefined : index("escoTitles", catalogueOfEsco, true);
    }),
  };
}

/** Keeps what can be made again: where that cannot be, nothing is lost. */
async function keepQuietly(shelf: CatalogueShelf, made: readonly DerivedBytes[]): Promise<void> {
  try {
    await shelf.cacheDerived(made);
  } catch {
    // A full disk or a busy file: it is made again at the next start.
  }
}
