// A person's first walk through the web: from the start link to a dated plan, by mouse and by keyboard
// alone; what is unsure is asked; every page is sound for axe, light and dark, and breaks no policy.

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { startChromium } from "../chromium.ts";
import { type RunningApp, startApp } from "../running-app.ts";
import { accessibilityFaults, openPage, type WatchedPage } from "./browser.ts";

const PATHS = [
  "/",
  "/record",
  "/abilities",
  "/rate",
  "/gaps",
  "/routes",
  "/plan",
  "/occupations",
  "/occupations?find=nur",
  "/occupation?id=29-1141.00",
  "/catalogues",
  "/data",
] as const;
/** Its goal does not fit into its hours, and one of its titles is not clear. */
const EXAMPLE = "Surgery receptionist";

/** How much of what is folded is opened for axe, from the end of each page. */
const OPENED = 2;

let browser: Browser;
let app: RunningApp;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await startChromium(inject("chromium"));
});

afterAll(async () => {
  await browser?.close();
});

/** Every walk begins with an app of its own, which knows nothing yet. */
async function begin(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  app = await startApp();
  watched = await openPage(browser, app.origin, { reducedMotion: "reduce", ...options });
  await watched.page.goto(app.startLink);
  await watched.page.getByRole("heading", { level: 1 }).waitFor();
  return watched.page;
}

afterEach(async () => {
  const { complaints, strangers } = watched;
  await watched.close();
  await app.stop();
  // The browser itself writes down every answer that is no; the app answers so where it asks back.
  expect(complaints.filter((text) => !/status of 422/.test(text))).toEqual([]);
  expect(strangers).toEqual([]);
});

async function chooseExample(page: Page): Promise<void> {
  await page.getByRole("button", { name: EXAMPLE }).click();
  await page.getByRole("button", { name: "Make the plan" }).waitFor();
}

function headline(page: Page): Promise<string | null> {
  return page.getByRole("heading", { level: 1 }).textContent();
}

test("an example becomes a dated plan, and what does not fit is answered", async () => {
  const page = await begin();
  await chooseExample(page);
  await page.getByRole("button", { name: "Make the plan" }).click();
  await page.waitForURL("**/plan");
  await page.getByRole("heading", { name: "What would make it fit" }).waitFor();
  expect(await headline(page)).toMatch(/registered nurse by June 2031 does not fit/);
  expect(await page.getByRole("heading", { name: "This month" }).count()).toBe(1);
  expect(await page.getByRole("img", { name: /From today to the goal/ }).count()).toBe(1);
  expect(await page.getByRole("row").count()).toBeGreaterThan(5);

  await page.getByText("Why each step begins and ends when it does").click();
  await page
    .getByRole("cell", { name: /weeks after “/ })
    .first()
    .waitFor();
  await page.getByText("How sure each milestone is").click();
  await page.getByRole("columnheader", { name: "19 in 20 by" }).waitFor();

  // The answer is one press away: with those hours the plan fits.
  await page.getByRole("button", { name: /Plan with \d+ hours a week/ }).click();
  await page.getByRole("heading", { name: "What would make it fit" }).waitFor({ state: "hidden" });
  expect(await headline(page)).not.toMatch(/does not fit/);
});

test("a title that is not clear is asked, and the answer is kept", async () => {
  const page = await begin();
  await chooseExample(page);
  await page.getByText("One of them needs a word from you").waitFor();
  await page.getByRole("button", { name: /^Personal Care Aides.*: “Care of a newborn”$/ }).click();
  await page.getByText("needs a word from you").waitFor({ state: "hidden" });
  await page.getByRole("link", { name: "Record" }).click();
  await page.getByText("(you said so)").nth(1).waitFor();
});

test("a résumé file is read, and what cannot be read is said", async () => {
  const page = await begin();
  const resume = {
    basics: { name: "A person" },
    work: [{ position: "Bookkeeper", name: "A bakery", startDate: "2019-04", endDate: "some day" }],
  };
  await page.getByLabel("A résumé file, JSON Resume").setInputFiles({
    name: "resume.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(resume)),
  });
  await page.getByText("Your record holds 1 position").waitFor();
  expect(await page.getByRole("status").textContent()).toMatch(/some day/);
});

