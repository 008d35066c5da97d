// The plan on its way into a calendar: a file from a real Chromium, and an address that a program without
// a session reads over real HTTP; both read with ical.js.

import { readFile } from "node:fs/promises";
import ICAL from "ical.js";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type RunningApp, startApp } from "../running-app.ts";
import { accessibilityFaults, openPage, type WatchedPage } from "./browser.ts";
import { browserOfFile } from "./journey.ts";

const browser = browserOfFile();
let app: RunningApp;
let watched: WatchedPage;

beforeEach(async () => {
  app = await startApp();
  watched = await openPage(browser(), app.origin, {
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const { page } = watched;
  await page.goto(app.startLink);
  await page.getByRole("button", { name: "Surgery receptionist" }).click();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await page.waitForURL("**/plan");
  await page.getByRole("heading", { name: "Every step" }).waitFor();
});

afterEach(async () => {
  const { complaints, strangers } = watched;
  await watched.close();
  await app.stop();
  expect(complaints).toEqual([]);
  expect(strangers).toEqual([]);
});

interface Read {
  readonly title: string;
  readonly from: string;
  readonly sequence: number;
  readonly status: string;
}

/** Entries by their id. */
function entriesOf(text: string): Map<string, Read> {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  return new Map(
    events.map((event) => {
      const read = (name: string) => event.getFirstPropertyValue(name);
      const entry = {
        title: String(read("summary")),
        from: String(read("dtstart")),
        sequence: Number(read("sequence")),
        status: String(read("status")),
      };
      return [String(read("uid")), entry];
    }),
  );
}

interface PlanRead {
  readonly actions: readonly { readonly title: string; readonly start: string }[];
}

/** The plan as the page's own server gives it. */
function planOf(page: Page): Promise<PlanRead> {
  return page.evaluate(async () => {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch("/api/show-plan", { method: "POST", headers, body: "{}" });
    return (await response.json()).value;
  });
}

async function goToCalendar(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Put it in your calendar" }).click();
  await page.getByRole("heading", { name: "Your calendar" }).waitFor();
}

test("the file holds every action on its day, and what was asked for alone", async () => {
  const { page } = watched;
  const { actions } = await planOf(page);
  await goToCalendar(page);
  await page.getByRole("checkbox", { name: /^Milestones/ }).uncheck();
  await page.getByRole("checkbox", { name: /^Tripwires/ }).uncheck();
  await page.getByLabel("Asks you to look back").selectOption("never");
  await page.getByLabel("Reminds you, at nine").selectOption("the day before");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the calendar" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("throughline-plan.ics");
  const text = await readFile(await download.path(), "utf8");
  const entries = [...entriesOf(text).values()].map(({ title, from }) => `${from} ${title}`);
  expect(entries.sort()).toEqual(actions.map(({ title, start }) => `${start} ${title}`).sort());
  expect(text.match(/^TRIGGER:-PT15H\r$/gm)).toHaveLength(actions.length);
});

test("a calendar follows the plan at the address, until it ends", async () => {
  const { page } = watched;
  await goToCalendar(page);
  await page.getByText("No phone can reach it").waitFor();
  await page.getByRole("button", { name: "Make an address" }).click();
  await page.getByRole("button", { name: "Copy the address" }).click();
  await page.getByText("Copied.").waitFor();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(address).toMatch(new RegExp(`^${app.origin}/feed/[\\w-]{43}$`));
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await accessibilityFaults(page)).toEqual([]);

  const first = await fetch(address);
  expect(first.status).toBe(200);
  expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const before = entriesOf(await first.text());
  const known = { "If-None-Match": first.headers.get("etag") ?? "" };
  expect((await fetch(address, { headers: known })).status).toBe(304);

  // The plan is made again with more hours: the same entries, moved.
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  const more = page.getByRole("button", { name: /Plan with \d+ hours a week/ });
  await more.click();
  await more.waitFor({ state: "hidden" });
  const { actions } = await planOf(page);
  const second = await fetch(address, { headers: known });
  expect(second.status).toBe(200);
  const after = entriesOf(await second.text());
  for (const { title, start } of actions) {
    const [uid, entry] = [...after].find(([, one]) => one.title === title) ?? [];
    expect(entry?.from, title).toBe(start);
    const former = before.get(uid ?? "");
    const moved = former !== undefined && former.from !== start;
    if (moved) expect(entry?.sequence, title).toBe(1);
  }
  expect([...after.values()].some(({ sequence }) => sequence === 1)).toBe(true);
  expect([...before.keys()].every((uid) => after.has(uid))).toBe(true);

  await page.getByRole("link", { name: "Data" }).click();
  await page.getByText(/It was shown once and is not kept/).waitFor();
  await page.getByRole("button", { name: "End the address" }).click();
  await page.getByRole("button", { name: "Make an address" }).waitFor();
  expect((await fetch(address)).status).toBe(404);
  expect(app.printed()).not.toContain(new URL(address).pathname);
});
