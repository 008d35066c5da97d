// The catalogue shelf in one SQLite file, catalogue.db. Plain statements: a query builder would take
// longer to load than the catalogue itself.

import type { DatabaseSync } from "node:sqlite";
import type { Catalogue } from "../domain/occupations/catalogue.ts";
import type { Result } from "../domain/result.ts";
import { contentHashOf, parseCatalogueBytes, parseCrosswalkBytes } from "./catalogue-bytes.ts";
import {
  CATALOGUE_KINDS,
  type CatalogueKind,
  type CatalogueShelf,
  type DerivedBytes,
  type ShelvedCatalogue,
} from "./catalogue-shelf.ts";
import type { DamageProblem } from "./column-bytes.ts";
import type { Migration } from "./migrations.ts";
import { damagedCatalogue } from "./shelf-failure.ts";
import { shelfFile } from "./shelf-file.ts";
import { BUSY_TIMEOUT_MS } from "./sqlite-connection.ts";

/** One step each, never edited; what they make can be made again, but a newer program's is not touched. */
const SHELF_MIGRATIONS: readonly Migration[] = [
  {
    name: "catalogues and what is made from them",
    statements: ({ text, tableEnd }) => [
      `create table catalogues (
        kind ${text} not null primary key,
        facts ${text} not null,
        content_hash ${text} not null,
        columns blob not null
      ) ${tableEnd}`,
      `create table derived (
        name ${text} not null primary key,
        key ${text} not null,
        made_from ${text} not null,
        bytes blob not null
      ) ${tableEnd}`,
      `create table shelf_state (
        only_row integer not null primary key check (only_row = 1),
        revision integer not null
      ) ${tableEnd}`,
      "insert into shelf_state values (1, 1)",
    ],
  },
];

const NEXT_REVISION = "update shelf_state set revision = revision + 1";

/** Returns the shelf in this file, which is opened at the first look and made by the first put(). */
export function openCatalogueShelf(path: string, busyTimeoutMs = BUSY_TIMEOUT_MS): CatalogueShelf {
  const file = shelfFile(path, SHELF_MIGRATIONS, busyTimeoutMs);

  const change = <Value>(make: boolean, work: (database: DatabaseSync) => Value) =>
    file.write(make, (database) => {
      const value = work(database);
      database.exec(NEXT_REVISION);
      return value;
    });

  async function columnsOf<Value>(
    kind: CatalogueKind,
    parse: (bytes: Uint8Array) => Result<Value, DamageProblem>,
  ): Promise<Value | undefined> {
    const bytes = await file.read(undefined, (database) =>
      blobOf(database.prepare("select columns as bytes from catalogues where kind = ?").get(kind)),
    );
    if (bytes === undefined) return undefined;
    const parsed = parse(bytes);
    if (!parsed.ok) throw damagedCatalogue(kind, parsed.problem.code === "columns/other-version");
    return parsed.value;
  }

  return {
    revision: () =>
      file.read("", (database) => {
        const row = database.prepare("select revision from shelf_state").get();
        return `${file.fileId()}:${String(row?.revision ?? "")}`;
      }),
    list: () =>
      file.read([], (database) => {
        const rows = database.prepare("select facts, content_hash from catalogues").all();
        // as: put() wrote it
        const found = rows.map((row) => ({
          ...(JSON.parse(String(row.facts)) as Omit<ShelvedCatalogue, "contentHash">),
          contentHash: String(row.content_hash),
        }));
        const order = (entry: ShelvedCatalogue) => CATALOGUE_KINDS.indexOf(entry.kind);
        return found.sort((a, b) => order(a) - order(b));
      }),
    findCatalogue: (kind) => columnsOf<Catalogue>(kind, parseCatalogueBytes),
    findCrosswalks: () => columnsOf("crosswalks", parseCrosswalkBytes),
    checkWritable: async () => file.checkWritable(),
    async put({ columns, ...facts }, made = [], completes = undefined) {
      const contentHash = contentHashOf(columns);
      const done = await file.write(true, (database) => {
        if (completes !== undefined && completes !== hashIn(database, facts.kind)) return false;
        dropStale(database, facts.kind);
        database
          .prepare("insert or replace into catalogues values (?, ?, ?, ?)")
          .run(facts.kind, JSON.stringify(facts), contentHash, columns);
        keepDerived(database, made);
        database.exec(NEXT_REVISION);
        return true;
      });
      return done === true;
    },
    async remove(kind) {
      const removed = await change(false, (database) => {
        dropStale(database, kind);
        return database.prepare("delete from catalogues where kind = ?").run(kind).changes;
      });
      return Number(removed ?? 0) > 0;
    },
    findDerivedKey: (name) =>
      file.read<string | undefined>(undefined, (database) => {
        const row = database.prepare("select key from derived where name = ?").get(name);
        return row === undefined ? undefined : String(row.key);
      }),
    findDerived: (name, key) =>
      file.read<Uint8Array | undefined>(undefined, (database) => piecesIn(database, name, key)),
    async saveDerived(made) {
      await change(true, (database) => keepDerived(database, made));
    },
    async cacheDerived(made) {
      await file.write(true, (database) => keepDerived(database, made));
    },
    async close() {
      file.close();
    },
  };
}

