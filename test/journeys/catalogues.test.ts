// A full release comes in through the browser and goes out again: chosen as a file, watched while it is read
// and its titles are learnt, seen in what can be searched, removed with a question. Nothing is fetched
// from anywhere without a word.

import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { startChromium } from "../chromium.ts";
import { type RunningApp, startApp } from "../running-app.ts";
import { zipOf } from "../zip-bytes.ts";
import { accessibilityFaults, openPage, type WatchedPage } from "./browser.ts";

const RELEASE = fileURLToPath(new URL("../fixtures/onet/db_99_0_text", import.meta.url));

let browser: Browser;
let app: RunningApp;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await startChromium(inject("chromium"));
});

afterAll(async () => {
  await browser?.close();
});

async function begin(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  app = await startApp();
  watched = await openPage(browser, app.origin, { reducedMotion: "reduce", ...options });
  await watched.page.goto(app.startLink);
  await watched.page.getByRole("heading", { level: 1 }).waitFor();
  await watched.page.goto(`${app.origin}/catalogues`);
  await watched.page.getByRole("heading", { name: /Plans are made from/ }).waitFor();
  return watched.page;
}

afterEach(async () => {
  const { complaints, strangers } = watched;
  await watched.close();
  await app.stop();
  expect(complaints.filter((text) => !/status of 4(22|15)/.test(text))).toEqual([]);
  expect(strangers).toEqual([]);
});

/** The made-up release as a zip, in the layout of the official one; with more titles it takes longer to learn. */
async function releaseZip(moreTitles = 0): Promise<Buffer> {
  const names = (await readdir(RELEASE)).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(RELEASE, name));
      const more = name === TITLES ? manyTitles(bytes.toString(), moreTitles) : "";
      return [`db_99_0_text/${name}`, Buffer.concat([bytes, Buffer.from(more)])] as const;
    }),
  );
  return zipOf(Object.fromEntries(files));
}

const TITLES = "Alternate Titles.txt";
/** Learning this many takes some tens of seconds: time enough to stop it, however slow the machine is. */
const MANY_TITLES = 40_000;

/** Rows of made-up titles, all of the table's first occupation. */
function manyTitles(table: string, count: number): string {
  const code = table.split("\n")[1]?.split("\t")[0] ?? "";
  const rows = Array.from({ length: count }, (_, i) => {
    const title = `${(i * 7919).toString(36)}er of ${(i * 104_729).toString(36)}`;
    return `${code}\t${title}\tn/a\t08\r\n`;
  });
  return rows.join("");
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const files = page.getByLabel("Files of O*NET");
  await files.setInputFiles({ name, mimeType: "application/zip", buffer });
}

test("a release is added from a file, its titles are learnt, and it can be removed", async () => {
  const page = await begin();
  await choose(page, "db_99_0_text.zip", await releaseZip());
  const onet = page.getByRole("region", { name: "O*NET" });
  await onet.getByRole("status").getByText("Added").waitFor();
  await page.getByText("The titles of what was added are learnt").waitFor();
  await onet.getByText("What this release does not have").click();
  await onet.getByText("The file it came from").click();
  await onet.getByText("db_99_0_text.zip, from the browser").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await onet.getByRole("button", { name: "Remove O*NET" }).click();
  const dialog = page.getByRole("dialog");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await onet.getByRole("button", { name: "Remove O*NET" }).click();
  await dialog.getByRole("button", { name: "Remove O*NET" }).click();
  await onet.getByRole("button", { name: "Choose a file of O*NET" }).waitFor();
});

test("learning is watched from a page that comes later, and stopped for good", async () => {
  const page = await begin();
  const other = await page.context().newPage();
  await choose(page, "db_99_0_text.zip", await releaseZip(MANY_TITLES));
  const stop = page.getByRole("button", { name: "Stop learning" });
  await stop.waitFor();
  await other.goto(`${app.origin}/catalogues`);
  await other.getByRole("button", { name: "Stop learning" }).waitFor();
  await stop.click();
  for (const one of [page, other]) {
    await one.getByRole("button", { name: "Learn the titles" }).waitFor();
  }
  await other.close();
});

test("a file that is no release is refused with what to do, and nothing is changed", async () => {
  const page = await begin();
  await choose(page, "holiday.zip", Buffer.from("this is no zip"));
  const alert = page.getByRole("region", { name: "O*NET" }).getByRole("alert");
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(/Cannot open "the file from the browser"/);
  await page.getByRole("button", { name: "Choose a file of O*NET" }).waitFor();
});

