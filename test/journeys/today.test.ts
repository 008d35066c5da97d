// A plan that slips, in the browser: a step done and one late, noted by keyboard; what would move is seen,
// the plan is made anew, and the plan before is still there; axe clean, no policy broken, no sideways scroll.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startChromium } from "../chromium.ts";
import { startApp } from "../running-app.ts";
import { accessibilityFaults, openPage } from "./browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await startChromium(inject("chromium"));
});

afterAll(async () => {
  await browser?.close();
});

test("a receptionist marks one step done and one late, sees what moves, and keeps both plans", async () => {
  const app = await startApp();
  const watched = await openPage(browser, app.origin, {
    reducedMotion: "reduce",
    viewport: { width: 360, height: 800 },
  });
  const { page } = watched;
  try {
    await page.goto(app.startLink);
    await page.getByRole("button", { name: "Surgery receptionist" }).click();
    await page.getByRole("button", { name: "Make the plan" }).click();
    await page.getByRole("heading", { name: "Month by month" }).waitFor();
    await page.getByRole("link", { name: "Today" }).click();
    await page.getByRole("heading", { level: 1, name: /^This week: / }).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
    }

    // By keyboard alone: hours and done for the first step, late for the next.
    await page
      .getByRole("button", { name: /^Note hours: Talk with/ })
      .first()
      .focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.type("2");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page
      .getByRole("button", { name: /^Done: Talk with/ })
      .first()
      .focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status", { name: "The plan made anew" }).waitFor();
    await page
      .getByRole("button", { name: /^Something changed: See the work/ })
      .first()
      .focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("It will be done by about").fill("2099-01-15");
    await page.getByLabel("Why").fill("A form is missing");
    await page.getByRole("button", { name: "Note it" }).press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await page.getByText(/one thing came later than planned; the goal moves from/).waitFor();
    await page.getByRole("button", { name: "See what would move" }).press("Enter");
    await page.getByText("It is expected by 15 January 2099: A form is missing.").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Make the plan anew" }).press("Enter");
    await page.getByText("The new plan is kept").waitFor();

    await page.getByRole("link", { name: "Plan", exact: true }).click();
    await page.getByRole("heading", { name: "What moved" }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("link", { name: "See the plan before" }).click();
    await page.getByText("This plan was made on").waitFor();
    expect(watched.complaints).toEqual([]);
    expect(watched.strangers).toEqual([]);
  } finally {
    await watched.close();
    await app.stop();
  }
});
