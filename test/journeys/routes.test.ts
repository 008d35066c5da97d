// The routes by keyboard and by mouse: from place to place on the map, a stage refused and allowed again, a
// way made the plan's and the choice taken back, others pinned and compared; by no policy broken.

import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { type RunningApp, startApp } from "../running-app.ts";
import { accessibilityFaults, openPage, type WatchedPage } from "./browser.ts";
import { browserOfFile } from "./journey.ts";

const LPN = /^to work as Licensed practical nurse/;

const browser = browserOfFile();
let app: RunningApp;
let watched: WatchedPage;

afterEach(async () => {
  const { complaints, strangers } = watched;
  await watched.close();
  await app.stop();
  // No plan has been kept at first, and the browser writes that answer down.
  expect(complaints.filter((text) => !/status of 404/.test(text))).toEqual([]);
  expect(strangers).toEqual([]);
});

/** A receptionist who is heading for nursing, at their routes, with the map drawn. */
async function begin(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  app = await startApp();
  watched = await openPage(browser(), app.origin, { reducedMotion: "reduce", ...options });
  const { page } = watched;
  await page.goto(app.startLink);
  await page.getByRole("button", { name: /Surgery receptionist/i }).click();
  await page.getByRole("button", { name: "Make the plan" }).waitFor();
  await page.getByRole("link", { name: "Routes" }).click();
  await drawn(page);
  return page;
}

/** Waits until the map is there, from where one is to the goal. */
async function drawn(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^where you are/ }).waitFor();
  await page.getByRole("button", { name: /^your goal/ }).waitFor();
}

const focusedName = (page: Page): Promise<string> =>
  page.locator(":focus").evaluate((element) => element.getAttribute("aria-label") ?? "");

test("by keyboard alone a stage is found on the map, answered with no, and allowed again", async () => {
  const page = await begin();
  await page.getByRole("button", { name: /^where you are/ }).focus();
  await page.keyboard.press("ArrowDown");
  expect(await focusedName(page)).toMatch(/^to earn/);
  for (let presses = 0; presses < 6 && !LPN.test(await focusedName(page)); presses += 1) {
    await page.keyboard.press(presses === 0 ? "ArrowRight" : "ArrowDown");
  }
  expect(await focusedName(page)).toMatch(LPN);
  // What is said of the place is there as soon as it has the focus; Enter goes to it, Escape back.
  const panel = page.getByRole("region", { name: "About: Licensed practical nurse" });
  await panel.waitFor();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.tagName === "H2");
  await page.keyboard.press("Escape");
  expect(await focusedName(page)).toMatch(LPN);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.tagName === "H2");
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await page.locator(":focus").textContent()) === "Not at these hours") break;
  }
  await page.keyboard.press("Enter");
  const said = page.getByRole("status").filter({ hasText: "No to working as" });
  await said.waitFor();
  expect(await said.textContent()).toMatch(
    /^No to working as a licensed practical nurse: not at these hours\. \d+ ways? (is|are) left out/,
  );
  await page.getByRole("button", { name: LPN }).waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "What you said no to" }).waitFor();
  await page.getByRole("button", { name: /^Allow again: working as/ }).press("Enter");
  await page.getByRole("status").filter({ hasText: "Allowed again" }).waitFor();
  await page.getByRole("button", { name: LPN }).waitFor();
});

test("a way is made the plan's, another kept as backup, and both are taken back", async () => {
  const page = await begin();
  const first = await page.getByRole("heading", { level: 3 }).first().textContent();
  await page
    .getByRole("button", { name: /^Make this my plan: Through/ })
    .first()
    .click();
  await page.getByText(/^The plan takes this way: Through/).waitFor();
  await page.getByText("The one you plan with.").waitFor();
  await page.getByRole("button", { name: `Keep as backup: ${first}` }).click();
  await page.getByText(/To fall back on: /).waitFor();
  await page.getByText("The one you fall back on.").waitFor();
  await page.getByRole("link", { name: "See the plan" }).click();
  await page.waitForURL("**/plan");
  await page.getByRole("heading", { name: "Month by month" }).waitFor();
  await page.goBack();
  await page.getByRole("button", { name: `No longer a backup: ${first}` }).click();
  await page.getByText(/Its backups are Throughline's own/).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back").waitFor();
  await page.getByRole("button", { name: `No longer a backup: ${first}` }).waitFor();
});

test("a pinned way stays in the comparison when a no leaves it out, and says why", async () => {
  const page = await begin();
  await page
    .getByRole("button", { name: "Pin for comparing: Through licensed practical nurse" })
    .click();
  await page.getByText(/^Pinned: Through licensed practical nurse/).waitFor();
  await page.getByRole("button", { name: LPN }).click();
  await page.getByRole("button", { name: "Not this" }).click();
  await page.getByRole("status").filter({ hasText: "No to working as" }).waitFor();
  const compared = page.getByRole("region", { name: "The chosen ways side by side" });
  const column = compared.getByRole("columnheader", { name: /Through licensed practical nurse/ });
  await column
    .getByText("You said no to working as a licensed practical nurse.", { exact: true })
    .waitFor();
  await page.getByRole("checkbox", { name: /^Through licensed practical nurse/ }).uncheck();
  await column.waitFor({ state: "detached" });
});

test("the map's table says what the map says, and all of it is sound for axe", async () => {
  const page = await begin();
  await page.getByRole("button", { name: LPN }).click();
  await page.getByText("The map as a table").click();
  const table = page.getByRole("region", { name: "The map as a table" });
  const legs = await table.getByRole("row").count();
  expect(legs - 1).toBe(await page.locator(".leg-label").count());
  expect(await accessibilityFaults(page)).toEqual([]);
});

test("on a phone the map goes from top to bottom, and the page is no wider than the phone", async () => {
  const page = await begin({ viewport: { width: 360, height: 740 } });
  const top = await page.getByRole("button", { name: /^where you are/ }).boundingBox();
  const end = await page.getByRole("button", { name: /^your goal/ }).boundingBox();
  expect((end?.y ?? 0) - (top?.y ?? 0)).toBeGreaterThan(300);
  await page.getByRole("button", { name: LPN }).click();
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(excess).toBe(0);
});

test("a wish is asked for by keyboard alone and answered beneath, on a phone too", async () => {
  const page = await begin({ viewport: { width: 360, height: 800 } });
  const form = page.getByRole("region", { name: "Would you like it otherwise?" });
  await form.getByLabel("Under so many months").focus();
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await form.getByText(/No route takes under/).waitFor();
  await form.getByLabel("One move only").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await form.getByText(/There is one:/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});
