// What operations read of the shelf, each part loaded when it is first asked for: what was made before,
// as it was kept; what was not is made now, and kept.

import type { Catalogue } from "../domain/occupations/catalogue.ts";
import { parseEncoderBytes } from "../domain/titles/encoder-bytes.ts";
import { makeIndexBytes, parseIndexBytes } from "../domain/titles/index-bytes.ts";
import type { TitleIndex } from "../domain/titles/title-index.ts";
import { makeCatalogueBytes, parseCatalogueBytes } from "../storage/catalogue-bytes.ts";
import type { CatalogueShelf, DerivedBytes } from "../storage/catalogue-shelf.ts";
import { once } from "./once.ts";
import { canLearn, derived, hashesOf, shelfKeys } from "./shelf-keys.ts";

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
      return (await (await making()).loadStarter()).catalogue;
    const { working } = await keys();
    const ready = await shelf.findDerived("working", working);
    const parsed = ready === undefined ? undefined : parseCatalogueBytes(ready);
    if (parsed?.ok) return parsed.value;
    const { combine, findersOf } = await making();
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
    if (!isOnShelf) return (await making()).indexOf(of, undefined);
    const learnt = await encoder();
    const key = (await keys())[name][learnt === undefined ? "lexical" : "learnt"];
    const ready = await shelf.findDerived(name, key);
    const parsed =
      ready === undefined
        ? undefined
        : parseIndexBytes(ready, learnt === undefined ? {} : { encoder: learnt });
    if (parsed?.ok) return parsed.value;
    const built = (await making()).indexOf(of, learnt);
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

/** Combining, indexing and the starter's reader take longer to load than what was made before. */
function making() {
  return import("./shelf-making.ts");
}

/** Keeps what can be made again: where that cannot be, nothing is lost. */
async function keepQuietly(shelf: CatalogueShelf, made: readonly DerivedBytes[]): Promise<void> {
  try {
    await shelf.cacheDerived(made);
  } catch {
    // A full disk or a busy file: it is made again at the next start.
  }
}
