// The plan on paper: a few pages that a coach or an employment office can keep as an individual plan, with
// everything that such a plan has.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startChromium } from "../chromium.ts";
import { type RunningApp, startApp } from "../running-app.ts";
import { openPage, type WatchedPage } from "./browser.ts";
import { expectSoundPage } from "./journey.ts";

/** Fewer say too little, more are not read. */
const FEWEST_PAGES = 2;
const MOST_PAGES = 4;
const EXAMPLES = [
  "administrative-assistant",
  "call-centre-agent",
  "hr-professional",
  "network-manager",
  "surgery-receptionist",
] as const;

/** A statement of ordinary length stands on top and leaves the rest its pages. */
const STATEMENT = "I want to be of use to people whom nobody else has time for. ".repeat(8);

let browser: Browser;
let app: RunningApp;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await startChromium(inject("chromium"));
  app = await startApp();
  watched = await openPage(browser, app.origin, { reducedMotion: "reduce" });
  await watched.page.goto(app.startLink);
});

afterAll(async () => {
  await watched?.close();
  await app?.stop();
  await browser?.close();
});

async function ask(page: Page, operation: string, input: object): Promise<void> {
  const status = await page.evaluate(
    async ([address, body]) => {
      const headers = { "content-type": "application/json" };
      return (await fetch(address, { method: "POST", headers, body })).status;
    },
    [`${app.origin}/api/${operation}`, JSON.stringify(input)] as const,
  );
  expect(status).toBe(200);
}

/** A page of the document is an object of its own; the browser writes them as plain text. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test.for(EXAMPLES)(
  "the plan of %s prints on two to four pages, with all that it needs",
  async (name) => {
    const { page } = watched;
    await ask(page, "import-example", { name });
    await ask(page, "save-statement", { text: STATEMENT });
    await ask(page, "keep-plan", {});
    await page.goto(`${app.origin}/plan`, { waitUntil: "networkidle" });
    await page.emulateMedia({ media: "print" });
    const shown = await page.locator("main").textContent();
    for (const words of [
      "of use to people",
      "Goal: ",
      "Where I stand on",
      "Month by month",
      "Who helps:",
      "Agreed on",
    ]) {
      expect(shown).toContain(words);
    }
    expect(await page.getByRole("button").count()).toBe(0);
    const pages = pagesOf(await page.pdf({ format: "A4", preferCSSPageSize: true }));
    expect(pages).toBeGreaterThanOrEqual(FEWEST_PAGES);
    expect(pages).toBeLessThanOrEqual(MOST_PAGES);
  },
);

test("the longest plan of the examples prints on four pages with classes and a move of house too", async () => {
  const { page } = watched;
  await ask(page, "import-example", { name: "administrative-assistant" });
  await ask(page, "save-statement", { text: STATEMENT });
  const classes = { sessions: ["tue 18:00-20:00", "thu 18:00-20:00"], sessionWeeks: 10 };
  await ask(page, "save-action", { id: "credential:employment-law", ...classes, terms: ["09-01"] });
  await ask(page, "save-action", { id: "search:13-1071.00", elsewhere: "Leeds" });
  await ask(page, "keep-plan", {});
  await page.goto(`${app.origin}/plan`, { waitUntil: "networkidle" });
  await page.emulateMedia({ media: "print" });
  const shown = await page.locator("main").textContent();
  for (const words of ["Classes: Tuesday and Thursday", "Move house: Leeds", "for moving house"]) {
    expect(shown).toContain(words);
  }
  const pages = pagesOf(await page.pdf({ format: "A4", preferCSSPageSize: true }));
  expect(pages).toBeLessThanOrEqual(MOST_PAGES);
});

test("on a phone the steps and the later months are folded, and paper has all of them", async () => {
  const { page } = watched;
  await ask(page, "import-example", { name: "surgery-receptionist" });
  await ask(page, "keep-plan", {});
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${app.origin}/plan`, { waitUntil: "networkidle" });
  const steps = page.locator(".step-table tbody tr");
  const step = steps.filter({ hasText: "Talk with someone" });
  const helps = step.getByText("Who helps:");
  expect(await helps.isVisible()).toBe(false);
  expect(await step.getByText("8 in 10 by").count()).toBe(0); // The name is the cell's; its figure stays.
  expect(await step.locator("td.stays").isVisible()).toBe(true);

  // By keyboard: opened, read, folded again; the others stay as they are.
  await step.getByRole("button", { name: /^More: Talk with/ }).focus();
  await page.keyboard.press("Enter");
  expect(await helps.isVisible()).toBe(true);
  expect(await steps.getByText("Who helps:").filter({ visible: true }).count()).toBe(1);
  await expectSoundPage(page);
  await page.keyboard.press("Enter");
  expect(await helps.isVisible()).toBe(false);

  const months = page.locator(".months > li").filter({ visible: true });
  expect(await months.count()).toBe(3);
  await page.emulateMedia({ media: "print" });
  expect(await helps.isVisible()).toBe(true);
  expect(await months.count()).toBe(12);
  expect(await step.locator("td").filter({ visible: true }).count()).toBe(5);
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.reload({ waitUntil: "networkidle" });
  expect(await months.count()).toBe(12);
  expect(await helps.isVisible()).toBe(true);
});
