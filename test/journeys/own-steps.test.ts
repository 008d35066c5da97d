// A step of the person's own, changes to the plan's, their order, class hours and a move of house: said on the
// plan's page by keyboard and pointer, planned at once; two kept plans side by side.

import { expect, test } from "vitest";
import { accessibilityFaults } from "./browser.ts";
import { browserOfFile, expectSoundPage, planExample, walkThrough } from "./journey.ts";

const browser = browserOfFile();

test("a step is added, another is paid back by the employer, and the plan says so", async () => {
  await walkThrough(browser(), async ({ page }) => {
    await planExample(page, "Surgery receptionist");
    await page.getByRole("button", { name: "Add a step of your own" }).click();
    await page.getByLabel("What is to be done?").fill("Call Ana about her night shifts");
    await page.getByLabel("Your hours, likely").fill("3");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Keep it" }).click();
    const row = page.getByRole("row", { name: /Call Ana about her night shifts/ });
    await row.waitFor();
    expect(await row.textContent()).toContain("3");

    await page.getByRole("button", { name: /Change: Earn an associate/ }).click();
    await page.getByText("What your employer pays back").click();
    await page.getByLabel("Percent of it").fill("80");
    await page.getByLabel("At most", { exact: true }).fill("2000");
    await page.getByLabel("Months you must stay").fill("24");
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByText(/if you leave your employer before .* give back \$2,000/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole("button", { name: /Change: Call Ana/ }).click();
    await page.getByRole("button", { name: "Remove it" }).click();
    await row.waitFor({ state: "detached" });
  });
});

test("class hours, order and a move of house are said in the form; a circle is refused; plans are compared", async () => {
  await walkThrough(
    browser(),
    async ({ page }) => {
      await planExample(page, "Network manager");
      // By keyboard: an evening class on two days, from a term on.
      await page.getByRole("button", { name: "Add a step of your own" }).press("Enter");
      await page.keyboard.type("Spanish at the college");
      const fold = page.getByText("Terms, and classes at fixed hours");
      await fold.focus();
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Add a class at fixed hours" }).press("Enter");
      await page.getByRole("button", { name: "Add another class" }).press("Enter");
      await page.getByLabel("Day", { exact: true }).nth(1).selectOption("Thursday");
      await page.getByLabel("For how many weeks?").fill("15");
      await page.getByLabel("Days of the year on which it can begin").fill("01-12");
      for (const summary of await page.locator("dialog summary").all()) {
        if (!(await summary.evaluate((one) => one.parentElement?.hasAttribute("open")))) {
          await summary.click();
        }
      }
      await expectSoundPage(page);
      await page.getByRole("button", { name: "Keep it" }).press("Enter");
      const row = page.getByRole("row", { name: /Spanish at the college/ });
      await row.getByText("Classes: Tuesday and Thursday 18:00 to 20:00, 15 weeks").waitFor();

      // What waits for the opening talk cannot come before it.
      const talk = page.getByRole("button", { name: /Change: Talk with someone/ });
      await talk.click();
      await page.getByText("What comes before it").click();
      const search = page.getByRole("checkbox", { name: /Find a position as a network architect/ });
      await search.check();
      await page.getByRole("button", { name: "Keep it" }).click();
      await page.getByText(/that one waits for it already/).waitFor();
      await search.uncheck();
      await page.getByRole("checkbox", { name: "Spanish at the college" }).check();
      await page.getByRole("button", { name: "Keep it" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });

      await page.getByRole("button", { name: /Change: Find a position/ }).click();
      await page.getByLabel("Is it in another place? Where?").fill("Leeds");
      await page.getByRole("button", { name: "Keep it" }).click();
      await page
        .getByRole("row", { name: /Move house: Leeds/ })
        .first()
        .waitFor();
      await expectSoundPage(page);

      await page.getByRole("link", { name: "Plans before this one" }).click();
      await page.getByRole("heading", { level: 1, name: /step/ }).waitFor();
      await page.getByRole("row", { name: /Move house: Leeds/ }).waitFor();
      await page.getByLabel("The earlier plan").selectOption({ index: 3 });
      await page.getByRole("row", { name: /Spanish at the college/ }).waitFor();
      await expectSoundPage(page);
    },
    1,
  );
});

test("the plan's table says how each step stands, and the hours noted stand beside the planned", async () => {
  await walkThrough(browser(), async ({ page }) => {
    await planExample(page, "Network manager");
    await page.getByRole("link", { name: "Today" }).click();
    await page
      .getByRole("button", { name: /^Note hours: Talk with/ })
      .first()
      .click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("1.5");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Plan", exact: true }).click();
    await page.getByText("Under way; 1.5 of 2 hours noted").waitFor();
    await page.getByText(/Noted, solid: 1\.5 hours by now/).waitFor();
    await page.getByText("The hours as a table").click();
    await page.getByRole("columnheader", { name: "Noted by then" }).waitFor();
    await expectSoundPage(page);
  });
});