/** Content hash of the catalogue of this kind; empty where there is none. */
function hashIn(database: DatabaseSync, kind: CatalogueKind): string {
  const row = database.prepare("select content_hash from catalogues where kind = ?").get(kind);
  return String(row?.content_hash ?? "");
}

function keepDerived(database: DatabaseSync, made: readonly DerivedBytes[]): void {
  const clear = database.prepare("delete from derived where name = ? or instr(name, ?) = 1");
  const insert = database.prepare("insert into derived values (?, ?, ?, ?)");
  for (const { name, key, madeFrom, bytes } of made) {
    clear.run(name, `${name}/`);
    const from = `,${[...madeFrom].sort().join(",")},`;
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE_BYTES) {
      const piece = at === 0 ? name : `${name}/${String(at / PIECE_BYTES).padStart(6, "0")}`;
      insert.run(piece, key, from, bytes.subarray(at, at + PIECE_BYTES));
    }
  }
}

/**
 * What is made is kept in rows of at most this many bytes: "encoder", "encoder/000001", and so on. SQLite holds a row
 * whole while it is read, and what is given back of 24 MB at once stays with the process all the same. Measured on
 * full O*NET and ESCO, trained: 236 MB resident with whole rows, 220 MB so.
 */
const PIECE_BYTES = 1_000_000;

/** Returns what was kept under the name and the key, in one look, so that no other program writes between. */
function piecesIn(database: DatabaseSync, name: string, key: string): Uint8Array | undefined {
  const which = "from derived where key = ?1 and (name = ?2 or instr(name, ?3) = 1)";
  const select = `select bytes, (select sum(length(bytes)) ${which}) as total ${which} order by name`;
  let all: Uint8Array | undefined;
  let at = 0;
  for (const row of database.prepare(select).iterate(key, name, `${name}/`)) {
    const piece = blobOf(row);
    if (piece === undefined || piece.length === row.total) return piece;
    all ??= new Uint8Array(Number(row.total));
    all.set(piece, at);
    at += piece.length;
    // Given back at once: what waits to be collected would be as much again.
    if (piece.buffer instanceof ArrayBuffer) piece.buffer.transfer(0);
  }
  return all;
}

/** Removes what was made from the catalogue of this kind, or from its absence. */
function dropStale(database: DatabaseSync, kind: CatalogueKind): void {
  database.prepare("delete from derived where instr(made_from, ?) > 0").run(`,${kind},`);
}

function blobOf(row: Record<string, unknown> | undefined): Uint8Array | undefined {
  return row?.bytes instanceof Uint8Array ? row.bytes : undefined;
}
