// Decisions in the browser: a person writes down one that was made for them, sees it on the line, and says
// later what came of it; axe clean, no policy broken.

import { expect, test } from "vitest";
import { startApp } from "../running-app.ts";
import { accessibilityFaults, openPage } from "./browser.ts";
import { browserOfFile } from "./journey.ts";

const browser = browserOfFile();

test("a person with nothing on record keeps a decision that others made, and what came of it", async () => {
  const app = await startApp();
  const { page, close, complaints, strangers } = await openPage(browser(), app.origin, {
    reducedMotion: "reduce",
  });
  await page.goto(app.startLink);
  await page.goto(`${app.origin}/record`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Add a decision" }).click();
  await page.getByLabel("What was decided?").fill("The mill closed");
  await page.getByLabel("When?").fill("2015-04");
  await page.getByLabel("Who decided?").selectOption("Someone else, such as an employer or family");
  await page.getByLabel("Who was it?").fill("my employer");
  await page.getByLabel("What else was there?").fill("Move to the other site\nLearn a trade");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Keep it" }).click();

  const list = page.getByRole("listitem").filter({ hasText: "The mill closed" });
  await list.getByText("April 2015 · Decided for you, by your employer").waitFor();
  await list.getByText("what you made of it is yours").waitFor();
  await page.getByRole("img", { name: /decisions on it/ }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole("button", { name: "What came of it: The mill closed" }).click();
  await page.getByLabel("Seen when?").fill("2014");
  await page.getByLabel("What came of it?").fill("A year of study that I would not have begun");
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByText("Cannot keep what came of it on 2014").waitFor();
  await page.getByLabel("Seen when?").fill("2016");
  await page.getByRole("button", { name: "Keep it" }).click();
  await list.getByText("2016: A year of study").waitFor();

  await page.getByRole("button", { name: "Remove The mill closed" }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await list.waitFor({ state: "detached" });
  await close();
  await app.stop();
  expect(complaints).toEqual([expect.stringContaining("422")]);
  expect(strangers).toEqual([]);
});
