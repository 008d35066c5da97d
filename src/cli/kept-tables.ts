// Tables of a release that is added one by one (BLS, the crosswalks), kept on the shelf beside what was
// made of them, so that the next table completes them.

import type { ReadJob } from "../host/catalogue-work.ts";
import {
  comesInParts,
  completeTables,
  filesOfTables,
  PART_NAMES,
  type PartTable,
  partTablesOf,
} from "../sources/complete-tables.ts";
import type { OpenedSource } from "../sources/opened-source.ts";
import type { CatalogueShelf, DerivedBytes, TableOrigin } from "../storage/catalogue-shelf.ts";
import { makeColumnBytes, parseColumnBytes } from "../storage/column-bytes.ts";

/** Raised when tables are kept in another way; those of before then complete nothing any more. */
const LAYOUT = "1";

/** More than this is not kept. *Assumption*: many times what the tables that are read have (2 MB). */
const MOST_KEPT_BYTES = 32_000_000;

interface KeptTable extends PartTable {
  readonly origin: TableOrigin;
}

export interface CompletedTables {
  /** What the reader is given. */
  readonly files: OpenedSource["files"];
  /** What the shelf keeps of it for the next time. */
  readonly made: readonly DerivedBytes[];
  /** Names of the parts that were there before and stay, for a sentence. */
  readonly kept: readonly string[];
  /** Whether a part that was there before is taken from the new file now; undefined where that is not known. */
  readonly replaced: boolean | undefined;
  readonly alsoFrom: readonly TableOrigin[];
}

/** Returns the opened files with the tables from before that they do not have. */
export async function completedTables(
  shelf: CatalogueShelf,
  { kind, source, addedAt }: ReadJob,
  { files, sha256, bytes }: OpenedSource,
): Promise<CompletedTables> {
  const nothing = { files, made: [], kept: [], replaced: undefined, alsoFrom: [] };
  if (!comesInParts(kind)) return nothing;
  const origin = { source, sha256, bytes, addedAt };
  const given = partTablesOf(kind, files).map((table) => ({ ...table, origin }));
  const earlier = await findTables(shelf, kind);
  const { tables, kept } = completeTables<KeptTable>(given, earlier);
  if (given.length === 0) return nothing;
  const isSmall = tables.reduce((sum, table) => sum + table.bytes.length, 0) <= MOST_KEPT_BYTES;
  const others = tables.map((table) => table.origin).filter((one) => one.sha256 !== sha256);
  return {
    files: filesOfTables(tables),
    made: isSmall ? [derivedOf(kind, tables)] : [],
    kept: kept.map((part) => PART_NAMES[part] ?? part),
    replaced: earlier.length === 0 ? undefined : tables.length < given.length + earlier.length,
    alsoFrom: [...new Map(others.map((one) => [one.sha256, one])).values()],
  };
}

function nameOf(kind: ReadJob["kind"]): string {
  return `${kind} tables`;
}

async function findTables(
  shelf: CatalogueShelf,
  kind: ReadJob["kind"],
): Promise<readonly KeptTable[]> {
  const bytes = await shelf.findDerived(nameOf(kind), LAYOUT);
  const parsed = bytes === undefined ? undefined : parseColumnBytes(bytes);
  if (!parsed?.ok) return []; // Damaged: what is given now stands alone, and that is said.
  // as: derivedOf() wrote it
  const head = parsed.value.head as readonly Omit<KeptTable, "bytes">[];
  return head.map((table, at) => ({
    ...table,
    bytes: parsed.value.columns.get(`${at}`) as Uint8Array, // as: derivedOf() wrote it
  }));
}

function derivedOf(kind: ReadJob["kind"], tables: readonly KeptTable[]): DerivedBytes {
  const head = tables.map(({ bytes: _bytes, ...table }) => table);
  const columns = new Map(tables.map(({ bytes }, at) => [`${at}`, new Uint8Array(bytes)]));
  const made = makeColumnBytes({ head, columns });
  return { name: nameOf(kind), key: LAYOUT, madeFrom: [kind], bytes: made };
}
