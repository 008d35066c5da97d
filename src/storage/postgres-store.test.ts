import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { makeDatabase, runSql } from "../../test/postgres-server.ts";
import type { TableFacts } from "./person-rules.contract.ts";
import { postgresFaultOf } from "./postgres-engine.ts";
import { openPostgresStore } from "./postgres-store.ts";
import { type Place, testStore } from "./store.contract.ts";

const server = inject("postgresUrl");

async function makePostgresPlace(definition = ""): Promise<Place> {
  const url = await makeDatabase(server, definition);
  return {
    open: () => openPostgresStore(url),
    run: (sql) => runSql(url, sql),
    tableFacts: () => tableFactsOf(url),
    remove: async () => {
      await runSql(server, `drop database ${new URL(url).pathname.slice(1)} with (force)`);
    },
  };
}

testStore("the store on PostgreSQL", () => makePostgresPlace());

test("lists are in byte order on a database that sorts by language", async () => {
  const place = await makePostgresPlace(
    "template template0 locale_provider icu icu_locale 'en-US'",
  );
  const store = await place.open();
  const rows = await place.run("select 'a' < 'B' as by_language");
  expect(rows).toEqual([{ by_language: true }]);
  for (const personId of ["a", "B", "ä"]) await store.addPerson(personId);
  const sorted = await place.run("select person_id from persons order by person_id");
  expect(sorted.map((row) => row.person_id)).toEqual(["B", "a", "ä"]);
  await store.close();
  await place.remove();
});

test("openPostgresStore() says when no server answers, and keeps the password to itself", async () => {
  const opening = openPostgresStore("postgres://person:secret@127.0.0.1:1/plans");
  await expect(opening).rejects.toMatchObject({ code: "storage/lost-connection" });
  await expect(opening).rejects.toThrow(
    /127\.0\.0\.1:1\/plans": the database server does not answer/,
  );
  await expect(opening).rejects.not.toThrow(/secret/);
});

test("openPostgresStore() says when the database does not exist", async () => {
  const url = new URL(server);
  url.pathname = "/nowhere";
  await expect(openPostgresStore(url.href)).rejects.toMatchObject({ code: "storage/cannot-open" });
});

test("the store outlives a connection that the server ends", async () => {
  const place = await makePostgresPlace();
  const store = await place.open();
  await store.addPerson("p-1");
  await place.run(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  // The call that meets the dead connection may fail, with its sentence; the next one has a new one.
  await store.listPersons().catch((error) => expect(error.code).toBe("storage/lost-connection"));
  expect(await store.listPersons()).toEqual(["p-1"]);
  await store.close();
  await place.remove();
});

test("postgresFaultOf() knows a connection that has just ended, which the driver says without a code", async () => {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.end();
  const error: unknown = await client.query("select 1").then(
    () => undefined,
    (refused: unknown) => refused,
  );
  expect(postgresFaultOf(error)).toBe("lost-connection");
});

test("every connection flushes before it answers, whatever the server's default", async () => {
  const place = await makePostgresPlace();
  const [row] = await place.run("select current_database() as name");
  await place.run(`alter database ${row?.name} set synchronous_commit = off`);
  expect(await place.run("show synchronous_commit")).toEqual([{ synchronous_commit: "off" }]);
  const store = await place.open();
  // The row is written by the store's own connection, so its default shows that connection's setting.
  await place.run(
    "alter table settings alter column value set default current_setting('synchronous_commit')",
  );
  await place.run(
    "create function note() returns trigger language plpgsql as $$ begin insert into settings (name) values ('seen'); return new; end $$",
  );
  await place.run(
    "create trigger note after insert on persons for each row execute function note()",
  );
  await store.addPerson("p-1");
  expect(await place.run("select value from settings where name = 'seen'")).toEqual([
    { value: "on" },
  ]);
  await store.close();
  await place.remove();
});

async function tableFactsOf(url: string): Promise<readonly TableFacts[]> {
  const rows = await runSql(
    url,
    `select c.relname as name,
       (select json_agg(json_build_object('name', attname, 'notNull', attnotnull))
          from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
       (select coalesce(json_agg(
            (select json_agg(a.attname order by place)
               from unnest(i.indkey::int2[]) with ordinality as k (number, place)
               join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number)), '[]')
          from pg_index i where i.indrelid = c.oid and i.indisunique) as unique_keys,
       (select coalesce(json_agg(json_build_object('to', f.confrelid::regclass::text, 'columns',
            (select json_agg(a.attname) from pg_attribute a
               where a.attrelid = c.oid and a.attnum = any (f.conkey)))), '[]')
          from pg_constraint f where f.conrelid = c.oid and f.contype = 'f') as foreign_keys
     from pg_class c
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`,
  );
  return rows.map((row) => ({
    name: String(row.name),
    columns: row.columns as TableFacts["columns"], // the query builds exactly these
    uniqueKeys: row.unique_keys as TableFacts["uniqueKeys"],
    foreignKeys: row.foreign_keys as TableFacts["foreignKeys"],
  }));
}
