// A plan that slips, in the browser: a step done and one late, noted by keyboard; what would move is seen,
// the plan is made anew, and the plan before is still there; axe clean, no policy broken, no sideways scroll.

import { expect, test } from "vitest";
import { accessibilityFaults } from "./browser.ts";
import { browserOfFile, expectSoundPage, planExample, walkThrough } from "./journey.ts";

const browser = browserOfFile();

test("a receptionist marks one step done and one late, sees what moves, and keeps both plans", async () => {
  await walkThrough(browser(), async ({ page }) => {
    await planExample(page, "Surgery receptionist");
    await page.getByRole("link", { name: "Today" }).click();
    await page.getByRole("heading", { level: 1, name: /^This week: / }).waitFor();
    await expectSoundPage(page);

    // By keyboard alone: hours and done for the first step, late for the next.
    await page
      .getByRole("button", { name: /^Note hours: Talk with/ })
      .first()
      .focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.type("2");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page
      .getByRole("button", { name: /^Done: Talk with/ })
      .first()
      .focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status", { name: "The plan made anew" }).waitFor();
    await page
      .getByRole("button", { name: /^Something changed: See the work/ })
      .first()
      .focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("It will be done by about").fill("2099-01-15");
    await page.getByLabel("Why").fill("A form is missing");
    await page.getByRole("button", { name: "Note it" }).press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await page.getByText(/one thing came later than planned; the goal moves from/).waitFor();
    await page.getByRole("button", { name: "See what would move" }).press("Enter");
    await page.getByText("It is expected by 15 January 2099: A form is missing.").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Make the plan anew" }).press("Enter");
    await page.getByText("The new plan is kept").waitFor();

    await page.getByRole("link", { name: "Plan", exact: true }).click();
    await page.getByRole("heading", { name: "What moved" }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("link", { name: "See the plan before" }).click();
    await page.getByText("This plan was made on").waitFor();
  });
});

test("a step that could not be opened again says so until it is, whatever becomes of another", async () => {
  await walkThrough(browser(), async ({ page }) => {
    await planExample(page, "Surgery receptionist");
    await page.getByRole("link", { name: "Today" }).click();
    const every = page.locator("details", { hasText: "Every step, and how it stands" });
    await every.locator("summary").click();
    for (const step of [0, 1]) {
      await every
        .getByRole("button", { name: /^Done: / })
        .first()
        .click();
      await every
        .getByRole("button", { name: /^Open again: / })
        .nth(step)
        .waitFor();
    }
    // A refusal as the server words it; with its own status the browser would complain of it too.
    const refusal = {
      json: { ok: false, problem: { code: "internal" }, message: "Cannot keep it: try again" },
    };
    await page.route("**/api/mark-action", (route) => route.fulfill(refusal), { times: 1 });
    const steps = every.getByRole("listitem").filter({ has: page.getByRole("heading") });
    const [first, second] = [steps.nth(0), steps.nth(1)];
    await first.getByRole("button", { name: /^Open again: / }).click();
    await first.getByRole("alert").getByText("Cannot keep it: try again.").waitFor();
    await second.getByRole("button", { name: /^Open again: / }).click();
    await second.getByRole("button", { name: /^Done: / }).waitFor();
    expect(await first.getByRole("alert").count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await first.getByRole("button", { name: /^Open again: / }).click();
    await first.getByRole("button", { name: /^Done: / }).waitFor();
    expect(await every.getByRole("alert").count()).toBe(0);
  });
});
