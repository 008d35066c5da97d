import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { smallCatalogue } from "../../test/fixtures/small-catalogue.ts";
import { blankCatalogue } from "../domain/occupations/catalogue.ts";
import { makeCatalogueBytes, makeCrosswalkBytes } from "./catalogue-bytes.ts";
import type { CatalogueShelf, DerivedBytes, NewCatalogue } from "./catalogue-shelf.ts";
import { openCatalogueShelf } from "./sqlite-catalogue-shelf.ts";

async function emptyPlace(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "throughline-shelf-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "data", "catalogue.db");
}

function opened(place: string): CatalogueShelf {
  const shelf = openCatalogueShelf(place);
  onTestFinished(() => shelf.close());
  return shelf;
}

const BLANK = blankCatalogue("bls", ["11-1011", "29-1141"]);

function newCatalogue(kind: NewCatalogue["kind"], more: Partial<NewCatalogue> = {}): NewCatalogue {
  return {
    kind,
    release: `${kind} 1`,
    source: "a file",
    sha256: "ab",
    bytes: 3,
    addedAt: "2026-11-27T00:00:00.000Z",
    counts: [{ name: "occupations", count: 2 }],
    lacks: ["tasks"],
    attribution: ["somebody"],
    columns: makeCatalogueBytes({ ...BLANK, id: kind }),
    ...more,
  };
}

test("a shelf that nobody put anything on is empty and makes no file", async () => {
  const place = await emptyPlace();
  const shelf = opened(place);
  expect(await shelf.list()).toEqual([]);
  expect(await shelf.revision()).toBe("");
  expect(await shelf.findCatalogue("onet")).toBeUndefined();
  expect(await shelf.findDerived("titles", "k")).toBeUndefined();
  expect(await shelf.remove("onet")).toBe(false);
  expect(existsSync(place)).toBe(false);
});

test("checkWritable() says that nothing can be put there, before the work, and makes nothing", async () => {
  const place = await emptyPlace();
  await opened(place).checkWritable();
  expect(existsSync(place)).toBe(false);
  writeFileSync(join(place, "..", "..", "file"), "no folder");
  const below = opened(join(place, "..", "..", "file", "catalogue.db"));
  await expect(below.checkWritable()).rejects.toThrow(
    /^Cannot save to the catalogues at ".*": it may not be written.*--data$/,
  );
});

test("put() keeps a catalogue that comes back as it was, in a file of its owner's alone", async () => {
  const place = await emptyPlace();
  const columns = makeCatalogueBytes(smallCatalogue());
  await opened(place).put(newCatalogue("onet", { columns }));
  expect(statSync(place).mode & 0o777).toBe(0o600);
  expect(statSync(`${place}-wal`).mode & 0o777).toBe(0o600);
  const database = new DatabaseSync(place);
  expect(database.prepare("pragma page_size").get()).toEqual({ page_size: 65_536 });
  database.close();
  const other = opened(place);
  expect(await other.findCatalogue("onet")).toEqual(smallCatalogue());
  expect(await other.findCatalogue("esco")).toBeUndefined();
  const [entry] = await other.list();
  expect(entry).toMatchObject({ kind: "onet", release: "onet 1", lacks: ["tasks"] });
  expect(entry).not.toHaveProperty("columns");
});

test("put() of the same bytes twice gives the same content, and takes the former's place", async () => {
  const shelf = opened(await emptyPlace());
  await shelf.put(newCatalogue("bls"));
  const first = await shelf.list();
  await shelf.put(newCatalogue("bls"));
  expect(await shelf.list()).toEqual(first);
  await shelf.put(newCatalogue("bls", { release: "bls 2" }));
  expect((await shelf.list()).map((entry) => entry.release)).toEqual(["bls 2"]);
});

test("catalogues stand side by side, and crosswalks among them", async () => {
  const shelf = opened(await emptyPlace());
  const crosswalks = {
    studyFields: [{ cip: "01.0000", name: "Agriculture", socs: ["19-1011"] }],
    isco: [{ isco: "2221", soc: "29-1141", partial: true }],
    soc2010: [{ from: "11-1011", to: "11-1011" }],
  };
  await shelf.put(newCatalogue("crosswalks", { columns: makeCrosswalkBytes(crosswalks) }));
  await shelf.put(newCatalogue("bls"));
  await shelf.put(newCatalogue("esco"));
  expect((await shelf.list()).map((entry) => entry.kind)).toEqual(["esco", "bls", "crosswalks"]);
  expect(await shelf.findCrosswalks()).toEqual(crosswalks);
  expect(await shelf.remove("esco")).toBe(true);
  expect(await shelf.remove("esco")).toBe(false);
  expect((await shelf.list()).map((entry) => entry.kind)).toEqual(["bls", "crosswalks"]);
});

