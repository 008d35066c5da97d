// What a person can do, in the browser: three things rated by keyboard alone, the estimate seen to change
// and opened to its evidence; another occupation compared with; axe clean, no policy broken.

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { startChromium } from "../chromium.ts";
import { type RunningApp, startApp } from "../running-app.ts";
import { accessibilityFaults, openPage, type WatchedPage } from "./browser.ts";

let browser: Browser;
let app: RunningApp;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await startChromium(inject("chromium"));
});

afterAll(async () => {
  await browser?.close();
});

/** An app of its own with the surgery receptionist's record, whose goal is nursing. */
async function begin(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  app = await startApp();
  watched = await openPage(browser, app.origin, { reducedMotion: "reduce", ...options });
  const { page } = watched;
  await page.goto(app.startLink);
  await page.getByRole("button", { name: "Surgery receptionist" }).click();
  await page.getByRole("button", { name: "Make the plan" }).waitFor();
  return page;
}

afterEach(async () => {
  const { complaints, strangers } = watched;
  await watched.close();
  await app.stop();
  expect(complaints).toEqual([]);
  expect(strangers).toEqual([]);
});

/** Presses Tab until what has the focus is named so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    const text = `${await focused.textContent()} ${await focused.getAttribute("aria-label")}`;
    if (name.test(text)) return;
  }
  throw new Error(`Cannot reach ${name} by Tab`);
}

test("three things are rated by keyboard alone, and the estimate changes with its evidence", async () => {
  const page = await begin();
  await page.goto(`${app.origin}/rate`, { waitUntil: "networkidle" });
  const rated: string[] = [];
  for (const level of [6, 1, 5]) {
    rated.push((await page.getByRole("heading", { level: 2 }).textContent()) ?? "");
    await page.getByRole("radio").first().focus();
    await page.keyboard.press("Space");
    for (let step = 0; step < level; step++) await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("radio", { checked: true }).getAttribute("value")).toBe(`${level}`);
    await page.getByRole("status").getByText("Kept.").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await tabTo(page, /^Next/);
    await page.keyboard.press("Enter");
    await page.getByText(`${rated.length + 1} of 10`).waitFor();
  }
  expect(new Set(rated).size).toBe(3);
  await page.getByText("You have rated 3 of the").waitFor();

  // The rest is skipped, and what changed is told.
  for (let left = 0; left < 7; left++) {
    await tabTo(page, /^Skip this/);
    await page.keyboard.press("Enter");
  }
  const rows = page.getByRole("table").getByRole("row");
  await rows.nth(3).waitFor();
  const [said, before, now] = await rows.nth(1).getByRole("cell").allTextContents();
  expect(said).toBe("6");
  expect(Number(now)).toBeGreaterThan(Number(before));
  expect(await accessibilityFaults(page)).toEqual([]);

  await tabTo(page, /^See what you can do/);
  await page.keyboard.press("Enter");
  await page.getByRole("img", { name: /15 abilities/ }).waitFor();
  const row = page.locator(".ability-table tbody tr", { hasText: rated[0] ?? "nothing" }).first();
  expect(await row.getByRole("cell").first().textContent()).toBe(now);
  await row.locator("summary").focus();
  await page.keyboard.press("Enter");
  await row.getByText("Your own rating", { exact: true }).waitFor();
  await row.getByText("You say 6.").waitFor();
});

test.each([
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 360 },
] as const)(
  "abilities are drawn and tabled, and compared with any occupation, in $colorScheme at $width",
  async ({ colorScheme, width }) => {
    const page = await begin({ colorScheme, viewport: { width, height: 900 } });
    await page.getByRole("link", { name: "Abilities" }).click();
    await page.getByRole("img", { name: /15 abilities/ }).waitFor();
    const first = page.locator(".ability-table tbody tr").first();
    await first.locator("summary").click();
    // What the record speaks of stands first, and opens to what raises it.
    const most = await page.getByRole("heading", { level: 1 }).textContent();
    expect(most).toMatch(/^Your record speaks most of: office work/);
    await page.getByText(/above all from “Receptionist/).waitFor();
    await page.getByText("How far, and from what").click();
    const sums = page.locator(".shown-most > li");
    expect(await sums.count()).toBe(5);
    for (const sum of await sums.all()) {
      const figures = await sum.getByRole("definition").allTextContents();
      const [typical, ...rises] = figures.map((text) => Number(text.replace("−", "-")));
      const about = rises.pop() ?? 0;
      const added = rises.reduce((all, rise) => all + rise, typical ?? 0);
      expect(Math.abs(added - about)).toBeLessThan(0.03);
    }
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: /Show all \d+/ }).click();
    await page.getByRole("img", { name: /69 abilities/ }).waitFor();

    const search = page.getByRole("combobox", { name: "Compare with another occupation" });
    await search.fill("web developer");
    await page.getByRole("option", { name: /Web Developers/ }).click();
    await page.getByRole("heading", { level: 2, name: /as a web developer/ }).waitFor();
    // Whatever it is compared with, the record speaks of the same; and whoever types goes on from there.
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(most);
    expect(await search.evaluate((box) => box === document.activeElement)).toBe(true);
    // Whoever rates themself from here comes back to the same comparison.
    await page.getByRole("link", { name: "say it yourself" }).click();
    await page.getByRole("link", { name: "Pause here" }).click();
    await page.getByRole("heading", { level: 2, name: /as a web developer/ }).waitFor();
    await page.getByRole("link", { name: "back to your goal" }).click();
    await page.getByRole("heading", { level: 2, name: /as a registered nurse/ }).waitFor();
  },
);

test("ratings that are all alike are noticed, kindly", async () => {
  const page = await begin();
  await page.goto(`${app.origin}/rate`, { waitUntil: "networkidle" });
  for (let place = 1; place <= 8; place++) {
    await page.getByText(`${place} of 10`).waitFor();
    await page.getByRole("radio").nth(4).check();
    await page.getByRole("status").getByText("Kept.").waitFor();
    await page.getByRole("button", { name: "Next" }).click();
  }
  await page.getByText(/Nearly all your ratings are alike/).waitFor();
});
