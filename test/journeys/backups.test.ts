// The backups in the browser: the sentence, the day on which a backup branches off, bad luck side by side, and
// one chance changed by keyboard; axe clean, no policy broken, no sideways scroll.

import { test } from "vitest";
import { browserOfFile, expectSoundPage, walkThrough } from "./journey.ts";

const browser = browserOfFile();

test("an assistant sees when to go over, what bad luck would do, and changes a chance", async () => {
  await walkThrough(browser(), async ({ page }) => {
    await page.getByRole("button", { name: "Administrative assistant" }).click();
    await page.getByRole("button", { name: "Make the plan" }).waitFor();
    await page.getByRole("link", { name: "Backups", exact: true }).click();
    await page
      .getByRole("heading", { level: 1, name: /chance of becoming an HR manager/ })
      .waitFor();
    await page.getByRole("heading", { name: "When to go over" }).waitFor();
    await page.getByRole("img", { name: /branches off, best from December 2030/ }).waitFor();
    await page.getByRole("rowheader", { name: /You are laid off in April/ }).waitFor();
    await expectSoundPage(page);

    // By keyboard: an opening hardly ever comes; it is kept, and the usual one can stand again.
    const opening = page.getByRole("textbox", { name: /An opening as an HR manager/ });
    await opening.focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    const undo = page.getByRole("button", { name: /Use the usual: An opening as an HR manager/ });
    await undo.waitFor();
    await page
      .getByRole("heading", { level: 1, name: /about 2 in 10 instead of 1 in 10/ })
      .waitFor();
    await undo.focus();
    await page.keyboard.press("Enter");
    await undo.waitFor({ state: "detached" });
    await page.getByRole("heading", { level: 1, name: /about 7 in 10|about 8 in 10/ }).waitFor();
  });
});