test("what was made from catalogues goes when one of them changes, and by its key alone it is found", async () => {
  const shelf = opened(await emptyPlace());
  await shelf.put(newCatalogue("onet"));
  const bytes = new Uint8Array([1, 2, 3]);
  await shelf.saveDerived([
    { name: "titles", key: "k1", madeFrom: ["onet", "bls"], bytes },
    { name: "encoder", key: "k2", madeFrom: ["onet", "esco"], bytes },
  ]);
  expect(await shelf.findDerived("titles", "k1")).toEqual(bytes);
  expect(await shelf.findDerived("titles", "k0")).toBeUndefined();
  await shelf.put(newCatalogue("bls"));
  expect(await shelf.findDerivedKey("titles")).toBeUndefined();
  expect(await shelf.findDerivedKey("encoder")).toBe("k2");
  await shelf.remove("onet");
  expect(await shelf.findDerivedKey("encoder")).toBeUndefined();
});

test("what is made comes back as it was, however many rows it takes, and leaves none behind", async () => {
  const place = await emptyPlace();
  const shelf = opened(place);
  const rowsOf = () => {
    const database = new DatabaseSync(place, { readOnly: true });
    const rows = database.prepare("select name, length(bytes) as size from derived").all();
    database.close();
    return rows.map(({ name, size }) => [name, size]);
  };
  const bytesOf = (size: number) => Uint8Array.from({ length: size }, (_, at) => (at * 7) % 251);
  const other: DerivedBytes = { name: "a", key: "k", madeFrom: ["onet"], bytes: bytesOf(5) };
  for (const size of [2_500_000, 12_000_000, 1_000_001, 1_000_000, 999_999, 1, 0]) {
    const bytes = bytesOf(size);
    await shelf.saveDerived([{ name: "ab", key: "k", madeFrom: ["onet"], bytes }, other]);
    const found = await shelf.findDerived("ab", "k");
    expect(found?.length, `${size}`).toBe(size);
    expect(Buffer.compare(found ?? Buffer.of(1), bytes), `${size}`).toBe(0);
    expect(rowsOf()).toHaveLength(1 + Math.max(1, Math.ceil(size / 1_000_000)));
  }
  expect(await shelf.findDerived("a", "k")).toEqual(other.bytes);
  expect(await shelf.findDerived("ab", "other")).toBeUndefined();
  await shelf.saveDerived([
    { name: "ab", key: "k", madeFrom: ["onet"], bytes: bytesOf(2_500_000) },
  ]);
  expect(rowsOf()).toEqual([
    ["a", 5],
    ["ab", 1_000_000],
    ["ab/000001", 1_000_000],
    ["ab/000002", 500_000],
  ]);
  await shelf.put(newCatalogue("onet"));
  expect(rowsOf()).toEqual([]);
});

test("what is only cached leaves the revision, what is saved raises it", async () => {
  const shelf = opened(await emptyPlace());
  const made = [{ name: "titles", key: "k", madeFrom: [], bytes: new Uint8Array([1]) }];
  await shelf.put(newCatalogue("bls"), made);
  expect(await shelf.findDerivedKey("titles")).toBe("k");
  const before = await shelf.revision();
  await shelf.cacheDerived([{ name: "working", key: "w", madeFrom: [], bytes: new Uint8Array(2) }]);
  expect(await shelf.revision()).toBe(before);
  expect(await shelf.findDerivedKey("working")).toBe("w");
  await shelf.saveDerived(made);
  expect(await shelf.revision()).not.toBe(before);
});

test("a put() that fails changes nothing", async () => {
  const place = await emptyPlace();
  const shelf = opened(place);
  await shelf.put(newCatalogue("bls"));
  await shelf.saveDerived([
    { name: "titles", key: "k1", madeFrom: ["bls"], bytes: new Uint8Array([1]) },
  ]);
  const before = await shelf.revision();
  // It cannot be written down, which shows after what is stale was dropped.
  const toJSON = () => {
    throw new Error("no");
  };
  const wrong = newCatalogue("bls", { release: "x", lacks: Object.assign(["tasks"], { toJSON }) });
  await expect(shelf.put(wrong)).rejects.toThrow();
  expect(await shelf.revision()).toBe(before);
  expect(await shelf.findDerivedKey("titles")).toBe("k1");
  expect((await shelf.list())[0]?.release).toBe("bls 1");
});

test("another process's change is seen at the next look, a new file in its place too", async () => {
  const place = await emptyPlace();
  const [one, other] = [opened(place), opened(place)];
  await one.put(newCatalogue("bls"));
  const before = await other.revision();
  await one.put(newCatalogue("esco"));
  expect(await other.revision()).not.toBe(before);
  expect((await other.list()).length).toBe(2);
  await one.close();
  await rm(place);
  for (const end of ["-wal", "-shm"]) await rm(place + end, { force: true });
  expect(await other.revision()).toBe("");
  expect(await other.list()).toEqual([]);
  await other.put(newCatalogue("onet"));
  expect((await opened(place).list()).length).toBe(1);
});

