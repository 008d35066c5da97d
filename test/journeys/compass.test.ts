// The seven dimensions in the browser, by keyboard alone: answered, wanted, written on, paused, gone on
// with, finished, seen, and taken again; axe clean, no policy broken, no sideways scroll.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { startApp } from "../running-app.ts";
import { accessibilityFaults, openPage } from "./browser.ts";
import { browserOfFile } from "./journey.ts";

/** Items and sliders of the whole assessment. */
const SCREENS = 7;
const ITEMS_A_SCREEN = 5;
/** Key presses that a sitting may take, reflections aside; three seconds each are nine minutes. */
const MOST_PRESSES = 180;

const browser = browserOfFile();
let presses = 0;

async function press(page: Page, key: string): Promise<void> {
  presses += 1;
  await page.keyboard.press(key);
}

/** Goes on by Tab until what has the focus is of that kind; fails where the focus is caught. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 8; step++) {
    await press(page, "Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab does not come to ${selector}`);
}

/** Answers what is on the screen from its heading on, every question by one key. */
async function answerScreen(page: Page, key: string): Promise<void> {
  for (let item = 0; item < ITEMS_A_SCREEN; item++) {
    await tabTo(page, "fieldset:not(:has(input:checked)) input[type=radio]");
    await press(page, key);
  }
}

test("a person answers all of it by keyboard, pauses, goes on, sees the compass and takes it again", async () => {
  const app = await startApp();
  const watched = await openPage(browser(), app.origin, {
    reducedMotion: "reduce",
    viewport: { width: 360, height: 800 },
  });
  const { page } = watched;
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  try {
    await page.goto(app.startLink);
    await page.getByRole("button", { name: "Surgery receptionist" }).click();
    await page.getByRole("button", { name: "Make the plan" }).click();
    await page.getByRole("heading", { name: "Month by month" }).waitFor();
    await page.getByRole("link", { name: "Compass" }).click();
    await page.getByRole("heading", { level: 1, name: /which do you have/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await width()).toBeLessThanOrEqual(360);
    await page.getByRole("link", { name: "Begin" }).press("Enter");

    // The first screen with arrow keys: each answer moves the choice and nothing else on the page.
    await page.getByRole("heading", { name: /^Time focus: / }).waitFor();
    await page.getByRole("heading", { name: /^Time focus: / }).focus();
    await tabTo(page, "fieldset input[type=radio]");
    await press(page, "Space");
    await press(page, "ArrowDown");
    expect(await page.locator("fieldset").first().locator("input:checked").inputValue()).toBe("2");
    for (let item = 1; item < ITEMS_A_SCREEN; item++) {
      await tabTo(page, "fieldset:not(:has(input:checked)) input[type=radio]");
      await press(page, "4");
    }
    await tabTo(page, "input[type=range]");
    await press(page, "ArrowRight");
    expect(await page.getByRole("slider").getAttribute("aria-valuetext")).toContain("Between");
    await press(page, "ArrowRight");
    await tabTo(page, "textarea");
    await page.keyboard.type("A ward with people I know.");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await width()).toBeLessThanOrEqual(360);
    await tabTo(page, "button");
    await press(page, "Enter");
    await page.getByRole("heading", { name: /^Skill development: / }).waitFor();
    await answerScreen(page, "2");

    // Paused in the middle, and gone on with from where it stopped.
    await page.getByRole("link", { name: "Pause here" }).press("Enter");
    await page.getByText("You paused: 10 of 35 questions are answered").waitFor();
    await page.getByRole("link", { name: "Go on" }).press("Enter");
    for (let screen = 2; screen < SCREENS; screen++) {
      const heading = page.getByRole("heading", { level: 2 }).locator("visible=true");
      await heading.waitFor();
      if (screen === 2) {
        expect(await heading.textContent()).toContain("Commitment");
        await heading.focus();
      }
      await answerScreen(page, "3");
      await tabTo(page, "input[type=range]");
      await press(page, "Enter");
      await tabTo(page, "textarea");
      await tabTo(page, "button");
      await press(page, "Enter");
    }
    await page.getByRole("heading", { name: "How it is, and how you want it" }).waitFor();
    expect(presses).toBeLessThan(MOST_PRESSES);
    await page.getByText("A ward with people I know.").waitFor();
    await page.getByText("The same as a table").press("Enter");
    await page.getByRole("rowheader", { name: /^Time focus/ }).waitFor();
    expect(await width()).toBeLessThanOrEqual(360);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const size of [360, 1280]) {
        await page.setViewportSize({ width: size, height: 900 });
        expect(await accessibilityFaults(page)).toEqual([]);
      }
    }

    // Taken again: the screens are empty, and the first answers stay.
    await page.getByRole("button", { name: "Begin anew" }).press("Enter");
    await page.getByRole("heading", { name: /^Time focus: / }).waitFor();
    expect(await page.locator("input[type=radio]:checked").count()).toBe(0);
    await page.getByRole("heading", { name: /^Time focus: / }).focus();
    await answerScreen(page, "3");
    await page.getByRole("link", { name: "Pause here" }).press("Enter");
    await page
      .getByText(/No clear change since /)
      .first()
      .waitFor();
    await page.getByText("All 2 times you answered").press("Enter");
    expect(await accessibilityFaults(page)).toEqual([]);

    // What is wanted otherwise is said among the gaps.
    await page.getByRole("link", { name: "Goal and gaps" }).click();
    await page.getByRole("heading", { level: 1, name: /^Becoming a registered nurse/ }).waitFor();
    expect(watched.complaints).toEqual([]);
    expect(watched.strangers).toEqual([]);
  } finally {
    await watched.close();
    await app.stop();
  }
});

test("an answer that could not be kept stays told while others are kept, until it is tried again", async () => {
  const app = await startApp();
  const { page } = await openPage(browser(), app.origin);
  try {
    await page.goto(app.startLink);
    await page.goto(`${app.origin}/assessment`);
    const choose = (question: number) =>
      page.locator(".screen fieldset:visible").nth(question).locator("input").nth(1).check();
    const refusal = {
      status: 500,
      json: { ok: false, problem: { code: "internal" }, message: "Cannot keep it: try again" },
    };
    await page.route("**/api/answer-assessment", (route) => route.fulfill(refusal), { times: 1 });
    await choose(0);
    const unkept = page.getByRole("alert").filter({ hasText: "Not all of what you said is kept" });
    await unkept.waitFor();
    const isKept = page.waitForResponse("**/api/answer-assessment");
    await choose(1);
    expect((await isKept).status()).toBe(200);
    await page.waitForLoadState("networkidle");
    expect(await unkept.count()).toBe(1);
    await unkept.getByRole("button", { name: "Try to keep it again" }).click();
    await unkept.waitFor({ state: "detached" });
    await page.reload();
    await page.locator(".screen fieldset:visible").first().waitFor();
    expect(await page.locator(".screen fieldset:visible input:checked").count()).toBe(2);
  } finally {
    await page.context().close();
    await app.stop();
  }
});
