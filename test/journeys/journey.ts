// What the walks through the app share: a browser for the tests of a file, and an app of its own for each walk,
// on a phone's width, where nothing may be complained of in the end.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { startChromium } from "../chromium.ts";
import { type RunningApp, startApp } from "../running-app.ts";
import { accessibilityFaults, openPage, type WatchedPage } from "./browser.ts";

/** The narrowest screen that pages are made for. */
const NARROW = { width: 360, height: 800 } as const;

export interface Journey extends WatchedPage {
  readonly app: RunningApp;
}

/** Opens a browser before the tests of the file and closes it after them; asked for within a test. */
export function browserOfFile(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await startChromium(inject("chromium"));
  });
  afterAll(async () => {
    await browser?.close();
  });
  return () => {
    if (browser === undefined) throw new Error("Cannot give the browser: it is not open yet");
    return browser;
  };
}

/** What a browser notes of an answer that says no. */
const REFUSED = /status of 4\d\d/;

/**
 * Runs a walk from the app's own link on; then nothing was complained of and nobody else was asked, but for so
 * many answers that say no as the walk asks for.
 */
export async function walkThrough(
  browser: Browser,
  walk: (journey: Journey) => Promise<void>,
  refused = 0,
): Promise<void> {
  const app = await startApp();
  const watched = await openPage(browser, app.origin, {
    reducedMotion: "reduce",
    viewport: NARROW,
  });
  try {
    await watched.page.goto(app.startLink);
    await walk({ ...watched, app });
    const noes = watched.complaints.filter((one) => REFUSED.test(one));
    expect(watched.complaints.filter((one) => !noes.includes(one))).toEqual([]);
    expect(noes.length).toBe(refused);
    expect(watched.strangers).toEqual([]);
  } finally {
    await watched.close();
    await app.stop();
  }
}

/** Brings in an example career and makes its plan. */
export async function planExample(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).click();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await page.getByRole("heading", { name: "Month by month" }).waitFor();
}

/** Expects the page to need no sideways scroll, and axe to find nothing, in light and in dark. */
export async function expectSoundPage(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(NARROW.width);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page)).toEqual([]);
  }
}
