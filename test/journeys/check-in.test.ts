// Checking in, in the browser: the first time with nothing there, by keyboard alone; and after some weeks, with
// what they come to, a question that is answered and then quiet, and a slip that loses nothing. On a phone.

import { expect, test } from "vitest";
import { fillWithCheckIns } from "../fixtures/example-check-ins.ts";
import { LAUNCHER, startApp } from "../running-app.ts";
import { accessibilityFaults, openPage, type WatchedPage } from "./browser.ts";
import { browserOfFile } from "./journey.ts";

const PHONE = { reducedMotion: "reduce", viewport: { width: 360, height: 800 } } as const;
const WIDE = { ...PHONE, viewport: { width: 1280, height: 900 } } as const;

const browser = browserOfFile();

async function expectClean({ page }: WatchedPage): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    width,
  );
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page)).toEqual([]);
  }
}

test("a first check-in is made by keyboard alone, from Today's word on it to what was kept", async () => {
  const app = await startApp();
  const watched = await openPage(browser(), app.origin, PHONE);
  const { page, complaints, strangers } = watched;
  try {
    await page.goto(app.startLink);
    await page.getByRole("button", { name: "Surgery receptionist" }).click();
    await page.getByRole("button", { name: "Make the plan" }).click();
    await page.waitForURL("**/plan");
    await page.getByRole("link", { name: "Today" }).click();
    await page.getByRole("link", { name: "Check in", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^Two minutes a week/ }).waitFor();
    await expectClean(watched);

    await page.getByLabel("Hours").first().focus();
    await page.keyboard.type("31");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowLeft");
    await page.getByLabel("Who helped?").focus();
    await page.keyboard.type("Ana");
    await page.getByRole("button", { name: "Keep it" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "31 hours" }).waitFor();
    // The focus is where the words are, not lost with the form that was sent.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Kept: 31/);
    const kept = page.getByRole("region", { name: "What you kept" });
    await kept.getByText("Ana").waitFor();
    expect(await kept.textContent()).toMatch(/31 hours, my employer’s, energy \+2/);
    await page.getByRole("heading", { level: 1, name: /^One week has hours so far/ }).waitFor();
    await expectClean(watched);
    await page.getByRole("link", { name: "Today" }).click();
    await page.getByRole("heading", { name: "This month" }).waitFor();
    expect(await page.getByRole("link", { name: "Check in", exact: true }).count()).toBe(0);
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
  } finally {
    await watched.close();
    await app.stop();
  }
});

test("after some weeks the page says whose they were; its question is answered, and a slip loses nothing", async () => {
  const app = await startApp(LAUNCHER, fillWithCheckIns);
  const watched = await openPage(browser(), app.origin, WIDE);
  const { page, complaints } = watched;
  try {
    await page.goto(app.startLink);
    await page.goto(`${app.origin}/check-in`);
    await page
      .getByRole("heading", { level: 1, name: /about 9 in 10 served your employer’s agenda/ })
      .waitFor();
    for (const table of ["The weeks as a table", "Energy and ability as a table"])
      await page.getByText(table).click();
    const weeks = page.getByRole("region", { name: "Hours by week and agenda, as a table" });
    expect(await weeks.getByRole("row").count()).toBe(7);
    await expectClean(watched);

    await page.getByRole("button", { name: "A busy time" }).click();
    await page.getByText("You said it is a busy time.").waitFor();
    expect(await page.getByRole("button", { name: "A busy time" }).count()).toBe(0);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe("You said it is a busy time. The plan waits.");
    const boxes = await page.getByLabel(/^(What did you do|And what else)/).count();
    await page.getByRole("button", { name: "Add another thing" }).press("Enter");
    const added = page.getByLabel(/^(What did you do|And what else)/).nth(boxes);
    expect(await added.evaluate((box) => box === document.activeElement)).toBe(true);

    // Hours noted elsewhere while the form is open are offered once the person comes back to it.
    await page.getByLabel("Who helped?").fill("Ana");
    const noted = await page.evaluate(async (origin) => {
      const ask = async (operation: string, input: unknown) => {
        const headers = { "content-type": "application/json" };
        const body = JSON.stringify(input);
        const answer = await fetch(`${origin}/api/${operation}`, { method: "POST", headers, body });
        return answer.json();
      };
      const { value } = await ask("show-agenda", {});
      const { ok } = await ask("log-hours", { action: value.choices.actions[0].id, hours: 3 });
      window.dispatchEvent(new Event("visibilitychange"));
      return ok;
    }, app.origin);
    expect(noted).toBe(true);
    await page.getByText("Noted this week: 3 hours for").waitFor();
    await page.getByRole("button", { name: "Take them in" }).click();
    await page.getByText("Noted this week").waitFor({ state: "detached" });
    expect(await page.getByLabel("Who helped?").inputValue()).toBe("Ana");
    await page.getByText(/^For your plan: /).waitFor();
    await expectClean(watched);

    // More hours than a week has: said kindly, and every word stays in the form.
    await page.getByLabel("Hours").first().fill("200");
    await page.getByLabel("What went well?").fill("A quiet Friday");
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByRole("alert").filter({ hasText: "a week has 168" }).waitFor();
    expect(await page.getByLabel("What went well?").inputValue()).toBe("A quiet Friday");
    await page.getByLabel("Hours").first().fill("20");
    await page.getByText("Look back on the last months").click();
    await page.getByLabel("What do you want to keep doing?").fill("Fridays");
    await page.getByRole("button", { name: "Keep it" }).click();
    const kept = page.getByRole("region", { name: "What you kept" });
    const first = kept.getByRole("listitem").first();
    await first.getByText("A quiet Friday").waitFor();
    await first.getByText("looking back").waitFor();

    await first.getByRole("button", { name: /^Change/ }).click();
    expect(await focused()).toMatch(/ 20\d\d$/);
    await first.getByLabel("What went well?").fill("A quiet Thursday");
    await expectClean(watched);
    await first.getByRole("button", { name: "Keep it" }).click();
    await first.getByText("A quiet Thursday").waitFor();
    await first.getByRole("button", { name: /^Remove/ }).click();
    await kept.getByText("A quiet Thursday").waitFor({ state: "detached" });
    expect(await focused()).toBe("What you kept");
    // The refused check-in is the one complaint that a browser makes of a status 422.
    expect(complaints.filter((text) => !text.includes("422"))).toEqual([]);
  } finally {
    await watched.close();
    await app.stop();
  }
});
