// Makes what the shelf keeps beside its catalogues: the working catalogue, and the indexes of titles.
// Loaded only where that was not made before.

import type { Catalogue, LicenceByCode } from "../domain/occupations/catalogue.ts";
import { combineCatalogues } from "../domain/occupations/combine-catalogues.ts";
import type { Crosswalks } from "../domain/occupations/crosswalks.ts";
import { makeEncoderBytes } from "../domain/titles/encoder-bytes.ts";
import { makeIndexBytes } from "../domain/titles/index-bytes.ts";
import { titleEntriesOf } from "../domain/titles/match-title.ts";
import type { TitleEncoder } from "../domain/titles/title-encoder.ts";
import { buildTitleIndex, type TitleIndex } from "../domain/titles/title-index.ts";
import { readStarterFiles } from "../host/bundled-files.ts";
import { readStarter } from "../sources/starter.ts";
import { makeCatalogueBytes } from "../storage/catalogue-bytes.ts";
import type { CatalogueKind, CatalogueShelf, DerivedBytes } from "../storage/catalogue-shelf.ts";
import { derived, type ShelfKeys } from "./shelf-keys.ts";

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

/** The catalogues themselves: from the shelf, or one of them not yet on it. */
export interface CatalogueFinder {
  readonly onet: () => Promise<Catalogue | undefined>;
  readonly esco: () => Promise<Catalogue | undefined>;
  readonly bls: () => Promise<Catalogue | undefined>;
  readonly crosswalks: () => Promise<Crosswalks | undefined>;
}

/** Returns the catalogues on the shelf. */
export function findersOf(shelf: CatalogueShelf): CatalogueFinder {
  return {
    onet: () => shelf.findCatalogue("onet"),
    esco: () => shelf.findCatalogue("esco"),
    bls: () => shelf.findCatalogue("bls"),
    crosswalks: () => shelf.findCrosswalks(),
  };
}

/** Returns the working catalogue. */
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

/** Returns the catalogue's titles, indexed. */
export function indexOf(catalogue: Catalogue, encoder: TitleEncoder | undefined): TitleIndex {
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
