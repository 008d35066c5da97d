// Adding catalogues on a real data folder, with the real worker and made-up releases.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { sentFilesInWords } from "../host/catalogue-work.ts";
import { removeCatalogue } from "../operations/catalogues/remove-catalogue.ts";
import type { CatalogueKind } from "../storage/catalogue-shelf.ts";
import { type LocalContexts, localContexts } from "./local-context.ts";

const FIXTURES = fileURLToPath(new URL("../../test/fixtures", import.meta.url));
const RELEASES: Readonly<Record<CatalogueKind, string>> = {
  onet: join(FIXTURES, "onet", "db_99_0_text"),
  esco: join(FIXTURES, "esco"),
  bls: join(FIXTURES, "bls"),
  crosswalks: join(FIXTURES, "crosswalks"),
};

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "throughline-catalogues-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function opened(folder: string): LocalContexts {
  const contexts = localContexts(folder);
  onTestFinished(() => contexts.close());
  return contexts;
}

function contextOf(contexts: LocalContexts, signal = new AbortController().signal) {
  const told: string[] = [];
  return { context: contexts.contextFor({ signal, progress: (label) => told.push(label) }), told };
}

async function add(contexts: LocalContexts, kind: CatalogueKind, location = RELEASES[kind]) {
  const { context, told } = contextOf(contexts);
  const work = await context.catalogueWork();
  const added = await work.add({ kind, location }, context);
  return { added, told };
}

test("looking at catalogues in an empty folder makes nothing there", async () => {
  const folder = await emptyFolder();
  const { context } = contextOf(opened(folder));
  expect((await context.catalogue()).id).toBe("starter");
  expect((await context.titles()).ids.length).toBeGreaterThan(100);
  expect(await context.esco()).toBeUndefined();
  expect(await context.escoTitles()).toBeUndefined();
  expect(await (await context.catalogueWork()).trainingState()).toEqual({ state: "not-needed" });
  expect(readdirSync(folder)).toEqual([]);
});

test("what is added is seen by the next call, and by another process's, but not in the middle of one", async () => {
  const folder = await emptyFolder();
  const [one, other] = [opened(folder), opened(folder)];
  const during = contextOf(other).context;
  expect((await during.catalogue()).id).toBe("starter");
  const { added, told } = await add(one, "onet");
  expect(added).toMatchObject({ ok: true, value: { replaced: false } });
  expect(told).toContain("Reading");
  expect((await during.titles()).ids).not.toContain("91-1001.00");
  for (const contexts of [one, other]) {
    const { context } = contextOf(contexts);
    const working = await context.catalogue();
    expect(working.id).toBe("working");
    expect(working.release).toContain("O*NET 99");
  }
  await (await contextOf(one).context.catalogues()).remove("onet");
  for (const contexts of [one, other]) {
    expect((await contextOf(contexts).context.catalogue()).id).toBe("starter");
  }
});

test("removing one says in words what that changes, and what is to be learnt again", async () => {
  const contexts = opened(await emptyFolder());
  for (const kind of ["onet", "esco", "bls"] as const) await add(contexts, kind);
  const removed = async (kind: CatalogueKind) => {
    const { context } = contextOf(contexts);
    const result = await removeCatalogue.run(context, { kind });
    return result.ok ? result.value.sentence : result.problem.code;
  };
  expect(await removed("bls")).toMatch(
    /^BLS is removed\. Pay, people and openings are the starter/,
  );
  expect(await removed("bls")).toBe("catalogue/not-there");
  expect(await removed("esco")).toMatch(
    /no longer found\. Titles are matched by their words until/,
  );
  expect(await removed("onet")).toBe(
    "O*NET is removed. Occupations and their demands are those of the starter catalogue again.",
  );
});

test("adding says before any work that the folder may not be written", async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, "file"), "no folder");
  const { context, told } = contextOf(opened(join(folder, "file")));
  const work = await context.catalogueWork();
  await expect(work.add({ kind: "bls", location: RELEASES.bls }, context)).rejects.toThrow(
    /^Cannot save to the catalogues at/,
  );
  expect(told).toEqual([]);
});

test("all four stand side by side; the same twice gives the same content", async () => {
  const folder = await emptyFolder();
  const contexts = opened(folder);
  for (const kind of ["onet", "esco", "bls", "crosswalks"] as const) {
    expect((await add(contexts, kind)).added, kind).toMatchObject({ ok: true });
  }
  const { context } = contextOf(contexts);
  const shelf = await context.catalogues();
  const first = await shelf.list();
  expect(first.map((entry) => entry.kind)).toEqual(["onet", "esco", "bls", "crosswalks"]);
  expect((await context.esco())?.id).toBe("esco");
  expect((await context.escoTitles())?.ids).toEqual((await context.esco())?.ids);
  expect((await add(contexts, "onet")).added).toMatchObject({ value: { replaced: true } });
  const second = await shelf.list();
  expect(second.map((entry) => [entry.contentHash, entry.sha256])).toEqual(
    first.map((entry) => [entry.contentHash, entry.sha256]),
  );
  expect(readdirSync(folder).filter((name) => name.startsWith("temporary"))).toEqual([]);
});

