// What one's work opens, in the browser: the fields and the one thing that would open most, seen from another
// position by keyboard alone, and one career made the goal; axe clean, no policy broken, no sideways scroll.

import { expect, test } from "vitest";
import { accessibilityFaults } from "./browser.ts";
import { browserOfFile, expectSoundPage, walkThrough } from "./journey.ts";

const browser = browserOfFile();

test("a call-centre agent sees sales and leading a team, looks from another position, and sets a goal", async () => {
  await walkThrough(browser(), async ({ page, app }) => {
    await page.getByRole("button", { name: "Call-centre agent" }).click();
    await page.getByRole("button", { name: "Make the plan" }).waitFor();
    await page.getByRole("link", { name: "Springboards" }).click();
    await page.getByRole("heading", { level: 1, name: /careers are open within two/ }).waitFor();
    await page.getByRole("heading", { name: "Sales", exact: true }).waitFor();
    await page.getByRole("heading", { name: "The one thing that would open most" }).waitFor();
    await expectSoundPage(page);

    // By keyboard: why the first is here, and all of them in the table.
    await page.locator(".careers summary").first().focus();
    await page.keyboard.press("Enter");
    await page
      .getByText(/against staying, by typical pay/)
      .first()
      .waitFor();
    await page.locator(".side-by-side > summary").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("table").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    const from = page.getByRole("combobox", { name: "Look from" });
    await from.focus();
    await page.keyboard.type("Waiter");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^From work as a waiter/ }).waitFor();
    expect(page.url()).toContain("position=");
    await from.selectOption("Where you stand today");

    await page
      .getByRole("button", { name: /^Make this my goal: / })
      .first()
      .click();
    await page.getByRole("button", { name: "Make it my goal" }).click();
    await page.waitForURL(`${app.origin}/gaps`);
  });
});
