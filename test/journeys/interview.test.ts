// The interview in the browser, by keyboard: one question at a time, back, a changed answer, a pause; and the page
// for the talk with one's manager, changed and on one sheet. axe clean, no policy broken, no sideways scroll.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { startApp } from "../running-app.ts";
import { accessibilityFaults, openPage } from "./browser.ts";
import { browserOfFile } from "./journey.ts";

const browser = browserOfFile();

/** Chooses an option by keyboard and keeps it. */
async function answer(page: Page, question: RegExp, option: string): Promise<void> {
  await page.getByRole("heading", { level: 2, name: question }).waitFor();
  await page.getByRole("radio", { name: option, exact: true }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Keep my answer" }).focus();
  await page.keyboard.press("Enter");
}

test("a receptionist talks it through, changes an answer, and prepares the talk with her manager", async () => {
  const app = await startApp();
  const watched = await openPage(browser(), app.origin, {
    reducedMotion: "reduce",
    viewport: { width: 360, height: 800 },
  });
  const { page } = watched;
  try {
    await page.goto(app.startLink);
    await page.getByRole("link", { name: "Interview", exact: true }).click();
    // An empty record: it goes all the same.
    await page.getByRole("heading", { level: 2, name: /direction that you would like/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("link", { name: "Start", exact: true }).first().click();
    await page.getByRole("button", { name: /receptionist/i }).click();
    await page.getByRole("button", { name: "Make the plan" }).waitFor();
    await page.getByRole("link", { name: "Interview", exact: true }).click();

    await answer(page, /Is the field that you work in/, "Close to it, or in the same place");
    const stone = /Is what you do now a stepping stone/;
    await answer(page, stone, "Yes: I learn or earn there what the next step asks for");
    // Asked about gently, and the answer stands until it is changed.
    const asked = page.getByRole("region", { name: "What your last answer came to" });
    await asked.getByText("Your answer stands as you gave it.").waitFor();
    await asked.getByRole("button", { name: "Look at it again" }).click();
    await answer(page, stone, "No: it is other work, even if it is close by");
    await asked.getByText("Added to your gaps: a first piece of the goal's own work.").waitFor();

    await page.getByRole("heading", { level: 2, name: /part of a track/ }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("question");
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByRole("heading", { level: 2, name: stone }).waitFor();
    await page.getByRole("button", { name: "Leave it as it is" }).click();
    await page.getByRole("heading", { level: 2, name: /part of a track/ }).waitFor();
    await page.getByRole("button", { name: "Skip this" }).click();
    await answer(page, /What made you take your present position/, "It pays what I need");
    await asked.getByText("To support oneself and others is reason enough.").waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
    }

    // A pause: everything is there again, and the gap is on the list.
    await page.getByRole("link", { name: /Pause here/ }).click();
    await page
      .getByRole("heading", { level: 3, name: /first piece of the goal's own work/ })
      .waitFor();
    await page.goto(`${app.origin}/interview?question=openings-here`);
    await page.getByRole("radio", { name: "One in five to ten years" }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("textbox", { name: "Others who would want each" }).focus();
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
    await page.getByText("Red flag: under an even chance").waitFor();
    await page.getByText("1 − e^(−2 × 0.15 ÷ (1 + 4)) = 0.06 within two years").first().waitFor();

    await page.getByRole("link", { name: "The page for the talk with your manager" }).click();
    await page.getByRole("heading", { level: 2, name: "What I ask for" }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Change the words" }).click();
    await page
      .getByRole("textbox", { name: "The page" })
      .fill("Questions\n- May I shadow a nurse?");
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByRole("listitem").filter({ hasText: "May I shadow a nurse?" }).waitFor();
    await page.getByRole("button", { name: "Make it anew from my answers" }).click();
    await page.getByRole("heading", { level: 2, name: "What I ask for" }).waitFor();
    await page.emulateMedia({ media: "print" });
    const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(await page.getByRole("button").count()).toBe(0);
    expect(watched.complaints).toEqual([]);
    expect(watched.strangers).toEqual([]);
  } finally {
    await watched.close();
    await app.stop();
  }
});