test("damaged columns are said by name, and can be removed or added again", async () => {
  const place = await emptyPlace();
  const shelf = opened(place);
  await shelf.put(newCatalogue("onet"));
  const database = new DatabaseSync(place);
  const columns = makeCatalogueBytes(BLANK);
  columns[columns.length - 9] = (columns[columns.length - 9] ?? 0) ^ 1;
  database.prepare("update catalogues set columns = ?").run(columns);
  database.close();
  await expect(shelf.findCatalogue("onet")).rejects.toThrow(/O\*NET: its stored copy is damaged/);
  await expect(shelf.findCatalogue("onet")).rejects.toThrow(/catalogue add onet/);
  expect((await shelf.list()).length).toBe(1);
  await shelf.put(newCatalogue("onet"));
  expect((await shelf.findCatalogue("onet"))?.ids).toEqual(BLANK.ids);
});

test("a damaged file says that nothing of the person is in it", async () => {
  const place = await emptyPlace();
  const shelf = opened(place);
  await shelf.put(newCatalogue("bls"));
  await shelf.close();
  truncateSync(place, 100);
  await expect(opened(place).list()).rejects.toThrow(/Nothing of yours is in it/);
  writeFileSync(
    place,
    "no database at all, but some text that is longer than a header of one\n".repeat(9),
  );
  await expect(opened(place).list()).rejects.toThrow(/Nothing of yours is in it/);
});

test("a process killed while it puts leaves the old state", { timeout: 60_000 }, async () => {
  const place = await emptyPlace();
  const shelf = opened(place);
  await shelf.put(newCatalogue("bls", { release: "old" }));
  const module = pathToFileURL(join(import.meta.dirname, "sqlite-catalogue-shelf.ts")).href;
  const program = `
    const { openCatalogueShelf } = await import(${JSON.stringify(module)});
    const shelf = openCatalogueShelf(${JSON.stringify(place)});
    const columns = new Uint8Array(30_000_000).fill(7);
    process.stdout.write("ready");
    for (;;) await shelf.put({ kind: "bls", release: "new", columns, counts: [], lacks: [] });`;
  let killed = 0;
  for (let round = 0; round < 6; round++) {
    const child = spawn(process.execPath, ["--input-type=module", "-e", program]);
    await once(child.stdout, "data");
    await new Promise((resume) => setTimeout(resume, round * 12));
    child.kill("SIGKILL");
    await once(child, "close");
    const [entry] = await shelf.list();
    const database = new DatabaseSync(place);
    const [sound] = database.prepare("pragma integrity_check").all();
    const size = Number(database.prepare("select length(columns) as n from catalogues").get()?.n);
    database.close();
    expect(Object.values(sound ?? {})).toEqual(["ok"]);
    // Old facts with old columns, or new ones with new ones: never a mixture.
    expect(size === 30_000_000).toBe(entry?.release === "new");
    if (entry?.release === "old") killed++;
  }
  expect(killed).toBeGreaterThan(0);
});

test("two processes put at the same time, and both are there", { timeout: 60_000 }, async () => {
  const place = await emptyPlace();
  const module = pathToFileURL(join(import.meta.dirname, "sqlite-catalogue-shelf.ts")).href;
  const put = async (kind: string) => {
    const program = `
      const { openCatalogueShelf } = await import(${JSON.stringify(module)});
      const shelf = openCatalogueShelf(${JSON.stringify(place)});
      const columns = new Uint8Array(1000);
      for (let i = 0; i < 20; i++) await shelf.put({ kind: ${JSON.stringify(kind)}, columns });
      await shelf.close();`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program]);
    const [code] = await once(child, "close");
    return code;
  };
  expect(await Promise.all([put("onet"), put("esco")])).toEqual([0, 0]);
  expect((await opened(place).list()).map((entry) => entry.kind)).toEqual(["onet", "esco"]);
});

test("put() that completes another does nothing where that one is no longer there", async () => {
  const shelf = opened(await emptyPlace());
  expect(await shelf.put(newCatalogue("bls"), [], "another")).toBe(false);
  expect(await shelf.list()).toEqual([]);
  expect(await shelf.put(newCatalogue("bls"), [], "")).toBe(true);
  const [first] = await shelf.list();
  const revision = await shelf.revision();
  expect(await shelf.put(newCatalogue("bls", { release: "later" }), [], "")).toBe(false);
  expect(await shelf.revision()).toBe(revision);
  const later = newCatalogue("bls", { release: "later" });
  expect(await shelf.put(later, [], first?.contentHash)).toBe(true);
  expect((await shelf.list())[0]?.release).toBe("later");
});

test("a change that fails leaves nothing of it in the log, which could have filled the disk", async () => {
  const place = await emptyPlace();
  const shelf = opened(place);
  await shelf.put(newCatalogue("onet"));
  const large = newCatalogue("bls", { columns: new Uint8Array(9_000_000) });
  // It fails after the catalogue was written.
  const wrong: DerivedBytes = {
    ...{ name: "titles", key: "k", madeFrom: [] },
    get bytes(): Uint8Array {
      throw new Error("no bytes");
    },
  };
  await expect(shelf.put(large, [wrong])).rejects.toThrow();
  expect(statSync(`${place}-wal`).size).toBe(0);
  expect((await shelf.list()).map((entry) => entry.kind)).toEqual(["onet"]);
  expect(await shelf.put(large)).toBe(true);
});
