// A step of the person's own, and a change to one of the plan's: said on the plan's page, planned at once.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startChromium } from "../chromium.ts";
import { type RunningApp, startApp } from "../running-app.ts";
import { accessibilityFaults, openPage, type WatchedPage } from "./browser.ts";

let browser: Browser;
let app: RunningApp;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await startChromium(inject("chromium"));
  app = await startApp();
  watched = await openPage(browser, app.origin, { reducedMotion: "reduce" });
});

afterAll(async () => {
  await watched?.close();
  await app?.stop();
  await browser?.close();
});

test("a step is added, another is paid back by the employer, and the plan says so", async () => {
  const { page, complaints, strangers } = watched;
  await page.goto(app.startLink);
  await page.getByRole("button", { name: "Surgery receptionist" }).click();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await page.waitForURL("**/plan");

  await page.getByRole("button", { name: "Add a step of your own" }).click();
  await page.getByLabel("What is to be done?").fill("Call Ana about her night shifts");
  await page.getByLabel("Your hours, likely").fill("3");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Keep it" }).click();
  const row = page.getByRole("row", { name: /Call Ana about her night shifts/ });
  await row.waitFor();
  expect(await row.textContent()).toContain("3");

  await page.getByRole("button", { name: /Change: Earn an associate/ }).click();
  await page.getByText("What your employer pays back").click();
  await page.getByLabel("Percent of it").fill("80");
  await page.getByLabel("At most").fill("2000");
  await page.getByLabel("Months you must stay").fill("24");
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByText(/if you leave your employer before .* give back \$2,000/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole("button", { name: /Change: Call Ana/ }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await row.waitFor({ state: "detached" });
  expect(complaints).toEqual([]);
  expect(strangers).toEqual([]);
});