test("nothing is fetched before the person has read where from, and said so", async () => {
  const page = await begin({ viewport: { width: 360, height: 740 } });
  await page.getByRole("button", { name: "Fetch O*NET" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("www.onetcenter.org", { exact: true }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("Enter"); // "Not now" has the focus.
  await dialog.waitFor({ state: "hidden" });
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(excess).toBe(0);
});

test("a folder, and a path on this machine, are added as a file is; a place that is none says so", async () => {
  const page = await begin({ viewport: { width: 360, height: 740 } });
  const onet = page.getByRole("region", { name: "O*NET" });
  await onet.getByLabel("Folder of O*NET").setInputFiles(RELEASE);
  await onet.getByRole("status").getByText("Added").waitFor();
  await onet.getByText("The file it came from").click();
  await onet.getByText(/from the browser/).waitFor();
  await page.getByText("The titles of what was added are learnt").waitFor();

  // By keyboard: the dialog has the focus on its box, and says that a path connects to nothing.
  await onet.getByRole("button", { name: /^From an address or a path/ }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.type("https://example.org/release.zip");
  await dialog.getByText("example.org", { exact: true }).waitFor();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(RELEASE);
  await dialog.getByText("Nothing is connected to for a path.").waitFor();
  await page.keyboard.press("Enter");
  await onet.getByRole("status").getByText("Replaced by").waitFor();
  await page.keyboard.press("Escape");

  await onet.getByRole("button", { name: /^From an address or a path/ }).click();
  await page.keyboard.type("/no/such/place.zip");
  await page.keyboard.press("Enter");
  await onet.getByRole("alert").waitFor();
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(excess).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test("what one window adds the other shows and can cancel, and a window that goes away leaves nothing behind", async () => {
  const page = await begin();
  const other = await page.context().newPage();
  await other.goto(`${app.origin}/catalogues`);
  const inOther = other.getByRole("region", { name: "O*NET" });
  await inOther.getByRole("button", { name: "Choose a file of O*NET" }).waitFor();
  // The answer is held back, so that what is under way can be looked at for as long as it takes.
  await page.route("**/api/add-catalogue", () => undefined);
  await choose(page, "db_99_0_text.zip", await releaseZip());
  await inOther.getByText("Another window of yours is adding it.").waitFor();
  expect(await other.getByRole("button", { name: "Choose a file of ESCO" }).isDisabled()).toBe(
    true,
  );
  // Left and opened again, it is still there; and a third window learns of it as it opens.
  await page.getByRole("link", { name: "Record" }).click();
  await page.goBack();
  await page.getByRole("button", { name: "Cancel" }).waitFor();
  await other.reload();
  await inOther.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Choose a file of O*NET" }).waitFor();
  await inOther.getByRole("button", { name: "Choose a file of O*NET" }).waitFor();

  await choose(page, "db_99_0_text.zip", await releaseZip());
  await inOther.getByText("Another window of yours is adding it.").waitFor();
  await page.close();
  await inOther.getByRole("button", { name: "Choose a file of O*NET" }).waitFor();
});

test("looking at the page, going about in it and stopping never begins learning", async () => {
  const page = await begin();
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/train-titles")) asked += 1;
  });
  await choose(page, "db_99_0_text.zip", await releaseZip(MANY_TITLES));
  const stop = page.getByRole("button", { name: "Stop learning" });
  await stop.waitFor();
  expect(asked).toBe(1);
  await stop.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Learn the titles" }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Learn the titles" }).waitFor();
  expect(asked).toBe(1);
});

test("a file that is too large is refused before it is sent", async () => {
  const page = await begin();
  await page.getByRole("region", { name: "O*NET" }).waitFor();
  // Sparse: it takes no place and no time to make.
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>("input[aria-label='Files of O*NET']");
    const part = new Uint8Array(1_000_000);
    const file = new File(
      Array.from({ length: 257 }, () => part),
      "huge.zip",
    );
    const chosen = new DataTransfer();
    chosen.items.add(file);
    if (input !== null) input.files = chosen.files;
    input?.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page
    .getByRole("alert")
    .getByText(/larger than 256 MB/)
    .waitFor();
});

test("a folder of two releases is refused before anything of it is sent", async () => {
  const page = await begin();
  const both = await mkdtemp(join(tmpdir(), "throughline-both-"));
  for (const name of ["db_98_0_text", "db_99_0_text"]) {
    await cp(RELEASE, join(both, name), { recursive: true });
  }
  const onet = page.getByRole("region", { name: "O*NET" });
  await onet.getByLabel("Folder of O*NET").setInputFiles(both);
  await onet
    .getByRole("alert")
    .getByText(/two of them have the same name/)
    .waitFor();
  await rm(both, { recursive: true });
});
