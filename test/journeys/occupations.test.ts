// Looking at occupations: from a slip of the pen to the page, and to the goal; a wrong match put right,
// taken back, and said to be nothing on the list; by keyboard alone where that is asked.

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

/** Each walk begins with an app of its own that holds an example. */
async function begin(): Promise<Page> {
  app = await startApp();
  watched = await openPage(browser, app.origin, { reducedMotion: "reduce" });
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

test("a title with a slip leads to the occupation's page, and it becomes the goal", async () => {
  const page = await begin();
  await page.getByRole("link", { name: "Occupations", exact: true }).click();
  const box = page.getByRole("textbox", { name: "Find an occupation" });
  await box.fill("phelb");
  await page.getByRole("link", { name: "Phlebotomists" }).waitFor();
  // The keyboard alone: down the list and out of it, the words taken away, and in by the first answer.
  await box.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await page.locator("#find:focus").waitFor();
  expect(await box.inputValue()).toBe("phelb");
  await page.keyboard.press("Escape");
  expect(await box.inputValue()).toBe("");
  await box.fill("phelb");
  await page.getByRole("link", { name: "Phlebotomists" }).waitFor();
  await box.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /A phlebotomist typically earns/ }).waitFor();
  expect(await page.getByRole("img", { name: /Pay a year: / }).count()).toBe(1);
  await page.getByRole("heading", { name: "What it asks for" }).waitFor();
  expect(await page.textContent("main")).not.toMatch(/NaN|undefined|null/);

  await page.getByRole("button", { name: "Make this my goal" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make it my goal" }).click();
  await page.waitForURL("**/gaps");
  await page.getByRole("link", { name: "Phlebotomists" }).click();
  await page.getByRole("link", { name: "This is your goal: see what stands between" }).waitFor();

  // Going back finds the words again.
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await page.waitForURL("**/occupations?find=phelb");
  expect(await box.inputValue()).toBe("phelb");
});

test("a wrong match is put right, taken back, and said to be nothing on the list", async () => {
  const page = await begin();
  await page.getByRole("link", { name: "Record" }).click();
  await page.getByRole("heading", { name: "Positions", exact: true }).waitFor();
  await page.getByRole("button", { name: "Not this?: “Cashier”" }).click();
  const dialog = page.getByRole("dialog");
  const search = dialog.getByRole("combobox", { name: "Or search for another" });
  await search.fill("zzyzx qqq");
  await dialog.getByText("Nothing is like that.").first().waitFor();
  await search.fill("retail sals");
  await page.getByRole("option", { name: /Retail Salespersons/ }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  // The check opens a page of its own for a moment; a list that closed at that opens at a press on its box.
  await search.click();
  await page.getByRole("option", { name: /Retail Salespersons/ }).click();
  await dialog.waitFor({ state: "hidden" });
  const line = page.getByRole("listitem").filter({ hasText: "A supermarket" });
  await line.getByText("Taken for Retail Salespersons (you said so)").waitFor();

  await line.getByRole("button", { name: "Take it back: “Cashier”" }).click();
  await line.getByText("Taken for Cashiers (sure, by its title)").waitFor();

  await line.getByRole("button", { name: "Not this?: “Cashier”" }).click();
  await dialog.getByRole("button", { name: "None of these" }).click();
  await line.getByText("Taken for nothing on the list").waitFor();
  await page.reload();
  await line.getByText("Taken for nothing on the list").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await line.getByRole("button", { name: "Choose one after all: “Cashier”" }).click();
  await dialog.getByRole("button", { name: "Cashiers" }).click();
  await line.getByText("Taken for Cashiers (you said so)").waitFor();
});

test("a title that is not sure is settled by one press, with the keyboard", async () => {
  const page = await begin();
  await page.getByRole("link", { name: "Record" }).click();
  await page.getByRole("heading", { name: "Positions", exact: true }).waitFor();
  await page.getByText("Not sure: is it one of these?").waitFor();
  await page.getByRole("button", { name: "None of these: “Care of a newborn”" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Not sure: is it one of these?").waitFor({ state: "hidden" });
  // The focus stays with the answer, from where two Tabs lead to the way back.
  await page.locator(".taken-for:focus").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Not sure: is it one of these?").waitFor();
});

test("what somebody writes keeps to its place: never wider than a telephone, never turning our words", async () => {
  const page = await begin();
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByRole("link", { name: "Occupations", exact: true }).click();
  const box = page.getByRole("textbox", { name: "Find an occupation" });
  await box.fill(`\u202E${"q".repeat(3000)}`);
  const echo = page.locator("main p bdi");
  await echo.waitFor();
  expect(await echo.textContent()).toContain("\u202Eqqq");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
