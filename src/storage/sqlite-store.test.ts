import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { PartialDate } from "../domain/calendar-date.ts";
import type { CareerRecord } from "../domain/record/career-record.ts";
import { anyProgress } from "./any-record.contract.ts";
import { lazyStore } from "./lazy-store.ts";
import { migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations.ts";
import { beginWrite, connect, PRAGMAS } from "./sqlite-connection.ts";
import { sqliteEngine } from "./sqlite-engine.ts";
import { makeSqlitePlace, tableFactsOf } from "./sqlite-place.contract.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import { testStore } from "./store.contract.ts";

testStore("the store on SQLite", makeSqlitePlace);

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-store-"));
  path = join(folder, "data", "throughline.db");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.runIf(existsSync("/proc/self"))(
  "a folder that can never be made is said at once",
  { timeout: 5_000 },
  async () => {
    const place = "/proc/there-is-none/deeper/throughline.db";
    await expect(openSqliteStore(place)).rejects.toThrow(/Cannot open/);
  },
);

test("a database that was moved away while open takes no save, and takes them again once back", async () => {
  const store = await openSqliteStore(path);
  const personId = await store.ensureLocalPerson(() => "person");
  const label = (text: string) =>
    store.changeRecord(personId, (record) => ({ ...record, label: text }));
  await label("before");
  const elsewhere = join(folder, "elsewhere.db");
  renameSync(path, elsewhere);
  await expect(label("lost")).rejects.toMatchObject({
    code: "storage/moved",
    message: expect.stringContaining("Put it back"),
  });
  writeFileSync(path, "");
  await expect(label("lost too")).rejects.toMatchObject({ code: "storage/moved" });
  renameSync(elsewhere, path);
  expect((await store.findRecord(personId))?.label).toBe("before");
  await label("after");
  await store.close();
  const again = await openSqliteStore(path);
  expect((await again.findRecord(personId))?.label).toBe("after");
  await again.close();
});

test("connect() sets everything that safe saving needs, on every connection", async () => {
  await (await openSqliteStore(path)).close();
  for (let attempt = 0; attempt < 2; attempt++) {
    const database = await connect(path, 5000);
    const settings = Object.fromEntries(
      [...PRAGMAS.map(([name]) => name), "busy_timeout"].map((name) => {
        const answer = database.prepare(`pragma ${name}`).get() ?? {};
        return [name, Object.values(answer)[0]];
      }),
    );
    expect(settings).toEqual({
      journal_mode: "wal",
      synchronous: 2,
      foreign_keys: 1,
      secure_delete: 1,
      fullfsync: 1,
      checkpoint_fullfsync: 1,
      trusted_schema: 0,
      busy_timeout: 5000,
    });
    database.close();
  }
});

test("every table is STRICT", async () => {
  await (await openSqliteStore(path)).close();
  const database = new DatabaseSync(path);
  const tables = database
    .prepare("select name, strict from pragma_table_list where schema = 'main' and type = 'table'")
    .all()
    .filter((table) => table.name !== "sqlite_schema");
  expect(tables.length).toBeGreaterThan(5);
  expect(tables.filter((table) => table.strict !== 1)).toEqual([]);
  database.close();
});

test.skipIf(process.platform === "win32")("only their owner can read the files", async () => {
  const store = await openSqliteStore(path);
  await store.addPerson("p-1");
  const modes = Object.fromEntries(
    readdirSync(dirname(path)).map((file) => [file, modeOf(join(dirname(path), file))]),
  );
  expect(modes).toEqual({
    "throughline.db": 0o600,
    "throughline.db-wal": 0o600,
    "throughline.db-shm": 0o600,
  });
  expect(modeOf(dirname(path))).toBe(0o700);
  await store.close();

  chmodSync(path, 0o644); // as a copy from elsewhere may be
  await (await openSqliteStore(path)).close();
  expect(modeOf(path)).toBe(0o600);
});

test("deleted means deleted: nothing of a person is left in the files", async () => {
  const canary = "canary-4f1c";
  const store = await openSqliteStore(path);
  for (const personId of ["p-1", "p-2"]) {
    await store.addPerson(personId);
    for (let i = 0; i < 30; i++)
      await store.changeRecord(personId, (record) =>
        withLabel(record, `${canary}-${personId}-${i}`),
      );
  }
  expect(filesHolding(`${canary}-p-1`)).toContain("throughline.db-wal");
  await store.deletePerson("p-1");
  expect(filesHolding(`${canary}-p-1`)).toEqual([]);
  expect((await store.findRecord("p-2"))?.label).toBe(`${canary}-p-2-29`);
  await store.close();
  expect(filesHolding(`${canary}-p-1`)).toEqual([]);
  expect(filesHolding(`${canary}-p-2-29`)).toEqual(["throughline.db"]);
});

test("a newer version's database is not touched by a single byte", async () => {
  await (await openSqliteStore(path)).close();
  runSql(`insert into schema_versions values (${MIGRATIONS.length + 1}, 'later', 'then')`);
  const before = readFileSync(path);
  await expect(openSqliteStore(path)).rejects.toMatchObject({
    code: "storage/newer-version",
    message: expect.stringMatching(
      /^Cannot open the database at ".*throughline\.db": it was made by a newer Throughline \(schema \d+, this one knows \d+\)\. Update Throughline, or choose another folder with --data$/,
    ),
  });
  expect(readFileSync(path).equals(before)).toBe(true);
  // Even looking makes SQLite's log file; it stays empty.
  expect(statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
});

test("a file that is no database is refused and left as it is", async () => {
  mkdirSync(dirname(path));
  const text = "Shopping list: apples, pears. ".repeat(200);
  writeFileSync(path, text);
  await expect(openSqliteStore(path)).rejects.toMatchObject({
    code: "storage/not-a-database",
    message: expect.stringContaining("Move it away, or choose another folder with --data"),
  });
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("another program's database is refused and left as it is", async () => {
  mkdirSync(dirname(path));
  runSql("create table bookmarks (url text)");
  const before = readFileSync(path);
  await expect(openSqliteStore(path)).rejects.toMatchObject({ code: "storage/not-a-database" });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("an empty file, as a start that was cut short leaves it, becomes a database", async () => {
  mkdirSync(dirname(path));
  writeFileSync(path, "");
  const store = await openSqliteStore(path);
  expect(await store.listPersons()).toEqual([]);
  await store.close();
});

test("a folder that cannot be made is said so", async () => {
  writeFileSync(join(folder, "file"), "");
  await expect(openSqliteStore(join(folder, "file", "throughline.db"))).rejects.toMatchObject({
    name: "StorageError",
    code: "storage/cannot-open",
    message: expect.stringContaining("choose another folder with --data"),
  });
});

test("a database that another process keeps locked is said so, and nothing is changed", async () => {
  const store = await openSqliteStore(path, { busyTimeoutMs: 150 });
  await store.addPerson("p-1");
  const other = new DatabaseSync(path);
  other.exec("begin immediate");
  let ticks = 0;
  const clock = setInterval(() => ticks++, 10);
  await expect(store.changeRecord("p-1", (record) => withLabel(record, "x"))).rejects.toMatchObject(
    {
      code: "storage/busy",
      message: expect.stringContaining("Nothing was changed"),
    },
  );
  clearInterval(clock);
  expect(ticks, "waiting does not hold up the process").toBeGreaterThan(3);
  expect((await store.findRecord("p-1"))?.label, "reading goes on").toBe("");
  other.exec("rollback");
  other.close();
  await store.changeRecord("p-1", (record) => withLabel(record, "y"));
  expect((await store.findRecord("p-1"))?.label).toBe("y");
  await store.close();
});

test("a full disk loses nothing and is said so", async () => {
  mkdirSync(dirname(path));
  const database = await connect(path, 5000);
  const engine = sqliteEngine(database, path, 5000);
  await migrate(engine);
  const store = lazyStore(engine);
  await store.addPerson("p-1");
  await store.changeRecord("p-1", (record) => withLabel(record, "before"));
  // SQLite's own limit gives the same error as a full disk.
  const pages = Number(database.prepare("pragma page_count").get()?.page_count);
  database.exec(`pragma max_page_count = ${pages + 2}`);
  const large = { text: "x".repeat(100_000) };
  await expect(
    store.changeRecord("p-1", (record) => ({ ...withLabel(record, "after"), unread: large })),
  ).rejects.toMatchObject({ code: "storage/full" });
  expect((await store.findRecord("p-1"))?.label).toBe("before");
  database.exec("pragma max_page_count = 1000000");
  await store.changeRecord("p-1", (record) => ({ ...withLabel(record, "after"), unread: large }));
  expect((await store.findRecord("p-1"))?.label).toBe("after");
  await store.close();
});

test("a database of the first schema keeps its record, and then takes self-ratings, ladders and progress", async () => {
  mkdirSync(dirname(path));
  const database = await connect(path, 5000);
  const engine = sqliteEngine(database, path, 5000);
  await migrate(engine, MIGRATIONS.slice(0, 1));
  database.exec(`insert into persons values ('p-1', '2026-01-01', 1);
    insert into record_headers values ('p-1', 'as it was', null, '{}')`);
  await engine.close();
  const store = await openSqliteStore(path);
  expect(await store.findRecord("p-1")).toMatchObject({
    label: "as it was",
    selfRatings: [],
    ladders: [],
    interviewAnswers: [],
    sittings: [],
    checkIns: [],
    decisions: [],
    horizonWords: [],
    statements: [],
  });
  const selfRatings = [{ elementId: "2.A.1.d", level: 4, date: "2026-11-26" as PartialDate }];
  const ladders = [{ id: "l-1", organisation: "Elm Street", rungs: [{ title: "Clerk" }] }];
  await store.changeRecord("p-1", (record) => ({ ...record, selfRatings, ladders }));
  expect(await store.findRecord("p-1")).toMatchObject({ selfRatings, ladders });
  expect(await store.findFeed("p-1")).toBeUndefined();
  expect(await store.listProgress("p-1")).toEqual([]);
  const [note] = fc.sample(anyProgress, { numRuns: 20, seed: 1 }).flat();
  if (note === undefined) throw new Error("Cannot sample a note");
  await store.addProgress("p-1", [note]);
  expect(await store.listProgress("p-1")).toMatchObject([{ id: note.id }]);
  await store.close();
});

test("a migration that fails half-way leaves the database at the version before", async () => {
  mkdirSync(dirname(path));
  const database = await connect(path, 5000);
  const engine = sqliteEngine(database, path, 5000);
  await migrate(engine);
  const before = tableFactsOf(database);
  const failing = {
    name: "it's broken",
    statements: () => ["create table added (person_id text not null primary key) strict", "oops"],
  };
  await expect(migrate(engine, [...MIGRATIONS, failing])).rejects.toThrow(/syntax error/);
  expect(tableFactsOf(database)).toEqual(before);
  const mended = { ...failing, statements: () => failing.statements().slice(0, 1) };
  await migrate(engine, [...MIGRATIONS, mended]);
  expect(tableFactsOf(database).map((table) => table.name)).toContain("added");
  expect(
    database.prepare("select name from schema_versions order by version desc limit 1").get()?.name,
  ).toBe("it's broken");
  await engine.close();
});

test("a write transaction takes its lock at its start, so that no read grows stale in it", async () => {
  mkdirSync(dirname(path));
  const [one, other] = [await connect(path, 5000), await connect(path, 50)];
  await beginWrite(one, 5000);
  await expect(beginWrite(other, 50)).rejects.toMatchObject({ errcode: 5 });
  one.exec("commit");
  await beginWrite(other, 50);
  other.exec("commit");
  one.close();
  other.close();
});

function withLabel(record: CareerRecord, label: string): CareerRecord {
  return { ...record, label };
}

function modeOf(file: string): number {
  return statSync(file).mode & 0o777;
}

function runSql(sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

/** Which of the data folder's files hold the text. */
function filesHolding(text: string): readonly string[] {
  if (!existsSync(dirname(path))) return [];
  return readdirSync(dirname(path)).filter((file) =>
    readFileSync(join(dirname(path), file)).includes(text),
  );
}
