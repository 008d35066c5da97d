// Job, work, career in the browser: one career near and far, a word of the person's own on what belongs where,
// a career statement from what was said, on the plan too; and careers that are no usual ones. Axe clean.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type RunningApp, startApp } from "../running-app.ts";
import { accessibilityFaults, openPage } from "./browser.ts";
import { browserOfFile } from "./journey.ts";

/** A page is shown within this, on a machine that does other things too. */
const SHOWN_WITHIN_MS = 10_000;

const browser = browserOfFile();

async function ask(page: Page, app: RunningApp, operation: string, input: object): Promise<void> {
  const status = await page.evaluate(
    async ([address, body]) => {
      const headers = { "content-type": "application/json" };
      return (await fetch(address, { method: "POST", headers, body })).status;
    },
    [`${app.origin}/api/${operation}`, JSON.stringify(input)] as const,
  );
  expect(status).toBe(200);
}

async function widthLeftOver(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

test("a receptionist sees job, work and career, has a word on them, and keeps a statement", async () => {
  const app = await startApp();
  const { page, close, complaints, strangers } = await openPage(browser(), app.origin, {
    reducedMotion: "reduce",
  });
  await page.goto(app.startLink);
  await ask(page, app, "import-example", { name: "surgery-receptionist" });
  await ask(page, app, "keep-plan", {});
  await page.goto(`${app.origin}/horizons`, { waitUntil: "networkidle" });
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(
    /^Your job today is a receptionist in a doctor's office, .*the way to becoming a registered nurse\.$/,
  );
  const job = page.getByRole("region", { name: "Job: now and this week" });
  await job.getByText("Together they take 41 hours a week.").waitFor();
  expect(await job.getByRole("row").count()).toBe(4);
  const career = page.getByRole("region", { name: "Career: all of it" });
  const cashier = career.getByRole("row").filter({ hasText: "Cashier" });
  expect(await cashier.textContent()).toMatch(/6\d%/);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByText(/^Decisions/).click();
  await page.getByRole("button", { name: /change the horizon of Stayed at home/ }).click();
  await page.getByLabel("Work: some years, several positions").uncheck();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByText("You said so.").first().waitFor();

  await page.getByRole("button", { name: "Begin from what you have said" }).click();
  const words = page.getByLabel("In your own words");
  expect(await words.inputValue()).toMatch(/^I see every day what the nurses do for people/);
  await page.getByText("from your goal: why you want to be a registered nurse").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  for (const text of ["I want to nurse.", "I want to nurse people well."]) {
    await words.fill(text);
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByRole("blockquote").filter({ hasText: text }).first().waitFor();
    if (text === "I want to nurse.") await page.getByRole("button", { name: "Change it" }).click();
  }
  await page.getByText("The former version").click();
  await page.getByText("I want to nurse.", { exact: true }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.goto(`${app.origin}/plan`, { waitUntil: "networkidle" });
  await page.getByRole("blockquote").filter({ hasText: "I want to nurse people well." }).waitFor();
  const steps = page.getByRole("group", { name: "Show the steps of" });
  await steps.getByText("Job").click();
  await page
    .getByRole("button", { name: /^job, work and career: change the horizon of/ })
    .first()
    .waitFor();
  expect(await page.getByRole("button", { name: /^career: change the horizon of/ }).count()).toBe(
    0,
  );
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.goto(`${app.origin}/record`, { waitUntil: "networkidle" });
  await page.getByRole("group", { name: "Show the positions of" }).getByText("Job").click();
  await page.getByRole("heading", { name: /^Companion to patients/ }).waitFor();
  expect(await page.getByRole("heading", { name: /^Cashier/ }).count()).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await close();
  await app.stop();
  expect(complaints).toEqual([]);
  expect(strangers).toEqual([]);
});

const LONG_CAREER = Array.from({ length: 60 }, (_, i) => {
  const start = 1986 + Math.floor((i * 2) / 3);
  return {
    position: `Position number ${i + 1} with a fairly long title`,
    name: `Organisation ${i % 23}`,
    startDate: String(start),
    ...(i > 57 ? {} : { endDate: String(start + 1) }),
  };
});

/** Careers that are no usual ones, and what the page opens with. */
const CAREERS: readonly (readonly [name: string, resume: object, opens: RegExp])[] = [
  ["nothing on record", { work: [] }, /^Nothing is on record yet/],
  [
    "60 positions in 40 years",
    { work: LONG_CAREER },
    /^Your job today is .*, 40½? years so far\.$/,
  ],
  [
    "only unpaid work",
    { volunteer: [{ position: "Scout leader", organization: "A troop", startDate: "2015-01" }] },
    /^What you do today, unpaid, is a scout leader;/,
  ],
  [
    "only one job ever",
    { work: [{ position: "Miner", name: "A pit", startDate: "1991" }] },
    /^Your job today is a miner; your work is the one position/,
  ],
  [
    "no present position",
    { work: [{ position: "Miner", name: "A pit", startDate: "1991", endDate: "2003" }] },
    /^You hold no position today; your career is all of it/,
  ],
];

test("careers that are no usual ones are read as they are, at the width of a phone too", async () => {
  const app = await startApp();
  const { page, close, complaints } = await openPage(browser(), app.origin, {
    reducedMotion: "reduce",
    viewport: { width: 360, height: 800 },
  });
  await page.goto(app.startLink);
  for (const [name, resume, opens] of CAREERS) {
    await ask(page, app, "import-resume", { resume });
    const began = Date.now();
    await page.goto(`${app.origin}/horizons`);
    await page.getByRole("heading", { level: 1 }).filter({ hasText: opens }).waitFor();
    expect(Date.now() - began, name).toBeLessThan(SHOWN_WITHIN_MS);
    expect(await accessibilityFaults(page), name).toEqual([]);
    expect(await widthLeftOver(page), name).toBeLessThanOrEqual(0);
  }
  await close();
  await app.stop();
  expect(complaints).toEqual([]);
});