test("tables that are published apart complete each other, whichever comes first", async () => {
  const whole = opened(await emptyFolder());
  const contentOf = async (contexts: LocalContexts) =>
    (await (await contextOf(contexts).context.catalogues()).list()).map((entry) => [
      entry.contentHash,
      entry.lacks,
      entry.alsoFrom?.length,
    ]);
  await add(whole, "bls");
  await add(whole, "crosswalks");
  const all = (await contentOf(whole)).map(([hash, lacks]) => [hash, lacks]);
  const apart = opened(await emptyFolder());
  const place = await emptyFolder();
  const projections = join(place, "projections");
  await mkdir(projections);
  for (const name of ["clean.csv", "export.csv"]) {
    await copyFile(join(RELEASES.bls, name), join(projections, name));
  }
  const wages = join(RELEASES.bls, "wages.csv");
  const { added: first } = await add(apart, "bls", wages);
  expect(first).toMatchObject({ value: { replaced: false, kept: [] } });
  const { added: second } = await add(apart, "bls", projections);
  expect(second).toMatchObject({ value: { replaced: false, kept: ["the wages (OEWS)"] } });
  const called: (string | undefined)[] = [];
  for (const name of ["soc.csv", "isco.csv", "fields.csv"]) {
    await add(apart, "crosswalks", join(RELEASES.crosswalks, name));
    const listed = await (await contextOf(apart).context.catalogues()).list();
    called.push(listed.find(({ kind }) => kind === "crosswalks")?.release);
  }
  expect(called).toEqual([
    "SOC 2010 and SOC 2018",
    "ISCO-08 and SOC 2018",
    "CIP 2020, ISCO-08 and SOC 2018",
  ]);
  expect((await contentOf(apart)).map(([hash, lacks]) => [hash, lacks])).toEqual(all);
  expect((await contentOf(apart)).map(([, , also]) => also)).toEqual([1, 2]);
  // The same table again takes the place of its former self, and the others stay.
  const { added: again } = await add(apart, "bls", wages);
  expect(again).toMatchObject({ value: { replaced: true, kept: ["the Employment Projections"] } });
  expect((await contentOf(apart)).map(([hash, lacks]) => [hash, lacks])).toEqual(all);
  // What is removed completes nothing any more.
  await (await contextOf(apart).context.catalogues()).remove("bls");
  expect((await add(apart, "bls", wages)).added).toMatchObject({ value: { kept: [] } });
});

test("two programs that add tables of one release at the same moment lose neither", async () => {
  const folder = await emptyFolder();
  const [one, other] = [opened(folder), opened(folder)];
  const names = ["fields.csv", "soc.csv"].map((name) => join(RELEASES.crosswalks, name));
  const results = await Promise.all([
    add(one, "crosswalks", names[0]),
    add(other, "crosswalks", names[1]),
  ]);
  for (const { added } of results) expect(added.ok).toBe(true);
  const crosswalks = await (await contextOf(one).context.catalogues()).findCrosswalks();
  expect(crosswalks?.soc2010.length).toBeGreaterThan(0);
  expect(crosswalks?.studyFields.length).toBeGreaterThan(0);
});

test("a wrong kind, nothing there and a stopped call change nothing", async () => {
  const folder = await emptyFolder();
  const contexts = opened(folder);
  expect((await add(contexts, "onet", RELEASES.esco)).added).toMatchObject({
    ok: false,
    problem: { code: "source/wrong-kind" },
  });
  expect((await add(contexts, "onet", join(folder, "nothing"))).added).toMatchObject({
    ok: false,
    problem: { code: "source/not-found" },
  });
  expect((await add(contexts, "onet", `upload:${"0".repeat(36)}`)).added).toMatchObject({
    ok: false,
    problem: { code: "catalogue/unknown-upload" },
  });
  const stopping = new AbortController();
  const { context } = contextOf(contexts, stopping.signal);
  const adding = (await context.catalogueWork()).add(
    { kind: "onet", location: RELEASES.onet },
    context,
  );
  stopping.abort();
  expect(await adding).toMatchObject({ ok: false, problem: { code: "catalogue/cancelled" } });
  expect(existsSync(join(folder, "catalogue.db"))).toBe(false);
});

test("a file that was sent is used and gone, whether it can be added or not", async () => {
  const folder = await emptyFolder();
  const contexts = opened(folder);
  const body = new Blob(["Title\tof nothing\n"]).stream();
  const location = await contexts.keepUpload(body, "nothing.txt");
  const { added } = await add(contexts, "onet", location ?? "");
  expect(added.ok).toBe(false);
  expect(JSON.stringify(added)).not.toContain(folder);
  expect(readdirSync(join(folder, "temporary", "uploads"))).toEqual([]);
});

test("files that were sent together are called by their names", async () => {
  const contexts = opened(await emptyFolder());
  const { context } = contextOf(contexts);
  let location: string | undefined;
  for (const name of ["wages.csv", "export.csv"]) {
    const body = new Blob([readFileSync(join(RELEASES.bls, name))]).stream();
    location = await contexts.keepUpload(body, name, location);
  }
  expect((await add(contexts, "bls", location ?? "")).added.ok).toBe(true);
  const [bls] = await (await context.catalogues()).list();
  expect(bls?.source).toBe("export.csv and wages.csv, from the browser");
  expect(sentFilesInWords(["a.txt", "b.txt", "c.txt", "d.txt"])).toBe("a.txt and 3 more files");
});

test("titles are learnt, kept for the next start, and learnt anew when what they are of changes", async () => {
  const folder = await emptyFolder();
  const contexts = opened(folder);
  await add(contexts, "onet");
  const { context } = contextOf(contexts);
  const work = await context.catalogueWork();
  expect(await work.trainingState()).toEqual({ state: "untrained" });
  expect(await work.train(context)).toBe("trained");
  const next = contextOf(opened(folder)).context;
  expect(await (await next.catalogueWork()).trainingState()).toEqual({ state: "trained" });
  expect((await next.titles()).learnt).toBeDefined();
  await add(contexts, "bls");
  expect(await work.trainingState()).toEqual({ state: "trained" });
  await add(contexts, "esco");
  expect(await work.trainingState()).toEqual({ state: "untrained" });
  expect((await contextOf(contexts).context.titles()).learnt).toBeUndefined();
});
