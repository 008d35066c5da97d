// What one's work opens, in the browser: the fields and the one thing that would open most, seen from another
// position by keyboard alone, and one career made the goal; axe clean, no policy broken, no sideways scroll.

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

test("a call-centre agent sees sales and leading a team, looks from another position, and sets a goal", async () => {
  const app = await startApp();
  const watched = await openPage(browser, app.origin, {
    reducedMotion: "reduce",
    viewport: { width: 360, height: 800 },
  });
  const { page } = watched;
  try {
    await page.goto(app.startLink);
    await page.getByRole("button", { name: "Call-centre agent" }).click();
    await page.getByRole("button", { name: "Make the plan" }).waitFor();
    await page.getByRole("link", { name: "Springboards" }).click();
    await page.getByRole("heading", { level: 1, name: /careers are open within two/ }).waitFor();
    await page.getByRole("heading", { name: "Sales", exact: true }).waitFor();
    await page.getByRole("heading", { name: "The one thing that would open most" }).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
    }

    // By keyboard: why the first is here, and all of them in the table.
    await page.locator(".careers summary").first().focus();
    await page.keyboard.press("Enter");
    await page
      .getByText(/against staying, by typical pay/)
      .first()
      .waitFor();
    await page.locator(".side-by-side > summary").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("table").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    const from = page.getByRole("combobox", { name: "Look from" });
    await from.focus();
    await page.keyboard.type("Waiter");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^From work as a waiter/ }).waitFor();
    expect(page.url()).toContain("position=");
    await from.selectOption("Where you stand today");

    await page
      .getByRole("button", { name: /^Make this my goal: / })
      .first()
      .click();
    await page.getByRole("button", { name: "Make it my goal" }).click();
    await page.waitForURL(`${app.origin}/gaps`);
    expect(watched.complaints).toEqual([]);
    expect(watched.strangers).toEqual([]);
  } finally {
    await watched.close();
    await app.stop();
  }
});
