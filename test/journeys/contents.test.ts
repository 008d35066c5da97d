// The contents of every page, in named groups beside it and in one run on a phone; and what Start says is next, by
// what is not done yet. axe clean.

import { expect, test } from "vitest";
import { startApp } from "../running-app.ts";
import { accessibilityFaults, openPage } from "./browser.ts";
import { browserOfFile } from "./journey.ts";

const browser = browserOfFile();

/** Of the contents on a phone of 360 pixels: six lines of links. */
const PHONE_HEIGHT = 215;

test("pages stand in named groups; Start leads on by what is not done yet", async () => {
  const app = await startApp();
  const { page, close, complaints } = await openPage(browser(), app.origin, {
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 800 },
  });
  try {
    await page.goto(app.startLink);
    const contents = page.getByRole("navigation");
    await contents.getByText("Where I stand").waitFor();
    expect(await contents.count()).toBe(1);
    for (const [name, count] of [
      ["Where I stand", 5],
      ["Where to", 4],
      ["The way", 3],
    ] as const) {
      const group = contents.getByRole("list", { name, exact: true });
      expect(await group.getByRole("link").count(), name).toBe(count);
    }
    expect(await contents.getByRole("link").count()).toBe(16);
    const bottom = await contents.getByRole("link", { name: "Data" }).boundingBox();
    expect((bottom?.y ?? 0) + (bottom?.height ?? 0)).toBeLessThan(800);

    const next = page.getByRole("region", { name: "Nothing at hand to bring?" });
    await next.waitFor();
    expect(await next.getByRole("link").allTextContents()).toEqual([
      "Talk it through",
      "Look at seven sides of your work",
    ]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: /receptionist/i }).click();
    const later = page.getByRole("region", { name: "What next" });
    await later.getByRole("link", { name: "See near and far side by side" }).waitFor();
    expect(await later.getByRole("link").count()).toBe(3);
    await later.getByRole("link", { name: "Talk it through" }).click();
    await page.getByRole("button", { name: "Skip" }).click();
    await contents.getByRole("link", { name: "Start" }).click();
    await later.getByRole("link", { name: "Look back at your week" }).waitFor();
    expect(await later.getByRole("link", { name: "Talk it through" }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.setViewportSize({ width: 360, height: 800 });
    expect((await contents.boundingBox())?.height).toBeLessThan(PHONE_HEIGHT);
    expect(await contents.getByText("Where I stand").isVisible()).toBe(false);
    expect(await accessibilityFaults(page)).toEqual([]);
  } finally {
    await close();
    await app.stop();
  }
  expect(complaints).toEqual([]);
});
