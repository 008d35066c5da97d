// Brings a database to this program's schema, or says why it must not be touched.

import type { Engine, SqlSession } from "./engine.ts";
import { newerVersion, notOurs } from "./failure.ts";
import { MIGRATIONS, type Migration } from "./migrations.ts";

const VERSION_TABLE = "schema_versions";

/**
 * Brings the database to the newest of the given steps; does nothing when it is there. Each step is one
 * transaction: it happened with its note, or not at all. Two processes that start at once share the work.
 * @throws StorageError "storage/newer-version" before anything is written
 */
export async function migrate(
  engine: Engine,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const found = await engine.session("read", (session) =>
    checkedVersion(session, engine.place, migrations.length),
  );
  for (let version = found + 1; version <= migrations.length; version++)
    await engine.session("write", (session) => step(engine, session, version, migrations));
}

/**
 * Returns the database's schema version, 0 for an empty one.
 * @throws StorageError when it is newer than `known`, or another program's
 */
export async function checkedVersion(
  session: SqlSession,
  place: string,
  known: number,
): Promise<number> {
  if (!(await session.hasTable(VERSION_TABLE))) {
    if (await session.isEmpty()) return 0;
    throw notOurs(place);
  }
  const rows = await session.all(
    `select version from ${VERSION_TABLE} order by version desc limit 1`,
  );
  const version = Number(rows[0]?.version ?? 0);
  if (version > known) throw newerVersion(place, version, known);
  return version;
}

async function step(
  engine: Engine,
  session: SqlSession,
  version: number,
  migrations: readonly Migration[],
): Promise<void> {
  // Another process may have got here first: look again, now that nobody else can write.
  if ((await checkedVersion(session, engine.place, migrations.length)) >= version) return;
  const migration = migrations[version - 1];
  if (migration === undefined)
    throw new RangeError(`Cannot migrate to version ${version}: no such step`);
  const { text, tableEnd } = engine.words;
  if (version === 1)
    await session.run(
      `create table ${VERSION_TABLE} (
        version integer not null primary key,
        name ${text} not null,
        applied_at ${text} not null
      ) ${tableEnd}`,
    );
  for (const statement of migration.statements(engine.words)) await session.run(statement);
  const name = migration.name.replaceAll("'", "''");
  await session.run(
    `insert into ${VERSION_TABLE} values (${version}, '${name}', '${new Date().toISOString()}')`,
  );
}
