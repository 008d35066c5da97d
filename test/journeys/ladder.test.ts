// The way up where one works, in the browser: a receptionist describes it, reads its red flags, and finds the
// route up it beside the others; axe clean, no policy broken.

import { expect, test } from "vitest";
import { startApp } from "../running-app.ts";
import { accessibilityFaults, openPage } from "./browser.ts";
import { browserOfFile } from "./journey.ts";

const browser = browserOfFile();

test("a receptionist describes the ladder, and sees the way up it with its red flag", async () => {
  const app = await startApp();
  const { page, close, complaints, strangers } = await openPage(browser(), app.origin, {
    reducedMotion: "reduce",
  });
  await page.goto(app.startLink);
  await page.getByRole("button", { name: "Surgery receptionist" }).click();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await page.waitForURL(/plan$/);
  await page.goto(`${app.origin}/record`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: /Describe the way up: A family/ }).click();
  const next = page.getByRole("group", { name: "The next position up" });
  await next.getByLabel("What is it called?").fill("Front-desk lead");
  await next.getByLabel("How often does one open?").selectOption("About once a year");
  await next.getByLabel("How many others").fill("1");
  await page.getByRole("button", { name: "Add one above" }).click();
  const above = page.getByRole("group", { name: "And above that" });
  await above.getByLabel("What is it called?").fill("Office manager");
  await above.getByLabel("How often does one open?").selectOption("About once in three years");
  await above.getByLabel("How many others").fill("4");
  await above.getByText("More, if you know it").click();
  await above.getByLabel("Pay a year").fill("58000");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Keep it" }).click();

  await page.getByText("you are here").waitFor();
  const rungs = page.getByRole("list").filter({ hasText: "you are here" }).last();
  expect(await rungs.getByRole("listitem").allTextContents()).toEqual([
    expect.stringContaining("Receptionist in a doctor's office · you are here"),
    expect.stringMatching(/^Front-desk lead.*about 6 in 10\.$/),
    expect.stringMatching(/^Office manager.*Red flag\. .*about 1 in 10\./),
  ]);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole("button", { name: /^Change the way up/ }).click();
  expect(await above.getByLabel("Pay a year").inputValue()).toBe("58,000");
  await page.getByRole("button", { name: "Cancel" }).click();

  await page.evaluate(async () => {
    await fetch("/api/set-goal", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ goal: "office manager", hours: 6 }),
    });
  });
  await page.goto(`${app.origin}/routes`, { waitUntil: "networkidle" });
  await page
    .getByRole("heading", { name: /^Inside a family medical practice, by way of/ })
    .waitFor();
  await page
    .getByText(/A red flag for office manager: with one opening in 3 years/)
    .first()
    .waitFor();
  await page.goto(`${app.origin}/gaps`, { waitUntil: "networkidle" });
  await page.getByText("Openings as office manager where you work").first().waitFor();
  await close();
  await app.stop();
  expect(complaints).toEqual([]);
  expect(strangers).toEqual([]);
});