test("an earlier plan can be looked at again", async () => {
  const page = await begin();
  await chooseExample(page);
  await page.getByRole("button", { name: "Make the plan" }).click();
  await page.waitForURL("**/plan");
  await page.getByRole("button", { name: /Plan with \d+ hours a week/ }).click();
  await page.getByRole("heading", { name: "What would make it fit" }).waitFor({ state: "hidden" });
  const newest = await headline(page);
  await page.getByRole("link", { name: "Data" }).click();
  await page.getByRole("link", { name: "All 2 plans, two of them side by side" }).click();
  await page.getByRole("link", { name: /does not fit/ }).click();
  await page.getByText("This plan was made on").waitFor();
  expect(await headline(page)).toMatch(/does not fit/);
  await page.getByRole("link", { name: "See the newest" }).click();
  await page.getByText("This plan was made on").waitFor({ state: "hidden" });
  expect(await headline(page)).toBe(newest);
});

test("a goal that can mean several things is asked back", async () => {
  const page = await begin();
  await chooseExample(page);
  await page.getByRole("combobox", { name: "What are you heading for?" }).fill("manager");
  await page.getByRole("button", { name: "Make the plan" }).click();
  const asked = page.getByRole("alert");
  await asked.waitFor();
  expect(await asked.textContent()).toMatch(/“manager” can mean several things/);
  const first = asked.getByRole("button").first();
  const chosen = await first.textContent();
  await first.click();
  await page.waitForURL("**/plan");
  await page.getByRole("link", { name: "Goal and gaps" }).click();
  await page.getByText(chosen ?? "", { exact: true }).waitFor();
});

test("the keyboard alone is enough, from an empty record to a plan", async () => {
  const page = await begin();
  await tabTo(page, "Type it in");
  await page.keyboard.press("Enter");
  await tabTo(page, "What was it called?");
  await page.keyboard.type("Cashier");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Make the plan" }).waitFor();
  await tabTo(page, "What are you heading for?");
  await page.keyboard.type("bookkeeper");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/plan");
  await page.getByRole("heading", { name: "Month by month" }).waitFor();
});

/** Presses Tab until what has this name has the focus; fails where it never gets it. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    const label = await focused.evaluate((element) => {
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return labels.map((each) => each.textContent).join(" ") || element.textContent;
    });
    if (label?.includes(name)) return;
  }
  throw new Error(`Cannot reach "${name}" with the Tab key`);
}

/** Looking at every page twice takes its time on a machine that does other things as well. */
const LONG = 150_000;

test.each(["light", "dark"] as const)(
  "every page is sound for axe, %s",
  { timeout: LONG },
  async (colorScheme) => {
    const page = await begin({ colorScheme });
    expect(await accessibilityFaults(page)).toEqual([]);
    await chooseExample(page);
    await page.getByRole("button", { name: "Make the plan" }).click();
    await page.waitForURL("**/plan");
    const faults: string[] = [];
    for (const path of PATHS) {
      await page.goto(`${app.origin}${path}`, { waitUntil: "networkidle" });
      await page.getByRole("heading", { level: 1 }).waitFor();
      const summaries = await page.locator("summary").all();
      for (const summary of summaries.slice(-OPENED)) await summary.click();
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${path} ${fault}`));
    }
    await page.goto(`${app.origin}/record`, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "Add a position" }).click();
    faults.push(...(await accessibilityFaults(page)).map((fault) => `dialog ${fault}`));
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(faults).toEqual([]);
  },
);

test("no page is wider than a small phone", async () => {
  const page = await begin({ viewport: { width: 360, height: 740 } });
  await chooseExample(page);
  await page.getByRole("button", { name: "Make the plan" }).click();
  await page.waitForURL("**/plan");
  for (const path of PATHS) {
    await page.goto(`${app.origin}${path}`, { waitUntil: "networkidle" });
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(`${path} ${excess}`).toBe(`${path} 0`);
  }
});

test("everything can be taken along and deleted", async () => {
  const page = await begin();
  await chooseExample(page);
  await page.getByRole("link", { name: "Data" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the record" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("throughline-record.json");
  await page.getByRole("button", { name: "Delete everything" }).click();
  await page.getByRole("textbox", { name: /Type/ }).fill("delete everything");
  await page.getByRole("dialog").getByRole("button", { name: "Delete everything" }).click();
  await page.getByText("There is none yet.").waitFor();
});
