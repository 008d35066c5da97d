// What the person reads when the catalogues on the shelf fail them: all can be added again.

import type { CatalogueKind } from "./catalogue-shelf.ts";
import { failureOf } from "./failure.ts";
import { sqliteFaultOf } from "./sqlite-engine.ts";
import { StorageError } from "./store.ts";

/** What a catalogue is called in sentences. */
const CATALOGUE_NAMES: Readonly<Record<CatalogueKind, string>> = {
  onet: "O*NET",
  esco: "ESCO",
  bls: "BLS figures",
  crosswalks: "crosswalks",
};

/** The stored columns of a catalogue cannot be read: by damage, or because another version wrote them. */
export function damagedCatalogue(kind: CatalogueKind, otherVersion: boolean): StorageError {
  const state = otherVersion
    ? "it was stored by another version of Throughline"
    : "its stored copy is damaged";
  return new StorageError(
    "storage/catalogue-damaged",
    `Cannot read the catalogue ${CATALOGUE_NAMES[kind]}: ${state}. Nothing of yours is in it: add it again (throughline catalogue add ${kind}), or remove it (throughline catalogue remove ${kind})`,
  );
}

/** Returns the StorageError that a failure of catalogue.db amounts to; the error itself when it is none. */
export function shelfFailureOf(
  place: string,
  doing: "open" | "read" | "save to",
  error: unknown,
): unknown {
  const fault = sqliteFaultOf(error);
  if (fault === "damaged" || fault === "not-a-database") {
    return new StorageError(
      `storage/${fault}`,
      `Cannot ${doing} the catalogues at "${place}": the file is damaged. Nothing of yours is in it: remove the file, then add the catalogues again`,
      { cause: error },
    );
  }
  return failureOf({ place, faultOf: sqliteFaultOf, what: "the catalogues" }, doing, error);
}
