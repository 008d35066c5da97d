import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeUploads, type Uploads } from "./uploads.ts";

async function emptyUploads(mostBytes?: number): Promise<{ uploads: Uploads; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "throughline-uploads-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { uploads: makeUploads(folder, randomUUID, mostBytes), folder };
}

function bodyOf(text: string): ReadableStream<Uint8Array> {
  return new Blob([text]).stream();
}

function pathOf(uploads: Uploads, location = ""): string {
  const found = uploads.find(location);
  return typeof found === "object" ? found.path : String(found);
}

test("keep() keeps a file under its name, for its owner alone, until it is removed", async () => {
  const { uploads } = await emptyUploads();
  const location = await uploads.keep(bodyOf("PK"), "db_30_0_text.zip");
  const path = pathOf(uploads, location);
  expect(path).toMatch(/db_30_0_text\.zip$/);
  expect(readFileSync(path, "utf8")).toBe("PK");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await uploads.remove(location ?? "");
  expect(existsSync(path)).toBe(false);
  expect(uploads.find(location ?? "")).toBe("unknown");
});

test("keep() beside another makes a folder of both", async () => {
  const { uploads } = await emptyUploads();
  const location = await uploads.keep(bodyOf("a"), "a.csv");
  expect(await uploads.keep(bodyOf("b"), "b.csv", location)).toBe(location);
  expect(readdirSync(pathOf(uploads, location)).sort()).toEqual(["a.csv", "b.csv"]);
});

test("keep() takes no name that leads elsewhere, and nothing beside what is not there", async () => {
  const { uploads, folder } = await emptyUploads();
  for (const name of [
    "",
    ".zip",
    "../a.zip",
    "a/b.zip",
    "a\\b.zip",
    "..\\a.zip",
    "a.exe",
    "a.zip\0.txt",
    "a\n.zip",
    "-a.zip",
    `${"a".repeat(200)}.zip`,
  ]) {
    expect(await uploads.keep(bodyOf("x"), name), name).toBeUndefined();
  }
  for (const beside of ["", "upload:", "upload:..", `upload:${randomUUID()}`, "/etc/passwd"]) {
    expect(await uploads.keep(bodyOf("x"), "a.zip", beside), beside).toBeUndefined();
  }
  expect(existsSync(join(folder, "uploads"))).toBe(false);
});

test("keep() of a body that breaks off keeps nothing", async () => {
  const { uploads, folder } = await emptyUploads();
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(10));
      controller.error(new Error("gone"));
    },
  });
  await expect(uploads.keep(broken, "a.zip")).rejects.toThrow("gone");
  expect(readdirSync(join(folder, "uploads"))).toEqual([]);
});

test("find() knows only locations of its own", async () => {
  const { uploads } = await emptyUploads();
  expect(uploads.find("/home/me/a.zip")).toBeUndefined();
  expect(uploads.find("https://a.example/upload:b")).toBeUndefined();
  expect(uploads.find("upload:../../etc/passwd")).toBe("unknown");
});

test("what nobody used is forgotten after a day", async () => {
  const { uploads, folder } = await emptyUploads();
  const old = await uploads.keep(bodyOf("a"), "a.zip");
  const aDayAgo = Date.now() / 1000 - 25 * 3600;
  const [name = ""] = readdirSync(join(folder, "uploads"));
  utimesSync(join(folder, "uploads", name), aDayAgo, aDayAgo);
  const next = await uploads.keep(bodyOf("b"), "b.zip");
  expect(uploads.find(old ?? "")).toBe("unknown");
  expect(pathOf(uploads, next)).toMatch(/b\.zip$/);
});

test("removeForgotten() needs no further upload, and a folder that is not there is none to tidy", async () => {
  const { uploads, folder } = await emptyUploads();
  await uploads.removeForgotten();
  expect(existsSync(join(folder, "uploads"))).toBe(false);
  const [old, fresh] = [
    await uploads.keep(bodyOf("a"), "a.zip"),
    await uploads.keep(bodyOf("b"), "b.zip"),
  ];
  const aDayAgo = Date.now() / 1000 - 25 * 3600;
  utimesSync(join(folder, "uploads", (old ?? "").slice("upload:".length)), aDayAgo, aDayAgo);
  await uploads.removeForgotten();
  expect(uploads.find(old ?? "")).toBe("unknown");
  expect(pathOf(uploads, fresh)).toMatch(/b\.zip$/);
});

test("keep() of more than may wait, in one file or in several, keeps what was there and nothing else", async () => {
  const { uploads, folder } = await emptyUploads(10);
  expect(await uploads.keep(bodyOf("eleven byte"), "a.csv")).toBe("too-large");
  expect(readdirSync(join(folder, "uploads"))).toEqual([]);
  const location = await uploads.keep(bodyOf("six by"), "a.csv");
  expect(await uploads.keep(bodyOf("five."), "b.csv", location)).toBe("too-large");
  expect(await uploads.keep(bodyOf("five."), "b.csv")).toBe("too-large");
  expect(uploads.find(location ?? "")).toMatchObject({ names: ["a.csv"] });
  expect(readdirSync(join(folder, "uploads"))).toHaveLength(1);
  await uploads.remove(location ?? "");
  expect(await uploads.keep(bodyOf("five."), "b.csv")).toMatch(/^upload:/);
});

test("keep() of a second file of one name leaves the first as it was when it breaks off", async () => {
  const { uploads } = await emptyUploads();
  const location = await uploads.keep(bodyOf("whole"), "a.csv");
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(10));
      controller.error(new Error("gone"));
    },
  });
  await expect(uploads.keep(broken, "a.csv", location)).rejects.toThrow();
  expect(readFileSync(pathOf(uploads, location), "utf8")).toBe("whole");
});
