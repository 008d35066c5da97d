// An empty SQLite database in a temporary folder, for tests; and what SQLite says of its tables.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { TableFacts } from "./person-rules.contract.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import type { Place } from "./store.contract.ts";

export interface SqlitePlace extends Place {
  /** Not made yet; its folder neither. */
  readonly path: string;
}

export async function makeSqlitePlace(): Promise<SqlitePlace> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-store-"));
  const path = join(folder, "data", "throughline.db");
  return {
    path,
    open: () => openSqliteStore(path),
    run: async (sql) => withDatabase(path, (database) => database.prepare(sql).all()),
    tableFacts: async () => withDatabase(path, tableFactsOf),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function withDatabase<T>(path: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(path, { timeout: 5000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

export function tableFactsOf(database: DatabaseSync): readonly TableFacts[] {
  const all = (sql: string, name?: string) =>
    (name === undefined ? database.prepare(sql).all() : database.prepare(sql).all(name)) as Record<
      string,
      string | number
    >[]; // catalogue columns are text and integers
  const text = (value: string | number | undefined) => String(value);
  return all("select name from sqlite_schema where type = 'table'").map((table) => {
    const name = text(table.name);
    const columns = all("select * from pragma_table_info(?)", name);
    const indexes = all("select * from pragma_index_list(?) where [unique] = 1", name);
    const keys = all("select * from pragma_foreign_key_list(?) order by id, seq", name);
    return {
      name,
      columns: columns.map((column) => ({
        name: text(column.name),
        notNull: column.notnull === 1,
      })),
      uniqueKeys: indexes.map((index) =>
        all("select name from pragma_index_info(?) order by seqno", text(index.name)).map(
          (column) => text(column.name),
        ),
      ),
      foreignKeys: [...Map.groupBy(keys, (key) => key.id).values()].map((group) => ({
        to: text(group[0]?.table),
        columns: group.map((key) => text(key.from)),
      })),
    };
  });
}
